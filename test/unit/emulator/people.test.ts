/** Made-up people, and the calls to them that come to pass as the clock moves. */
import { connectControl, type Json, type WireObject } from "../../../emulator";
import { campaign, makeCampaign, start, stoppedClock, type Asked, type StoppedClock } from "./client";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Monday to Friday, nine to five in Paris (UTC+1 in winter). The clock stands on a Sunday. */
const calling = {
  ...campaign,
  contacts_list_tags: ["vip"],
  days_of_week: [1, 2, 3, 4, 5],
  call_time_of_day_from: "09:00:00",
  call_time_of_day_to: "17:00:00",
  time_zone: "Europe/Paris",
  number_of_call_attempts: [2],
  retry_delay: [10],
  retry_delay_unit: ["minutes"],
};

const contacts = (emulator: Asked, query = ""): Promise<WireObject[]> =>
  emulator.items(`/contacts/query?per_page=100${query}`);
const calls = (emulator: Asked, query = ""): Promise<WireObject[]> =>
  emulator.items(`/calls/query?per_page=100${query}`);
const column = (items: readonly WireObject[], name: string): string[] => items.map((item) => textIn(item[name]));
const textIn = (value: Json | undefined): string => (typeof value === "string" ? value : JSON.stringify(value ?? null));

async function open(clock: StoppedClock): Promise<Asked> {
  return start({
    clock,
    calls: true,
    people: [
      { tag: "vip", count: 40 },
      { tag: "new", source: "web", count: 5 },
    ],
  });
}

describe("contacts", () => {
  it("are found by tag, category and source; without a filter they are everybody", async () => {
    const emulator = await start({
      people: [
        { tag: "vip", category: "renewal", count: 3 },
        { tag: "new", source: "web", count: 2 },
        { tag: "vip", workspace: "sales", count: 7 },
      ],
    });
    expect(await contacts(emulator, "&tags=vip")).toHaveLength(3);
    expect(await contacts(emulator, "&tags=vip,new")).toHaveLength(5);
    expect(await contacts(emulator, "&categories=renewal")).toHaveLength(3);
    expect(await contacts(emulator, "&source_name=web")).toHaveLength(2);
    expect(await contacts(emulator, "&tags=nobody")).toEqual([]);
    expect(await contacts(emulator)).toHaveLength(5);
    expect(await contacts(emulator, "&workspace=sales")).toHaveLength(7);
  });

  it("combine several filters by AND or by OR, which is not documented", async () => {
    const emulator = await start({
      people: [
        { tag: "vip", count: 3 },
        { tag: "vip", source: "web", count: 2 },
      ],
    });
    expect(await contacts(emulator, "&tags=vip&source_name=web")).toHaveLength(2);
    emulator.setPersonality({ contactFilters: "or" });
    expect(await contacts(emulator, "&tags=vip&source_name=web")).toHaveLength(5);
  });

  it("have nothing but numbers that are reserved for fiction, each of its own", async () => {
    const emulator = await start({ people: [{ tag: "vip", count: 250 }] });
    const people = [0, 1, 2].map((page) => contacts(emulator, `&page=${page}`));
    const numbers = column((await Promise.all(people)).flat(), "phone_number");
    expect(numbers).toHaveLength(250);
    expect(new Set(numbers).size).toBe(250);
    for (const number of numbers) expect(number).toMatch(/^\+1[2-9]\d\d55501\d\d$/);
  });

  it("come in pages from 0, without a total, up to a cap", async () => {
    const emulator = await start({ people: [{ tag: "vip", count: 25 }] });
    expect(await emulator.items("/contacts/query")).toHaveLength(20);
    expect(await emulator.items("/contacts/query?page=1")).toHaveLength(5);
    expect(await emulator.items("/contacts/query?page=2")).toEqual([]);
    expect(Object.keys((await emulator.get("/contacts/query")).envelope)).toEqual(["status", "message", "data"]);
    emulator.setPersonality({ pageCap: 10 });
    expect(await contacts(emulator)).toHaveLength(10);
  });

  it("are a few for whatever a campaign names that nobody has, and the same few each time", async () => {
    const emulator = await start();
    expect(await contacts(emulator, "&tags=vip")).toEqual([]);
    await makeCampaign(emulator, { ...campaign, contacts_list_tags: ["vip"], contacts_list_source: ["web"] });
    const found = await contacts(emulator, "&tags=vip");
    expect(found.length).toBeGreaterThan(5);
    expect(found[0]).toMatchObject({ tag_name: "vip", source_name: "web", category_name: null, last_call_at: null });
    expect(await contacts(emulator, "&tags=vip")).toEqual(found);
  });

  it.each([
    ["/contacts/query?tag=vip", "tag is not a parameter of this query"],
    ["/contacts/query?page=-1", "page must be a whole number from 0"],
    ["/contacts/query?per_page=0", "per_page must be a whole number from 1"],
    ["/contacts/query?campaign_id=spring", "campaign_id must be a UUID"],
    ["/contacts/query?tags=a&tags=b", "tags is given more than once"],
    ["/calls/query?start_date=today", "start_date must be a date YYYY-MM-DD"],
    ["/calls/query?order=up", "order must be one of asc, desc"],
    ["/calls/query?workspace=default", "workspace is not a parameter of this query"],
  ])("GET %s is refused: %s", async (path, problem) => {
    const emulator = await start();
    const { http, status, message } = await emulator.get(path);
    expect({ http, status, message }).toEqual({ http: 200, status: "error", message: `validation failed: ${problem}` });
  });

  it("of one account are not those of another", async () => {
    const emulator = await start({ accounts: ["theirs"], people: [{ tag: "vip", count: 3 }] });
    expect(await contacts(Object.assign(Object.create(emulator) as Asked, {}), "&tags=vip")).toHaveLength(3);
    const { data } = (await (
      await fetch(`${emulator.url}/contacts/query`, { headers: { authorization: "Bearer theirs" } })
    ).json()) as WireObject;
    expect(data).toEqual([]);
  });
});

describe("calls", () => {
  it("come to pass as the clock moves: in the campaign's hours, one each minute, to its people alone", async () => {
    const clock = stoppedClock("2026-03-01T10:00:00.000Z");
    const emulator = await open(clock);
    const id = await makeCampaign(emulator, calling);
    clock.advance(20 * HOUR); // Monday, seven in Paris
    expect(await calls(emulator)).toEqual([]);
    clock.advance(2 * HOUR + 10 * MINUTE); // ten past nine
    const made = await calls(emulator, `&campaign_id=${id}`);
    expect(made).toHaveLength(11);
    expect(column(made, "started_at").sort()[0]).toBe("2026-03-02T08:00:00.000Z");
    const called = new Set(column(await contacts(emulator, "&tags=vip"), "id"));
    for (const person of column(made, "contact_id")) expect(called).toContain(person);
    expect(made[0]).toMatchObject({
      call_status: "in-progress",
      ended_at: null,
      is_test: false,
      call_direction: "outbound",
    });
  });

  it("tell how they ended, and who did not answer is called again as often as the campaign says", async () => {
    const clock = stoppedClock("2026-03-02T08:00:00.000Z");
    const emulator = await open(clock);
    await makeCampaign(emulator, calling);
    for (let hour = 0; hour < 9; hour++) clock.advance(HOUR);
    const made = (await Promise.all([calls(emulator), calls(emulator, "&page=1")])).flat();
    const statuses = column(made, "call_status");
    expect(new Set(statuses)).toEqual(new Set(["completed", "no-answer", "busy", "failed"]));
    const perPerson = new Map<unknown, number>();
    for (const person of column(made, "contact_id")) perPerson.set(person, (perPerson.get(person) ?? 0) + 1);
    expect(perPerson.size).toBe(40);
    expect(Math.max(...perPerson.values())).toBe(2);
    const answered = made.filter((call) => call["call_status"] === "completed");
    for (const call of answered) expect(call).toMatchObject({ retry_at: null });
  });

  it("are none where a campaign selects nobody: it completes when it would have called, and not as soon as it is made", async () => {
    const clock = stoppedClock("2026-03-01T10:00:00.000Z");
    const emulator = await open(clock);
    const id = await makeCampaign(emulator, { ...calling, contacts_list_source: ["web"] });
    expect(await contacts(emulator, "&tags=vip&source_name=web")).toEqual([]);
    clock.advance(1);
    await calls(emulator);
    expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ status: "active", call_progress: 0 });
    emulator.dashboard.change("Campaign", id, { status: "paused" });
    clock.advance(24 * HOUR); // Monday, eleven in Paris
    await calls(emulator);
    expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ status: "paused", call_progress: 0 });
    emulator.dashboard.change("Campaign", id, { status: "active" });
    clock.advance(2 * MINUTE);
    expect(await calls(emulator)).toEqual([]);
    expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ status: "completed" });
  });

  it("move the campaign's progress, and complete it", async () => {
    const clock = stoppedClock("2026-03-02T08:00:00.000Z");
    const emulator = await open(clock);
    const id = await makeCampaign(emulator, calling);
    const written = emulator.dashboard.get("Campaign", id)?.["updated_at"];
    clock.advance(30 * MINUTE);
    const under = emulator.dashboard.get("Campaign", id);
    expect(under).toMatchObject({ status: "active", updated_at: written });
    expect(under?.["call_progress"]).toBeGreaterThan(0);
    clock.advance(8 * HOUR);
    expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ status: "completed", call_progress: 100 });
  });

  it("stop where the campaign is paused, and go on where it is set active", async () => {
    const clock = stoppedClock("2026-03-02T08:00:00.000Z");
    const emulator = await open(clock);
    const id = await makeCampaign(emulator, calling);
    clock.advance(5 * MINUTE);
    await emulator.post(`/campaigns/update/${id}`, { name: calling.name, status: "paused" });
    const before = (await calls(emulator)).length;
    clock.advance(20 * MINUTE);
    expect(await calls(emulator)).toHaveLength(before);
    await emulator.post(`/campaigns/update/${id}`, { name: calling.name, status: "active" });
    clock.advance(5 * MINUTE);
    const after = await calls(emulator);
    expect(after.length).toBeGreaterThan(before);
    const resumed = column(after, "started_at").filter((time) => time > "2026-03-02T08:05:00.000Z");
    expect(resumed.every((time) => time >= "2026-03-02T08:25")).toBe(true);
  });

  it.each<[string, object]>([
    ["a paused one", { status: "paused" }],
    ["an inbound one", { campaign_type: "inbound" }],
    ["one that begins later", { started_at: "2026-03-03" }],
    ["one that has ended", { ended_at: "2026-03-01" }],
    ["one on another day", { days_of_week: [2] }],
  ])("%s calls nobody", async (_, fields) => {
    const clock = stoppedClock("2026-03-02T08:00:00.000Z");
    const emulator = await open(clock);
    emulator.dashboard.create("Campaign", { ...calling, ...fields });
    clock.advance(3 * HOUR);
    expect(await calls(emulator)).toEqual([]);
  });

  it("of a window over midnight belong to the day on which it begins", async () => {
    const clock = stoppedClock("2026-03-02T20:00:00.000Z");
    const emulator = await start({ clock, calls: true, people: [{ tag: "vip", count: 300 }] });
    await makeCampaign(emulator, {
      ...calling,
      ...{ time_zone: "UTC", days_of_week: [1], call_time_of_day_from: "23:00:00", call_time_of_day_to: "01:00:00" },
    });
    clock.advance(30 * HOUR);
    const hours = new Set(
      column((await Promise.all([calls(emulator), calls(emulator, "&page=1")])).flat(), "started_at").map((time) =>
        time.slice(8, 13),
      ),
    );
    expect(hours).toEqual(new Set(["02T23", "03T00"]));
  });

  it("are found by campaign, status and day, and one by its ID", async () => {
    const clock = stoppedClock("2026-03-02T08:00:00.000Z");
    const emulator = await open(clock);
    const id = await makeCampaign(emulator, calling);
    clock.advance(HOUR);
    const all = await calls(emulator);
    expect(await calls(emulator, "&start_date=2026-03-03")).toEqual([]);
    expect(await calls(emulator, "&start_date=2026-03-02&end_date=2026-03-02")).toEqual(all);
    expect(await calls(emulator, "&campaign_id=0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a09")).toEqual([]);
    const completed = await calls(emulator, "&status=completed");
    expect(completed.length).toBeLessThan(all.length);
    expect(new Set(column(completed, "call_status"))).toEqual(new Set(["completed"]));
    const one = textIn(all[0]?.["id"]);
    expect((await emulator.get(`/calls/${one}`)).data).toMatchObject({ id: one, campaign_id: id });
    expect(await emulator.get("/calls/0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a09")).toMatchObject({ status: "error" });
    expect(await calls(emulator, "&sort_column=started_at&order=asc")).toEqual([...all].reverse());
  });

  it("are made only where the emulator was told so", async () => {
    const clock = stoppedClock("2026-03-02T08:00:00.000Z");
    const emulator = await start({ clock });
    const id = await makeCampaign(emulator, calling);
    clock.advance(3 * HOUR);
    expect(await calls(emulator)).toEqual([]);
    expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ status: "active", call_progress: 0 });
  });

  it("can be had by putting the clock forward, over HTTP too", async () => {
    const clock = stoppedClock("2026-03-02T08:00:00.000Z");
    const emulator = await open(clock);
    await makeCampaign(emulator, calling);
    emulator.advance(10 * MINUTE);
    const made = await calls(emulator);
    expect(made.length).toBeGreaterThan(5);
    const control = connectControl(emulator.url);
    await control.advance(10 * MINUTE);
    expect((await calls(emulator)).length).toBeGreaterThan(made.length);
    await control.addPeople({ tag: "late", count: 3 });
    expect(await contacts(emulator, "&tags=late")).toHaveLength(3);
    await expect(control.addPeople({ tag: "late", count: -1 })).rejects.toThrow("`count`");
    await expect(control.advance(-1)).rejects.toThrow("never back");
    expect(() => emulator.advance(-1)).toThrow("never back");
  });
});

it("queries are routes like any other: listed with their mark, absent where they are to be, struck by faults", async () => {
  const emulator = await start({ personality: { absentRoutes: ["contacts.query"] } });
  expect(await emulator.get("/contacts/query")).toMatchObject({ http: 404, status: "error" });
  emulator.addFault({ fault: "error500", match: { operation: "query" } });
  expect((await emulator.get("/calls/query")).http).toBe(500);
  expect(emulator.routes()).toContainEqual(expect.objectContaining({ path: "/calls/query", mark: "documented" }));
});
