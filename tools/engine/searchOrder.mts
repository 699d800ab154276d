import { formatVersion, OLDEST_ENGINE } from "./version.mts";

/** Where an engine came from. */
export type Origin = "path" | "cache" | "download" | "go build";

export interface Engine {
  /** The folder that holds `pulumi` and, as a rule, its Node language host and the script of the dynamic provider. */
  bin: string;
  /** The version of the CLI, without a leading "v". */
  version: string;
  origin: Origin;
}

/** A source answers with an engine, or with the reason, in one line, why it has none. */
export type Answer = { engine: Engine } | { refusal: string };

/** A place where an engine may come from. Sources are asked one after the other, the cheapest first. */
export interface Source {
  /** As the person reads it in the error: "pulumi on PATH". */
  name: string;
  look: () => Promise<Answer>;
}

export interface Refusal {
  source: string;
  reason: string;
}

/** Asks the sources in order and stops at the first engine, so that a later, costlier one is never begun without need. */
export async function firstEngine(sources: readonly Source[]): Promise<{ engine?: Engine; refusals: Refusal[] }> {
  const refusals: Refusal[] = [];
  for (const source of sources) {
    const answer = await askedSafely(source);
    if ("engine" in answer) return { engine: answer.engine, refusals };
    refusals.push({ source: source.name, reason: answer.refusal });
  }
  return { refusals };
}

/** One source that breaks (a folder that cannot be read, a full disk) must not keep the next from being asked. */
async function askedSafely(source: Source): Promise<Answer> {
  try {
    return await source.look();
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : String(error) };
  }
}

/** No source had an engine. The message tells what was tried and what to do. */
export class EngineNotFound extends Error {
  override readonly name = "EngineNotFound";
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[], oldestGo: string) {
    super(
      [
        "There is no usable Pulumi engine here, and none could be made. Tried, in this order:",
        ...refusals.map(({ source, reason }) => `  - ${source}: ${reason}`),
        `To go on, install Pulumi ${formatVersion(OLDEST_ENGINE)} or newer (https://www.pulumi.com/docs/install/) so that ` +
          `\`pulumi\` is on PATH; or put Go ${oldestGo} or newer on PATH, and it is built here once. Then run the same again.`,
      ].join("\n"),
    );
    this.refusals = refusals;
  }
}
