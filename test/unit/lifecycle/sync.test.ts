/** sync: what is written before a campaign is set calling, at servers that refuse a part of that. */
import type { PersonalityPatch } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";
import { create, update } from "../../support/lifecycle";
import { twisted, type Twist } from "../../support/twist";

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

  it("and refuses to pause one that calls has the run fail", async () => {
    const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true } });
    const refusal = { status: 422, text: JSON.stringify({ status: "failed", message: "Not now", data: null }) };
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
