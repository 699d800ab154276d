/** One live object that no program manages: by its ID or its name, or an error that says why there is not just one. */
import type { Listing } from "../../../provider/api/inventory";
import type { Live } from "../../../provider/api/object";
import { kinds } from "../../../provider/kinds";
import type { Kind } from "../../../provider/kinds/kind";
import { lookUp } from "../../../provider/lifecycle/lookUp";
import { lookupArgs, type LookupArgs } from "../../../provider/lifecycle/lookupArgs";
import { contextFor, emulate, failureOf } from "../../support/context";

const [one, two] = ["11111111-1111-4111-8111-111111111111", "AAAAAAAA-2222-4222-8222-222222222222"];
const spring: Live = { id: one, fields: { name: "Spring", notes: "n" } };
const autumn: Live = { id: two, fields: { name: "Autumn" } };

/** What is listed, in which workspaces it was asked for, and how often an object was read alone. */
async function place(objects: readonly Live[], more: Partial<Listing> = {}) {
  const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true } });
  const asked: string[] = [];
  const list = (workspace: string): Promise<Listing> => {
    asked.push(workspace);
    return Promise.resolve({ objects, ...more } as Listing);
  };
  const { client } = contextFor(emulator);
  const find = (args: LookupArgs, kind: Kind = kinds.Campaign) =>
    lookUp({ client, list, workspace: "default" }, kind, args);
  const fails = async (args: LookupArgs, kind?: Kind) => (await failureOf(find(args, kind))).message;
  return { emulator, asked, find, fails };
}

describe("by its ID", () => {
  it("is read alone where the API can, and else is listed, in whatever case the ID is written", async () => {
    const { emulator, asked, find } = await place([spring, autumn]);
    const { id } = emulator.dashboard.create("Campaign", { name: "Live", notes: "read" });
    expect(await find({ id })).toMatchObject({ id, name: "Live", notes: "read" });
    expect(asked).toEqual([]);
    expect(await find({ id: two.toLowerCase() })).toEqual({ id: two.toLowerCase(), name: "Autumn" });
    expect(await find({ id: one, workspace: "north" })).toEqual({ id: one, name: "Spring", notes: "n" });
    expect(asked).toEqual(["default", "north"]);
    // Webhooks are known from lists alone.
    emulator.clearRequests();
    expect(await find({ id: one }, kinds.Webhook)).toMatchObject({ id: one });
    expect(emulator.requests).toEqual([]);
  });

  it("is not there, or that cannot be told from a list that may not be whole", async () => {
    const whole = await place([{ id: undefined, fields: { name: "Spring" } }]);
    expect(await whole.fails({ id: one })).toBe(`There is no campaign with the ID ${one} in workspace "default".`);
    expect(await whole.fails({ id: one }, kinds.PhoneNumber)).toBe(`There is no phone number with the ID ${one}.`);
    const cut = await place([], { notWhole: "a page is missing" });
    expect(await cut.fails({ id: one, workspace: "north" })).toBe(
      `Whether there is a campaign with the ID ${one} in workspace "north" cannot be told: the list of campaigns may not be whole (a page is missing).`,
    );
    await expect((await place([spring], { notWhole: "x" })).find({ id: one })).resolves.toMatchObject({ id: one });
  });
});

describe("by its name", () => {
  it("is the one of that name: to the letter, else in another spelling", async () => {
    const respelled: Live = { id: two, fields: { name: " Spring  " } };
    expect(await (await place([autumn, spring])).find({ key: "Spring" })).toEqual({
      id: one,
      name: "Spring",
      notes: "n",
    });
    expect(await (await place([respelled, spring])).find({ key: "Spring" })).toMatchObject({ id: one });
    expect(await (await place([respelled])).find({ key: "Spring" })).toMatchObject({ id: two });
  });

  it("of a number is whatever way of writing it", async () => {
    const number: Live = { id: one, fields: { phoneNumber: "+15555550101" } };
    expect(await (await place([number])).find({ key: "+1 (555) 555-0101" }, kinds.PhoneNumber)).toMatchObject({
      id: one,
    });
  });

  it("is none, and near ones are named", async () => {
    const { fails, asked } = await place([spring, autumn, { id: one, fields: {} }]);
    expect(await fails({ key: "Sprin", workspace: "north" })).toBe(
      'There is no campaign "Sprin" in workspace "north". Near it are: "Spring".',
    );
    expect(asked).toEqual(["north"]);
    expect(await fails({ key: "Qwertzuiop" })).toBe('There is no campaign "Qwertzuiop" in workspace "default".');
    expect(await (await place([])).fails({ key: "Spring" })).toBe(
      'There is no campaign "Spring" in workspace "default". There are none at all.',
    );
    const numbers = await place([{ id: one, fields: { phoneNumber: "+15555550101" } }]);
    expect(await numbers.fails({ key: "+15555550199" }, kinds.PhoneNumber)).toMatch(
      /^There is no phone number "\+15555550199"\./,
    );
  });

  it("are several, or one without an ID", async () => {
    expect(await (await place([spring, { ...spring, id: two }])).fails({ key: "Spring" })).toBe(
      `There are 2 campaigns "Spring" in workspace "default": ${one}, ${two}. Look it up by its ID instead.`,
    );
    expect(await (await place([{ ...spring, id: undefined }])).fails({ key: "Spring" })).toBe(
      'The API lists the campaign "Spring" in workspace "default" without its ID. Write the ID from the dashboard into the program instead.',
    );
  });

  it("is not believed from a list that may not be whole, whether it has one or none", async () => {
    for (const objects of [[spring], []])
      expect(await (await place(objects, { notWhole: "a page is missing" })).fails({ key: "Spring" })).toMatch(
        /^Whether there is one campaign "Spring" in workspace "default", and no more, cannot be told.*\(a page is missing\)\. Write the ID/,
      );
  });
});

it.each([
  ["one object, as the API documents it", { first: "Ada" }, [{ first: "Ada" }]],
  ["one object of nothing", {}, []],
  ["one entry a place", { 0: { first: "Ada" }, 1: { last: "L." } }, [{ first: "Ada" }, { last: "L." }]],
  ["a text", "first", undefined],
])("gives an agent's variables as the list that they are declared as: %s", async (_title, live, list) => {
  const fields = { name: "Ada", agentDynamicVariables: live, voiceSpeed: null };
  const { find } = await place([{ id: one, fields }]);
  expect(await find({ key: "Ada" }, kinds.AiAgent)).toEqual({ id: one, name: "Ada", agentDynamicVariables: list });
});

it("needs either, and says which names there are", async () => {
  const { fails } = await place([]);
  expect(await fails({})).toBe("getCampaign needs { id } or { name }.");
  expect(await fails({}, kinds.PhoneNumber)).toBe("getPhoneNumber needs { phoneNumber }.");
});

describe("arguments", () => {
  const refusal = (args: unknown, kind: Kind = kinds.AiAgent): string => {
    try {
      return JSON.stringify(lookupArgs(kind, args));
    } catch (error) {
      return (error as Error).message;
    }
  };

  it.each<[string, unknown, string, Kind?]>([
    [
      "a mistyped name",
      { name: "R", workspce: "south" },
      'workspce is not a known argument; did you mean "workspace"?',
    ],
    ["another field", { name: "R", prompt: "p" }, "prompt is not a known argument; known are id, name, workspace"],
    [
      "an ID of what is known by its number",
      { id: one },
      "id is not a known argument; known are phoneNumber",
      kinds.PhoneNumber,
    ],
    ["a workspace that is a number", { name: "R", workspace: 5 }, "workspace: 5 must be a text"],
    ["a workspace with blanks", { name: "R", workspace: "the south" }, 'workspace: "the south" is not a valid slug'],
    ["a name that is a list", { name: ["R"] }, 'name: ["R"] must be a text'],
    ["a blank name", { name: "" }, "name: must not be empty"],
    ["an ID that is a number", { id: 7 }, "id: 7 must be a text"],
    ["a blank ID", { id: " " }, "id: must not be empty"],
    [
      "a name made of an output",
      { name: "{0x3d018ccb7e30}" },
      'name: holds "{0x3d018ccb7e30}" in the place of a value that was not there yet; use pulumi.Sprintf(…) or ApplyT',
    ],
    [
      "several",
      { nme: "R", workspace: 5 },
      'nme is not a known argument; did you mean "name"?; and workspace: 5 must be a text',
    ],
  ])("%s is refused", (_title, args, problem, kind = kinds.AiAgent) => {
    expect(refusal(args, kind)).toBe(`get${kind.name} cannot take its arguments: ${problem}.`);
  });

  it("that hold nothing are none", () => {
    expect(lookupArgs(kinds.AiAgent, { id: null, name: "R", workspace: undefined })).toEqual({ key: "R" });
    expect(lookupArgs(kinds.AiAgent, undefined)).toEqual({});
  });

  it("beside an ID are what its object must be, as far as that is shown", async () => {
    const live: Live = { id: one, fields: { name: "Ada", workspace: "south" } };
    const { find, fails } = await place([live, { id: two, fields: { workspace: two } }]);
    const agent = (args: LookupArgs) => find(args, kinds.Webhook);
    expect(await agent({ id: one, key: " Ada", workspace: "south" })).toMatchObject({ id: one });
    expect(await agent({ id: two, key: "Bob", workspace: "north" })).toMatchObject({ id: two });
    expect(await fails({ id: one, key: "Bob" }, kinds.Webhook)).toBe(
      `The webhook with the ID ${one} is not what is named beside the ID: it is "Ada".`,
    );
    expect(await fails({ id: one, workspace: "north" }, kinds.Webhook)).toBe(
      `The webhook with the ID ${one} is not what is named beside the ID: it is in workspace "south".`,
    );
  });
});
