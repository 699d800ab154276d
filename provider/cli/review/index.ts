/** `callab review` as a command: a preview in, a comment and a picture out. */
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import type { Command } from "commander" with { "resolution-mode": "import" };
import { createClient } from "../../api/client";
import { CommandFailure, wrongUsage } from "../failure";
import { writePrivate } from "../privateFile";
import { asCommandFailure, withToken } from "../settings";
import { settingsOrStacks } from "../stackConfiguration";
import { PreviewError, readPreview } from "./preview";
import { reachOf } from "./reach";
import { review, type Review, type ReviewOptions } from "./review";

interface ReviewFlags {
  readonly out?: string;
  readonly picture?: string;
  readonly pictureLink?: string;
  readonly zone?: string;
  readonly week?: string;
  readonly html?: string;
  readonly json?: boolean;
  readonly reach?: boolean;
  readonly reachLimit?: string;
}

/** The command, to be added to the program's. Its action throws a CommandFailure. */
export function reviewCommand(): Command {
  // commander is an ES module: its types need the import condition, its code is loaded when a command line is read.
  const commander = require("commander") as { readonly Command: typeof Command };
  return new commander.Command("review")
    .description("turn `pulumi preview --json` into a comment for people: who would be called when, before and after")
    .argument("[file]", "what `pulumi preview --json` printed; left out or -: standard input")
    .option("--out <file>", "write the comment there instead of printing it")
    .option("--picture <file>", "draw the calling hours of a week, before and after, into this SVG file")
    .option("--picture-link <address>", "show the picture in the comment, from this address")
    .option("--html <file>", "write one page with week, table and filters into this file")
    .option("--reach", "ask the API how many people each selection holds, before and after; needs a token")
    .option("--reach-limit <number>", "people of one selection after which counting ends (default: 10000)")
    .option("--json", "print the review as JSON instead of the comment")
    .option("--zone <name>", "time zone of the picture, e.g. Europe/Paris (default: the one most campaigns use)")
    .option("--week <date>", "any day of the week in the picture (default: when the next campaign starts, or today)")
    .addHelpText(
      "after",
      `
Examples:
  $ callab review preview.json --out comment.md
  $ pulumi preview --json | callab review
  $ callab review preview.json --picture week.svg --zone Europe/Paris --week 2026-12-07
  $ callab review preview.json --html review.html
  $ callab review preview.json --reach --json`,
    )
    .action((file: string | undefined, flags: ReviewFlags) => run(file, flags));
}

async function run(file: string | undefined, flags: ReviewFlags): Promise<void> {
  const { zone, week, pictureLink } = flags;
  const limit = reachLimit(flags);
  const preview = await readInput(file);
  // First without numbers: what is wrong with the preview is told before anybody is asked.
  const check = reviewed(preview, { zone, week, pictureLink, now: new Date() });
  const made =
    limit === undefined ? check : await withReach(preview, limit, { zone, week, pictureLink, now: new Date() });
  if (flags.picture !== undefined) write(flags.picture, made.picture);
  if (flags.html !== undefined) write(flags.html, made.page());
  const told = flags.json === true ? `${JSON.stringify(made.report, null, 2)}\n` : made.comment;
  if (flags.out === undefined) process.stdout.write(told);
  else write(flags.out, told);
}

const MOST_PEOPLE = 10_000;

function reachLimit({ reach, reachLimit: given }: ReviewFlags): number | undefined {
  if (reach !== true) {
    if (given !== undefined) throw wrongUsage("--reach-limit says how far --reach counts: add --reach.");
    return undefined;
  }
  if (given === undefined) return MOST_PEOPLE;
  const limit = Number(given);
  if (/^\d+$/.test(given) && limit >= 1 && limit <= 1_000_000) return limit;
  throw wrongUsage(`--reach-limit must be a whole number from 1 to 1000000, not "${given}".`);
}

/** Without a token that is taken there is no number at all, and nothing is printed that looks like a whole review. */
async function withReach(preview: string, limit: number, options: ReviewOptions): Promise<Review> {
  const settings = withToken(await settingsOrStacks({}));
  try {
    const { people, note } = await reachOf(readPreview(preview).changes, createClient(settings), limit);
    return review(preview, { ...options, reach: people, reachNote: note });
  } catch (error) {
    throw asCommandFailure(error);
  }
}

function reviewed(...call: Parameters<typeof review>): ReturnType<typeof review> {
  try {
    return review(...call);
  } catch (problem) {
    throw problem instanceof PreviewError ? wrongUsage(problem.message) : problem;
  }
}

async function readInput(file = "-"): Promise<string> {
  if (file === "-" && process.stdin.isTTY)
    throw wrongUsage("There is no preview to read. Pipe one in: pulumi preview --json | callab review");
  try {
    return file === "-" ? await text(process.stdin) : readFileSync(file, "utf8");
  } catch (problem) {
    throw wrongUsage(`${file === "-" ? "Standard input" : file} cannot be read: ${(problem as Error).message}`);
  }
}

function write(file: string, content: string): void {
  try {
    writePrivate(file, content);
  } catch (problem) {
    if (problem instanceof CommandFailure) throw problem;
    throw new CommandFailure(`${file} cannot be written: ${(problem as Error).message}`);
  }
}
