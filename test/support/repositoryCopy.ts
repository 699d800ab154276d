/** Programs of this repository, copied to a folder of their own so that a run leaves nothing in the repository. */
import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { nodeModules, type Form } from "./installation";
import { runFolder } from "./oncePerRun";
import { repository } from "./repository";

/** A folder with copies of these files and folders of the repository, and the package in this form. */
export async function copyOf(paths: readonly string[], form: Form = "packed"): Promise<string> {
  const folder = join(mkdtempSync(join(runFolder(), "copy-")), "program");
  mkdirSync(folder);
  for (const path of paths) {
    cpSync(join(repository, path), join(folder, path), {
      recursive: true,
      // What a person's own runs have left there: another installation, a stack's settings.
      filter: (source) => basename(source) !== "node_modules" && !/^Pulumi\..+\.yaml$/.test(basename(source)),
    });
  }
  symlinkSync(await nodeModules(form), join(folder, "node_modules"));
  return folder;
}
