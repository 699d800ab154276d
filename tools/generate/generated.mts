/** Writes a generated file, or with `--check` fails if the one there is stale. */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

export async function generated(path: string, text: string): Promise<void> {
  const file = join(root, path);
  const options = (await resolveConfig(file)) ?? {};
  generatedAsIs(path, await format(text, { ...options, filepath: file }));
}

/** The same for a file of a form that prettier does not know. */
export function generatedAsIs(path: string, formatted: string): void {
  const file = join(root, path);
  if (!process.argv.includes("--check")) {
    writeFileSync(file, formatted);
    return;
  }
  let present = "";
  try {
    present = readFileSync(file, "utf8");
  } catch {
    // Absent is stale.
  }
  if (present !== formatted) {
    console.error(`${path} is stale: run \`npm run generate\` and commit the result.`);
    process.exitCode = 1;
  }
}
