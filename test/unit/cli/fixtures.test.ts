/**
 * The exported projects, whole, as reviewed by people. After a wanted change: `UPDATE_FIXTURES=1 npx jest fixtures`, and
 * read the difference. They also compile under every strictness TypeScript has.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { Emulator } from "../../../emulator";
import type { Exported } from "../../../provider/cli/export/exportWorkspace";
import { freshBuild } from "../../support/build";
import { runFolder } from "../../support/oncePerRun";
import { repository } from "../../support/repository";
import { emulatorWith, exportAnswered, exportFrom } from "./exported";

jest.setTimeout(120_000);

const fixtures = join(repository, "test", "fixtures", "export");

/** A real .gitignore would keep the fixtures themselves out of git. */
const stored = (file: string): string => (file === ".gitignore" ? "_gitignore" : file);

let emulator: Emulator;
afterEach(() => emulator.close());

const cases: readonly (readonly [name: string, make: () => Promise<Exported>])[] = [
  ["one-agent", async () => exportFrom((emulator = await emulatorWith("documented", 1)))],
  ["with-questions", async () => exportFrom((emulator = await emulatorWith("documented", 12)))],
  ["with-answers", async () => exportAnswered((emulator = await emulatorWith("documented", 12)))],
  ["file-by-kind", async () => exportAnswered((emulator = await emulatorWith("open", 44)))],
];

test.each(cases)("%s is the reviewed one", async (name, make) => {
  const { files } = await make();
  const folder = join(fixtures, name);
  if (process.env["UPDATE_FIXTURES"] !== undefined) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [file, { text }] of files) writeFileSync(join(folder, stored(file)), text);
  }
  expect(readdirSync(folder).sort()).toEqual([...files.keys()].map(stored).sort());
  for (const [file, { text }] of files)
    expect(`${file}\n${text}`).toBe(`${file}\n${readFileSync(join(folder, stored(file)), "utf8")}`);
});

test.each([
  ...cases,
  ["300 objects", async () => exportFrom((emulator = await emulatorWith("documented", 300)))] as const,
])("%s compiles under every strictness", async (_, make) => {
  await freshBuild();
  const { files } = await make();
  expect(typeErrors(files)).toEqual([]);
});

function typeErrors(files: Exported["files"]): string[] {
  const folder = mkdtempSync(join(runFolder(), "strict-"));
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  for (const [file, { text }] of files) writeFileSync(join(folder, file), text);
  const program = ts.createProgram([join(folder, "index.ts")], {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    noImplicitReturns: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    isolatedModules: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

test("prettier leaves the exported projects as they are, with the settings they come with", () => {
  emulator = { close: () => Promise.resolve() } as Emulator;
  const bin = join(repository, "node_modules", "prettier", "bin", "prettier.cjs");
  // The import file is for the engine alone, and not for git.
  const sources = readdirSync(fixtures, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|json|md|yaml)$/.test(name) && !name.endsWith("import.json"))
    .map((name) => join(fixtures, name));
  const args = [bin, "--check", "--ignore-path", join(fixtures, "none"), ...sources];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect({ status, stderr, stdout }).toMatchObject({ status: 0 });
});
