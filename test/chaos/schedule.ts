/**
 * One schedule: a random program against a random personality, run several times in bad weather, killed at any moment,
 * edited and meddled with in between; then the weather clears, and it must end with exactly what is declared. All of it
 * follows from one seed.
 */
import { personalities, personalityOf, randomPersonality } from "../../emulator/presets";
import type { Personality, PersonalityPatch } from "../../emulator/personality";
import type { LoggedRequest } from "../../emulator/requestLog";
import { inferredRoutes } from "../../emulator/routes";
import type { ListedKindName } from "../../provider/kinds/schema";
import { kinds } from "../../provider/kinds";
import { foldedName, sameName } from "../../provider/values/name";
import { isPlaceholder } from "../../provider/lifecycle/identity";
import { begin, emptyDisk, keyWords, type Disk, type Entry, type RunOptions, type RunResult } from "./engineDouble";
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
  readonly end: "exact" | "route absent" | "never told apart" | "violated";
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

const allKinds: readonly ListedKindName[] = ["Campaign", "AiAgent", "PhoneNumber", "Webhook"];

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
  /** Another stack on the same machine that declares the same, and runs beside. */
  readonly #twin: { readonly disk: Disk; readonly program: Program } | undefined;
  /** Names of resources for which the program says for one run that nothing which exists is it. */
  readonly #ruled = new Set<string>();
  readonly #left = new Set<string>();
  /** IDs of objects that the last run named as what may have been made. */
  #named = new Set<string>();
  readonly #unsettled = new Map<string, Set<string>>();
  readonly #violations: string[] = [];
  readonly #story: string[] = [];
  readonly #counts = { resources: 0, runs: 0, kills: 0, failedRuns: 0, requests: 0, faults: 0 };
  readonly #programs: { readonly since: number; readonly program: Program }[] = [];
  #toldHidden = false;
  /** A message says that something may be gone, and to run again later. */
  #mustWait = false;
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
    if (this.#chance.happens(0.15)) {
      const program = this.#program.map((entry) => ({ ...entry, args: { ...entry.args, adopt: undefined } }));
      this.#twin = { disk: emptyDisk("twin", this.#disk.memory), program };
      this.#story.push("a second stack declares the same");
    }
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
    const everyone = [...this.#program, ...this.#disk.state.values()].map(({ name }) => name);
    const targets = chance.happens(0.1) ? { targets: everyone.filter(() => chance.happens(0.5)) } : {};
    const kill = chance.happens(0.15) ? { killBeforeRecord: chance.whole(1, 4) } : { killAt };
    const beside = this.#twin !== undefined && chance.happens(0.6) ? this.#runTwin() : undefined;
    await this.#run({ refresh, ...targets, ...(killed ? kill : {}) }, beside);
    this.#violations.push(...doubles(this.#network));
    if (chance.happens(0.4)) await this.#time.until(this.#time.sleep(chance.whole(0, 120_000)));
  }

  /** The other stack's run; what it made is its own. */
  async #runTwin(): Promise<void> {
    if (this.#twin === undefined) return;
    const { disk, program } = this.#twin;
    const result = await begin(this.#network, disk, program, this.#chance.fork(`twin ${this.#counts.runs}`));
    for (const [name, words] of result.unsettled) this.#notSettled(words, `${name} of the twin`);
    const state = [...disk.state.values()].map(({ name, id }) => `${name}=${id}`).join(", ");
    this.#story.push(`the second stack's run: ${result.errors.join(" | ") || "ended"}; state: ${state}`);
  }

  async #run(options: RunOptions, beside: Promise<void> = Promise.resolve()): Promise<RunResult> {
    const told = this.#network.resumptions.length;
    const asked = this.#network.log.entries.length;
    this.#programs.push({ since: this.#time.now(), program: this.#program });
    const ours = begin(this.#network, this.#disk, this.#program, this.#chance, options);
    const [result] = await this.#time.until(Promise.all([ours, beside]));
    this.#counts.runs++;
    this.#counts.resources = Math.max(this.#counts.resources, this.#program.length);
    if (result.killed) this.#counts.kills++;
    if (result.errors.length > 0) this.#counts.failedRuns++;
    for (const [name, words] of result.unsettled) this.#notSettled(words, name);
    this.#named = new Set(
      result.errors.flatMap((error) => allKinds.flatMap((kind) => [...this.#namedBy(error, kind)])),
    );
    for (const entry of result.let)
      this.#left.add(isPlaceholder(entry.id) ? keyWords(entry.kind, entry.outputs) : entry.id);
    for (const { id, name, from, sentAt } of this.#network.resumptions.slice(told)) {
      // What was sent by an earlier run may be carried out in this one.
      const sender = this.#programs.findLast(({ since }) => since <= sentAt)?.program ?? [];
      const wanted = [...sender, ...(this.#twin?.program ?? [])].some(
        ({ args }) =>
          foldedName(String(args["name"])) === foldedName(String(name)) && args["desiredStatus"] === "active",
      );
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

  #notSettled(words: string, resource: string): void {
    this.#unsettled.set(words, (this.#unsettled.get(words) ?? new Set()).add(resource));
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
      this.#forgetRulings();
      this.#violations.push(...doubles(this.#network));
      if (result.errors.length === 0) {
        const found = deviations(this.#network, this.#disk, this.#program, this.#history());
        // A list that lags behind the run before makes a refresh believe what was: the next one sees what is.
        if (found.length > 0 && runs <= personality.listLagRequests) continue;
        // Hidden fields that cannot be set again: told, and all that can be done without the route.
        if (found.length > 0 && this.#toldHidden && found.every((text) => !/lives|state/.test(text)))
          return { end: "route absent", runs };
        if (isRenamedByServer(personality)) return { end: "exact", runs };
        this.#violations.push(...found);
        await this.#mustRest();
        return { end: "exact", runs };
      }
      // Where the server calls things otherwise, only IDs tell them, and not all are told while a run fails.
      const lost = isRenamedByServer(personality)
        ? []
        : losses(this.#network, this.#disk, this.#program, this.#history());
      // What was deleted, and a list still showed: the message says to refresh.
      this.#violations.push(...lost.filter((text) => !isToldToBeGone(text, result.errors)));
      if (this.#violations.length > 0) return { end: "exact", runs };
      const absent = result.errors.every((error) => / route | was not created|HTTP 40[45]|the API refused/.test(error));
      if (personality.absentRoutes.length > 0 && absent) return { end: "route absent", runs };
      // Somebody rules on what may be it, and the create that follows has no route: both are asked again and again.
      const isAnyAbsent = personality.absentRoutes.length > 0 && result.errors.some((error) => / route /.test(error));
      const remedy = this.#followAdvice(result.errors);
      if (this.#mustWait) await this.#time.until(this.#time.sleep(600_000));
      this.#mustWait = false;
      // Names that the server makes the same cannot be told apart, whatever somebody answers.
      if (runs >= 15 && isAnyAbsent) return { end: "route absent", runs };
      if (runs >= 15 && isRenamedByServer(personality)) return { end: "never told apart", runs };
      if (remedy === "none" || runs >= 15) {
        this.#violations.push(`after ${runs} clean runs: ${result.errors.join(" | ")}`);
        return { end: "exact", runs };
      }
    }
  }

  /** What messages ask a person to look at, by words of theirs, and what is done then. */
  readonly #asked: readonly (readonly [words: string, follow: (error: string) => void])[] = [
    ["This may be it:", (error) => this.#ruleOn(error)],
    ["and two would call people side by side", (error) => this.#clearUp(error)],
    ["the new one would be without what the program leaves out", (error) => this.#empty(error)],
    ["in another workspace, had no clear outcome", (error) => this.#clearUp(error)],
    ["What its create made may be this:", (error) => this.#forget(error)],
    [
      "If it is not there: set `existingId",
      (error) => this.#lookFor(error.slice(error.indexOf("nothing is concluded"))),
    ],
  ];

  /** Does what the messages of a failed clean run say. */
  #followAdvice(errors: readonly string[]): "done" | "none" {
    let advice: "done" | "none" = "none";
    for (const error of errors) {
      if (error.includes("without being made anew")) {
        for (const { id, name, workspace } of this.#network.dashboard.list("Campaign"))
          if (
            error.includes(id) ||
            (!error.includes("(ID ") && isNamedIn(error, "Campaign", { name, workspace })) ||
            liveName(error) === name
          )
            this.#network.dashboard.delete("Campaign", id);
        advice = "done";
      }
      for (const [words, follow] of this.#asked) {
        if (!error.includes(words)) continue;
        follow(error);
        advice = "done";
      }
      if (error.includes("is not in the list yet")) this.#mustWait = true;
      const doubted = doubtedIn(error);
      // Somebody looks in the dashboard, and removes from the state what is not there.
      for (const entry of [...this.#disk.state.values()].filter(({ id }) => id === doubted)) {
        if (this.#network.dashboard.get(entry.kind, entry.id) !== undefined) continue;
        this.#disk.state.delete(entry.name);
        advice = "done";
      }
      // The next run refreshes again: a list that lagged showed the last one what was before.
      if (error.includes("was changed since the last run, and not by this program. Nothing was written."))
        advice = "done";
      if (error.includes("is no longer there. Nothing was written.")) advice = "done";
      const taken = / name "(.*)" is taken/.exec(error)?.[1] ?? /name (".*") is taken/.exec(error)?.[1];
      if (taken !== undefined) {
        this.#free(taken);
        advice = "done";
      }
      if (
        /^(?:campaign .* was to be \w+ and left\. )?POST \/campaigns?\/update/.test(error) &&
        this.#removeWhatRefersToNothing()
      )
        advice = "done";
      const gone = /\(ID ([0-9a-f-]{36})\) was not updated[\s\S]*that is another of its name/.exec(error)?.[1];
      for (const entry of [...this.#disk.state.values()]) {
        // A list of numbers without IDs does not show that one is gone and another of the same number is there.
        if (entry.id !== gone) continue;
        this.#disk.state.delete(entry.name);
        advice = "done";
      }
      if (error.includes("with the ID that the program says")) {
        this.#program = this.#program.map((entry) =>
          error.includes(String(entry.args["existingId"]))
            ? { ...entry, args: { ...entry.args, existingId: undefined } }
            : entry,
        );
        advice = "done";
      }
      if (error.includes("may be somebody else's")) {
        this.#leave(error);
        advice = "done";
      } else if (error.includes("set `adopt: true`")) {
        this.#program = this.#program.map((entry) => ({ ...entry, args: { ...entry.args, adopt: true } }));
        advice = "done";
      }
    }
    if (advice === "done") return advice;
    for (const entry of [...this.#disk.state.values()].filter(({ id }) => isPlaceholder(id))) {
      const object = this.#objectOf(entry, errors);
      const isDeclared = this.#program.some(
        ({ name, kind, args }) => name === entry.name && keyWords(kind, args) === keyWords(kind, entry.outputs),
      );
      const isStuck = errors.some(
        (error) => error.includes("cannot be deleted") && isNamedIn(error, entry.kind, entry.outputs),
      );
      if (isStuck && isDeclared) this.#disk.state.delete(entry.name);
      if (object === undefined) this.#mustWait = true;
      else if (isDeclared) this.#declare(entry.name, { existingId: object });
      else {
        this.#network.dashboard.delete(entry.kind, object);
        this.#disk.state.delete(entry.name);
      }
      this.#story.push(`${entry.name}: its ID was not told; the advice of the message is followed`);
      advice = "done";
    }
    return advice;
  }

  /** The object that was made for an entry without an ID, as somebody finds it in the dashboard. */
  #objectOf({ kind, outputs }: Pick<Entry, "kind" | "outputs">, errors: readonly string[]): string | undefined {
    const message = errors.find((error) => isNamedIn(error, kind, outputs));
    const other = /it exists as "(.*)", but the list|cannot be told:\n  [a-z ]+ "(.*)"/
      .exec(message ?? "")
      ?.slice(1)
      .find(Boolean);
    const name = kinds[kind].naturalKey;
    const words = keyWords(kind, other === undefined ? outputs : { ...outputs, [name]: other });
    return this.#network.dashboard.list(kind).find((object) => {
      const key = this.#network.sentName(kind, object.id) ?? object[kind === "PhoneNumber" ? "phone_number" : "name"];
      return keyWords(kind, { workspace: object["workspace"], [kinds[kind].naturalKey]: key }) === words;
    })?.id;
  }

  /** Somebody deletes what has a name that the API does not give twice. */
  #free(name: string): void {
    for (const kind of allKinds)
      for (const object of this.#network.dashboard.list(kind))
        if (object["name"] === name || JSON.stringify(object["name"]) === name)
          this.#network.dashboard.delete(kind, object.id);
  }

  /** Somebody deletes what the API does not change any more, since an object it refers to is gone. */
  #removeWhatRefersToNothing(): boolean {
    const refersToNothing = ({ inputs }: Entry): boolean =>
      (["aiAgentId", "webhookId", "outboundPhoneNumberId"] as const).some((field, index) => {
        const kind = (["AiAgent", "Webhook", "PhoneNumber"] as const)[index] ?? "AiAgent";
        return typeof inputs[field] === "string" && this.#network.dashboard.get(kind, inputs[field]) === undefined;
      });
    const unwanted = [...this.#disk.state.values()].filter(refersToNothing);
    for (const { kind, id } of unwanted)
      if (this.#network.dashboard.get(kind, id) !== undefined) this.#network.dashboard.delete(kind, id);
    return unwanted.length > 0;
  }

  /** Somebody looks at what may be the object of an unclear create: it is, or nothing of it is. */
  #ruleOn(error: string): void {
    const target = this.#program.find((entry) => isNamedIn(error, entry.kind, entry.args));
    if (target === undefined) return;
    const wanted = String(target.args[kinds[target.kind].naturalKey]);
    const place = workspaceOf(target.args);
    const it = this.#namedBy(error, target.kind).find((id) => {
      const object = this.#network.dashboard.get(target.kind, id);
      const stored = object?.["name"];
      if (object?.["workspace"] !== place || typeof stored !== "string") return false;
      const sent = this.#network.sentName(target.kind, id);
      const holder = [...this.#disk.state.values()].find((entry) => entry.id === id);
      const isCalled = (name: unknown): boolean => sameName(sent ?? stored, String(name)) && !sameName(stored, wanted);
      const isAnothers =
        (holder !== undefined && this.#program.some(({ name }) => name === holder.name)) ||
        this.#program.some(
          ({ name, kind, args }) =>
            name !== target.name && kind === target.kind && isCalled(args[kinds[kind].naturalKey]),
        );
      return !isAnothers && (looksLike(stored, wanted) || (sent !== undefined && sameName(sent, wanted)));
    });
    if (it === undefined) {
      this.#clearUp(error);
      return;
    }
    this.#name(target.name, it);
  }

  /** The program says more of a resource, or something else. */
  #declare(name: string, more: Entry["inputs"]): void {
    this.#program = this.#program.map((entry) =>
      entry.name === name ? { ...entry, args: { ...entry.args, ...more } } : entry,
    );
  }

  /** The program gives the ID of what a resource is. */
  #name(name: string, id: string): void {
    this.#declare(name, { existingId: id });
    this.#story.push(`${name}: ${id} is it`);
  }

  /** Somebody looks in the dashboard for what a list does not show. */
  #lookFor(error: string): void {
    const target = this.#program.find((entry) => isNamedIn(error, entry.kind, entry.args));
    if (target === undefined) return;
    const it = this.#objectOf({ kind: target.kind, outputs: target.args }, []);
    if (it === undefined) this.#clearUp(error);
    else this.#name(target.name, it);
  }

  /** Nothing of what is named is it; what was made under a name or in a workspace that the resource had before is deleted. */
  #clearUp(error: string): void {
    const target = this.#program.find((entry) => isNamedIn(error, entry.kind, entry.args));
    if (target === undefined) return;
    const { kind, name, args } = target;
    const former = this.#programs
      .flatMap(({ program }) => program.filter((entry) => entry.name === name))
      .filter((entry) => keyWords(kind, entry.args) !== keyWords(kind, args));
    const held = new Set(
      [...this.#disk.state.values(), ...(this.#twin?.disk.state.values() ?? [])].map(({ id }) => id),
    );
    for (const object of this.#network.dashboard.list(kind)) {
      if (held.has(object.id) || this.#people.made.has(object.id)) continue;
      const key = this.#network.sentName(kind, object.id) ?? object["name"];
      const words = keyWords(kind, { workspace: object["workspace"], [kinds[kind].naturalKey]: key });
      if (former.some((entry) => keyWords(kind, entry.args) === words)) this.#network.dashboard.delete(kind, object.id);
    }
    this.#ruled.add(name);
    this.#declare(name, { existingId: "none" });
    this.#story.push(`${name}: nothing of that is it`);
  }

  /** Somebody takes out in the dashboard what the program leaves out, and a new object would not have. */
  #empty(error: string): void {
    const names = [...error.matchAll(/^ {2}(\w+) .* \(not set\)$/gm)].map(([, name = ""]) => name);
    for (const { kind, id } of [...this.#disk.state.values()].filter((entry) => error.includes(entry.id))) {
      const wireNames = names.flatMap((name) => kinds[kind].field(name)?.wireName ?? []);
      this.#network.dashboard.change(kind, id, Object.fromEntries(wireNames.map((name) => [name, null])));
      this.#story.push(`${id}: ${names.join(", ")} taken out in the dashboard`);
    }
  }

  /** IDs of the objects that a message names, by their IDs or, where it tells none, by the names they are stored under. */
  #namedBy(error: string, kind: ListedKindName): readonly string[] {
    // As the API shows them: it may spell a name otherwise than it stores it.
    const shown = [...error.matchAll(new RegExp(`^  ${kinds[kind].noun} "(.*)"$`, "gm"))].map(([, name = ""]) => name);
    return this.#network.dashboard
      .list(kind)
      .filter(
        ({ id, name }) =>
          error.includes(id) || (typeof name === "string" && shown.some((other) => sameName(other, name))),
      )
      .map(({ id }) => id);
  }

  #forgetRulings(): void {
    this.#program = this.#program.map((entry) =>
      this.#ruled.has(entry.name) ? { ...entry, args: { ...entry.args, existingId: undefined } } : entry,
    );
    this.#ruled.clear();
  }

  /** Nothing of what appeared is what an unclear create has made: it is taken out of the state. */
  #forget(error: string): void {
    for (const entry of [...this.#disk.state.values()])
      if (isPlaceholder(entry.id) && isNamedIn(error, entry.kind, entry.outputs)) this.#disk.state.delete(entry.name);
  }

  /** What may be somebody else's stays: the program says that it is its own, or forgets it. */
  #leave(error: string): void {
    for (const entry of [...this.#disk.state.values()].filter(({ id }) => error.includes(id))) {
      this.#story.push(`${entry.name}: may be somebody else's`);
      if (this.#program.some(({ name }) => name === entry.name)) {
        this.#declare(entry.name, { adopt: true });
      } else {
        this.#left.add(entry.id);
        this.#disk.state.delete(entry.name);
      }
    }
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
    const twins = [...(this.#twin?.disk.state.values() ?? [])];
    const theirs = twins.map(({ id }) => id);
    const unidentified = twins
      .filter(({ id }) => isPlaceholder(id))
      .map(({ kind, outputs }) => keyWords(kind, outputs));
    return {
      byHand: new Set([...this.#people.made, ...theirs, ...this.#named]),
      left: new Set([...this.#left, ...unidentified]),
      unsettled: this.#unsettled,
      shared: new Set(theirs),
    };
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
  const renaming: PersonalityPatch = chance.happens(0.04) ? renamingServer(chance) : {};
  if (chance.happens(0.6)) return tellingPlaces(randomPersonality(seed, { ...knowable, ...absent, ...renaming }));
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

/** Two names that it cuts to the same text cannot both be had where it gives none twice. */
const renamingServer = (chance: Chance): PersonalityPatch => ({
  names: chance.pick(["cut", "lower"] as const),
  duplicateNames: "allowed",
});

/** A server that changes names beyond a spelling: that stays drift until the program writes them so. */
const isRenamedByServer = ({ names }: Personality): boolean => names === "cut" || names === "lower";

/** Whether an entry whose object is not there is one of which a message says so. */
const isToldToBeGone = (text: string, errors: readonly string[]): boolean => {
  const id = /the state has \w+ ([^,]+), which is not there/.exec(text)?.[1];
  return (
    id !== undefined &&
    errors.some((error) => error.includes(`(ID ${id}) is no longer there`) || doubtedIn(error) === id)
  );
};

/** The ID of an object of which a message says that it may be gone, and that the state does not drop it for that. */
const doubtedIn = (error: string): string | undefined =>
  (/reading it by its ID (\S+) says that it is not there/.exec(error) ??
    /No list has shown .*? \(ID (\S+)\) since it was written/.exec(error))?.[1];

/** The live name of an object in a table of differences, where a quotation mark in it is written as in JSON. */
function liveName(error: string): string | undefined {
  const written = /^ {2}name +".*" +(".*")$/m.exec(error)?.[1];
  return written === undefined ? undefined : (JSON.parse(written) as string);
}

const workspaceOf = ({ workspace }: Readonly<Record<string, unknown>>): string =>
  typeof workspace === "string" ? workspace : "default";

/** Whether somebody who reads both takes one name for the other, written in small letters or cut off. */
function looksLike(stored: string, wanted: string): boolean {
  const [one, other] = [stored, wanted].map((name) => foldedName(name).toLowerCase()) as [string, string];
  return one === other || (one.length >= 20 && other.startsWith(one));
}

/** Whether a message speaks of an object that is declared with these arguments. */
const isNamedIn = (error: string, kind: ListedKindName, args: Readonly<Record<string, unknown>>): boolean => {
  const place = kinds[kind].listedByWorkspace ? ` in workspace "${workspaceOf(args)}"` : "";
  const named = new RegExp(`${kinds[kind].noun} "(.*?)"${place}`).exec(error)?.[1];
  return named !== undefined && foldedName(named) === foldedName(String(args[kinds[kind].naturalKey]));
};

const differing = (personality: Personality): object => {
  const standard = personalityOf({}) as unknown as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(personality).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(standard[name])),
  );
};
