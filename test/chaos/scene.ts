/** A stage for one named mishap: a network, a disk, and runs of programs on them. */
import type { Fault, FaultMatch } from "../../emulator/fault";
import { personalityOf, type PersonalitySpec } from "../../emulator/presets";
import { emptyMemory } from "../support/memoryStore";
import { emptyDisk, up, type RunOptions, type RunResult } from "./engineDouble";
import { fairWeather, Network, type Weather } from "./network";
import type { Args, Declaration, Program } from "./programs";
import { chanceFrom } from "./random";
import { VirtualTime } from "./virtualTime";

/** What happens in a run besides what the program says. */
export interface Mishap extends RunOptions {
  /** One fault, at the first matching request or at more of them. */
  readonly fault?: Fault & { readonly match: FaultMatch; readonly nth?: number; readonly times?: "always" };
  /** Writes are carried out so many milliseconds late. */
  readonly late?: number;
}

export class Scene {
  readonly time = new VirtualTime();
  readonly disk = emptyDisk();
  readonly network: Network;
  readonly #chance = chanceFrom("scene");

  constructor(personality: PersonalitySpec) {
    this.network = new Network(this.time, personalityOf(personality), this.#chance.fork("network"), "scene");
    this.network.addWorkspace("north");
  }

  /** One `pulumi up`; the weather is fair but for the mishap. */
  async up(program: Program, { fault, late, ...options }: Mishap = {}): Promise<RunResult> {
    const weather: Weather = {
      ...fairWeather,
      rules: fault === undefined ? [] : [{ times: 1, ...fault }],
      ...(late === undefined ? {} : { late: 1, lateMs: [late, late] }),
    };
    this.network.setWeather(weather);
    const result = await up(this.network, this.disk, program, this.#chance, options);
    this.network.setWeather(fairWeather);
    return result;
  }

  wait(seconds: number): Promise<void> {
    return this.time.until(this.time.sleep(seconds * 1_000));
  }

  /** The machine forgets what it knew, as a new one would. */
  forget(): void {
    this.disk.memory = emptyMemory();
  }

  /** Bodies of the creates that were carried out or might have been, in their order. */
  creates(): unknown[] {
    return this.network.log.entries
      .filter(({ operation, worked }) => operation === "create" && worked)
      .map(({ body }) => (body as { name?: unknown }).name);
  }

  idOf(name: string): string | undefined {
    return this.disk.state.get(name)?.id;
  }
}

/** A campaign of a program. */
export const campaign = (name: string, args: Args = {}): Declaration => ({
  kind: "Campaign",
  name,
  args: {
    name: "Spring",
    notes: "n",
    campaignType: "outbound",
    aiAgentId: "11111111-1111-4111-8111-111111111111",
    daysOfWeek: ["mon"],
    timeZone: "UTC",
    allowAllContacts: true,
    ...args,
  },
});
