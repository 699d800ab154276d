/** The package managers that people install with. Each has a home of its own: no setting and no cache of the machine counts. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ownEnvironment, run, succeeded } from "./command";
import { runFolder } from "./oncePerRun";
import type { Registry } from "./registry";
import { repository } from "./repository";

export type PackageManager = "npm" | "pnpm" | "yarn";

const script = (...path: readonly string[]): string => join(repository, "node_modules", ...path);

/** How each is started, and told where its home is. No package's script is run. */
const starts: Readonly<Record<PackageManager, (home: string) => readonly [command: string, ...args: string[]]>> = {
  npm: (home) => ["npm", "--no-audit", "--no-fund", "--ignore-scripts", "--cache", join(home, "cache")],
  pnpm: (home) => [
    process.execPath,
    script("pnpm", "bin", "pnpm.cjs"),
    "--ignore-scripts",
    "--store-dir",
    join(home, "store"),
  ],
  yarn: (home) => [
    process.execPath,
    script("yarn", "bin", "yarn.js"),
    "--no-default-rc",
    "--non-interactive",
    "--ignore-scripts",
    "--cache-folder",
    join(home, "cache"),
  ],
};

/** Runs a manager in a project's folder: `install`, `add …`. Packages come from the registry alone. */
export async function manage(
  manager: PackageManager,
  folder: string,
  registry: Registry,
  ...args: readonly string[]
): Promise<void> {
  const home = join(runFolder(), `home-of-${manager}`);
  mkdirSync(home, { recursive: true });
  const others = Object.entries(ownEnvironment()).filter(([name]) => !/^(npm|pnpm|yarn|xdg)_/i.test(name));
  const environment = { ...Object.fromEntries(others), HOME: home, npm_config_globalconfig: join(home, "none") };
  const [command, ...first] = starts[manager](home);
  succeeded(await run(command, [...first, "--registry", registry.url, ...args], { cwd: folder, environment }));
}
