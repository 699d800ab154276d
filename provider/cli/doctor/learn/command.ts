/**
 * `callab doctor --learn`, `--contract` and `--report`: what an account does, written to a file, held against one, or told as
 * a text. Writes are tried only where that was said and agreed to, and what was made is removed, also after Ctrl-C.
 */
import { existsSync, renameSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { createClient } from "../../../api/client";
import { unlessStopped } from "../../../api/stop";
import { accountOf, type Configuration } from "../../../configuration";
import { changeInWords, differences } from "../../../contract/differences";
import { mergedOver } from "../../../contract/merge";
import { reportOf } from "../../../contract/report";
import { textOf } from "../../../contract/text";
import type { Contract } from "../../../contract/types";
import { kinds } from "../../../kinds";
import { keyOf as hashOf } from "../../../ledger/ledger";
import { printable } from "../../../words/plainText";
import { ownVersion } from "../../../runtime/ownVersion";
import { contractIn } from "../../contractFile";
import { exitCodes, wrongUsage } from "../../failure";
import { wordedForCommand } from "../../hints";
import { refuseLink } from "../../privateFile";
import { asCommandFailure, withToken, type ConnectionFlags } from "../../settings";
import { settingsOrStacks } from "../../stackConfiguration";
import { painter, progressOn, type Screen } from "../../terminal";
import { learn, type Learned } from "./learn";
import type { Leftover } from "./remove";
import { triedKinds } from "./throwAways";
import { tryNotesOn } from "./tryNotes";
import type { World } from "./world";

export interface LearnFlags extends ConnectionFlags {
  readonly learn?: string | undefined;
  readonly tryWrites?: boolean | undefined;
  readonly yes?: boolean | undefined;
  readonly report?: boolean | undefined;
  readonly json?: boolean | undefined;
}

export interface Screens {
  readonly out: Screen;
  readonly err: Screen;
}

/** What tests replace: the clock, the dice, and the person at the terminal. */
export interface LearnRun {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly random: () => number;
  /** Whether somebody can be asked. */
  readonly isAttended: () => boolean;
  readonly agrees: (question: string) => Promise<boolean>;
  /** Calls the function at every Ctrl-C, until what it gives is called. */
  readonly onInterrupt: (act: () => void) => () => void;
}

const asEver: LearnRun = {
  now: Date.now,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
  isAttended: () => process.stdin.isTTY && process.stderr.isTTY,
  async agrees(question) {
    const asking = createInterface({ input: process.stdin, output: process.stderr });
    const gone = new AbortController();
    // Ctrl-C and the end of the input are a no.
    for (const event of ["SIGINT", "close"] as const) asking.once(event, () => gone.abort());
    try {
      const answer = await asking.question(question, { signal: gone.signal }).catch(() => "");
      return /^y(?:es)?$/i.test(answer.trim());
    } finally {
      asking.close();
    }
  },
  onInterrupt(act) {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, act);
    return () => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.removeListener(signal, act);
    };
  },
};

/** Gives the exit code. Throws a CommandFailure for a command line, or a file, that cannot be used. */
export async function learnCommand(flags: LearnFlags, screens: Screens, run: LearnRun = asEver): Promise<number> {
  const { learn: file, tryWrites = false } = flags;
  if (tryWrites) mustBeMeant(flags, run);
  const before = file === undefined || !existsSync(file) ? undefined : contractIn(file);
  if (file !== undefined) refuseLink(file);
  const settings = withToken(await settingsOrStacks(flags));
  if (tryWrites && !(await isAgreed(flags, settings, screens.err, run))) {
    screens.err.write("Nothing was asked of the API.\n");
    return exitCodes.usage;
  }
  const learned = await learnFrom(settings, tryWrites, screens.err, run);
  const merged = mergedOver(before, learned.contract);
  if (file !== undefined && !learned.wasStopped) save(file, merged);
  if (flags.json === true) screens.out.write(`${JSON.stringify({ ...learned, contract: merged }, null, 2)}\n`);
  else if (flags.report === true) screens.out.write(reportOf(merged, ownVersion()));
  else screens.out.write(`${inWords(before, learned, file, tryWrites, screens.out)}\n`);
  tellFailures(learned, screens.err);
  if (learned.wasStopped) return exitCodes.interrupted;
  return learned.problems.length + learned.leftovers.length === 0 ? exitCodes.ok : exitCodes.failed;
}

/** What an account does otherwise than a file says; by reads alone. */
export async function changesSince(
  before: Contract,
  settings: Configuration,
  err: Screen,
  run: LearnRun = asEver,
): Promise<{ readonly changes: readonly string[]; readonly problems: readonly string[] }> {
  const { contract, problems } = await learnFrom(settings, false, err, run);
  return { changes: differences(before, contract).map(changeInWords), problems };
}

/** Throwing away needs a file, a workspace that is named in so many words, and somebody who agrees. */
function mustBeMeant({ learn: file, workspace, yes }: LearnFlags, run: LearnRun): void {
  if (file === undefined) throw wrongUsage("--try-writes learns for a file: name it with --learn.");
  if (workspace === undefined)
    throw wrongUsage("--try-writes makes throw-away objects: name the workspace they are made in with --workspace.");
  if (yes !== true && !run.isAttended())
    throw wrongUsage("--try-writes makes throw-away objects, and there is no terminal to agree at. Say --yes.");
}

async function isAgreed(
  { yes }: LearnFlags,
  { workspace, baseUrl, apiToken }: Configuration,
  err: Screen,
  run: LearnRun,
): Promise<boolean> {
  const nouns = triedKinds.map((kind) => kinds[kind].plural).join(", ");
  err.write(
    [
      `In the workspace ${workspace} at ${baseUrl}, by the token from ${wordedForCommand(apiToken?.origin ?? "")}, two or three throw-away objects of each of these kinds are made, changed and deleted: ${nouns}.`,
      "Their names begin with callab- and a random text. They can call nobody: the campaigns are inbound, have no phone number, begin in ten years, have a window of one minute and select by that random text; they are never sent as active. The agents have no tools, and the steps of the webhooks lead nowhere.",
      "No other object is changed. Ctrl-C ends it and removes what was made; what cannot be removed is named.",
      "",
    ].join("\n"),
  );
  return yes === true || run.agrees("Go on? [y/N] ");
}

async function learnFrom(settings: Configuration, tryWrites: boolean, err: Screen, run: LearnRun): Promise<Learned> {
  const progress = progressOn(err);
  const [stop, stopRemoving] = [new AbortController(), new AbortController()];
  const interrupted = new Error("it was interrupted");
  const rest = run.onInterrupt(() => {
    if (stop.signal.aborted) stopRemoving.abort(interrupted);
    stop.abort(interrupted);
  });
  const worldOf = (signal: AbortSignal): World => ({
    client: createClient(settings, { signal }),
    clientWith: (routes) => createClient({ ...settings, routes: { ...settings.routes, ...routes } }, { signal }),
    workspace: settings.workspace,
    now: run.now,
    sleep: (ms) => unlessStopped(run.sleep(ms), signal),
    signal,
    random: run.random,
    progress: (text) => progress.show(text),
  });
  const account = hashOf(accountOf(settings));
  const tries = tryWrites
    ? { notes: tryNotesOn(settings, account), account, removing: worldOf(stopRemoving.signal) }
    : undefined;
  try {
    return await learn(worldOf(stop.signal), { tries, signal: stop.signal });
  } catch (error) {
    throw asCommandFailure(error);
  } finally {
    rest();
    progress.done();
  }
}

/** A temporary file and a rename: never half a contract. */
function save(file: string, contract: Contract): void {
  const fresh = `${file}.${process.pid}.new`;
  writeFileSync(fresh, textOf(contract));
  renameSync(fresh, file);
}

function inWords(
  before: Contract | undefined,
  { contract, wasStopped }: Learned,
  file: string | undefined,
  tryWrites: boolean,
  screen: Screen,
): string {
  const paint = painter(screen);
  if (wasStopped) return paint("yellow", "It was interrupted, and nothing was written to a file.");
  const changes = before === undefined ? [] : differences(before, contract).map(changeInWords);
  const routes = Object.values(contract.routes).filter((fact) => fact?.route !== null).length;
  const summary = `${routes} routes were seen to work${tryWrites ? "" : ", by reads alone"}.`;
  const since =
    before === undefined
      ? []
      : changes.length === 0
        ? [`Nothing has changed since ${before.day}.`]
        : [`Changed since ${before.day}:`, ...changes.map((change) => `  ${printable(change)}`)];
  const next =
    file === undefined
      ? ["To keep it: callab doctor --learn callab.contract.json"]
      : [
          `Written to ${file}. Commit it beside the program, then: pulumi config set callab:contract ${file}`,
          ...(tryWrites
            ? []
            : [
                "What writes do is learned with --try-writes --workspace <slug>, on throw-away objects that can call nobody.",
              ]),
        ];
  return [paint("bold", summary), ...since, ...next].join("\n");
}

function tellFailures({ problems, leftovers }: Learned, err: Screen): void {
  const paint = painter(err);
  for (const problem of problems) err.write(`${paint("yellow", "note:")} ${printable(problem)}\n`);
  for (const each of leftovers) err.write(`${paint("red", "left over:")} ${printable(leftoverInWords(each))}\n`);
}

const leftoverInWords = ({ kind, workspace, mark, id, why }: Leftover): string =>
  `the throw-away ${kinds[kind].noun} ${mark}${id === undefined ? "" : ` (ID ${id})`} in the workspace ${workspace}: ${why}. It can call nobody. Delete it in the dashboard, or run this again.`;
