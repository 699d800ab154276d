/** What the package brings with it: declared, used, written down for people who review it, and out of the public types. */
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { packedPackage } from "../support/installation";
import { repository } from "../support/repository";
import { filesOf, manifestOf, reachableTypes } from "./installation";

jest.setTimeout(120_000);

let folder: string;
beforeAll(async () => {
  folder = await packedPackage();
});

/** The packages (not files, not Node's own modules) that a compiled file or its types import. */
function imports(file: string): string[] {
  const text = readFileSync(join(folder, file), "utf8");
  return [...text.matchAll(/(?:\bfrom |\brequire\(|\bimport\()"([^".][^"]*)"/g)]
    .map(([, name = ""]) =>
      name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/"),
    )
    .filter((name) => !name.startsWith("node:") && !builtinModules.includes(name));
}

test("every package that is imported is declared, and every declared one is imported", () => {
  const { name, dependencies, peerDependencies } = manifestOf(folder);
  const used = new Set(
    filesOf(folder)
      .filter((file) => file.endsWith(".js"))
      .flatMap(imports),
  );
  used.delete(name);
  expect([...used].sort()).toEqual([...Object.keys(dependencies), ...Object.keys(peerDependencies)].sort());
});

test("docs/versioning.md lists exactly these, for whoever has to approve them", () => {
  const page = readFileSync(join(repository, "docs", "versioning.md"), "utf8");
  const listed = [...page.matchAll(/^\| `([@\w/-]+)` +\| `([^`]+)` +\|/gm)].map(([, name, range]) => [name, range]);
  const { dependencies, peerDependencies } = manifestOf(folder);
  expect(Object.fromEntries(listed)).toEqual({ ...dependencies, ...peerDependencies });
});

test("the public types need no other types than Pulumi's", () => {
  const files = [...reachableTypes(folder, "dist/provider/index.d.ts")];
  expect([...new Set(files.flatMap(imports))]).toEqual(["@pulumi/pulumi"]);
});

test("the emulator's types need no other package's at all", () => {
  const files = [...reachableTypes(folder, "dist/emulator/index.d.ts")];
  expect(files.length).toBeGreaterThan(5);
  expect(files.flatMap(imports)).toEqual([]);
});
