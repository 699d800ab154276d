/** An object that exists is managed from now on: how it is named, and what of it is whose. */
import { kinds } from "../../../provider/kinds";
import type { Properties } from "../../../provider/kinds/normalForm";
import { changedFields } from "../../../provider/lifecycle/diff";
import { importObject } from "../../../provider/lifecycle/import";
import { declaredIn, managedBy } from "../../../provider/lifecycle/state";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";
import { update } from "../../support/lifecycle";
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

it.each(["its ID", "its name", "its name in another spelling"])("finds it in a workspace by %s", async (by) => {
  const text = { "its ID": id, "its name": "Spring renewals" }[by] ?? " Spring  renewals";
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

it("does not choose between several of a name", async () => {
  emulator.dashboard.create("Campaign", live);
  expect((await failureOf(imported("north/Spring renewals"))).message).toContain("There are 2 objects");
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

describe("what a program then declares", () => {
  const declared: Properties = {
    ...leastOf.Campaign,
    ...{ allowAllContacts: undefined, contactsListTags: ["vip"], notes: "by hand", workspace: "north" },
  };
  const changed = async (program: Properties): Promise<string[]> => {
    const inputs = checked(kind, program);
    const { state } = await imported(`north/${id}`);
    return changedFields(kind, declaredIn(kind, managedBy(state, inputs)), inputs).filter(
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
    const after = await update(contextFor(emulator), kind, id, managedBy(state, inputs), inputs);
    expect(emulator.dashboard.list("Campaign")[0]).toMatchObject({ ...live, notes: "by program" });
    expect(after).toMatchObject({ contactsListTags: ["vip"], callTimeOfDayFrom: "09:00:00" });
  });
});
