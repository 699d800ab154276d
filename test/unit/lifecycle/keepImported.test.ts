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

describe("in a later run", () => {
  it.each(["imported", "made"])("is told, and a delete leaves it to the resource that %s it", async (how) => {
    const id = how === "made" ? (await create(run(), kind, inputs, first)).id : exists();
    const one = how === "made" ? { state: inputs } : await imported(run(), id, first);
    const two = await imported(run(), id, second);
    expect(two.said).toContain('belongs to the resource "first" of this program, as far as this machine knows');
    const context = run();
    await deleteObject(context, kind, id, two.state, second);
    expect(context.notes.join()).toContain('was left as it is: the resource "first" of this program holds it now');
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
