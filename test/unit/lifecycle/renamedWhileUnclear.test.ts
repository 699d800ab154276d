/**
 * A create without a clear outcome, and the program then calls the object otherwise. What the create made is still called
 * as it was sent; what is called as it is declared by now may be anybody's.
 */
import { kinds } from "../../../provider/kinds";
import { toWire } from "../../../provider/kinds/wire";
import { keyOf } from "../../../provider/ledger/ledger";
import { sentIn } from "../../../provider/lifecycle/asSent";
import { identify, placeholderId } from "../../../provider/lifecycle/identity";
import { read } from "../../../provider/lifecycle/read";
import { makeState, nothingReported } from "../../../provider/lifecycle/state";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";
import { deleteObject, ownerOf } from "../../support/lifecycle";
import { emptyMemory } from "../../support/memoryStore";

const kind = kinds.Campaign;
const owner = ownerOf("a");
const sent = checked(kind, { ...leastOf.Campaign, name: "Spring" });
const declared = checked(kind, { ...leastOf.Campaign, name: "Summer" });

/** An hour after the create, on a machine that knows nothing but what `memory` holds. */
async function stage() {
  const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true } });
  const memory = emptyMemory();
  const run = () => contextFor(emulator, { memory });
  const context = run();
  const identity = identify(context, kind, declared);
  const begun = {
    key: keyOf(identify(context, kind, sent).unique),
    owner,
    at: context.now() - 3_600_000,
    before: "|",
    sent: sentIn(context.ledger.printer, kind, sent),
    done: false,
  };
  const id = placeholderId(identity);
  const state = makeState(declared, nothingReported, { owner, begun });
  return {
    run,
    identity,
    id,
    state,
    make: (name: string) => emulator.dashboard.create("Campaign", { ...toWire(kind, sent), name }).id,
    live: () => emulator.dashboard.list("Campaign").map(({ name }) => name),
    remove: () => deleteObject(run(), kind, id, state, owner),
  };
}

it("a delete removes what was sent, and not what is called as it is declared by now", async () => {
  const { make, live, remove } = await stage();
  make("Spring");
  make("Summer");
  await remove();
  expect(live()).toEqual(["Summer"]);
});

it("a delete does not take another one for it where it cannot be told", async () => {
  const { make, live, remove } = await stage();
  make("Summer");
  expect((await failureOf(remove())).message).toMatch(/not known whether .* exists.*may be this:\s+campaign "Summer"/s);
  expect(live()).toEqual(["Summer"]);
});

it("a delete leaves another resource's object alone, and is done", async () => {
  const { run, identity, make, live, remove } = await stage();
  run().ledger.made(identity, ownerOf("b"), make("Summer"));
  await remove();
  expect(live()).toEqual(["Summer"]);
});

describe("another resource of this run holds what is called as it was sent", () => {
  const holding = async () => {
    const { run, make, live, ...rest } = await stage();
    const context = run();
    const called = identify(context, kind, sent);
    const state = { ...rest.state, ...sent };
    context.ledger.run.hold(make("Spring"), { owners: [ownerOf("b")], mark: undefined, wants: keyOf(called.unique) });
    return { context, make, live, remove: () => deleteObject(context, kind, rest.id, state, owner) };
  };

  it("so a delete leaves it alone and says so", async () => {
    const { context, live, remove } = await holding();
    await remove();
    expect(context.notes).toEqual([
      'campaign "Spring" in workspace "default" was left as it is: the resource "b" of this program holds it now.',
    ]);
    expect(live()).toEqual(["Spring"]);
  });

  it("but a delete is not done while something else may be what was sent", async () => {
    const { make, live, remove } = await holding();
    make("SPRING");
    expect((await failureOf(remove())).message).toMatch(/may be this:\s+campaign "SPRING"/);
    expect(live()).toEqual(["Spring", "SPRING"]);
  });
});

it("a delete removes what this machine was renaming", async () => {
  const { run, identity, make, live, remove } = await stage();
  run().ledger.naming(identity, owner, make("Summer"));
  await remove();
  expect(live()).toEqual([]);
});

it("a refresh does not take another one for it either", async () => {
  const { run, id, state, make } = await stage();
  make("Spring");
  make("Summer");
  expect(await read(run(), kind, id, state)).toMatchObject({ id });
});
