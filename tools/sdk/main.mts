/**
 * Writes the SDKs of the native front for Node, Python and Go, as the engine's own code generation makes them.
 *
 *     npm run sdk            writes them to sdk/
 *     npm run sdk -- FOLDER  writes them there
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { findGoTool, goTools } from "../engine/goTool.mts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const read = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(root, path), "utf8")) as Record<string, unknown>;

const folder = resolve(process.argv[2] ?? join(root, "sdk"));
const { version } = read("package.json");
const schema: Record<string, unknown> = { ...read("provider/native/packageSchema.json"), version };
const generator = join(await findGoTool("sdks"), goTools.sdks.program);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const { status } = spawnSync(generator, [folder], {
  input: JSON.stringify(schema),
  stdio: ["pipe", "inherit", "inherit"],
});
if (status === 0) {
  // The generator writes the package alone: what imports it needs to know it as a module.
  const { go } = schema["language"] as { go: { importBasePath: string } };
  writeFileSync(join(folder, "go", "callab", "go.mod"), `module ${go.importBasePath}\n\ngo 1.25\n`);
  console.log(`The SDKs of Node, Python and Go are in ${folder}.`);
} else process.exitCode = 1;
