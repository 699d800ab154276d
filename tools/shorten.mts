/**
 * Shortens in dist what a machine wrote for a machine: the validators, and the compiler's copies of the JSON that stands as
 * people read it beside dist. And it leaves the comments and half of the indentation out of the code: people read that in
 * the sources, and in the types, whose comments stay. They are a good part of what is downloaded.
 */
import { transformSync, type TransformOptions } from "esbuild";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const dist = join(dirname(fileURLToPath(import.meta.url)), "..", "dist");

for (const file of globSync(join(dist, "**", "*.js"))) {
  const code = readFileSync(file, "utf8");
  const how: TransformOptions = code.includes("eslint-disable")
    ? { minify: true, format: "cjs" }
    : { legalComments: "none" };
  writeFileSync(file, transformSync(code, how).code);
}

for (const file of globSync(join(dist, "*.json")))
  writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, "utf8"))));
