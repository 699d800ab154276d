/** Lets this process `require` the repository's TypeScript as it is, without a build: compiled file by file, in memory. */
import { readFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { transformSync } from "@swc/core";

type Compile = (module: { _compile(code: string, file: string): void }, file: string) => void;

const require = createRequire(import.meta.url);
const compilers = (Module as unknown as { readonly _extensions: Record<string, Compile> })._extensions;

/** Loads a TypeScript module by its path from here; the caller says what is in it. */
export function load(path: string): unknown {
  compilers[".ts"] ??= (module, file) => {
    const { code } = transformSync(readFileSync(file, "utf8"), {
      filename: file,
      swcrc: false,
      sourceMaps: "inline",
      jsc: { parser: { syntax: "typescript" }, target: "es2022" },
      module: { type: "commonjs" },
    });
    module._compile(code, file);
  };
  return require(path);
}
