/**
 * What others allow: `node tools/licences.mts SBOM` reads a bill of materials (CycloneDX, as `npm sbom` writes it), prints a
 * line for each package with its licence, and fails on one whose licence is not known to allow what this package's does.
 */
import { readFileSync } from "node:fs";

interface Component {
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string; readonly name?: string };
    readonly expression?: string;
  }[];
}

const permissive = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "Unlicense",
]);

const licenceOf = ({ licenses = [] }: Component): string =>
  licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? "none").join(" AND ") ||
  "none";

/** Whether an expression such as `(MIT OR GPL-3.0)` leaves a permissive choice. */
const isPermissive = (expression: string): boolean =>
  expression
    .replace(/[()]/g, "")
    .split(/ OR /i)
    .some((choice) => choice.split(/ AND /i).every((licence) => permissive.has(licence.trim())));

/** A line for each component, and those among them that are not permissive. */
function licencesIn(sbom: string): { readonly lines: readonly string[]; readonly others: readonly string[] } {
  const { components = [] } = JSON.parse(sbom) as { readonly components?: readonly Component[] };
  const told = components
    .map((component) => ({
      line: `${component.name}@${component.version}: ${licenceOf(component)}`,
      licence: licenceOf(component),
    }))
    .sort((left, right) => (left.line < right.line ? -1 : 1));
  return {
    lines: told.map(({ line }) => line),
    others: told.filter(({ licence }) => !isPermissive(licence)).map(({ line }) => line),
  };
}

const [file] = process.argv.slice(2);
if (import.meta.main && file !== undefined) {
  const { lines, others } = licencesIn(readFileSync(file, "utf8"));
  console.log(lines.join("\n"));
  if (others.length > 0) {
    console.error(`not known to be permissive:\n${others.join("\n")}`);
    process.exitCode = 1;
  }
}
