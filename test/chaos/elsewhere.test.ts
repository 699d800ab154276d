/** A create without a clear outcome, and a program that has the object in another workspace by then. */
import type { Fault, FaultMatch } from "../../emulator/fault";
import { campaign, Scene } from "./scene";
import type { Args, Declaration } from "./programs";

const create = { operation: "create" } as const;
const mute = { campaignCreateData: "text", otherCreateData: "text", campaignListIds: true } as const;
const QUESTION = /an earlier create of this resource, in another workspace, had no clear outcome/;

type OneFault = Fault & { readonly match: FaultMatch; readonly nth?: number; readonly times?: "always" };
const unanswered = (when: "before" | "after"): OneFault => ({ fault: "stall", ms: 0, when, match: create });
const noLists = (nth: number): OneFault => ({ fault: "error500", match: { operation: "list" }, nth, times: "always" });

const north = (args: Args = {}): Declaration => campaign("a", { workspace: "north", ...args });
const live = (scene: Scene) => scene.network.dashboard.list("Campaign").map(({ id, workspace }) => ({ id, workspace }));
const places = (scene: Scene) => live(scene).map(({ workspace }) => workspace);

/** Killed in its create in `default`: only the machine's notes know. */
async function interrupted(when: "before" | "after", args: Args = {}): Promise<Scene> {
  const scene = new Scene(mute);
  await scene.up([campaign("a", args)], { fault: unanswered(when), killAt: { request: 2, delayMs: 5_000 } });
  return scene;
}

/** Unclear in the state, and made in `default` a minute ago, or never. */
async function unclear(when: "before" | "after", args: Args = {}): Promise<Scene> {
  const scene = new Scene({ ...mute, listLagRequests: 3 });
  const mishap = when === "after" ? { fault: noLists(2), late: 31_000 } : { fault: unanswered("before") };
  const first = await scene.up([campaign("a", args)], mishap);
  expect(first.errors.join()).toContain("It is not known whether");
  expect(scene.idOf("a")).toContain("id-not-told:");
  await scene.wait(60);
  return scene;
}

describe.each([
  ["that the notes of the machine alone know", interrupted],
  ["that its state knows", unclear],
])("a create %s", (_title, begun) => {
  it("is asked about in every run, and nothing is sent", async () => {
    const scene = await begun("after");
    const before = live(scene);
    for (let runs = 0; runs < 3; runs++) {
      expect((await scene.up([north()])).errors.join()).toMatch(QUESTION);
      await scene.wait(600);
    }
    expect(live(scene)).toEqual(before);
  });

  it("is looked for where it was, once the program has it there again, and is moved then", async () => {
    const scene = await begun("after");
    const [before] = live(scene);
    await scene.up([north()]);
    expect((await scene.up([campaign("a")])).errors).toEqual([]);
    expect(scene.idOf("a")).toBe(before?.id);
    expect((await scene.up([north()])).errors).toEqual([]);
    expect(live(scene)).toEqual([{ id: scene.idOf("a"), workspace: "north" }]);
  });

  it.each(["before", "after"] as const)("is made there once the program says that nothing was (%s)", async (when) => {
    const scene = await begun(when);
    await scene.up([north()]);
    for (const { id, workspace } of live(scene))
      if (workspace === "default") scene.network.dashboard.delete("Campaign", id);
    expect((await scene.up([north({ existingId: "none" })])).errors).toEqual([]);
    expect((await scene.up([north()])).errors).toEqual([]);
    expect(live(scene)).toEqual([{ id: scene.idOf("a"), workspace: "north" }]);
  });

  it.each(["pause", "retain"])("is asked about under the policy %s, too", async (deletionPolicy) => {
    const scene = await begun("after", { deletionPolicy });
    expect((await scene.up([north({ deletionPolicy })])).errors.join()).toMatch(QUESTION);
    expect(places(scene)).toEqual(["default"]);
  });

  it("is answered by the ID of an object", async () => {
    const scene = await begun("after");
    await scene.up([north()]);
    await scene.up([campaign("b", { workspace: "north" })]);
    const existingId = scene.idOf("b");
    scene.disk.state.delete("b");
    expect((await scene.up([north({ existingId })])).errors).toEqual([]);
    expect(scene.idOf("a")).toBe(existingId);
    expect((await scene.up([north({ campaignType: "inbound", name: "Other", existingId: undefined })])).errors).toEqual(
      [],
    );
  });

  it("is none of another resource's business", async () => {
    const scene = await begun("after");
    expect((await scene.up([campaign("b", { workspace: "north" })], { targets: ["b"] })).errors).toEqual([]);
    expect(places(scene).sort()).toEqual(["default", "north"]);
  });
});

it("is asked about once where no run knows the machine of another", async () => {
  const scene = await unclear("after");
  const onFreshRunner = async (args: Args = {}): Promise<string> => {
    scene.forget();
    const { errors } = await scene.up([north(args)]);
    await scene.wait(60);
    return errors.join();
  };
  // An answer before the question is none.
  expect(await onFreshRunner({ existingId: "none" })).toMatch(QUESTION);
  // What is there may be it, by all that a list shows. Who has looked in the dashboard knows better.
  for (const { id } of live(scene)) scene.network.dashboard.change("Campaign", id, { name: "By hand" });
  expect(await onFreshRunner()).toMatch(QUESTION);
  expect(places(scene)).toEqual(["default"]);
  expect(await onFreshRunner({ existingId: "none" })).toBe("");
  expect(await onFreshRunner()).toBe("");
  expect(live(scene)).toContainEqual({ id: scene.idOf("a"), workspace: "north" });
});

it("is found where it was by a refresh, also once it was asked about, and is moved then as any other", async () => {
  const scene = await unclear("after");
  const [before] = live(scene);
  expect((await scene.up([north()])).errors.join()).toMatch(QUESTION);
  await scene.wait(600);
  expect((await scene.up([north()], { refresh: true })).errors).toEqual([]);
  expect(live(scene)).toEqual([{ id: scene.idOf("a"), workspace: "north" }]);
  expect(scene.idOf("a")).not.toBe(before?.id);
});

it("goes on being looked for where it was, once a fresh runner has asked about it", async () => {
  const scene = await unclear("after");
  const [before] = live(scene);
  scene.forget();
  expect((await scene.up([north()])).errors.join()).toMatch(QUESTION);
  scene.forget();
  await scene.wait(60);
  expect((await scene.up([campaign("a")])).errors).toEqual([]);
  expect(live(scene)).toEqual([{ id: before?.id, workspace: "default" }]);
});

it("what is proven never to have been made is no question, also where the next create fails", async () => {
  const scene = await unclear("before");
  const refusal = { fault: "refusal", match: create, text: "maintenance" } as const;
  expect((await scene.up([north()], { fault: refusal })).errors.join()).toContain("was not created");
  expect((await scene.up([north()])).errors).toEqual([]);
  expect(live(scene)).toEqual([{ id: scene.idOf("a"), workspace: "north" }]);
});

it.each([1, 2])("nor where the run is killed before record %i of it", async (killBeforeRecord) => {
  const scene = await unclear("before");
  await scene.up([north()], { killBeforeRecord });
  await scene.wait(60);
  expect((await scene.up([north()])).errors).toEqual([]);
  expect(live(scene)).toEqual([{ id: scene.idOf("a"), workspace: "north" }]);
});

it("nor where a refresh has proven it, of a resource that was renamed meanwhile", async () => {
  const scene = new Scene(mute);
  await scene.up([campaign("a")], { fault: unanswered("before") });
  await scene.up([campaign("a", { name: "Summer" })], { fault: noLists(8) });
  expect(scene.idOf("a")).toBe("id-not-told:default/Summer");
  await scene.wait(60);
  expect((await scene.up([north({ name: "Summer" })], { refresh: true })).errors).toEqual([]);
});

it.each(["before", "after"] as const)("nor where a destroy has deleted it or proven it (made: %s)", async (when) => {
  const scene = await unclear(when);
  expect((await scene.up([])).errors).toEqual([]);
  expect(live(scene)).toEqual([]);
  await scene.wait(600);
  expect((await scene.up([north()])).errors).toEqual([]);
});

it("a state that does not say where its create was sent says it by its workspace", async () => {
  const scene = await unclear("after");
  const entry = scene.disk.state.get("a");
  if (entry === undefined) throw new Error("there is no entry");
  const begun = { ...(entry.outputs["__begun"] as object), place: undefined };
  scene.disk.state.set("a", { ...entry, outputs: { ...entry.outputs, __begun: begun } });
  scene.forget();
  expect((await scene.up([north()])).errors.join()).toMatch(QUESTION);
  expect(places(scene)).toEqual(["default"]);
});

it.each([
  ["in another workspace", { workspace: "north" }],
  ["under another name", { name: "Summer" }],
])("a resource that an alias renames is asked about, or has its campaign, %s as well", async (_title, args) => {
  const scene = await unclear("after");
  const entry = scene.disk.state.get("a");
  if (entry === undefined) throw new Error("there is no entry");
  scene.disk.state.delete("a");
  scene.disk.state.set("b", { ...entry, name: "b" });
  const { errors } = await scene.up([campaign("b", args)]);
  if ("workspace" in args) expect(errors.join()).toMatch(QUESTION);
  expect(places(scene)).toEqual(["default"]);
});

describe("on several machines", () => {
  it("the question leaves the state as it is, so that the next machine asks as well", async () => {
    const scene = new Scene(mute);
    await scene.up([north()], { fault: unanswered("before"), killAt: { request: 2, delayMs: 5_000 } });
    const laptop = scene.disk.memory;
    scene.forget();
    await scene.up([campaign("a")], { fault: noLists(2), late: 31_000 });
    await scene.wait(60);
    scene.disk.memory = laptop;
    expect((await scene.up([north()])).errors.join()).toMatch(QUESTION);
    scene.forget();
    await scene.wait(60);
    expect((await scene.up([north()])).errors.join()).toMatch(QUESTION);
    expect(places(scene)).toEqual(["default"]);
  });

  it("an answer is none for a create that came after the question", async () => {
    const scene = await interrupted("before");
    expect((await scene.up([north()])).errors.join()).toMatch(QUESTION);
    const laptop = scene.disk.memory;
    scene.forget();
    expect((await scene.up([campaign("a")], { late: 60_000 })).errors.join()).toContain("It is not known whether");
    await scene.wait(120);
    scene.disk.memory = laptop;
    expect((await scene.up([north({ existingId: "none" })])).errors.join()).toMatch(QUESTION);
    expect(places(scene)).toEqual(["default"]);
  });
});

it("an ID that is given unasked is taken, and what may be in the other workspace is told of", async () => {
  const scene = await unclear("after");
  await scene.up([campaign("b", { workspace: "north" })], { targets: ["b"] });
  const existingId = scene.idOf("b");
  scene.disk.state.delete("b");
  const { errors, notes } = await scene.up([north({ existingId })]);
  expect(errors).toEqual([]);
  expect(notes.join()).toContain("What it may have made there is nobody's now: look in the dashboard.");
});

describe("what is somebody's is not deleted by a move", () => {
  it("a campaign of that name that a person made since", async () => {
    const scene = await unclear("before");
    const theirs = { name: "Spring", notes: "by hand", workspace: "default", campaign_type: "outbound" };
    const { id } = scene.network.dashboard.create("Campaign", theirs);
    expect((await scene.up([north()])).errors.join()).toMatch(QUESTION);
    expect(live(scene)).toEqual([{ id, workspace: "default" }]);
  });

  it.each([{ days_of_week: [3] }, { status: "paused" }])("what a person changed since: %j", async (change) => {
    const scene = await unclear("after");
    const [id = ""] = scene.network.dashboard.ids("Campaign");
    scene.network.dashboard.change("Campaign", id, change);
    expect((await scene.up([north()])).errors.join()).toMatch(QUESTION);
    expect(live(scene)).toEqual([{ id, workspace: "default" }]);
  });

  it.each([100, 600])("what another resource takes over in this run, writes %i ms late", async (late) => {
    const scene = await unclear("after");
    await scene.up([campaign("b"), north()], { late });
    await scene.wait(60);
    await scene.up([campaign("b"), north()]);
    expect(live(scene)).toContainEqual({ id: scene.idOf("b"), workspace: "default" });
  });
});

describe('`existingId: "none"`', () => {
  it("answers nothing that was never asked", async () => {
    const scene = await interrupted("after", { existingId: "none" });
    expect((await scene.up([north({ existingId: "none" })])).errors.join()).toMatch(QUESTION);
    expect(places(scene)).toEqual(["default"]);
  });

  it("is asked for once the create cannot be carried out any more, so that whoever looks sees it", async () => {
    const scene = new Scene(mute);
    await scene.up([campaign("a")], { late: 25_000, killAt: { request: 2, delayMs: 100 } });
    const asked = await scene.up([north()]);
    expect(asked.errors.join()).toMatch(QUESTION);
    expect(asked.notes.join()).toContain("waiting until it can no longer be carried out");
    expect(places(scene)).toEqual(["default"]);
  });
});

it("gets through as told after a change of token", async () => {
  const scene = await interrupted("after");
  const { notes } = scene.disk.memory;
  const former = notes.map((note) => ("account" in note ? { ...note, account: "of the former token" } : note));
  notes.splice(0, notes.length, ...former);
  expect((await scene.up([north()])).errors.join()).toMatch(QUESTION);
  expect((await scene.up([campaign("a")])).errors).toEqual([]);
  expect((await scene.up([north()])).errors).toEqual([]);
  expect(live(scene)).toEqual([{ id: scene.idOf("a"), workspace: "north" }]);
});

it("is not made again where its policy leaves it, and it may be under way yet", async () => {
  const retained = campaign("a", { deletionPolicy: "retain" });
  const scene = new Scene(mute);
  const fault = { fault: "stall", ms: 0, match: create } as const;
  const first = await scene.up([retained], { fault, late: 60_000 });
  expect(first.errors.join()).toContain("It is not known whether");
  await scene.up([]);
  expect((await scene.up([retained])).errors).toEqual([]);
  await scene.wait(300);
  expect(live(scene)).toEqual([{ id: scene.idOf("a"), workspace: "default" }]);
});

describe("what was made, is in no state, and nothing reads alone", () => {
  const hook = (workspace: string, args: Args = {}): readonly Declaration[] => [
    { kind: "Webhook", name: "w", args: { name: "Hook", workspace, ...args } },
  ];
  async function cutOff(): Promise<{ readonly scene: Scene; readonly id: string }> {
    const scene = new Scene({ campaignListIds: true });
    await scene.up(hook("default"), { killBeforeRecord: 1 });
    expect(scene.idOf("w")).toBeUndefined();
    const [id = ""] = scene.network.dashboard.ids("Webhook");
    return { scene, id };
  }

  it("is named, and is asked about until the program has ruled it out, once", async () => {
    const { scene, id } = await cutOff();
    for (let runs = 0; runs < 2; runs++) {
      const told = (await scene.up(hook("north"))).errors.join();
      expect(told).toContain(`  webhook (ID ${id})\n`);
      expect(told).not.toContain("as it is shown here");
    }
    scene.network.dashboard.delete("Webhook", id);
    expect((await scene.up(hook("north", { existingId: "none" }))).errors).toEqual([]);
    expect((await scene.up(hook("default"))).errors).toEqual([]);
    expect(scene.network.dashboard.ids("Webhook")).toEqual([scene.idOf("w")]);
  });

  it("is no question of a create that was never sent, once the program has it there again", async () => {
    const { scene } = await cutOff();
    await scene.up(hook("north"));
    scene.network.dashboard.create("Webhook", { name: "Hook", workspace: "north" });
    expect((await scene.up(hook("default"))).errors).toEqual([]);
  });

  it("is spoken of alone where it alone is in question", async () => {
    const scene = new Scene({ ...mute, otherCreateData: "object" });
    await scene.up(hook("default"), { killBeforeRecord: 1 });
    await scene.up(hook("north"));
    scene.network.dashboard.delete("Webhook", scene.network.dashboard.ids("Webhook")[0] ?? "");
    scene.network.dashboard.create("Webhook", { name: "HOOK!", workspace: "north" });
    const told = (await scene.up(hook("north", { existingId: "none" }))).errors.join();
    expect(told).toContain("HOOK!");
    expect(told).not.toContain("name that workspace");
  });

  it("is found where it is, once the program has it there again", async () => {
    const { scene, id } = await cutOff();
    await scene.up(hook("north"));
    expect((await scene.up(hook("default"))).errors).toEqual([]);
    expect(scene.idOf("w")).toBe(id);
  });
});

it("a campaign of the same workspace, in a list without IDs, is not told to be in another", async () => {
  const scene = new Scene({ campaignListIds: false });
  await scene.up([campaign("a")], { killBeforeRecord: 1 });
  const [id = ""] = scene.network.dashboard.ids("Campaign");
  scene.network.dashboard.change("Campaign", id, { days_of_week: [3] });
  const told = (await scene.up([campaign("a", { name: "Summer" })])).errors.join();
  expect(told).toContain("This may be it");
  expect(told).not.toContain("name that workspace");
});

it.each([
  ["in another workspace", { workspace: "north" }],
  ["under another name", { name: "Summer" }],
])("what was made is asked about also where one that the program has %s can be taken over", async (_title, args) => {
  const scene = new Scene({ ...mute, campaignReadIds: true, campaignCreateData: "id" });
  const moved = [campaign("a", { ...args, adopt: true })];
  await scene.up([campaign("b", args)]);
  scene.disk.state.clear();
  await scene.up([campaign("a")], { killBeforeRecord: 1 });
  const [, id = ""] = scene.network.dashboard.ids("Campaign");
  for (const refresh of [false, true, true])
    expect((await scene.up(moved, { refresh })).errors.join()).toContain(`(ID ${id})`);
  scene.network.dashboard.delete("Campaign", id);
  expect((await scene.up(moved)).errors).toEqual([]);
  expect(scene.network.dashboard.ids("Campaign")).toEqual([scene.idOf("a")]);
});
