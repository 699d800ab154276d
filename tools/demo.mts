/**
 * `npm run demo`: the tour on a fresh machine. A Pulumi engine is found or made, a Callab API is started in this
 * process, and the repository's own program is applied to it. Nobody is called and nothing is left behind.
 */
import { fileURLToPath } from "node:url";
import { EngineNotFound, findEngine } from "./engine/findEngine.mts";
import { Stack } from "./demo/stack.mts";
import { StepFailed, tour } from "./demo/tour.mts";

const repository = fileURLToPath(new URL("..", import.meta.url));
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

let step = 0;
let interruptedBy: keyof typeof signals | undefined;
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const heading = (title: string): void => {
  const text = `${++step}. ${title}`;
  say(process.stdout.isTTY ? `\n\u001b[1m${text}\u001b[0m` : `\n${text}`);
};

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    heading("A Pulumi engine");
    const engine = await findEngine();
    say(`Pulumi ${engine.version} in ${engine.bin}`);
    const began = performance.now();

    heading("A Callab API on this machine");
    const { startEmulator } = await loadEmulator();
    const emulator = await startEmulator();
    say(`${emulator.url} (an emulator: nobody is called)`);

    const stack = new Stack(repository, engine, {
      CALLAB_BASE_URL: emulator.url,
      CALLAB_API_TOKEN: emulator.token,
    });
    const leave = async (): Promise<void> => {
      await stack.remove();
      await emulator.close();
    };
    const forget = onSignal(leave);
    try {
      await tour(stack, emulator, heading);
    } finally {
      await leave();
      forget();
    }
    say(
      `\nEvery step did what it should, in ${Math.round((performance.now() - began) / 1_000)} s. Nothing was left behind.`,
    );
    return 0;
  } catch (error) {
    // The tour was broken off; the handler of the signal cleans up and ends this process.
    if (interruptedBy !== undefined) return signals[interruptedBy];
    if (!(error instanceof StepFailed) && !(error instanceof EngineNotFound) && !(error instanceof NotBuilt))
      throw error;
    process.stderr.write(`\nThe tour failed at step ${step}: ${error.message}\n`);
    return 1;
  }
}

class NotBuilt extends Error {}

async function loadEmulator(): Promise<typeof import("pulumi-callab/emulator")> {
  try {
    return await import("pulumi-callab/emulator");
  } catch (cause) {
    throw new NotBuilt("this package is not built yet. `npm ci` installs and builds it; `npm run build` only builds.", {
      cause,
    });
  }
}

/** Calls `leave` once and ends this process when the tour is interrupted. Returns what takes this back. */
function onSignal(leave: () => Promise<void>): () => void {
  const names = Object.keys(signals) as (keyof typeof signals)[];
  const handler = (signal: keyof typeof signals): void => {
    if (interruptedBy !== undefined) return;
    interruptedBy = signal;
    process.stderr.write("\nStopping, and cleaning up.\n");
    void leave().finally(() => process.exit(signals[signal]));
  };
  for (const name of names) process.on(name, handler);
  return () => {
    for (const name of names) process.off(name, handler);
  };
}
