/** The compiled package, and the bundled plugin. Tests of the engine use it as users do, so it must be of the sources as they are. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ownEnvironment, run, succeeded } from "./command";
import { oncePerRun } from "./oncePerRun";
import { repository } from "./repository";

/** Builds `dist` and the plugin if a source is newer than what was made of it. */
export async function freshBuild(): Promise<void> {
  await oncePerRun("build", async () => {
    if (!isStale()) return "as it was";
    // Types are the business of `npm run check`.
    const tsc = join(repository, "node_modules", "typescript", "bin", "tsc");
    succeeded(
      await run(process.execPath, [tsc, "-p", "tsconfig.build.json", "--noCheck"], {
        cwd: repository,
        environment: ownEnvironment(),
      }),
    );
    succeeded(
      await run(process.execPath, [join("tools", "dist.mts")], { cwd: repository, environment: ownEnvironment() }),
    );
    return "built";
  });
}

const plugin = join(repository, "plugin", "callab.cjs");

/** Whether something made is missing or older than its source. */
function isStale(): boolean {
  return ["provider", "emulator", "policy"].some((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(ts|json)$/.test(name))
      // The pack itself is a program, as users write it.
      .filter((name) => join(folder, name) !== join("policy", "index.ts"))
      .some((name) => {
        const source = join(repository, folder, name);
        const compiled = join(repository, "dist", folder, name.replace(/\.ts$/, ".js"));
        // The modules of the plugin are in its bundle alone.
        const made = [plugin, ...(/^native[\\/][^\\/]+$/.test(name) ? [] : [compiled])];
        return made.some((file) => !existsSync(file) || statSync(file).mtimeMs < statSync(source).mtimeMs);
      }),
  );
}
