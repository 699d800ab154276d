/** What a create is answered with, and what it has made: an ID of a job, and an object that was there before. */
import type { PersonalityPatch, WireObject } from "../../../emulator";
import type { Live } from "../../../provider/api/object";
import { kinds } from "../../../provider/kinds";
import type { ListedKindName } from "../../../provider/kinds/schema";
import { toWire } from "../../../provider/kinds/wire";
import { takeCensus } from "../../../provider/ledger/census";
import { madeUnderAnother } from "../../../provider/lifecycle/birth";
import { identify } from "../../../provider/lifecycle/identity";
import { PartlyUpdated } from "../../../provider/lifecycle/created";
import { notesIn } from "../../../provider/lifecycle/state";
import { checked, contextFor, emulate, failureOf, leastOf, type TestContext } from "../../support/context";
import { create, deleteObject, ownerOf, PartlyCreated, update } from "../../support/lifecycle";
import { emptyMemory } from "../../support/memoryStore";
import { twisted, type Twist } from "../../support/twist";

const kind = kinds.Campaign;
const owner = ownerOf("a");
const job = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a99";
const program = (more: object = {}, name: ListedKindName = "Campaign") =>
  checked(kinds[name], { ...leastOf[name], ...more });

async function stage(answer: (twist: Twist) => unknown, personality: PersonalityPatch = {}) {
  const emulator = await emulate({
    personality: { campaignListIds: true, campaignReadIds: true, newCampaignStatus: "active", ...personality },
  });
  const api = await twisted(emulator, (twist) => {
    const data = answer(twist);
    return data === undefined ? undefined : JSON.stringify({ ...twist.envelope, data });
  });
  const memory = emptyMemory();
  return {
    emulator,
    run: (configuration = {}): TestContext => contextFor(api, { memory, configuration }),
    live: () => emulator.dashboard.list("Campaign"),
    asked: () => emulator.requests.map(({ operation }) => operation),
  };
}

async function partFailure(work: Promise<unknown>): Promise<PartlyCreated> {
  const failure = await failureOf(work);
  if (failure instanceof PartlyCreated) return failure;
  throw failure;
}

const asJob = ({ operation }: Twist): unknown => (operation === "create" ? job : undefined);

describe("an answer with the ID of a job", () => {
  it.each<[string, object, string]>([
    ["active", { desiredStatus: "active" }, "active"],
    ["paused", { desiredStatus: "paused" }, "paused"],
    ["as it comes", {}, "active"],
  ])("what the list shows of that name is what was made: %s", async (_title, more, status) => {
    const { run, live } = await stage(asJob);
    const context = run();
    const { id, state } = await create(context, kind, program(more), owner);
    expect(live()).toMatchObject([{ id, status }]);
    expect(state).toMatchObject({ status });
    expect(context.notes.join("\n")).toContain(`told the ID ${job}, under which nothing is shown`);
    expect(context.ledger.run.holders.of(job)).toBeUndefined();
    expect(context.ledger.isMadeByStackOf(id, owner)).toBe(true);
  });

  it("it is not, where another resource has it", async () => {
    const { run, live } = await stage(asJob);
    const context = run();
    const making = create(context, kind, program({ desiredStatus: "active" }), owner);
    const id = await new Promise<string>((resolve) => {
      const look = (): void => {
        const [made] = live();
        if (made === undefined) return void setImmediate(look);
        context.ledger.run.hold(made.id, { owners: [ownerOf("b")], mark: undefined, wants: undefined });
        resolve(made.id);
      };
      look();
    });
    expect((await partFailure(making)).created.id).toBe(job);
    expect(live()).toMatchObject([{ id }]);
  });

  it("it is not, where the list shows several", async () => {
    const { run } = await stage(({ operation, envelope }) => {
      if (operation === "create") return job;
      const items = envelope.data as WireObject[];
      return operation === "list" && items.length > 0
        ? [...items, { ...items[0], id: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a98" }]
        : undefined;
    });
    expect((await partFailure(create(run(), kind, program(), owner))).created.id).toBe(job);
  });

  it("costs nothing where the ID is that of what was made", async () => {
    const { run, asked } = await stage(() => undefined);
    await create(run(), kind, program(), owner);
    expect(asked()).toEqual(["list", "create", "read"]);
  });
});

describe("what was made under another ID than was told", () => {
  interface Case {
    readonly personality?: PersonalityPatch;
    readonly answer?: (twist: Twist) => unknown;
    readonly told?: string;
    readonly before?: (made: Live) => string | undefined;
    readonly prepare?: (context: TestContext, id: string) => void;
  }
  /** One campaign is there, of the name of the program. */
  async function look({ personality, answer = () => undefined, told = job, before = () => "|", prepare }: Case) {
    const { emulator, run } = await stage(answer, personality);
    const made = emulator.dashboard.create("Campaign", toWire(kind, program()) as WireObject);
    emulator.dashboard.create("Campaign", { ...(toWire(kind, program()) as WireObject), name: "Another" });
    const context = run();
    prepare?.(context, made.id);
    const birth = { before: before({ id: made.id, fields: { name: program()["name"] } }), sentAt: 0 };
    const making = { identity: identify(context, kind, program()), inputs: program(), owner };
    return { id: made.id, found: await madeUnderAnother(context, making, birth, told) };
  }

  it("is the one that is new and called so", async () => {
    const { id, found } = await look({});
    expect(found).toMatchObject({ id });
  });

  it.each<[string, Case]>([
    ["nobody knows what was there before", { before: () => undefined }],
    ["it was there before", { before: (made) => takeCensus("name", [made]) }],
    ["its ID is of another kind than the one that was told: rows may be numbered", { told: "4711" }],
    ["the list cannot be read", { answer: ({ operation }) => (operation === "list" ? "none" : undefined) }],
    ["the list shows none", { answer: ({ operation }) => (operation === "list" ? [] : undefined) }],
    ["the list tells no ID", { personality: { campaignListIds: false } }],
    [
      "the list is not whole",
      { personality: { listPages: "paged", pageQuery: "ignored", pageHints: "total", pageSize: 1 } },
    ],
    [
      "another stack made it",
      { prepare: ({ ledger }, id) => ledger.made({ unique: "x", place: "", words: "" }, ownerOf("a", "theirs"), id) },
    ],
    [
      "a read by its ID shows another one",
      {
        answer: ({ operation, envelope }) =>
          operation === "read" ? { ...(envelope.data as WireObject), name: "Something else" } : undefined,
      },
    ],
  ])("is none where %s", async (_why, one) => {
    expect((await look(one)).found).toBeUndefined();
  });
});

/** The API shows of what was made that it was made then. */
const madeAt =
  (time: string) =>
  ({ operation, envelope }: Twist): unknown =>
    operation === "read" ? { ...(envelope.data as WireObject), created_at: time } : undefined;
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

describe("a create that has written over what was there", () => {
  it("never sets it calling: the run fails, and it is recorded as what may be somebody else's", async () => {
    const { run, live } = await stage(madeAt("2025-03-01T09:00:00Z"));
    const inputs = program({ desiredStatus: "active" });
    const { message, created } = await partFailure(create(run(), kind, inputs, owner));
    expect(message).toContain("was there before: the API says that it was made at 2025-03-01T09:00:00.000Z");
    expect(message).toContain("nobody is called by it");
    expect(message).toContain("set `adopt: true`");
    expect(live()).toMatchObject([{ id: created.id, status: "paused" }]);
    expect(notesIn(created.state).adoption).toMatchObject({ isForeign: true, isWrittenOver: true });

    // Neither another run sets it calling, nor is it deleted with its resource.
    const again = await failureOf(update(run(), kind, created.id, created.state, inputs, owner));
    expect(again.message).toContain("which has written over it, so it may be somebody else's. Nothing was written.");
    const gone = await failureOf(deleteObject(run(), kind, created.id, created.state, owner));
    expect(gone.message).toContain("it was there before its create, which has written over it");
    expect(live()).toMatchObject([{ id: created.id, status: "paused" }]);

    const kept = await failureOf(
      update(run(), kind, created.id, created.state, { ...inputs, deletionPolicy: "retain" }, owner),
    );
    if (!(kept instanceof PartlyUpdated)) throw kept;
    await deleteObject(run(), kind, created.id, kept.state, owner);

    const asked = { ...inputs, adopt: true };
    const state = await update(run(), kind, created.id, created.state, asked, owner);
    expect(live()).toMatchObject([{ id: created.id, status: "active" }]);
    expect(notesIn(state).adoption).toEqual({ mark: notesIn(created.state).adoption?.mark, isForeign: false });
  });

  it("pauses it, where it calls and the program leaves the status out", async () => {
    const { run, live } = await stage(madeAt(daysAgo(3)));
    await partFailure(create(run(), kind, program(), owner));
    expect(live()).toMatchObject([{ status: "paused" }]);
  });

  it.each(["2026", daysAgo(1), "", "unknown", "1970-01-01T00:00:00Z"])(
    "is not taken for one by the time %j",
    async (time) => {
      const { run, live } = await stage(madeAt(time === "2026" ? new Date().toISOString().slice(0, -1) : time));
      await create(run(), kind, program({ desiredStatus: "active" }), owner);
      expect(live()).toMatchObject([{ status: "active" }]);
    },
  );

  it("is told, where callab:verifyWrites is warn", async () => {
    const { run } = await stage(madeAt(daysAgo(3)));
    const context = run({ verifyWrites: "warn" });
    await create(context, kind, program({ desiredStatus: "active" }), owner);
    expect(context.notes.join("\n")).toContain("was there before");
  });

  it("fails the run for a webhook as well, and not for a number, which may have been had before", async () => {
    const { run } = await stage(({ operation, envelope }) =>
      operation === "list"
        ? (envelope.data as WireObject[]).map((item) => ({ ...item, created_at: daysAgo(3) }))
        : undefined,
    );
    const { created } = await partFailure(create(run(), kinds.Webhook, program({}, "Webhook"), owner));
    expect(notesIn(created.state).adoption).toMatchObject({ isWrittenOver: true });
    await create(run(), kinds.PhoneNumber, program({}, "PhoneNumber"), owner);
  });
});

it("an ID that a list alone tells is written to by nobody where it shows something else", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true } });
  const somebodys = emulator.dashboard.create("Campaign", {
    name: "Somebody's",
    status: "paused",
    workspace: "default",
  });
  let made: unknown;
  const api = await twisted(emulator, ({ operation, envelope }) => {
    const data = envelope.data as WireObject & WireObject[];
    if (operation === "create") made = typeof envelope.data === "string" ? envelope.data : data["id"];
    if (operation === "read" && data["id"] === made)
      return JSON.stringify({ status: "error", message: "not found", data: null });
    if (operation !== "list") return undefined;
    const listed = data.filter(({ id }) => id !== somebodys.id).map((each) => ({ ...each, id: somebodys.id }));
    return JSON.stringify({ ...envelope, data: listed });
  });
  await failureOf(create(contextFor(api), kind, program({ desiredStatus: "active" }), owner));
  expect(emulator.dashboard.get("Campaign", somebodys.id)).toMatchObject({ name: "Somebody's", status: "paused" });
});

it("a date whose month cannot be told says nothing of its age", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true } });
  const api = await twisted(emulator, ({ operation, envelope }) =>
    operation === "update"
      ? undefined
      : JSON.stringify(envelope).replaceAll(/"created_at":"[^"]*"/g, '"created_at":"05/11/2020 10:00"'),
  );
  const { state } = await create(contextFor(api), kind, program({ desiredStatus: "active" }), owner);
  expect(state).toMatchObject({ status: "active" });
});
