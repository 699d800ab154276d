/** Mishaps that the fault campaign found, each with what must come of it. Named, so that they never come back. */
import type { Program } from "./programs";
import { campaign, Scene } from "./scene";

const create = { operation: "create" } as const;
/** The work is done, and no answer comes. */
const unanswered = { fault: "stall", ms: 0, when: "after", match: create } as const;
/** IDs are in lists only. */
const mute = { campaignCreateData: "text", otherCreateData: "text", campaignListIds: true } as const;
const agents = { one: "44444444-4444-4444-8444-444444444444", two: "55555555-5555-4555-8555-555555555555" };

describe("a process that is killed", () => {
  it("makes no second campaign when its create is carried out half a minute after its death", async () => {
    const scene = new Scene(mute);
    const killed = await scene.up([campaign("a")], { late: 31_000, killAt: { request: 2, delayMs: 100 } });
    expect(killed.killed).toBe(true);
    expect(scene.creates()).toEqual([]);
    expect(scene.disk.memory.notes.filter(({ step }) => step === "begun")).toHaveLength(1);

    const again = await scene.up([campaign("a")]);
    await scene.wait(120);
    expect(again.errors).toEqual([]);
    expect(scene.creates()).toEqual(["Spring"]);
    expect(scene.network.dashboard.ids("Campaign")).toEqual([scene.idOf("a")]);
  });

  it("is remembered from when its create was sent, not from when it began to wait for its turn", async () => {
    const scene = new Scene(mute);
    const killed = await scene.up([campaign("a")], {
      fault: { fault: "rateLimit", retryAfter: 55, match: create },
      late: 20_000,
      killAt: { request: 3, delayMs: 100 },
    });
    expect(killed.killed).toBe(true);

    await scene.up([campaign("a")]);
    await scene.wait(120);
    expect(scene.creates()).toEqual(["Spring"]);
  });

  it("makes no second campaign where the list needs to be asked twice, however long ago that was", async () => {
    const scene = new Scene({ ...mute, listLagRequests: 2 });
    await scene.up([campaign("a")], { fault: unanswered, killAt: { request: 2, delayMs: 5_000 } });
    await scene.wait(600);

    const again = await scene.up([campaign("a")]);
    expect(again.errors).toEqual([]);
    expect(scene.creates()).toEqual(["Spring"]);
  });

  it("leaves an object that the next run identifies, though no list tells IDs", async () => {
    const scene = new Scene({ campaignListIds: false, campaignCreateData: "id" });
    await scene.up([campaign("a")], { killBeforeRecord: 1 });
    expect(scene.idOf("a")).toBeUndefined();

    const again = await scene.up([campaign("a")]);
    expect(again.errors).toEqual([]);
    expect(scene.network.dashboard.ids("Campaign")).toEqual([scene.idOf("a")]);
  });

  it("leaves a campaign that calls with the agent declared now, though the API does not show the agent", async () => {
    const scene = new Scene({ ...mute, campaignReferences: "absent" });
    await scene.up([campaign("a", { aiAgentId: agents.one })], {
      fault: unanswered,
      killAt: { request: 2, delayMs: 5_000 },
    });

    const again = await scene.up([campaign("a", { aiAgentId: agents.two })]);
    expect(again.errors).toEqual([]);
    expect(scene.creates()).toEqual(["Spring"]);
    expect(scene.network.dashboard.list("Campaign")).toMatchObject([{ id: scene.idOf("a"), ai_agent_id: agents.two }]);
  });

  it("leaves a campaign that is taken over and told, where its hidden fields cannot be set again", async () => {
    const scene = new Scene({ ...mute, campaignReferences: "absent", absentRoutes: ["campaign.update"] });
    await scene.up([campaign("a")], { fault: unanswered, killAt: { request: 2, delayMs: 5_000 } });

    const again = await scene.up([campaign("a")]);
    expect(again.errors).toEqual([]);
    expect(again.notes.join()).toContain("does not show aiAgentId");
    expect(scene.network.dashboard.ids("Campaign")).toEqual([scene.idOf("a")]);
  });
});

describe("an update of a killed process that is carried out after its death", () => {
  const killed = { late: 20_000, killAt: { request: 2, delayMs: 100 } };

  it("does not undo a later edit of what the API hides", async () => {
    const scene = new Scene({ ...mute, campaignReferences: "absent" });
    await scene.up([campaign("a", { aiAgentId: agents.one })]);
    expect((await scene.up([campaign("a", { aiAgentId: agents.one, notes: "m" })], killed)).killed).toBe(true);

    const again = await scene.up([campaign("a", { aiAgentId: agents.two, notes: "m" })]);
    await scene.wait(120);
    expect(again.errors).toEqual([]);
    expect(scene.network.dashboard.list("Campaign")).toMatchObject([{ notes: "m", ai_agent_id: agents.two }]);
  });

  it("does not set a campaign calling that the next run pauses", async () => {
    const scene = new Scene(mute);
    await scene.up([campaign("a", { desiredStatus: "active" })]);
    expect((await scene.up([campaign("a", { desiredStatus: "active", notes: "m" })], killed)).killed).toBe(true);

    const again = await scene.up([campaign("a", { desiredStatus: "paused", notes: "m" })]);
    await scene.wait(120);
    expect(again.errors).toEqual([]);
    expect(scene.network.dashboard.list("Campaign")).toMatchObject([{ notes: "m", status: "paused" }]);
  });

  it("does not undo what the next run makes of an object that no state holds yet", async () => {
    const scene = new Scene({ ...mute, campaignReferences: "absent" });
    const first = campaign("a", { aiAgentId: agents.one, desiredStatus: "paused" });
    const late = { late: 20_000, killAt: { request: 4, delayMs: 100 } };
    expect((await scene.up([first], late)).killed).toBe(true);

    const again = await scene.up([campaign("a", { aiAgentId: agents.two, desiredStatus: "paused" })]);
    await scene.wait(120);
    expect(again.errors).toEqual([]);
    expect(scene.network.dashboard.list("Campaign")).toMatchObject([{ ai_agent_id: agents.two, status: "paused" }]);
  });

  it.each([3, 4])(
    "does not set a campaign calling that the program has paused, seen by no refresh (request %s)",
    async (request) => {
      const scene = new Scene({ campaignCreateData: "id", campaignListIds: true, campaignReadIds: true });
      const paused = [campaign("a", { desiredStatus: "paused" })];
      await scene.up(paused);
      const late = { late: 20_000, killAt: { request, delayMs: 100 } };
      expect((await scene.up([campaign("a", { desiredStatus: "active" })], late)).killed).toBe(true);

      expect((await scene.up(paused, { refresh: true })).errors).toEqual([]);
      await scene.wait(120);
      expect(scene.network.dashboard.list("Campaign")).toMatchObject([{ status: "paused" }]);
    },
  );

  it("is nobody else's change where the program has gone back since", async () => {
    const scene = new Scene({ campaignCreateData: "id", campaignListIds: true, campaignReadIds: true });
    await scene.up([campaign("a", { desiredStatus: "paused" })]);
    await scene.up([campaign("a", { desiredStatus: "active", notes: "m" })], killed);
    const back = await scene.up([campaign("a", { desiredStatus: "paused", daysOfWeek: ["tue"] })]);
    expect(back.errors).toEqual([]);
    await scene.wait(120);
    expect(scene.network.dashboard.list("Campaign")).toMatchObject([
      { notes: "n", status: "paused", days_of_week: [2] },
    ]);
  });

  it("takes no pause back that may be somebody else's", async () => {
    const scene = new Scene({ campaignCreateData: "id", campaignListIds: true, campaignReadIds: true });
    await scene.up([campaign("a", { desiredStatus: "active" })]);
    await scene.up([campaign("a", { desiredStatus: "paused" })], killed);
    const back = await scene.up([campaign("a", { desiredStatus: "active", notes: "m" })]);
    expect(back.errors.join()).toContain("Nothing was written");
    await scene.wait(120);
    expect(scene.network.dashboard.list("Campaign")).toMatchObject([{ notes: "n", status: "paused" }]);
  });

  it("is not waited for once it can come no more, nor where it was answered", async () => {
    const scene = new Scene(mute);
    await scene.up([campaign("a")]);
    await scene.up([campaign("a", { notes: "m" })]);
    expect((await scene.up([campaign("a", { notes: "n" })])).notes).toEqual([]);
    await scene.up([campaign("a", { notes: "o" })], killed);
    await scene.wait(60);
    expect((await scene.up([campaign("a", { notes: "o", daysOfWeek: ["tue"] })])).notes).toEqual([]);
  });
});

describe("a list that lags", () => {
  it("does not make a renamed resource a second object", async () => {
    const scene = new Scene({ ...mute, campaignCreateData: "id", listLagRequests: 2 });
    await scene.up([campaign("a")]);
    const id = scene.idOf("a");

    const renamed = await scene.up([campaign("b")]);
    expect(renamed.errors).toEqual([]);
    expect(scene.creates()).toEqual(["Spring"]);
    expect(scene.idOf("b")).toBe(id);
    expect(scene.idOf("a")).toBeUndefined();
  });

  it("does not make a second object where it still shows the former name of the first", async () => {
    const scene = new Scene({ listLagRequests: 2 });
    const webhook = (resource: string, name: string) => [{ kind: "Webhook", name: resource, args: { name } } as const];
    await scene.up(webhook("w", "Hook"));
    await scene.up(webhook("w", "Bell"));
    const renamed = await scene.up(webhook("v", "Bell"));
    expect(renamed.errors).toEqual([]);
    expect(scene.network.dashboard.doublesEverMade()).toEqual([]);
    expect(scene.network.dashboard.ids("Webhook")).toEqual([scene.idOf("v")]);
  });

  it("does not make a second object where no run has learnt that the first was renamed", async () => {
    const scene = new Scene({ listLagRequests: 2, listLagFor: "update" });
    const webhook = (resource: string, name: string) => [{ kind: "Webhook", name: resource, args: { name } } as const];
    await scene.up(webhook("w", "Hook"));
    const fault = { fault: "error500", when: "after", match: { operation: "update" }, times: "always" } as const;
    expect((await scene.up(webhook("w", "Bell"), { fault })).errors).toHaveLength(1);
    const renamed = await scene.up(webhook("v", "Bell"));
    expect(renamed.errors).toEqual([]);
    expect(scene.network.dashboard.doublesEverMade()).toEqual([]);
    expect(scene.network.dashboard.ids("Webhook")).toEqual([scene.idOf("v")]);
  });

  it("does not take a number that was made anew for the one that is gone", async () => {
    const scene = new Scene({ otherCreateData: "id", phoneNumberIds: false });
    const number = (resource: string) =>
      [{ kind: "PhoneNumber", name: resource, args: { phoneNumber: "+15555550112" } }] as const;
    await scene.up(number("a"));
    const gone = scene.idOf("a");
    scene.network.dashboard.delete("PhoneNumber", gone ?? "");
    const late = { fault: "stall", ms: 0, when: "after", match: { operation: "create" } } as const;
    await scene.up(number("b"), { fault: late, killAt: { request: 9, delayMs: 5_000 } });
    await scene.up(number("b"));
    expect(scene.network.dashboard.ids("PhoneNumber")).toHaveLength(1);
    expect(scene.idOf("b")).not.toBe(gone);
  });

  it("does not make a second object where an earlier one of the name is gone, too", async () => {
    const scene = new Scene({ ...mute, campaignCreateData: "id", listLagRequests: 3 });
    await scene.up([campaign("a")]);
    scene.network.dashboard.delete("Campaign", scene.idOf("a") ?? "");
    // The new one is made; the old one's delete fails, so that the state has both.
    const fault = { fault: "error500", match: { operation: "read" }, nth: 3, times: "always" } as const;
    const failed = await scene.up([campaign("b")], { fault });
    expect(failed.errors).toHaveLength(1);
    expect([...scene.disk.state.keys()].sort()).toEqual(["a", "b"]);

    const renamed = await scene.up([campaign("c")], { refresh: true });
    expect(renamed.errors).toEqual([]);
    expect(scene.network.dashboard.doublesEverMade()).toEqual([]);
    expect(scene.network.dashboard.ids("Campaign")).toEqual([scene.idOf("c")]);
  });

  it("does not make the state keep what was just replaced, when only the list tells the new ID", async () => {
    const scene = new Scene({ ...mute, listLagRequests: 2 });
    await scene.up([campaign("a")]);

    const replaced = await scene.up([campaign("a", { campaignType: "inbound" })]);
    expect(replaced.errors).toEqual([]);
    expect(scene.network.dashboard.ids("Campaign")).toEqual([scene.idOf("a")]);
  });

  it("does not make the state keep what was deleted in the workspace before, when it ignores workspaces", async () => {
    const scene = new Scene({ webhookFilter: "ignored", workspaceValue: "uuid", listLagRequests: 1 });
    const webhook = (workspace: string) => [{ kind: "Webhook", name: "w", args: { name: "Hook", workspace } } as const];
    await scene.up(webhook("default"));

    const moved = await scene.up(webhook("north"));
    expect(moved.errors).toEqual([]);
    expect(scene.network.dashboard.list("Webhook")).toMatchObject([{ id: scene.idOf("w"), workspace: "north" }]);
  });
});

describe("an API that tells no IDs", () => {
  it("does not lose a recorded campaign whose name the program changes", async () => {
    const scene = new Scene("nameless");
    const first = await scene.up([campaign("a")]);
    expect(first.errors.join()).toContain("no second one will be created");

    const renamed = await scene.up([campaign("a", { name: "Summer" })]);
    expect(renamed.errors.join()).toContain("cannot be deleted: the API never told its ID");
    expect(scene.creates()).toEqual(["Spring"]);
    expect(scene.disk.state.get("a")?.outputs).toMatchObject({ name: "Spring" });
  });

  it("leaves what another resource was told to take over by its ID, where the one that made it leaves the program", async () => {
    const scene = new Scene("nameless");
    await scene.up([campaign("a")]);
    const [id = ""] = scene.network.dashboard.ids("Campaign");
    await scene.wait(660);

    expect((await scene.up([campaign("b", { existingId: id })])).errors).toEqual([]);
    expect([...scene.disk.state.values()].map((entry) => [entry.name, entry.id])).toEqual([["b", id]]);
    expect(scene.network.dashboard.ids("Campaign")).toEqual([id]);
  });

  it("does not take what another resource holds under another name for what is listed", async () => {
    const scene = new Scene("nameless");
    await scene.up([campaign("a")]);
    const other = scene.network.dashboard.create("Campaign", { name: "Autumn", notes: "n", campaign_type: "outbound" });
    await scene.wait(660);

    const { errors } = await scene.up([campaign("b", { existingId: other.id, name: "Autumn", adopt: true })]);
    expect(errors.join()).toContain("cannot be deleted: the API never told its ID");
    expect(scene.disk.state.get("a")?.outputs).toMatchObject({ name: "Spring" });
  });
});

describe("a server that puts names in lower case, and lists no IDs", () => {
  const lost = { fault: "wrongEnvelope", when: "after", match: create } as const;

  it.each<[string, (scene: Scene) => Program]>([
    [
      "was deleted by hand",
      (scene) => {
        scene.network.dashboard.delete("Campaign", scene.idOf("a") ?? "");
        return [campaign("a")];
      },
    ],
    ["is made anew", () => [campaign("a", { campaignType: "inbound" })]],
  ])("makes no second campaign where the first %s, and the answer to the next create is lost", async (_title, edit) => {
    const scene = new Scene({ campaignListIds: false, campaignCreateData: "id", names: "lower" });
    await scene.up([campaign("a")]);
    // The name is written again, and stays what the server makes of it.
    await scene.up([campaign("a")], { refresh: true });
    const program = edit(scene);
    expect((await scene.up(program, { refresh: true, fault: lost })).errors).toHaveLength(1);

    const again = await scene.up(program, { refresh: true });
    expect(again.errors.join()).toMatch(/This may be it:\n {2}campaign "spring"/);
    expect(scene.network.dashboard.doublesEverMade()).toEqual([]);
    expect(scene.network.dashboard.ids("Campaign")).toHaveLength(1);
  });
});

describe("taking over", () => {
  it("refuses to change what cannot be changed on an object that exists, and says so", async () => {
    const scene = new Scene(mute);
    const { id } = scene.network.dashboard.create("Campaign", { name: "Spring", notes: "n", campaign_type: "inbound" });

    const refused = await scene.up([campaign("a", { adopt: true })]);
    expect(refused.errors.join()).toContain("cannot be made what the program says without being made anew");
    expect(scene.network.dashboard.list("Campaign")).toMatchObject([{ id, campaign_type: "inbound" }]);
    expect(scene.creates()).toEqual([]);
  });
});

describe("a create that was unclear, was looked for and sent again, and was refused then", () => {
  const refusal = { fault: "refusal", text: "maintenance" } as const;
  /** Some servers do the work, under a name of their own, and then say no. */
  const done = (scene: Scene): unknown =>
    scene.network.dashboard.create("Campaign", { name: "spring!", notes: "n", campaign_type: "outbound" });

  async function unclear(): Promise<Scene> {
    const scene = new Scene(mute);
    await scene.up([campaign("a")], { fault: { ...unanswered, when: "before" } });
    await scene.wait(60);
    return scene;
  }

  it("is not known not to be done where no look at the list succeeds after that", async () => {
    const scene = await unclear();
    // Eight lists, then the create and all that follows.
    const { errors } = await scene.up([campaign("a")], { fault: { ...refusal, match: {}, nth: 9, times: "always" } });
    expect(errors.join()).toMatch(/not known whether .*maintenance.*could not be looked for either/s);
    done(scene);
    expect((await scene.up([campaign("a")])).errors.join()).toContain('  campaign "spring!"');
    expect(scene.network.dashboard.ids("Campaign")).toHaveLength(1);
  });

  it("nor where the run is killed before such a look", async () => {
    const scene = await unclear();
    await scene.up([campaign("a")], { fault: { ...refusal, match: create }, killAt: { request: 10, delayMs: 0 } });
    expect(scene.network.log.entries.at(-1)?.operation).toBe("create");
    done(scene);
    expect((await scene.up([campaign("a")])).errors.join()).toContain('  campaign "spring!"');
    expect(scene.network.dashboard.ids("Campaign")).toHaveLength(1);
  });

  it("says nothing on a machine whose clock is ahead of another's, where it is unclear by now", async () => {
    const scene = new Scene(mute);
    await scene.up([campaign("a")], { fault: { ...refusal, match: create } });
    const ahead = scene.disk.memory;
    ahead.notes.splice(0, ahead.notes.length, ...ahead.notes.map((note) => ({ ...note, at: note.at + 120_000 })));
    scene.forget();
    expect((await scene.up([campaign("a")], { late: 60_000 })).errors.join()).toContain("It is not known whether");
    scene.disk.memory = ahead;
    await scene.up([campaign("a")]);
    await scene.wait(120);
    expect(scene.network.dashboard.ids("Campaign")).toHaveLength(1);
  });
});
