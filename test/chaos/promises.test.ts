/**
 * The promises of the lifecycle, one test each, against the emulator in virtual time. docs/reliability-tests.md lists
 * them with these names; the mutation run (`npm run test:mutation`) shows that each test fails when its promise is broken.
 */
import type { Declaration } from "./programs";
import { campaign, Scene } from "./scene";

const withIds = { campaignListIds: true, campaignReadIds: true } as const;

const writes = (scene: Scene): string[] =>
  scene.network.log.entries.filter(({ method }) => method === "POST").map(({ operation }) => String(operation));

/** The one campaign that lives. */
const live = (scene: Scene) => scene.network.dashboard.list("Campaign");

describe("create", () => {
  it("sends no second POST when the answer is lost", async () => {
    const scene = new Scene(withIds);
    const run = await scene.up([campaign("a")], { fault: { fault: "dropAfter", match: { operation: "create" } } });
    expect(run.errors).toEqual([]);
    expect(writes(scene)).toEqual(["create"]);
    expect(live(scene)).toMatchObject([{ id: scene.idOf("a") }]);
  });

  it("waits for a list that lags before it gives up on a lost answer", async () => {
    const scene = new Scene({ ...withIds, listLagRequests: 3 });
    const run = await scene.up([campaign("a")], { fault: { fault: "dropAfter", match: { operation: "create" } } });
    expect(run.errors).toEqual([]);
    expect(live(scene)).toMatchObject([{ id: scene.idOf("a") }]);
  });

  it("does not believe a 503 that the work was not done", async () => {
    const scene = new Scene(withIds);
    const fault = { fault: "unavailable", when: "after", match: { operation: "create" } } as const;
    const run = await scene.up([campaign("a")], { fault });
    expect(run.errors).toEqual([]);
    expect(writes(scene)).toEqual(["create"]);
  });

  it("tries again what was surely not done", async () => {
    const scene = new Scene(withIds);
    const fault = { fault: "rateLimit", retryAfter: 2, match: { operation: "create" } } as const;
    const run = await scene.up([campaign("a")], { fault });
    expect(run.errors).toEqual([]);
    expect(writes(scene)).toEqual(["create", "create"]);
    expect(live(scene)).toHaveLength(1);
  });

  it("takes over an equal object instead of making another", async () => {
    const scene = new Scene(withIds);
    await scene.up([campaign("a")]);
    scene.disk.state.clear();
    scene.forget();
    const run = await scene.up([campaign("a")]);
    expect(run.errors).toEqual([]);
    expect(writes(scene)).toEqual(["create"]);
    expect(scene.idOf("a")).toBe(live(scene)[0]?.id);
  });

  it("refuses to take over an object that differs, and changes nothing", async () => {
    const scene = new Scene(withIds);
    await scene.up([campaign("a", { notes: "theirs" })]);
    scene.disk.state.clear();
    scene.forget();
    const run = await scene.up([campaign("a", { notes: "ours" })]);
    expect(run.errors.join()).toContain("set `adopt: true`");
    expect(live(scene)).toMatchObject([{ notes: "theirs" }]);
    expect(writes(scene)).toEqual(["create"]);
  });

  it("records an object whose ID is told nowhere, and makes no second one", async () => {
    const scene = new Scene("nameless");
    for (let runs = 0; runs < 3; runs++) {
      const run = await scene.up([campaign("a")]);
      expect(run.errors.join()).toContain("no second one will be created");
    }
    expect(writes(scene)).toEqual(["create"]);
    expect(live(scene)).toHaveLength(1);
  });
});

describe("a create whose outcome is not known", () => {
  const lost = { fault: "dropAfter", match: { operation: "create" } } as const;
  /** It is carried out, longer after its client gave up than any list is asked for it. */
  const late = 70_000;

  it("is found under another spelling of its name", async () => {
    for (const names of ["nfc", "collapsed", "escaped"] as const) {
      const scene = new Scene({ ...withIds, names });
      const run = await scene.up([campaign("a", { name: "Cafe\u0301  & more" })], { fault: lost });
      expect(run.errors).toEqual([]);
      expect(writes(scene)).toEqual(["create"]);
      expect(live(scene)).toMatchObject([{ id: scene.idOf("a") }]);
    }
  });

  it("keeps everything else from being sent while something under another name may be what it made", async () => {
    const scene = new Scene({ ...withIds, names: "lower" });
    for (const fault of [lost, undefined, undefined]) {
      const run = await scene.up([campaign("a")], fault === undefined ? {} : { fault });
      expect(run.errors.join()).toContain(`campaign "spring" (ID ${String(live(scene)[0]?.["id"])})`);
      scene.forget();
    }
    expect(writes(scene)).toEqual(["create"]);
    const run = await scene.up([campaign("a", { name: "spring" })]);
    expect(run.errors).toEqual([]);
    expect(live(scene)).toMatchObject([{ id: scene.idOf("a") }]);
  });

  it("is cleared up by `existingId: none` as far as the program's author was told, and no further", async () => {
    const scene = new Scene({ ...withIds, names: "lower" });
    const none = campaign("a", { existingId: "none" });
    await scene.up([campaign("a")], { fault: lost });
    const { id } = scene.network.dashboard.create("Campaign", { name: "Another" });
    expect((await scene.up([none])).errors.join()).toContain(`campaign "Another" (ID ${id})`);
    expect(writes(scene)).toEqual(["create"]);
    expect((await scene.up([none])).errors).toEqual([]);
    expect(writes(scene)).toEqual(["create", "create"]);
  });

  it("goes with the stack: another machine waits for it, and makes no second one", async () => {
    for (const refresh of [false, true]) {
      const scene = new Scene(withIds);
      expect((await scene.up([campaign("a")], { late })).errors.join()).toContain("It is not known whether");
      expect(live(scene)).toEqual([]);
      scene.forget();
      const run = await scene.up([campaign("a")], { refresh });
      await scene.wait(120);
      expect(run.errors).toEqual([]);
      expect(live(scene)).toMatchObject([{ id: scene.idOf("a") }]);
    }
  });

  it("is not forgotten because the next run could not look", async () => {
    const scene = new Scene(withIds);
    await scene.up([campaign("a")], { late });
    scene.forget();
    const fault = { fault: "error500", match: { operation: "list" }, times: "always" } as const;
    expect((await scene.up([campaign("a")], { fault })).errors).toHaveLength(1);
    scene.forget();
    const run = await scene.up([campaign("a")]);
    await scene.wait(120);
    expect(run.errors).toEqual([]);
    expect(live(scene)).toMatchObject([{ id: scene.idOf("a") }]);
  });

  it("but that the API said it made is not made again while no list shows it", async () => {
    const scene = new Scene({ campaignListIds: true, campaignCreateData: "text", listLagMs: 200_000 });
    for (let runs = 0; runs < 3; runs++) {
      const run = await scene.up([campaign("a")]);
      expect(run.errors.join()).toContain("it is not in the list yet");
      scene.forget();
      await scene.wait(10);
    }
    expect(writes(scene)).toEqual(["create"]);
    await scene.wait(200);
    expect((await scene.up([campaign("a")])).errors).toEqual([]);
    expect(live(scene)).toMatchObject([{ id: scene.idOf("a") }]);
  });
});

describe("what cannot be told apart or seen whole", () => {
  /** Of several campaigns only the one that was made first can be seen, and none can be read alone. */
  const short = {
    ...withIds,
    listPages: "paged",
    pageQuery: "ignored",
    pageHints: "total",
    pageSize: 1,
    absentRoutes: ["campaign.read"],
  } as const;

  it("several campaigns of the name: nothing is created, and the run says so", async () => {
    const scene = new Scene(withIds);
    for (let count = 0; count < 2; count++) scene.network.dashboard.create("Campaign", { name: "Spring" });
    const run = await scene.up([campaign("a")]);
    expect(run.errors.join()).toContain("Which one is meant cannot be told");
    expect(writes(scene)).toEqual([]);
  });

  it("a list that is not whole: nothing is created that it may lack", async () => {
    const scene = new Scene(short);
    for (const name of ["First", "Second"]) scene.network.dashboard.create("Campaign", { name });
    const run = await scene.up([campaign("a")]);
    expect(run.errors.join()).toContain("may not be whole");
    expect(writes(scene)).toEqual([]);
  });

  it("a list that is not whole: nothing is taken for gone that it lacks", async () => {
    const scene = new Scene(short);
    scene.network.dashboard.create("Campaign", { name: "First" });
    const first = await scene.up([campaign("a")]);
    // Nor is it read back from it: what nobody has seen calls nobody.
    expect(first.errors.join()).toContain("could not be read back");
    const id = scene.idOf("a");
    const run = await scene.up([campaign("a")], { refresh: true });
    expect(run.errors.join()).toContain("may not be whole");
    expect(scene.idOf("a")).toBe(id);
    expect(writes(scene)).toEqual(["create", "update"]);
    expect(live(scene).map(({ name, status }) => [name, status])).toContainEqual(["Spring", "paused"]);
  });
});

describe("read", () => {
  it("takes no unread list for the absence of an object", async () => {
    const scene = new Scene(withIds);
    await scene.up([campaign("a")]);
    const id = scene.idOf("a");
    const fault = { fault: "forbidden", match: { operation: "list" } } as const;
    const run = await scene.up([campaign("a")], { refresh: true, fault });
    expect(run.errors).toHaveLength(1);
    expect(scene.idOf("a")).toBe(id);
    expect(writes(scene)).toEqual(["create"]);
  });

  it("takes no failed read for the absence of an object that the list does not show yet", async () => {
    const scene = new Scene({ ...withIds, listLagRequests: 3 });
    await scene.up([campaign("a")]);
    const fault = { fault: "error500", match: { operation: "read" }, times: "always" } as const;
    const run = await scene.up([campaign("a")], { refresh: true, fault });
    expect(run.errors).toHaveLength(1);
    expect(scene.idOf("a")).toBe(scene.network.dashboard.ids("Campaign")[0]);
  });

  it("keeps what the API hides", async () => {
    const scene = new Scene({ ...withIds, campaignReferences: "absent" });
    await scene.up([campaign("a")]);
    const run = await scene.up([campaign("a")], { refresh: true });
    expect(run.errors).toEqual([]);
    expect(scene.disk.state.get("a")?.inputs).toMatchObject({ aiAgentId: "11111111-1111-4111-8111-111111111111" });
    expect(writes(scene)).toEqual(["create"]);
  });

  it("sees what somebody deleted, and the next step makes it anew", async () => {
    const scene = new Scene(withIds);
    await scene.up([campaign("a")]);
    const id = scene.idOf("a") ?? "";
    scene.network.dashboard.delete("Campaign", id);
    const run = await scene.up([campaign("a")], { refresh: true });
    expect(run.errors).toEqual([]);
    expect(live(scene)).toMatchObject([{ id: scene.idOf("a") }]);
    expect(scene.idOf("a")).not.toBe(id);
  });
});

describe("update", () => {
  it.each(["paused", "completed"])("leaves a campaign %s that somebody set so", async (status) => {
    const scene = new Scene({ ...withIds, newCampaignStatus: "active" });
    await scene.up([campaign("a")]);
    scene.network.dashboard.change("Campaign", scene.idOf("a") ?? "", { status });
    const run = await scene.up([campaign("a", { notes: "edited" })]);
    expect(run.errors).toEqual([]);
    expect(live(scene)).toMatchObject([{ notes: "edited", status }]);
  });

  it("never sets a completed campaign calling again, whatever is desired", async () => {
    const scene = new Scene(withIds);
    await scene.up([campaign("a", { desiredStatus: "active" })]);
    scene.network.dashboard.change("Campaign", scene.idOf("a") ?? "", { status: "completed" });
    const run = await scene.up([campaign("a", { desiredStatus: "active", notes: "edited" })]);
    expect(run.errors).toEqual([]);
    expect(live(scene)).toMatchObject([{ notes: "edited", status: "completed" }]);
  });

  it("clears a field that is taken out of the program", async () => {
    const scene = new Scene(withIds);
    await scene.up([campaign("a", { contactsListTags: ["vip"] })]);
    await scene.up([campaign("a")]);
    expect(live(scene)[0]?.["contacts_list_tags"] ?? null).toBeNull();
  });
});

describe("delete", () => {
  it("is proven: where the route is not there, the run fails, and the object stays in the state, paused", async () => {
    const scene = new Scene({ ...withIds, absentRoutes: ["campaign.delete"], absentAnswer: "404" });
    await scene.up([campaign("a")]);
    const run = await scene.up([]);
    expect(run.errors.join()).toContain("was not deleted: it is still there");
    expect(live(scene)).toMatchObject([{ id: scene.idOf("a"), status: "paused" }]);
  });

  it("is proven also where the API says that it was done", async () => {
    const scene = new Scene({ ...withIds, deleteDoes: "claimed" });
    await scene.up([campaign("a")]);
    const run = await scene.up([campaign("a", { campaignType: "inbound" })]);
    expect(run.errors.join()).toContain("was not deleted: it is still there");
    expect(live(scene)).toMatchObject([{ id: scene.idOf("a"), campaign_type: "outbound" }]);
  });

  it("takes an object for deleted that is gone, though the answer was lost", async () => {
    const scene = new Scene({ ...withIds, listLagRequests: 2 });
    await scene.up([campaign("a")]);
    const run = await scene.up([], { fault: { fault: "dropAfter", match: { operation: "delete" } } });
    expect(run.errors).toEqual([]);
    expect(live(scene)).toEqual([]);
  });

  it("leaves alone what a renamed resource of the program has taken over", async () => {
    const scene = new Scene(withIds);
    await scene.up([campaign("a")]);
    const id = scene.idOf("a");
    const run = await scene.up([campaign("b")]);
    expect(run.errors).toEqual([]);
    expect(live(scene)).toMatchObject([{ id }]);
    expect(scene.idOf("b")).toBe(id);
  });

  it("releases no phone number unless the program says so", async () => {
    const scene = new Scene({ phoneNumberIds: true });
    const number: Declaration = { kind: "PhoneNumber", name: "n", args: { phoneNumber: "+15555550101" } };
    await scene.up([number]);
    const run = await scene.up([]);
    expect(run.errors).toEqual([]);
    expect(scene.network.dashboard.ids("PhoneNumber")).toHaveLength(1);
  });
});

it("replaces a campaign without two of them at any moment", async () => {
  const scene = new Scene(withIds);
  await scene.up([campaign("a")]);
  const run = await scene.up([campaign("a", { campaignType: "inbound" })]);
  expect(run.errors).toEqual([]);
  expect(scene.network.dashboard.doublesEverMade()).toEqual([]);
  expect(live(scene)).toMatchObject([{ id: scene.idOf("a"), campaign_type: "inbound" }]);
});
