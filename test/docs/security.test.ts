/** Each line of the threat model names what does it and what would tell, and the mutation run takes it out. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Mutant } from "../../tools/mutation/mutants.mts" with { "resolution-mode": "import" };
import { repository } from "../support/repository";
import { readPage } from "./markdown";

interface Line {
  readonly promise: string;
  readonly where: readonly string[];
  readonly tests: readonly string[];
}

/** Paths are no links: the package has this page, and not what they name. */
const pathsIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, path = ""]) => path);

const lines: readonly Line[] = readPage("SECURITY.md")
  .text.split("\n")
  .filter((line) => line.startsWith("| ") && /`test\//.test(line))
  .map((line) => {
    const [, promise = "", where = "", tests = ""] = line.split("|");
    return { promise: promise.trim(), where: pathsIn(where), tests: pathsIn(tests) };
  });

let hostile: readonly Mutant[];
beforeAll(async () => {
  const { mutants } = await import("../../tools/mutation/mutants.mts");
  hostile = mutants.filter(({ name }) => name.startsWith("hostile: "));
});

test("there are lines for every side", () => {
  const { headings } = readPage("SECURITY.md");
  expect(headings.filter(({ level }) => level === 3).map(({ title }) => title)).toEqual([
    "A hostile API, or somebody in its place",
    "Hostile names",
    "A stolen or rotated token",
    "A shared machine",
    "The developer's browser",
    "The supply chain",
  ]);
  expect(lines.length).toBeGreaterThan(20);
});

test.each(lines)("$promise", ({ where, tests }) => {
  for (const path of [...where, ...tests])
    expect({ path, exists: existsSync(join(repository, path)) }).toMatchObject({ exists: true });
  // Each place is broken by the mutation run, and one of the tests of this line is to tell.
  for (const file of where)
    expect(
      hostile.filter((mutant) => mutant.file === file && mutant.tests?.some((test) => tests.includes(test))),
    ).not.toEqual([]);
});

test("every deliberate break is of a line", () => {
  expect(
    hostile.filter(({ file }) => !lines.some(({ where }) => where.includes(file))).map(({ name }) => name),
  ).toEqual([]);
});
