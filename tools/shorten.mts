/**
 * Shortens in dist what a machine wrote for a machine: the validators, which are read by nobody there and are a good part of
 * what is downloaded.
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
