/** `callab status`: what calls now, as a table, as JSON, or as a table that redraws. It only reads. */
import { setTimeout as sleepReally } from "node:timers/promises";
import { createClient } from "../../api/client";
import { CallabError } from "../../api/errors";
import { printable } from "../../words/plainText";
import { wrongUsage } from "../failure";
import { explain } from "../hints";
import { asCommandFailure, withToken, type ConnectionFlags } from "../settings";
import { settingsOrStacks } from "../stackConfiguration";
import { painter, progressOn, type Screen } from "../terminal";
import { table } from "../../words/table";
import { readStatus } from "./read";
import { statusOf, type CampaignStatus, type Status } from "./status";

export interface StatusFlags extends ConnectionFlags {
  readonly calls?: boolean | undefined;
  readonly watch?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** What tests replace: the clock, the pause between two looks, and how often is looked. */
export interface StatusRun {
  readonly now: () => number;
  /** Resolves with false where there is to be no further look. */
  readonly pause: (ms: number) => Promise<boolean>;
}

const asEver: StatusRun = { now: Date.now, pause: (ms) => sleepReally(ms, true) };

/** Between two looks of `--watch`: two requests each, three with `--calls`. */
const PAUSE_MS = 10_000;

/** Throws a CommandFailure. With `--watch` it ends by Ctrl-C, or where the API does not take the token. */
export async function statusCommand(
  flags: StatusFlags,
  screens: { readonly out: Screen; readonly err: Screen },
  run: StatusRun = asEver,
): Promise<void> {
  if (flags.watch === true && (flags.json === true || screens.out.isTTY !== true))
    throw wrongUsage(
      `--watch redraws a table and needs a terminal${flags.json === true ? ", so it does not go with --json" : ""}. For scripts, run \`callab status --json\` when you need it.`,
    );
  const settings = withToken(await settingsOrStacks(flags));
  const client = createClient(settings);
  const look = async (onProgress: (text: string) => void): Promise<Look> => {
    const calls = flags.calls === true;
    const now = run.now();
    const { campaigns, notes } = await readStatus(client, settings.workspace, { calls, now, onProgress });
    return { status: statusOf(settings.workspace, campaigns, now, calls), notes };
  };
  if (flags.watch === true) return watch(look, screens.out, run);
  const progress = progressOn(screens.err);
  progress.show("Looking…");
  const { status, notes } = await look((text) => progress.show(`Looking: ${text}`))
    .catch((error: unknown) => {
      throw asCommandFailure(error);
    })
    .finally(() => progress.done());
  screens.out.write(flags.json === true ? `${JSON.stringify(status, null, 2)}\n` : `${inWords(status, screens.out)}\n`);
  for (const note of notes) screens.err.write(`${painter(screens.err)("yellow", "note:")} ${printable(note)}\n`);
}

interface Look {
  readonly status: Status;
  readonly notes: readonly string[];
}

/** The lines in place of those before: nothing flickers, and nothing piles up. */
const redrawn = (text: string): string => `\u001b[H${text.replace(/$/gm, "\u001b[K")}\n\u001b[J`;

async function watch(look: (onProgress: () => void) => Promise<Look>, out: Screen, run: StatusRun): Promise<void> {
  let shown = "";
  out.write("\u001b[2J");
  do {
    try {
      const { status, notes } = await look(() => undefined);
      shown = [inWords(status, out), ...notes.map((note) => printable(note))].join("\n");
      out.write(redrawn(shown));
    } catch (error) {
      // What was seen last stays: one lost answer is no reason to look away from what calls people.
      const isTold = error instanceof CallabError && error.status !== 401 && error.status !== 403;
      if (!isTold) throw asCommandFailure(error);
      const at = new Date(run.now()).toISOString().slice(11, 19);
      out.write(redrawn([shown, `${at} UTC: not read, the table is older. ${printable(explain(error))}`].join("\n")));
    }
  } while (await run.pause(PAUSE_MS));
}

/** The table, under a line that says what matters. */
function inWords({ workspace, at, campaigns }: Status, screen: Screen): string {
  const paint = painter(screen);
  const calling = campaigns.filter(({ callingNow }) => callingNow === true).length;
  const perhaps = campaigns.filter(({ callingNow }) => callingNow === null).length;
  const time = `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
  // The API answers alike for an empty workspace and for one that is not there.
  if (campaigns.length === 0)
    return `No campaigns in the workspace ${workspace} (${time}). Is that its slug? A workspace that does not exist looks as empty.`;
  const head = `${paint("bold", `${calling} of ${campaigns.length} ${campaigns.length === 1 ? "campaign" : "campaigns"} calling now${perhaps === 0 ? "" : `, ${perhaps} more may be,`}`)} in the workspace ${workspace} (${time})`;
  const withCalls = campaigns.some(({ calls }) => calls !== undefined);
  const columns = ["campaign", "status", "progress", "agent", "now", ...(withCalls ? ["calls today"] : []), "hours"];
  const rows = campaigns.map((campaign) => [
    campaign.name,
    campaign.status ?? "not shown",
    campaign.progress === null ? "–" : String(campaign.progress),
    campaign.agent ?? "not shown",
    nowWords(campaign),
    ...(withCalls ? [callWords(campaign)] : []),
    campaign.hours,
  ]);
  const coloured = (cell: string, row: number, column: number): string =>
    row === 0 ? paint("bold", cell) : column === 4 && cell === CALLING ? paint("green", cell) : cell;
  return [head, "", table([columns, ...rows], coloured)].join("\n");
}

const CALLING = "calling now";
const PERHAPS = "may be calling";

const nowWords = ({ callingNow, next }: CampaignStatus): string =>
  callingNow === null ? PERHAPS : callingNow ? CALLING : next === null ? "–" : `next ${next}`;

function callWords({ calls }: CampaignStatus): string {
  if (calls === undefined || calls === null) return "not known";
  const counts = Object.entries(calls).map(([outcome, number]) => `${number} ${outcome}`);
  return counts.length === 0 ? "none" : counts.join(", ");
}
