/** Processes that work with the ledger's files (see ledgerProcess.mts); who is left after a test is killed. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface LedgerProcess {
  readonly pid: number;
  /** The next line that it says; rejects if it ends without. */
  said(): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  /** Tells it to end, as its starter's end does. */
  end(): void;
  /** How it ended: the code, or the signal. */
  readonly ended: Promise<number | string>;
}

const running = new Set<ChildProcess>();

afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
});

/** Starts as many processes as there are task lines, and lets them begin when all are ready. */
export async function startLedgerProcesses(tasks: readonly (readonly string[])[]): Promise<readonly LedgerProcess[]> {
  const processes = await Promise.all(
    tasks.map(async (task) => {
      const child = spawn(process.execPath, [join(__dirname, "ledgerProcess.mts"), ...task], {
        stdio: ["pipe", "pipe", "inherit"],
      });
      running.add(child);
      child.once("exit", () => running.delete(child));
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      const said = async (): Promise<string> => {
        const { value, done } = await lines.next();
        if (done === true) throw new Error(`the process ended without a word: ${task.join(" ")}`);
        return value;
      };
      await said();
      return { child, said };
    }),
  );
  for (const { child } of processes) child.stdin.write("go\n");
  return processes.map(({ child, said }) => ({
    pid: child.pid ?? 0,
    said,
    kill: (signal) => void child.kill(signal),
    end: () => child.stdin.end(),
    ended: endOf(child),
  }));
}

async function endOf(child: ChildProcess): Promise<number | string> {
  const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
  return code ?? signal ?? "";
}
