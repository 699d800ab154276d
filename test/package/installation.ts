/** The packed package, as the tests of this folder need it: the tarball, the extracted folder, and projects that use it. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { ownEnvironment, run, type CommandResult } from "../support/command";
import { nodeModules, packedPackage } from "../support/installation";
import { runFolder } from "../support/oncePerRun";
import { repository } from "../support/repository";

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly main: string;
  readonly types: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

export const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

/** The tarball that `npm pack` made. */
export async function tarball(): Promise<string> {
  const folder = await packedPackage();
  const { name, version } = manifestOf(folder);
  return join(dirname(dirname(folder)), `${name}-${version}.tgz`);
}

/** Every file of a folder, with / between the parts of its path, sorted. */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();

/** The files of types that a compiler reads through one of them: itself and what it refers to, in the package's folder. */
export function reachableTypes(folder: string, file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(join(folder, file), "utf8");
  for (const [, name = ""] of text.matchAll(/(?:\bfrom |\bimport\(|\brequire\()"(\.[^"]*)"/g)) {
    reachableTypes(folder, join(dirname(file), `${name}.d.ts`), found);
  }
  return found;
}

/** A project with these files that has the packed package installed. */
export async function consumer(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(join(runFolder(), "consumer-"));
  symlinkSync(await nodeModules("packed"), join(folder, "node_modules"));
  for (const [name, text] of Object.entries({ "package.json": '{ "private": true }', ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Runs a program of a development dependency of this repository. */
export function tool(path: string, args: readonly string[], cwd = repository): Promise<CommandResult> {
  return run(process.execPath, [join(repository, "node_modules", path), ...args], {
    cwd,
    environment: ownEnvironment(),
  });
}
