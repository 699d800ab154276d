/** An object that exists is managed from now on: how it is named, and what of it is whose. */
import { kinds } from "../../../provider/kinds";
import { leftAloneNote, mayBeLeftAlone } from "../../../provider/kinds/leftAlone";
import type { Properties } from "../../../provider/kinds/normalForm";
import { changedFields } from "../../../provider/lifecycle/diff";
import type { Kind } from "../../../provider/kinds/kind";
import { markAt, timeOfMark } from "../../../provider/ledger/holders";
import type { Owner } from "../../../provider/ledger/owner";
import { identify } from "../../../provider/lifecycle/identity";
import { declaredOf, importObject } from "../../../provider/lifecycle/import";
import { declaredIn, managedBy, notesIn } from "../../../provider/lifecycle/state";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";
import { read } from "../../../provider/lifecycle/read";
import { operationsOf } from "../../../provider/runtime/operations";
import { Session } from "../../../provider/runtime/session";
import { ownerOf, update } from "../../support/lifecycle";
import { showing, twisted, without } from "../../support/twist";
import type { Emulator, WireObject } from "../../../emulator";

const kind = kinds.Campaign;
const live = {
  name: "Spring renewals",
  notes: "by hand",
  campaign_type: "outbound",
  ai_agent_id: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01",
  days_of_week: [1, 2],
  call_time_of_day_from: "09:00:00",
  call_time_of_day_to: "17:00:00",
  contacts_list_tags: ["vip"],
  time_zone: "Europe/Paris",
  workspace: "north",
} satisfies WireObject;

let emulator: Emulator;
let id: string;
beforeEach(async () => {
  emulator = await emulate({ personality: { campaignListIds: true } });
  ({ id } = emulator.dashboard.create("Campaign", live));
});

const imported = async (named: string) => {
  const found = await importObject(contextFor(emulator), kind, named);
  if (found === undefined) throw new Error(`${named} is not there`);
  return found;
};

it.each([
  ["its ID", () => id],
  ["its ID in capitals", () => id.toUpperCase()],
  ["its name", () => "Spring renewals"],
  ["its name in another spelling", () => " Spring  renewals"],
])("finds it in a workspace by %s", async (_by, named) => {
  const text = named();
  const found = await imported(`north/${text}`);
  expect(found).toMatchObject({
    id,
    inputs: {
      name: "Spring renewals",
      workspace: "north",
      daysOfWeek: ["monday", "tuesday"],
      contactsListTags: ["vip"],
    },
  });
});

it("looks in the configured workspace where none is named, and knows when there is none", async () => {
  emulator.dashboard.create("Campaign", { ...live, name: "Autumn", workspace: "default" });
  expect((await imported("Autumn")).inputs).toMatchObject({ workspace: "default" });
  await expect(importObject(contextFor(emulator), kind, "north/Summer")).resolves.toBeUndefined();
});

describe("the workspace of what is imported", () => {
  it.each(["by ID", "by name"])("is what the API shows, where the import names none (%s)", async (by) => {
    const context = contextFor(emulator, { configuration: by === "by ID" ? {} : { workspace: "north" } });
    const found = await importObject(context, kind, by === "by ID" ? id : "Spring renewals");
    expect(found?.inputs).toMatchObject({ workspace: "north", notes: "by hand", contactsListTags: ["vip"] });
    expect(found?.state).toMatchObject({ workspace: "north" });
  });

  it("is not one that the API contradicts", async () => {
    await expect(imported(`sales/${id}`)).rejects.toThrow(
      `The campaign with the ID ${id} is in workspace "north", not in "sales". Import it as north/${id}.`,
    );
  });

  it("is what is named, or configured, where the API says it in other words", async () => {
    const workspace = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a77";
    for (const shown of [workspace, "12", "The North"]) {
      emulator.dashboard.change("Campaign", id, { workspace: shown });
      expect((await imported(id)).inputs).toMatchObject({ workspace: "default" });
      expect((await imported(`north/${id}`)).inputs).toMatchObject({ workspace: "north" });
    }
    emulator.dashboard.change("Campaign", id, { workspace: "north" });
    expect((await imported(`${workspace}/${id}`)).inputs).toMatchObject({ workspace });
    expect((await imported(`North/${id}`)).inputs).toMatchObject({ workspace: "North" });
  });

  it.each(["no where", "", "north\n"])("cannot be %p", async (workspace) => {
    await expect(imported(`${workspace}/${id}`)).rejects.toThrow(/is no workspace/);
  });
});

it("does not choose between several of a name", async () => {
  emulator.dashboard.create("Campaign", live);
  expect((await failureOf(imported("north/Spring renewals"))).message).toContain("There are 2 objects");
});

describe("it fails, and says why,", () => {
  it("where the list shows the object without its ID", async () => {
    const shy = await emulate({ personality: { campaignListIds: false, phoneNumberIds: false } });
    shy.dashboard.create("Campaign", live);
    shy.dashboard.create("PhoneNumber", { phone_number: "+15555550100" });
    const failure = async (of: Kind, named: string): Promise<string> =>
      (await failureOf(importObject(contextFor(shy), of, named))).message;
    expect(await failure(kind, "north/Spring renewals")).toMatch(/without its ID\. .* import by that: north\/<ID>\.$/);
    expect(await failure(kinds.PhoneNumber, "+15555550100")).toMatch(/without its ID\. .* import by that\.$/);
  });

  it("where the list is not whole, and may lack it", async () => {
    const cut = await twisted(emulator, ({ operation, envelope }) =>
      operation === "list" ? JSON.stringify({ ...envelope, total: 9 }) : undefined,
    );
    const named = (name: string) => importObject(contextFor(cut), kind, `north/${name}`);
    expect((await failureOf(named("Summer"))).message).toContain("may not be whole");
    // What it shows may have another of its name beside it.
    expect((await failureOf(named("Spring renewals"))).message).toContain("may not be whole");
  });

  it("where the API shows no name", async () => {
    const nameless = await twisted(emulator, ({ operation, envelope: { data, ...envelope } }) =>
      JSON.stringify({ ...envelope, data: operation === "list" ? [] : { ...(data as WireObject), name: null } }),
    );
    expect((await failureOf(importObject(contextFor(nameless), kind, `north/${id}`))).message).toBe(
      `The API does not show the name of the campaign with the ID ${id}: it cannot be imported.`,
    );
  });
});

it("shows what the list of its own workspace alone shows, also where the import names none", async () => {
  const split = await showing(emulator, "Campaign", without("read", ["contacts_list_tags"]));
  for (const named of [id, `north/${id}`])
    expect((await importObject(contextFor(split), kind, named))?.inputs).toMatchObject({
      workspace: "north",
      contactsListTags: ["vip"],
    });
});

it("is an adoption by right, unless another resource of the stack has the object", async () => {
  const [mine, other] = [ownerOf("mine"), ownerOf("other")];
  const context = contextFor(emulator);
  const before = Date.now();
  const by = async (owner: Owner) => notesIn((await importObject(context, kind, `north/${id}`, owner))?.state ?? {});
  const { adoption } = await by(mine);
  expect(adoption).toMatchObject({ isForeign: false });
  expect(timeOfMark(adoption?.mark ?? "")).toBeGreaterThanOrEqual(before);
  context.ledger.held(identify(context, kind, live), { owner: other, mark: markAt(before) }, id, true);
  expect((await by(mine)).adoption).toBeUndefined();
  expect((await by(other)).adoption).toBeDefined();
});

describe("what a program declares of a live object", () => {
  const least = { ...leastOf.Campaign, timeZone: undefined };

  it("is what is shown, with the answers for what is not, in normal form and as it is written", () => {
    const shown = { ...least, aiAgentId: undefined, callTimeOfDayFrom: "09:00:00" };
    const answers = { aiAgentId: leastOf.Campaign["aiAgentId"], name: "not asked", existingId: "x" };
    const declared = declaredOf(kind, shown, { workspace: "north", answers });
    expect(declared.inputs).toMatchObject({
      name: "Spring renewals",
      workspace: "north",
      aiAgentId: answers.aiAgentId,
      callTimeOfDayFrom: "09:00:00",
    });
    expect(declared.values).not.toHaveProperty("existingId");
    expect(declared).toMatchObject({ wrong: [], remarks: [] });
    expect(declaredOf(kind, shown, { workspace: "north", existingId: id }).values).toMatchObject({ existingId: id });
  });

  it("has answers that are wrong beside it, and not among what Callab holds", () => {
    const shown = { ...least, aiAgentId: undefined };
    const { wrong, remarks } = declaredOf(kind, shown, { workspace: "north", answers: { aiAgentId: "Ada?" } });
    expect(wrong.map(({ property }) => property)).toEqual(["aiAgentId"]);
    expect(remarks).toEqual([]);
  });

  it("says what of it cannot be left out, and is not taken", () => {
    const { values, remarks } = declaredOf(kind, { ...least, campaignType: "sideways" }, { workspace: "north" });
    expect(values).toHaveProperty("campaignType");
    expect(remarks).toEqual([
      expect.stringMatching(/^Callab holds a value in campaignType that this package does not take: .*sideways/),
    ]);
  });

  it("says nothing of what it needs, and nobody knows yet", () => {
    const { remarks, wrong } = declaredOf(kind, { ...least, aiAgentId: undefined }, { workspace: "north" });
    expect([...remarks, ...wrong]).toEqual([]);
  });

  it("means everybody only where no selection is held", () => {
    const of = (more: Properties) => declaredOf(kind, { ...least, ...more }, { workspace: "north" }).values;
    expect(of({ allowAllContacts: undefined })).toMatchObject({ allowAllContacts: true });
    const some = { allowAllContacts: undefined, contactsListTags: ["vip"] };
    // Blanks select nobody, and are what Callab holds.
    const blank = { allowAllContacts: undefined, contactsListTags: [" "] };
    expect(of(blank)).toMatchObject({ ...blank, allowAllContacts: true });
    expect(of(some)).not.toHaveProperty("allowAllContacts");
    // A selection that this package does not take is left as it is: the program would say that there is none.
    expect(of({ ...some, contactsListTags: [7] })).not.toHaveProperty("contactsListTags");
  });

  it("keeps a masked secret where each is asked for", () => {
    const steps = [{ stepNumber: 1, webhookUrl: "https://example.com", webhookHeaders: { Authorization: "****" } }];
    const of = (asksForMasked: boolean) =>
      declaredOf(kinds.Webhook, { name: "CRM", steps }, { workspace: "north", asksForMasked });
    expect(of(true)).toMatchObject({ values: { steps: [expect.anything()] }, remarks: [] });
    expect(of(false).values).not.toHaveProperty("steps");
    expect(of(false).remarks).toHaveLength(1);
  });
});

it("finds a number by the number, in whatever spelling", async () => {
  const numbers = await emulate({ personality: { phoneNumberIds: true } });
  const made = numbers.dashboard.create("PhoneNumber", { phone_number: "+15555550100", nickname: "Desk" });
  const found = await importObject(contextFor(numbers), kinds.PhoneNumber, "+1 555 555 0100");
  expect(found).toMatchObject({ id: made["id"], inputs: { phoneNumber: "+15555550100", nickname: "Desk" } });
});

it("names the required fields that the API does not show", async () => {
  const shy = await emulate({ personality: { campaignListIds: true, campaignReferences: "absent" } });
  const made = shy.dashboard.create("Campaign", { ...live, workspace: "default" });
  const found = await importObject(contextFor(shy), kind, made["id"]);
  expect(found?.hidden).toEqual(["aiAgentId"]);
  expect(found?.inputs).not.toHaveProperty("aiAgentId");
});

it("leaves out what a program could not declare, and says so; a selection that is left out is no selection", async () => {
  const made = emulator.dashboard.create("Campaign", {
    ...live,
    name: "Odd",
    started_at: "soon",
    contacts_list_tags: [],
  });
  const { inputs, remarks } = await imported(`north/${made["id"]}`);
  expect(inputs).not.toHaveProperty("startedAt");
  expect(inputs).toMatchObject({ name: "Odd", allowAllContacts: true });
  expect(remarks).toEqual([
    expect.stringMatching(/^Left as it is, because this package does not take what Callab holds in startedAt: .*soon/),
  ]);
});

describe("what a program then declares", () => {
  const declared: Properties = {
    ...leastOf.Campaign,
    ...{ allowAllContacts: undefined, contactsListTags: ["vip"], notes: "by hand", workspace: "north" },
  };
  const changed = async (program: Properties): Promise<string[]> => {
    const inputs = checked(kind, program);
    const { state } = await imported(`north/${id}`);
    return changedFields(kind, declaredIn(kind, managedBy(kind, state, inputs)), inputs).filter(
      (name) => name !== "aiAgentId",
    );
  };

  it("as it is live is no change, and what it leaves out is none either", async () => {
    expect(await changed(declared)).toEqual([]);
    expect(await changed({ ...declared, callTimeOfDayFrom: "9:00" })).toEqual([]);
  });

  it("otherwise than it is live is one", async () => {
    expect(await changed({ ...declared, contactsListTags: ["gold"] })).toEqual(["contactsListTags"]);
  });

  it("is all that is written: fields that it leaves out stay as they are", async () => {
    const inputs = checked(kind, { ...declared, notes: "by program" });
    const { state } = await imported(`north/${id}`);
    const after = await update(contextFor(emulator), kind, id, managedBy(kind, state, inputs), inputs);
    expect(emulator.dashboard.list("Campaign")[0]).toMatchObject({ ...live, notes: "by program" });
    expect(after).toMatchObject({ contactsListTags: ["vip"], callTimeOfDayFrom: "09:00:00" });
  });
});

describe("the summary of an import whose program leaves fields out", () => {
  const declared: Properties = { ...leastOf.Campaign, allowAllContacts: undefined, contactsListTags: ["vip"] };
  const hours = { callTimeOfDayFrom: "10:00", callTimeOfDayTo: "12:00" };
  /** What a check gives after the inputs of the last run. */
  const after = (before: Properties | undefined, program: Properties): Record<string, unknown> =>
    operationsOf(kind, new Session(() => undefined)).check({ ...program, workspace: "north" }, before).inputs;
  const words = (properties: Properties): string => String(properties["summary"]);

  it("claims no hours in a preview, in the runs after it, and in an edit", async () => {
    const first = after((await imported(`north/${id}`)).inputs, declared);
    expect(words(first)).toContain("hours as in Callab");
    const edited = after(first, { ...declared, notes: "by program" });
    expect(words(edited)).toContain("hours as in Callab");
    expect(words(edited)).not.toContain("at any time");
  });

  it("tells the hours once they are declared, and that there are none once they are taken out, which clears them", async () => {
    const first = after((await imported(`north/${id}`)).inputs, declared);
    const second = after(first, { ...declared, ...hours });
    expect(words(second)).toContain("10:00–12:00");
    expect(words(after(second, declared))).toContain("at any time");
  });

  it("claims nothing of an object that is made anew: then it is as declared", async () => {
    await imported(`north/${id}`);
    expect(words(after(undefined, declared))).toContain("at any time");
  });

  it("tells that there are no hours where the API shows that, and claims nothing where it shows nothing of them", async () => {
    const open = { name: "At any time", call_time_of_day_from: null, call_time_of_day_to: null };
    const made = emulator.dashboard.create("Campaign", { ...live, ...open });
    expect(words(after((await imported(`north/${made["id"]}`)).inputs, declared))).toContain("at any time");
    const shown = { contactsListTags: ["vip"], timeZone: "Europe/Paris" };
    const inputs = { ...shown, ...leftAloneNote(mayBeLeftAlone(kind, shown), {}) };
    expect(words(after(inputs, declared))).toContain("hours as in Callab");
  });

  it("is the same in the state: after an update, and after a refresh", async () => {
    const found = await imported(`north/${id}`);
    const context = contextFor(emulator);
    const first = after(found.inputs, declared);
    const refreshed = await read(context, kind, id, managedBy(kind, found.state, first));
    expect(words(refreshed?.state ?? {})).toContain("hours as in Callab");
    const inputs = after(refreshed?.inputs, { ...declared, notes: "by program" });
    const state = await update(context, kind, id, managedBy(kind, refreshed?.state ?? {}, inputs), inputs);
    expect(words(state)).toContain("hours as in Callab");
    expect(words(after(inputs, declared))).toContain("hours as in Callab");
  });
});

it("is not warned of in what its program leaves alone, and the summary says so; an error stays one", async () => {
  const found = await imported(`north/${id}`);
  const program = { ...leastOf.Campaign, allowAllContacts: undefined, contactsListTags: ["vip"], workspace: "north" };
  const rulesOf = (more: Properties, before: Properties = found.inputs): string[] =>
    operationsOf(kind, new Session(() => undefined))
      .check({ ...program, ...more }, before)
      .diagnostics.map(({ rule }) => rule);
  expect(rulesOf({})).not.toContain("campaign/no-window");
  expect(rulesOf({}, {})).toContain("campaign/no-window");
  const everyDay = { daysOfWeek: [0, 1, 2, 3, 4, 5, 6] };
  expect(rulesOf(everyDay)).not.toContain("campaign/any-hour");
  expect(rulesOf(everyDay, {})).toContain("campaign/any-hour");
  expect(rulesOf({ contactsListTags: undefined })).toContain("campaign/no-selection");
  expect(rulesOf({ numberOfCallAttempts: [11] })).toContain("campaign/many-attempts");
});

it("takes no mask for a secret: the field that holds one stays as it is, and that is said", async () => {
  const masked = await emulate({ personality: { secrets: "masked", otherCreateData: "id" } });
  masked.dashboard.create("Webhook", {
    name: "CRM",
    max_retries: 3,
    steps: [
      { step_number: 1, webhook_url: "https://example.com", webhook_headers: { Authorization: "Bearer s3cret" } },
    ],
  });
  const found = await importObject(contextFor(masked), kinds.Webhook, "default/CRM");
  expect(found?.inputs).toMatchObject({ name: "CRM", maxRetries: 3 });
  expect(JSON.stringify(found?.inputs)).not.toContain("***");
  expect(found?.inputs).not.toHaveProperty("steps");
  expect(found?.remarks.join()).toContain(
    "Left as it is, because this package does not take what Callab holds in steps",
  );
});
