/** An edit of something else never changes which tag, category, attempts and delay of a campaign stand together. */
import type { PersonalityPatch, WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { read } from "../../../provider/lifecycle/read";
import { checked, contextFor, emulate, failureOf, leastOf, type TestContext } from "../../support/context";
import { create, diff, update } from "../../support/lifecycle";
import { twisted } from "../../support/twist";

const kind = kinds.Campaign;

const groups = {
  contactsListTags: ["vip", "basic"],
  contactsListCategories: ["a", "b"],
  numberOfCallAttempts: [3, 5],
  retryDelay: [60, 600],
  retryDelayUnit: ["seconds", "seconds"],
  desiredStatus: "active",
};

const stored = {
  contacts_list_tags: ["vip", "basic"],
  contacts_list_categories: ["a", "b"],
  number_of_call_attempts: [3, 5],
  retry_delay: [60, 600],
};

const backwards = {
  contacts_list_tags: ["basic", "vip"],
  contacts_list_categories: ["b", "a"],
  number_of_call_attempts: [5, 3],
  retry_delay: [600, 60],
};

async function stage(declared: object = groups, personality: PersonalityPatch = {}) {
  const emulator = await emulate({ personality: { campaignListIds: true, ...personality } });
  const run = (): TestContext => contextFor(emulator);
  const program = (more: object = {}) => checked(kind, { ...leastOf.Campaign, ...declared, ...more });
  const { id, state } = await create(run(), kind, program());
  emulator.clearRequests();
  return {
    emulator,
    id,
    state,
    run,
    program,
    byHand: (patch: WireObject) => void emulator.dashboard.change("Campaign", id, patch),
    live: (): WireObject => emulator.dashboard.get("Campaign", id) ?? {},
    edit: (more: object, from: object = state) => update(run(), kind, id, { ...from }, program(more)),
    refresh: async () => (await read(run(), kind, id, state))?.inputs,
    writes: () => emulator.requests.filter(({ method }) => method === "POST").length,
  };
}

it("keeps the groups of a campaign that was taken in from the API when its notes are edited", async () => {
  const { emulator, run, id } = await stage();
  const context = run();
  const seen = await context.inventory.list(kind, "default", "now");
  expect(seen.objects).toHaveLength(1);
  const imported = checked(kind, { ...leastOf.Campaign, ...groups });
  const state = (await read(context, kind, id, imported))?.state ?? {};
  expect(diff(context, kind, id, state, imported).changes).toBe(false);
  await update(run(), kind, id, state, { ...imported, notes: "New." });
  expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ ...stored, notes: "New.", status: "active" });
});

it("sends a program's own order, and each of two equal tags", async () => {
  const twins = await stage({ ...groups, contactsListTags: ["vip", "vip"] });
  expect(twins.live()).toMatchObject({ ...stored, contacts_list_tags: ["vip", "vip"] });
  await twins.edit({ contactsListTags: ["vip", "vip"], notes: "New." });
  expect(twins.live()).toMatchObject({ ...stored, contacts_list_tags: ["vip", "vip"], notes: "New." });
});

it("shows tags that somebody swapped, and does not write over them unseen", async () => {
  const { byHand, edit, refresh, writes, live } = await stage();
  byHand({ contacts_list_tags: ["basic", "vip"] });
  const { message } = await failureOf(edit({ notes: "New." }));
  expect(message).toMatch(/contactsListTags +\["vip", ?"basic"\] +\["basic", ?"vip"\]/);
  expect(writes()).toBe(0);
  expect(live()).toMatchObject({ ...stored, contacts_list_tags: ["basic", "vip"], notes: "" });
  expect(await refresh()).toMatchObject({ contactsListTags: ["basic", "vip"], contactsListCategories: ["a", "b"] });
});

it("finds no drift where all of the lists are in another order, and writes the program's", async () => {
  const { byHand, edit, refresh, program, live } = await stage();
  byHand(backwards);
  expect(await refresh()).toEqual(program());
  await edit({ notes: "New." });
  expect(live()).toMatchObject({ ...stored, notes: "New." });
});

it("does not pair tags anew with attempts that the program leaves out", async () => {
  const { byHand, edit, state, run, id, program, live, writes } = await stage({
    contactsListTags: ["vip", "basic"],
    desiredStatus: "active",
  });
  byHand({ number_of_call_attempts: [3, 5], retry_delay: [60, 600] });
  await edit({ notes: "New." });
  expect(live()).toMatchObject({ contacts_list_tags: ["vip", "basic"], number_of_call_attempts: [3, 5] });
  const seen = (await read(run(), kind, id, { ...state, notes: "New." }))?.state ?? {};
  const reordered = program({ notes: "New.", contactsListTags: ["basic", "vip"] });
  expect(diff(run(), kind, id, seen, reordered).changes).toBe(true);
  byHand({ contacts_list_tags: ["basic", "vip"] });
  const before = writes();
  await failureOf(edit({ notes: "Newer." }, seen));
  expect(writes()).toBe(before);
});

it("leaves tags of one group alone, in whatever order the API lists them", async () => {
  const one = { contactsListTags: ["vip", "basic"], contactsListCategories: ["a"], numberOfCallAttempts: [3] };
  const { edit, refresh, program, live } = await stage(one, { arrayOrder: "reordered" });
  expect(await refresh()).toEqual(program());
  await edit({ notes: "New." });
  expect(live()).toMatchObject({ contacts_list_tags: ["vip", "basic"], notes: "New." });
});

it("pauses a campaign whose tags the API has stored in an order of its own", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true } });
  const api = await twisted(
    emulator,
    () => undefined,
    (body) => {
      const sent = JSON.parse(body) as WireObject;
      const tags = sent["contacts_list_tags"];
      return JSON.stringify(Array.isArray(tags) ? { ...sent, contacts_list_tags: [...tags].sort() } : sent);
    },
  );
  const made = create(contextFor(api), kind, checked(kind, { ...leastOf.Campaign, ...groups }));
  const { message } = await failureOf(made);
  expect(message).toMatch(/contactsListTags +\["vip", ?"basic"\] +\["basic", ?"vip"\]/);
  expect(emulator.dashboard.list("Campaign")[0]).toMatchObject({ status: "paused" });
});

it("does not take over a campaign whose tags are swapped", async () => {
  const { byHand, run, program } = await stage({ ...groups, desiredStatus: "paused" });
  byHand({ contacts_list_tags: ["basic", "vip"] });
  const { message } = await failureOf(create(run(), kind, program()));
  expect(message).toContain("differs from this program; nothing was changed");
  byHand(backwards);
  const taken = await create(run(), kind, program());
  expect(taken.state).toMatchObject({ contactsListTags: ["vip", "basic"], numberOfCallAttempts: [3, 5] });
});
