/** Learning again: what was not looked at this time stays, with the day on which it was seen. */
import { mergedOver } from "../../../provider/contract/merge";
import type { Contract, KindFacts, RouteFact } from "../../../provider/contract/types";

const [then, today] = ["2026-12-01", "2027-01-15"];

const contract = (day: string, of: Partial<Contract>): Contract => ({
  version: 1,
  day,
  writesTried: false,
  routes: {},
  kinds: {},
  ...of,
});

const campaign = (day: string, facts: KindFacts): Contract => contract(day, { kinds: { Campaign: facts } });

const merged = (before: KindFacts, now: KindFacts): KindFacts | undefined =>
  mergedOver(campaign(then, before), campaign(today, now)).kinds.Campaign;

test("what only writes tell survives a look by reads", () => {
  const create = { day: then, data: "text" } as const;
  const list = { day: today, fields: ["name"], nullOnly: [] };
  expect(merged({ create, hidden: ["ai_agent_id"] }, { list })).toEqual({ create, hidden: ["ai_agent_id"], list });
});

test("what was seen again has the new day, and what it is now", () => {
  const lag = { create: { lists: 2, ms: 600 } };
  expect(merged({ lag: { day: then, ...lag } }, { lag: { day: today, create: { lists: 0, ms: 0 } } })).toEqual({
    lag: { day: today, create: { lists: 0, ms: 0 } },
  });
});

test("a section of which only a part was seen again keeps its day", () => {
  const before = { day: then, times: "zoned", emptyTexts: "null" } as const;
  expect(merged({ spelling: before }, { spelling: { day: today, times: "zoneless" } })).toEqual({
    spelling: { day: then, times: "zoneless", emptyTexts: "null" },
  });
});

test("where an ID stands is unlearned only where it was looked for", () => {
  const list = { day: today, fields: ["name"], nullOnly: [] };
  expect(merged({ idIn: ["create", "list"] }, { idIn: [], list })).toMatchObject({ idIn: ["create"] });
});

test("a route is replaced as a whole, and others stay", () => {
  const fact = (day: string, route: string): RouteFact => ({ day, mark: "observed", route });
  const before = contract(then, {
    writesTried: true,
    routes: { "campaign.update": fact(then, "PUT /campaigns/{id}"), "campaign.list": fact(then, "GET /old") },
  });
  const now = contract(today, { routes: { "campaign.list": fact(today, "GET /new") } });
  expect(mergedOver(before, now)).toMatchObject({
    day: today,
    writesTried: true,
    routes: { "campaign.update": fact(then, "PUT /campaigns/{id}"), "campaign.list": fact(today, "GET /new") },
  });
});
