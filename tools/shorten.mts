/**
 * Shortens in dist what a machine wrote for a machine: the validators, and the compiler's copies of the JSON that stands as
 * people read it beside dist. And it leaves the comments out of the code: people read them in the sources, and in the
 * types, whose comments stay. They are a good part of what is downloaded.
 */
import { transformSync } from "esbuild";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { fileURLToPath } from "node:url";

const dist = join(dirname(fileURLToPath(import.meta.url)), "..", "dist");

const asWritten: ts.CompilerOptions = { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.CommonJS };

for (const file of globSync(join(dist, "**", "*.js"))) {
  const code = readFileSync(file, "utf8");
  const short = code.includes("eslint-disable")
    ? transformSync(code, { minify: true, format: "cjs" }).code
    : ts.transpileModule(code, { compilerOptions: { ...asWritten, removeComments: true } }).outputText;
  writeFileSync(file, short);
}

for (const file of globSync(join(dist, "*.json")))
  writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, "utf8"))));
