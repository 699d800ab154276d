/** How many people a selection holds: counted, never shown, and never guessed. */
import { createClient } from "../../../provider/api/client";
import { readConfiguration } from "../../../provider/configuration";
import { queriesFor, reachOf, type Reach } from "../../../provider/cli/review/reach";
import { readPreview } from "../../../provider/cli/review/preview";
import { review } from "../../../provider/cli/review/review";
import { UNKNOWN } from "../../../provider/values/unknown";
import { start, type Asked } from "../emulator/client";
import { previewText, spring, urnOf, type Step } from "./previewText";

const people = [
  { tag: "vip", count: 1240 },
  { tag: "new", source: "web", count: 310 },
  { tag: "vip", workspace: "sales", count: 7 },
];

const clientOf = ({ url, token }: Asked) => {
  const given: Record<string, string> = { apiToken: token, baseUrl: url, maxRetries: "0" };
  return createClient(readConfiguration((key) => given[key]));
};

const reach = async (emulator: Asked, steps: readonly Step[], most = 10_000): Promise<Reach> =>
  reachOf(readPreview(previewText(steps)).changes, clientOf(emulator), most);

const edit = (fields: object, old: object = {}): Step => ({
  op: "update",
  old: { ...spring, ...old },
  new: { ...spring, ...old, ...fields },
});

const told = async (emulator: Asked, step: Step, most?: number): Promise<string | undefined> =>
  (await reach(emulator, [step], most)).people.get(urnOf("spring"));

it("counts before and after, page by page", async () => {
  const emulator = await start({ people });
  expect(await told(emulator, edit({ contactsListTags: ["new", "vip"] }))).toBe("vip: 1,240 → new, vip: 1,550");
  expect(await told(emulator, edit({ notes: "x" }))).toBe("vip: 1,240, before and after");
  expect(await told(emulator, { op: "create", new: spring })).toBe("vip: 1,240");
  expect(await told(emulator, edit({ contactsListTags: ["vpi"] }))).toBe("vip: 1,240 → vpi: 0");
  expect(await told(emulator, edit({ workspace: "sales" }))).toBe("vip: 1,240 → vip: 7");
});

it("stops at the limit and says that there are at least as many", async () => {
  const emulator = await start({ people });
  expect(await told(emulator, edit({ contactsListTags: ["new"] }), 500)).toBe("vip: at least 500 → new: 310");
  expect(emulator.requests.filter(({ path }) => path.includes("tags=vip"))).toHaveLength(5);
});

it("asks each selection once, however many campaigns have it", async () => {
  const emulator = await start({ people: [{ tag: "vip", count: 3 }] });
  await reach(
    emulator,
    ["a", "b", "c"].map((name): Step => ({ op: "create", name, new: { ...spring, name } })),
  );
  expect(emulator.requests.map(({ path }) => new URLSearchParams(path.split("?")[1]).get("page"))).toEqual(["0", "1"]);
});

it("asks source by source where there are several, and counts nobody twice", async () => {
  const emulator = await start({ people });
  const two = { contactsListSource: ["web", "manual"], contactsListTags: ["new", "vip"] };
  expect(await told(emulator, { op: "create", new: { ...spring, ...two } })).toBe("new, vip, from web, manual: 310");
  expect(queriesFor({ ...two, workspace: "default" })).toEqual([
    { tags: "new", source_name: "web", workspace: "default" },
    { tags: "vip", source_name: "manual", workspace: "default" },
  ]);
});

it.each<[string, object, string]>([
  ["no selection", { contactsListTags: [] }, "nobody in particular, perhaps everybody: not asked"],
  ["blanks alone", { contactsListTags: [" ", "\u00a0"] }, "nobody in particular, perhaps everybody: not asked"],
  ["a secret", { contactsListTags: "[secret]" }, "secret, not asked"],
  ["what is known later", { contactsListTags: [UNKNOWN] }, "known later"],
  ["a comma in a tag", { contactsListTags: ["a,b"] }, "not asked, since the query takes no comma in a name"],
])("never asks without a filter: %s", async (_, fields, expected) => {
  const emulator = await start({ people });
  expect(await told(emulator, { op: "create", new: { ...spring, ...fields } })).toBe(expected);
  expect(emulator.requests).toEqual([]);
});

it.each([
  ["two sources without tags", { contactsListSource: ["web", null], contactsListTags: [] }],
  ["blanks among tags", { contactsListSource: ["web", " "], contactsListTags: ["", "vip"] }],
])("every query it makes has a filter: %s", (_, fields) => {
  const asked = queriesFor({ ...spring, ...fields });
  expect(asked.length).toBeGreaterThan(0);
  for (const query of asked as Record<string, string>[])
    expect(Object.keys(query).some((name) => ["tags", "categories", "source_name"].includes(name))).toBe(true);
});

it("asks nothing for what calls nobody: inbound campaigns, deleted ones, ones that stay", async () => {
  const emulator = await start({ people });
  await reach(emulator, [
    { op: "create", name: "a", new: { ...spring, campaignType: "inbound" } },
    { op: "delete", name: "b", old: spring },
    { op: "same", name: "c", old: spring, new: spring },
  ]);
  expect(emulator.requests).toEqual([]);
});

it("a query that fails is a note, and no number", async () => {
  const emulator = await start({ people });
  emulator.addFault({ fault: "error500", match: { path: "/contacts/query" }, nth: 3, times: "always" });
  const { people: found, note } = await reach(emulator, [edit({ contactsListTags: ["new"] })]);
  expect(found.get(urnOf("spring"))).toContain("not known");
  expect(note).toMatch(/AND\) or add up \(OR\) is not documented.*Some numbers are not known: .*HTTP 500/);
});

it.each<[string, string]>([
  ["no IDs", JSON.stringify({ status: "ok", message: "", data: [{ firstname: "Ada" }] })],
  ["no list", JSON.stringify({ status: "ok", message: "", data: { total: 5 } })],
  ["the same page for ever", JSON.stringify({ status: "ok", message: "", data: [{ id: "1" }, { id: "2" }] })],
])("an answer with %s is not taken for a whole one", async (title, text) => {
  const emulator = await start({ people });
  emulator.addFault({ fault: "refusal", text, status: 500, match: { path: "/contacts/query" }, times: "always" });
  const client = clientOf(emulator);
  const answer = { ...(JSON.parse(text) as { data: unknown }), beside: {}, headers: {}, route: client.routes.all()[0] };
  const odd = { query: () => Promise.resolve(answer as never) };
  const { people: found } = await reachOf(readPreview(previewText([{ op: "create", new: spring }])).changes, odd, 100);
  expect(found.get(urnOf("spring"))).toBe(title === "the same page for ever" ? "vip: at least 2" : "vip: not known");
});

it("ends where the token is refused", async () => {
  const emulator = await start({ people });
  emulator.addFault({ fault: "forbidden", times: "always" });
  await expect(reach(emulator, [{ op: "create", new: spring }])).rejects.toThrow("does not allow this to the token");
});

it("the comment tells the numbers and what is not documented, and nothing of a person", async () => {
  const emulator = await start({ people: [{ tag: "vip", count: 3 }] });
  const steps = [edit({ contactsListTags: ["new", "vip"] })];
  const { people: found, note } = await reach(emulator, steps);
  const { comment, report, page } = review(previewText(steps), { now: new Date(0), reach: found, reachNote: note });
  expect(comment).toContain("People: vip: 3 → new, vip: 3.");
  expect(comment).toContain(
    "Whether tags, categories and sources narrow one another down (AND) or add up (OR) is not documented",
  );
  expect(report.campaigns[0]?.people).toBe("vip: 3 → new, vip: 3");
  expect(page()).toContain("People: vip: 3");
  const contacts = await emulator.items("/contacts/query");
  expect(contacts).toHaveLength(3);
  for (const { id, phone_number: number, lastname } of contacts)
    for (const part of [id, number, lastname]) expect(comment + page() + JSON.stringify(report)).not.toContain(part);
});
