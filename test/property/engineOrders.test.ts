/**
 * Whatever the order in which an engine makes its calls and in which the API answers them: no object is ever made twice,
 * two resources never write to one object, and a program whose resources have objects of their own ends with exactly
 * what it declares. fast-check's scheduler decides which of all calls and answers under way goes on next.
 */
import type { AxiosAdapter } from "axios";
import fc, { type Scheduler } from "fast-check";
import { dashboardOf } from "../../emulator/dashboard";
import { exchange } from "../../emulator/exchange";
import { Faults } from "../../emulator/faults";
import { ListLag } from "../../emulator/lag";
import { Operations } from "../../emulator/operations";
import { personalityOf } from "../../emulator/presets";
import { RequestLog } from "../../emulator/requestLog";
import { Store } from "../../emulator/store";
import { World } from "../../emulator/world";
import { createClient } from "../../provider/api/client";
import { Inventory } from "../../provider/api/inventory";
import { kinds } from "../../provider/kinds";
import type { Properties } from "../../provider/kinds/normalForm";
import { Ledger } from "../../provider/ledger/ledger";
import { Run } from "../../provider/ledger/run";
import { defaultPatience, type Context } from "../../provider/lifecycle/context";
import { checked, configurationFor, leastOf } from "../support/context";
import { create, deleteObject, diff, ownerOf, update } from "../support/lifecycle";
import { emptyMemory, memoryStore } from "../support/memoryStore";

const kind = kinds.Campaign;

/** Resource name → campaign name. */
type Program = Readonly<Record<string, string>>;
type State = Map<string, { readonly id: string; readonly state: Properties }>;

/** Decides what goes on next: the scheduler, or whatever came first. */
type Turn = <T>(work: Promise<T>, label: string) => Promise<T>;

class Account {
  time = Date.parse("2026-03-02T08:00:00.000Z");
  readonly memory = emptyMemory();
  readonly #store = new Store();
  readonly #lag = new ListLag();
  readonly #personality = personalityOf({ campaignListIds: true, campaignReadIds: true, names: "nfc" });
  readonly #world = new World(this.#store, () => this.time, "orders");
  readonly dashboard = dashboardOf(this.#world, this.#lag, () => this.#personality);
  readonly log = new RequestLog();
  #runs = 0;

  /** A process of the provider. */
  context(turn: Turn, mayWait: Promise<void>): Context {
    const configuration = configurationFor({ url: "http://127.0.0.1:1/v1", token: "emulator-token" });
    const sleep = async (ms: number): Promise<void> => {
      await mayWait;
      this.time += ms;
      await turn(Promise.resolve(), "sleep");
    };
    const now = (): number => this.time;
    const client = createClient(configuration, { adapter: this.#adapter(turn), sleep, now });
    const store = memoryStore({ memory: this.memory, sleep });
    const run = new Run();
    return {
      client,
      inventory: new Inventory(client, now),
      ledger: new Ledger({
        store,
        run,
        account: "a",
        runName: `run ${this.#runs++}`,
        hasOthers: false,
        lateMs: defaultPatience.interruptedMs,
        now,
        note: () => undefined,
      }),
      workspace: "default",
      account: "a",
      baseUrl: configuration.baseUrl,
      patience: defaultPatience,
      settings: { onDrift: "fail", verifyWrites: "strict", pauseAll: false },
      now,
      sleep,
      note: () => undefined,
    };
  }

  #adapter(turn: Turn): AxiosAdapter {
    const desk = {
      operations: new Operations(this.#world, this.#lag, () => this.#personality),
      faults: new Faults("orders"),
      log: this.log,
      clock: () => this.time,
      token: "emulator-token",
      latencyMs: 0,
      personality: () => this.#personality,
      closing: new AbortController().signal,
    };
    return async (config) => {
      const request = {
        method: (config.method ?? "get").toUpperCase(),
        path: (config.url ?? "").split("/v1")[1] ?? "",
        authorization: String(config.headers.get("Authorization")),
        text: typeof config.data === "string" ? config.data : "",
        isGone: () => false,
      };
      // On its way there, and back.
      await turn(Promise.resolve(), `${request.method} ${request.path}`);
      const outgoing = await turn(exchange(request, desk), "answer");
      if (outgoing === "nothing") throw new Error("no answer");
      return { data: outgoing.text, status: outgoing.status, statusText: "", headers: {}, config };
    };
  }
}

/** One `pulumi up`: each resource's calls in their order, those of different resources in any. Gives the errors. */
async function up(
  account: Account,
  state: State,
  program: Program,
  turn: Turn,
  speak: "at once" | "whenever" = "at once",
): Promise<string[]> {
  let silent = Object.keys(program).length;
  const spoken = new Promise<void>((resolve) => {
    const check = (): void => (silent === 0 ? resolve() : void setImmediate(check));
    check();
  });
  // An engine asks about resources that wait for nothing within a moment: before anybody's wait is over.
  const context = account.context(turn, speak === "at once" ? spoken : Promise.resolve());
  const errors: string[] = [];
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      errors.push(error instanceof Error ? error.message : String(error));
    }
  };
  const register = async ([name, campaign]: [string, string]): Promise<void> => {
    const owner = ownerOf(name);
    await turn(Promise.resolve(), `check ${name}`);
    context.ledger.run.noteActivity(context.now());
    const inputs = checked(kind, { ...leastOf.Campaign, name: campaign });
    const old = state.get(name);
    if (old === undefined) {
      silent--;
      await turn(Promise.resolve(), `create ${name}`);
      await attempt(async () => void state.set(name, await create(context, kind, inputs, owner)));
      return;
    }
    await turn(Promise.resolve(), `diff ${name}`);
    const { changes } = diff(context, kind, old.id, old.state, inputs, owner);
    silent--;
    if (!changes) return;
    await turn(Promise.resolve(), `update ${name}`);
    await attempt(async () => {
      state.set(name, { id: old.id, state: await update(context, kind, old.id, old.state, inputs, owner) });
    });
  };
  await Promise.all(Object.entries(program).map(register));
  if (errors.length > 0) return errors;
  const unwanted = [...state].filter(([name]) => program[name] === undefined);
  await Promise.all(
    unwanted.map(async ([name, { id, state: outputs }]) => {
      await turn(Promise.resolve(), `delete ${name}`);
      await attempt(async () => {
        await deleteObject(context, kind, id, outputs, ownerOf(name));
        state.delete(name);
      });
    }),
  );
  return errors;
}

const inOrder: Turn = (work) => work;

const scheduled =
  (scheduler: Scheduler): Turn =>
  (work, label) =>
    scheduler.schedule(work, label);

const names = ["Spring", "Autumn", "Winter", "Cafe\u0301"];
const resources = ["a", "b", "c", "d"];

const program = (unique: boolean): fc.Arbitrary<Program> =>
  fc
    .tuple(
      fc.subarray(resources),
      unique
        ? fc.shuffledSubarray(names, { minLength: 4 })
        : fc.array(fc.constantFrom(...names), { minLength: 4, maxLength: 4 }),
    )
    .map(([chosen, called]) => Object.fromEntries(chosen.map((name, index) => [name, called[index] ?? ""])));

const runs = { numRuns: Number(process.env["ORDERS"] ?? 150) };

/** No campaign exists twice, or ever did by a create. Names may meet for a moment where two are exchanged. */
function expectNoDouble(account: Account): void {
  const created = account.log.entries.filter(({ operation, worked }) => operation === "create" && worked);
  const live = livesOf(account);
  const atCreate = account.dashboard.doublesEverMade().filter(({ at }) => created.some((entry) => entry.at === at));
  expect({ live: [...live].sort(), doubles: atCreate }).toEqual({ live: [...new Set(live)].sort(), doubles: [] });
}

const livesOf = (account: Account): string[] =>
  account.dashboard.list("Campaign").map(({ name }) => (typeof name === "string" ? name : ""));

it("ends with exactly what is declared, in whatever order the engine calls", async () => {
  await fc.assert(
    fc.asyncProperty(program(true), program(true), fc.scheduler(), async (before, after, scheduler) => {
      fc.pre(!exchangesNames(before, after));
      const account = new Account();
      const state: State = new Map();
      expect(await up(account, state, before, inOrder)).toEqual([]);
      const first = await scheduler.waitFor(up(account, state, after, scheduled(scheduler)));
      expectNoDouble(account);
      // A wait for what another resource was to do may have been given up: the next run goes on from there.
      expect(first.filter((error) => !error.includes("Let this resource depend on that one"))).toEqual([]);
      expect(await up(account, state, after, inOrder)).toEqual([]);
      expect(livesOf(account).sort()).toEqual(
        Object.values(after)
          .map((name) => name.normalize("NFC"))
          .sort(),
      );
      for (const [name, { id }] of state)
        expect(account.dashboard.get("Campaign", id)?.["name"]).toBe(after[name]?.normalize("NFC"));
      expect(new Set([...state.values()].map(({ id }) => id)).size).toBe(state.size);
      expectNoDouble(account);
    }),
    runs,
  );
}, 60_000);

it("makes no campaign twice and shares none in silence, where two resources turn out to declare the same, or speak late", async () => {
  await fc.assert(
    fc.asyncProperty(program(true), program(false), fc.scheduler(), async (before, after, scheduler) => {
      fc.pre(!exchangesNames(before, after));
      const account = new Account();
      const state: State = new Map();
      await up(account, state, before, inOrder);
      const errors = await scheduler.waitFor(up(account, state, after, scheduled(scheduler), "whenever"));
      expectNoDouble(account);
      const declared = Object.values(after);
      const isShared = (): boolean => {
        const held = Object.keys(after).flatMap((name) => state.get(name)?.id ?? []);
        return new Set(declared).size < declared.length || new Set(held).size < held.length;
      };
      if (isShared()) expect(errors).not.toEqual([]);
      expectNoDouble(account);
      // Nor in any run after that.
      if (isShared()) expect(await up(account, state, after, inOrder)).not.toEqual([]);
      expectNoDouble(account);
    }),
    runs,
  );
}, 60_000);

/** A name that one resource gives up and another one, which exists, takes: both have it for a moment, whatever is done. */
function exchangesNames(before: Program, after: Program): boolean {
  return Object.entries(after).some(
    ([name, campaign]) =>
      before[name] !== undefined &&
      before[name] !== campaign &&
      Object.entries(before).some(([other, former]) => other !== name && former === campaign),
  );
}
