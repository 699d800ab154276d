/** sync: what is written before a campaign is set calling, at servers that refuse a part of that. */
import type { PersonalityPatch, WireObject } from "../../../emulator";
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

  it.each([
    // Somebody has paused it meanwhile, or it has come to its end.
    ["active", "active", "paused", ["active", "paused"]],
    ["active", "active", "completed", ["active", "completed"]],
    ["paused", "active", "completed", ["paused", "completed"]],
    // It is not to call.
    ["paused", "paused", "active", ["paused", "paused"]],
  ])(
    "has written again what an update has cleared, with a status that calls nobody anew: %s, to be %s, %s by then",
    async (before, desiredStatus, meanwhile, expected) => {
      const emulator = await emulate({ personality: { campaignListIds: true, updateReplaces: true } });
      const inputs = program({ desiredStatus: before });
      const { id, state } = await create(contextFor(emulator), kinds.Campaign, inputs);
      emulator.dashboard.change("Campaign", id, { call_time_of_day_to: "12:00:00" });
      const sent: unknown[] = [];
      // Just after the first update.
      const api = await twisted(
        emulator,
        ({ operation }) => {
          if (operation === "update" && sent.length === 1)
            emulator.dashboard.change("Campaign", id, { status: meanwhile });
          return undefined;
        },
        (body) => {
          sent.push((JSON.parse(body) as WireObject)["status"]);
          return body;
        },
      );
      const edited = program({ desiredStatus, notes: "edited" });
      await update(contextFor(api), kinds.Campaign, id, state, edited).catch(() => undefined);
      expect(sent).toEqual(expected);
      expect(emulator.dashboard.list("Campaign")).toMatchObject([
        { call_time_of_day_to: "12:00:00", notes: "edited", status: expected.at(-1) },
      ]);
    },
  );

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

describe("a campaign that was set calling", () => {
  /** An API whose looks show it paused for a while after that. */
  async function lagging(looks: number) {
    const emulator = await emulate({ personality: { campaignListIds: true, newCampaignStatus: "paused" } });
    let left = looks;
    const isCalling = (): boolean => emulator.dashboard.list("Campaign")[0]?.["status"] === "active";
    const api = await twisted(emulator, ({ operation, envelope }) =>
      (operation === "read" || operation === "list") && isCalling() && left-- > 0
        ? JSON.stringify(envelope).replaceAll('"status":"active"', '"status":"paused"')
        : undefined,
    );
    const context = contextFor(api);
    const { state } = await create(
      context,
      kinds.Campaign,
      checked(kinds.Campaign, { ...leastOf.Campaign, desiredStatus: "active" }),
    );
    return { state, notes: context.notes.join("\n") };
  }

  it("is seen so once looks that lag have caught up", async () => {
    const { state, notes } = await lagging(3);
    expect(state).toMatchObject({ status: "active", desiredStatus: "active" });
    expect(notes).toBe("");
  });

  it("may be shown as a draft before that: it is on its way", async () => {
    const emulator = await emulate({ personality: { campaignListIds: true, newCampaignStatus: "paused" } });
    const api = await twisted(emulator, ({ envelope }) =>
      JSON.stringify(envelope).replaceAll('"status":"paused"', '"status":"draft"'),
    );
    const inputs = checked(kinds.Campaign, { ...leastOf.Campaign, desiredStatus: "active" });
    const { state } = await create(contextFor(api), kinds.Campaign, inputs);
    expect(state).toMatchObject({ status: "active" });
    // One that is to rest is not known to do so by a word that nobody knows.
    const resting = checked(kinds.Campaign, { ...leastOf.Campaign, name: "Autumn", desiredStatus: "paused" });
    expect((await failureOf(create(contextFor(api), kinds.Campaign, resting))).message).toMatch(/draft/);
  });

  it("is told of where it stays paused, and the state has it so", async () => {
    const { state, notes } = await lagging(Number.POSITIVE_INFINITY);
    expect(state).toMatchObject({ status: "paused" });
    expect(notes).not.toBe("");
  });
});
