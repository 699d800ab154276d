/** `callab status` against an emulator whose clock moves: the table, the JSON, the table that redraws. */
import { statusCommand, type StatusFlags, type StatusRun } from "../../../provider/cli/status/command";
import { agent, campaign, start, stoppedClock, type Asked, type StoppedClock } from "../emulator/client";

const MINUTE = 60_000;

let before: NodeJS.ProcessEnv;
beforeEach(() => (before = { ...process.env }));
afterEach(() => (process.env = before));

const screenOf = (isTTY = false) => {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text), text: () => written.join("") };
};

interface Shown {
  readonly out: string;
  readonly err: string;
}

async function status(
  emulator: Asked,
  clock: StoppedClock,
  flags: StatusFlags = {},
  more: Partial<StatusRun> & { isTTY?: boolean } = {},
): Promise<Shown> {
  Object.assign(process.env, { CALLAB_BASE_URL: emulator.url, CALLAB_API_TOKEN: emulator.token });
  const screens = { out: screenOf(more.isTTY), err: screenOf() };
  await statusCommand(flags, screens, { now: clock, pause: () => Promise.resolve(false), ...more });
  return { out: screens.out.text(), err: screens.err.text() };
}

const hours = {
  ...{ days_of_week: [1, 2, 3, 4, 5], time_zone: "Europe/Paris" },
  ...{ call_time_of_day_from: "09:00:00", call_time_of_day_to: "17:00:00" },
};

/** Monday, ten past nine in Paris, after ten minutes of calls. */
async function scene(personality = "open"): Promise<{ emulator: Asked; clock: StoppedClock }> {
  const clock = stoppedClock("2026-03-02T08:00:00.000Z");
  const emulator = await start({ clock, calls: true, personality, people: [{ tag: "vip", count: 50 }] });
  const nora = emulator.dashboard.create("AiAgent", { ...agent, name: "Nora" });
  const common = { ...campaign, ...hours, status: "active", ai_agent_id: nora.id, contacts_list_tags: ["vip"] };
  emulator.dashboard.create("Campaign", { ...common, name: "Renewals" });
  emulator.dashboard.create("Campaign", {
    ...common,
    name: "Evening",
    call_time_of_day_from: "18:00:00",
    call_time_of_day_to: "20:00:00",
  });
  emulator.dashboard.create("Campaign", { ...common, name: "Autumn", started_at: "2026-10-01" });
  emulator.dashboard.create("Campaign", { ...common, name: "Halted", status: "paused" });
  clock.advance(10 * MINUTE);
  return { emulator, clock };
}

it("says what calls now, then what calls next, then the rest", async () => {
  const { emulator, clock } = await scene();
  const { out, err } = await status(emulator, clock);
  expect(out).toBe(
    [
      "1 of 4 campaigns calling now in the workspace default (2026-03-02 08:10 UTC)",
      "",
      "campaign  status  progress  agent  now                                 hours",
      "Renewals  active  20        Nora   calling now                         Mon–Fri 09:00–17:00 Europe/Paris",
      "Evening   active  0         Nora   next Mon 18:00 Europe/Paris         Mon–Fri 18:00–20:00 Europe/Paris",
      "Autumn    active  0         Nora   next 2026-10-01 09:00 Europe/Paris  Mon–Fri 09:00–17:00 Europe/Paris, from 2026-10-01",
      "Halted    paused  0         Nora   –                                   Mon–Fri 09:00–17:00 Europe/Paris",
      "",
    ].join("\n"),
  );
  expect(err).toBe("");
});

it("as JSON has one shape", async () => {
  const { emulator, clock } = await scene();
  const { out } = await status(emulator, clock, { json: true });
  const { campaigns, ...rest } = JSON.parse(out) as { campaigns: Record<string, unknown>[] };
  expect(rest).toEqual({ workspace: "default", at: "2026-03-02T08:10:00.000Z" });
  expect(campaigns.map((each) => Object.keys(each))).toEqual(
    Array.from({ length: 4 }, () => ["name", "id", "status", "progress", "agent", "hours", "callingNow", "next"]),
  );
  expect(campaigns[0]).toMatchObject({
    name: "Renewals",
    status: "active",
    agent: "Nora",
    callingNow: true,
    next: null,
  });
  expect(campaigns[1]).toMatchObject({
    name: "Evening",
    progress: 0,
    callingNow: false,
    next: "Mon 18:00 Europe/Paris",
  });
  expect(campaigns[3]).toMatchObject({ status: "paused", next: null });
});

it("says of what may be calling that it may be, before what calls next", async () => {
  const { emulator, clock } = await scene();
  const [, , , halted] = emulator.dashboard.ids("Campaign");
  emulator.dashboard.change("Campaign", halted ?? "", { status: "stopped" });
  const { out } = await status(emulator, clock);
  expect(out).toMatch(/^1 of 4 campaigns calling now, 1 more may be, in the workspace default/);
  expect(
    out
      .split("\n")
      .slice(3, 6)
      .map((line) => line.split(/ {2,}/)[4]),
  ).toEqual(["calling now", "may be calling", "next Mon 18:00 Europe/Paris"]);
  const { campaigns } = JSON.parse((await status(emulator, clock, { json: true })).out) as { campaigns: object[] };
  expect(campaigns[1]).toMatchObject({ name: "Halted", status: "stopped", callingNow: null, next: null });
});

it("only reads: one list of campaigns, one of agents, and one campaign alone where that may show more", async () => {
  const { emulator, clock } = await scene();
  emulator.clearRequests();
  await status(emulator, clock);
  expect(emulator.requests.map(({ method, route }) => `${method} ${route ?? ""}`)).toEqual([
    "GET /campaigns/by-workspace/{workspace}",
    "GET /ai-agent",
    "GET /campaigns/by-id/{id}",
  ]);
});

it("--calls adds today's calls by outcome", async () => {
  const { emulator, clock } = await scene();
  const { out } = await status(emulator, clock, { calls: true, json: true });
  const [renewals, evening] = (JSON.parse(out) as { campaigns: { calls: Record<string, number> }[] }).campaigns;
  const made = await emulator.items("/calls/query?per_page=100");
  expect(Object.values(renewals?.calls ?? {}).reduce((sum, number) => sum + number, 0)).toBe(made.length);
  expect(renewals?.calls["completed"]).toBe(made.filter((call) => call["call_status"] === "completed").length);
  expect(evening?.calls).toEqual({});
  clock.advance(24 * 60 * MINUTE - 20 * MINUTE); // The next morning, before nine: yesterday's calls are not today's.
  const { out: table } = await status(emulator, clock, { calls: true });
  expect(table).toMatch(/Renewals .* none /);
});

it("says what the API does not tell", async () => {
  const { emulator, clock } = await scene("documented");
  const { out, err } = await status(emulator, clock, { calls: true });
  expect(out).toMatch(/Renewals +active +20 +not shown +calling now +not known/);
  expect(err).toBe("note: The API does not tell the IDs of 4 campaigns, so which calls are theirs is not known.\n");
  for (const id of emulator.dashboard.ids("Campaign").slice(1)) emulator.dashboard.delete("Campaign", id);
  expect((await status(emulator, clock, { calls: true })).err).toBe(
    "note: The API does not tell the ID of 1 campaign, so which calls it made is not known.\n",
  );
  const { out: json } = await status(emulator, clock, { json: true });
  expect((JSON.parse(json) as { campaigns: unknown[] }).campaigns[0]).toMatchObject({ id: null, agent: null });
});

it.each(["every-habit", "odd", "loose", "legacy", "paged", "terse,campaignListIds=true"])(
  "is the same whatever the API's habits (%s)",
  async (personality) => {
    const { emulator, clock } = await scene(personality);
    const { out } = await status(emulator, clock, { json: true });
    const campaigns = (JSON.parse(out) as { campaigns: { name: string; callingNow: boolean; next: string | null }[] })
      .campaigns;
    expect(campaigns.map(({ name, callingNow, next }) => [name, callingNow, next])).toEqual([
      ["Renewals", true, null],
      ["Evening", false, "Mon 18:00 Europe/Paris"],
      ["Autumn", false, "2026-10-01 09:00 Europe/Paris"],
      ["Halted", false, null],
    ]);
  },
);

it("a name is text: it colours no terminal and writes no line", async () => {
  const { emulator, clock } = await scene();
  emulator.dashboard.create("Campaign", { ...campaign, name: "\u001b[31mred\nline \u202eback" });
  const { out } = await status(emulator, clock);
  expect(out).not.toMatch(/[\u001b\u202e]/);
  expect(out).toContain("red line back");
});

it("says so where there are no campaigns", async () => {
  const clock = stoppedClock();
  expect((await status(await start({ clock }), clock)).out).toBe(
    "No campaigns in the workspace default (2026-03-01 10:00 UTC). Is that its slug? A workspace that does not exist looks as empty.\n",
  );
});

describe("--watch", () => {
  it("redraws one table in its place, with what has come to pass", async () => {
    const { emulator, clock } = await scene();
    let looks = 0;
    const pause = (): Promise<boolean> => {
      clock.advance(5 * MINUTE);
      return Promise.resolve(++looks < 3);
    };
    const { out } = await status(emulator, clock, { watch: true }, { isTTY: true, pause });
    const drawn = out.split("\u001b[H").slice(1);
    expect(drawn).toHaveLength(3);
    expect(drawn.map((table) => /\((.*) UTC/.exec(table)?.[1])).toEqual([
      "2026-03-02 08:10",
      "2026-03-02 08:15",
      "2026-03-02 08:20",
    ]);
    for (const table of drawn)
      expect(table.split("\n").every((line) => line.startsWith("\u001b[J") || line.endsWith("\u001b[K"))).toBe(true);
  });

  it("keeps the last table where an answer is lost, and ends where the token is refused", async () => {
    const { emulator, clock } = await scene();
    let looks = 0;
    const pause = (): Promise<boolean> => {
      const fault = looks++ === 0 ? ({ fault: "html", status: 200 } as const) : ({ fault: "forbidden" } as const);
      emulator.addFault({ ...fault, times: "always", match: { kind: "Campaign" } });
      if (looks === 2) emulator.clearFaults();
      if (looks === 2) emulator.addFault({ fault: "forbidden", times: "always" });
      return Promise.resolve(true);
    };
    process.env["CALLAB_MAX_RETRIES"] = "0";
    const screens = { out: screenOf(true), err: screenOf() };
    Object.assign(process.env, { CALLAB_BASE_URL: emulator.url, CALLAB_API_TOKEN: emulator.token });
    const watching = statusCommand({ watch: true }, screens, { now: clock, pause });
    await expect(watching).rejects.toThrow("Set CALLAB_API_TOKEN to a valid token");
    const last = screens.out.text().split("\u001b[H").at(-1) ?? "";
    expect(last).toContain("Renewals");
    expect(last).toContain("08:10:00 UTC: not read, the table is older.");
  }, 60_000);

  it.each<[StatusFlags, boolean]>([
    [{ watch: true, json: true }, true],
    [{ watch: true }, false],
  ])("%j on a terminal (%s) is refused", async (flags, isTTY) => {
    const { emulator, clock } = await scene();
    await expect(status(emulator, clock, flags, { isTTY })).rejects.toThrow(
      /--watch redraws a table and needs a terminal/,
    );
  });
});

it("needs a token", async () => {
  delete process.env["CALLAB_API_TOKEN"];
  await expect(statusCommand({}, { out: screenOf(), err: screenOf() })).rejects.toThrow(
    "Set the environment variable CALLAB_API_TOKEN",
  );
});
