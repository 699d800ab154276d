/**
 * One schedule: a random program against a random personality, run several times in bad weather, killed at any moment,
 * edited and meddled with in between; then the weather clears, and it must end with exactly what is declared. All of it
 * follows from one seed.
 */
import { personalities, personalityOf, randomPersonality } from "../../emulator/presets";
import type { Personality, PersonalityPatch } from "../../emulator/personality";
import type { LoggedRequest } from "../../emulator/requestLog";
import { inferredRoutes } from "../../emulator/routes";
import type { KindName } from "../../provider/kinds/schema";
import { kinds } from "../../provider/kinds";
import { isPlaceholder } from "../../provider/lifecycle/identity";
import { emptyDisk, keyWords, up, type RunOptions, type RunResult } from "./engineDouble";
import { deviations, doubles, losses } from "./judge";
import { fairWeather, Network } from "./network";
import { People } from "./people";
import { Author, type Program } from "./programs";
import { chanceFrom, type Chance } from "./random";
import { VirtualTime } from "./virtualTime";
import { randomWeather } from "./weather";

/** How a schedule ended, with what a person needs to see why. */
export interface Verdict {
  readonly seed: string;
  /** What should not have happened; empty: all is well. */
  readonly violations: readonly string[];
  /** Clean runs it took. */
  readonly cleanRuns: number;
  /** `exact`, or why the API makes an exact end impossible. */
  readonly end: "exact" | "id never told" | "route absent" | "violated";
  readonly counts: {
    readonly resources: number;
    readonly runs: number;
    readonly kills: number;
    readonly failedRuns: number;
    readonly requests: number;
    readonly faults: number;
  };
  /** Step by step, for whoever replays it. */
  readonly story: readonly string[];
}

/** Which faults and personalities a schedule draws from. */
export interface Options {
  /** Most resources of a program. */
  readonly most?: number;
}

export async function runSchedule(seed: string, options: Options = {}): Promise<Verdict> {
  const schedule = new Schedule(seed, options.most ?? 20);
  return schedule.run();
}

class Schedule {
  readonly #chance: Chance;
  readonly #time = new VirtualTime();
  readonly #network: Network;
  readonly #people: People;
  readonly #author: Author;
  readonly #disk = emptyDisk();
  readonly #left = new Set<string>();
  readonly #unsettled = new Set<string>();
  readonly #violations: string[] = [];
  readonly #story: string[] = [];
  readonly #counts = { resources: 0, runs: 0, kills: 0, failedRuns: 0, requests: 0, faults: 0 };
  #toldHidden = false;
  #program: Program;

  constructor(
    readonly seed: string,
    most: number,
  ) {
    this.#chance = chanceFrom(seed);
    const personality = drawPersonality(this.#chance.fork("personality"), seed);
    this.#story.push(`personality ${JSON.stringify(differing(personality))}`);
    this.#network = new Network(this.#time, personality, this.#chance.fork("network"), seed);
    this.#people = new People(this.#network, this.#chance.fork("people"));
    this.#author = new Author(this.#chance.fork("author"));
    this.#program = this.#author.program(most);
  }

  async run(): Promise<Verdict> {
    const chance = this.#chance;
    this.#makeSomeByHand();
    for (let count = chance.whole(1, 4); count > 0; count--) {
      await this.#badRun();
      if (chance.happens(0.5)) this.#edit();
      if (chance.happens(0.4)) this.#meddle();
    }
    if (chance.happens(0.1)) {
      this.#program = [];
      this.#story.push("the program is emptied");
    }
    const end = await this.#clear();
    return {
      seed: this.seed,
      violations: this.#violations,
      end: this.#violations.length > 0 ? "violated" : end.end,
      cleanRuns: end.runs,
      counts: {
        ...this.#counts,
        requests: this.#network.log.entries.length,
        faults: this.#network.log.entries.filter(({ fault }) => fault !== undefined).length,
      },
      story: this.#story,
    };
  }

  /** Objects that are there already; the program says that it takes them over. */
  #makeSomeByHand(): void {
    this.#program = this.#program.map((entry) => {
      if (entry.kind === "PhoneNumber" || !this.#chance.happens(0.05)) return entry;
      const name = String(entry.args["name"]);
      const workspace = entry.args["workspace"] === "north" ? "north" : "default";
      const type = entry.kind === "Campaign" ? { campaign_type: String(entry.args["campaignType"]) } : {};
      this.#people.make(entry.kind, { name, workspace, ...type });
      this.#story.push(`${entry.name} is there already`);
      return { ...entry, args: { ...entry.args, adopt: true } };
    });
  }

  async #badRun(): Promise<void> {
    const chance = this.#chance;
    const weather = chance.happens(0.85) ? randomWeather(chance) : fairWeather;
    this.#network.setWeather(weather);
    this.#story.push(`weather ${JSON.stringify(weather)}`);
    const refresh = chance.happens(0.3);
    const killed = chance.happens(0.6);
    const killAt = {
      request: chance.whole(1, 3 + 2 * this.#program.length),
      delayMs: chance.pick([0, 1, 20, 45, 80, 5_000, 31_000]),
    };
    const kill = chance.happens(0.15) ? { killBeforeRecord: chance.whole(1, 4) } : { killAt };
    await this.#run({ refresh, ...(killed ? kill : {}) });
    this.#violations.push(...doubles(this.#network));
    if (chance.happens(0.4)) await this.#time.until(this.#time.sleep(chance.whole(0, 120_000)));
  }

  async #run(options: RunOptions): Promise<RunResult> {
    const told = this.#network.resumptions.length;
    const asked = this.#network.log.entries.length;
    const result = await up(this.#network, this.#disk, this.#program, this.#chance, options);
    this.#counts.runs++;
    this.#counts.resources = Math.max(this.#counts.resources, this.#program.length);
    if (result.killed) this.#counts.kills++;
    if (result.errors.length > 0) this.#counts.failedRuns++;
    for (const words of result.unsettled) this.#unsettled.add(words);
    for (const entry of result.let)
      this.#left.add(isPlaceholder(entry.id) ? keyWords(entry.kind, entry.outputs) : entry.id);
    for (const { id, name, from } of this.#network.resumptions.slice(told)) {
      const wanted = this.#program.some(({ args }) => args["name"] === name && args["desiredStatus"] === "active");
      if (from === "completed" || !wanted)
        this.#violations.push(`campaign ${id} was ${from} and was set to call again`);
    }
    this.#toldHidden ||= result.notes.some((note) => note.includes("refused to set it again"));
    this.#story.push(
      `run ${JSON.stringify(options)}: ${result.killed ? "killed" : result.errors.length > 0 ? "failed" : "ended"}`,
      ...this.#network.log.entries.slice(asked).map((entry) => `  ${requestWords(entry)}`),
      ...result.notes.map((note) => `  note: ${note}`),
      ...result.errors.map((error) => `  error: ${error}`),
      `  state: ${[...this.#disk.state.values()].map(({ name, id, unfinished }) => `${name}=${id}${unfinished ? " (unfinished)" : ""}`).join(", ")}`,
    );
    return result;
  }

  #edit(): void {
    this.#program = this.#author.edited(this.#program);
    this.#story.push(`program: ${JSON.stringify(this.#program)}`);
  }

  #meddle(): void {
    for (let count = this.#chance.whole(1, 3); count > 0; count--) this.#people.meddle();
    this.#story.push("the dashboard was used");
  }

  /** The weather clears. */
  async #clear(): Promise<{ end: Exclude<Verdict["end"], "violated">; runs: number }> {
    await this.#time.settle();
    this.#network.setWeather(fairWeather);
    this.#story.push("the weather clears", `program: ${JSON.stringify(this.#program)}`);
    const { personality } = this.#network;
    for (let runs = 1; ; runs++) {
      const result = await this.#run({ refresh: true });
      this.#violations.push(...doubles(this.#network));
      if (result.errors.length === 0) {
        const found = deviations(this.#network, this.#disk, this.#program, this.#history());
        // A list that lags behind the run before makes a refresh believe what was: the next one sees what is.
        if (found.length > 0 && personality.listLagRequests > 0 && runs === 1) continue;
        // Hidden fields that cannot be set again: told, and all that can be done without the route.
        if (found.length > 0 && this.#toldHidden && found.every((text) => !/lives|state/.test(text)))
          return { end: "route absent", runs };
        this.#violations.push(...found);
        await this.#mustRest();
        return { end: "exact", runs };
      }
      this.#violations.push(...losses(this.#network, this.#disk, this.#program, this.#history()));
      if (this.#violations.length > 0) return { end: "exact", runs };
      const absent = result.errors.every((error) => / route | was not created|HTTP 40[45]|the API refused/.test(error));
      if (personality.absentRoutes.length > 0 && absent) return { end: "route absent", runs };
      const remedy = this.#followAdvice(result.errors);
      if (remedy === "never told") return { end: "id never told", runs };
      if (remedy === "none" || runs >= 4) {
        this.#violations.push(`after ${runs} clean runs: ${result.errors.join(" | ")}`);
        return { end: "exact", runs };
      }
    }
  }

  /** Does what the messages of a failed clean run say. */
  #followAdvice(errors: readonly string[]): "done" | "none" | "never told" {
    let advice: "done" | "none" | "never told" = "none";
    for (const error of errors) {
      if (error.includes("without being made anew")) {
        const name = /^campaign "([^"]+)"/.exec(error)?.[1];
        for (const campaign of this.#network.dashboard.list("Campaign"))
          if (campaign["name"] === name) this.#network.dashboard.delete("Campaign", campaign.id);
        advice = "done";
      }
      if (error.includes("set `adopt: true`")) {
        this.#program = this.#program.map((entry) => ({ ...entry, args: { ...entry.args, adopt: true } }));
        advice = "done";
      }
    }
    for (const entry of [...this.#disk.state.values()].filter(({ id }) => isPlaceholder(id))) {
      const told = errors.some(
        (error) =>
          error.includes("cannot be deleted: the API never told its ID") &&
          error.includes(`"${String(entry.outputs[kinds[entry.kind].naturalKey])}"`),
      );
      if (!told && !mayHideIds(entry.kind, this.#network.personality)) return "none";
      const key = entry.kind === "PhoneNumber" ? "phone_number" : "name";
      const name = entry.outputs[entry.kind === "PhoneNumber" ? "phoneNumber" : "name"];
      const object = this.#network.dashboard.list(entry.kind).find((found) => found[key] === name);
      const declares = this.#program.some((given) => given.name === entry.name && given.args["phoneNumber"] === name);
      if (entry.kind === "PhoneNumber" && object !== undefined && !told && declares) {
        this.#program = this.#program.map((given) =>
          given.name === entry.name ? { ...given, args: { ...given.args, numberId: object.id } } : given,
        );
      } else {
        if (object !== undefined) this.#network.dashboard.delete(entry.kind, object.id);
        this.#disk.state.delete(entry.name);
      }
      this.#story.push(`${entry.name}: its ID was not told; the advice of the message is followed`);
      advice = createTellsId(entry.kind, this.#network.personality) ? "done" : "never told";
      if (advice === "never told") return advice;
    }
    return advice;
  }

  /** A further run has nothing to do. */
  async #mustRest(): Promise<void> {
    const before = this.#network.log.entries.length;
    // A lagging list may still show what was before the last write: then a refresh repeats that write.
    const result = await this.#run({ refresh: this.#network.personality.listLagRequests === 0 });
    const writes = this.#network.log.entries.slice(before).filter(({ method }) => method !== "GET");
    this.#violations.push(
      ...result.errors.map((error) => `a run without changes failed: ${error}`),
      ...writes.map(({ method, path }) => `a run without changes wrote: ${method} ${path}`),
    );
  }

  #history(): Parameters<typeof losses>[3] {
    return { byHand: this.#people.made, left: this.#left, unsettled: this.#unsettled };
  }
}

/** One line a request: when it was carried out, what it was, what became of it. */
function requestWords({ at, method, path, body, status, fault, worked }: LoggedRequest): string {
  const name =
    typeof body === "object" && body !== null && !Array.isArray(body) ? (body["name"] ?? body["phone_number"]) : "";
  const result = `${status ?? "no answer"}${fault === undefined ? "" : ` ${fault}`}${worked ? "" : " (not done)"}`;
  return `${at.slice(11, 23)} ${method} ${path} ${typeof name === "string" ? name : ""} → ${result}`;
}

function drawPersonality(chance: Chance, seed: string): Personality {
  const knowable: PersonalityPatch = chance.happens(0.8)
    ? { campaignListIds: true, agentListIds: true, phoneNumberIds: true }
    : {};
  const absent: PersonalityPatch = chance.happens(0.05) ? { absentRoutes: [chance.pick(inferredRoutes)] } : {};
  if (chance.happens(0.6)) return tellingPlaces(randomPersonality(seed, { ...knowable, ...absent }));
  const presets = personalities.filter(({ name }) => name !== "minimal");
  const [one, other] = [chance.pick(presets).switches, chance.pick(presets).switches];
  return tellingPlaces(personalityOf({ ...one, ...other, ...knowable, ...absent }));
}

/**
 * A list that shows all workspaces and names them by UUIDs that nobody told cannot say which object is whose: that is
 * a limit (docs/reliability.md), and left out here.
 */
const tellingPlaces = (personality: Personality): Personality =>
  personality.workspaceValue === "uuid"
    ? { ...personality, agentFilter: "honoured", webhookFilter: "honoured" }
    : personality;

/** Whether a list of this kind may leave the ID out, so that an object whose answer was lost cannot be identified. */
const mayHideIds = (kind: KindName, personality: Personality): boolean =>
  ({
    Campaign: !personality.campaignListIds,
    AiAgent: !personality.agentListIds,
    PhoneNumber: !personality.phoneNumberIds,
    Webhook: false,
  })[kind];

const createTellsId = (kind: KindName, personality: Personality): boolean =>
  ["id", "object"].includes(kind === "Campaign" ? personality.campaignCreateData : personality.otherCreateData);

const differing = (personality: Personality): object => {
  const standard = personalityOf({}) as unknown as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(personality).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(standard[name])),
  );
};
