/**
 * Shortens in dist what a machine wrote for a machine: the validators, and the compiler's copies of the JSON that stands as
 * people read it beside dist. Nobody reads them there, and they are a good part of what is downloaded.
 */
import { transformSync } from "esbuild";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const dist = join(dirname(fileURLToPath(import.meta.url)), "..", "dist");

for (const file of globSync(join(dist, "**", "*alidator*.js"))) {
  const code = readFileSync(file, "utf8");
  if (code.includes("eslint-disable")) writeFileSync(file, transformSync(code, { minify: true, format: "cjs" }).code);
}

for (const file of globSync(join(dist, "*.json")))
  writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, "utf8"))));
