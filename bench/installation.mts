/**
 * The programs with their `node_modules`: this package as `npm pack` makes it, in a real folder (so that the engine's state
 * refers to the provider by name, as with users), and all else from the repository's own `node_modules`.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { contenders, type Contender } from "./contenders.mts";

const repository = fileURLToPath(new URL("..", import.meta.url));

/** Lays the programs out under `folder`. Gives the folder of each contender's program. */
export function install(folder: string): Readonly<Record<Contender, string>> {
  const modules = join(folder, "node_modules");
  mkdirSync(modules, { recursive: true });
  // Without scripts: what is measured is the build as it is.
  const packing = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const [tarball] = JSON.parse(execFileSync("npm", packing, { cwd: repository, encoding: "utf8" })) as {
    filename: string;
  }[];
  if (tarball === undefined) throw new Error("npm pack made nothing.");
  execFileSync("tar", ["-xzf", tarball.filename], { cwd: folder });
  renameSync(join(folder, "package"), join(modules, "pulumi-callab"));
  cpSync(join(repository, "bench", "floor-package"), join(modules, "callab-bench-floor"), { recursive: true });
  // The SDK looks a package up from its own place to learn the name it is exported under, so it stands beside it.
  cpSync(join(repository, "node_modules", "@pulumi"), join(modules, "@pulumi"), { recursive: true });
  const ours = new Set(["pulumi-callab", "callab-bench-floor", "@pulumi"]);
  for (const name of readdirSync(join(repository, "node_modules")))
    if (!ours.has(name) && !name.startsWith("."))
      symlinkSync(join(repository, "node_modules", name), join(modules, name));
  const programs = contenders.map((contender) => [contender, join(folder, contender)] as const);
  for (const [contender, program] of programs) {
    cpSync(join(repository, "bench", "programs", contender), program, { recursive: true });
    cpSync(join(repository, "bench", "programs", "campaigns.js"), join(program, "campaigns.js"));
  }
  return Object.fromEntries(programs) as Record<Contender, string>;
}
