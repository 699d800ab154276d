/** verify: what is stored is compared with what was declared, and nobody is called by what was not. */
import type { PersonalityPatch, WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { PartlyUpdated } from "../../../provider/lifecycle/created";
import { read } from "../../../provider/lifecycle/read";
import { checked, contextFor, emulate, failureOf, leastOf, type TestContext } from "../../support/context";
import { create, diff, PartlyCreated, update } from "../../support/lifecycle";

const kind = kinds.Campaign;
const dropped: PersonalityPatch = { droppedFields: ["call_time_of_day_to"] };
const hours = { callTimeOfDayFrom: "09:00", callTimeOfDayTo: "19:00", desiredStatus: "active" };

async function stage(personality: PersonalityPatch = {}, declared: object = hours, settings: object = {}) {
  const emulator = await emulate({ personality: { campaignListIds: true, ...personality } });
  const run = (): TestContext => contextFor(emulator, { configuration: { ...settings } });
  const program = (more: object = {}) => checked(kind, { ...leastOf.Campaign, ...declared, ...more });
  return {
    emulator,
    run,
    program,
    make: (more: object = {}, context = run()) => create(context, kind, program(more)),
    live: (): WireObject => emulator.dashboard.list("Campaign")[0] ?? {},
    requests: () => emulator.requests.map(({ operation }) => operation),
    /** Statuses that were sent, in their order. */
    statuses: () =>
      emulator.requests.flatMap(({ operation, body }) =>
        operation === "update" ? [(body as { status?: string }).status] : [],
      ),
  };
}

type Stage = Awaited<ReturnType<typeof stage>>;

const partFailure = async (work: Promise<unknown>): Promise<PartlyCreated> => {
  const failure = await failureOf(work);
  if (!(failure instanceof PartlyCreated)) throw failure;
  return failure;
};

describe("a create of which the API drops the closing hour", () => {
  it.each(["active", "paused"] as const)("never calls (new campaigns are %s)", async (newCampaignStatus) => {
    const { make, live, statuses } = await stage({ ...dropped, newCampaignStatus });
    const { created, message } = await partFailure(make());
    expect(message).toContain(
      "is stored otherwise than it was declared, in what decides who is called, when or how often",
    );
    expect(message).toMatch(/field +declared +stored\n +callTimeOfDayTo +"19:00:00"/);
    expect(message).toContain(newCampaignStatus === "active" ? "It was paused" : "It is paused");
    expect(live()["status"]).toBe("paused");
    expect(statuses()).not.toContain("active");
    expect(created).toMatchObject({ id: live()["id"], state: { status: "paused", desiredStatus: "paused" } });
    expect(created.state["callTimeOfDayTo"]).toBeUndefined();
  });

  it("says that it may be calling where it cannot be paused", async () => {
    const { make } = await stage({ ...dropped, newCampaignStatus: "active", absentRoutes: ["campaign.update"] });
    const { message } = await partFailure(make());
    expect(message).toContain("It could not be paused and may be calling: pause it in the dashboard now.");
  });

  it("is healed by the next run once the API takes it, or the program says what is stored", async () => {
    for (const more of [{}, { callTimeOfDayTo: undefined }]) {
      const one: Stage = await stage(dropped);
      const { created } = await partFailure(one.make());
      if (!("callTimeOfDayTo" in more)) one.emulator.setPersonality({ droppedFields: [] });
      expect(diff(one.run(), kind, created.id, created.state, one.program(more)).changes).toBe(true);
      const state = await update(one.run(), kind, created.id, created.state, one.program(more));
      expect(one.live()["status"]).toBe("active");
      expect(state["status"]).toBe("active");
    }
  });

  it("is refused again by each run while it is so, and never set calling, also after a refresh", async () => {
    const one = await stage(dropped);
    const { created } = await partFailure(one.make());
    for (const state of [created.state, (await read(one.run(), kind, created.id, created.state))?.state ?? {}]) {
      const failure = await failureOf(update(one.run(), kind, created.id, state, one.program()));
      expect(failure).toBeInstanceOf(PartlyUpdated);
      expect(one.live()["status"]).toBe("paused");
    }
    expect(one.statuses()).not.toContain("active");
  });

  it("goes on where callab:verifyWrites is warn, and says it", async () => {
    const { make, run, live } = await stage(dropped, hours, { verifyWrites: "warn" });
    const context = run();
    await make({}, context);
    expect(live()["status"]).toBe("active");
    expect(context.notes.join("\n")).toMatch(/callTimeOfDayTo +"19:00:00"/);
  });

  it("is not looked at where callab:verifyWrites is off", async () => {
    const { make, requests } = await stage(dropped, hours, { verifyWrites: "off" });
    await make();
    expect(requests()).not.toContain("read");
  });

  it("is seen in a list where nothing can be read alone", async () => {
    const { make, live } = await stage({ ...dropped, absentRoutes: ["campaign.read"], unsetFields: "null" });
    await partFailure(make());
    expect(live()["status"]).toBe("paused");
  });
});

describe("an update of which the API drops the closing hour", () => {
  it("pauses the campaign, and the state says what is stored", async () => {
    const one = await stage({ newCampaignStatus: "active" });
    const { id, state } = await one.make();
    one.emulator.setPersonality(dropped);
    const failure = await failureOf(update(one.run(), kind, id, state, one.program({ callTimeOfDayTo: "12:00" })));
    expect(failure).toBeInstanceOf(PartlyUpdated);
    expect(failure).toHaveProperty("state");
    expect((failure as unknown as { state: object }).state).toMatchObject({
      status: "paused",
      callTimeOfDayTo: "19:00:00",
    });
    expect(one.live()).toMatchObject({ status: "paused", call_time_of_day_to: "19:00:00" });
  });

  it("does not set a paused campaign calling by it", async () => {
    const one = await stage({}, { ...hours, desiredStatus: "paused" });
    const { id, state } = await one.make();
    one.emulator.setPersonality(dropped);
    const edited = one.program({ callTimeOfDayTo: "12:00", desiredStatus: "active" });
    await failureOf(update(one.run(), kind, id, state, edited));
    expect(one.statuses()).not.toContain("active");
    one.emulator.setPersonality({ droppedFields: [] });
    await update(one.run(), kind, id, state, edited);
    expect(one.live()).toMatchObject({ status: "active", call_time_of_day_to: "12:00:00" });
  });

  it("notices what was taken out of the program and is still there", async () => {
    const one = await stage({}, { ...hours, contactsListTags: ["vip"] });
    const { id, state } = await one.make();
    one.emulator.setPersonality({ droppedFields: ["contacts_list_tags"] });
    const failure = await failureOf(update(one.run(), kind, id, state, one.program({ contactsListTags: undefined })));
    expect(failure.message).toMatch(/contactsListTags +\(not set\) +\["vip"\]/);
  });
});

describe("a campaign that was taken over", () => {
  it("is not set calling by what the API drops", async () => {
    const one = await stage(dropped);
    one.emulator.dashboard.create("Campaign", {
      name: "Spring renewals",
      campaign_type: "outbound",
      notes: "",
      days_of_week: [1, 2],
      time_zone: "Europe/Paris",
      status: "paused",
    });
    const { message, created } = await partFailure(one.make({ adopt: true }));
    expect(message).toContain("callTimeOfDayTo");
    expect(one.live()["status"]).toBe("paused");
    expect(created.id).toBe(one.live()["id"]);
    expect(one.statuses()).not.toContain("active");
  });
});

it("tells of other fields, and the run goes on", async () => {
  const one = await stage({ droppedFields: ["notes"] }, { ...hours, notes: "Declared." });
  const context = one.run();
  await one.make({}, context);
  expect(one.live()["status"]).toBe("active");
  expect(context.notes.join("\n")).toMatch(/notes +"Declared\."/);
});

it("costs one read, and nothing where nothing changes", async () => {
  const one = await stage({ newCampaignStatus: "paused" });
  const { id, state } = await one.make();
  expect(one.requests()).toEqual(["list", "create", "read", "update"]);
  one.emulator.clearRequests();
  await update(one.run(), kind, id, state, one.program({ notes: "New." }));
  expect(one.requests()).toEqual(["read", "update", "read"]);
});

it("pauses before it reads back, where the program wants it paused", async () => {
  const one = await stage({ newCampaignStatus: "active" }, { ...hours, desiredStatus: "paused" });
  await one.make();
  expect(one.requests()).toEqual(["list", "create", "update", "read"]);
});

it("does not set calling what cannot be read back, and the next run goes on", async () => {
  const one = await stage();
  one.emulator.addFault({ fault: "error500", match: { operation: "read" }, times: "always" });
  one.emulator.addFault({ fault: "error500", match: { operation: "list" }, nth: 2, times: "always" });
  const { message, created } = await partFailure(one.make());
  expect(message).toContain("could not be read back");
  expect(message).toContain("It was paused: nobody is called by it.");
  expect(one.live()["status"]).toBe("paused");
  expect(created.state).toMatchObject({ status: "paused", desiredStatus: "paused" });
  one.emulator.clearFaults();
  await update(one.run(), kind, created.id, created.state, one.program());
  expect(one.live()["status"]).toBe("active");
});
