/** A call that is ended, by whoever cancels the run or by its time limit: what was made or written by then is recorded. */
import type { PersonalityPatch } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { PartlyUpdated } from "../../../provider/lifecycle/created";
import { contextWithin } from "../../../provider/lifecycle/within";
import { checked, contextFor, emulate, failureOf, leastOf, type Api, type TestContext } from "../../support/context";
import { create, diff, PartlyCreated, update } from "../../support/lifecycle";
import { twisted } from "../../support/twist";

const kind = kinds.Campaign;

/** An API of which each look after a write shows what was there before it. */
async function lagging(personality: PersonalityPatch = {}) {
  const emulator = await emulate({
    personality: { campaignListIds: true, newCampaignStatus: "active", ...personality },
  });
  const operations = (): readonly unknown[] => emulator.requests.map(({ operation }) => operation);
  const isWritten = (): boolean => operations().some((operation) => operation === "create" || operation === "update");
  const before = new Map<string, string>();
  const api = await twisted(emulator, ({ operation, envelope }) => {
    if (!isWritten()) before.set(operation, JSON.stringify(envelope));
    const gone =
      operation === "list"
        ? { status: "ok", message: "", data: [] }
        : { status: "error", message: "not found", data: "" };
    return operation === "list" || operation === "read"
      ? isWritten()
        ? (before.get(operation) ?? JSON.stringify(gone))
        : undefined
      : undefined;
  });
  /** A run that is cancelled while it waits for the next look after a write. */
  const ended = (settings: Readonly<Record<string, string>> = {}): TestContext => {
    const end = new AbortController();
    const context = contextFor(api, { configuration: settings });
    const sleep = (ms: number): Promise<void> => {
      if (isWritten()) end.abort(new Error("the run was cancelled"));
      return context.sleep(ms);
    };
    return { ...contextWithin({ ...context, sleep }, end.signal), notes: context.notes };
  };
  return { emulator, api: emulator as Api, ended, operations };
}

/** The failure of a call that leaves something to be recorded. */
async function recordedBy(work: Promise<unknown>): Promise<PartlyCreated | PartlyUpdated> {
  const failure = await failureOf(work);
  if (!(failure instanceof PartlyCreated || failure instanceof PartlyUpdated)) throw failure;
  return failure;
}

const stateIn = (failure: PartlyCreated | PartlyUpdated): Record<string, unknown> =>
  failure instanceof PartlyCreated ? failure.created.state : failure.state;

const program = (more: object = {}) => checked(kind, { ...leastOf.Campaign, ...more });

describe("a create that was answered", () => {
  it.each([undefined, "paused", "active"])(
    "is recorded with its ID, and the next run looks (wanted: %s)",
    async (wanted) => {
      const { emulator, api, ended } = await lagging({ campaignCreateData: "id" });
      const inputs = program({ desiredStatus: wanted });
      const failure = await recordedBy(create(ended(), kind, inputs));
      expect(failure.message).toContain("the run was cancelled");
      expect(failure.message).toContain("may be calling: pause it in the dashboard now.");
      const id = String(emulator.dashboard.list("Campaign")[0]?.["id"]);
      expect(failure).toMatchObject({ created: { id } });
      const state = stateIn(failure);
      expect(state["status"]).toBeUndefined();
      // Another machine goes on from the state alone.
      expect(diff(contextFor(api), kind, id, state, inputs).changes).toBe(true);
      await update(contextFor(api), kind, id, state, inputs);
      expect(emulator.dashboard.list("Campaign")).toHaveLength(1);
      if (wanted !== undefined) expect(emulator.dashboard.list("Campaign")).toMatchObject([{ status: wanted }]);
    },
  );

  it("is recorded, and told, where nothing is held back (warn)", async () => {
    const { emulator, ended } = await lagging({ campaignCreateData: "id" });
    const context = ended({ verifyWrites: "warn" });
    const { id } = await create(context, kind, program());
    expect(id).toBe(emulator.dashboard.list("Campaign")[0]?.["id"]);
    expect(context.notes.join()).toContain("could not be read back: the run was cancelled.");
  });
});

describe("an update that was answered", () => {
  it.each([undefined, "paused", "active"])("is recorded, and the next run looks (wanted: %s)", async (wanted) => {
    const { emulator, api, ended } = await lagging();
    const { id, state } = await create(contextFor(api), kind, program());
    emulator.clearRequests();
    const inputs = program({ notes: "edited", timeZone: "Europe/London", desiredStatus: wanted });
    const failure = await recordedBy(update(ended(), kind, id, state, inputs));
    expect(failure.message).toContain("the run was cancelled");
    const stored = stateIn(failure);
    // A program that goes back on its edit has to take it back in the API, too.
    const back = program({ desiredStatus: wanted });
    expect(diff(contextFor(api), kind, id, stored, back).changes).toBe(true);
    await update(contextFor(api), kind, id, stored, back);
    expect(emulator.dashboard.get("Campaign", id)).toMatchObject({
      time_zone: "Europe/Paris",
      status: wanted ?? "active",
    });
  });
});

it.each(["create", "update"])(
  "what was written is recorded where what follows fails in whatever way (%s)",
  async (what) => {
    const emulator = await emulate({ personality: { campaignListIds: true, newCampaignStatus: "active" } });
    const made = what === "create" ? undefined : await create(contextFor(emulator), kind, program());
    emulator.setPersonality({ campaignListIds: true, newCampaignStatus: "active", droppedFields: ["notes"] });
    const closed = (): void => {
      throw new Error("nobody listens");
    };
    const context = { ...contextFor(emulator), note: closed };
    const inputs = program({ notes: "dropped" });
    const failure = await recordedBy(
      made === undefined ? create(context, kind, inputs) : update(context, kind, made.id, made.state, inputs),
    );
    expect(failure.message).toBe("nobody listens");
    const id = emulator.dashboard.list("Campaign")[0]?.["id"];
    if (made === undefined) expect(failure).toMatchObject({ created: { id } });
    expect(diff(contextFor(emulator), kind, String(id), stateIn(failure), program()).changes).toBe(true);
  },
);
