import { onPath, underPulumiHome } from "./existing.mts";
import { goBuild } from "./goBuild.mts";
import { oldestGo } from "./goModule.mts";
import { withLock } from "./lock.mts";
import { officialInstall } from "./officialInstall.mts";
import { lineProgress, terminalProgress } from "./progress.mts";
import type { Progress } from "./progress.mts";
import { versionsFolder } from "./pulumiHome.mts";
import { EngineNotFound, firstEngine } from "./searchOrder.mts";
import type { Engine } from "./searchOrder.mts";
import { sweepWorkshops } from "./workshop.mts";

export type { Engine, Origin } from "./searchOrder.mts";
export { EngineNotFound } from "./searchOrder.mts";

interface FindOptions {
  /** Gets each line of progress; left out, they go to standard error, on a terminal as one line that is written over. */
  report?: (line: string) => void;
  /** Where PATH and PULUMI_HOME are read from, and what the commands run with. Default: this process's own. */
  environment?: NodeJS.ProcessEnv;
}

/**
 * A Pulumi engine that can run this project's programs: the one on PATH, else one kept under the Pulumi home, else one that is
 * installed there or, where Pulumi's site cannot be reached, built there from Go modules (once a machine, some minutes).
 *
 * @throws EngineNotFound if there is none and none could be made; its message says what was tried and what to do.
 */
export async function findEngine(options: FindOptions = {}): Promise<Engine> {
  const environment = options.environment ?? process.env;
  const progress = progressFor(options.report);

  const present = await firstEngine([onPath(environment), underPulumiHome(environment)]);
  if (present.engine) return present.engine;

  const made = await makeEngine(environment, progress);
  if (made.engine) return made.engine;
  throw new EngineNotFound([...present.refusals, ...made.refusals], oldestGo());
}

type Search = Awaited<ReturnType<typeof firstEngine>>;

async function makeEngine(environment: NodeJS.ProcessEnv, progress: Progress): Promise<Search> {
  const versions = versionsFolder(environment);
  try {
    return await withLock(versions, progress, async () => {
      sweepWorkshops(versions);
      // While this process waited for the lock, its holder may have made the engine.
      const again = await firstEngine([underPulumiHome(environment)]);
      if (again.engine) return again;
      return firstEngine([officialInstall(environment, progress), goBuild(environment, progress)]);
    });
  } catch (error) {
    return { refusals: [{ source: `making one in ${versions}`, reason: (error as Error).message }] };
  }
}

function progressFor(report: FindOptions["report"]): Progress {
  if (report) return lineProgress(report);
  if (process.stderr.isTTY) return terminalProgress(process.stderr);
  return lineProgress((line) => void process.stderr.write(`${line}\n`));
}
