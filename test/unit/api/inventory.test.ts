/** What exists, by the API's lists: each read once and shared by all who ask, and never older than it may be. */
import { setTimeout as pause } from "node:timers/promises";
import { CallabError } from "../../../provider/api/errors";
import { Inventory } from "../../../provider/api/inventory";
import type { Client } from "../../../provider/api/client";
import { routesWith, type Operation } from "../../../provider/api/routes";
import { kinds } from "../../../provider/kinds";
import type { KindName } from "../../../provider/kinds/schema";
import { failureOf } from "../../support/context";

/** An API that only lists, after a moment; it keeps count. */
function listing(answer: (workspace: string, count: number) => unknown): {
  readonly client: Client;
  readonly lists: string[];
} {
  const lists: string[] = [];
  const client: Client = {
    routes: routesWith({}),
    async send(kind: KindName, operation: Operation, { workspace = "" }) {
      if (operation !== "list") throw new Error(`not asked for: ${operation}`);
      lists.push(`${kind}/${workspace}`);
      const count = lists.length;
      await pause(1);
      return answer(workspace, count);
    },
  };
  return { client, lists };
}

const { Campaign: campaign, PhoneNumber: phoneNumber } = kinds;
const spring = { id: "1", name: "Spring", workspace: "default" };

describe("sharing", () => {
  it("makes one request of a thousand questions", async () => {
    const { client, lists } = listing(() => [spring]);
    const inventory = new Inventory(client);
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => inventory.list(campaign, "default")));
    expect(lists).toHaveLength(1);
    expect(answers.every(([object]) => object?.id === "1")).toBe(true);
    await Promise.all(Array.from({ length: 1_000 }, () => inventory.listAfterWrites(campaign, "default")));
    expect(lists).toHaveLength(1);
  });

  it("asks once for each kind and workspace, and once for all phone numbers", async () => {
    const { client, lists } = listing(() => []);
    const inventory = new Inventory(client);
    for (const workspace of ["a", "b", "a"]) {
      await inventory.list(campaign, workspace);
      await inventory.list(phoneNumber, workspace);
    }
    expect(lists).toEqual(["Campaign/a", "PhoneNumber/a", "Campaign/b"]);
  });

  it("does not share a failure with those who ask later", async () => {
    const { client, lists } = listing((_, count) => {
      if (count === 1) throw new Error("down");
      return [spring];
    });
    const inventory = new Inventory(client);
    const first = [inventory.list(campaign, "default"), inventory.list(campaign, "default")];
    await Promise.all(first.map((asked) => expect(asked).rejects.toThrow("down")));
    await expect(inventory.list(campaign, "default")).resolves.toHaveLength(1);
    expect(lists).toHaveLength(2);
  });

  it("reads anew what nobody asked for in a while, and what was in use for too long", async () => {
    let time = 0;
    const { client, lists } = listing(() => [spring]);
    const inventory = new Inventory(client, () => time);
    await inventory.list(campaign, "default");
    for (let step = 0; step < 20; step++) {
      time += 900;
      await inventory.list(campaign, "default");
    }
    expect(lists).toHaveLength(1);
    time += 1_000;
    await inventory.list(campaign, "default");
    expect(lists).toHaveLength(2);
    for (let step = 0; step < 400; step++) {
      time += 900;
      await inventory.list(campaign, "default");
    }
    expect(lists).toHaveLength(3);
  });
});

describe("a list that is read now", () => {
  it("is shared by all who ask before it begins, and by nobody who asked for an older one", async () => {
    const { client, lists } = listing((_, count) => [{ ...spring, id: String(count) }]);
    const inventory = new Inventory(client);
    const old = inventory.list(campaign, "default");
    const fresh = [1, 2, 3, 4, 5].map(() => inventory.listNow(campaign, "default"));
    expect((await old)[0]?.id).toBe("1");
    expect(new Set((await Promise.all(fresh)).map(([object]) => object?.id))).toEqual(new Set(["2"]));
    expect(lists).toHaveLength(2);
  });

  it("is one more request for each who asks after the other", async () => {
    const { client, lists } = listing(() => []);
    const inventory = new Inventory(client);
    await inventory.listNow(campaign, "default");
    await inventory.listNow(campaign, "default");
    expect(lists).toHaveLength(2);
  });
});

describe("after a write", () => {
  it("older lists tell nothing to who reads what is, and one new list tells all of them", async () => {
    const { client, lists } = listing((_, count) => [{ ...spring, id: String(count) }]);
    const inventory = new Inventory(client);
    await inventory.list(campaign, "default");
    inventory.written(campaign, "default");
    const answers = await Promise.all(Array.from({ length: 50 }, () => inventory.listAfterWrites(campaign, "default")));
    expect(new Set(answers.map(([object]) => object?.id))).toEqual(new Set(["2"]));
    expect(lists).toHaveLength(2);
  });

  it("a list that was under way when the write began tells nothing either", async () => {
    const { client } = listing((_, count) => [{ ...spring, id: String(count) }]);
    const inventory = new Inventory(client);
    const before = inventory.list(campaign, "default");
    inventory.written(campaign, "default");
    expect((await inventory.listAfterWrites(campaign, "default"))[0]?.id).toBe("2");
    expect((await before)[0]?.id).toBe("1");
  });

  it("lists of other workspaces and kinds stay good", async () => {
    const { client, lists } = listing(() => []);
    const inventory = new Inventory(client);
    await inventory.list(campaign, "a");
    inventory.written(campaign, "b");
    inventory.written(kinds.Webhook, "a");
    await inventory.listAfterWrites(campaign, "a");
    expect(lists).toHaveLength(1);
  });
});

describe("what a list says exists", () => {
  const idsIn = async (items: unknown, workspace = "default", kind = campaign): Promise<(string | undefined)[]> =>
    (await new Inventory(listing(() => items).client).list(kind, workspace)).map(({ id }) => id);

  it("is every object of the workspace that was asked for", async () => {
    const other = { id: "2", name: "Autumn", workspace: "team-a" };
    expect(await idsIn([spring, other])).toEqual(["1"]);
    expect(await idsIn([spring, { ...other, workspace: undefined, workspace_id: "team-a" }])).toEqual(["1"]);
    expect(await idsIn([spring, { ...other, workspace: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01" }])).toEqual(["1", "2"]);
    expect(await idsIn([spring, { ...other, workspace: null }])).toEqual(["1", "2"]);
  });

  it("is every phone number, whatever workspace it names", async () => {
    const number = { id: "3", phone_number: "+442079460958", workspace: "team-a" };
    expect(await idsIn([number], "default", phoneNumber)).toEqual(["3"]);
  });

  it.each<[unknown, boolean]>([
    [undefined, true],
    [null, true],
    ["", true],
    [false, true],
    [0, true],
    ["0000-00-00 00:00:00", true],
    ["null", true],
    ["2026-11-01T12:00:00Z", false],
    ["2026-11-01", false],
    [true, false],
    [1_793_000_000, false],
  ])("with deleted_at %j: lives = %s", async (deleted_at, lives) => {
    expect(await idsIn([{ ...spring, deleted_at }])).toEqual(lives ? ["1"] : []);
  });

  it("has the ID, if it tells one, as a text", async () => {
    const ids = [
      { id: 42 },
      { id: "" },
      { id: null },
      {},
      { uuid: "u" },
      { id: null, uuid: "v" },
      { id: { $oid: "x" } },
    ];
    expect(await idsIn(ids.map((id, index) => ({ name: String(index), ...id })))).toEqual([
      "42",
      undefined,
      undefined,
      undefined,
      "u",
      "v",
      undefined,
    ]);
  });

  it("is each object once, and objects without an ID each for itself", async () => {
    expect(await idsIn([spring, spring, { name: "Spring" }, { name: "Spring" }])).toEqual(["1", undefined, undefined]);
  });

  it("is nothing where the list is empty or null", async () => {
    expect(await idsIn([])).toEqual([]);
    expect(await idsIn(null)).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["an object", {}],
    ["a text", "none"],
    ["a number", 0],
    ["true", true],
    ["nothing at all", undefined],
    ["pages", { items: [spring], next: 2 }],
    ["a list in a list", [[spring]]],
    ["a null among objects", [spring, null]],
    ["an object without a name", [spring, { id: "2" }]],
    ["objects that wrap others", [{ campaign: spring }]],
    ["a name that is no text", [{ ...spring, name: ["Spring"] }]],
    ["nothing but nameless objects", [{ id: "1", name: null }]],
  ])("is not known where the answer is %s", async (_title, answer) => {
    const failure = await failureOf(new Inventory(listing(() => answer).client).list(campaign, "default"));
    expect(failure).toBeInstanceOf(CallabError);
    expect(failure.message).toContain("so what exists is not known");
    expect(failure).toMatchObject({ outcome: "unknown", mayBeAbsentObject: false });
  });

  it("may hold somebody's nameless draft", async () => {
    expect(await idsIn([spring, { id: "2", name: null }])).toEqual(["1", "2"]);
  });
});

describe("reading objects alone, for what a list does not show", () => {
  it("is tried by one, while a thousand wait for what it finds", async () => {
    const inventory = new Inventory(listing(() => []).client);
    let reads = 0;
    const ask = async (): Promise<void> => {
      if (!(await inventory.readMayShow(campaign, ["notes"]))) return;
      reads++;
      await pause(1);
      inventory.readShowed(campaign, ["notes"], {});
    };
    await Promise.all(Array.from({ length: 1_000 }, ask));
    expect(reads).toBe(1);
    await ask();
    expect(reads).toBe(1);
  });

  it("is done by all where the first found something", async () => {
    const inventory = new Inventory(listing(() => []).client);
    let reads = 0;
    const ask = async (): Promise<void> => {
      if (!(await inventory.readMayShow(campaign, ["notes", "startedAt"]))) return;
      reads++;
      await pause(1);
      inventory.readShowed(campaign, ["notes", "startedAt"], { notes: "x" });
    };
    await Promise.all(Array.from({ length: 20 }, ask));
    expect(reads).toBe(20);
  });

  it("is tried by the next where the first failed", async () => {
    const inventory = new Inventory(listing(() => []).client);
    expect(await inventory.readMayShow(campaign, ["notes"])).toBe(true);
    const next = inventory.readMayShow(campaign, ["notes"]);
    inventory.readShowed(campaign, [], {});
    expect(await next).toBe(true);
  });

  it("is never needed for what the list shows, and learnt for each kind and field", async () => {
    const inventory = new Inventory(listing(() => []).client);
    expect(await inventory.readMayShow(campaign, [])).toBe(false);
    expect(await inventory.readMayShow(campaign, ["notes"])).toBe(true);
    inventory.readShowed(campaign, ["notes"], {});
    expect(await inventory.readMayShow(campaign, ["notes"])).toBe(false);
    expect(await inventory.readMayShow(campaign, ["startedAt"])).toBe(true);
    inventory.readShowed(campaign, ["startedAt"], {});
    expect(await inventory.readMayShow(kinds.AiAgent, ["notes"])).toBe(true);
  });
});
