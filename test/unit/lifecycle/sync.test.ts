/** sync: what is written before a campaign is set calling, at servers that refuse a part of that. */
import type { PersonalityPatch } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";
import { create, update } from "../../support/lifecycle";
import { twisted, type Twist } from "../../support/twist";

const refusal = { status: 422, text: JSON.stringify({ status: "failed", message: "Not now", data: null }) };

describe("a server that refuses to pause what does not call", () => {
  const refusing = async (first: "paused" | "draft", more: PersonalityPatch = {}) => {
    const personality = {
      campaignListIds: true,
      campaignReadIds: true,
      newCampaignStatus: "paused",
      updateRequiresStatus: false,
      ...more,
    } as const;
    const emulator = await emulate({ personality });
    const asDraft = ({ operation, envelope }: Twist): string | undefined =>
      first === "draft" && operation !== "update"
        ? JSON.stringify(envelope).replaceAll('"status":"paused"', '"status":"draft"')
        : undefined;
    const api = await twisted(emulator, asDraft, undefined, ({ operation }, body) => {
      const isPaused = emulator.dashboard.list("Campaign")[0]?.["status"] === "paused";
      return operation === "update" && isPaused && body.includes('"status":"paused"')
        ? {
            status: 422,
            text: JSON.stringify({ status: "failed", message: "Only an active campaign can be paused", data: null }),
          }
        : undefined;
    });
    return { emulator, api, kind: kinds.Campaign };
  };
  const program = (more: object) => checked(kinds.Campaign, { ...leastOf.Campaign, ...more });

  it.each(["paused", "draft"] as const)(
    "has a new one set active, whose fields were seen before: %s",
    async (first) => {
      const { emulator, api, kind } = await refusing(first);
      const { state } = await create(contextFor(api), kind, program({ desiredStatus: "active", notes: "as declared" }));
      expect(state).toMatchObject({ status: "active" });
      const updates = emulator.requests.filter(({ operation }) => operation === "update").map(({ body }) => body);
      expect(updates).toMatchObject([{ status: "active", notes: "as declared" }]);
      const reads = emulator.requests.filter(({ operation }) => operation === "read").length;
      expect(reads).toBeGreaterThan(1);
    },
  );

  it("has one that is stored otherwise not set active", async () => {
    const { emulator, api, kind } = await refusing("paused", { droppedFields: ["call_time_of_day_to"] });
    const hours = { callTimeOfDayFrom: "09:00", callTimeOfDayTo: "19:00", desiredStatus: "active" };
    const { message } = await failureOf(create(contextFor(api), kind, program(hours)));
    expect(message).toContain("is stored otherwise than it was declared");
    expect(emulator.dashboard.list("Campaign")).toMatchObject([{ status: "paused" }]);
  });

  it("takes the edit of a paused one", async () => {
    const { emulator, api, kind } = await refusing("paused");
    const made = await create(contextFor(api), kind, program({ desiredStatus: "paused" }));
    const inputs = program({ desiredStatus: "paused", notes: "edited" });
    await update(contextFor(api), kind, made.id, made.state, inputs);
    expect(emulator.dashboard.list("Campaign")).toMatchObject([{ status: "paused", notes: "edited" }]);
  });

  it("has the run fail where it is to be paused and what is shown may call", async () => {
    const { emulator, api, kind } = await refusing("draft");
    const made = await create(contextFor(emulator), kind, program({ desiredStatus: "paused" }));
    const inputs = program({ desiredStatus: "paused", notes: "edited" });
    await failureOf(update(contextFor(api), kind, made.id, made.state, inputs));
  });

  it("is looked at where it then fails in part: what calls by that is paused, and the run says what was changed", async () => {
    const { emulator, api, kind } = await refusing("paused");
    const tagged = { desiredStatus: "paused", contactsListTags: ["vip"] };
    const { id, state } = await create(contextFor(api), kind, program(tagged));
    let isBroken = false;
    const half = await twisted(
      emulator,
      () => undefined,
      undefined,
      ({ operation }, body) => {
        if (operation !== "update" || isBroken) return undefined;
        // Its refusal of the pause comes first.
        isBroken = !body.includes('"status"');
        if (isBroken) emulator.dashboard.change("Campaign", id, { contacts_list_tags: [], status: "active" });
        return refusal;
      },
    );
    const work = update(contextFor(half), kind, id, state, program({ ...tagged, notes: "edited" }));
    const { message } = await failureOf(work);
    expect(message).toContain("was changed by an update that failed");
    expect(message).toMatch(/contactsListTags .*"vip"/);
    expect(emulator.dashboard.list("Campaign")).toMatchObject([{ status: "paused" }]);
  });

  it.each(["paused", "active"] as const)(
    "has written again what an update without a status has cleared (wanted: %s)",
    async (desiredStatus) => {
      const { emulator, api, kind } = await refusing("paused", { updateReplaces: true });
      const { id, state } = await create(contextFor(api), kind, program({ desiredStatus: "paused" }));
      emulator.dashboard.change("Campaign", id, { call_time_of_day_to: "12:00:00" });
      const context = contextFor(api);
      await update(context, kind, id, state, program({ desiredStatus, notes: "edited" }));
      expect(context.notes.join()).toContain("It was written again as it was.");
      expect(emulator.dashboard.list("Campaign")).toMatchObject([
        { call_time_of_day_to: "12:00:00", notes: "edited", status: desiredStatus },
      ]);
    },
  );

  it("has written again what a pause has cleared", async () => {
    const { emulator, api, kind } = await refusing("paused", { updateReplaces: true });
    const { id, state } = await create(contextFor(api), kind, program({ desiredStatus: "active" }));
    emulator.dashboard.change("Campaign", id, { call_time_of_day_to: "12:00:00" });
    await update(contextFor(api), kind, id, state, program({ desiredStatus: "paused" }));
    expect(emulator.dashboard.list("Campaign")).toMatchObject([{ call_time_of_day_to: "12:00:00", status: "paused" }]);
  });

  it("and refuses to pause one that calls has the run fail", async () => {
    const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true } });
    const api = await twisted(
      emulator,
      () => undefined,
      undefined,
      ({ operation }) => (operation === "update" ? refusal : undefined),
    );
    await failureOf(create(contextFor(api), kinds.Campaign, program({ desiredStatus: "paused" })));
    expect(emulator.requests.map(({ operation }) => operation)).not.toContain("update");
  });
});
