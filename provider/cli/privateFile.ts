/**
 * The one writer of files that may hold secrets, or what others wrote: readable by their owner alone, and never through a
 * link, which may have been put there by whoever wrote the folder.
 */
import { closeSync, constants, fchmodSync, lstatSync, openSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { wrongUsage } from "./failure";

/** Windows has no such flag; there, only administrators make links. */
const NO_FOLLOW = (constants as { readonly O_NOFOLLOW?: number }).O_NOFOLLOW ?? 0;

/** Writes a file, or another text into it. Throws a CommandFailure if a link stands in its place. */
export function writePrivate(path: string, text: string): void {
  refuseLink(path);
  const { O_WRONLY, O_CREAT, O_TRUNC } = constants;
  const file = openSync(path, O_WRONLY | O_CREAT | O_TRUNC | NO_FOLLOW, 0o600);
  try {
    fchmodSync(file, 0o600);
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
}

/** Throws a CommandFailure if a link stands there, whatever it leads to. */
export function refuseLink(path: string): void {
  if (lstatSync(resolve(path), { throwIfNoEntry: false })?.isSymbolicLink() === true)
    throw wrongUsage(`${path} is a link, and nothing is written through a link. Name the place itself.`);
}
