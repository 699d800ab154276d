/**
 * Puts a set of files into place as one: written to a folder beside the wanted one, then renamed. An interruption leaves
 * either what was there before or all that is new.
 */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { CommandFailure, exitCodes } from "../failure";
import { refuseLink, writePrivate } from "../privateFile";

export interface NewFile {
  readonly text: string;
}

/** Throws a CommandFailure if the folder is there and must not be replaced, or is a link to one. `here`: the folder the command runs in. */
export function mayWrite(folder: string, force: boolean, here = process.cwd()): void {
  refuseLink(folder);
  if (existsSync(folder) && !force) {
    throw new CommandFailure(
      `${folder} exists already, and nothing in it was touched. Choose another folder with --out, or replace its program with --force.`,
      exitCodes.usage,
    );
  }
  // The folder is replaced as a whole, and whoever stands in it would stand in the old one.
  const way = relative(resolve(folder), here);
  if (existsSync(folder) && way.split(sep)[0] !== ".." && !isAbsolute(way)) {
    throw new CommandFailure(
      `The command runs inside of ${folder}, which would be replaced. Run it from another folder.`,
      exitCodes.usage,
    );
  }
}

/**
 * Writes the folder. One that is there is replaced: what an export makes (`ours`) by what it made now; everything else
 * in it (a stack's configuration, installed packages) is kept.
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, NewFile>, ours: readonly string[]): void {
  const target = resolve(folder);
  mkdirSync(dirname(target), { recursive: true });
  const fresh = mkdtempSync(join(dirname(target), `.${basename(target)}-new-`));
  // The work below takes milliseconds and is not cut in half by a Ctrl-C; a kill leaves the hidden folder behind.
  const endings = ["SIGINT", "SIGTERM"] as const;
  const goOn = (): void => undefined;
  for (const signal of endings) process.on(signal, goOn);
  try {
    // A temporary folder is private; this one becomes a folder like any other.
    chmodSync(fresh, 0o755);
    for (const [name, { text }] of files) writePrivate(join(fresh, name), text);
    if (existsSync(target)) replace(target, fresh, ours);
    else renameSync(fresh, target);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    for (const signal of endings) process.removeListener(signal, goOn);
  }
}

function replace(target: string, fresh: string, ours: readonly string[]): void {
  const before = mkdtempSync(join(dirname(target), `.${basename(target)}-before-`));
  renameSync(target, join(before, "folder"));
  try {
    renameSync(fresh, target);
  } catch (error) {
    renameSync(join(before, "folder"), target);
    rmSync(before, { recursive: true, force: true });
    throw error;
  }
  for (const name of readdirSync(join(before, "folder")))
    if (!ours.includes(name)) renameSync(join(before, "folder", name), join(target, name));
  rmSync(before, { recursive: true, force: true });
}
