/**
 * Reads modules of provider/ and emulator/ from their source, without a build: a generator must not show what an old build said.
 * They are CommonJS TypeScript with imports that name no extension, which Node does not run by itself.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire, registerHooks } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { root } from "./generated.mts";

const require = createRequire(import.meta.url);
const isOurs = (url: string): boolean => /\/(?:provider|emulator)\//.test(url) && url.endsWith(".ts");

registerHooks({
  resolve(specifier, context, next) {
    const parent = context.parentURL ?? "";
    if (!specifier.startsWith(".") || !isOurs(parent)) return next(specifier, context);
    const file = fileURLToPath(new URL(`${specifier}.ts`, parent));
    return next(existsSync(file) ? `${specifier}.ts` : specifier, context);
  },
  load(url, context, next) {
    if (!isOurs(url)) return next(url, context);
    const { outputText } = ts.transpileModule(readFileSync(fileURLToPath(url), "utf8"), {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
    });
    return { format: "commonjs", source: outputText, shortCircuit: true };
  },
});

/** A module by its path in the repository: `emulator/shapes`. */
export const moduleOf = (path: string): unknown => require(join(root, `${path}.ts`));

/** A module of provider/ by its path there: `api/routes`. */
export const providerModule = (path: string): unknown => moduleOf(`provider/${path}`);
