import type { PersonalityPatch, WireObject } from "../../../emulator";
import { agent, campaign, fullCampaign, makeCampaign, start, stoppedClock, webhook, type Asked } from "./client";

/** Sends creates of campaigns one after the other; true if the judge takes the last for a second one of the first. */
async function isDouble(personality: PersonalityPatch, ...bodies: readonly object[]): Promise<boolean> {
  const emulator = await start({ personality });
  for (const body of bodies) await makeCampaign(emulator, body);
  return judged(emulator);
}

/** Whether there is a double; now and ever must agree as long as nothing is renamed or deleted. */
function judged({ dashboard }: Asked): boolean {
  const [now, ever] = [dashboard.duplicates().length > 0, dashboard.doublesEverMade().length > 0];
  expect(ever).toBe(now);
  return now;
}

const named = (name: string, fields: object = {}): WireObject => ({ ...campaign, ...fields, name });

describe("the judge of doubles", () => {
  it("finds live objects of the same name in a workspace, and the same phone number anywhere", async () => {
    const emulator = await start();
    const first = await makeCampaign(emulator);
    const second = await makeCampaign(emulator);
    await makeCampaign(emulator, { ...campaign, workspace: "sales" });
    const one = emulator.dashboard.create("PhoneNumber", { phone_number: "+15555550100" }).id;
    const two = emulator.dashboard.create("PhoneNumber", { phone_number: "+15555550100", workspace: "sales" }).id;
    expect(emulator.dashboard.duplicates()).toEqual([
      { kind: "Campaign", workspace: "default", key: campaign.name, ids: [first, second] },
      { kind: "PhoneNumber", workspace: null, key: "+15555550100", ids: [one, two] },
    ]);
  });

  it("remembers a double that is gone, also one that came of a renaming", async () => {
    const emulator = await start({ clock: stoppedClock() });
    const first = await makeCampaign(emulator);
    const second = await makeCampaign(emulator, { ...campaign, name: "b" });
    expect(emulator.dashboard.doublesEverMade()).toEqual([]);
    await emulator.post(`/campaigns/update/${second}`, { name: campaign.name, status: "active" });
    await emulator.post(`/campaigns/update/${second}`, { name: campaign.name, status: "paused" });
    await emulator.post(`/campaigns/delete/${second}`);
    expect(emulator.dashboard.duplicates()).toEqual([]);
    expect(emulator.dashboard.doublesEverMade()).toEqual([
      {
        kind: "Campaign",
        workspace: "default",
        key: campaign.name,
        id: second,
        others: [first],
        at: "2026-03-01T10:00:00.000Z",
      },
    ]);
  });

  it("a name that was freed by a delete is no double", async () => {
    const emulator = await start();
    await emulator.post(`/campaigns/delete/${await makeCampaign(emulator)}`);
    await makeCampaign(emulator);
    expect(emulator.dashboard.doublesEverMade()).toEqual([]);
  });
});

describe("a double is judged by the name", () => {
  it.each([
    ["Unicode form", "Caf\u00e9", "Cafe\u0301"],
    ["runs of blanks", "Spring renewals", "Spring \u00a0\t renewals"],
    ["blanks at the ends", "Spring", " Spring\u2003"],
    ["HTML entities", '<R&D> "it\'s"', "&lt;R&amp;D&gt; &quot;it&#39;s&quot;"],
    ["HTML entities encoded twice", "R&D", "R&amp;amp;D"],
  ])("in another spelling: %s", async (_, one, other) => {
    expect(await isDouble({}, named(one), named(other, { notes: "other fields" }))).toBe(true);
  });

  it.each([
    ["kept", "Cafe\u0301  R&D"],
    ["nfc", "Cafe\u0301  R&D"],
    ["collapsed", "Cafe\u0301  R&D "],
    ["trimmed", "Cafe\u0301  R&D "],
    ["escaped", "Cafe\u0301  R&D"],
    ["cut", "Spring renewals of the north"],
    ["lower", "Spring Renewals"],
  ] as const)("as it was sent, however it is stored: %s", async (names, name) => {
    expect(await isDouble({ names }, named(name), named(name, { notes: "other fields" }))).toBe(true);
  });

  it("two names are two, though the server cuts or lower-cases them to one", async () => {
    const [north, south] = ["Spring renewals of the north", "Spring renewals of the south"];
    expect(await isDouble({ names: "cut", nameLength: 10 }, named(north), named(south))).toBe(false);
    expect(await isDouble({ names: "lower" }, named("spring"), named("Spring", { notes: "other fields" }))).toBe(false);
  });

  it("in another workspace it is another name", async () => {
    expect(await isDouble({}, campaign, { ...campaign, workspace: "sales" })).toBe(false);
  });

  it("a renaming takes the old name away, as it was sent too", async () => {
    for (const names of ["kept", "cut", "lower"] as const) {
      const emulator = await start({ personality: { names } });
      const id = await makeCampaign(emulator, named("Spring renewals of the north"));
      await emulator.post(`/campaigns/update/${id}`, { name: "Autumn", status: "active", notes: "old" });
      await makeCampaign(emulator, named("Spring renewals of the north"));
      expect(judged(emulator)).toBe(false);
      await makeCampaign(emulator, named("Autumn"));
      expect(judged(emulator)).toBe(true);
    }
  });

  it("an update that leaves the name alone leaves the sent one as it was", async () => {
    const emulator = await start({ personality: { names: "lower" } });
    await emulator.post("/ai-agent/create", { ...agent, name: "Ada" });
    const [id = ""] = emulator.dashboard.ids("AiAgent");
    await emulator.post(`/ai-agent/update/${id}`, { prompt: "Be brief." });
    emulator.dashboard.change("AiAgent", id, { prompt: "By hand.", name: "ada" });
    await emulator.post("/ai-agent/create", { ...agent, name: "Ada" });
    expect(judged(emulator)).toBe(true);
  });
});

describe("a double is judged by the content", () => {
  it("equal in every field, and the name too but for letter case", async () => {
    expect(await isDouble({}, fullCampaign, { ...fullCampaign, name: "SPRING Renewals" })).toBe(true);
    expect(await isDouble({}, fullCampaign, { ...fullCampaign, name: "SPRING Renewals", retry_delay: [90] })).toBe(
      false,
    );
  });

  it("equal in every field, and one name is the other as the server cut it", async () => {
    const whole = named("Spring renewals of the north", { notes: "n" });
    const cut = named("Spring renewals of", { notes: "n" });
    expect(await isDouble({ names: "cut", nameLength: 19 }, whole, cut)).toBe(true);
    expect(await isDouble({ names: "cut", nameLength: 19 }, cut, whole)).toBe(true);
    expect(await isDouble({ names: "cut", nameLength: 19 }, whole, { ...cut, notes: "other" })).toBe(false);
  });

  it("a name that only begins like another is another name", async () => {
    expect(await isDouble({}, named("Spring renewals 1"), named("Spring renewals 10"))).toBe(false);
    expect(await isDouble({ names: "cut", nameLength: 6 }, named("Spring"), named("Spring renewals"))).toBe(false);
  });

  it("objects with the same few fields and other names are no doubles", async () => {
    const emulator = await start();
    for (const name of ["Ada", "Eva", "Ida"]) await emulator.post("/ai-agent/create", { ...agent, name });
    for (const name of ["a", "b"]) await emulator.post("/webhooks/create", { ...webhook, name });
    expect(judged(emulator)).toBe(false);
  });

  it("ids and times that the server gives to steps are no content, and neither is the order of keys", async () => {
    const clock = stoppedClock();
    const emulator = await start({ clock });
    await emulator.post("/webhooks/create", { ...webhook, flow_mapping: { a: 1, b: { c: 2, d: 3 } } });
    clock.advance(5000);
    const flow = { flow_mapping: { b: { d: 3, c: 2 }, a: 1 }, ...webhook, name: "AFTER the call" };
    await emulator.post("/webhooks/create", flow);
    expect(judged(emulator)).toBe(true);
  });

  it("what runs by itself and the status are no content", async () => {
    const emulator = await start();
    const id = await makeCampaign(emulator);
    await emulator.post(`/campaigns/update/${id}`, { name: campaign.name, status: "paused" });
    emulator.dashboard.change("Campaign", id, { call_progress: 40 });
    await makeCampaign(emulator, { ...campaign, name: "spring renewals" });
    expect(judged(emulator)).toBe(true);
  });
});

describe("a double is counted once", () => {
  it("though name and content are equal", async () => {
    const emulator = await start();
    await makeCampaign(emulator);
    await makeCampaign(emulator);
    expect(emulator.dashboard.doublesEverMade()).toHaveLength(1);
    expect(emulator.dashboard.duplicates()).toHaveLength(1);
  });

  it("though the two are changed and become equal again", async () => {
    const emulator = await start();
    await makeCampaign(emulator);
    const second = await makeCampaign(emulator, { ...campaign, name: "spring renewals" });
    for (const notes of ["other", ""])
      await emulator.post(`/campaigns/update/${second}`, { name: "spring renewals", status: "active", notes });
    expect(emulator.dashboard.doublesEverMade()).toHaveLength(1);
  });

  it("a third one is told with both it is a double of, and all three are one group", async () => {
    const emulator = await start();
    const first = await makeCampaign(emulator);
    const second = await makeCampaign(emulator, { ...campaign, name: "Spring  renewals" });
    const third = await makeCampaign(emulator, { ...campaign, name: "spring renewals" });
    expect(emulator.dashboard.doublesEverMade()).toMatchObject([
      { id: second, others: [first], key: "Spring  renewals" },
      { id: third, others: [first, second], key: "spring renewals" },
    ]);
    expect(emulator.dashboard.duplicates()).toEqual([
      { kind: "Campaign", workspace: "default", key: campaign.name, ids: [first, second, third] },
    ]);
  });

  it("until the account is wiped", async () => {
    const emulator = await start();
    await makeCampaign(emulator);
    emulator.reset();
    await makeCampaign(emulator);
    expect(judged(emulator)).toBe(false);
  });
});
