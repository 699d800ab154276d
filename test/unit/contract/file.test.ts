/** The file of a learned contract: what is read, what is refused with which words, and that its text is always the same. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wordedForCommand } from "../../../provider/cli/hints";
import { parseContract, readContract } from "../../../provider/contract/file";
import { textOf } from "../../../provider/contract/text";
import type { Contract } from "../../../provider/contract/types";

const day = "2026-12-01";
const least = { version: 1, day, writesTried: false, routes: {}, kinds: {} } as const satisfies Contract;

const problems = (value: unknown): readonly string[] =>
  (parseContract(JSON.stringify(value)).problems ?? []).map(wordedForCommand);

describe("what is read", () => {
  test("the least there can be", () => {
    expect(parseContract(JSON.stringify(least)).contract).toEqual(least);
  });

  test("a file, by a path from the folder of the process or from the root", () => {
    const file = join(mkdtempSync(join(tmpdir(), "contract-")), "callab.contract.json");
    writeFileSync(file, textOf(least));
    expect(readContract(file).contract).toMatchObject(least);
  });
});

describe("what is refused, and in which words", () => {
  test("a file that is not there is named in full, with what writes one", () => {
    const { problems: told = [] } = readContract("no-such.contract.json");
    expect(told.map(wordedForCommand)).toEqual([
      expect.stringMatching(
        /^\/.*\/no-such\.contract\.json cannot be read \(ENOENT\)\. `callab doctor --learn` writes it\.$/,
      ),
    ]);
  });

  test("what is no JSON", () => {
    expect((parseContract("routes:").problems ?? []).map(wordedForCommand)).toEqual([
      "it is no JSON. Let `callab doctor --learn` write it again.",
    ]);
  });

  test("a form of a newer release", () => {
    expect(problems({ ...least, version: 2 })).toEqual([
      "it has the version 2, and this release reads 1: use a newer release.",
    ]);
  });

  test.each([
    [{ ...least, kinds: { Campain: {} } }, 'kinds: "Campain" is not known; did you mean "Campaign"?'],
    [{ ...least, routs: {} }, '"routs" is not known; did you mean "routes"?'],
    [
      { ...least, routes: { "campaign.udpate": {} } },
      'routes: "campaign.udpate" is not known; did you mean "campaign.update"?',
    ],
    [
      { ...least, kinds: { Campaign: { lag: { day, creat: {} } } } },
      'kinds.Campaign.lag: "creat" is not known; did you mean "create"?',
    ],
    [
      { ...least, kinds: { Webhook: { spelling: { day, sunday: 1 } } } },
      "kinds.Webhook.spelling.sunday: must be 0 or 7.",
    ],
    [{ ...least, day: "yesterday" }, "day: it is not what must stand there. A day in UTC."],
    [
      { ...least, kinds: { AiAgent: { idIn: ["everywhere"] } } },
      'kinds.AiAgent.idIn.0: must be "create" or "list" or "read".',
    ],
  ])("%j", (value, words) => {
    expect(problems(value)).toEqual([typeof words === "string" ? words : expect.stringMatching(words)]);
  });

  test("a route that is none, a field that is none: nothing but the API's own names can stand there", () => {
    const fact = { day, mark: "observed" };
    const of = (route: string): Contract => ({ ...least, routes: { "campaign.read": { ...fact, route } as never } });
    expect(problems(of("GET /campaigns/{id}"))).toEqual([]);
    expect(problems(of("GET https://elsewhere.example/{id}"))).toHaveLength(1);
    const listed = (name: string): unknown => ({
      ...least,
      kinds: { Campaign: { list: { day, fields: [name], nullOnly: [] } } },
    });
    expect(problems(listed("call_progress"))).toEqual([]);
    expect(problems(listed("Ada Lovelace"))).toHaveLength(1);
  });

  test("all that is wrong is told at once", () => {
    expect(problems({ ...least, version: "1", writesTried: 3 })).toHaveLength(2);
  });

  test("a line break in a key writes no line of its own", () => {
    const [told = ""] = problems({ ...least, "a\nb": 1 });
    expect(told).not.toContain("\n");
  });
});

describe("the text", () => {
  const facts = (fields: readonly string[]): Contract => ({
    ...least,
    kinds: { AiAgent: { list: { day, fields, nullOnly: [] } }, Campaign: { list: { nullOnly: [], fields, day } } },
    routes: { "campaign.list": { mark: "observed", route: "GET /campaigns/by-workspace/{workspace}", day } },
  });

  test("is the same for the same facts, in whatever order they were found", () => {
    const [one, other] = [facts(["name", "time_zone", "zz"]), facts(["zz", "time_zone", "name"])];
    expect(textOf(other)).toBe(textOf(one));
    expect(Object.keys(JSON.parse(textOf(one)) as object)).toEqual([
      "$schema",
      "version",
      "day",
      "writesTried",
      "routes",
      "kinds",
    ]);
  });

  test("has fields in the order of schema.json, others behind them, and a line for each", () => {
    expect(textOf(facts(["zz", "time_zone", "name", "aa"])).replace(/\s+/g, " ")).toContain(
      '"fields": [ "name", "time_zone", "aa", "zz" ]',
    );
  });

  test("is read back as what it was", () => {
    const contract = facts(["name"]);
    expect(parseContract(textOf(contract)).contract).toEqual({ ...contract, $schema: expect.any(String) as string });
  });
});
