/** delete: what the policy says, and proof that it happened. */
import type { PersonalityPatch, WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { toWire } from "../../../provider/kinds/wire";
import { observe } from "../../../provider/lifecycle/observe";
import { makeState, nothingReported } from "../../../provider/lifecycle/state";
import { leaveUntouched } from "../../../provider/lifecycle/delete";
import { identify, placeholderId } from "../../../provider/lifecycle/identity";
import { keyOf } from "../../../provider/ledger/ledger";
import { create, deleteObject, diff, ownerOf, PartlyCreated } from "../../support/lifecycle";
import { emptyMemory } from "../../support/memoryStore";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";
import { lacking, twisted } from "../../support/twist";

async function campaign(declared: object = {}, personality: PersonalityPatch = {}) {
  const kind = kinds.Campaign;
  const emulator = await emulate({ personality });
  const made = await create(contextFor(emulator), kind, checked(kind, { ...leastOf.Campaign, ...declared }));
  const { id } = made;
  let { state } = made;
  emulator.clearRequests();
  return {
    emulator,
    id,
    state,
    /** A refresh has seen this status. */
    know: (status: string) => void (state = { ...state, status }),
    live: () => emulator.dashboard.get("Campaign", id),
    writes: () => emulator.requests.filter(({ method }) => method === "POST").map(({ operation }) => operation),
    remove: () => deleteObject(contextFor(emulator), kind, id, state),
  };
}

it("pauses a campaign before it deletes it", async () => {
  const { emulator, live, writes, remove } = await campaign();
  await remove();
  expect(live()).toBeUndefined();
  expect(writes()).toEqual(["update", "delete"]);
  expect(emulator.requests.find(({ operation }) => operation === "update")?.body).toMatchObject({ status: "paused" });
});

it.each([
  ["retain", "active", "active", []],
  ["pause", "active", "paused", ["update"]],
  // What shows that it is paused may be older than what somebody has done.
  ["pause", "paused", "paused", ["update"]],
  ["pause", "completed", "completed", []],
  ["complete", "active", "completed", ["update"]],
  ["complete", "completed", "completed", []],
] as const)("%s: a campaign that is %s is %s in the end", async (deletionPolicy, before, after, wanted) => {
  const { emulator, id, live, writes, remove, know } = await campaign({ deletionPolicy });
  emulator.dashboard.change("Campaign", id, { status: before });
  know(before);
  emulator.clearRequests();
  await remove();
  expect(live()?.["status"]).toBe(after);
  expect(writes()).toEqual(wanted);
});

describe("pause: a campaign that is shown as paused, of which the state knows nothing", () => {
  it("is paused once more: what shows it may be older than what the state knows", async () => {
    const { emulator, id, writes, remove } = await campaign({ deletionPolicy: "pause" });
    emulator.dashboard.change("Campaign", id, { status: "paused" });
    await remove();
    expect(writes()).toEqual(["update"]);
  });

  it("is left so where that is refused", async () => {
    const { emulator, id, live, remove } = await campaign({ deletionPolicy: "pause" });
    emulator.dashboard.change("Campaign", id, { status: "paused" });
    emulator.addFault({ fault: "refusal", text: "no", match: { operation: "update" }, times: "always" });
    await remove();
    expect(live()).toMatchObject({ status: "paused" });
  });
});

it.each(["pause", "complete"])(
  "%s: fails where the campaign can be neither read nor written",
  async (deletionPolicy) => {
    const { emulator, live, remove } = await campaign({ deletionPolicy }, { newCampaignStatus: "active" });
    for (const operation of ["read", "list"] as const)
      emulator.addFault({ fault: "error500", match: { operation }, times: "always" });
    emulator.addFault({ fault: "refusal", text: "database error", match: { operation: "update" }, times: "always" });
    await failureOf(remove());
    expect(live()).toMatchObject({ status: "active" });
  },
);

it("pause: fails where the pause was ignored, and the status cannot be read after it", async () => {
  const { emulator, id, state } = await campaign({ deletionPolicy: "pause" }, { newCampaignStatus: "active" });
  let isSent = false;
  const api = await twisted(
    emulator,
    ({ operation }) => (isSent && operation !== "update" ? "<html>" : undefined),
    (body) => {
      isSent = true;
      return body.replace('"paused"', '"active"');
    },
  );
  const { message } = await failureOf(deleteObject(contextFor(api), kinds.Campaign, id, state));
  expect(message).toContain("and its status cannot be read. It may be calling: pause it in the dashboard now");
});

it("is paused where it is not deleted, though a read that is older than what somebody has done shows it so", async () => {
  const { emulator, id, state, live } = await campaign(
    { desiredStatus: "paused" },
    { absentRoutes: ["campaign.delete"] },
  );
  emulator.dashboard.change("Campaign", id, { status: "active" });
  const api = await twisted(emulator, ({ operation, envelope }) =>
    operation === "read" ? JSON.stringify(envelope).replaceAll('"status":"active"', '"status":"paused"') : undefined,
  );
  const { message } = await failureOf(deleteObject(contextFor(api), kinds.Campaign, id, state));
  expect(message).toContain("it is still there");
  expect(live()?.["status"]).toBe("paused");
});

describe("pause: an API that shows no status, and leaves it as it is", () => {
  const leave = async (verifyWrites: string) => {
    const { emulator, id, state, live } = await campaign({ deletionPolicy: "pause" }, { newCampaignStatus: "active" });
    const api = await twisted(
      emulator,
      ({ envelope }) => JSON.stringify(envelope).replaceAll('"status":"active"', '"state":"active"'),
      (body) => body.replace('"paused"', '"active"'),
    );
    const context = contextFor(api, { configuration: { verifyWrites } });
    return { live, context, work: deleteObject(context, kinds.Campaign, id, { ...state, status: undefined }) };
  };

  it("fails: it calls, and would be in no state", async () => {
    const { work, live } = await leave("strict");
    expect((await failureOf(work)).message).toContain("its status cannot be read. It may be calling");
    expect(live()?.["status"]).toBe("active");
  });

  it("is told where writes are verified with warnings", async () => {
    const { work, context } = await leave("warn");
    await work;
    expect(context.notes.join()).toContain("its status cannot be read. It may be calling");
  });

  it("is silent where they are not verified", async () => {
    const { work, context } = await leave("off");
    await work;
    expect(context.notes).toEqual([]);
  });
});

it("complete: fails where the campaign comes to be paused alone, and says so", async () => {
  const { emulator, id, state, live } = await campaign({ deletionPolicy: "complete" }, { newCampaignStatus: "active" });
  const api = await twisted(
    emulator,
    () => undefined,
    (body) => body.replace('"completed"', '"paused"'),
  );
  const { message } = await failureOf(deleteObject(contextFor(api), kinds.Campaign, id, state));
  expect(message).toContain("and shows that it is paused. Set it in the dashboard, then run again.");
  expect(live()?.["status"]).toBe("paused");
});

it("pause: what the API does not take goes without the rest", async () => {
  const { emulator, id, state, live } = await campaign({ deletionPolicy: "pause" }, { newCampaignStatus: "active" });
  const api = await twisted(
    emulator,
    () => undefined,
    undefined,
    (_asked, body) =>
      body.includes('"notes"') ? { status: 423, text: '{"status":"error","message":"Locked.","data":""}' } : undefined,
  );
  await deleteObject(contextFor(api), kinds.Campaign, id, state);
  expect(live()?.["status"]).toBe("paused");
});

it("pause: what is shown as paused by a read that is older than what somebody has done is paused", async () => {
  const { emulator, id, state, live } = await campaign({ deletionPolicy: "pause", desiredStatus: "paused" });
  emulator.dashboard.change("Campaign", id, { status: "active" });
  const api = await twisted(emulator, ({ operation, envelope }) =>
    operation === "read" ? JSON.stringify(envelope).replaceAll('"status":"active"', '"status":"paused"') : undefined,
  );
  await deleteObject(contextFor(api), kinds.Campaign, id, state);
  expect(live()?.["status"]).toBe("paused");
});

it.each<[string, PersonalityPatch]>([
  ["read alone", {}],
  ["in a list", { absentRoutes: ["campaign.read"], campaignListIds: true }],
])("pauses what somebody resumed since this run's list was read (%s)", async (_how, personality) => {
  const { emulator, id, state, live } = await campaign({ deletionPolicy: "pause" }, personality);
  emulator.dashboard.change("Campaign", id, { status: "paused" });
  const context = contextFor(emulator);
  await context.inventory.list(kinds.Campaign, "default");
  emulator.dashboard.change("Campaign", id, { status: "active" });
  await deleteObject(context, kinds.Campaign, id, state);
  expect(live()?.["status"]).toBe("paused");
});

it("changes nothing but the status of a campaign that stays", async () => {
  const { emulator, id, live, remove } = await campaign({ deletionPolicy: "pause", contactsListTags: ["vip"] });
  emulator.dashboard.change("Campaign", id, { notes: "By hand.", contacts_list_tags: ["vip", "gold"] });
  await remove();
  expect(live()).toMatchObject({ status: "paused", notes: "By hand." });
  expect([...(live()?.["contacts_list_tags"] as string[])].sort()).toEqual(["gold", "vip"]);
});

it("sends what an update must have also where a refresh found nothing of it", async () => {
  const { emulator, id, state, live } = await campaign({ deletionPolicy: "pause" });
  const { notes, daysOfWeek, timeZone, ...lacking } = state;
  expect([notes, daysOfWeek, timeZone]).not.toContain(undefined);
  emulator.dashboard.change("Campaign", id, { notes: "By hand.", days_of_week: [0] });
  await deleteObject(contextFor(emulator), kinds.Campaign, id, lacking);
  expect(live()).toMatchObject({ status: "paused", notes: "By hand.", days_of_week: [0], time_zone: timeZone });
});

it.each(["error", "404", "rows"] as const)("is done where the object is gone already (%s)", async (deleteOfAbsent) => {
  const { emulator, id, remove } = await campaign({}, { deleteOfAbsent });
  emulator.dashboard.delete("Campaign", id);
  await remove();
  expect(emulator.dashboard.ids("Campaign")).toEqual([]);
});

it.each(["404", "405", "200"] as const)(
  "proves it: a route that is not there (%s) is named, with its mark and the ways out, and the campaign is paused",
  async (absentAnswer) => {
    const { live, remove } = await campaign({}, { absentRoutes: ["campaign.delete"], absentAnswer });
    const { message } = await failureOf(remove());
    expect(message).toContain("was not deleted: it is still there");
    expect(message).toContain("POST /campaigns/delete/{id} is not documented, but inferred");
    expect(message).toContain("pulumi config set callab:routes");
    expect(message).toContain('deletionPolicy: "complete" or "pause" or "retain"');
    expect(message).toContain("It is paused: nobody is called by it.");
    expect(live()?.["status"]).toBe("paused");
  },
);

it("says of a campaign that has completed, and is still there, that it has", async () => {
  const { emulator, id, remove } = await campaign({}, { absentRoutes: ["campaign.delete"] });
  emulator.dashboard.change("Campaign", id, { status: "completed" });
  const { message } = await failureOf(remove());
  expect(message).toContain("It is completed: nobody is called by it.");
  expect(message).not.toContain("paused:");
});

it("says so when the API answered that a campaign was paused, and shows that it is not", async () => {
  const personality = { absentRoutes: ["campaign.delete" as const], newCampaignStatus: "active" as const };
  const { emulator, remove, live } = await campaign({}, personality);
  emulator.setPersonality({ ...emulator.personality, droppedFields: ["status"] });
  const { message } = await failureOf(remove());
  expect(live()?.["status"]).toBe("active");
  expect(message).toContain(
    "The API answered that it was paused, and shows that it is active: it may still be calling.",
  );
  expect(message).not.toContain("nobody is called by it");
});

it("says so when the campaign could not be paused either", async () => {
  const { remove } = await campaign({}, { absentRoutes: ["campaign.delete", "campaign.update"] });
  const { message } = await failureOf(remove());
  expect(message).toContain("It could not be paused either and may still be calling");
});

it("deletes what cannot be paused: that stops the calls too", async () => {
  const { live, remove } = await campaign({}, { absentRoutes: ["campaign.update"] });
  await remove();
  expect(live()).toBeUndefined();
});

it("is patient with lists that lag behind, and believes a lost answer only once it is proven", async () => {
  const { emulator, live, remove } = await campaign({}, { listLagRequests: 3, campaignListIds: true });
  emulator.addFault({ fault: "dropAfter", match: { operation: "delete" }, times: "always" });
  await remove();
  expect(live()).toBeUndefined();
});

it("is not waited for longer for each of two ways to look: a read that lacks it, and a list that shows it", async () => {
  const kind = kinds.AiAgent;
  const emulator = await emulate({ personality: { listLagMs: 86_400_000, listLagFor: "delete" } });
  const context = contextFor(emulator);
  const { id, state } = await create(context, kind, checked(kind, leastOf.AiAgent));
  emulator.addFault({ fault: "dropAfter", match: { operation: "delete" } });
  const began = context.now();
  const { message } = await failureOf(deleteObject(context, kind, id, state));
  expect(message).toContain("was not deleted: it is still there.");
  const whole = context.patience.pauses.reduce((sum, pause) => sum + pause, 0);
  expect(context.now() - began).toBeGreaterThanOrEqual(whole);
  expect(context.now() - began).toBeLessThan(4 * whole);
});

describe("a webhook, which cannot be read alone", () => {
  const kind = kinds.Webhook;
  const make = async (personality: PersonalityPatch) => {
    const emulator = await emulate({ personality });
    const { id, state } = await create(contextFor(emulator), kind, checked(kind, leastOf.Webhook));
    emulator.clearRequests();
    return { emulator, remove: () => deleteObject(contextFor(emulator), kind, id, state) };
  };

  it("is gone once a list lacks it that showed it before", async () => {
    const { emulator, remove } = await make({});
    await remove();
    expect(emulator.requests.map(({ operation }) => operation)).toEqual(["list", "delete", "list"]);
  });

  it("is still waited for where no list showed it before: it may lag behind the create", async () => {
    const { emulator, remove } = await make({ listLagRequests: 3, deleteDoes: "claimed" });
    expect((await failureOf(remove())).message).toMatch(/was not deleted: it is still there/);
    expect(emulator.dashboard.ids("Webhook")).toHaveLength(1);
  });

  it("is deleted although no list can be read before", async () => {
    const { emulator, remove } = await make({});
    emulator.addFault({ fault: "forbidden", match: { operation: "list" } });
    await remove();
    expect(emulator.dashboard.ids("Webhook")).toEqual([]);
  });
});

it("says why it waits for a create whose outcome is not known, and leaves none behind", async () => {
  const kind = kinds.Campaign;
  const emulator = await emulate({ personality: { campaignListIds: true } });
  emulator.addFault({ fault: "dropAfter", match: { operation: "create" } });
  emulator.addFault({ fault: "forbidden", match: { operation: "list" }, nth: 2, times: "always" });
  const failure = await failureOf(create(contextFor(emulator), kind, checked(kind, leastOf.Campaign)));
  if (!(failure instanceof PartlyCreated)) throw failure;
  const { id, state } = failure.created;
  emulator.clearFaults();
  const context = contextFor(emulator);
  await deleteObject(context, kind, id, state);
  expect(context.notes).toEqual([
    expect.stringMatching(/^It is not known yet whether campaign .* was created; waiting/),
  ]);
  expect(emulator.dashboard.ids("Campaign")).toEqual([]);
});

it.each([401, 403])("does not go on where the token is refused (%d)", async (status) => {
  const { emulator, live, remove } = await campaign();
  emulator.addFault({ fault: "refusal", text: "No.", status, match: { operation: "delete" }, times: "always" });
  const { message } = await failureOf(remove());
  expect(message).toMatch(status === 401 ? /token/ : /does not allow this to the token/);
  expect(message).not.toContain("it is still there");
  expect(emulator.requests.at(-1)).toMatchObject({ operation: "delete" });
  expect(live()).toBeDefined();
});

it("never releases a phone number unless the program says so", async () => {
  const kind = kinds.PhoneNumber;
  const emulator = await emulate({ personality: { phoneNumberIds: true } });
  const memory = emptyMemory();
  for (const [declared, left] of [
    [{}, 1],
    [{ deletionPolicy: "retain" }, 1],
    [{ deletionPolicy: "delete" }, 0],
  ] as const) {
    const { id, state } = await create(
      contextFor(emulator, { memory }),
      kind,
      checked(kind, { ...leastOf.PhoneNumber, ...declared }),
    );
    await deleteObject(contextFor(emulator, { memory }), kind, id, state);
    expect(emulator.dashboard.ids("PhoneNumber")).toHaveLength(left);
  }
});

it.each(["AiAgent", "Webhook"] as const)("deletes or retains a %s", async (name) => {
  const kind = kinds[name];
  const emulator = await emulate();
  const memory = emptyMemory();
  const run = () => contextFor(emulator, { memory });
  const kept = await create(run(), kind, checked(kind, { ...leastOf[name], deletionPolicy: "retain" }));
  await deleteObject(run(), kind, kept.id, kept.state);
  expect(emulator.dashboard.ids(name)).toEqual([kept.id]);
  const gone = await create(run(), kind, checked(kind, leastOf[name]));
  await deleteObject(run(), kind, gone.id, gone.state);
  expect(emulator.dashboard.ids(name)).toEqual([]);
});

it("leaves what is to stay to whoever takes it over in the same run", async () => {
  const kind = kinds.AiAgent;
  const emulator = await emulate();
  const inputs = checked(kind, leastOf.AiAgent);
  const memory = emptyMemory();
  const made = await create(
    contextFor(emulator, { memory }),
    kind,
    { ...inputs, deletionPolicy: "retain" },
    ownerOf("a"),
  );
  const context = contextFor(emulator, { memory });
  const { ledger, workspace, baseUrl } = context;
  const { run } = ledger;
  run.hold(made.id, { owners: [ownerOf("a")], mark: undefined, wants: undefined });
  leaveUntouched({ run, ledger, workspace, baseUrl }, kind, made.id, made.state);
  expect(run.holders.of(made.id)).toBeUndefined();
  expect((await create(context, kind, inputs, ownerOf("b"))).id).toBe(made.id);
  // Without a ledger, where the configuration does not say which account it is.
  leaveUntouched({ run, workspace, baseUrl }, kind, made.id, made.state);
  expect(run.holders.of(made.id)).toBeUndefined();
});

it.each(["paused", "completed"])("sends nothing but the delete where a campaign is %s", async (status) => {
  const { emulator, id, live, writes, remove } = await campaign();
  emulator.dashboard.change("Campaign", id, { status });
  emulator.clearRequests();
  await remove();
  expect(live()).toBeUndefined();
  expect(writes()).toEqual(["delete"]);
});

it.each([
  ["pause", "update"],
  ["complete", "update"],
  ["delete", "delete"],
])(
  "(%s) is done where the object is gone, and sent all the same: what a look lacks may be there",
  async (deletionPolicy, sent) => {
    const { emulator, id, writes, remove } = await campaign({ deletionPolicy }, { campaignListIds: true });
    emulator.dashboard.delete("Campaign", id);
    emulator.clearRequests();
    await remove();
    expect(new Set(writes())).toEqual(new Set([sent]));
  },
);

it.each(["pause", "complete"])(
  "(%s) is done where the object is gone, and the API fails for what is not there",
  async (deletionPolicy) => {
    const { emulator, id, writes, remove } = await campaign({ deletionPolicy });
    emulator.dashboard.delete("Campaign", id);
    emulator.addFault({ fault: "error500", match: { operation: "update" }, times: "always" });
    emulator.clearRequests();
    await expect(remove()).resolves.toBeUndefined();
    expect(writes()).toContain("update");
  },
);

it.each(["Too many requests, slow down", "The service is busy, try again later", "Rate-limited"])(
  "does not take an object for gone because of a read that is refused in the words %j",
  async (message) => {
    const shown = { campaignListIds: true, campaignReadIds: true, deleteDoes: "claimed" } as const;
    const { emulator, id, state, live } = await campaign({}, shown);
    const api = await twisted(emulator, ({ operation, envelope }) =>
      operation === "read" && live()?.["status"] === "paused"
        ? JSON.stringify({ status: "error", message, data: "" })
        : JSON.stringify(envelope),
    );
    await failureOf(deleteObject(contextFor(api), kinds.Campaign, id, state));
    expect(live()).toBeDefined();
  },
);

it("takes an object for gone that the API says is not found, whatever it is called", async () => {
  const { emulator, id, state } = await campaign(
    { name: "Try again" },
    { campaignListIds: true, campaignReadIds: true },
  );
  emulator.dashboard.delete("Campaign", id);
  const message = 'Campaign "Try again" not found';
  const api = await twisted(emulator, ({ operation, envelope }) =>
    operation === "read" ? JSON.stringify({ status: "error", message, data: "" }) : JSON.stringify(envelope),
  );
  await deleteObject(contextFor(api), kinds.Campaign, id, state);
});

describe("a campaign that is not seen for a moment, and calls", () => {
  /** All looks lack it; what is written arrives. */
  const unseen = async (declared: object) => {
    const personality = { campaignListIds: true, campaignReadIds: true, newCampaignStatus: "active" } as const;
    const emulator = await emulate({ personality });
    const inputs = checked(kinds.Campaign, { ...leastOf.Campaign, ...declared });
    const { id, state } = await create(contextFor(emulator), kinds.Campaign, inputs);
    const api = await twisted(emulator, ({ operation }) => lacking(operation));
    await deleteObject(contextFor(api), kinds.Campaign, id, state);
    return emulator.dashboard.list("Campaign");
  };

  it("is deleted", async () => {
    expect(await unseen({})).toEqual([]);
  });

  it("is paused where its deletion policy says so", async () => {
    expect(await unseen({ deletionPolicy: "pause" })).toMatchObject([{ status: "paused" }]);
  });
});

it("says what the API answered where the object is still there", async () => {
  const claimed = await campaign({}, { deleteDoes: "claimed", campaignListIds: true });
  expect((await failureOf(claimed.remove())).message).toContain("The API answered that it was deleted.");
  const agents = await emulate({ personality: { deleteDoes: "claimed" } });
  const agent = await create(contextFor(agents), kinds.AiAgent, checked(kinds.AiAgent, leastOf.AiAgent));
  const { message } = await failureOf(deleteObject(contextFor(agents), kinds.AiAgent, agent.id, agent.state));
  expect(message).toContain('deletionPolicy: "retain"');
  expect(message).not.toContain("paused");
});

describe("what the run knows afterwards", () => {
  const kind = kinds.Campaign;
  const setUp = async (declared: object) => {
    const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true } });
    const memory = emptyMemory();
    const inputs = checked(kind, { ...leastOf.Campaign, ...declared });
    const run = () => contextFor(emulator, { memory });
    const made = await create(run(), kind, inputs, ownerOf("a"));
    const context = run();
    diff(context, kind, made.id, made.state, inputs, ownerOf("a"));
    return { emulator, memory, context, inputs, ...made };
  };

  it.each(["retain", "pause"])(
    "(%s) is that nobody holds the object: another resource may take it",
    async (deletionPolicy) => {
      const { context, id, state, inputs } = await setUp({ deletionPolicy });
      await deleteObject(context, kind, id, state, ownerOf("a"));
      expect(context.ledger.run.holders.of(id)).toBeUndefined();
      expect(await create(context, kind, inputs, ownerOf("b"))).toMatchObject({ id });
    },
  );

  it("is that the object is gone, and by whom", async () => {
    const { context, memory, id, state } = await setUp({});
    await deleteObject(context, kind, id, state, ownerOf("a"));
    const key = keyOf(identify(context, kind, state).unique);
    expect(context.ledger.run.isGone(key, id)).toBe(true);
    expect(memory.notes.at(-1)).toMatchObject({ step: "gone", key, id, owner: ownerOf("a") });
  });

  it("is that a list from before the delete may be older than it", async () => {
    const emulator = await emulate();
    const { id, state } = await create(contextFor(emulator), kinds.AiAgent, checked(kinds.AiAgent, leastOf.AiAgent));
    const context = contextFor(emulator);
    const list = async () => (await context.inventory.list(kinds.AiAgent, "default", "afterWrites")).objects;
    expect(await list()).toHaveLength(1);
    await observe(context, identify(context, kinds.AiAgent, state), id, "shared", [], "readAlone");
    emulator.clearRequests();
    await deleteObject(context, kinds.AiAgent, id, state);
    expect(emulator.requests.map(({ operation }) => operation)).not.toContain("list");
    expect(await list()).toEqual([]);
  });

  it("is that the object is gone, also where it was gone before", async () => {
    const { emulator, context, id, state } = await setUp({});
    emulator.dashboard.delete("Campaign", id);
    await deleteObject(context, kind, id, state, ownerOf("a"));
    expect(context.ledger.run.isGone(keyOf(identify(context, kind, state).unique), id)).toBe(true);
    expect(context.ledger.run.holders.of(id)).toBeUndefined();
  });

  it("is nothing where the delete failed", async () => {
    const { emulator, context, memory, id, state } = await setUp({});
    emulator.addFault({ fault: "forbidden", match: { operation: "delete" }, times: "always" });
    await failureOf(deleteObject(context, kind, id, state, ownerOf("a")));
    expect(memory.notes.map(({ step }) => step)).not.toContain("gone");
    expect(context.ledger.run.holders.of(id)).toBeDefined();
  });
});

it("proves it by one read, where the API can read such objects", async () => {
  const { emulator, remove } = await campaign({}, { campaignListIds: true, campaignReadIds: true });
  await remove();
  expect(emulator.requests.map(({ operation }) => operation)).toEqual(["read", "update", "delete", "read"]);
});

it("says so where the API answered that it deleted nothing, and the object is still there", async () => {
  const kind = kinds.Campaign;
  const emulator = await emulate({ personality: { campaignListIds: true, deleteDoes: "claimed" } });
  const { id, state } = await create(contextFor(emulator), kind, checked(kind, leastOf.Campaign));
  const none = await twisted(emulator, ({ operation, envelope }) =>
    operation === "delete" ? JSON.stringify({ ...envelope, data: 0 }) : undefined,
  );
  const { message } = await failureOf(deleteObject(contextFor(none), kind, id, state));
  expect(message).toContain("The API answered that it deleted nothing.");
  expect(message).not.toContain("The API answered that it was deleted.");
});

describe("an object whose ID is not known, and whose resource is declared otherwise now", () => {
  it.each([
    ["PhoneNumber", "+442079460959", false],
    ["Campaign", "Autumn", true],
  ] as const)("is deleted where another name is another object (%s)", async (name, other, isLeft) => {
    const kind = kinds[name];
    const inputs = checked(kind, { ...leastOf[name], deletionPolicy: "delete" });
    const emulator = await emulate({ personality: { phoneNumberIds: true, campaignListIds: true } });
    const context = contextFor(emulator);
    const [key, wants] = [inputs, { ...inputs, [kind.naturalKey]: other }].map((one) =>
      keyOf(identify(context, kind, one).unique),
    );
    const begun = { key: key ?? "", owner: undefined, at: 0, before: "|", done: false };
    const state = makeState(inputs, nothingReported, { begun });
    emulator.dashboard.create(name, toWire(kind, inputs) as WireObject);
    context.ledger.run.expect(key ?? "", wants ?? "");
    await deleteObject(context, kind, placeholderId(identify(context, kind, inputs)), state);
    expect(emulator.dashboard.ids(name)).toHaveLength(isLeft ? 1 : 0);
  });
});

it.each([
  [{ run: "another" }, 'the resource "b" of this program'],
  [{ run: "held" }, 'the resource "c" of this program'],
])("says who holds what it leaves alone (%j)", async ({ run }, words) => {
  const kind = kinds.Campaign;
  const emulator = await emulate({ personality: { campaignListIds: true } });
  const memory = emptyMemory();
  const inputs = checked(kind, leastOf.Campaign);
  const { id, state } = await create(contextFor(emulator, { memory }), kind, inputs, ownerOf("a"));
  emulator.clearRequests();
  const context = contextFor(emulator, { memory });
  context.ledger.held(identify(context, kind, state), { owner: ownerOf("b"), mark: "m" }, id, true);
  if (run === "held") context.ledger.run.hold(id, { owners: [ownerOf("c")], mark: undefined, wants: "k" });
  await deleteObject(context, kind, id, state, ownerOf("a"));
  expect(context.notes).toEqual([
    `campaign "Spring renewals" in workspace "default" (ID ${id}) was left as it is: ${words} holds it now.`,
  ]);
  expect(emulator.requests).toEqual([]);
});
