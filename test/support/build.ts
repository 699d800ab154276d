/** The compiled package. Tests of the engine use it as users do, so it must be of the sources as they are. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ownEnvironment, run, succeeded } from "./command";
import { oncePerRun } from "./oncePerRun";
import { repository } from "./repository";

/** Builds `dist` if a source is newer than what was made of it. */
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
    return "built";
  });
}

function isStale(): boolean {
  return ["provider", "emulator"].some((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .some((name) => {
        const source = join(repository, folder, name);
        const made = join(repository, "dist", folder, name.replace(/\.ts$/, ".js"));
        return !existsSync(made) || statSync(made).mtimeMs < statSync(source).mtimeMs;
      }),
  );
}
