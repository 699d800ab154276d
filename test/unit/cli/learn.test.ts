/** `callab doctor --learn`, `--contract` and `--report`: what is asked for, agreed to, written and told. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Emulator } from "../../../emulator";
import { doctorCommand, type DoctorFlags } from "../../../provider/cli/doctor/command";
import type { LearnRun } from "../../../provider/cli/doctor/learn/command";
import { CommandFailure } from "../../../provider/cli/failure";
import { parseContract } from "../../../provider/contract/file";
import { emulate, failureOf, now, sleep } from "../../support/context";
import { everything, fill } from "../learn/account";

jest.setTimeout(60_000);

let emulator: Emulator;
let folder: string;
const before = { ...process.env };

beforeEach(async () => {
  emulator = await emulate({ personality: "open" });
  fill(emulator);
  folder = mkdtempSync(join(tmpdir(), "learn-"));
  Object.assign(process.env, { CALLAB_API_TOKEN: emulator.token, PULUMI_HOME: folder });
});
afterEach(() => {
  process.env = { ...before };
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function doctor(flags: DoctorFlags, more: Partial<LearnRun> & { readonly isTTY?: boolean } = {}): Promise<Ran> {
  const texts = { out: "", err: "" };
  const screen = (name: keyof typeof texts) => ({
    isTTY: more.isTTY ?? false,
    write: (text: string) => void (texts[name] += text),
  });
  const run: LearnRun = {
    now,
    sleep,
    random: Math.random,
    isAttended: () => false,
    agrees: () => Promise.resolve(false),
    onInterrupt: () => () => undefined,
    ...more,
  };
  const code = await doctorCommand(
    { baseUrl: emulator.url, ...flags },
    { out: screen("out"), err: screen("err") },
    run,
  );
  return { code, ...texts };
}

const file = (): string => join(folder, "callab.contract.json");
const written = () => parseContract(readFileSync(file(), "utf8")).contract;
const writes = (): number => emulator.requests.filter(({ method }) => method !== "GET").length;
const notes = (): readonly string[] =>
  existsSync(join(folder, "callab/tries")) ? readdirSync(join(folder, "callab/tries")) : [];

describe("--learn", () => {
  test("writes the file, with GET alone, and says what to do with it", async () => {
    const { code, out, err } = await doctor({ learn: file() });
    expect([code, err, writes()]).toEqual([0, "", 0]);
    expect(written()).toMatchObject({ writesTried: false, routes: { "campaign.list": { mark: "observed" } } });
    expect(out).toContain("pulumi config set callab:contract");
    expect(out).toContain("--try-writes");
  });

  test("once more: says what has changed, and keeps what this time was not seen", async () => {
    await doctor({ learn: file(), tryWrites: true, workspace: "default", yes: true });
    expect((await doctor({ learn: file() })).out).toContain("Nothing has changed since");
    emulator.setPersonality({ ...emulator.personality, times: "zoneless" });
    const { out } = await doctor({ learn: file() });
    expect(out).toContain("Campaign.spelling.times: zoned, now zoneless");
    expect(written()?.kinds.Campaign).toMatchObject({ spelling: { times: "zoneless" }, create: { data: "id" } });
  });

  test("a file that is no contract is not written over", async () => {
    writeFileSync(file(), "precious");
    const failure = await failureOf(doctor({ learn: file() }));
    expect([failure.message.includes("no JSON"), readFileSync(file(), "utf8")]).toEqual([true, "precious"]);
  });

  test("progress is shown on a terminal, and none on a pipe", async () => {
    expect((await doctor({ learn: file() }, { isTTY: true })).err).toContain("Looking at campaigns");
    expect((await doctor({ learn: file() })).err).toBe("");
  });

  test("a token that is not taken", async () => {
    process.env["CALLAB_API_TOKEN"] = "another-token";
    const failure = await failureOf(doctor({ learn: file() }));
    expect(failure.message).toContain("CALLAB_API_TOKEN");
    expect(existsSync(file())).toBe(false);
  });
});

describe("--try-writes", () => {
  test.each([
    ["without --learn", { tryWrites: true, workspace: "default", yes: true }, "--learn"],
    ["without --workspace", { tryWrites: true, learn: "x.json", yes: true }, "--workspace"],
    ["without a terminal or --yes", { tryWrites: true, learn: "x.json", workspace: "default" }, "--yes"],
    ["--yes alone", { yes: true }, "--try-writes"],
    ["together with --contract", { learn: "x.json", contract: "y.json" }, "one of the two"],
  ] as const)("%s: exit 2, and nothing is asked of the API", async (_title, flags, words) => {
    const failure = await failureOf(doctor(flags));
    if (!(failure instanceof CommandFailure)) throw failure;
    expect([failure.exitCode, emulator.requests.length]).toEqual([2, 0]);
    expect(failure.message).toContain(words);
  });

  test("tells before what it makes; a person who says no ends it before anything", async () => {
    const flags = { learn: file(), tryWrites: true, workspace: "default" };
    const { code, err } = await doctor(flags, { isAttended: () => true });
    expect([code, emulator.requests.length]).toEqual([2, 0]);
    expect(err).toContain("throw-away");
    expect(err).toContain("can call nobody");
  });

  test("makes, learns and removes: what was there is as it was, and no note is left", async () => {
    const then = everything(emulator);
    const flags = { learn: file(), tryWrites: true, workspace: "default" };
    const { code } = await doctor(flags, { isAttended: () => true, agrees: () => Promise.resolve(true) });
    expect([code, notes()]).toEqual([0, []]);
    for (const [id, object] of then) expect(everything(emulator).get(id)).toBe(object);
    expect(emulator.dashboard.list("Campaign")).toHaveLength(4);
    expect(written()?.writesTried).toBe(true);
  });

  test("what cannot be removed is named, with exit 1, and is known to the next run", async () => {
    emulator.setPersonality({ ...emulator.personality, absentRoutes: ["campaign.delete"] });
    const flags = { learn: file(), tryWrites: true, workspace: "default", yes: true };
    const { code, err } = await doctor(flags);
    expect(code).toBe(1);
    expect(err).toMatch(/left over: the throw-away campaign callab-[a-z0-9]{12} \(ID [0-9a-f-]+\)/);
    expect(err).toContain("It can call nobody.");
    expect(notes()).toHaveLength(1);
    emulator.setPersonality("open");
    expect((await doctor(flags)).code).toBe(0);
    expect([notes(), emulator.dashboard.list("Campaign").length]).toEqual([[], 4]);
  });

  test("Ctrl-C ends it, removes what was made, and writes no file", async () => {
    let interrupt = (): void => undefined;
    let updates = 0;
    const flags = { learn: file(), tryWrites: true, workspace: "default", yes: true };
    const { code, out } = await doctor(flags, {
      onInterrupt: (act) => {
        interrupt = act;
        return () => undefined;
      },
      now: () => {
        // In the middle of the campaign's trial.
        if (emulator.requests.some(({ path }) => path.startsWith("/campaigns/update")) && updates++ === 0) interrupt();
        return now();
      },
    });
    expect([code, existsSync(file()), notes()]).toEqual([130, false, []]);
    expect(updates).toBeGreaterThan(0);
    expect(out).toContain("interrupted");
    expect(emulator.dashboard.list("Campaign")).toHaveLength(4);
    expect(emulator.dashboard.list("AiAgent")).toHaveLength(3);
  });

  test("an object of another workspace than the one that is named is left for a run that names it", async () => {
    emulator.setPersonality({
      ...emulator.personality,
      absentRoutes: ["campaign.delete", "aiAgent.delete", "webhook.delete"],
    });
    await doctor({ learn: file(), tryWrites: true, workspace: "default", yes: true });
    emulator.setPersonality("open");
    const { code, err } = await doctor({ learn: file(), tryWrites: true, workspace: "sales", yes: true });
    expect(code).toBe(1);
    expect(err).toContain("run this with --workspace default");
  });
});

describe("--contract", () => {
  test("nothing has changed: exit 0", async () => {
    await doctor({ learn: file(), tryWrites: true, workspace: "default", yes: true });
    const { code, out } = await doctor({ contract: file() });
    expect([code, out.includes("as on ")]).toEqual([0, true]);
  });

  test("a field that is hidden by now is named by its name on the wire: exit 1, and nothing was written", async () => {
    await doctor({ learn: file() });
    emulator.setPersonality({ ...emulator.personality, campaignReferences: "absent" });
    const { code, out } = await doctor({ contract: file() });
    expect([code, writes()]).toEqual([1, 0]);
    expect(out).toContain("Campaign.read.fields: ai_agent_id shown, now ai_agent_id not shown");
  });

  test("a file that cannot be used is told before anything is asked", async () => {
    writeFileSync(file(), "{}");
    const failure = await failureOf(doctor({ contract: file() }));
    expect(failure).toBeInstanceOf(CommandFailure);
    expect(failure.message.split("\n")[0]).toMatch(/^\S+callab\.contract\.json: "version" is missing\./);
    expect(emulator.requests).toEqual([]);
  });

  test("the routes that the file has are those that are looked at", async () => {
    emulator.setPersonality({ ...emulator.personality, routes: { "campaign.list": "GET /campaigns/list" } });
    await doctor({ learn: file() });
    expect(written()?.routes["campaign.list"]?.route).toMatch(/^GET \/campaigns\/list/);
    expect((await doctor({})).code).toBe(1);
    const { code, out } = await doctor({ contract: file() });
    expect(out).toMatch(/GET \/campaigns\/list\S* +observed \(\S+\) +ok/);
    expect(code).toBe(0);
  });

  test("as JSON for a timer's own use", async () => {
    await doctor({ learn: file() });
    emulator.setPersonality({ ...emulator.personality, successWord: "success" });
    const { code, out } = await doctor({ contract: file(), json: true });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ isHealthy: false, changes: ["answers.success: ok, now success"] });
  });

  test("what depends on which objects there are is no change", async () => {
    await doctor({ learn: file() });
    emulator.dashboard.create("AiAgent", { name: "Dee", prompt: "p", description: "x", language: "fr-FR" });
    for (const id of emulator.dashboard.ids("Webhook").slice(1)) emulator.dashboard.delete("Webhook", id);
    expect((await doctor({ contract: file() })).code).toBe(0);
  });
});

describe("--report", () => {
  test("is a text of what a file says, without a request, and holds nothing of the account", async () => {
    await doctor({ learn: file(), tryWrites: true, workspace: "default", yes: true });
    const asked = emulator.requests.length;
    const { code, out } = await doctor({ contract: file(), report: true });
    expect([code, emulator.requests.length]).toEqual([0, asked]);
    expect(out).toContain("- campaign.update");
    expect(out).toMatch(/idIn: `create`, `list`, `read`/);
    for (const own of ["Ada", "Spring", "vip", "default", emulator.token, "127.0.0.1", folder])
      expect(out).not.toContain(own);
  });

  test("without a file it looks first, by GET alone", async () => {
    const { out } = await doctor({ report: true });
    expect(out).toContain("by reads alone");
    expect(writes()).toBe(0);
  });
});
