import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./command.mts";
import type { Progress } from "./progress.mts";
import { stopwatch } from "./progress.mts";
import { versionsFolder } from "./pulumiHome.mts";
import type { Source } from "./searchOrder.mts";
import { inWorkshop, putInPlace } from "./workshop.mts";

const LIMIT_SECONDS = 300;

/** Pulumi's own installation, by the Automation API: the version that belongs to the `@pulumi/pulumi` of this repository. */
export function officialInstall(environment: NodeJS.ProcessEnv, progress: Progress): Source {
  return {
    name: "Pulumi's official installation",
    look: async () => {
      const versions = versionsFolder(environment);
      return inWorkshop(versions, async (folder) => {
        const elapsed = stopwatch();
        const stopTelling = progress.during(() => `Installing Pulumi from its official site, ${elapsed()}`);
        try {
          // In a process of its own: the API cannot be stopped, and its installer is a shell script that may hang on a network.
          await run(process.execPath, [fileURLToPath(new URL("runOfficialInstall.mts", import.meta.url)), folder], {
            name: "the installation",
            environment: { ...environment, NODE_USE_ENV_PROXY: "1" },
            limitSeconds: LIMIT_SECONDS,
          });
        } finally {
          stopTelling();
        }
        const placed = await putInPlace(join(folder, "bin"), versions);
        progress.line(`Pulumi ${placed.version} was installed in ${placed.bin} (${elapsed()}).`);
        return { engine: { ...placed, origin: "download" } };
      });
    },
  };
}
