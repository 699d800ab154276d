/**
 * The fault campaign with the real engine. A schedule runs `pulumi up` of a random program against an emulator of a random
 * personality, with faults, late requests and kill -9, with or without `--target`, beside a second stack of the same
 * machine; between the runs the program is edited and the dashboard used. The program is of the dynamic front, of the
 * native one, or of now one and now the other. Then the weather clears, and what the messages
 * say is done, as a user would.
 *
 * Safety and healing are judged apart. Safety: nothing was made twice at any moment, and nothing that was paused by hand
 * is set calling again. Healing: the account ends as declared, and what no state knows any more was named to the user. A
 * schedule has asked if more than running again was needed for that.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as NamesModule from "../../emulator/names.ts";
import type { Personality, PersonalityPatch } from "../../emulator/personality.ts";
import type * as PresetsModule from "../../emulator/presets.ts";
import type { LoggedRequest } from "../../emulator/requestLog.ts";
import type { StoredObject } from "../../emulator/store.ts";
import type * as KindsModule from "../../provider/kinds/index.ts";
import type * as NameModule from "../../provider/values/name.ts";
import type { ListedKindName } from "../../provider/kinds/schema.ts";
import type * as IdentityModule from "../../provider/lifecycle/identity.ts";
import type * as EngineDoubleModule from "../../test/chaos/engineDouble.ts";
import type { Entry } from "../../test/chaos/engineDouble.ts";
import type * as JudgeModule from "../../test/chaos/judge.ts";
import type * as ProgramsModule from "../../test/chaos/programs.ts";
import type { Args, Program } from "../../test/chaos/programs.ts";
import type * as RandomModule from "../../test/chaos/random.ts";
import type { Chance } from "../../test/chaos/random.ts";
import type * as WeatherModule from "../../test/chaos/weather.ts";
import {
  kindNames,
  killProvider,
  makeStack,
  openApi,
  type Api,
  type Ended,
  type Front,
  type Stack,
} from "./engine.mts";
import { load } from "./loadTypeScript.mts";

const { storedName } = load("../../emulator/names.ts") as typeof NamesModule;
const { personalities, personalityOf, randomPersonality } = load("../../emulator/presets.ts") as typeof PresetsModule;
const { kinds } = load("../../provider/kinds/index.ts") as typeof KindsModule;
const { foldedName } = load("../../provider/values/name.ts") as typeof NameModule;
const { isPlaceholder } = load("../../provider/lifecycle/identity.ts") as typeof IdentityModule;
const { keyWords } = load("../../test/chaos/engineDouble.ts") as typeof EngineDoubleModule;
const { deviations, doubles } = load("../../test/chaos/judge.ts") as typeof JudgeModule;
const { Author, foreign } = load("../../test/chaos/programs.ts") as typeof ProgramsModule;
const { chanceFrom } = load("../../test/chaos/random.ts") as typeof RandomModule;
const { randomWeather } = load("../../test/chaos/weather.ts") as typeof WeatherModule;

/** Where an API tells the IDs of what it has made. */
type Ids = "in lists" | "in answers only" | "nowhere";

/** By which front the program declares: by one, or now by one and now by the other. */
type Fronts = Front | "both";

/** What a message asked for, and was done. */
type Advice =
  | "adopt"
  | "adopt what was changed by hand"
  | "existingId"
  | 'existingId "none"'
  | "state delete"
  | "delete in the dashboard"
  | "free the name"
  | "wait ten minutes";

interface EngineVerdict {
  readonly seed: string;
  /** Doubles, and campaigns set calling again. */
  readonly safety: readonly string[];
  /** How the end differs from what is declared and told. */
  readonly healing: readonly string[];
  readonly asked: readonly Advice[];
  readonly cleanRuns: number;
  readonly ids: Ids;
  readonly isRenamed: boolean;
  readonly hasTwin: boolean;
  readonly fronts: Fronts;
  /** Objects that no state knows, by who told the user of them. */
  readonly orphans: { readonly byProvider: number; readonly byEngine: number };
  readonly counts: { readonly runs: number; readonly kills: number; readonly failedRuns: number };
  readonly requests: number;
  readonly faults: number;
  readonly seconds: number;
  readonly story: readonly string[];
}

/** One schedule with the real engine. */
async function runEngineSchedule(seed: string): Promise<EngineVerdict> {
  const home = mkdtempSync(join(tmpdir(), "callab-chaos-"));
  const chance = chanceFrom(seed);
  const { personality, ids } = drawPersonality(chance.fork("personality"), seed);
  const api = await openApi(seed, personality, chance.fork("network"));
  try {
    const clock = { aheadMs: 0 };
    const stack = (project: string): Promise<Stack> => makeStack(home, project, api.url, () => clock.aheadMs);
    const twin = chance.happens(0.2) ? await stack("twin") : undefined;
    const fronts = chance.fork("fronts").pick(["dynamic", "native", "both"] as const);
    const stage = { chance, personality, fronts, api, clock, stack: await stack("chaos"), twin };
    return { seed, ids, ...(await new Schedule(stage).run()) };
  } finally {
    api.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** What a schedule plays on. */
interface Stage {
  readonly chance: Chance;
  readonly personality: Personality;
  readonly api: Api;
  /** How far the provider's clock is ahead. */
  readonly clock: { aheadMs: number };
  readonly stack: Stack;
  /** Another stack on the same machine that declares the same, and runs beside. */
  readonly twin: Stack | undefined;
  readonly fronts: Fronts;
}

/** What came of it. */
type Outcome = Omit<EngineVerdict, "seed" | "ids">;

class Schedule {
  readonly #began = performance.now();
  readonly #author: InstanceType<typeof Author>;
  #program: Program;
  readonly #twinProgram: Program;
  /** Everything that was ever declared, newest last. */
  readonly #programs: Program[] = [];
  readonly #byHand = new Set<string>(Object.values(foreign));
  readonly #left = new Set<string>();
  /** Campaigns whose status was set by hand, and to what. */
  readonly #stopped = new Map<string, string>();
  /** Resources for which the program says for one run that nothing which exists is it. */
  readonly #ruled = new Set<string>();
  readonly #dashboardDeletesFor = new Set<string>();
  readonly #safety = new Set<string>();
  readonly #healing: string[] = [];
  readonly #asked: Advice[] = [];
  readonly #orphans = { byProvider: 0, byEngine: 0 };
  readonly #counts = { runs: 0, kills: 0, failedRuns: 0 };
  readonly #outputs: string[] = [];
  readonly #story: string[] = [];
  #logged = 0;
  #cleanRuns = 0;
  #madeByHand = 0;

  readonly chance: Chance;
  readonly personality: Personality;
  readonly api: Api;
  readonly clock: { aheadMs: number };
  readonly stack: Stack;
  readonly twin: Stack | undefined;
  readonly fronts: Fronts;
  readonly #frontChance: Chance;

  constructor({ chance, personality, api, clock, stack, twin, fronts }: Stage) {
    this.chance = chance;
    this.personality = personality;
    this.api = api;
    this.clock = clock;
    this.stack = stack;
    this.twin = twin;
    this.fronts = fronts;
    this.#frontChance = chance.fork("which front");
    this.#author = new Author(chance.fork("author"));
    this.#program = this.#author.program(5);
    this.#twinProgram = this.#program.map((entry) => ({ ...entry, args: { ...entry.args, adopt: undefined } }));
    this.#story.push(`personality ${JSON.stringify(differing(personality))}`);
    if (twin !== undefined) this.#story.push("a second stack declares the same");
  }

  async run(): Promise<Outcome> {
    await this.#prepare();
    const runs = this.chance.pick([1, 2, 2, 3]);
    for (let number = 1; number <= runs; number++) await this.#badRun(this.chance.fork(`run ${number}`));
    if (this.chance.happens(0.05)) this.#declare([]);
    await this.#clear();
    await this.#judgeAfterwards();
    const requests = await this.api.control.requests();
    return {
      safety: [...this.#safety],
      healing: this.#healing,
      asked: this.#asked,
      cleanRuns: this.#cleanRuns,
      isRenamed: isRenaming(this.personality),
      hasTwin: this.twin !== undefined,
      fronts: this.fronts,
      orphans: this.#orphans,
      counts: this.#counts,
      requests: requests.length,
      faults: requests.filter(({ fault }) => fault !== undefined).length,
      seconds: (performance.now() - this.#began) / 1_000,
      story: this.#story,
    };
  }

  /** What is there before the first run; the program says which of it it takes over. */
  async #prepare(): Promise<void> {
    const { dashboard } = this.api.control;
    await dashboard.create("Workspace", { workspace_name: "north" });
    await dashboard.create("AiAgent", { id: foreign.AiAgent, name: "house agent", prompt: "p" });
    await dashboard.create("Webhook", { id: foreign.Webhook, name: "house webhook" });
    await dashboard.create("PhoneNumber", { id: foreign.PhoneNumber, phone_number: "+15555550199" });
    const chance = this.chance.fork("before");
    const program: Program[number][] = [];
    for (const entry of this.#program) {
      const isThere = entry.kind !== "PhoneNumber" && chance.happens(0.05);
      program.push(isThere ? { ...entry, args: { ...entry.args, adopt: true } } : entry);
      if (!isThere) continue;
      const { name, workspace, campaignType } = entry.args;
      const type = entry.kind === "Campaign" ? { campaign_type: String(campaignType) } : {};
      const place = workspace === "north" ? "north" : "default";
      await this.#make(entry.kind, { name: String(name), workspace: place, ...type });
      this.#story.push(`${entry.name} is there already`);
    }
    this.#declare(program);
    this.twin?.write(this.#twinProgram, this.#front());
  }

  #declare(program: Program): void {
    this.#program = program;
    this.#programs.push(program);
    const front = this.#front();
    this.stack.write(program, front);
    this.#story.push(`program (${front}): ${JSON.stringify(program)}`);
  }

  #front(): Front {
    return this.fronts === "both" ? this.#frontChance.pick(["dynamic", "native"] as const) : this.fronts;
  }

  async #make(kind: ListedKindName, fields: Record<string, string>): Promise<void> {
    this.#byHand.add((await this.api.control.dashboard.create(kind, fields)).id);
  }

  async #badRun(chance: Chance): Promise<void> {
    const weather = chance.happens(0.85) ? randomWeather(chance) : undefined;
    await this.api.setWeather(weather);
    this.#story.push(`weather ${JSON.stringify(weather)}`);
    const args = this.#argsOfRun(chance);
    const isKilled = chance.happens(0.65);
    const kill = {
      after: chance.whole(1, 3 + 2 * this.#program.length),
      delayMs: chance.pick([0, 1, 20, 80, 400, 1_500, 2_500]),
      whom: chance.pick(["engine", "engine", "provider"] as const),
    };
    const runsBeside = this.twin !== undefined && chance.happens(0.7);
    const beside = runsBeside ? this.twin.begin(["up", "--yes", "--skip-preview"]) : undefined;
    await this.#run(args, isKilled ? kill : undefined);
    if (beside !== undefined && this.twin !== undefined) this.#noteTwin(await this.twin.ended(beside));
    await this.#noteDoubles();
    const isHasty = chance.happens(0.5);
    if (!isHasty) await this.api.settled();
    // Only what has arrived can be late on a clock that is put ahead.
    if (!isHasty && chance.happens(0.5)) this.clock.aheadMs += chance.pick([20_000, 120_000, 700_000]);
    if (chance.happens(0.5)) this.#declare(this.#author.edited(this.#program));
    if (chance.happens(0.3)) await this.#meddle(chance);
  }

  #argsOfRun(chance: Chance): string[] {
    const refresh = chance.happens(0.3) ? ["--refresh"] : [];
    const isTargeted = chance.happens(0.15);
    const isDestroy = chance.happens(0.25);
    const everyone = new Map(
      [...this.stack.entries().values(), ...this.#program].map(({ name, kind }) => [name, kind]),
    );
    const targets = [...everyone]
      .filter(() => isTargeted && chance.happens(0.5))
      .flatMap(([name, kind]) => ["--target", this.stack.urnOf(kind, name)]);
    const command = isDestroy && targets.length > 0 ? "destroy" : "up";
    return [command, "--yes", "--skip-preview", ...refresh, ...targets];
  }

  /** A run of the stack, from its beginning to what is noted of it. */
  async #run(
    args: readonly string[],
    kill?: { readonly after: number; readonly delayMs: number; readonly whom: "engine" | "provider" },
  ): Promise<Ended> {
    const before = this.stack.entries();
    const running = this.stack.begin(args);
    if (kill !== undefined) {
      let isOver = false;
      void running.finished.then(() => (isOver = true));
      this.api.onRequest(kill.after, () => {
        setTimeout(() => {
          if (isOver) return;
          this.#counts.kills++;
          this.#story.push(`${kill.whom} killed ${kill.delayMs} ms after request ${kill.after}`);
          if (kill.whom === "engine") running.kill();
          else killProvider(running.child);
        }, kill.delayMs);
      });
    }
    const ended = await this.stack.ended(running);
    this.api.onRequest(Number.POSITIVE_INFINITY, () => undefined);
    this.#counts.runs++;
    if (ended.code !== 0) this.#counts.failedRuns++;
    if (ended.output.includes("[killed after")) this.#healing.push(`a run hung: ${args.join(" ")}`);
    this.#outputs.push(ended.output);
    await this.#tellRun(args, ended);
    this.#noteLeft(before, this.stack.entries());
    return ended;
  }

  async #tellRun(args: readonly string[], { code, output, told }: Ended): Promise<void> {
    const requests = await this.api.control.requests(this.#logged);
    this.#logged = requests.at(-1)?.sequence ?? this.#logged;
    const words = told.map(({ resource = "stack", text }) => `  ${resource}: ${text.trim()}`);
    const state = [...this.stack.entries().values()].map(({ name, id }) => `${name}=${id}`).join(", ");
    this.#story.push(
      `pulumi ${args.join(" ")}: ${code ?? "killed"}`,
      ...requests.map(requestWords),
      ...(told.length > 0 || code === 0 ? words : [output]),
      `  state: ${state}`,
    );
  }

  /** What a deletion policy left where it was is nobody's any more. */
  #noteLeft(before: ReadonlyMap<string, Entry>, after: ReadonlyMap<string, Entry>): void {
    for (const entry of before.values()) {
      const policy = entry.outputs["deletionPolicy"] ?? kinds[entry.kind].field("deletionPolicy")?.node.default;
      if (after.get(entry.name)?.id === entry.id || policy === "delete") continue;
      this.#left.add(isPlaceholder(entry.id) ? keyWords(entry.kind, entry.outputs) : entry.id);
    }
  }

  #noteTwin({ code, told }: Ended): void {
    const words = told.map(({ resource = "stack", text }) => `  ${resource}: ${text.trim()}`);
    const state = [...(this.twin?.entries().values() ?? [])].map(({ name, id }) => `${name}=${id}`).join(", ");
    this.#story.push(`the second stack's run: ${code ?? "killed"}`, ...words, `  its state: ${state}`);
    for (const { id } of this.twin?.entries().values() ?? []) this.#byHand.add(id);
  }

  async #noteDoubles(): Promise<void> {
    for (const double of doubles(await this.#account())) this.#safety.add(double);
  }

  async #meddle(chance: Chance): Promise<void> {
    await this.api.settled();
    const { dashboard } = this.api.control;
    for (let count = chance.whole(1, 3); count > 0; count--) {
      const kind = chance.pick(kindNames);
      const what = chance.whole(0, 9);
      const which = chance.next();
      const status = chance.pick(["paused", "paused", "active", "completed"]);
      const ids = (await dashboard.ids(kind)).filter((id) => !Object.values<string>(foreign).includes(id));
      const id = ids[Math.floor(which * ids.length)];
      const number = this.#madeByHand++;
      if (id === undefined)
        await this.#make(
          kind,
          kind === "PhoneNumber" ? { phone_number: `+1555556${1000 + number}` } : { name: `own ${number}` },
        );
      else if (what <= 1) await dashboard.delete(kind, id);
      else if (what <= 5 && kind === "Campaign") {
        await dashboard.change(kind, id, { status });
        this.#stopped.set(id, status);
      } else await dashboard.change(kind, id, { [shownField[kind]]: `by hand ${number}` });
      this.#story.push(`the dashboard was used: ${kind} ${id ?? "made"} ${what} ${status}`);
    }
  }

  /** The weather clears. */
  async #clear(): Promise<void> {
    await this.api.settled();
    await this.api.setWeather(undefined);
    this.#story.push("the weather clears");
    for (;;) {
      this.#cleanRuns++;
      const ended = await this.#run(["up", "--yes", "--skip-preview", "--refresh"]);
      this.#forgetRulings();
      await this.#noteDoubles();
      if (ended.code === 0) {
        const found = await this.#deviations();
        // A list that lags behind the run before makes a refresh believe what was: the next one sees what is.
        if (found.length > 0 && this.#cleanRuns <= this.personality.listLagRequests) continue;
        this.#healing.push(...found);
        if (found.length === 0 && this.chance.happens(0.5)) await this.#mustRest();
        return;
      }
      const isAdvised = await this.#followAdvice(ended);
      if (isAdvised && this.#cleanRuns < 12) continue;
      const errors = ended.told.map(({ resource = "stack", text }) => `${resource}: ${text.trim()}`);
      this.#healing.push(`after ${this.#cleanRuns} clean runs: ${errors.join(" | ") || ended.output}`);
      return;
    }
  }

  /** A further run has nothing to do. */
  async #mustRest(): Promise<void> {
    const since = this.#logged;
    // A lagging list may still show what was before the last write: then a refresh repeats that write.
    const refresh = this.personality.listLagRequests === 0 ? ["--refresh"] : [];
    const { code } = await this.#run(["up", "--yes", "--skip-preview", ...refresh]);
    if (code !== 0) this.#healing.push("a run without changes failed");
    if (isRenaming(this.personality)) return;
    for (const { method, path } of await this.api.control.requests(since))
      if (method !== "GET") this.#healing.push(`a run without changes wrote: ${method} ${path}`);
  }

  /** The second stack goes on, and still nothing is made twice; what was stopped by hand stays so. */
  async #judgeAfterwards(): Promise<void> {
    const entries = [...this.stack.entries().values()];
    for (const [id, status] of this.#stopped) {
      const entry = entries.find((one) => one.id === id);
      if (entry === undefined || this.twin !== undefined) continue;
      const words = keyWords(entry.kind, entry.outputs);
      const isManaged = this.#programs
        .flat()
        .filter(({ name, kind, args }) => name === entry.name || keyWords(kind, args) === words)
        .some(({ args }) => args["desiredStatus"] !== undefined);
      if (isManaged && status !== "completed") continue;
      const now = (await this.api.control.dashboard.get("Campaign", id))?.["status"];
      if (typeof now === "string" && now !== status)
        this.#safety.add(`campaign ${id} was ${status} by hand and is ${now}`);
    }
    if (this.twin === undefined) return;
    this.#noteTwin(await this.twin.ended(this.twin.begin(["up", "--yes", "--skip-preview", "--refresh"])));
    await this.#noteDoubles();
  }

  async #deviations(): Promise<string[]> {
    const twins = [...(this.twin?.entries().values() ?? [])];
    for (const { id } of twins) this.#byHand.add(id);
    // What the second stack declares and has not recorded is for it to find again.
    const theirs = this.twin === undefined ? [] : this.#twinProgram.map(({ kind, args }) => keyWords(kind, args));
    const found = deviations(await this.#account(), { state: await this.stack.state() }, this.#program, {
      byHand: this.#byHand,
      left: new Set([...this.#left, ...theirs]),
      unsettled: new Map(),
    });
    return found.filter((text) => {
      const orphan = /\(([0-9a-f-]{36})\) lives and no state knows it$/.exec(text)?.[1];
      if (orphan !== undefined) return !this.#isTold(orphan, text);
      // A server that changes names beyond a spelling: that stays drift until the program writes them so.
      return !(isRenaming(this.personality) && text.includes(": name is "));
    });
  }

  /** Whether the user was told of an object that no state knows any more. */
  #isTold(id: string, text: string): boolean {
    const words = text.slice(0, text.indexOf(" ("));
    const [, , name] = JSON.parse(words) as [string, string, string];
    const lines = this.#outputs.flatMap((output) => output.split("\n"));
    const isNamed = (line: string): boolean => line.includes(id) || foldedName(line).includes(`"${foldedName(name)}"`);
    if (lines.some(isNamed)) {
      this.#orphans.byProvider++;
      return true;
    }
    const resources = this.#programs.flat().filter(({ kind, args }) => keyWords(kind, args) === words);
    const isInterrupted = resources.some(({ kind, name: resource }) =>
      this.#outputs.some(
        (output) =>
          output.includes(`${this.stack.urnOf(kind, resource)}, interrupted while creating`) ||
          new RegExp(`callab:(index:)?${kind} (${resource} \\*\\*creating failed|\\(${resource}\\):\\s+error)`).test(
            output,
          ),
      ),
    );
    if (isInterrupted) this.#orphans.byEngine++;
    return isInterrupted;
  }

  /** The account as it is now, in one piece; what was sent under another name than it is kept by is known by that. */
  async #account(): Promise<JudgeModule.Account> {
    const { dashboard } = this.api.control;
    const lists = new Map<string, readonly StoredObject[]>();
    for (const kind of kindNames) lists.set(kind, await dashboard.list(kind));
    const [duplicates, doublesEverMade] = [await dashboard.duplicates(), await dashboard.doublesEverMade()];
    const list = (kind: string): StoredObject[] => [...(lists.get(kind) ?? [])];
    return {
      dashboard: {
        list,
        get: (kind, id) => list(kind).find((object) => object.id === id),
        duplicates: () => [...duplicates],
        doublesEverMade: () => [...doublesEverMade],
      },
      sentName: (kind, id) => {
        const object = list(kind).find((one) => one.id === id);
        return object === undefined
          ? undefined
          : this.#sentNames(kind).find((name) => this.#isStoredAs(kind, object, name));
      },
    };
  }

  #sentNames(kind: ListedKindName): readonly string[] {
    const declared = [...this.#programs].reverse().flat();
    return declared.filter((entry) => entry.kind === kind).map(({ args }) => String(args[kinds[kind].naturalKey]));
  }

  #isStoredAs(kind: ListedKindName, object: StoredObject, name: string): boolean {
    if (kind === "PhoneNumber") return object["phone_number"] === name;
    return foldedName(nameOf(object)) === foldedName(storedName(name, this.personality));
  }

  /** Does what the messages of a failed run say. False if they say nothing that can be done. */
  async #followAdvice({ told, output }: Ended): Promise<boolean> {
    let isAdvised = false;
    for (const { resource, text } of told) {
      if (resource === undefined || !/error|Error|initialization failed|\*/.test(text)) continue;
      // What is only noted at a resource is no advice.
      const done = await this.#follow(resource, text.slice(Math.max(0, text.search(/^error:/m))));
      if (done === undefined) continue;
      isAdvised = true;
      if (done !== "run again") this.#asked.push(done);
      this.#story.push(`advice for ${resource}: ${done}`);
    }
    if (/with pending operations|currently locked/.test(output)) this.#story.push("the engine has pending operations");
    return isAdvised;
  }

  async #follow(resource: string, text: string): Promise<Advice | "run again" | undefined> {
    const { dashboard } = this.api.control;
    const entry = this.stack.entries().get(resource);
    const declared = this.#program.find(({ name }) => name === resource);
    const kind = declared?.kind ?? entry?.kind ?? "Campaign";
    const shown = /\(ID ([0-9a-f-]{36})\)/.exec(text)?.[1];
    if (text.includes("without being made anew")) {
      const object = shown ?? (await this.#objectOf(resource, kind));
      if (object === undefined) return undefined;
      await dashboard.delete(kind, object);
      return "delete in the dashboard";
    }
    if (text.includes("This may be it:")) return this.#ruleOn(resource, kind, text);
    if (/in another workspace, had no clear outcome|and two would call people side by side/.test(text)) {
      const object = await this.#objectOf(resource, kind);
      if (object !== undefined) await dashboard.delete(kind, object);
      this.#ruled.add(resource);
      this.#give(resource, { existingId: "none" });
      return 'existingId "none"';
    }
    if (text.includes('If it is not there: set `existingId: "none"` for one run')) {
      // The list shows other workspaces alone: somebody looks, and says what is there.
      const object = await this.#objectOf(resource, kind);
      if (object === undefined) this.#ruled.add(resource);
      this.#give(resource, { existingId: object ?? "none" });
      return object === undefined ? 'existingId "none"' : "existingId";
    }
    if (text.includes("says that it is not there") || text.includes("that is another of its name"))
      return this.#forget(resource, kind);
    if (text.includes("`pulumi up --refresh`")) return "run again";
    if (/ name ".*" is taken/.test(text)) {
      const object = await this.#objectOf(resource, kind);
      if (object === undefined) return undefined;
      await dashboard.delete(kind, object);
      return "free the name";
    }
    if (text.includes("with the ID that the program says") || text.includes("but the program says existingId")) {
      this.#give(resource, { existingId: undefined });
      return "existingId";
    }
    if (/what its create made may be/i.test(text)) {
      const object = await this.#objectOf(resource, kind);
      if (object === undefined || !text.includes(object)) return this.#forget(resource, kind);
      await dashboard.delete(kind, object);
      return "delete in the dashboard";
    }
    if (text.includes("may be somebody else's")) {
      if (declared !== undefined) {
        this.#give(resource, { adopt: true });
        return "adopt";
      }
      if (entry !== undefined) this.#left.add(entry.id);
      return this.#forget(resource, kind);
    }
    if (text.includes("set `adopt: true`")) {
      this.#give(resource, { adopt: true });
      return /"by hand \d+"/.test(text) ? "adopt what was changed by hand" : "adopt";
    }
    if (text.includes("cannot be updated: the API never told its ID")) return this.#forget(resource, kind);
    if (text.includes("cannot be deleted: the API never told its ID")) {
      const object = await this.#objectOf(resource, kind);
      if (object === undefined || this.#dashboardDeletesFor.has(resource)) return this.#forget(resource, kind);
      this.#dashboardDeletesFor.add(resource);
      await dashboard.delete(kind, object);
      return "delete in the dashboard";
    }
    if (text.includes("set `existingId` to the UUID")) {
      const object = await this.#objectOf(resource, kind);
      if (object === undefined) return this.#wait();
      this.#give(resource, { existingId: object });
      return "existingId";
    }
    if (/[Rr]un again (in )?ten minutes/.test(text)) return this.#wait();
    if (text.includes("Running `pulumi up` again is safe")) return "run again";
    return undefined;
  }

  #wait(): Advice {
    this.clock.aheadMs += 600_000;
    return "wait ten minutes";
  }

  #give(resource: string, more: Args): void {
    this.#declare(
      this.#program.map((entry) => (entry.name === resource ? { ...entry, args: { ...entry.args, ...more } } : entry)),
    );
  }

  async #forget(resource: string, kind: ListedKindName): Promise<Advice> {
    const args = ["state", "delete", this.stack.urnOf(kind, resource), "--yes"];
    const { code, output } = await this.stack.begin(args).finished;
    // As the engine advises where others depend on it.
    if (code !== 0) await this.stack.begin([...args, "--target-dependents"]).finished;
    this.#story.push(`pulumi ${args.join(" ")}: ${String(code)} ${code === 0 ? "" : output}`);
    return "state delete";
  }

  /** Somebody looks at what may be the object of an unclear create: it is, or nothing of it is. */
  async #ruleOn(resource: string, kind: ListedKindName, text: string): Promise<Advice> {
    const object = await this.#objectOf(resource, kind);
    const stored = object === undefined ? undefined : await this.api.control.dashboard.get(kind, object);
    const isNamed = stored !== undefined && (text.includes(stored.id) || text.includes(`"${nameOf(stored)}"`));
    if (!isNamed) this.#ruled.add(resource);
    this.#give(resource, { existingId: isNamed ? object : "none" });
    return isNamed ? "existingId" : 'existingId "none"';
  }

  #forgetRulings(): void {
    if (this.#ruled.size === 0) return;
    this.#declare(
      this.#program.map((entry) =>
        this.#ruled.has(entry.name) && entry.args["existingId"] === "none"
          ? { ...entry, args: { ...entry.args, existingId: undefined } }
          : entry,
      ),
    );
    this.#ruled.clear();
  }

  /** The object that was made for a resource, as somebody finds it in the dashboard. */
  async #objectOf(resource: string, kind: ListedKindName): Promise<string | undefined> {
    const entries = [...this.stack.entries().values()];
    // What an entry has whose resource left the program may be it: the resource was renamed.
    const isKept = (name: string): boolean => name !== resource && this.#program.some((one) => one.name === name);
    const held = new Set(entries.filter(({ name }) => isKept(name)).map(({ id }) => id));
    const objects = await this.api.control.dashboard.list(kind);
    const declared = [...this.#programs].reverse().flat();
    for (const { args } of declared.filter(({ name }) => name === resource)) {
      const object = objects.find(
        (one) =>
          !held.has(one.id) &&
          (kind === "PhoneNumber" || one["workspace"] === (args["workspace"] ?? "default")) &&
          this.#isStoredAs(kind, one, String(args[kinds[kind].naturalKey])),
      );
      if (object !== undefined) return object.id;
    }
    return undefined;
  }
}

/** A field that every personality shows, by kind. */
const shownField: Readonly<Record<ListedKindName, string>> = {
  Campaign: "notes",
  AiAgent: "prompt",
  PhoneNumber: "nickname",
  Webhook: "tag_name",
};

const nameOf = ({ name }: StoredObject): string => (typeof name === "string" ? name : "");

/** A server that changes names beyond a spelling. */
const isRenaming = ({ names }: Personality): boolean => names === "cut" || names === "lower";

/**
 * In most schedules every list tells IDs, as in the dashboard it must; in some, only the answer to a create does, so that
 * one which is lost takes the ID with it; in few nothing does, and the user cannot but be asked. Left out: absent routes,
 * deletes that only claim to have deleted, and pages of which nothing tells.
 */
function drawPersonality(chance: Chance, seed: string): { personality: Personality; ids: Ids } {
  const share = chance.next();
  const ids: Ids = share < 0.03 ? "nowhere" : share < 0.18 ? "in answers only" : "in lists";
  const presets = personalities.filter(({ name }) => name !== "minimal");
  const drawn = chance.happens(0.6)
    ? randomPersonality(seed)
    : personalityOf({ ...chance.pick(presets).switches, ...chance.pick(presets).switches });
  const pages: PersonalityPatch = chance.happens(0.35)
    ? {
        listPages: chance.pick(["paged", "paged", "whenAsked"]),
        pageSize: chance.pick([1, 2, 3]),
        pageFrom: chance.pick([0, 1]),
        pageHints: chance.pick([
          "total",
          "lastPage",
          "next",
          "nextPage",
          "hasMore",
          "link",
          "meta",
          "pagination",
          "items",
          "data",
        ]),
      }
    : drawn.listPages === "paged" && drawn.pageHints === "none"
      ? { listPages: "none" }
      : {};
  const names: PersonalityPatch = chance.happens(0.03)
    ? // Two names that it cuts to the same text cannot both be had where it gives none twice.
      { names: chance.pick(["cut", "lower"]), duplicateNames: "allowed" }
    : chance.happens(0.4)
      ? { names: chance.pick(["nfc", "collapsed", "escaped", "trimmed"]) }
      : {};
  const told = chance.pick(["id", "textWithId", "object"] as const);
  const untold = chance.pick(["text", "objectWithoutId", "rows"] as const);
  const where: PersonalityPatch = {
    "in lists": { campaignListIds: true, agentListIds: true, phoneNumberIds: true },
    "in answers only": {
      campaignListIds: false,
      agentListIds: chance.happens(0.5),
      phoneNumberIds: chance.happens(0.5),
      campaignCreateData: told,
      otherCreateData: told,
    },
    nowhere: {
      campaignListIds: false,
      campaignReadIds: false,
      phoneNumberIds: chance.happens(0.5),
      campaignCreateData: untold,
    },
  }[ids];
  const created: PersonalityPatch =
    ids === "in lists" && chance.happens(0.6)
      ? {
          campaignCreateData: chance.pick(["id", "text", "object", "rows", "textWithId", "objectWithoutId"]),
          otherCreateData: chance.pick(["id", "text", "object", "rows", "textWithId", "objectWithoutId"]),
        }
      : {};
  const personality = { ...drawn, ...pages, ...names, ...where, ...created };
  // A list that shows all workspaces and names them by UUIDs that nobody told cannot say which object is whose.
  const places: PersonalityPatch =
    personality.workspaceValue === "uuid" ? { agentFilter: "honoured", webhookFilter: "honoured" } : {};
  return { personality: { ...personality, ...places }, ids };
}

const differing = (personality: Personality): object => {
  const standard = personalityOf({}) as unknown as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(personality).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(standard[name])),
  );
};

/** One line a request: when it was carried out, what it was, what became of it. */
function requestWords({ at, method, path, body, status, fault, worked }: LoggedRequest): string {
  const fields = typeof body === "object" && body !== null && !Array.isArray(body) ? body : {};
  const name = fields["name"] ?? fields["phone_number"] ?? "";
  const result = `${status ?? "no answer"}${fault === undefined ? "" : ` ${fault}`}${worked ? "" : " (not done)"}`;
  return `  ${at.slice(11, 23)} ${method} ${path} ${typeof name === "string" ? name : ""} → ${result}`;
}

const isWrong = ({ safety, healing }: EngineVerdict): boolean => safety.length + healing.length > 0;

const frontWords: Readonly<Record<Fronts, string>> = {
  dynamic: "dynamic front",
  native: "native front",
  both: "now one front, now the other",
};

const inWords = (verdict: EngineVerdict): string =>
  [
    verdict.safety.length > 0 ? "UNSAFE" : verdict.healing.length > 0 ? "WRONG END" : "exact",
    ...(verdict.asked.length > 0 ? [`asked (${verdict.asked.join(", ")})`] : []),
    `${verdict.cleanRuns} clean runs`,
    `${verdict.requests} requests`,
    `${verdict.faults} faults`,
    `${verdict.counts.kills} kills`,
    `${Math.round(verdict.seconds)} s`,
    `IDs ${verdict.ids}${verdict.isRenamed ? ", names changed" : ""}${verdict.hasTwin ? ", two stacks" : ""}, ${frontWords[verdict.fronts]}`,
  ].join(", ");

/** Replays one schedule and tells its story. Gives the exit code. */
export async function replayEngineSchedule(seed: string): Promise<number> {
  const verdict = await runEngineSchedule(seed);
  console.log(verdict.story.join("\n"));
  console.log([...verdict.safety, ...verdict.healing].join("\n"));
  console.log(`${seed}: ${inWords(verdict)}`);
  return isWrong(verdict) ? 1 : 0;
}

/** Runs schedules with the real engine, one after the other, and prints what came of them. Gives the exit code. */
export async function runEngineCampaign(seed: string, runs: number, first = 1): Promise<number> {
  const began = performance.now();
  const verdicts: EngineVerdict[] = [];
  const broken: string[] = [];
  for (let number = first; number < first + runs; number++) {
    const name = `${seed}/${number}`;
    try {
      const verdict = await runEngineSchedule(name);
      verdicts.push(verdict);
      console.log(`${name}: ${inWords(verdict)}`);
      if (!isWrong(verdict) && verdict.asked.length === 0) continue;
      console.log([...verdict.safety, ...verdict.healing].map((text) => `  ${text}`).join("\n"));
      console.log(verdict.story.map((text) => `    | ${text.replaceAll("\n", "\n    | ")}`).join("\n"));
    } catch (error) {
      broken.push(name);
      console.log(`${name}: BROKEN ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  console.log(summaryOf(seed, runs, verdicts, broken, (performance.now() - began) / 1_000).join("\n"));
  return verdicts.some(isWrong) || broken.length > 0 ? 1 : 0;
}

function summaryOf(
  seed: string,
  runs: number,
  verdicts: readonly EngineVerdict[],
  broken: readonly string[],
  seconds: number,
): string[] {
  const sum = (of: (verdict: EngineVerdict) => number): number =>
    verdicts.reduce((total, verdict) => total + of(verdict), 0);
  const share = (part: number, whole: number): string =>
    `${part} of ${whole}${whole === 0 ? "" : ` (${Math.round((1_000 * part) / whole) / 10} %)`}`;
  const asking = (of: (verdict: EngineVerdict) => boolean): string => {
    const group = verdicts.filter(of);
    return share(group.filter(({ asked }) => asked.length > 0).length, group.length);
  };
  const advice = new Map<Advice, number>();
  for (const kind of verdicts.flatMap(({ asked }) => asked)) advice.set(kind, (advice.get(kind) ?? 0) + 1);
  const isOrdinary = ({ ids, isRenamed, hasTwin }: EngineVerdict): boolean =>
    ids === "in lists" && !isRenamed && !hasTwin;
  const replays = verdicts
    .filter((verdict) => isWrong(verdict) || verdict.asked.length > 0)
    .map((verdict) => `  npm run test:chaos -- --engine --only '${verdict.seed}'   # ${inWords(verdict)}`);
  return [
    `\n${runs} schedules with the real engine (seed ${seed}) in ${Math.round(seconds)} s:`,
    `safety: ${verdicts.filter(({ safety }) => safety.length > 0).length} with a double or a campaign set calling again`,
    `healing: ${verdicts.filter(({ healing }) => healing.length > 0).length} wrong ends; ${broken.length} broken off`,
    `asked: ${asking(() => true)}; IDs in lists, names kept, one stack: ${asking(isOrdinary)}; ` +
      `two stacks: ${asking(({ hasTwin }) => hasTwin)}; IDs in answers only: ${asking(({ ids }) => ids === "in answers only")}; ` +
      `IDs nowhere: ${asking(({ ids }) => ids === "nowhere")}; names changed: ${asking(({ isRenamed }) => isRenamed)}; ` +
      (Object.keys(frontWords) as Fronts[])
        .map((fronts) => `${frontWords[fronts]}: ${asking((one) => one.fronts === fronts)}`)
        .join("; "),
    `advice followed: ${[...advice].map(([kind, count]) => `${kind} ${count}`).join(", ") || "none"}`,
    `ran again without being asked for more: ${verdicts.filter(({ asked, cleanRuns }) => asked.length === 0 && cleanRuns > 1).length}`,
    `objects that no state knows: ${sum(({ orphans }) => orphans.byProvider)} named by the provider, ${sum(({ orphans }) => orphans.byEngine)} by the engine alone`,
    `${sum(({ counts }) => counts.runs)} runs, ${sum(({ counts }) => counts.failedRuns)} failed, ${sum(({ counts }) => counts.kills)} kills, ${sum(({ requests }) => requests)} requests, ${sum(({ faults }) => faults)} faults`,
    ...replays,
  ];
}
