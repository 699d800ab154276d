/** A read by an ID that is answered with another object, at an API whose reads tell no IDs. */
import type { PersonalityPatch, WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { keyOf } from "../../../provider/ledger/ledger";
import { identify } from "../../../provider/lifecycle/identity";
import { read } from "../../../provider/lifecycle/read";
import { pauseNow } from "../../../provider/lifecycle/stop";
import { checked, contextFor, emulate, failureOf, leastOf, type TestContext } from "../../support/context";
import { create, deleteObject, ownerOf, update } from "../../support/lifecycle";
import { twisted } from "../../support/twist";

const kind = kinds.Campaign;
const program = (name: string, more: object = {}) =>
  checked(kind, { ...leastOf.Campaign, name, desiredStatus: "active", ...more });

async function stage(campaignListIds: boolean, personality: PersonalityPatch = {}) {
  const emulator = await emulate({ personality: { campaignReadIds: false, campaignListIds, ...personality } });
  let isMixed = false;
  let isHidden = false;
  const of = (name: string): Record<string, unknown> =>
    emulator.dashboard.list("Campaign").find((campaign) => campaign["name"] === name) ?? {};
  const api = await twisted(emulator, ({ kind: name, operation, envelope }) => {
    if (name !== "Campaign") return undefined;
    if (operation === "read" && isMixed) return JSON.stringify({ ...envelope, data: { ...of("B"), id: undefined } });
    if (operation === "list" && isHidden)
      return JSON.stringify({
        ...envelope,
        data: (envelope.data as { name: string }[]).filter((item) => item.name === "B"),
      });
    return undefined;
  });
  const run = (configuration = {}): TestContext => contextFor(api, { configuration });
  const a = await create(run(), kind, program("A"), ownerOf("a"));
  const b = await create(run(), kind, program("B"), ownerOf("b"));
  emulator.dashboard.change("Campaign", b.id, { status: "completed" });
  emulator.clearRequests();
  return {
    emulator,
    run,
    a,
    b,
    mix: () => void (isMixed = true),
    hide: () => void (isHidden = true),
    rename: (name: string) => void emulator.dashboard.change("Campaign", a.id, { name }),
    live: (): WireObject => emulator.dashboard.get("Campaign", a.id) ?? {},
    gone: () => emulator.dashboard.get("Campaign", a.id) === undefined,
  };
}

describe.each([true, false])("lists tell IDs: %p", (ids) => {
  it("a stop pauses the campaign that was asked for", async () => {
    const { run, a, mix, live } = await stage(ids);
    mix();
    await pauseNow(run({ pauseAll: "true" }), kind, a.id, a.state, ownerOf("a"));
    expect(live()["status"]).toBe("paused");
  });

  it("a refresh shows what the list shows of it", async () => {
    const { run, a, mix } = await stage(ids);
    mix();
    expect((await read(run(), kind, a.id, a.state))?.state).toMatchObject({ name: "A", status: "active" });
  });

  it("its delete does not count as done by the answer", async () => {
    const { run, a, mix, gone } = await stage(ids);
    mix();
    await deleteObject(run(), kind, a.id, a.state, ownerOf("a"));
    expect(gone()).toBe(true);
  });

  it("a rename by hand is drift", async () => {
    const { run, a, rename } = await stage(ids);
    rename("Autumn");
    expect((await read(run(), kind, a.id, a.state))?.inputs).toMatchObject({ name: "Autumn" });
  });

  it("a name that the server respells is read back", async () => {
    const { run } = await stage(ids, { names: "lower" });
    const { state } = await create(run(), kind, program("Spring Renewals"), ownerOf("c"));
    expect(state).toMatchObject({ status: "active" });
  });
});

it("where lists tell IDs and lack it, the run fails, and does not say that it is gone", async () => {
  const { run, a, mix, hide, live } = await stage(true);
  mix();
  hide();
  const said = "Something on the way mixes answers up, or the campaign was renamed.";
  expect((await failureOf(read(run(), kind, a.id, a.state))).message).toContain(said);
  expect((await failureOf(update(run(), kind, a.id, a.state, program("A", { notes: "New." })))).message).toContain(
    said,
  );
  expect(live()).toMatchObject({ status: "active", notes: "" });
});

describe("where they tell none, and show nothing of its name,", () => {
  it("another object that is called so is another one", async () => {
    const { run, a, b, mix, hide } = await stage(false);
    mix();
    hide();
    const context = run();
    const wants = keyOf(identify(context, kind, program("B")).unique);
    context.ledger.run.hold(b.id, { owners: [ownerOf("b")], mark: undefined, wants });
    const { message } = await failureOf(read(context, kind, a.id, a.state));
    expect(message).toContain("Something on the way mixes answers up");
  });

  it("the answer counts as a rename, where nothing else is known to be called so", async () => {
    const { run, a, mix, hide } = await stage(false);
    mix();
    hide();
    expect((await read(run(), kind, a.id, a.state))?.inputs).toMatchObject({ name: "B" });
  });
});
