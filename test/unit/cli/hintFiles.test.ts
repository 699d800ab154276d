/** Answers as CSV and as a saved answer of the dashboard: what is read, what is refused and where, and what becomes of several files. */
import type { Emulator } from "../../../emulator";
import { Hints, type HintFile } from "../../../provider/cli/export/hintsFile";
import { emulatorWith, exportFrom, importFile, textOf } from "./exported";
import { idOf } from "./seed";

const id = idOf("Campaign", 0);
const csv = (text: string, file = "answers.csv"): HintFile => ({ file, text });
const json = (content: unknown, file = "saved.json"): HintFile => ({ file, text: JSON.stringify(content) });

const problemsOf = (...files: HintFile[]): string[] => {
  try {
    Hints.read(files);
  } catch (error) {
    if (error instanceof Error) return error.message.split("\n").slice(1);
  }
  throw new Error("nothing was wrong");
};

describe("a table", () => {
  test.each([
    ["commas", `kind,name,id,aiAgentId\nCampaign,"Spring, ""renewals""",${id},Renewals\n`],
    ["semicolons", `kind;name;id;aiAgentId\nCampaign;"Spring, ""renewals""";${id};Renewals\n`],
    ["tabs", `kind\tname\tid\taiAgentId\nCampaign\t"Spring, ""renewals"""\t${id}\tRenewals\n`],
    [
      "a byte order mark and CRLF",
      `\uFEFFkind,name,id,aiAgentId\r\nCampaign,"Spring, ""renewals""",${id},Renewals\r\n`,
    ],
  ])("with %s", (_, text) => {
    const hints = Hints.read([csv(text)]);
    expect(hints.id("Campaign", 'Spring, "renewals"')).toBe(id);
    expect(hints.answer("Campaign", 'Spring, "renewals"', "aiAgentId")).toEqual({ value: "Renewals" });
  });

  test("says what is no text as JSON does, null for what is left alone, and nothing by an empty cell", () => {
    const hints = Hints.read([
      csv(
        'kind;name;amdTimeout;isAmdEnabled;voiceParams;beginMessage;voiceId\nagent;*;7;true;"{""pitch"": 1}";null;\n',
      ),
    ]);
    const answer = (field: string): unknown => hints.answer("AiAgent", "Renewals", field);
    expect(answer("amdTimeout")).toEqual({ value: 7 });
    expect(answer("isAmdEnabled")).toEqual({ value: true });
    expect(answer("voiceParams")).toEqual({ value: { pitch: 1 } });
    expect(answer("beginMessage")).toEqual({ value: null });
    expect(answer("voiceId")).toBeUndefined();
  });

  test("what is wrong is told all at once, each with its line, also below a text of two lines", () => {
    const text = [
      "kind,name,id,beginMessage,aiAgent,amdTimeout",
      'AiAgent,Renewals,,"Hello,\nthis is the desk",,',
      "Campain,Spring,,,,",
      "Campaign,Spring,12,,x,",
      "AiAgent,,,,,3",
      "AiAgent,Welcome,,,,soon",
      "AiAgent,Welcome,,,,,,",
    ].join("\n");
    expect(problemsOf(csv(text))).toEqual([
      expect.stringContaining('answers.csv:4: There is no kind "Campain"; did you mean campaign?'),
      expect.stringContaining("answers.csv:6: The name is empty"),
      expect.stringContaining("answers.csv:7: amdTimeout: soon is not to be read"),
      expect.stringContaining("answers.csv:8: 8 cells, but 6 columns"),
      expect.stringContaining('answers.csv:5: Campaign "Spring": id "12" is no ID'),
      expect.stringContaining('answers.csv:5: Campaign "Spring": "aiAgent" is no field; did you mean "aiAgentId"?'),
    ]);
  });

  test.each([
    [
      "a quote that is never closed",
      'kind,name,id\nCampaign,"Spring,12\n',
      "answers.csv:2: Quoted field unterminated.",
    ],
    ["no columns of names", "Spring,12\n", "answers.csv:1: The first line must name the columns"],
    ["a column twice", "kind,name,id,id\n", 'answers.csv:1: There are two columns "id".'],
  ])("%s is told", (_, text, problem) => {
    expect(problemsOf(csv(text)).join()).toContain(problem);
  });
});

describe("a saved answer of the dashboard", () => {
  const campaign = { name: "Spring renewals", campaign_type: "outbound", days_of_week: [1], id };

  test.each([
    ["a list", [{ ...campaign, webhook_id: null, ai_agent_id: idOf("AiAgent", 1) }]],
    ["an envelope", { status: "ok", data: [{ ...campaign, webhook_id: null, ai_agent_id: idOf("AiAgent", 1) }] }],
  ])("as %s tells IDs and hidden fields, and nothing of what it does not mention", (_, content) => {
    const hints = Hints.read([json(content)]);
    expect(hints.written("Campaign", "Spring renewals")).toEqual({
      id,
      aiAgentId: idOf("AiAgent", 1),
      webhookId: null,
    });
  });

  test("of several of one name nobody can tell which is meant: none answers", () => {
    const hints = Hints.read([json([campaign, { ...campaign, id: idOf("Campaign", 1) }])]);
    expect(hints.names("Campaign")).toEqual([]);
  });

  test("an entry that is of no kind is told", () => {
    expect(problemsOf(json([campaign, { name: "Spring" }, 3]))).toEqual([
      expect.stringContaining("saved.json, entry 2: It is no campaign, agent"),
      expect.stringContaining("saved.json, entry 3: It is no campaign, agent"),
    ]);
  });
});

describe("several files", () => {
  test("are one, whatever spelling of a name each has", () => {
    const hints = Hints.read([
      csv("kind,name,aiAgentId\nCampaign,Spring  renewals,Renewals\n"),
      json([{ name: "Spring renewals", campaign_type: "outbound", days_of_week: [1], id }]),
    ]);
    expect(hints.names("Campaign")).toHaveLength(1);
    expect(hints.id("Campaign", "Spring renewals")).toBe(id);
    expect(hints.answer("Campaign", "Spring renewals", "aiAgentId")).toEqual({ value: "Renewals" });
  });

  test("that differ are refused, with both places; a question and an earlier answer give way", () => {
    const first = csv("kind,name,aiAgentId,webhookId\nCampaign,Spring,Renewals,?\n", "first.csv");
    const second = csv("kind,name,aiAgentId,webhookId\nCampaign,Spring,Welcome,CRM\n", "second.csv");
    expect(problemsOf(first, second)).toEqual([
      '  second.csv:2: Campaign "Spring": aiAgentId is answered twice, and differently (first in first.csv:2).',
    ]);
    const hints = Hints.read([{ ...first, isEarlier: true }, second]);
    expect(hints.written("Campaign", "Spring")).toEqual({ aiAgentId: "Welcome", webhookId: "CRM" });
  });
});

describe("an export", () => {
  let emulator: Emulator;
  beforeEach(async () => (emulator = await emulatorWith("documented", 12)));
  afterEach(() => emulator.close());

  test("by what the dashboard holds asks nothing, and keeps the answers in hints.json", async () => {
    const kinds = ["Campaign", "AiAgent", "PhoneNumber"] as const;
    const exported = await exportFrom(emulator, {
      hints: kinds.map((kind) => json({ data: emulator.dashboard.list(kind) }, `${kind}.json`)),
      leavesHidden: true,
    });
    expect(exported).toMatchObject({ incomplete: 0, withoutId: 0 });
    expect(textOf(exported, "index.ts")).toContain("aiAgentId: renewals.id");
    expect(importFile(exported).resources.map(({ id: imported }) => imported)).toContain(id);
    const kept = { file: "hints.json", text: textOf(exported, "hints.json") };
    expect(textOf(await exportFrom(emulator, { hints: [kept], leavesHidden: true }), "index.ts")).toBe(
      textOf(exported, "index.ts"),
    );
  });

  test("tells the line of a name that is not there", async () => {
    const outcome = exportFrom(emulator, { hints: [csv("kind,name,aiAgentId\nCampaign,Spring renewal,Renewals\n")] });
    await expect(outcome).rejects.toThrow('answers.csv:2: Campaign "Spring renewal": there is no such campaign');
  });
});
