/** One object, one resource: also where it comes by import. */
import { kinds } from "../../../provider/kinds";
import type { Owner } from "../../../provider/ledger/owner";
import { importObject, type Imported } from "../../../provider/lifecycle/import";
import { keepImported } from "../../../provider/lifecycle/keepImported";
import type { Context } from "../../../provider/lifecycle/context";
import { wordedForRun } from "../../../provider/runtime/hints";
import { checked, contextFor, emulate, leastOf, type TestContext } from "../../support/context";
import { create, deleteObject, diff, ownerOf } from "../../support/lifecycle";
import { emptyMemory, type Memory } from "../../support/memoryStore";
import type { Emulator } from "../../../emulator";

const kind = kinds.Campaign;
const [first, second] = [ownerOf("first"), ownerOf("second")];
const inputs = checked(kind, leastOf.Campaign);

let emulator: Emulator;
let memory: Memory;
/** The machine in its next run. */
const run = (): TestContext => contextFor(emulator, { memory });
beforeEach(async () => {
  emulator = await emulate({ personality: { campaignListIds: true } });
  memory = emptyMemory();
});
const exists = (): string =>
  emulator.dashboard.create("Campaign", {
    name: "Spring renewals",
    campaign_type: "outbound",
    days_of_week: [1, 2],
    time_zone: "Europe/Paris",
    workspace: "default",
  })["id"];

const readFor = async (context: Context, named: string, owner: Owner): Promise<Imported> => {
  const found = await importObject(context, kind, named, owner);
  if (found === undefined) throw new Error(`${named} is not there`);
  return found;
};
async function imported(context: Context, named: string, owner: Owner) {
  const found = await readFor(context, named, owner);
  const said = keepImported(context, kind, found, owner);
  return { ...found, said: said === undefined ? undefined : wordedForRun(said) };
}
const isThere = (id: string): boolean => emulator.dashboard.list("Campaign").some((each) => each["id"] === id);

it("is refused to a second resource of the run, by whatever name, and the first is named", async () => {
  const id = exists();
  const context = run();
  await imported(context, id, first);
  for (const named of [id, id.toUpperCase(), "default/Spring renewals"])
    await expect(imported(context, named, second)).rejects.toThrow(/belongs to the resource "first" of this program/);
});

it("is refused where another resource of the run manages it", async () => {
  const { id, state } = await create(run(), kind, inputs, first);
  const context = run();
  diff(context, kind, id, state, inputs, first);
  await expect(imported(context, id, second)).rejects.toThrow(/belongs to the resource "first"/);
});

describe("of an emergency stop", () => {
  const stop = (): TestContext => contextFor(emulator, { memory, configuration: { pauseAll: "true" } });
  const calling = () => create(run(), kind, checked(kind, { ...leastOf.Campaign, desiredStatus: "active" }), first);

  it("is told of a second resource, and not held back by it", async () => {
    const id = exists();
    const context = stop();
    await imported(context, id, first);
    expect((await imported(context, id, second)).said).toMatch(/belongs to the resource "first" of this program/);
  });

  it.each(["what another resource is thought to hold", "what the resource itself took anew"])(
    "%s is paused",
    async (whose) => {
      const { id, state } = await calling();
      const context = stop();
      if (whose.startsWith("what another")) await imported(context, id, second);
      else context.ledger.run.hold(id, { owners: [first], mark: "anew", wants: "k" });
      await deleteObject(context, kind, id, state, first);
      expect(context.notes.join()).toMatch(/was left as it is|was not replaced/);
      expect(emulator.dashboard.list("Campaign")).toMatchObject([{ id, status: "paused" }]);
    },
  );

  it("fails where that cannot be paused", async () => {
    const { id, state } = await calling();
    const context = stop();
    await imported(context, id, second);
    emulator.addFault({ fault: "error500", match: { operation: "update" }, times: "always" });
    await expect(deleteObject(context, kind, id, state, first)).rejects.toThrow();
  });
});

describe("in a preview alone", () => {
  /** As an engine does for the option `import`: it compares what was read with the program, in a preview as well. */
  const preview = async (id: string, owner: Owner): Promise<void> => {
    const context = run();
    const { state } = await imported(context, id, owner);
    diff(context, kind, id, state, { ...inputs }, owner);
  };

  it.each([
    ["made on another machine", false],
    ["made on this one", true],
  ])("changes nothing for the resource that has it, %s", async (_, isHere) => {
    const { id, state } = await create(isHere ? run() : contextFor(emulator), kind, inputs, first);
    await preview(id, second);
    await preview(id, ownerOf("third"));
    const context = run();
    await deleteObject(context, kind, id, state, first);
    expect(context.notes).toEqual([]);
    expect(isThere(id)).toBe(false);
  });

  it.each([undefined, "2999-01-01T00:00:00.000Z abc"])(
    "nor for one whose state was moved to another name (%s)",
    async (mark) => {
      const { id, state } = await create(run(), kind, inputs, first);
      await preview(id, second);
      await deleteObject(run(), kind, id, { ...state, ...(mark && { __adopted: mark }) }, ownerOf("moved"));
      expect(isThere(id)).toBe(false);
    },
  );

  it("counts once a state has it: then it stays, whoever else lets go of it", async () => {
    const { id, state } = await create(contextFor(emulator), kind, inputs, first);
    const two = await imported(run(), id, second);
    diff(run(), kind, id, two.state, { ...inputs }, second);
    const context = run();
    await deleteObject(context, kind, id, state, first);
    expect(context.notes.join()).toContain('the resource "second" of this program holds it now.');
    expect(isThere(id)).toBe(true);
    await deleteObject(run(), kind, id, two.state, second);
    expect(isThere(id)).toBe(false);
  });
});

it("is its own where the program of the importing run declares it, also in the very next destroy", async () => {
  const { id } = await create(run(), kind, inputs, first);
  const context = run();
  const { state } = await imported(context, id, second);
  diff(context, kind, id, state, { ...inputs }, second);
  await deleteObject(run(), kind, id, state, second);
  expect(isThere(id)).toBe(false);
});

describe("in a later run", () => {
  it.each(["imported", "made"])("is told, and a delete leaves it to the resource that %s it", async (how) => {
    const id = how === "made" ? (await create(run(), kind, inputs, first)).id : exists();
    const one = how === "made" ? { state: inputs } : await imported(run(), id, first);
    const two = await imported(run(), id, second);
    expect(two.said).toContain('belongs to the resource "first" of this program, as far as this machine knows');
    const context = run();
    await deleteObject(context, kind, id, two.state, second);
    expect(context.notes.join()).toContain('was left as it is: the resource "first" of this program holds it now');
    // Whether the first one was more than a preview is not known here.
    expect(context.notes.join().includes("known of an import alone")).toBe(how === "imported");
    expect(isThere(id)).toBe(true);
    await deleteObject(run(), kind, id, one.state, first);
    expect(isThere(id)).toBe(false);
  });

  it("is its own by its program: what `pulumi state delete` has let go can be imported again", async () => {
    const id = exists();
    await imported(run(), id, first);
    const two = await imported(run(), id, second);
    diff(run(), kind, id, two.state, { ...inputs }, second);
    await deleteObject(run(), kind, id, two.state, second);
    expect(isThere(id)).toBe(false);
  });

  it("says nothing to the same resource, nor to that of another stack", async () => {
    const id = exists();
    expect((await imported(run(), id, first)).said).toBeUndefined();
    expect((await imported(run(), id, first)).said).toBeUndefined();
    expect((await imported(run(), id, ownerOf("first", "staging"))).said).toBeUndefined();
  });

  it("is known by its mark under another name of the same resource", async () => {
    const id = exists();
    const { state } = await imported(run(), id, first);
    await deleteObject(run(), kind, id, state, ownerOf("renamed"));
    expect(isThere(id)).toBe(false);
  });
});

it("is held by nobody where it is only read, as for a `.get`", async () => {
  const id = exists();
  const context = run();
  const { state } = await readFor(context, id, first);
  expect((await imported(context, id, second)).said).toBeUndefined();
  await deleteObject(run(), kind, id, state, second);
  expect(isThere(id)).toBe(false);
});

it("moves to a resource that imports it in the run that lets go of the other one", async () => {
  const { id, state } = await create(run(), kind, inputs, first);
  const context = run();
  await imported(context, id, second);
  await deleteObject(context, kind, id, state, first);
  expect(isThere(id)).toBe(true);
});
