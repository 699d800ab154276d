/** verify: what is stored is compared with what was declared, and nobody is called by what was not. */
import type { PersonalityPatch, WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import type { Properties } from "../../../provider/kinds/normalForm";
import { PartlyUpdated } from "../../../provider/lifecycle/created";
import { read } from "../../../provider/lifecycle/read";
import { notesIn } from "../../../provider/lifecycle/state";
import { SECRETS } from "../../../provider/lifecycle/secrets";
import { checked, contextFor, emulate, failureOf, leastOf, serve, type TestContext } from "../../support/context";
import { create, deleteObject, diff, PartlyCreated, update } from "../../support/lifecycle";
import { emptyMemory } from "../../support/memoryStore";
import { twisted } from "../../support/twist";

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

describe("a create that is stored as declared until the update that sets it calling", () => {
  /** A server that forgets a field in an update with the status `active`. */
  const forgetful = async (settings: object = {}) => {
    const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true } });
    const api = await twisted(
      emulator,
      () => undefined,
      (body) => {
        const sent = JSON.parse(body) as WireObject;
        return JSON.stringify(sent["status"] === "active" ? { ...sent, call_time_of_day_to: null } : sent);
      },
    );
    const program = checked(kind, { ...leastOf.Campaign, ...hours });
    const context = contextFor(api, { configuration: { ...settings } });
    return { context, made: create(context, kind, program), live: () => emulator.dashboard.list("Campaign")[0] ?? {} };
  };

  it("is paused, recorded as it is stored, and fails", async () => {
    const { made, live } = await forgetful();
    const { created, message } = await partFailure(made);
    expect(message).toMatch(/field +declared +stored\n +callTimeOfDayTo +"19:00:00"/);
    expect(live()).toMatchObject({ status: "paused" });
    expect(created.state["callTimeOfDayTo"]).toBeUndefined();
  });

  it("is told of where writes are verified with warnings", async () => {
    const { context, made, live } = await forgetful({ verifyWrites: "warn" });
    await made;
    expect(context.notes.join()).toContain("That decides who is called, when or how often, and the campaign goes on.");
    expect(live()).toMatchObject({ status: "active" });
  });
});

describe("a campaign that was set calling, and that a read by its ID shows as it was long before that", () => {
  /** A server of which some reads come from a copy that is two updates behind; `isRefusing`: it takes no pause any more. */
  const behind = async (isRefusing: boolean) => {
    const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true } });
    let isActivated = false;
    const api = await twisted(
      emulator,
      ({ operation, envelope }) => {
        if (!isActivated || operation !== "read") return undefined;
        const data = { ...(envelope.data as WireObject), status: "paused", call_time_of_day_to: "21:00:00" };
        return JSON.stringify({ ...envelope, data });
      },
      undefined,
      ({ operation }, body) => {
        if (operation !== "update") return undefined;
        const { status } = JSON.parse(body) as WireObject;
        if (isActivated && isRefusing) return { text: '{"status":"error","message":"not today","data":""}' };
        isActivated ||= status === "active";
        return undefined;
      },
    );
    const { message } = await failureOf(
      create(contextFor(api), kind, checked(kind, { ...leastOf.Campaign, ...hours })),
    );
    const live: WireObject = emulator.dashboard.list("Campaign")[0] ?? {};
    return { message, live };
  };

  it("is paused: that copy says nothing of it", async () => {
    const { message, live } = await behind(false);
    expect(message).toContain("It was paused: nobody is called by it.");
    expect(live["status"]).toBe("paused");
  });

  it("may be calling where the API refuses that, and a list shows that it does", async () => {
    const { message, live } = await behind(true);
    expect(live["status"]).toBe("active");
    expect(message).toContain("may be calling: pause it in the dashboard now. ");
    expect(message).not.toContain("nobody is called");
  });
});

describe("a campaign that is as declared, also once it calls", () => {
  const id = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01";
  type Shown = Readonly<Record<string, unknown>>;
  /** An API whose first read after the activation is what `lagging` gives, and its list what `listed` does. */
  const api = async (lagging: (made: Shown) => Shown | undefined, listed = (made: Shown): Shown => made) => {
    let made: Shown | undefined;
    let reads = Number.NaN;
    const statuses: unknown[] = [];
    const answer = (data: unknown) => ({ text: JSON.stringify({ status: "ok", message: "", data }) });
    const nothing = { text: JSON.stringify({ status: "error", message: "not found", data: "" }) };
    const url = await serve((request, body) => {
      if (request.method === "GET" && request.url?.includes("by-id") === true) {
        const shown = made !== undefined && reads++ === 0 ? lagging(made) : made;
        return shown === undefined ? nothing : answer(shown);
      }
      if (request.method === "GET") return answer(made === undefined ? [] : [listed(made)]);
      const sent = JSON.parse(body) as Shown;
      const isCreate = request.url?.includes("create") === true;
      made = isCreate ? { ...sent, id, status: "draft" } : { ...made, ...sent };
      if (!isCreate) statuses.push(sent["status"]);
      if (sent["status"] === "active") reads = 0;
      return answer(isCreate ? made : "done");
    });
    return { run: () => contextFor({ url, token: "t" }), statuses };
  };
  const active = { ...leastOf.Campaign, desiredStatus: "active" };

  it("is not stopped by a list that shows little, where a read lags", async () => {
    const { run, statuses } = await api(
      () => undefined,
      ({ name, status }) => ({ id, name, status, workspace: "default" }),
    );
    await create(run(), kind, checked(kind, active));
    expect(statuses).toEqual(["paused", "active"]);
  });

  it("is not stopped by one read that shows what was there before", async () => {
    const { run, statuses } = await api((made) => ({ ...made, time_zone: "Europe/Paris", status: "draft" }));
    const { state } = await create(run(), kind, checked(kind, leastOf.Campaign));
    await update(run(), kind, id, state, checked(kind, { ...active, timeZone: "Europe/London" }));
    expect(statuses).toEqual(["paused", "active"]);
  });
});

it("tells once what is stored otherwise, where writes are verified with warnings", async () => {
  const emulator = await emulate({
    personality: { campaignListIds: true, campaignReadIds: true, droppedFields: ["time_zone"] },
  });
  const context = contextFor(emulator, { configuration: { verifyWrites: "warn" } });
  await create(context, kind, checked(kind, { ...leastOf.Campaign, desiredStatus: "active" }));
  expect(context.notes.filter((note) => note.includes("stored otherwise"))).toHaveLength(1);
});

describe("a create of which the API drops the closing hour", () => {
  it.each(["active", "paused"] as const)("never calls (new campaigns are %s)", async (newCampaignStatus) => {
    const { make, live, statuses } = await stage({ ...dropped, newCampaignStatus });
    const { created, message } = await partFailure(make());
    expect(message).toContain(
      "is stored otherwise than it was declared, in what decides who is called, when or how often",
    );
    expect(message).toMatch(/field +declared +stored\n +callTimeOfDayTo +"19:00:00"/);
    expect(message).toContain("It is paused: nobody is called by it.");
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

  it("never calls where a read leaves out what is not set", async () => {
    const { make, live } = await stage({ ...dropped, unsetFields: "absent", newCampaignStatus: "active" });
    const { message } = await partFailure(make());
    expect(message).toMatch(/callTimeOfDayTo +"19:00:00" +\(not shown\)/);
    expect(live()["status"]).toBe("paused");
  });

  it("is seen in a list where nothing can be read alone", async () => {
    const { make, live } = await stage({ ...dropped, absentRoutes: ["campaign.read"], unsetFields: "null" });
    await partFailure(make());
    expect(live()["status"]).toBe("paused");
  });
});

describe("a campaign that completes after it was stored, and before it is set calling", () => {
  /** Somebody completes it, or it has come to its end, once the update that leaves it paused is done. */
  const ending = (one: Stage) =>
    twisted(one.emulator, ({ operation }) => {
      if (operation === "update")
        one.emulator.dashboard.change("Campaign", one.live()["id"] as string, { status: "completed" });
      return undefined;
    });
  const staysSo = (one: Stage, notes: readonly string[]): void => {
    expect(one.statuses()).toEqual(["paused"]);
    expect(one.live()["status"]).toBe("completed");
    expect(notes.join()).toContain("was to be set calling, and is completed by now. It stays so");
  };

  it("stays completed: an update", async () => {
    const one = await stage({ campaignReadIds: true }, { ...hours, desiredStatus: undefined });
    const { id, state } = await one.make();
    one.emulator.dashboard.change("Campaign", id, { status: "paused" });
    one.emulator.clearRequests();
    const context = contextFor(await ending(one));
    const after = await update(context, kind, id, state, one.program({ desiredStatus: "active" }));
    staysSo(one, context.notes);
    expect(after["status"]).toBe("completed");
  });

  it("stays completed: a create", async () => {
    const one = await stage({ campaignReadIds: true });
    const context = contextFor(await ending(one));
    const { state } = await create(context, kind, one.program());
    staysSo(one, context.notes);
    expect(state["status"]).toBe("completed");
  });

  it("stays completed where left-out hours are written back", async () => {
    const one = await stage({ updateReplaces: true, campaignReadIds: true }, { desiredStatus: undefined });
    const { id, state } = await one.make();
    one.emulator.dashboard.change("Campaign", id, { status: "paused", call_time_of_day_to: "12:00:00" });
    one.emulator.clearRequests();
    const context = contextFor(await ending(one));
    await update(context, kind, id, state, one.program({ desiredStatus: "active" })).catch(() => undefined);
    expect(one.statuses()).not.toContain("active");
    expect(one.live()["status"]).toBe("completed");
  });
});

describe("a rest that was sent, and is not seen", () => {
  /** An API that leaves the status as it is; how it shows it. */
  const unread: readonly [string, (text: string) => string][] = [
    ["under another name", (text) => text.replaceAll(/"status":"(active|paused)"/g, '"state":"$1"')],
    ["as an object of its own", (text) => text.replaceAll(/"status":"(active|paused)"/g, '"status":{"id":7}')],
  ];
  const behind = (one: Stage, shown: (text: string) => string) =>
    twisted(
      one.emulator,
      ({ kind: of, envelope }) => (of === "Campaign" ? shown(JSON.stringify(envelope)) : undefined),
      (body) => body.replace('"status":"paused"', '"status":"active"'),
    );

  it.each(unread)(
    "(%s) is no rest: a create fails, is recorded, and so does each run after it",
    async (_how, shown) => {
      const one = await stage({ newCampaignStatus: "active" }, { ...hours, desiredStatus: "paused" });
      const api = await behind(one, shown);
      const { message, created } = await partFailure(create(contextFor(api), kind, one.program()));
      expect(message).toContain("was to be paused. The API answered that it was done, and shows no status of it");
      expect(message).toContain("it may be calling. Look in the dashboard, and pause it there.");
      expect(diff(contextFor(api), kind, created.id, created.state, one.program()).changes).toBe(true);
      const again = await failureOf(update(contextFor(api), kind, created.id, created.state, one.program()));
      expect(again).toBeInstanceOf(PartlyUpdated);
      expect(again.message).toContain("it may be calling");
    },
  );

  it.each(unread)("(%s) is no rest: an update fails", async (_how, shown) => {
    const one = await stage({ newCampaignStatus: "active" });
    const { id, state } = await one.make();
    const api = await behind(one, shown);
    const wanted = one.program({ desiredStatus: "paused" });
    const failure = await failureOf(update(contextFor(api), kind, id, state, wanted));
    expect(failure).toBeInstanceOf(PartlyUpdated);
    expect(failure.message).toContain("it may be calling");
  });

  it.each(["warn", "off"])("is told, or not looked at (%s)", async (verifyWrites) => {
    const one = await stage({ newCampaignStatus: "active" }, { ...hours, desiredStatus: "paused" });
    const api = await behind(one, unread[0]?.[1] ?? String);
    const context = contextFor(api, { configuration: { verifyWrites } });
    await create(context, kind, one.program());
    expect(context.notes.join().includes("it may be calling")).toBe(verifyWrites === "warn");
  });

  it("may be seen in a list alone", async () => {
    const one = await stage({ newCampaignStatus: "active" }, { ...hours, desiredStatus: "paused" });
    const api = await twisted(one.emulator, ({ operation, envelope }) =>
      operation === "read"
        ? JSON.stringify(envelope).replaceAll(/"status":"(active|paused)"/g, '"state":"$1"')
        : undefined,
    );
    await create(contextFor(api), kind, one.program());
    expect(one.live()["status"]).toBe("paused");
  });

  it("is nothing to a campaign that is to call, at an API that shows no status", async () => {
    const one = await stage({ newCampaignStatus: "active" });
    const api = await twisted(one.emulator, ({ envelope }) =>
      JSON.stringify(envelope).replaceAll(/"status":"(active|paused)"/g, '"state":"$1"'),
    );
    await create(contextFor(api), kind, one.program());
    expect(one.live()["status"]).toBe("active");
  });
});

describe("a rest that the answer to a create tells, and nobody has seen", () => {
  /** A server that tells of a new campaign that it has this status, and has it active. */
  const telling = async (told: string, declared: object, shown = (text: string): string | undefined => text) => {
    const one = await stage({ newCampaignStatus: "active", campaignCreateData: "object" }, { ...hours, ...declared });
    const api = await twisted(one.emulator, ({ operation, envelope }) => {
      const text = JSON.stringify(envelope);
      return operation === "create" ? text.replace('"status":"active"', `"status":"${told}"`) : shown(text);
    });
    return { ...one, made: create(contextFor(api), kind, one.program()) };
  };

  it.each(["paused", "completed"])("(%s) is no rest: what calls is paused, and the run fails", async (told) => {
    const one = await telling(told, { desiredStatus: "paused" });
    const { message, created } = await partFailure(one.made);
    expect(message).toMatch(/desiredStatus +"paused" +"active"/);
    expect(message).toContain("It was paused: nobody is called by it.");
    expect(one.live()["status"]).toBe("paused");
    expect(created.state).toMatchObject({ status: "paused", desiredStatus: "paused" });
  });

  it("is no rest where no status is shown", async () => {
    const one = await telling("paused", { desiredStatus: "paused" }, (text) =>
      text.replaceAll('"status":"active"', '"state":1'),
    );
    expect((await partFailure(one.made)).message).toContain("it may be calling. Look in the dashboard");
  });

  it("is what the state has where it is seen, and the program leaves the status to the API", async () => {
    const one = await telling("paused", { desiredStatus: undefined });
    expect((await one.made).state).toMatchObject({ status: "active" });
  });
});

describe("a pause whose body the API does not take", () => {
  const locked = { status: 423, text: '{"status":"error","message":"Only its status can be changed.","data":""}' };

  it("is made with the name and the status alone (a new campaign)", async () => {
    const one = await stage({ newCampaignStatus: "active" }, { ...hours, desiredStatus: "paused" });
    const api = await twisted(
      one.emulator,
      () => undefined,
      undefined,
      (_asked, body) => (body.includes('"notes"') && body.includes('"status"') ? locked : undefined),
    );
    const { state } = await create(contextFor(api), kind, one.program());
    expect(one.live()).toMatchObject({ status: "paused", call_time_of_day_to: "19:00:00" });
    expect(state["status"]).toBe("paused");
  });

  it("is made so for what is not stored as declared", async () => {
    const one = await stage({ newCampaignStatus: "active", ...dropped });
    const api = await twisted(
      one.emulator,
      () => undefined,
      undefined,
      (_asked, body) => (body.includes('"notes"') && body.includes('"status"') ? locked : undefined),
    );
    const declared = one.program({ desiredStatus: undefined });
    const { message } = await partFailure(create(contextFor(api), kind, declared));
    expect(message).toContain("It was paused: nobody is called by it.");
    expect(one.live()["status"]).toBe("paused");
  });

  it("and that is refused, too: the run says that it may be calling", async () => {
    const one = await stage({ newCampaignStatus: "active" }, { ...hours, desiredStatus: "paused" });
    const api = await twisted(
      one.emulator,
      () => undefined,
      undefined,
      (_asked, body) => (body.includes('"status"') ? locked : undefined),
    );
    const { message } = await partFailure(create(contextFor(api), kind, one.program()));
    expect(message).toContain("It may be calling: pause it in the dashboard now.");
    expect(message).toContain("Only its status can be changed.");
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
  // What sets it calling is sent last, and the same update without it was read back before; then it is seen to call.
  expect(one.requests()).toEqual(["list", "create", "update", "read", "update", "read"]);
  expect(one.statuses()).toEqual(["paused", "active"]);
  one.emulator.clearRequests();
  await update(one.run(), kind, id, state, one.program({ notes: "New." }));
  // The list is one for all updates of a run (besideRead.ts).
  expect(one.requests()).toEqual(["read", "list", "update", "read"]);
});

it("pauses before it reads back, where the program wants it paused", async () => {
  const one = await stage({ newCampaignStatus: "active" }, { ...hours, desiredStatus: "paused" });
  await one.make();
  expect(one.requests()).toEqual(["list", "create", "update", "read"]);
});

it("waits for a list that does not show a new campaign yet, also once it was paused", async () => {
  const late = {
    absentRoutes: ["campaign.read"],
    campaignCreateData: "id",
    listLagFor: "create",
    listLagRequests: 11,
  } as const;
  const one = await stage({ newCampaignStatus: "active", ...late }, { ...hours, desiredStatus: undefined });
  const { message, created } = await partFailure(one.make());
  expect(message).toContain("could not be read back: it is not shown.");
  expect(message).toContain("It was paused: nobody is called by it.");
  expect(created.state).toMatchObject({ status: "paused" });
});

it.each([
  ["paused", ["paused"]],
  ["active", ["paused", "active"]],
] as const)("waits for a read that lags behind the pause of a new campaign (wanted: %s)", async (wanted, sent) => {
  const one = await stage(
    { newCampaignStatus: "active", campaignCreateData: "id" },
    { ...hours, desiredStatus: wanted },
  );
  let reads = 0;
  const api = await twisted(one.emulator, ({ operation, envelope }) =>
    operation === "read" && reads++ < 3
      ? JSON.stringify(envelope).replace('"status":"paused"', '"status":"active"')
      : undefined,
  );
  const { state } = await create(contextFor(api), kind, one.program());
  expect(one.statuses()).toEqual(sent);
  expect(state).toMatchObject({ status: wanted, desiredStatus: wanted });
});

it("does not say of a campaign that it calls which the API leaves paused, and the next run sets it calling", async () => {
  const one = await stage({ newCampaignStatus: "paused", droppedFields: ["status"] });
  const context = one.run();
  const { id, state } = await one.make({}, context);
  expect(one.live()["status"]).toBe("paused");
  expect(context.notes.join()).toMatch(
    /was set to "active", and the API shows that it is paused\. The next `pulumi up`/,
  );
  expect(state).toMatchObject({ status: "paused", desiredStatus: "paused" });
  one.emulator.setPersonality({ droppedFields: [] });
  expect(diff(one.run(), kind, id, state, one.program()).changes).toBe(true);
  expect(await update(one.run(), kind, id, state, one.program())).toMatchObject({ status: "active" });
  expect(one.live()["status"]).toBe("active");
});

describe("a campaign that cannot be read back once it was set calling", () => {
  const unreadable = async (settings: object = {}) => {
    const one = await stage({ newCampaignStatus: "paused" }, hours, settings);
    one.emulator.addFault({ fault: "error500", match: { operation: "read" }, nth: 2, times: "always" });
    one.emulator.addFault({ fault: "error500", match: { operation: "list" }, nth: 2, times: "always" });
    const context = one.run();
    return { ...one, context, made: one.make({}, context) };
  };

  it("is recorded as calling, the run fails, and the next one looks", async () => {
    const one = await unreadable();
    const { message, created } = await partFailure(one.made);
    expect(message).toContain('was set to "active", and after that could not be read back');
    expect(created.state).toMatchObject({ status: "active", desiredStatus: "active" });
    one.emulator.clearFaults();
    expect(diff(one.run(), kind, created.id, created.state, one.program()).changes).toBe(true);
    await update(one.run(), kind, created.id, created.state, one.program());
    expect(one.live()["status"]).toBe("active");
  });

  it("is told of without a word of what is secret", async () => {
    const one = await stage({ newCampaignStatus: "paused" });
    const secret = "hunter2-hunter2-hunter2";
    for (const [operation, nth] of [
      ["read", 2],
      ["list", 2],
    ] as const)
      one.emulator.addFault({
        fault: "refusal",
        status: 500,
        text: `cannot show ${secret}`,
        match: { operation },
        nth,
        times: "always",
      });
    const context = contextFor(one.emulator, { configuration: { verifyWrites: "warn" } });
    await one.make({ notes: secret, [SECRETS]: ["notes"] }, context);
    expect(context.notes.join()).toContain("and after that could not be read back");
    expect(context.notes.join()).not.toContain(secret);
  });

  it("is told of where writes are verified with warnings", async () => {
    const { made, context } = await unreadable({ verifyWrites: "warn" });
    expect((await made).state).toMatchObject({ status: "active", desiredStatus: "active" });
    expect(context.notes.join()).toContain("and after that could not be read back");
  });
});

describe("an update that fails and was done in part", () => {
  const tagged = { ...hours, contactsListTags: ["vip"] };
  /** A server that empties the tags, and then says that it failed. */
  const half = async (envelope: string, declared: object, settings: object = {}) => {
    const one = await stage({ campaignReadIds: true }, tagged);
    const { id, state } = await one.make();
    const api = await twisted(one.emulator, ({ operation }) => {
      if (operation !== "update" || one.live()["notes"] !== "edited") return undefined;
      one.emulator.dashboard.change("Campaign", id, { contacts_list_tags: [], notes: "half" });
      return envelope;
    });
    const context = contextFor(api, { configuration: { ...settings } });
    return { ...one, work: update(context, kind, id, state, one.program({ notes: "edited", ...declared })) };
  };

  it.each([
    ["is refused", '{"status":"error","message":"constraint violated","data":""}', {}],
    ["has an answer that does not tell", "<html>", {}],
    [
      "was to change what it broke",
      '{"status":"error","message":"no","data":""}',
      { contactsListTags: ["vip", "new"] },
    ],
  ])("and %s: the campaign is paused, and the run says what it is now", async (_title, envelope, declared) => {
    const one = await half(envelope, declared);
    const failure = await failureOf(one.work);
    expect(failure).toBeInstanceOf(PartlyUpdated);
    expect(failure.message).toContain("was changed by an update that failed");
    expect(failure.message).toMatch(/ It (?:is|was) paused: nobody is called by it\./);
    expect(failure.message).toMatch(/contactsListTags .*"vip"/);
    expect(one.live()["status"]).toBe("paused");
  });

  it("is read, so the next run compares with it as with any other state", async () => {
    const one = await half('{"status":"error","message":"no","data":""}', {});
    const failure = await failureOf(one.work);
    if (!(failure instanceof PartlyUpdated)) throw failure;
    expect(failure.state).toMatchObject({ status: "paused", desiredStatus: "paused", notes: "half" });
    expect(notesIn(failure.state).unread).toBeUndefined();
    expect(failure.message).toContain("The next `pulumi up`");
  });

  it.each(["warn", "off"])("is nothing but the failure where writes are verified less (%s)", async (verifyWrites) => {
    const one = await half('{"status":"error","message":"constraint violated","data":""}', {}, { verifyWrites });
    const { message } = await failureOf(one.work);
    expect(message).toContain("constraint violated");
    expect(message).not.toContain("that failed, in what decides");
    expect(one.live()["status"]).toBe("active");
  });

  it("is nothing but the failure where it cannot be looked at", async () => {
    const one = await stage({ campaignReadIds: true }, tagged);
    const { id, state } = await one.make();
    one.emulator.addFault({ fault: "refusal", text: "no", match: { operation: "update" }, times: "always" });
    for (const operation of ["read", "list"] as const)
      one.emulator.addFault({ fault: "error500", match: { operation }, nth: 2, times: "always" });
    one.emulator.clearRequests();
    const { message } = await failureOf(update(one.run(), kind, id, state, one.program({ notes: "edited" })));
    expect(message).toContain('"no"');
    expect(message).not.toMatch(/read back|in what decides/);
    expect(one.statuses()).toEqual(["active"]);
  });

  it("is nothing but the failure where nothing that decides about calls has changed", async () => {
    const one = await stage({}, tagged);
    const { id, state } = await one.make();
    one.emulator.addFault({ fault: "refusal", text: "no", match: { operation: "update" } });
    const { message } = await failureOf(update(one.run(), kind, id, state, one.program({ notes: "edited" })));
    expect(message).not.toContain("that failed, in what decides");
    expect(one.live()["status"]).toBe("active");
  });
});

describe("a write after which nothing can be seen", () => {
  /** A new campaign would call; whether the API does what it says it has done. */
  const unseen = async (does: boolean, desiredStatus: string) => {
    const one = await stage(
      { newCampaignStatus: "active", droppedFields: does ? [] : ["status"] },
      { ...hours, desiredStatus },
    );
    const blind = (listed: number): void => {
      one.emulator.addFault({ fault: "error500", match: { operation: "read" }, times: "always" });
      one.emulator.addFault({ fault: "error500", match: { operation: "list" }, nth: listed, times: "always" });
    };
    return { ...one, blind };
  };
  const isAsked = [
    [true, "active"],
    [true, "paused"],
    [false, "active"],
    [false, "paused"],
  ] as const;

  it.each(isAsked)(
    "shows no rest of a new campaign, which is not set calling, and the next run goes on (done: %s, wanted: %s)",
    async (does, wanted) => {
      const one = await unseen(does, wanted);
      one.blind(2);
      const { message, created } = await partFailure(one.make());
      expect(message).toContain("could not be read back");
      expect(message).toContain(
        "It was paused, as far as the API says, which shows no status of it: it may be calling: pause it in the dashboard now.",
      );
      expect(one.statuses()).not.toContain("active");
      expect(one.live()["status"]).toBe(does ? "paused" : "active");
      expect(created.state["status"]).toBeUndefined();
      expect(created.state["desiredStatus"]).toBeUndefined();
      one.emulator.clearFaults();
      one.emulator.setPersonality({ campaignListIds: true });
      expect(diff(one.run(), kind, created.id, created.state, one.program()).changes).toBe(true);
      await update(one.run(), kind, created.id, created.state, one.program());
      expect(one.live()["status"]).toBe(wanted);
    },
  );

  it.each([true, false])(
    "shows none of one that an update was to pause: the state has none (done: %s)",
    async (does) => {
      const one = await unseen(true, "active");
      const { id, state } = await one.make();
      const wanted = one.program({ desiredStatus: "paused" });
      one.emulator.setPersonality({ campaignListIds: true, droppedFields: does ? [] : ["status"] });
      one.emulator.addFault({ fault: "error500", match: { operation: "read" }, nth: 2, times: "always" });
      one.emulator.addFault({ fault: "error500", match: { operation: "list" }, nth: 2, times: "always" });
      const failure = await failureOf(update(one.run(), kind, id, state, wanted));
      if (!(failure instanceof PartlyUpdated)) throw failure;
      expect(failure.message).toContain("could not be read back");
      expect(failure.message).toContain("it may be calling: pause it in the dashboard now.");
      expect(failure.state["status"]).toBeUndefined();
      one.emulator.clearFaults();
      one.emulator.setPersonality({ campaignListIds: true });
      await update(one.run(), kind, id, failure.state, wanted);
      expect(one.live()["status"]).toBe("paused");
    },
  );

  it("shows none of one that is stored otherwise than declared, either", async () => {
    const one = await stage({ newCampaignStatus: "active", ...dropped }, { ...hours, desiredStatus: "paused" });
    const api = await twisted(
      one.emulator,
      ({ envelope }) => JSON.stringify(envelope).replaceAll(/"status":"(active|paused)"/g, '"state":"$1"'),
      (body) => body.replace('"status":"paused"', '"status":"active"'),
    );
    const { message } = await partFailure(create(contextFor(api), kind, one.program()));
    expect(message).toContain("is stored otherwise than it was declared");
    expect(message).toContain("it may be calling: pause it in the dashboard now.");
    expect(message).not.toContain("nobody is called");
  });
});

describe("what the next run finds in the state", () => {
  const tagged = { ...hours, contactsListTags: ["vip"] };
  const untagged = { contactsListTags: undefined };

  /** One run of a program, as an engine does it: nothing where nothing changes. */
  async function up(one: Stage, id: string, state: Properties, more: object = {}): Promise<Properties> {
    if (!diff(one.run(), kind, id, state, one.program(more)).changes) return state;
    return update(one.run(), kind, id, state, one.program(more));
  }

  const failed = async (work: Promise<unknown>): Promise<PartlyUpdated> => {
    const failure = await failureOf(work);
    expect(failure).toHaveProperty("state");
    return failure as unknown as PartlyUpdated;
  };

  it("an hour that was taken out by an update that cannot be read back is taken out again", async () => {
    const one = await stage({}, hours);
    const { id, state } = await one.make();
    const open = { callTimeOfDayTo: undefined, callTimeOfDayFrom: undefined };
    for (const operation of ["read", "list"] as const)
      one.emulator.addFault({ fault: "error500", match: { operation }, nth: 2, times: "always" });
    const { state: stored } = await failed(update(one.run(), kind, id, state, one.program(open)));
    expect(stored).toMatchObject({ callTimeOfDayFrom: "09:00:00", callTimeOfDayTo: "19:00:00" });
    one.emulator.clearFaults();
    expect(diff(one.run(), kind, id, stored, one.program(open)).changes).toBe(true);
    await update(one.run(), kind, id, stored, one.program(open));
    const { call_time_of_day_from: from = null, call_time_of_day_to: to = null, status } = one.live();
    expect([from, to, status]).toEqual([null, null, "active"]);
  });

  it.each(["at once", "after a refresh"])(
    "a tag that was taken out and is still there is cleared again (%s)",
    async (when) => {
      const one = await stage({}, tagged);
      const { id, state } = await one.make();
      one.emulator.setPersonality({ campaignListIds: true, droppedFields: ["contacts_list_tags"] });
      let { state: stored } = await failed(update(one.run(), kind, id, state, one.program(untagged)));
      if (when === "after a refresh") stored = { ...(await read(one.run(), kind, id, stored))?.state };
      // It is still refused, and never set calling.
      ({ state: stored } = await failed(up(one, id, stored, untagged)));
      expect(one.live()).toMatchObject({ status: "paused", contacts_list_tags: ["vip"] });
      one.emulator.setPersonality({ campaignListIds: true });
      await up(one, id, stored, untagged);
      expect(one.live()["status"]).toBe("active");
      expect(one.live()["contacts_list_tags"] ?? []).toEqual([]);
    },
  );

  it("an update that drops what a create keeps is seen before the campaign calls", async () => {
    const one = await stage({ newCampaignStatus: "paused", updateReplaces: true }, tagged);
    one.emulator.addFault({ fault: "stall", ms: 1, when: "after", match: { operation: "create" } });
    const made = one.make();
    // From the first update on.
    const wait = setInterval(() => {
      if (one.requests().includes("create"))
        one.emulator.setPersonality({
          campaignListIds: true,
          updateReplaces: true,
          droppedFields: ["contacts_list_tags"],
        });
    }, 0);
    await partFailure(made).finally(() => clearInterval(wait));
    expect(one.live()["status"]).toBe("paused");
    expect(one.statuses()).not.toContain("active");
  });

  it.each(["create", "update"] as const)("a pause that the API ignores is told (%s)", async (when) => {
    const one = await stage(
      { newCampaignStatus: "active" },
      { ...hours, desiredStatus: when === "create" ? "paused" : "active" },
    );
    if (when === "create") one.emulator.setPersonality({ campaignListIds: true, droppedFields: ["status"] });
    const made = when === "create" ? undefined : await one.make();
    one.emulator.setPersonality({ campaignListIds: true, newCampaignStatus: "active", droppedFields: ["status"] });
    const failure = await failureOf(
      made === undefined
        ? one.make()
        : update(one.run(), kind, made.id, made.state, one.program({ desiredStatus: "paused" })),
    );
    expect(failure.message).toMatch(/desiredStatus +"paused" +"active"/);
    expect(failure.message).toContain("may be calling: pause it in the dashboard now.");
    expect(one.live()["status"]).toBe("active");
  });

  it.each([
    ["paused", undefined],
    ["completed", undefined],
    ["completed", "active"],
    ["completed", "paused"],
  ] as const)("an edit by which the API resumes a campaign that is %s is undone (wanted: %s)", async (rest, wanted) => {
    const one = await stage({}, { ...hours, desiredStatus: wanted });
    const { id, state } = await one.make();
    one.emulator.dashboard.change("Campaign", id, { status: rest });
    // What a server does that starts a campaign whenever its form is saved.
    let saved = 0;
    const api = await twisted(one.emulator, ({ kind: of, operation }) => {
      if (of === "Campaign" && operation === "update" && saved++ === 0)
        one.emulator.dashboard.change("Campaign", id, { status: "active" });
      return undefined;
    });
    const edited = one.program({ notes: "New." });
    const { message, state: stored } = await failed(update(contextFor(api), kind, id, state, edited));
    expect(message).toMatch(new RegExp(`tatus +"${rest}" +"active"`));
    expect(message).toContain(`It was ${rest}: nobody is called by it.`);
    expect(one.live()).toMatchObject({ status: rest, notes: "New." });
    // Nor does the next run set it calling.
    const next = await up(one, id, stored, { notes: "New." });
    expect(one.live()["status"]).toBe(rest);
    expect(next["status"]).toBe(rest);
  });

  it("an edit by which the API resumes a campaign whose status is of another word pauses it", async () => {
    const one = await stage({}, { ...hours, desiredStatus: "active" });
    const { id, state } = await one.make();
    one.emulator.dashboard.change("Campaign", id, { status: "paused" });
    let saved = 0;
    const api = await twisted(
      one.emulator,
      ({ operation, envelope }) => {
        if (operation === "update" && saved++ === 0)
          one.emulator.dashboard.change("Campaign", id, { status: "active" });
        return saved === 0 ? JSON.stringify(envelope).replace('"status":"paused"', '"status":"stopped"') : undefined;
      },
      (body) => JSON.stringify({ status: "paused", ...(JSON.parse(body) as object) }),
    );
    const { message } = await failed(update(contextFor(api), kind, id, state, one.program({ notes: "New." })));
    expect(message).toMatch(/desiredStatus +"stopped" +"active"/);
    expect(message).toContain("It was paused: nobody is called by it.");
    expect(one.live()["status"]).toBe("paused");
  });

  it.each(["running", "scheduled", "in-progress", "In Progress", "enabled", "on", "dialing", "2", "aktiv"])(
    "a pause that the API ignores is told also where it shows %s for active",
    async (word) => {
      const one = await stage({ newCampaignStatus: "active" }, { ...hours, desiredStatus: "paused" });
      one.emulator.setPersonality({ campaignListIds: true, droppedFields: ["status"] });
      const api = await twisted(one.emulator, ({ envelope }) =>
        JSON.stringify(envelope).replaceAll('"status":"active"', `"status":"${word}"`),
      );
      const { message } = await partFailure(create(contextFor(api), kind, one.program()));
      expect(message).toContain(
        `The API answered that it was paused, and shows that it is ${word.toLowerCase().replace(/[ -]/, "_")}: it may be calling`,
      );
    },
  );

  it("a campaign that is shown in another workspace than it was declared for is paused, and never set calling", async () => {
    const one = await stage({ newCampaignStatus: "active" }, { ...hours, workspace: "sales", desiredStatus: "active" });
    const api = await twisted(one.emulator, ({ envelope }) =>
      JSON.stringify(envelope).replaceAll('"workspace":"sales"', '"workspace":"default"'),
    );
    const { message, created } = await partFailure(create(contextFor(api), kind, one.program()));
    expect(message).toMatch(/workspace +"sales" +"default"/);
    expect(one.live()["status"]).toBe("paused");
    const again = update(contextFor(api), kind, created.id, created.state, one.program());
    expect((await failureOf(again)).message).toContain('is shown in the workspace "default"');
    expect(one.live()["status"]).toBe("paused");
    expect(one.statuses()).not.toContain("active");
  });

  it.each(["Sales team", "SALES", "3", "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01"])(
    "a campaign is where it was declared to be, also where that is called %s",
    async (shown) => {
      const one = await stage({}, { ...hours, workspace: "sales", desiredStatus: "active" });
      const api = await twisted(one.emulator, ({ envelope }) =>
        JSON.stringify(envelope).replaceAll('"workspace":"sales"', `"workspace":"${shown}"`),
      );
      await create(contextFor(api), kind, one.program());
      expect(one.live()["status"]).toBe("active");
    },
  );

  it("a campaign that a deletion policy pauses is seen to be paused before it is forgotten", async () => {
    const one = await stage({ newCampaignStatus: "active" }, { ...hours, deletionPolicy: "pause" });
    const { id, state } = await one.make();
    one.emulator.setPersonality({ campaignListIds: true, droppedFields: ["status"] });
    const { message } = await failureOf(deleteObject(one.run(), kind, id, state));
    expect(message).toContain("shows that it is active");
  });

  it("a pause that somebody makes while it is read back is in the next preview", async () => {
    const one = await stage();
    const { id, state } = await one.make();
    one.emulator.addFault({ fault: "stall", ms: 20, when: "before", match: { operation: "read" }, nth: 2 });
    const edit = update(one.run(), kind, id, state, one.program({ notes: "x" }));
    const wait = setInterval(() => {
      if (one.requests().filter((operation) => operation === "update").length >= 3 || one.statuses().length >= 3)
        one.emulator.dashboard.change("Campaign", id, { status: "paused" });
    }, 0);
    const after = await edit.finally(() => clearInterval(wait));
    if (one.live()["status"] === "paused") expect(after).toMatchObject({ desiredStatus: "paused", status: "paused" });
  });

  it("an interrupted create whose update route is refused is looked at as well", async () => {
    const one = await stage({
      ...dropped,
      newCampaignStatus: "active",
      absentRoutes: ["campaign.update"],
      campaignListIds: true,
    });
    const memory = emptyMemory();
    const context = (): TestContext => contextFor(one.emulator, { memory });
    one.emulator.addFault({ fault: "dropAfter", match: { operation: "create" } });
    one.emulator.addFault({ fault: "error500", match: { operation: "list" }, nth: 2, times: "always" });
    await partFailure(create(context(), kind, one.program()));
    one.emulator.clearFaults();
    const { message } = await failureOf(create(context(), kind, one.program()));
    expect(message).toContain("callTimeOfDayTo");
  });

  it("a write that was not read back is looked at again, and nobody is accused of it", async () => {
    const one = await stage();
    const { id, state } = await one.make();
    one.emulator.setPersonality({ campaignListIds: true, droppedFields: ["call_time_of_day_to"] });
    one.emulator.addFault({ fault: "error500", match: { operation: "read" }, nth: 2, times: "always" });
    one.emulator.addFault({ fault: "error500", match: { operation: "list" }, times: "always" });
    const until = { callTimeOfDayTo: "12:00" };
    const { state: stored } = await failed(update(one.run(), kind, id, state, one.program(until)));
    one.emulator.clearFaults();
    expect(diff(one.run(), kind, id, stored, one.program(until)).changes).toBe(true);
    // Also an edit of what only this package reads looks.
    for (const more of [until, { ...until, deletionPolicy: "pause" }]) {
      const failure = await failed(update(one.run(), kind, id, stored, one.program(more)));
      expect(failure.message).toMatch(/callTimeOfDayTo +"12:00:00" +"19:00:00"/);
      one.emulator.dashboard.change("Campaign", id, { status: "active" });
    }
  });

  it("our own pause, whose answer was lost, is nobody else's", async () => {
    const one = await stage({ ...dropped, newCampaignStatus: "active", campaignCreateData: "object" });
    one.emulator.addFault({ fault: "dropAfter", match: { operation: "update" }, times: "always" });
    const { created } = await partFailure(one.make());
    one.emulator.clearFaults();
    one.emulator.setPersonality({ campaignListIds: true });
    await up(one, created.id, created.state);
    expect(one.live()).toMatchObject({ status: "active", call_time_of_day_to: "19:00:00" });
  });

  it("an update whose answer is lost is not tried again once somebody has paused the campaign", async () => {
    const one = await stage();
    const { id, state } = await one.make();
    const sent = one.statuses().length;
    one.emulator.addFault({ fault: "dropAfter", match: { operation: "update" }, times: "always" });
    const context = contextFor(one.emulator, {
      client: { onRetry: () => void one.emulator.dashboard.change("Campaign", id, { status: "paused" }) },
    });
    const { state: stored } = await failed(update(context, kind, id, state, one.program({ notes: "x" })));
    expect(one.live()["status"]).toBe("paused");
    expect(one.statuses()).toHaveLength(sent + 1);
    one.emulator.clearFaults();
    // Nor by the next run, before somebody has seen it.
    expect((await failureOf(up(one, id, stored, { notes: "x" }))).message).toMatch(/desiredStatus +"active" +"paused"/);
  });

  it("a campaign of which nobody knows whether it was set calling can be paused", async () => {
    const one = await stage({ newCampaignStatus: "paused" });
    one.emulator.addFault({ fault: "dropAfter", match: { operation: "update" }, nth: 2, times: "always" });
    const { created } = await partFailure(one.make());
    expect(one.live()["status"]).toBe("active");
    one.emulator.clearFaults();
    await up(one, created.id, created.state, { desiredStatus: "paused" });
    expect(one.live()["status"]).toBe("paused");
  });

  it("an update whose answer was lost is undone where the program goes back", async () => {
    const one = await stage({}, tagged);
    const { id, state } = await one.make();
    one.emulator.addFault({ fault: "dropAfter", match: { operation: "update" }, times: "always" });
    const { state: stored } = await failed(
      update(one.run(), kind, id, state, one.program({ contactsListTags: ["all"] })),
    );
    expect(one.live()["contacts_list_tags"]).toEqual(["all"]);
    one.emulator.clearFaults();
    await up(one, id, stored);
    expect(one.live()).toMatchObject({ contacts_list_tags: ["vip"], status: "active" });
  });

  it("a campaign of which a read lacks the type is not made anew by the next run", async () => {
    const one = await stage({ droppedFields: ["campaign_type"] });
    const { created, message } = await partFailure(one.make());
    expect(message).toMatch(/campaignType +"outbound"/);
    expect(diff(one.run(), kind, created.id, created.state, one.program())).toMatchObject({
      changes: true,
      replaces: [],
    });
  });

  it("a spelling of the server's own trips no gate, also where nothing is read back, and costs no patience", async () => {
    for (const verifyWrites of ["off", "strict"] as const) {
      const one = await stage({ names: "lower" }, { ...hours, name: "Spring Renewals" }, { verifyWrites });
      const { id, state } = await one.make();
      one.emulator.clearRequests();
      const after = await update(one.run(), kind, id, state, one.program({ notes: "x" }));
      await update(one.run(), kind, id, after, one.program({ notes: "y" }));
      const reads = one.requests().filter((operation) => operation === "read");
      expect(reads).toHaveLength(verifyWrites === "off" ? 2 : 4);
    }
  });
});

it("says nothing secret where what was written cannot be read back", async () => {
  const emulator = await emulate();
  const context = contextFor(emulator);
  const header = "hunter2-hunter2-hunter2";
  const webhook = checked(kinds.Webhook, {
    ...leastOf.Webhook,
    steps: [{ webhookUrl: "https://example.com", webhookHeaders: { Authorization: header } }],
  });
  emulator.addFault({
    fault: "refusal",
    status: 500,
    text: `cannot show ${header}`,
    match: { operation: "list" },
    nth: 2,
    times: "always",
  });
  await create(context, kinds.Webhook, webhook);
  expect(context.notes.join()).toContain("could not be read back");
  expect(context.notes.join()).not.toContain(header);
});

describe("a read that lags in what decides about calls", () => {
  /** An edit of the hours, after which each read and list shows the campaign as it was before, but for `beside`. */
  const lagging = async (beside: WireObject, isLong: boolean) => {
    const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true } });
    let before: WireObject | undefined;
    let looks = 0;
    const api = await twisted(
      emulator,
      ({ kind: of, operation, envelope }) => {
        if (of !== "Campaign" || (operation !== "list" && operation !== "read") || before === undefined)
          return undefined;
        if (looks++ > 0 && !isLong) return undefined;
        const shown = { ...before, status: emulator.dashboard.list("Campaign")[0]?.["status"], ...beside };
        return JSON.stringify({ ...envelope, data: operation === "list" ? [shown] : shown });
      },
      (body) => {
        if (body.includes("18:00")) before ??= emulator.dashboard.list("Campaign")[0];
        return body;
      },
    );
    const program = (more: object) => checked(kind, { ...leastOf.Campaign, ...hours, notes: "ours", ...more });
    const { id, state } = await create(contextFor(api), kind, program({}));
    const edit = update(contextFor(api), kind, id, state, program({ callTimeOfDayTo: "18:00" }));
    return { edit, live: () => emulator.dashboard.list("Campaign")[0], looks: () => looks };
  };

  it("is waited for, also where something else has changed beside the update", async () => {
    const one = await lagging({ notes: "of somebody" }, false);
    await one.edit;
    expect(one.live()).toMatchObject({ call_time_of_day_to: "18:00:00", status: "active" });
  });

  it("is not waited for where that decides about calls as well: it is paused at once", async () => {
    const one = await lagging({ call_time_of_day_from: "07:00:00" }, true);
    expect((await failureOf(one.edit)).message).toContain("It was paused");
    expect(one.live()).toMatchObject({ status: "paused" });
    // One look, and what looks whether it is paused.
    expect(one.looks()).toBeLessThan(4);
  });
});
