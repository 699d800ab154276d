/**
 * Leaves the types in dist that users come to: those of the package's entries and what they refer to. Entries without types
 * are only ever required, by the states of stacks. The others are half the files of the package, and nobody's.
 */
import { globSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { exports: entries } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly exports: Readonly<Record<string, string | { readonly types?: string }>>;
};

const kept = new Set<string>();
function keep(file: string): void {
  if (kept.has(file)) return;
  kept.add(file);
  for (const { fileName } of ts.preProcessFile(readFileSync(file, "utf8")).importedFiles)
    if (fileName.startsWith(".")) keep(join(dirname(file), `${fileName}.d.ts`));
}
for (const entry of Object.values(entries))
  if (typeof entry === "object" && entry.types !== undefined) keep(join(root, entry.types));

for (const file of globSync(join(root, "dist", "**", "*.d.ts"))) if (!kept.has(file)) rmSync(file);
