import type { PersonalityPatch } from "../../emulator/personality";
import { campaign, Scene } from "./scene";

const create = { operation: "create" } as const;
const unanswered = { fault: "stall", ms: 0, when: "after", match: create } as const;
const mute = { campaignCreateData: "text", otherCreateData: "text", campaignListIds: true } as const;

describe("a campaign that was made here and is called otherwise by now", () => {
  it("is ruled out for one run, also where that run refreshes first", async () => {
    const scene = new Scene({ campaignListIds: true, campaignReadIds: true });
    await scene.up([campaign("a")]);
    scene.network.dashboard.change("Campaign", scene.idOf("a") ?? "", { name: "Autumn" });
    scene.disk.state.clear();
    for (let runs = 0; runs < 2; runs++)
      expect((await scene.up([campaign("a")], { refresh: true })).errors.join()).toContain('campaign "Autumn"');
    expect((await scene.up([campaign("a", { existingId: "none" })], { refresh: true })).errors).toEqual([]);
    expect(scene.network.dashboard.list("Campaign").map(({ name }) => name)).toEqual(["Autumn", "Spring"]);
  });
});

describe("a campaign that another stack made, and the server calls otherwise", () => {
  it("is asked about, and not made again", async () => {
    const scene = new Scene({ campaignListIds: true, campaignReadIds: true, names: "lower" });
    await scene.up([campaign("a")]);
    const theirs = { ...scene.disk, state: new Map(), stack: "theirs" };
    Object.assign(scene.disk, { stack: theirs.stack, state: theirs.state });
    expect((await scene.up([campaign("a")])).errors.join()).toContain("This may be it:");
    expect(scene.network.dashboard.doublesEverMade()).toEqual([]);
  });
});

describe("a program that was edited after an interrupted create", () => {
  async function interrupted(): Promise<Scene> {
    const scene = new Scene(mute);
    await scene.up([campaign("a")], { fault: unanswered, killAt: { request: 2, delayMs: 5_000 } });
    return scene;
  }

  it("takes its own campaign over where that still is what was sent", async () => {
    const scene = await interrupted();
    const again = await scene.up([campaign("a", { notes: "m", contactsListTags: ["vip"] })]);
    expect(again.errors).toEqual([]);
    expect(scene.network.dashboard.list("Campaign")).toMatchObject([
      { id: scene.idOf("a"), notes: "m", contacts_list_tags: ["vip"] },
    ]);
  });

  it("asks where somebody has changed it meanwhile, and shows what would be lost", async () => {
    const scene = await interrupted();
    const [id = ""] = scene.network.dashboard.ids("Campaign");
    scene.network.dashboard.change("Campaign", id, { days_of_week: [3] });
    const { errors } = await scene.up([campaign("a", { notes: "m" })]);
    expect(errors.join()).toContain("adopt: true");
    expect(errors.join()).toContain('notes       "m"         "n"');
    expect(errors.join()).toContain('daysOfWeek  ["monday"]  ["wednesday"]');
    expect(scene.network.dashboard.list("Campaign")).toMatchObject([{ notes: "n", days_of_week: [3] }]);
  });

  it("still says that a campaign cannot be made another type", async () => {
    const scene = await interrupted();
    const { errors } = await scene.up([campaign("a", { campaignType: "inbound" })]);
    expect(errors.join()).toContain("cannot be made what the program says without being made anew");
  });

  it("takes it over where the create is recorded in the state as unclear", async () => {
    const scene = new Scene({ ...mute, listLagRequests: 3 });
    const fault = { fault: "error500", match: { operation: "list" }, nth: 2, times: "always" } as const;
    const first = await scene.up([campaign("a")], { fault, late: 31_000 });
    expect(first.errors.join()).toContain("It is not known whether");
    await scene.wait(60);
    scene.forget();
    const again = await scene.up([campaign("a", { notes: "m" })]);
    expect(again.errors).toEqual([]);
    expect(scene.network.dashboard.list("Campaign")).toMatchObject([{ id: scene.idOf("a"), notes: "m" }]);
  });
});

describe("a campaign that was made in a run that was killed before any state held it", () => {
  const told = { campaignCreateData: "id", campaignListIds: true, campaignReadIds: true } as const;

  async function cutOff(personality: PersonalityPatch = {}): Promise<Scene> {
    const scene = new Scene({ ...told, ...personality });
    await scene.up([campaign("a")], { killAt: { request: 3, delayMs: 0 } });
    expect(scene.idOf("a")).toBeUndefined();
    expect(scene.network.dashboard.ids("Campaign")).toHaveLength(1);
    return scene;
  }

  it.each<[string, PersonalityPatch]>([
    ["whose list tells IDs", {}],
    ["that changes names", { names: "lower" }],
  ])("is not made again under the name that the program gives it by now, by an API %s", async (_title, personality) => {
    const scene = await cutOff(personality);
    const [id] = scene.network.dashboard.ids("Campaign");
    const again = await scene.up([campaign("a", { name: "Summer", notes: "m" })]);
    if (personality.names === "lower") {
      // What is stored is not what was sent: whose doing that is cannot be told.
      expect(again.errors.join()).toMatch(/made something under another name or elsewhere.*This may be it:.*"spring"/s);
      expect((await scene.up([campaign("a", { name: "Summer", notes: "m", existingId: id })])).errors).toEqual([]);
    } else expect(again.errors).toEqual([]);
    expect(scene.network.dashboard.ids("Campaign")).toEqual([id]);
    expect(scene.idOf("a")).toBe(id);
    expect(scene.network.dashboard.list("Campaign")).toMatchObject([{ notes: "m" }]);
  });

  it("is taken over where the program was edited otherwise", async () => {
    const scene = await cutOff();
    expect((await scene.up([campaign("a", { notes: "m", contactsListTags: ["vip"] })])).errors).toEqual([]);
    expect(scene.network.dashboard.list("Campaign")).toMatchObject([
      { id: scene.idOf("a"), notes: "m", contacts_list_tags: ["vip"] },
    ]);
  });

  it("is asked about where somebody has changed it meanwhile", async () => {
    const scene = await cutOff();
    const [id = ""] = scene.network.dashboard.ids("Campaign");
    scene.network.dashboard.change("Campaign", id, { days_of_week: [3] });
    const { errors } = await scene.up([campaign("a", { name: "Summer" })]);
    expect(errors.join()).toContain("This may be it:");
    expect(scene.network.dashboard.ids("Campaign")).toEqual([id]);
    // It has nothing to do with this resource, says the program.
    expect((await scene.up([campaign("a", { name: "Summer", existingId: "none" })])).errors).toEqual([]);
    expect(scene.network.dashboard.list("Campaign")).toMatchObject([{ name: "Spring" }, { name: "Summer" }]);
  });

  it("is asked about where the program has it in another workspace by now", async () => {
    const scene = await cutOff();
    const [id = ""] = scene.network.dashboard.ids("Campaign");
    const { errors } = await scene.up([campaign("a", { workspace: "north" })]);
    expect(errors.join()).toContain(`(ID ${id})`);
    expect(errors.join()).toContain("If it is not wanted: delete it in the dashboard.");
    scene.network.dashboard.delete("Campaign", id);
    expect((await scene.up([campaign("a", { workspace: "north" })])).errors).toEqual([]);
    expect(scene.network.dashboard.list("Campaign")).toMatchObject([{ id: scene.idOf("a"), workspace: "north" }]);
  });

  it("is no matter any more once the state has held it", async () => {
    const scene = new Scene(told);
    await scene.up([campaign("a", { deletionPolicy: "retain" })]);
    await scene.up([campaign("a", { deletionPolicy: "retain" })]);
    await scene.up([]);
    expect((await scene.up([campaign("a", { name: "Summer" })])).errors).toEqual([]);
    expect(scene.network.dashboard.ids("Campaign")).toHaveLength(2);
  });
});
