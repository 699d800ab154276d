import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

const extensions = process.platform === "win32" ? [".exe", ".cmd"] : [""];

/** The first folder that has a program of this name, with the program's full path. */
export function findExecutable(name: string, folders: readonly string[]): { folder: string; path: string } | undefined {
  for (const folder of folders) {
    for (const extension of extensions) {
      const path = join(folder, name + extension);
      if (isExecutable(path)) return { folder, path };
    }
  }
  return undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** On Windows the variable is called `Path`, `PATH` or `path`; a copy of the environment keeps only the one spelling. */
export function pathVariable(environment: NodeJS.ProcessEnv): string {
  if (process.platform !== "win32") return "PATH";
  return Object.keys(environment).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
}

export function pathFolders(environment: NodeJS.ProcessEnv): string[] {
  return (environment[pathVariable(environment)] ?? "").split(delimiter).filter((folder) => folder !== "");
}
