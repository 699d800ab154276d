/**
 * A double of the engine: what `pulumi up` does with a program and a state, in the order in which the real one does
 * it. Registrations wait for what they refer to; check → diff → create, update, or delete before replace; deletes come
 * last and only if nothing failed; a partly created object is recorded and forced to an update by the next run. A run
 * that is killed keeps what was recorded until then, and nothing else.
 */
import { createClient } from "../../provider/api/client";
import { Inventory } from "../../provider/api/inventory";
import { retryPolicy } from "../../provider/api/retry";
import { accountMark, readConfiguration } from "../../provider/configuration";
import { kinds } from "../../provider/kinds";
import { describe } from "../../provider/words/diagnostic";
import { foldedName } from "../../provider/values/name";
import type { ListedKindName } from "../../provider/kinds/schema";
import { holdsUnknown, UNKNOWN } from "../../provider/values/unknown";
import { check } from "../../provider/lifecycle/check";
import { Ledger } from "../../provider/ledger/ledger";
import { Run as LedgerRun } from "../../provider/ledger/run";
import { claim } from "../../provider/lifecycle/claim";
import { patienceFor, type Context } from "../../provider/lifecycle/context";
import { create } from "../../provider/lifecycle/create";
import { PartlyCreated, PartlyUpdated } from "../../provider/lifecycle/created";
import { deleteObject, leaveUntouched } from "../../provider/lifecycle/delete";
import { diff, type DiffResult } from "../../provider/lifecycle/diff";
import { read } from "../../provider/lifecycle/read";
import { OWNER, ownerIn } from "../../provider/lifecycle/state";
import { wordedForRun } from "../../provider/runtime/hints";
import { textOf } from "../../provider/words/text";
import { update } from "../../provider/lifecycle/update";
import { emptyMemory, memoryStore, type Memory } from "../support/memoryStore";
import { Life } from "./life";
import type { Network } from "./network";
import { isReference, referencesIn, type Args, type Declaration, type Program } from "./programs";
import type { Chance } from "./random";

/** A resource as the engine's state has it. */
export interface Entry {
  readonly kind: ListedKindName;
  readonly name: string;
  readonly id: string;
  readonly inputs: Record<string, unknown>;
  readonly outputs: Record<string, unknown>;
  readonly dependencies: readonly string[];
  /** It was created in part; the next run updates it. */
  readonly unfinished: boolean;
  /** It was deleted to be replaced, and the new one was not made yet: it is neither refreshed nor deleted again. */
  readonly isReplaced?: boolean;
}

/** What outlives a process: the engine's state of a stack, and what the machine remembers. */
export interface Disk {
  readonly stack: string;
  readonly state: Map<string, Entry>;
  memory: Memory;
}

export const emptyDisk = (stack = "dev", memory = emptyMemory()): Disk => ({ stack, state: new Map(), memory });

/** How a run went. */
export interface RunResult {
  readonly killed: boolean;
  readonly errors: readonly string[];
  /** What the provider told beside errors. */
  readonly notes: readonly string[];
  /** By resource: natural keys whose create was under way when the run ended, or ended with an outcome nobody knows. */
  readonly unsettled: ReadonlyMap<string, string>;
  /** Objects whose delete ended well. */
  readonly let: readonly Entry[];
}

export interface RunOptions {
  readonly refresh?: boolean;
  /** Kills the run so many milliseconds after this request (1 = the first) is made. */
  readonly killAt?: { readonly request: number; readonly delayMs: number };
  /** Only these resources are looked at, as with `--target`. */
  readonly targets?: readonly string[];
  /** Another account's. */
  readonly token?: string;
  /** Kills the run when the provider has answered so often, just before the engine notes the answer. */
  readonly killBeforeRecord?: number;
}

/** Words for an object that every run uses for the same one. */
export const keyWords = (kind: ListedKindName, properties: Readonly<Record<string, unknown>>): string =>
  JSON.stringify([
    kind,
    kinds[kind].listedByWorkspace ? (properties["workspace"] ?? "default") : "",
    foldedName(String(properties[kinds[kind].naturalKey])),
  ]);

/** Runs a program once. */
export const up = (...run: Parameters<typeof begin>): Promise<RunResult> => run[0].time.until(begin(...run));

let runs = 0;

/** Begins a run, and lets no time pass: two of them can go on at once. */
export async function begin(
  network: Network,
  disk: Disk,
  program: Program,
  chance: Chance,
  options: RunOptions = {},
): Promise<RunResult> {
  const life = new Life();
  const { token = "emulator-token" } = options;
  let requests = 0;
  const context = contextOf(network, disk, life, chance, token, () => {
    if (++requests !== options.killAt?.request) return;
    if (options.killAt.delayMs === 0) life.kill();
    else network.time.after(options.killAt.delayMs, () => life.kill());
  });
  const run = new Run(context.context, disk, network, life, program, options);
  const ended = await life.outcome(run.all(options.refresh === true));
  if (ended === "killed") life.kill();
  return {
    killed: ended === "killed",
    errors: run.errors,
    notes: context.notes,
    unsettled: run.creating,
    let: run.let,
  };
}

function contextOf(
  network: Network,
  disk: Disk,
  life: Life,
  chance: Chance,
  token: string,
  onRequest: () => void,
): { context: Context; notes: string[] } {
  const { time } = network;
  const notes: string[] = [];
  const configuration = readConfiguration(
    (key) => (({ apiToken: token, baseUrl: "http://127.0.0.1:1/v1" }) as Record<string, string>)[key],
    {},
  );
  const sleep = (ms: number): Promise<void> => life.inside(time.sleep(ms));
  const client = createClient(configuration, {
    sleep,
    now: time.now,
    adapter: network.wayFor(life, onRequest),
    retry: { ...retryPolicy(configuration.maxRetries), random: () => chance.next() },
  });
  const patience = patienceFor(configuration);
  const context: Context = {
    client,
    inventory: new Inventory(client, time.now),
    ledger: new Ledger({
      store: memoryStore({ memory: disk.memory, sleep, isOver: () => life.isOver }),
      run: new LedgerRun(),
      account: token,
      runName: `run ${++runs}`,
      hasOthers: false,
      lateMs: patience.interruptedMs,
      now: time.now,
      note: (text) => notes.push(text),
    }),
    workspace: configuration.workspace,
    baseUrl: configuration.baseUrl,
    account: accountMark(configuration),
    patience,
    settings: configuration,
    now: time.now,
    sleep,
    note: (text) => notes.push(wordedForRun(text)),
  };
  return { context, notes };
}

class Run {
  readonly errors: string[] = [];
  readonly creating = new Map<string, string>();
  readonly let: Entry[] = [];
  readonly #ids = new Map<string, Promise<string | undefined>>();
  /** Deleted by this run because they depend on something that is replaced. */
  readonly #cleared = new Set<string>();
  /** Resources of the program whose check has come. */
  readonly #checked = new Set<string>();
  #turn: Promise<unknown> = Promise.resolve();

  readonly state: Map<string, Entry>;
  #answersLeft: number | undefined;

  constructor(
    readonly context: Context,
    readonly disk: Disk,
    readonly network: Network,
    readonly life: Life,
    readonly program: Program,
    readonly options: RunOptions,
  ) {
    this.state = disk.state;
    this.#answersLeft = options.killBeforeRecord;
  }

  #isTarget(name: string): boolean {
    return this.options.targets === undefined || this.options.targets.includes(name);
  }

  async all(refresh: boolean): Promise<void> {
    if (refresh) await this.#refresh();
    if (this.errors.length > 0) return;
    for (const declaration of this.program) this.#ids.set(declaration.name, this.#register(declaration));
    await Promise.all(this.#ids.values());
    if (this.errors.length > 0) return;
    const declared = new Set(this.program.map(({ name }) => name));
    const unwanted = [...this.state.values()].filter(({ name }) => !declared.has(name) && this.#isTarget(name));
    await this.#deleteAll(unwanted);
  }

  async #refresh(): Promise<void> {
    await Promise.all(
      [...this.state.values()]
        .filter(({ name, isReplaced }) => this.#isTarget(name) && isReplaced !== true)
        .map(async (entry) => {
          await this.#step(async () => {
            const found = await read(this.context, kinds[entry.kind], entry.id, entry.outputs);
            await this.#beforeRecord();
            if (found === undefined) this.state.delete(entry.name);
            else {
              const refreshed: Entry = {
                ...entry,
                id: found.id,
                inputs: { ...found.inputs, [OWNER]: ownerIn(entry.outputs) ?? ownerIn(entry.inputs) },
                outputs: plain(found.state),
                unfinished: false,
              };
              // The engine has the provider compare what it found with what the state had, to show the difference.
              this.#compare(refreshed, entry.inputs);
              this.state.set(entry.name, refreshed);
            }
          });
        }),
    );
  }

  /** Gives the ID, or undefined if there is none to refer to. */
  async #register(declaration: Declaration): Promise<string | undefined> {
    const ids = new Map<string, string>();
    for (const name of referencesIn(declaration.args)) {
      const id = await this.#ids.get(name);
      if (id === undefined) return undefined;
      ids.set(name, id);
    }
    // The engine decides about one resource at a time; what it decided runs beside the others.
    const decision = this.#turn.then(() => this.#decide(declaration, resolved(declaration.args, ids)));
    this.#turn = decision;
    const work = await decision;
    if (!(await work())) return undefined;
    return this.state.get(declaration.name)?.id;
  }

  async #decide(declaration: Declaration, args: Record<string, unknown>): Promise<() => Promise<boolean>> {
    const failed = (): Promise<boolean> => Promise.resolve(false);
    if (this.errors.length > 0) return failed;
    if (!this.#isTarget(declaration.name)) return () => Promise.resolve(this.state.has(declaration.name));
    this.context.ledger.run.noteActivity(this.context.now());
    const kind = kinds[declaration.kind];
    const checked = check(kind, args, { workspace: this.context.workspace, now: new Date(this.network.time.now()) });
    const problems = checked.diagnostics.filter(({ severity }) => severity === "error");
    if (problems.length > 0) {
      this.errors.push(
        `check of ${declaration.name}: ${problems.map((entry) => `${entry.property} ${describe(entry)}`).join("; ")}`,
      );
      return failed;
    }
    this.#checked.add(declaration.name);
    const owner = `urn:pulumi:${this.disk.stack}::chaos::${declaration.kind}::${declaration.name}`;
    const inputs = { ...plain(checked.inputs), [OWNER]: owner };
    const dependencies = referencesIn(declaration.args);
    const base = { kind: declaration.kind, name: declaration.name, inputs, dependencies };
    const old = this.state.get(declaration.name);
    if (old === undefined) return () => this.#create(base);
    const found = this.#compare(old, inputs);
    if (old.isReplaced === true) return () => this.#create(base);
    if (found.replaces.length > 0) {
      const deleted = await this.#deleteAll([...this.#mustGoFirst(old.name), old]);
      if (deleted) this.state.set(old.name, { ...old, isReplaced: true });
      return deleted ? () => this.#create(base) : failed;
    }
    if (found.changes || old.unfinished) return () => this.#update(old, base);
    this.state.set(old.name, { ...old, inputs, dependencies });
    return () => Promise.resolve(true);
  }

  /** Asks the provider for the differences, as the host does: the resource speaks for its object. */
  #compare({ kind, name, id, outputs }: Entry, inputs: Record<string, unknown>): DiffResult {
    const result = diff(kinds[kind], id, outputs, inputs);
    const isDeclared = this.#checked.has(name);
    const context = { ...this.context, run: this.context.ledger.run };
    return claim(context, kinds[kind], id, outputs, inputs, result, isDeclared);
  }

  /** What depends on a resource and would be replaced with it has to be deleted before it. */
  #mustGoFirst(name: string): Entry[] {
    return [...this.state.values()].flatMap((entry) => {
      if (!entry.dependencies.includes(name)) return [];
      const unknown = Object.fromEntries(
        Object.entries(entry.inputs).map(([key, value]) => [key, value === this.state.get(name)?.id ? UNKNOWN : value]),
      );
      // Only what draws a value from the replaced resource can be replaced with it; nothing else is asked about.
      if (!holdsUnknown(unknown)) return [];
      const found = this.#compare(entry, unknown);
      return found.replaces.length === 0 ? [] : [...this.#mustGoFirst(entry.name), entry];
    });
  }

  async #create(base: Omit<Entry, "id" | "outputs" | "unfinished">): Promise<boolean> {
    const words = keyWords(base.kind, base.inputs);
    return this.#step(async () => {
      this.creating.set(base.name, words);
      try {
        const made = await create(this.context, kinds[base.kind], base.inputs, ownerIn(base.inputs));
        await this.#beforeRecord();
        this.state.set(base.name, { ...base, id: made.id, outputs: plain(made.state), unfinished: false });
        this.creating.delete(base.name);
      } catch (error) {
        if (error instanceof PartlyCreated) {
          await this.#beforeRecord();
          const { id, state } = error.created;
          this.state.set(base.name, { ...base, id, outputs: plain({ ...hostsOwn(base), ...state }), unfinished: true });
          this.creating.delete(base.name);
        } else if (!(error instanceof Error) || !/It is not known whether/.test(error.message)) {
          this.creating.delete(base.name);
        }
        throw error;
      }
    });
  }

  async #update(old: Entry, base: Omit<Entry, "id" | "outputs" | "unfinished">): Promise<boolean> {
    return this.#step(async () => {
      const kind = kinds[base.kind];
      let outputs: Record<string, unknown>;
      try {
        outputs = await update(this.context, kind, old.id, old.outputs, base.inputs, ownerIn(base.inputs));
      } catch (error) {
        if (error instanceof PartlyUpdated) {
          await this.#beforeRecord();
          this.state.set(base.name, { ...base, id: old.id, outputs: plain(error.state), unfinished: true });
        }
        throw error;
      }
      await this.#beforeRecord();
      this.state.set(base.name, { ...base, id: old.id, outputs: plain(outputs), unfinished: false });
    });
  }

  /** Deletes what others depend on after those others. */
  async #deleteAll(entries: readonly Entry[]): Promise<boolean> {
    let left = [...entries];
    while (left.length > 0) {
      const needed = new Set(left.flatMap(({ dependencies }) => dependencies));
      const now = left.filter(({ name }) => !needed.has(name));
      const done = await Promise.all((now.length === 0 ? left : now).map((entry) => this.#delete(entry)));
      if (now.length === 0 || done.includes(false)) return !done.includes(false);
      left = left.filter((entry) => !now.includes(entry));
    }
    return true;
  }

  async #delete(entry: Entry): Promise<boolean> {
    if (this.#cleared.has(entry.name)) return true;
    if (entry.isReplaced === true) return this.state.delete(entry.name);
    return this.#step(async () => {
      const kept =
        (entry.outputs["deletionPolicy"] ?? kinds[entry.kind].field("deletionPolicy")?.node.default) === "retain";
      const { context } = this;
      const what = [kinds[entry.kind], entry.id, entry.outputs] as const;
      if (kept) leaveUntouched({ ...context, run: context.ledger.run }, ...what);
      else await deleteObject(context, ...what, ownerIn(entry.outputs));
      await this.#beforeRecord();
      this.state.delete(entry.name);
      this.#cleared.add(entry.name);
      this.let.push(entry);
    });
  }

  async #step(work: () => Promise<void>): Promise<boolean> {
    if (this.errors.length > 0) return false;
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof Error) || error instanceof TypeError || error instanceof ReferenceError) throw error;
      this.errors.push(wordedForRun(textOf(error)));
      return false;
    }
  }

  /** Between the provider's answer and the engine's note of it a process can die, too. */
  #beforeRecord(): Promise<void> {
    if (this.#answersLeft !== undefined && --this.#answersLeft === 0) this.life.kill();
    return this.life.inside(this.network.time.sleep(2));
  }
}

/** What the host keeps among the inputs, beside what the kind knows. */
const hostsOwn = ({ kind, inputs }: Pick<Entry, "kind" | "inputs">): object =>
  Object.fromEntries(Object.entries(inputs).filter(([name]) => kinds[kind].field(name) === undefined));

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function resolved(args: Args, ids: ReadonlyMap<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(args).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, isReference(value) ? ids.get(value.idOf) : value]],
    ),
  );
}
