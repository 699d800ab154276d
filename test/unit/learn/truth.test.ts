/**
 * What is learned is true: held against the switches of the personality that answered, which only the emulator knows. And an
 * emulator that is started from the file has those switches again.
 */
import { documented, personalities, personalityOf, type Personality, type SwitchName } from "../../../emulator";
import { personalityOfContract } from "../../../emulator/contract";
import { parseContract } from "../../../provider/contract/file";
import { textOf } from "../../../provider/contract/text";
import type { Learned } from "../../../provider/cli/doctor/learn/learn";
import { emulate } from "../../support/context";
import { everything, fill, living } from "./account";
import { learnByReads, learnByWrites } from "./learner";

jest.setTimeout(60_000);

/** The switches as they are after the way through the file: text, parser, emulator. */
const learnedIn = ({ contract }: Learned): Personality => {
  const { contract: read, problems } = parseContract(textOf(contract));
  expect(problems).toBeUndefined();
  return { ...documented, ...personalityOfContract(read) };
};

/** Switches that nothing of an account shows: what they bear on is not there, or is never tried. */
const unseen: Readonly<Record<string, readonly SwitchName[]>> = {
  // Every route is there.
  "strict-http": ["absentAnswer"],
  // Numbers are never made, and without a create of webhooks there is none to update.
  minimal: ["absentRoutes"],
};

describe("by throw-away objects", () => {
  test.each(personalities.map(({ name }) => name))("%s", async (name) => {
    const emulator = await emulate({ personality: name });
    fill(emulator);
    const before = everything(emulator);
    const learned = await learnByWrites(emulator);
    const known = Object.fromEntries((unseen[name] ?? []).map((each) => [each, personalityOf(name)[each]]));
    expect({ ...learnedIn(learned), ...known }).toEqual(personalityOf(name));
    expect(learned.problems).toEqual([]);
    // What was there is as it was; what was made is gone, or named.
    const after = everything(emulator);
    for (const [id, object] of before) expect(after.get(id)).toBe(object);
    const left = living(emulator).filter((id) => !before.has(id));
    expect(learned.leftovers).toHaveLength(left.length);
  });

  test("where routes cannot be told, no more than one object of a kind is left, and each is named", async () => {
    const emulator = await emulate({ personality: "minimal" });
    fill(emulator);
    const { leftovers, contract } = await learnByWrites(emulator);
    expect(leftovers.map(({ kind }) => kind).sort()).toEqual(["AiAgent", "Campaign"]);
    expect(leftovers[0]?.why).toContain("DELETE /campaigns/{id}: no such route");
    expect(contract.routes["campaign.delete"]).toMatchObject({ route: null });
    expect(contract.routes["campaign.update"]).toMatchObject({
      route: "POST /campaign/update/{id}",
      absent: ["POST /campaigns/update/{id}"],
    });
    expect(contract.routes["webhook.create"]).toMatchObject({ route: null, absent: ["POST /webhooks/create"] });
    // Of what was never tried, nothing is said.
    expect(contract.routes["phoneNumber.create"]).toBeUndefined();
    expect(contract.routes["workspace.create"]).toBeUndefined();
  });
});

describe("by reads alone", () => {
  test.each(personalities.map(({ name }) => name))("%s: what it says is true, and nothing is written", async (name) => {
    const emulator = await emulate({ personality: name });
    fill(emulator);
    const { contract } = await learnByReads(emulator);
    expect(emulator.requests.every(({ method }) => method === "GET")).toBe(true);
    const said = personalityOfContract(contract);
    // A null may be a field that has no value, or one that is hidden: without a value of ours that is not known. Nor is,
    // by reads, which routes of writes there are.
    const open: readonly string[] = ["campaignReferences", "droppedFields", "absentRoutes", "routes"];
    const sure = Object.fromEntries(Object.entries(said).filter(([fact]) => !open.includes(fact)));
    expect(personalityOf(name)).toMatchObject(sure);
    expect(contract.writesTried).toBe(false);
  });
});

test("habits that no preset has", async () => {
  const odd = {
    times: "zoneless",
    dates: "midnight",
    decimals: "single",
    booleans: "number",
    secrets: "partly",
    names: "nfc",
    timeOfDayOffset: "Z",
    refusalBody: "text",
    failureBy: "4xx",
    duplicateNames: "refused",
    unknownWorkspace: "refused",
    updateReplaces: true,
    agentVariables: "array",
    droppedFields: ["call_time_of_day_to", "tag_name_x"].slice(0, 1),
  } as const;
  const emulator = await emulate({ personality: odd });
  fill(emulator);
  emulator.dashboard.create("Workspace", { workspace_name: "Sales" });
  expect(learnedIn(await learnByWrites(emulator))).toMatchObject(odd);
});

test.each(["create", "update", "delete"] as const)("a list that lags behind a %s alone", async (listLagFor) => {
  const emulator = await emulate({ personality: { listLagRequests: 3, listLagFor } });
  fill(emulator);
  expect(learnedIn(await learnByWrites(emulator))).toMatchObject({ listLagRequests: 3, listLagFor });
});

test("no value of the account's is in the file: neither names, nor IDs, nor tags, nor keys of somebody's objects", async () => {
  const emulator = await emulate({ personality: "open" });
  fill(emulator);
  emulator.dashboard.create("AiAgent", { name: "Zoe", prompt: "p", agent_flow: { zanzibar: { secret_key: "42" } } });
  const text = textOf((await learnByWrites(emulator)).contract);
  const own = [
    "Ada",
    "Spring",
    "vip",
    "zanzibar",
    "secret_key",
    "+1555",
    "Paris",
    "Main line",
    "emulator-token",
    "127.0.0.1",
  ];
  for (const value of own) expect(text).not.toContain(value);
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  expect(text).not.toMatch(/callab-[a-z0-9]{12}/);
});
