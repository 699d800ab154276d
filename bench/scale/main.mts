/**
 * How cost grows: a tenth, a quarter and all of a number of campaigns in one stack, and all of them in ten side by side,
 * without checkpoints. After each step the emulator and the states are held against what was declared.
 */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findEngine } from "../../tools/engine/findEngine.mts";
import { titles, type Contender } from "../contenders.mts";
import { install } from "../installation.mts";
import { writeIntoDocs } from "../report.mts";
import { complaints } from "./judge.mts";
import { report, type Measured } from "./report.mts";
import { oneStack, STACKS, tenStacks, type Life, type Place, type Step } from "./shapes.mts";

/** In one stack, in ten side by side, or first the one and then the other. */
export const shapes = ["one", "ten", "both"] as const;
export type Shape = (typeof shapes)[number];

export interface ScaleOptions {
  /** The most campaigns. */
  readonly most: number;
  readonly shape: Shape;
  /** How many of the ten stacks run side by side. */
  readonly atOnce: number;
  readonly contenders: readonly Contender[];
  readonly personality: string;
  readonly parallel?: number;
  readonly json?: string;
  readonly docs?: boolean;
}

/** Sizes at which growth can be seen: each can be dealt out to ten stacks. */
const sizesUpTo = (most: number): number[] =>
  [...new Set([most / 10, most / 4, most])].map((size) => Math.round(size / STACKS) * STACKS);

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** Measures, and prints the tables. Throws where anything is not exactly right. */
export async function scale(options: ScaleOptions): Promise<void> {
  const unfit = options.contenders.filter((contender) => !["package", "native"].includes(contender));
  if (unfit.length > 0) throw new Error(`--scale looks for campaigns in the API: not with ${unfit.join(", ")}`);
  const began = performance.now();
  const engine = await findEngine();
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "callab-scale-"));
  const all: Measured[] = [];
  try {
    const { personality, parallel } = options;
    const place: Place = { engine, folder, programs: install(folder), personality, parallel };
    const live = async (shape: string, count: number, begin: () => Promise<Life>): Promise<void> => {
      const life = await begin();
      try {
        for (const step of life.steps) {
          all.push(await measure(life, step, shape, count));
          if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(all, null, 1)}\n`);
        }
      } finally {
        life.close();
      }
    };
    const sizes = sizesUpTo(options.most);
    for (const contender of options.shape === "ten" ? [] : options.contenders)
      for (const count of sizes)
        await live(`One stack: ${titles[contender]}`, count, () => oneStack(place, contender, count));
    // How one of ten grows is how one grows: here it is the sum of them that matters.
    const shape = `Ten stacks, ${options.atOnce} at once, by the Automation API: ${titles.package}`;
    const most = sizes.at(-1) ?? options.most;
    if (options.shape !== "one") await live(shape, most, () => tenStacks(place, most, options.atOnce));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const text = report(all, { minutes: (performance.now() - began) / 60_000, engine: engine.version });
  console.log(text);
  if (options.docs === true) writeIntoDocs("scale", text);
}

async function measure(life: Life, step: Step, shape: string, count: number): Promise<Measured> {
  say(`${count} campaigns, ${shape}: ${step.name} …`);
  const { seconds, cpu, megabytes, requests, emulator } = await step.run();
  const wrong = await wrongAfter(life, step);
  if (wrong.length > 0) {
    const shown = wrong.slice(0, 20).map((line) => `  ${line}`);
    throw new Error(`after ${step.name} of ${count}, ${wrong.length} things are wrong:\n${shown.join("\n")}`);
  }
  say(
    `  ${seconds.toFixed(1)} s; ${step.leaves === "all" ? `${count} campaigns, each as declared` : "nothing is left"}`,
  );
  return {
    shape,
    count,
    operation: step.name,
    seconds,
    requests,
    cpu: { engine: 0, program: 0, provider: 0, ...cpu, emulator: emulator.cpuSeconds },
    megabytes: { engine: 0, program: 0, provider: 0, ...megabytes, emulator: emulator.megabytes },
    stateBytes: life.stateBytes(),
  };
}

/** What is not exactly right: of the campaigns, of their doubles, now and ever, and of the states. */
async function wrongAfter({ emulator, declared, recorded }: Life, { leaves }: Step): Promise<string[]> {
  const { dashboard } = emulator.control;
  const live = await dashboard.list("Campaign");
  const ids = new Set(recorded());
  const unknown = live.filter(({ id }) => !ids.has(id));
  return [
    ...complaints(leaves === "all" ? declared : [], live),
    ...(await dashboard.doublesEverMade()).map(({ key, id }) => `"${key}" was made twice (${id})`),
    ...unknown.map(({ id }) => `${id} is in no state`),
    ...(ids.size === live.length ? [] : [`the states hold ${ids.size} campaigns, the API ${live.length}`]),
  ];
}
