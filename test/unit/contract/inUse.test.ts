/** A learned contract in use: every kind lives through every personality with it, with fewer requests; and where it lies. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { personalities, type Emulator, type PersonalitySpec } from "../../../emulator";
import { shownOf } from "../../../provider/contract/shown";
import { textOf } from "../../../provider/contract/text";
import type { Contract } from "../../../provider/contract/types";
import { kinds } from "../../../provider/kinds";
import { listedKinds } from "../../../provider/kinds/schema";
import { defaultPatience, patienceFor } from "../../../provider/lifecycle/context";
import { read } from "../../../provider/lifecycle/read";
import {
  checked,
  configurationFor,
  contextFor,
  emulate,
  failureOf,
  leastOf,
  type TestContext,
} from "../../support/context";
import { kindLife } from "../../support/kindLife";
import { create, deleteObject, update } from "../../support/lifecycle";
import { emptyMemory } from "../../support/memoryStore";
import { fill } from "../learn/account";
import { learnByWrites } from "../learn/learner";

jest.setTimeout(60_000);

const day = "2026-12-01";
const least: Contract = { version: 1, day, writesTried: true, routes: {}, kinds: {} };

function fileOf(contract: Contract): string {
  const file = join(mkdtempSync(join(tmpdir(), "contract-")), "callab.contract.json");
  writeFileSync(file, textOf(contract));
  return file;
}

async function learnedFrom(personality: PersonalitySpec): Promise<string> {
  const account = await emulate({ personality });
  fill(account);
  return fileOf((await learnByWrites(account)).contract);
}

const withContract = (emulator: Emulator, contract: string): TestContext =>
  contextFor(emulator, { configuration: { contract } });

const names = personalities.map(({ name }) => name).filter((name) => name !== "minimal");
const requests: Record<string, readonly [without: number, with_: number]> = {};

test.each(names)("every kind lives through the personality %s, and no request is added", async (personality) => {
  const contract = await learnedFrom(personality);
  const [plain, knowing] = [await emulate({ personality }), await emulate({ personality })];
  const told: TestContext[] = [];
  for (const name of listedKinds) {
    await kindLife(name, plain, () => contextFor(plain));
    await kindLife(name, knowing, () => {
      const context = withContract(knowing, contract);
      told.push(context);
      return context;
    });
  }
  requests[personality] = [plain.requests.length, knowing.requests.length];
  expect(knowing.requests.length).toBeLessThanOrEqual(plain.requests.length);
  // What is true is never doubted.
  expect(told.flatMap(({ notes }) => notes).filter((note) => note.includes("callab:contract"))).toEqual([]);
});

test("over all personalities there are fewer requests than without", () => {
  const [without, with_] = [0, 1].map((side) =>
    Object.values(requests).reduce((all, pair) => all + (pair[side] ?? 0), 0),
  );
  expect(Object.keys(requests)).toHaveLength(names.length);
  expect(with_).toBeLessThan(without ?? 0);
});

describe("a contract that is no longer true", () => {
  const campaign = checked(kinds.Campaign, { ...leastOf.Campaign, desiredStatus: "paused" });
  const fact = { day, mark: "observed" } as const;

  test("a route that has moved again: the run finds the other, and says what to do", async () => {
    const contract = fileOf({ ...least, routes: { "campaign.update": { ...fact, route: "PUT /campaigns/{id}" } } });
    const emulator = await emulate();
    const context = withContract(emulator, contract);
    const { id, state } = await create(context, kinds.Campaign, campaign);
    await update(context, kinds.Campaign, id, state, checked(kinds.Campaign, { ...campaign, notes: "New." }));
    expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ notes: "New.", status: "paused" });
    expect(context.notes.filter((note) => note.includes("callab:contract"))).toEqual([
      "The contract (callab:contract, 2026-12-01) says that PUT /campaigns/{id} is there, and it was refused (HTTP 404): run `callab doctor --learn` again.",
    ]);
  });

  test("a route that is said not to be there is tried all the same", async () => {
    const absent = ["POST /campaigns/delete/{id}"];
    const contract = fileOf({ ...least, routes: { "campaign.delete": { ...fact, route: null, absent } } });
    const emulator = await emulate();
    const { id, state } = await create(withContract(emulator, contract), kinds.Campaign, campaign);
    await deleteObject(withContract(emulator, contract), kinds.Campaign, id, state);
    expect(emulator.dashboard.ids("Campaign")).toEqual([]);
  });

  test("where nothing is left to try, the message has the day", async () => {
    const contract = fileOf({ ...least, routes: { "campaign.delete": { ...fact, route: "DELETE /campaigns/{id}" } } });
    const emulator = await emulate({ personality: { absentRoutes: ["campaign.delete"] } });
    const { id, state } = await create(withContract(emulator, contract), kinds.Campaign, campaign);
    const failure = await failureOf(deleteObject(withContract(emulator, contract), kinds.Campaign, id, state));
    expect(failure.message).toContain(
      "DELETE /campaigns/{id} is said to be there by callab:contract, as of 2026-12-01; run `callab doctor --learn` again",
    );
  });

  test("a field that is said to be hidden, and is shown", async () => {
    const seen = { day, fields: ["name", "notes"], nullOnly: [] };
    const facts = { list: seen, read: seen, hidden: ["ai_agent_id"], idIn: ["list" as const] };
    const contract = fileOf({ ...least, kinds: { Campaign: facts } });
    const emulator = await emulate({ personality: "open" });
    const context = withContract(emulator, contract);
    const { id, state } = await create(context, kinds.Campaign, campaign);
    emulator.dashboard.change("Campaign", id, { ai_agent_id: "6f1d7c52-0a55-4c8e-9f0e-6a1c2b3d4e5f" });
    const drifted = await read(withContract(emulator, contract), kinds.Campaign, id, state);
    // What is shown goes before what the file says.
    expect(drifted?.inputs).toMatchObject({ aiAgentId: "6f1d7c52-0a55-4c8e-9f0e-6a1c2b3d4e5f" });
    expect(context.notes.join()).toContain("does not show ai_agent_id of campaigns, and it is shown by the");
  });

  test("one that says the contrary of everything makes no double, and sets nothing calling unseen", async () => {
    const seen = { day, fields: ["name"], nullOnly: [] };
    const all = {
      list: seen,
      read: seen,
      hidden: ["call_time_of_day_to", "started_at", "contacts_list_tags"],
      idIn: [],
      lag: { day, create: { lists: 0, ms: 0 } },
      create: { day, data: "text", sameName: "refused", status: "paused" },
      pages: { day, unasked: null, asked: "ignored" },
    } as const;
    const contract = fileOf({ ...least, kinds: { Campaign: all } });
    const emulator = await emulate({
      personality: { droppedFields: ["call_time_of_day_to"], listLagRequests: 2, campaignListIds: true },
    });
    const inputs = checked(kinds.Campaign, {
      ...leastOf.Campaign,
      callTimeOfDayFrom: "09:00",
      callTimeOfDayTo: "17:00",
      desiredStatus: "active",
    });
    const memory = emptyMemory();
    const nextProcess = (): TestContext => contextFor(emulator, { configuration: { contract }, memory });
    const failure = await failureOf(create(nextProcess(), kinds.Campaign, inputs));
    expect(failure.message).toContain("stored otherwise than it was declared");
    expect(emulator.dashboard.list("Campaign")).toMatchObject([{ status: "paused" }]);
    await failureOf(create(nextProcess(), kinds.Campaign, inputs));
    expect(emulator.dashboard.list("Campaign")).toMatchObject([{ status: "paused" }]);
    expect(emulator.dashboard.doublesEverMade()).toEqual([]);
  });
});

describe("patience", () => {
  const of = (lists: number, ms: number) =>
    patienceFor({
      timeoutSeconds: 30,
      contract: { ...least, kinds: { Campaign: { lag: { day, create: { lists, ms } } } } },
    });
  const sum = (pauses: readonly number[]): number => pauses.reduce((all, each) => all + each, 0);

  test("is never shortened by a contract", () => {
    expect(of(0, 0)).toEqual(defaultPatience);
    expect(patienceFor({ timeoutSeconds: 30, contract: least })).toEqual(defaultPatience);
  });

  test("is longer than a list was seen to lag, up to a bound", () => {
    expect(sum(of(4, 30_000).pauses)).toBeGreaterThanOrEqual(60_000);
    expect(of(12, 0).pauses.length).toBeGreaterThan(12);
    expect(of(1_000, 1_000_000_000).pauses.length).toBe(90);
  });
});

test("a contract says what is hidden: as for an export", async () => {
  const { contract } = configurationFor(
    { url: "https://example.com/v1", token: "t" },
    { contract: await learnedFrom("documented") },
  );
  const campaign = shownOf(contract, "Campaign");
  expect(campaign).toMatchObject({ listsIds: false });
  expect(campaign?.hidden).toEqual(expect.arrayContaining(["aiAgentId", "webhookId", "outboundPhoneNumberId"]));
  expect(campaign?.shown).toEqual(expect.arrayContaining(["notes", "daysOfWeek", "startedAt"]));
  const agent = shownOf(contract, "AiAgent");
  expect(agent?.hidden).toEqual(expect.arrayContaining(["beginMessage", "voiceId", "amdTimeout"]));
  expect(shownOf(contract, "Webhook")?.hidden).toEqual([]);
  expect(shownOf(contract, "Workspace")).toBeUndefined();
  const open = configurationFor({ url: "https://example.com/v1", token: "t" }, { contract: await learnedFrom("open") });
  expect(shownOf(open.contract, "Campaign")).toMatchObject({ hidden: [], listsIds: true });
});
