/**
 * A server that does to values what servers are known to do, each habit alone and all at once: the engine is quiet about
 * every bit of it, and what somebody edits in the dashboard is shown, for all four kinds, and repaired.
 */
import { personalities, type ListedKind, type PersonalityPatch, type WireObject } from "../../emulator";
import { startEmulatorProcess } from "../support/emulatorProcess";
import { agentId, program, resource } from "../support/programs";
import { makeProject } from "../support/project";
import { requestsDuring, writes } from "../support/requests";

jest.setTimeout(300_000);

const step = (stepNumber: number, more: object = {}): object => ({
  stepNumber,
  webhookUrl: `https://example.com/hook?step=${stepNumber}&lang=en`,
  webhookMethod: "POST",
  webhookHeaders: { Authorization: `Bearer token of step ${stepNumber}`, "X-Flow": "R&D" },
  webhookBody: { text: "R&D <b>\r\n", empty: null, list: [1.23456, true, { none: null }] },
  ...more,
});

/** Values in which each habit finds something to do. */
const everything = program(
  resource("AiAgent", "ada", {
    name: "Ada  of R&D",
    prompt: 'Be brief.\r\nSay "it\'s R&D".\r\n',
    description: "Cafe\u0301 ",
    responsiveness: 0.12345,
    agentFlow: { start: "a", retry: null, nodes: [{ id: 1, next: null, text: " <a> " }], empty: {} },
    agentDynamicVariables: [{ first_name: "R&D", plan: null }, { tier: "gold\n" }],
    agentPostCallOutcomes: {},
  }),
  resource("Webhook", "crm", {
    name: " After the   call ",
    retryDelay: 60,
    retryDelayUnit: "SECONDS",
    isTemplate: false,
    flowMapping: { a: null },
    steps: [step(1), step(2, { dependsOnStep: 1 })],
    predefinedVariables: [
      { name: "b", value: { x: null, y: 0.5 } },
      { name: "a ", value: 1 },
    ],
  }),
  resource("PhoneNumber", "line", { phoneNumber: "+44 20 7946 0123", nickname: " Cafe\u0301 & Co" }),
  resource("Campaign", "spring", {
    name: "Spring  'renewals'",
    notes: '"R&D"\r\n\r\nCafe\u0301\n',
    campaignType: "outbound",
    aiAgentId: agentId,
    contactsListSource: ["web"],
    contactsListTags: ["vip", "R&D ", "gold"],
    contactsListCategories: ["renewal"],
    contactsListSourceMetadata: { web: { source_url: "https://example.com/?a=1&b=2", note: null } },
    numberOfCallAttempts: [3],
    retryDelay: [60],
    retryDelayUnit: ["seconds"],
    daysOfWeek: ["sun", "mon"],
    callTimeOfDayFrom: "9:00",
    callTimeOfDayTo: "17:00",
    timeZone: "Europe/Paris",
    startedAt: "2099-03-01",
    endedAt: "2099-07-01",
  }),
);

const edits: Readonly<Record<ListedKind, WireObject>> = {
  AiAgent: { agent_flow: { start: "b", nodes: [{ id: 1, text: " <a> " }], empty: {} } },
  Webhook: { retry_delay: 61 },
  PhoneNumber: { nickname: "Cafe and Co" },
  Campaign: { started_at: "2099-02-28", contacts_list_tags: ["vip", "R&D", "GOLD"] },
};
const kinds = Object.keys(edits) as ListedKind[];

/** The program on a server with this personality. */
async function setUp(personality: PersonalityPatch | string) {
  const emulator = await startEmulatorProcess({ personality, seed: 1 });
  const project = await makeProject({ emulator, program: everything });
  const quietly = async (...work: (() => Promise<unknown>)[]): Promise<void> => {
    for (const run of work) expect(writes(await requestsDuring(emulator, run))).toEqual([]);
  };
  const stored = async (kind: ListedKind): Promise<WireObject & { id: string }> => {
    const [only] = await emulator.dashboard.list(kind);
    if (only === undefined) throw new Error(`there is no ${kind}`);
    return only;
  };
  const edit = async (): Promise<void> => {
    for (const kind of kinds) await emulator.dashboard.change(kind, (await stored(kind)).id, edits[kind]);
  };
  return { emulator, project, quietly, stored, edit };
}

const switches: PersonalityPatch = personalities.find(({ name }) => name === "every-habit")?.switches ?? {};

it.each(Object.entries(switches))("%s: %s alone is no drift, and every real edit is", async (name, position) => {
  const { project, quietly, edit } = await setUp({ [name]: position, campaignListIds: true, phoneNumberIds: true });
  await project.up("--skip-preview");
  await quietly(
    () => project.up("--skip-preview", "--expect-no-changes"),
    () => project.preview("--refresh", "--expect-no-changes"),
  );
  await edit();
  const { stdout } = await project.pulumi(["preview", "--refresh", "--json"]);
  const { steps } = JSON.parse(stdout) as { steps: readonly { op: string; urn: string }[] };
  const changed = steps.filter(({ op }) => op === "update").map(({ urn }) => /callab:(\w+)::/.exec(urn)?.[1]);
  expect(changed.sort()).toEqual(kinds.toSorted());
});

it("every habit at once is no drift, and every real edit is", async () => {
  const { emulator, project, quietly, stored, edit } = await setUp("every-habit");
  const all = async (): Promise<WireObject[]> => Promise.all(kinds.map(stored));
  await project.up("--skip-preview");
  const asDeclared = await all();
  await quietly(
    () => project.up("--skip-preview", "--expect-no-changes"),
    () => project.preview("--refresh", "--expect-no-changes"),
  );

  await edit();
  const { id, steps } = await stored("Webhook");
  await emulator.dashboard.change("Webhook", id, {
    steps: (steps as WireObject[]).map((one) => (one["step_number"] === 2 ? { ...one, webhook_body: { a: 1 } } : one)),
  });
  const { output } = await project.fails("preview", "--refresh", "--diff", "--expect-no-changes");
  const changed = [...output.matchAll(/^ +[~+-] (\w+) *:/gm)].map(([, name]) => name ?? "");
  const reported = ["callProgress", "createdAt", "status", "updatedAt"];
  expect([...new Set(changed)].filter((name) => !reported.includes(name)).sort()).toEqual(
    ["agentFlow", "start", "retryDelay", "nickname", "contactsListTags", "startedAt", "summary"].sort(),
  );
  // The engine shows nothing of what holds a secret.
  expect(output).toContain("steps              : [secret]");
  expect(output).not.toMatch(/_rev|\*{3}|&amp;/);

  const repaired = await requestsDuring(emulator, () => project.up("--refresh", "--skip-preview"));
  expect(writes(repaired).sort()).toEqual(kinds.map((kind) => `update ${kind}`).sort());
  const anyTime = { updated_at: expect.any(String) as string };
  expect((await all()).map(withoutStepTimes)).toEqual(
    asDeclared.map((object) => ({ ...withoutStepTimes(object), ...anyTime })),
  );
  await quietly(() => project.preview("--refresh", "--expect-no-changes"));
});

/** Steps get new times with every update. */
function withoutStepTimes(object: WireObject): WireObject {
  const { steps } = object;
  if (!Array.isArray(steps)) return object;
  return { ...object, steps: (steps as WireObject[]).map((one) => ({ ...one, created_at: null, updated_at: null })) };
}
