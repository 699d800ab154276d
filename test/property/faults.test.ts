/**
 * Whatever goes wrong with whichever requests, however often a run is started again: no double is ever made, no run
 * ends in anything but a plain message, and one run without faults ends with exactly the declared object.
 */
import fc from "fast-check";
import { type Emulator, type PersonalityPatch } from "../../emulator";
import { kinds } from "../../provider/kinds";
import { listedKinds, type ListedKindName } from "../../provider/kinds/schema";
import { PartlyCreated, create, deleteObject, diff, update } from "../support/lifecycle";
import { read } from "../../provider/lifecycle/read";
import { checked, contextFor, leastOf, withEmulator, type TestContext } from "../support/context";
import { emptyMemory } from "../support/memoryStore";
import { runs } from "./arbitraries";
import { faultRule } from "./faultRules";

const personality: fc.Arbitrary<PersonalityPatch> = fc.record({
  campaignCreateData: fc.constantFrom("id", "text", "object", "objectWithoutId", "rows"),
  otherCreateData: fc.constantFrom("id", "text", "object", "objectWithoutId", "rows"),
  campaignListIds: fc.constant(true),
  phoneNumberIds: fc.constant(true),
  failureBy: fc.constantFrom("200", "4xx"),
  duplicateNames: fc.constantFrom("allowed", "refused"),
  listLagRequests: fc.nat(3),
  deletedInLists: fc.constantFrom("absent", "shown"),
  deleteOfAbsent: fc.constantFrom("error", "404", "rows"),
});

/** What a failing run may end in: a message for people. */
function expectForPeople(failure: unknown): void {
  expect(failure).toBeInstanceOf(Error);
  const { name, message } = failure as Error;
  expect(["TypeError", "ReferenceError", "RangeError", "SyntaxError"]).not.toContain(name);
  expect(message.length).toBeGreaterThan(20);
  expect(message).not.toMatch(/undefined|\[object|emulator-token/);
}

/** One `pulumi up` after another, each in a process of its own, as the engine would do it. */
class Runs {
  state: { id: string; state: Record<string, unknown> } | undefined;
  /** The engine updates what was only partly created, whatever diff says. */
  incomplete = false;
  readonly memory = emptyMemory();

  constructor(
    readonly emulator: Emulator,
    readonly kindName: ListedKindName,
  ) {}

  get #context(): TestContext {
    return contextFor(this.emulator, { memory: this.memory, configuration: { maxRetries: "2" } });
  }

  async up(inputs: Record<string, unknown>): Promise<boolean> {
    const kind = kinds[this.kindName];
    try {
      const context = this.#context;
      if (this.state === undefined) {
        this.state = await create(context, kind, inputs);
        return true;
      }
      const { id, state } = this.state;
      const { changes, replaces } = diff(context, kind, id, state, inputs);
      if (replaces.length > 0) {
        await deleteObject(context, kind, id, state);
        this.state = undefined;
        this.state = await create(context, kind, inputs);
      } else if (changes || this.incomplete) this.state = { id, state: await update(context, kind, id, state, inputs) };
      this.incomplete = false;
      return true;
    } catch (failure) {
      expectForPeople(failure);
      if (failure instanceof PartlyCreated) {
        this.state = failure.created;
        this.incomplete = true;
      }
      return false;
    }
  }

  async destroy(): Promise<boolean> {
    if (this.state === undefined) return true;
    try {
      await deleteObject(this.#context, kinds[this.kindName], this.state.id, this.state.state);
      this.state = undefined;
      return true;
    } catch (failure) {
      expectForPeople(failure);
      return false;
    }
  }

  async refresh(): Promise<void> {
    if (this.state === undefined) return;
    const { id, state } = this.state;
    try {
      const found = await read(this.#context, kinds[this.kindName], id, state);
      expect(found).toBeDefined();
    } catch (failure) {
      expectForPeople(failure);
    }
  }
}

describe.each(listedKinds)("%s", (name) => {
  const kind = kinds[name];
  const wanted: Record<string, unknown> = {
    ...leastOf[name],
    ...(name === "Campaign" ? { desiredStatus: "paused" } : {}),
    deletionPolicy: "delete",
  };

  it("survives any schedule of faults and re-runs without a double", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(faultRule(4), { minLength: 1, maxLength: 4 }),
        personality,
        fc.array(fc.constantFrom("up", "refresh"), { minLength: 1, maxLength: 4 }),
        async (rules, oddities, schedule) => {
          await withEmulator({ seed: 1, personality: oddities }, async (emulator) => {
            const inputs = checked(kind, wanted);
            const run = new Runs(emulator, name);
            for (const rule of rules) emulator.addFault(rule);
            for (const step of schedule) await (step === "up" ? run.up(inputs) : run.refresh());
            expect(emulator.dashboard.ids(name).length).toBeLessThanOrEqual(1);

            emulator.clearFaults();
            expect(await run.up(inputs)).toBe(true);
            const [id, ...others] = emulator.dashboard.ids(name);
            expect(others).toEqual([]);
            expect(run.state?.id).toBe(id);
            if (name === "Campaign") expect(emulator.dashboard.get(name, id ?? "")?.["status"]).toBe("paused");
            expect(emulator.dashboard.doublesEverMade()).toEqual([]);

            for (const rule of rules) emulator.addFault(rule);
            for (let turn = 0; turn < 2; turn++) await run.destroy();
            emulator.clearFaults();
            expect(await run.destroy()).toBe(true);
            expect(emulator.dashboard.ids(name)).toEqual([]);
          });
        },
      ),
      runs(60),
    );
  }, 600_000);
});
