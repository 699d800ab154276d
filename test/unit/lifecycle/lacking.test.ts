/** A list that lacks what a read by its ID shows proves of no create that it made nothing. */
import type { Emulator } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { defaultPatience } from "../../../provider/lifecycle/context";
import { identify } from "../../../provider/lifecycle/identity";
import { lackedByAll } from "../../../provider/lifecycle/lacking";
import { read } from "../../../provider/lifecycle/read";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";
import { create, deleteObject, ownerOf, PartlyCreated, type Created } from "../../support/lifecycle";
import { emptyMemory } from "../../support/memoryStore";
import { twisted } from "../../support/twist";

const kind = kinds.Campaign;
const program = (name: string, more: object = {}) => checked(kind, { ...leastOf.Campaign, name, ...more });

/** @param hidden whether the list leaves a campaign of that name out; lists it has given so far are counted */
async function stage(hidden: (name: string, lists: number) => boolean, campaignListIds = true) {
  const emulator: Emulator = await emulate({ personality: { campaignListIds } });
  let lists = 0;
  let isLost = false;
  const api = await twisted(emulator, ({ kind: name, operation, envelope }) => {
    if (name !== "Campaign") return undefined;
    if (operation === "create" && isLost) return "<html>";
    if (operation !== "list") return undefined;
    lists++;
    const items = (envelope.data as { name: string }[]).filter((item) => !isLost && !hidden(item.name, lists));
    return JSON.stringify({ ...envelope, data: items });
  });
  const memory = emptyMemory();
  const run = () => contextFor(api, { memory });
  isLost = true;
  // The list has nothing of it while its run lasts.
  const failure = await failureOf(create(run(), kind, program("B"), ownerOf("b")));
  isLost = false;
  if (!(failure instanceof PartlyCreated)) throw failure;
  const unclear: Created = failure.created;
  return {
    emulator,
    run,
    unclear,
    named: (name: string) => emulator.dashboard.list("Campaign").filter((campaign) => campaign["name"] === name),
  };
}

const isNew = (name: string): boolean => name === "A" || name === "B";

it.each([true, false])(
  "a create is not sent again by a list that hides what is new (IDs in the list: %p)",
  async (ids) => {
    const { run, named } = await stage(isNew, ids);
    const context = run();
    const { id } = await create(context, kind, program("A"), ownerOf("a")).catch(
      (error: unknown) => (error as PartlyCreated).created,
    );
    const failure = await failureOf(create(context, kind, program("B"), ownerOf("b")));
    expect(failure).toBeInstanceOf(PartlyCreated);
    expect(failure.message).toContain('The list of campaigns may not be whole: it lacks campaign "A"');
    expect(failure.message).toContain(`(ID ${id}), which a read by its ID shows`);
    expect(failure.message).toContain('existingId: "none"');
    expect(named("B")).toHaveLength(1);
  },
);

it("nor when the other one is only made while the list is asked", async () => {
  const { run, named } = await stage(isNew);
  const context = run();
  const ends = await Promise.allSettled([
    create(context, kind, program("B"), ownerOf("b")),
    create(context, kind, program("A"), ownerOf("a")),
  ]);
  expect(ends.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
  expect(named("B")).toHaveLength(1);
});

it("a list that lags is waited for, and shows what was made", async () => {
  let from = Number.POSITIVE_INFINITY;
  const { run, named } = await stage((name, lists) => isNew(name) && lists < from);
  from = 25;
  const context = run();
  await create(context, kind, program("A"), ownerOf("a"));
  await create(context, kind, program("B"), ownerOf("b"));
  expect(named("B")).toHaveLength(1);
});

it("where the list has all that was read, what it lacks was not made", async () => {
  const { run, named, emulator } = await stage(() => false);
  for (const campaign of emulator.dashboard.list("Campaign")) emulator.dashboard.delete("Campaign", campaign.id);
  const context = run();
  await create(context, kind, program("A"), ownerOf("a"));
  await create(context, kind, program("B"), ownerOf("b"));
  expect(named("B")).toHaveLength(1);
});

it("so it is where the program says that it is not there", async () => {
  const { run, named, emulator } = await stage(isNew);
  for (const campaign of emulator.dashboard.list("Campaign")) emulator.dashboard.delete("Campaign", campaign.id);
  const context = run();
  await create(context, kind, program("A"), ownerOf("a"));
  await create(context, kind, program("B", { existingId: "none" }), ownerOf("b"));
  expect(named("B")).toHaveLength(1);
});

it("what is gone by now is nothing that the list should show", async () => {
  const { run, emulator, named } = await stage((name) => name === "B");
  const context = run();
  const { id } = await create(context, kind, program("A"), ownerOf("a"));
  emulator.dashboard.delete("Campaign", id);
  for (const campaign of named("B")) emulator.dashboard.delete("Campaign", campaign.id);
  await create(context, kind, program("B"), ownerOf("b"));
  expect(named("B")).toHaveLength(1);
});

it("a refresh does not drop the resource by such a list, and a delete does not count as done", async () => {
  const { run, unclear } = await stage(isNew);
  const context = run();
  await context.sleep(120_000);
  await create(context, kind, program("A"), ownerOf("a"));
  expect(await read(context, kind, unclear.id, unclear.state)).toMatchObject({ id: unclear.id });
  const { message } = await failureOf(deleteObject(context, kind, unclear.id, unclear.state, ownerOf("b")));
  expect(message).toContain("may not be whole: it lacks");
});

describe("a list that lacks what was read is asked again,", () => {
  /** @param showsFrom the look from which on the list shows the campaign that was read; the first one is 0 */
  async function lookThrough(showsFrom: number, isOverFrom = Number.POSITIVE_INFINITY) {
    const emulator = await emulate({ personality: { campaignListIds: true } });
    const context = contextFor(emulator);
    const { id } = await create(context, kind, program("A"), ownerOf("a"));
    const identity = identify(context, kind, program("B"));
    const read = [{ id, key: "A", words: 'campaign "A"' }];
    const look = (turn: number) => ({
      turn,
      read,
      listing: { objects: turn < showsFrom ? [] : [{ id, fields: { name: "A" } }], notWhole: undefined },
    });
    let turns = 0;
    const again = () => Promise.resolve(look(++turns));
    const { last, lacking } = await lackedByAll(context, identity, look(0), {
      again,
      isOver: ({ turn }) => turn >= isOverFrom,
    });
    return { turns, last: last.turn, lacking: lacking !== undefined };
  }
  const most = defaultPatience.pauses.length;

  it("until it shows that, or all patience is over", async () => {
    expect(await lookThrough(2)).toEqual({ turns: 2, last: 2, lacking: false });
    expect(await lookThrough(most + 1)).toEqual({ turns: most, last: most, lacking: true });
  });

  it("or what was looked for is there", async () => {
    expect(await lookThrough(most, 1)).toEqual({ turns: 1, last: 1, lacking: false });
  });

  it("and not at all where it lacks nothing, or what was looked for was there", async () => {
    expect(await lookThrough(0)).toEqual({ turns: 0, last: 0, lacking: false });
    expect(await lookThrough(most, 0)).toEqual({ turns: 0, last: 0, lacking: false });
  });
});
