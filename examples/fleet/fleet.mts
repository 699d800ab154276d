/**
 * Runs the stack of every workspace in `workspaces.json`, several at a time:
 *
 *     node fleet.mts preview                     what would change
 *     node fleet.mts up --yes                    makes it so
 *     node fleet.mts destroy --yes --at-once 8   eight stacks at a time
 *
 * A failure that would meet every stack (a token that is refused, a mistake in the program) stops it: no more stacks are
 * begun, and those under way end properly. So does the first Ctrl-C. It ends with 0 if all went well, 1 if a stack failed
 * or was not begun, 2 if it was asked for something that it does not do.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sideBySide } from "./sideBySide.mts";
import { operate, type Operation, type Outcome } from "./stack.mts";

const USAGE = "node fleet.mts preview | up --yes | destroy --yes  [--refresh] [--at-once 4]";

interface Command {
  readonly operation: Operation;
  /** How many stacks run at a time. */
  readonly atOnce: number;
  readonly refresh: boolean;
}

function commandLine(): Command {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      "at-once": { type: "string", default: "4" },
      refresh: { type: "boolean", default: false },
      yes: { type: "boolean", default: false },
    },
  });
  const [operation] = positionals;
  const atOnce = Number(values["at-once"]);
  if (positionals.length !== 1 || !isOperation(operation)) throw new Error("Say what is to be done.");
  if (!Number.isSafeInteger(atOnce) || atOnce < 1) throw new Error("--at-once takes a whole number from 1 on.");
  if (operation !== "preview" && !values.yes)
    throw new Error(`${operation} asks no questions: look at the preview first, then say --yes.`);
  return { operation, atOnce, refresh: values.refresh };
}

const isOperation = (text: string | undefined): text is Operation =>
  text === "preview" || text === "up" || text === "destroy";

function workspacesInFile(): string[] {
  const file = join(import.meta.dirname, "workspaces.json");
  const entries = JSON.parse(readFileSync(file, "utf8")) as { readonly workspace: string }[];
  const names = entries.map(({ workspace }) => workspace);
  // Two runs of one stack at once would meet each other's lock.
  if (new Set(names).size < names.length) throw new Error("workspaces.json names a workspace twice.");
  return names;
}

const say = (line: string): void => console.log(line);

const inWords = ({ changes, failure }: Outcome): string => {
  if (failure !== undefined) return `failed: ${failure.words}`;
  const parts = Object.entries(changes).map(([change, count]) => `${count} ${change}`);
  return parts.length === 0 ? "nothing to do" : parts.join(", ");
};

/** Runs them all, and gives the code to end with. */
async function run({ operation, atOnce, refresh }: Command): Promise<number> {
  const workspaces = workspacesInFile();
  const stop = new AbortController();
  const stopFor = (why: string): void => {
    if (stop.signal.aborted) return;
    say(`No more stacks are begun: ${why}. Those under way end properly.`);
    stop.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopFor(`there was a ${signal}`));

  const outcomes = await sideBySide(workspaces, atOnce, stop.signal, async (workspace) => {
    const outcome = await operate(workspace, operation, refresh, say);
    say(`${workspace}: ${inWords(outcome)} (${outcome.seconds.toFixed(0)} s)`);
    if (outcome.failure?.isShared === true) stopFor(outcome.failure.words);
    return outcome;
  });

  const width = Math.max(...workspaces.map(({ length }) => length));
  say("");
  for (const workspace of workspaces) {
    const outcome = outcomes.get(workspace);
    say(`${workspace.padEnd(width)}  ${outcome === undefined ? "not begun" : inWords(outcome)}`);
  }
  const isWell = workspaces.every(
    (workspace) => outcomes.get(workspace)?.failure === undefined && outcomes.has(workspace),
  );
  say(
    isWell
      ? `\n${operation} of ${workspaces.length} stacks: all well.`
      : `\nNot all is well: what each engine said is in logs/.`,
  );
  return isWell ? 0 : 1;
}

try {
  const command = commandLine();
  process.exitCode = await run(command);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 2;
}
