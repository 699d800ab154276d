/** What a preview knows of a create, by what is live. */
import { wordedForRun } from "../../../provider/runtime/hints";
import { runWording } from "../../../provider/runtime/hints";
import { whatWillCome } from "../../../provider/runtime/words";
import { kinds } from "../../../provider/kinds";
import { UNKNOWN } from "../../../provider/values/unknown";
import type { Properties } from "../../../provider/kinds/normalForm";
import { toWire } from "../../../provider/kinds/wire";
import { identify } from "../../../provider/lifecycle/identity";
import { foresee, type Foreseen } from "../../../provider/lifecycle/foresee";
import { checked, contextFor, emulate, leastOf, type TestContext } from "../../support/context";
import { create, diff, ownerOf } from "../../support/lifecycle";
import { emptyMemory, type Memory } from "../../support/memoryStore";
import type { Emulator, PersonalityPatch, WireObject } from "../../../emulator";

const kind = kinds.Campaign;
const declared = { ...leastOf.Campaign, notes: "Customers" };
const inputs = checked(kind, declared);

let emulator: Emulator;
beforeEach(async () => {
  emulator = await emulate({ personality: { campaignListIds: true } });
});
const exists = (changes: WireObject = {}): string =>
  emulator.dashboard.create("Campaign", { ...(toWire(kind, inputs) as WireObject), ...changes })["id"];
const foreseen = (program: Properties = inputs, context: TestContext = contextFor(emulator)) =>
  foresee(context, kind, program, ownerOf("spring"));
const words = async (program: Properties = inputs): Promise<string> =>
  wordedForRun((await foreseen(program))?.text ?? "");
const what = async (program: Properties = inputs): Promise<Foreseen["what"] | undefined> =>
  (await foreseen(program))?.what;

afterEach(() => {
  expect(emulator.requests.filter(({ method }) => method !== "GET")).toEqual([]);
});

it("is nothing where there is none of the name, or the name is not known yet", async () => {
  expect(await what()).toBeUndefined();
  exists();
  expect(await what({ ...inputs, name: UNKNOWN })).toBeUndefined();
});

it("is that the first one of a workspace needs a word of the program, where the list shows other workspaces alone", async () => {
  const everywhere = await emulate({ personality: { webhookFilter: "ignored" } });
  everywhere.dashboard.create("Webhook", { name: "Another", workspace: "default" });
  const hook = { ...checked(kinds.Webhook, leastOf.Webhook), workspace: "sales" };
  const of = (program: Properties): Promise<Foreseen | undefined> =>
    foresee(contextFor(everywhere), kinds.Webhook, program, ownerOf("hook"));
  expect((await of(hook))?.what).toBe("refused");
  expect(await of({ ...hook, existingId: "none" })).toBeUndefined();
});

it("is that an equal one is taken over", async () => {
  const id = exists();
  expect(await foreseen()).toEqual({
    what: "taken over",
    text: `campaign "Spring renewals" in workspace "default" exists already (ID ${id}) and will be taken over, not created.`,
  });
  // What is not known yet is not compared.
  expect(await what({ ...inputs, notes: UNKNOWN })).toBe("taken over");
});

it("is that another one is refused, with the table; or written over, where the program says so", async () => {
  exists({ notes: "Somebody else's" });
  expect(await what()).toBe("refused");
  expect(await words()).toMatch(/notes +"Customers" +"Somebody else's"/);
  expect(await words()).toContain("adopt: true");
  expect(await what({ ...inputs, adopt: true })).toBe("written over");
  expect(await what({ ...inputs, adopt: true, campaignType: "inbound" })).toBe("refused");
});

describe("is what the run does then", () => {
  /** What the preview says and what the run comes to, of the same world. */
  async function both(personality: PersonalityPatch, program: (id: string) => Properties, there: WireObject = {}) {
    const server = await emulate({ personality: { campaignListIds: true, ...personality } });
    const body = { ...(toWire(kind, inputs) as WireObject), ...there };
    const id = server.dashboard.create("Campaign", body)["id"];
    const found = await foresee(contextFor(server), kind, { ...inputs, ...program(id) }, ownerOf("spring"));
    const run = create(contextFor(server), kind, { ...inputs, ...program(id) }, ownerOf("spring"));
    const outcome = await run.then(
      (made) => (made.id === id ? "taken over" : "made"),
      () => "refused",
    );
    return [found?.what, outcome];
  }
  const plain = (): Properties => ({});

  it("where lists are brief: what they leave out is read alone", async () => {
    const brief = { listFields: "brief" } as const;
    expect(await both(brief, plain)).toEqual(["taken over", "taken over"]);
    expect(await both(brief, plain, { notes: "Another's" })).toEqual(["refused", "refused"]);
  });

  it("where the object that the program names is in another workspace", async () => {
    expect(await both({}, (existingId) => ({ existingId }), { workspace: "north" })).toEqual(["refused", "refused"]);
  });

  it("where no list tells its ID: then nothing can be done with it", async () => {
    const mute = { campaignListIds: false, campaignReadIds: false } as const;
    expect(await both(mute, plain)).toEqual(["refused", "refused"]);
    expect(await both(mute, (existingId) => ({ existingId }))).toEqual(["taken over", "taken over"]);
  });
});

it("is a refusal where several are called so, or the ID that the program names is not there", async () => {
  exists();
  exists();
  expect(await words()).toContain("There are 2 objects");
  const nobody = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a99";
  expect(await words({ ...inputs, existingId: nobody })).toContain("There is no campaign with the ID");
});

it("is nothing where another resource of the program has it, and is about to give it another name", async () => {
  const id = exists();
  const context = contextFor(emulator);
  diff(context, kind, id, inputs, { ...inputs, name: "Old renewals" }, ownerOf("old"));
  expect(await foreseen(inputs, context)).toBeUndefined();
});

describe("where a run that was cut off has made it", () => {
  const owner = ownerOf("spring");

  /** What it sent, as the ledger knows it; the run that made it was killed before any state held it. */
  async function made(): Promise<{ readonly memory: Memory; readonly id: string }> {
    const memory = emptyMemory();
    const { id } = await create(contextFor(emulator, { memory }), kind, inputs, owner);
    emulator.clearRequests();
    return { memory, id };
  }

  it("is that it is taken over, also if the program was edited since", async () => {
    const { memory } = await made();
    const now = (program: Properties) => foreseen(program, contextFor(emulator, { memory }));
    expect((await now(inputs))?.what).toBe("taken over");
    expect((await now({ ...inputs, notes: "Others" }))?.what).toBe("written over");
    expect((await now({ ...inputs, notes: "Others" }))?.text).toMatch(/notes +"Others" +"Customers"/);
  });

  it("is a refusal where it can only be made anew, or where somebody has changed it", async () => {
    const { memory, id } = await made();
    const now = async (program: Properties) => {
      const found = await foreseen(program, contextFor(emulator, { memory }));
      return [found?.what, wordedForRun(found?.text ?? "")];
    };
    expect(await now({ ...inputs, campaignType: "inbound" })).toEqual([
      "refused",
      expect.stringContaining("without being made anew"),
    ]);
    emulator.dashboard.change("Campaign", id, { notes: "By hand" });
    expect(await now({ ...inputs, notes: "Others" })).toEqual(["refused", expect.stringContaining("adopt: true")]);
  });
});

describe("where the resource is replaced", () => {
  const owner = ownerOf("spring");
  const now = { ...inputs, campaignType: "outbound", workspace: "default" };
  const before = { ...inputs, campaignType: "inbound" };
  const replaced = async (program: Properties, state: Properties, id: string) => {
    const found = await foresee(contextFor(emulator), kind, program, owner, { id, state });
    return [found?.what, whatWillCome(found ?? { what: "refused", text: "nothing" }, runWording)];
  };

  it("is that its object is deleted and made anew, and what that means for people, not what is said of another's", async () => {
    const id = exists({ campaign_type: "inbound" });
    expect(await replaced(now, before, id)).toEqual([
      "made anew",
      `campaign "Spring renewals" in workspace "default" (ID ${id}) is deleted and made anew: people it has called may be called again.`,
    ]);
    // An inbound campaign calls nobody.
    expect((await replaced({ ...now, campaignType: "inbound" }, now, id))[1]).toMatch(/is deleted and made anew\.$/);
  });

  it("says the same where the API cannot be asked", async () => {
    const context = contextFor({ url: "http://127.0.0.1:1/v1", token: "t" }, { configuration: { maxRetries: "0" } });
    const found = await foresee(context, kind, now, owner, { id: "1", state: before });
    expect(found?.what).toBe("made anew");
  });

  it("is what its deletion policy leaves, and what the create then comes to", async () => {
    const id = exists({ campaign_type: "inbound" });
    const [what, words] = await replaced(now, { ...before, deletionPolicy: "pause" }, id);
    expect(what).toBe("refused");
    expect(words).toMatch(
      /is paused and left: people it has called may be called again\. `pulumi up` will fail then\./,
    );
    const elsewhere = await replaced({ ...now, workspace: "north" }, { ...before, deletionPolicy: "retain" }, id);
    expect(elsewhere[1]).toContain("is left as it is and another campaign is made: people");
  });

  it("is a take-over where there is another one of the name by then", async () => {
    const other = emulator.dashboard.create("Campaign", { ...(toWire(kind, now) as WireObject), workspace: "north" });
    const [what, words] = await replaced({ ...now, workspace: "north" }, before, exists());
    expect(what).toBe("taken over");
    expect(words).toMatch(/is deleted: people it has called may be called again\. campaign .* exists already/);
    expect(words).toContain(other["id"]);
  });

  it("is a refusal where it may be somebody else's, or where its ID is asked for all the same", async () => {
    const id = exists();
    const foreign = { ...before, __adopted: "2026-01-01T00:00:00.000Z abc equal" };
    expect((await replaced(now, foreign, id))[0]).toBe("refused");
    expect((await replaced({ ...now, adopt: true }, foreign, id))[0]).toBe("made anew");
    expect((await replaced({ ...now, existingId: id }, before, id))[1]).toMatch(
      /is deleted first\. .*fail then\. Then there is no/,
    );
  });
});

it("says both of what a state has had: an engine that is told to replace it compares nothing first", async () => {
  const memory = emptyMemory();
  const owner = ownerOf("spring");
  const first = contextFor(emulator, { memory });
  const { id, state } = await create(first, kind, inputs, owner);
  diff(contextFor(emulator, { memory }), kind, id, state, inputs, owner);
  emulator.clearRequests();
  const found = await foresee(contextFor(emulator, { memory }), kind, inputs, owner);
  expect(whatWillCome(found ?? { what: "refused", text: "nothing" }, runWording)).toMatch(
    /is this resource's own\. If it is replaced and deleted first, it is made anew: people .*Else: .*will be taken over/,
  );
});

it("says one thing alone of what no state is known to have had, and of what another resource has", async () => {
  const memory = emptyMemory();
  const owner = ownerOf("spring");
  const run = (): TestContext => contextFor(emulator, { memory });
  const before = async (by = owner): Promise<unknown> => (await foresee(run(), kind, inputs, by))?.before;
  const { id, state } = await create(run(), kind, inputs, owner);
  expect(await before()).toBeUndefined();
  diff(run(), kind, id, state, inputs, owner);
  expect(await before()).toBeDefined();
  expect(await before(ownerOf("autumn"))).toBeUndefined();
  emulator.clearRequests();
});

it("remembers nothing: the create that follows decides by itself", async () => {
  const context = contextFor(await emulate({ personality: { campaignListIds: true } }));
  await foresee(context, kind, inputs, ownerOf("spring"));
  await expect(create(context, kind, inputs, ownerOf("spring"))).resolves.toHaveProperty("id");
});

it("is a refusal where an earlier create of the resource, in another workspace, had no clear outcome", async () => {
  const context = contextFor(emulator, { memory: emptyMemory() });
  const there = identify(context, kind, { ...inputs, workspace: "team-a" });
  context.ledger.begin(context.ledger.begunNow(there, ownerOf("spring"), "|"));
  const refusal = await foreseen(inputs, context);
  expect(refusal?.what).toBe("refused");
  expect(wordedForRun(refusal?.text ?? "")).toMatch(/in another workspace, had no clear outcome/);
  expect((await foreseen({ ...inputs, existingId: "none" }, context))?.what).toBe("refused");
  context.ledger.asked(context.ledger.recall(identify(context, kind, inputs), ownerOf("spring")).elsewhere);
  for (const existingId of ["none", exists()])
    expect((await foreseen({ ...inputs, existingId }, context))?.what).not.toBe("refused");
});

it("is no refusal where the state says so itself: the run may clear that up", async () => {
  const context = contextFor(emulator, { memory: emptyMemory() });
  const spring = ownerOf("spring");
  const there = identify(context, kind, { ...inputs, workspace: "team-a" });
  const begun = context.ledger.begunNow(there, spring, "|");
  context.ledger.begin(begun);
  const what = async (): Promise<unknown> => (await foresee(context, kind, inputs, spring))?.what;
  context.ledger.run.carry({ ...begun, owner: ownerOf("autumn") });
  context.ledger.run.carry({ ...begun, owner: undefined });
  expect(await what()).toBe("refused");
  context.ledger.run.carry(begun);
  expect(await what()).toBeUndefined();
});
