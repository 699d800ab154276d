/**
 * Two tokens on one machine: of one account, what the one has made a moment ago is not made again by the other, though the
 * list lags; of two accounts, neither is held up by what the other has made.
 */
import type { Emulator } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { checked, contextFor, emulate, failureOf, leastOf, now, sleep, type TestContext } from "../../support/context";
import { create, deleteObject, ownerOf } from "../../support/lifecycle";
import { emptyMemory, type Memory } from "../../support/memoryStore";

const kind = kinds.Campaign;
const inputs = checked(kind, leastOf.Campaign);
const [a, b, theirs] = [ownerOf("a"), ownerOf("b"), ownerOf("a", "theirs")];
const lagging = { campaignListIds: true, campaignReadIds: true, listLagRequests: 1_000 } as const;
const live = (emulator: Emulator) => emulator.dashboard.list("Campaign");

/** A process with another token of the emulator's first account. */
function byOtherToken(emulator: Emulator, memory: Memory, run?: string): TestContext {
  const options = { memory, ...(run === undefined ? {} : { run }) };
  const { client, inventory } = contextFor(emulator, options);
  return { ...contextFor({ url: emulator.url, token: "another" }, options), client, inventory };
}

it("takes over what another token of the account has made a moment ago, and what differs is not touched", async () => {
  const emulator = await emulate({ personality: lagging });
  const memory = emptyMemory();
  const { id } = await create(contextFor(emulator, { memory }), kind, inputs, a);
  expect((await create(byOtherToken(emulator, memory), kind, inputs, theirs)).id).toBe(id);
  const differing = checked(kind, { ...leastOf.Campaign, notes: "other" });
  expect((await failureOf(create(byOtherToken(emulator, memory), kind, differing, theirs))).message).toContain(
    "differs from this program",
  );
  expect(live(emulator)).toMatchObject([{ id, notes: "" }]);
});

it("names both, where they are of one program", async () => {
  const emulator = await emulate({ personality: lagging });
  const memory = emptyMemory();
  const outcomes = await Promise.allSettled([
    create(contextFor(emulator, { memory, run: "run of two tokens" }), kind, inputs, a),
    create(byOtherToken(emulator, memory, "run of two tokens"), kind, inputs, b),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  expect(String((outcomes[1] as PromiseRejectedResult).reason)).toMatch(/"a" of this program.*"b" of this program/);
  expect(live(emulator)).toHaveLength(1);
});

it.each(["was deleted", "was made long ago"])("asks for nothing where what the other one made %s", async (fate) => {
  const emulator = await emulate({ personality: { campaignListIds: true } });
  const memory = emptyMemory();
  const context = contextFor(emulator, { memory });
  const { id, state } = await create(context, kind, inputs, a);
  if (fate === "was deleted") await deleteObject(context, kind, id, state, a);
  else {
    emulator.dashboard.delete("Campaign", id);
    await sleep(600_000);
  }
  emulator.clearRequests();
  const made = await create(byOtherToken(emulator, memory), kind, inputs, theirs);
  expect(emulator.requests.map(({ operation }) => operation)).toEqual(["list", "create", "read"]);
  expect(made.id).not.toBe(id);
});

it("makes its own where what the other one made is called otherwise by now", async () => {
  const emulator = await emulate({ personality: lagging });
  const memory = emptyMemory();
  const { id } = await create(contextFor(emulator, { memory }), kind, inputs, a);
  emulator.dashboard.change("Campaign", id, { name: "Renamed in the dashboard" });
  const made = await create(byOtherToken(emulator, memory), kind, inputs, theirs);
  expect(made.id).not.toBe(id);
  expect(live(emulator).map(({ name }) => name)).toEqual(["Renamed in the dashboard", inputs["name"]]);
});

describe("a token of another account", () => {
  const south = (emulator: Emulator, memory: Memory): TestContext =>
    contextFor({ url: emulator.url, token: "south" }, { memory });

  it("makes its own at once, with one request more", async () => {
    const emulator = await emulate({ personality: { campaignListIds: true }, accounts: ["south"] });
    const memory = emptyMemory();
    const { id } = await create(contextFor(emulator, { memory }), kind, inputs, a);
    emulator.clearRequests();
    const began = now();
    const context = south(emulator, memory);
    expect((await create(context, kind, inputs, theirs)).id).not.toBe(id);
    expect(now() - began).toBeLessThan(5_000);
    expect(context.notes).toEqual([]);
    expect(emulator.requests.map(({ operation }) => operation)).toEqual(["list", "read", "create", "read"]);
  });

  it.each([403, 404, 410, 422])("makes its own where the other's object is refused with %i", async (status) => {
    const emulator = await emulate({ personality: { campaignListIds: true }, accounts: ["south"] });
    const memory = emptyMemory();
    await create(contextFor(emulator, { memory }), kind, inputs, a);
    const context = south(emulator, memory);
    emulator.addFault({ fault: "refusal", text: "not yours", status, match: { operation: "read" } });
    await create(context, kind, inputs, theirs);
    expect(emulator.account("south").dashboard.list("Campaign")).toHaveLength(1);
  });
});
