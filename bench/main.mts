/** The command line of the benchmark: `npm run bench -- --help` says what there is. */
import { Command, InvalidArgumentError, Option } from "commander";
import { compare } from "./comparison.mts";
import { contenders, contendersNamed } from "./contenders.mts";
import { personalities } from "./emulatorProcess.mts";
import { scale, shapes, type Shape } from "./scale/main.mts";

const EXAMPLES = `
Examples:
  npm run bench                                       10, 100 and 1,000 campaigns, answers after 0 and 50 ms
  npm run bench -- --sizes 10 --latency 0 --runs 1    a short one
  npm run bench -- --sizes 1000 --checkpoints         with a file written at each step, as the engine does
  npm run bench -- --scale 10000                      10,000 campaigns in one stack, and in ten side by side
  npm run bench -- --scale 1000 --shape one           a shorter one, in one stack alone

A run needs no account: the API is the emulator. It finds a Pulumi engine, or makes one (npm run engine).
`;

/** A whole number from `least` on. */
const wholeNumber =
  (least: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < least || text.trim() === "")
      throw new InvalidArgumentError(`It is a whole number, ${least} or more.`);
    return value;
  };

const wholeNumbers =
  (least: number) =>
  (text: string): number[] =>
    text.split(",").map(wholeNumber(least));

const personality = (text: string): string => {
  if (!personalities.includes(text)) throw new InvalidArgumentError(`There are: ${personalities.join(", ")}.`);
  return text;
};

const named = (text: string): ReturnType<typeof contendersNamed> => {
  try {
    return contendersNamed(text);
  } catch (problem) {
    throw new InvalidArgumentError(problem instanceof Error ? problem.message : String(problem));
  }
};

const command = new Command("bench")
  .description(
    "What the package costs: beside a dynamic resource that does nothing and the provider that Pulumi's guide teaches, " +
      "operation by operation; or, with --scale, how its cost grows.",
  )
  .addOption(
    new Option("--sizes <numbers>", "how many campaigns")
      .argParser(wholeNumbers(1))
      .default([10, 100, 1_000], "10,100,1000"),
  )
  .addOption(
    new Option("--latency <numbers>", "after how many ms the API answers")
      .argParser(wholeNumbers(0))
      .default([0, 50], "0,50"),
  )
  .option("--runs <number>", "runs of small sizes without latency", wholeNumber(1), 3)
  .option("--checkpoints", "large stacks with the state written at each step")
  .addOption(
    new Option("--scale <number>", "instead of all this: up to so many campaigns, in one stack and in ten")
      .argParser(wholeNumber(100))
      .conflicts(["sizes", "latency", "runs", "checkpoints"]),
  )
  .addOption(new Option("--shape <name>", "with --scale: which of the two").choices(shapes).default("both"))
  .option("--at-once <number>", "with --scale: how many of the ten stacks run side by side", wholeNumber(1), 5)
  .option("--contenders <names>", `which of ${contenders.join(", ")} (with --scale: package)`, named)
  .option("--personality <name>", "how the API behaves", personality, "open")
  .option("--parallel <number>", "--parallel of the engine", wholeNumber(1))
  .option("--json <file>", "writes the measurements into a file, as they come")
  .option("--docs", "writes the tables into docs/performance.md too")
  .addHelpText("after", EXAMPLES)
  .showHelpAfterError("(--help says what there is)");

const {
  scale: most,
  contenders: chosen,
  ...options
} = command.parse().opts<{
  readonly sizes: readonly number[];
  readonly latency: readonly number[];
  readonly runs: number;
  readonly checkpoints?: true;
  readonly scale?: number;
  readonly shape: Shape;
  readonly atOnce: number;
  readonly contenders?: ReturnType<typeof contendersNamed>;
  readonly personality: string;
  readonly parallel?: number;
  readonly json?: string;
  readonly docs?: true;
}>();

if (most === undefined) await compare({ ...options, contenders: chosen ?? contenders });
else await scale({ ...options, most, contenders: chosen ?? ["package"] });
