/**
 * Puts a set of files into place as one: written to a folder beside the wanted one, then renamed. An interruption leaves
 * either what was there before or all that is new.
 */
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { CommandFailure, exitCodes } from "../failure";
import { refuseLink, writePrivate } from "../privateFile";

export interface NewFile {
  readonly text: string;
}

/** Throws a CommandFailure if the folder is there and must not be replaced, is a link to one, or cannot be written. `here`: the folder the command runs in. */
export function mayWrite(folder: string, force: boolean, here = process.cwd()): void {
  mustBeWritable(folder);
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

function mustBeWritable(folder: string): void {
  // The folder is put into place from beside it, so its parent is what must take it.
  let parent = dirname(resolve(folder));
  while (!existsSync(parent)) parent = dirname(parent);
  try {
    if (!statSync(parent).isDirectory()) throw cannotWrite(folder, `${parent} is no folder`);
    accessSync(parent, constants.W_OK);
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw isOfSystem(error) ? cannotWrite(folder, error.message) : error;
  }
}

/** A failure of the disk, by the code that Node gives each. */
const isOfSystem = (error: unknown): error is { readonly code: unknown; readonly message: string } =>
  typeof error === "object" && error !== null && "code" in error && "message" in error;

const cannotWrite = (folder: string, reason: string): CommandFailure =>
  new CommandFailure(`${folder} cannot be written: ${reason}. Choose another folder with --out.`, exitCodes.usage);

/**
 * Writes the folder. One that is there is replaced: what an export makes (`ours`) by what it made now; everything else
 * in it (a stack's configuration, installed packages) is kept. Throws a CommandFailure where the disk does not take it.
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, NewFile>, ours: readonly string[]): void {
  const target = resolve(folder);
  try {
    writeBeside(target, files, ours);
  } catch (error) {
    throw isOfSystem(error) ? cannotWrite(folder, error.message) : error;
  }
}

function writeBeside(target: string, files: ReadonlyMap<string, NewFile>, ours: readonly string[]): void {
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
