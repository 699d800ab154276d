/** `callab review` as a command: a preview in, a comment and a picture out. */
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import type { Command } from "commander" with { "resolution-mode": "import" };
import { CommandFailure, wrongUsage } from "../failure";
import { writePrivate } from "../privateFile";
import { PreviewError } from "./preview";
import { review } from "./review";

export { review, type Review, type ReviewOptions } from "./review";

interface ReviewFlags {
  readonly out?: string;
  readonly picture?: string;
  readonly pictureLink?: string;
  readonly zone?: string;
  readonly week?: string;
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
    .option("--zone <name>", "time zone of the picture, e.g. Europe/Paris (default: the one most campaigns use)")
    .option("--week <date>", "any day of the week in the picture (default: when the next campaign starts, or today)")
    .action((file: string | undefined, flags: ReviewFlags) => run(file, flags));
}

async function run(file: string | undefined, flags: ReviewFlags): Promise<void> {
  const { zone, week, pictureLink } = flags;
  const { comment, picture } = reviewed(await readInput(file), { zone, week, pictureLink, now: new Date() });
  if (flags.picture !== undefined) write(flags.picture, picture);
  if (flags.out === undefined) process.stdout.write(comment);
  else write(flags.out, comment);
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
