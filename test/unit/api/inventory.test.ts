/** What exists, by the API's lists: each read once and shared by all who ask, and never older than it may be. */
import { setTimeout as pause } from "node:timers/promises";
import { CallabError } from "../../../provider/api/errors";
import { Inventory, listsWithin } from "../../../provider/api/inventory";
import type { Live } from "../../../provider/api/object";
import { kinds } from "../../../provider/kinds";
import { failureOf } from "../../support/context";
import { onlyLists, refusal, type OnlyLists } from "./onlyLists";

/** An API that gives its lists whole. */
const listing = (answer: (workspace: string, count: number) => unknown): OnlyLists =>
  onlyLists(({ workspace = "" }, count) => ({ data: answer(workspace, count) }));

const firstId = ({ objects }: { readonly objects: readonly Live[] }): string | undefined => objects[0]?.id;

const { Campaign: campaign, PhoneNumber: phoneNumber } = kinds;
const spring = { id: "1", name: "Spring", workspace: "default" };

describe("sharing", () => {
  it("makes one request of a thousand questions", async () => {
    const { client, asked } = listing(() => [spring]);
    const inventory = new Inventory(client);
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => inventory.list(campaign, "default")));
    expect(asked).toHaveLength(1);
    expect(answers.every((answer) => firstId(answer) === "1")).toBe(true);
    await Promise.all(Array.from({ length: 1_000 }, () => inventory.list(campaign, "default", "afterWrites")));
    expect(asked).toHaveLength(1);
  });

  it("asks once for each kind and workspace, and once for all phone numbers", async () => {
    const { client, asked } = listing(() => []);
    const inventory = new Inventory(client);
    for (const workspace of ["a", "b", "a"]) {
      await inventory.list(campaign, workspace);
      await inventory.list(phoneNumber, workspace);
    }
    expect(asked).toEqual(["Campaign/a", "PhoneNumber/a", "Campaign/b"]);
  });

  it("does not share a failure with those who ask later", async () => {
    const { client, asked } = listing((_, count) => {
      if (count === 1) throw new Error("down");
      return [spring];
    });
    const inventory = new Inventory(client);
    const first = [inventory.list(campaign, "default"), inventory.list(campaign, "default")];
    await Promise.all(first.map((asked) => expect(asked).rejects.toThrow("down")));
    expect(firstId(await inventory.list(campaign, "default"))).toBe("1");
    expect(asked).toHaveLength(2);
  });

  it("reads anew what nobody asked for in a while, and what was in use for too long", async () => {
    let time = 0;
    const { client, asked } = listing(() => [spring]);
    const inventory = new Inventory(client, () => time);
    await inventory.list(campaign, "default");
    for (let step = 0; step < 20; step++) {
      time += 900;
      await inventory.list(campaign, "default");
    }
    expect(asked).toHaveLength(1);
    time += 1_000;
    await inventory.list(campaign, "default");
    expect(asked).toHaveLength(2);
    for (let step = 0; step < 400; step++) {
      time += 900;
      await inventory.list(campaign, "default");
    }
    expect(asked).toHaveLength(3);
  });
});

describe("a list that is read now", () => {
  it("is shared by all who ask before it begins, and by nobody who asked for an older one", async () => {
    const { client, asked } = listing((_, count) => [{ ...spring, id: String(count) }]);
    const inventory = new Inventory(client);
    const old = inventory.list(campaign, "default");
    const fresh = [1, 2, 3, 4, 5].map(() => inventory.list(campaign, "default", "now"));
    expect(firstId(await old)).toBe("1");
    expect(new Set((await Promise.all(fresh)).map(firstId))).toEqual(new Set(["2"]));
    expect(asked).toHaveLength(2);
  });

  it("is one more request for each who asks after the other", async () => {
    const { client, asked } = listing(() => []);
    const inventory = new Inventory(client);
    await inventory.list(campaign, "default", "now");
    await inventory.list(campaign, "default", "now");
    expect(asked).toHaveLength(2);
  });
});

describe("a look at a list whose length is that of a page", () => {
  const names = Array.from({ length: 50 }, (_, index) => ({ ...spring, id: String(index), name: `Spring ${index}` }));
  /** In pages of fifty, of which the second has one more. */
  const pages = ({ page }: { readonly page?: { readonly number: number } }): { data: unknown } => ({
    data: [names, [{ ...spring, id: "50", name: "Spring 50" }], []][page?.number ?? 0] ?? [],
  });

  it("is one request, and shows what is on the first page", async () => {
    const { client, asked } = onlyLists(pages);
    const inventory = new Inventory(client);
    const looks = await Promise.all(Array.from({ length: 100 }, () => inventory.look(campaign, "default")));
    expect(looks.every(({ shown }) => shown.length === 50)).toBe(true);
    expect(asked).toHaveLength(1);
  });

  it("goes on to the end where that is wanted, from the first page that is there, once for all", async () => {
    const { client, asked } = onlyLists(pages);
    const inventory = new Inventory(client);
    const look = await inventory.look(campaign, "default");
    const [one, other] = await Promise.all([look.whole(), inventory.list(campaign, "default")]);
    expect(one).toBe(other);
    expect(one.objects).toHaveLength(51);
    expect(one.notWhole).toBeUndefined();
    expect(asked.filter((request) => request === "Campaign/default?page=1&per_page=50")).toHaveLength(2);
    expect(asked[1]).toBe("Campaign/default?page=1&per_page=50");
  });

  it("reads the first page anew where it was shown a while ago", async () => {
    let time = 0;
    const { client, asked } = onlyLists(pages);
    const look = await new Inventory(client, () => time).look(campaign, "default");
    time += 5_000;
    expect((await look.whole()).objects).toHaveLength(51);
    expect(asked.slice(0, 2)).toEqual(["Campaign/default", "Campaign/default"]);
  });

  it("does not ask for a first page twice that took long to come", async () => {
    let time = 0;
    const { client, asked } = onlyLists((request) => ((time += 5_000), pages(request)));
    await new Inventory(client, () => time).list(campaign, "default");
    expect(asked[1]).toBe("Campaign/default?page=1&per_page=50");
  });

  it("fails as a list where what is shown cannot be read, and says no less", async () => {
    const { client } = onlyLists(() => ({ data: [{ id: "1" }] }));
    const look = await new Inventory(client).look(campaign, "default");
    expect(look.shown).toEqual([]);
    await expect(look.whole()).rejects.toThrow("has no readable name");
  });

  it("is not shared with those who ask after its end has failed", async () => {
    const { client, asked } = onlyLists((request, count) => {
      if (count === 2) throw new Error("down");
      return pages(request);
    });
    const inventory = new Inventory(client);
    const look = await inventory.look(campaign, "default");
    await expect(look.whole()).rejects.toThrow("down");
    expect((await inventory.list(campaign, "default")).objects).toHaveLength(51);
    expect(asked[2]).toBe("Campaign/default");
  });
});

describe("for work that a signal ends", () => {
  const ending = (inventory: Inventory) => {
    const end = new AbortController();
    return { lists: listsWithin(inventory, end.signal), end: () => end.abort(new Error("the time is over")) };
  };

  it("is waited for no longer, and goes on for the others", async () => {
    let answer = (): void => undefined;
    const data = new Promise((resolve) => (answer = () => resolve([spring])));
    const { client, asked } = onlyLists(async () => ({ data: await data }));
    const inventory = new Inventory(client);
    const { lists, end } = ending(inventory);
    const waiting = [lists.list(campaign, "default"), lists.look(campaign, "default")].map(failureOf);
    const others = inventory.list(campaign, "default");
    end();
    for (const failure of waiting) expect((await failure).message).toBe("the time is over");
    answer();
    expect(firstId(await others)).toBe("1");
    expect(asked).toHaveLength(1);
  });

  it("nor are its further pages, or what another read is to tell", async () => {
    const never = new Promise<never>(() => undefined);
    const data = Array.from({ length: 50 }, (_, index) => ({ ...spring, id: String(index) }));
    const { client } = onlyLists((_, count) => (count === 1 ? { data } : never));
    const inventory = new Inventory(client);
    const { lists, end } = ending(inventory);
    expect(await inventory.readMayShow(campaign, ["notes"])).toBe(true);
    const look = await lists.look(campaign, "default");
    const waiting = [look.whole(), lists.readMayShow(campaign, ["notes"])].map(failureOf);
    end();
    for (const failure of waiting) expect((await failure).message).toBe("the time is over");
  });

  it("holds up nobody who waits for what it would have read", async () => {
    const inventory = new Inventory(onlyLists(() => ({ data: [spring] })).client);
    const { lists, end } = ending(inventory);
    expect(await inventory.readMayShow(campaign, ["notes"])).toBe(true);
    const ended = failureOf(lists.readMayShow(campaign, ["notes"]));
    const other = inventory.readMayShow(campaign, ["notes"]);
    end();
    await ended;
    // The first one's read was in vain: now it is the turn of whom nobody waits for any more.
    inventory.readShowed(campaign, [], {});
    expect(await other).toBe(true);
  });
});

describe("after a write", () => {
  it("older lists tell nothing to who reads what is, and one new list tells all of them", async () => {
    const { client, asked } = listing((_, count) => [{ ...spring, id: String(count) }]);
    const inventory = new Inventory(client);
    await inventory.list(campaign, "default");
    inventory.written(campaign, "default");
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => inventory.list(campaign, "default", "afterWrites")),
    );
    expect(new Set(answers.map(firstId))).toEqual(new Set(["2"]));
    expect(asked).toHaveLength(2);
  });

  it("a list that was under way when the write began tells nothing either", async () => {
    const { client } = listing((_, count) => [{ ...spring, id: String(count) }]);
    const inventory = new Inventory(client);
    const before = inventory.list(campaign, "default");
    inventory.written(campaign, "default");
    expect(firstId(await inventory.list(campaign, "default", "afterWrites"))).toBe("2");
    expect(firstId(await before)).toBe("1");
  });

  it("lists of other workspaces and kinds stay good", async () => {
    const { client, asked } = listing(() => []);
    const inventory = new Inventory(client);
    await inventory.list(campaign, "a");
    inventory.written(campaign, "b");
    inventory.written(kinds.Webhook, "a");
    await inventory.list(campaign, "a", "afterWrites");
    expect(asked).toHaveLength(1);
  });
});

describe("what a list says exists", () => {
  const idsIn = async (items: unknown, workspace = "default", kind = campaign): Promise<(string | undefined)[]> =>
    (await new Inventory(listing(() => items).client).list(kind, workspace)).objects.map(({ id }) => id);

  it("is every object of the workspace that was asked for", async () => {
    const other = { id: "2", name: "Autumn", workspace: "team-a" };
    expect(await idsIn([spring, other])).toEqual(["1"]);
    expect(await idsIn([spring, { ...other, workspace: undefined, workspace_id: "team-a" }])).toEqual(["1"]);
    expect(await idsIn([spring, { ...other, workspace: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01" }])).toEqual(["1", "2"]);
    expect(await idsIn([spring, { ...other, workspace: null }])).toEqual(["1", "2"]);
  });

  it.each<[string, string, unknown]>([
    ["its slug in another letter case", "default", "DEFAULT"],
    ["its slug with blanks around it", "default", " default "],
    ["a display name", "default", "Default"],
    ["another display name", "default", "Main office"],
    ["a display name of one word", "default", "Main"],
    ["a number as text", "default", "3"],
    ["a number", "default", 3],
    ["a UUID", "default", "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01"],
    ["an object", "default", { id: 3, slug: "default" }],
    ["a slug that is asked for by a UUID", "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01", "default"],
    ["a slug in another letter case than it was asked for", "Team-A", "team-a"],
  ])("is also what names its workspace by %s", async (_title, workspace, shown) => {
    expect(await idsIn([{ ...spring, workspace: shown }], workspace)).toEqual(["1"]);
    expect(await idsIn([{ ...spring, workspace: undefined, workspace_id: shown }], workspace)).toEqual(["1"]);
  });

  it("is an object of the workspace if one of two keys says so", async () => {
    expect(await idsIn([{ ...spring, workspace: "main", workspace_id: "default" }])).toEqual(["1"]);
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
    // Times at which nothing can have been deleted: what servers write in the place of "never".
    ["-0001-11-30T00:00:00.000000Z", true],
    ["-0001-11-30 00:00:00", true],
    ["0001-01-01T00:00:00Z", true],
    ["1899-12-30T00:00:00", true],
    ["1970-01-01T00:00:00.000000Z", true],
    ["1970-01-01 00:00:01", true],
    ["9999-12-31T23:59:59Z", true],
    ["9999-12-31", true],
    ["2099-12-31T23:59:59Z", true],
    ["2099-12-31", true],
    ["2038-01-19T03:14:07Z", true],
    ["2038-01-19 03:14:07", true],
    // The same in New York, and in a writing of which the year alone is read.
    ["2038-01-18 22:14:07", true],
    ["19/01/2038 03:14", true],
    ["2037-12-31 23:59:59", true],
    [2_147_483_647, true],
    [-62_135_596_800, true],
    [1, true],
    [253_402_300_799, true],
    ["never", true],
    ["no", true],
    // And other writings of one at which something was.
    [1_764_151_200_000, false],
    ["1764151200", false],
    ["2025-11-26 10:00:00+00", false],
    ["26/11/2025 10:00", false],
    ["yes", false],
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

  it.each<[string, unknown]>([
    ["0", 0],
    ["0 as text", "0"],
    ["the text null", "null"],
    ["the UUID of nobody", "00000000-0000-0000-0000-000000000000"],
    ["their company's", "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01"],
    ["a number that is rounded when it is read", 9_007_199_254_740_993],
  ])("is every entry, without an ID, where all have one and the same: %s", async (_title, id) => {
    const autumn = { ...spring, name: "Autumn" };
    expect(await idsIn([spring, autumn].map((each) => ({ ...each, id })))).toEqual([undefined, undefined]);
  });

  it("tells no ID of any entry where two that are called otherwise have one", async () => {
    const [autumn, winter] = ["Autumn", "Winter"].map((name) => ({ ...spring, name }));
    expect(await idsIn([spring, autumn, { ...winter, id: "2" }])).toEqual([undefined, undefined, undefined]);
  });

  it("takes an ID for its object's that another one had which was deleted", async () => {
    expect(await idsIn([{ ...spring, name: "Autumn", deleted_at: "2026-11-01" }, spring])).toEqual(["1"]);
  });

  it("tells no rounded number as an ID", async () => {
    expect(await idsIn([{ ...spring, id: 9_007_199_254_740_993 }])).toEqual([undefined]);
    expect(await idsIn([{ ...spring, id: "9007199254740993" }])).toEqual(["9007199254740993"]);
  });

  it("is each object once, though it be listed twice", async () => {
    const later = { ...spring, notes: "changed" };
    expect(await idsIn([spring, spring, later])).toEqual(["1"]);
    const number = { phone_number: "+442079460958", nickname: "Main", workspace: "default" };
    const again = { workspace: "default", nickname: "Main", phone_number: "+442079460958" };
    expect(await idsIn([number, again], "default", phoneNumber)).toEqual([undefined]);
  });

  it("is two objects where two of a name differ in anything, or in their IDs: which one is meant is not decided here", async () => {
    expect(await idsIn([{ name: "Spring" }, { name: "Spring", notes: "x" }])).toEqual([undefined, undefined]);
    expect(await idsIn([{ name: "Spring" }, { name: "Spring", call_progress: 3 }])).toEqual([undefined, undefined]);
    expect(await idsIn([spring, { ...spring, id: "2" }])).toEqual(["1", "2"]);
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
    ["an object with other arrays only", { errors: [], warnings: [] }],
    ["an object with two lists", { items: [spring], results: [] }],
    ["an object whose list is none", { items: spring }],
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

describe("a list that is not whole", () => {
  const more = { data: [spring], beside: { total: 3 } };

  it("says so, and why, to all who share it", async () => {
    const { client, asked } = onlyLists(() => more);
    const inventory = new Inventory(client);
    const answers = await Promise.all([1, 2, 3].map(() => inventory.list(campaign, "default")));
    for (const { objects, notWhole } of answers) {
      expect(objects.map(({ id }) => id)).toEqual(["1"]);
      expect(notWhole).toBe("the API says that there are 3 and showed 1");
    }
    expect(asked).toEqual([
      "Campaign/default",
      "Campaign/default?page=1&per_page=1",
      "Campaign/default?page=2&per_page=1",
    ]);
  });

  it("is another thing than one that leaves out other workspaces and what is deleted", async () => {
    const others = [
      { ...spring, id: "2", workspace: "sales" },
      { ...spring, id: "3", deleted_at: "2026-11-01" },
    ];
    const { client } = onlyLists(() => ({ data: [spring, ...others], beside: { total: 3 } }));
    const { objects, notWhole } = await new Inventory(client).list(campaign, "default");
    expect(objects.map(({ id }) => id)).toEqual(["1"]);
    expect(notWhole).toBeUndefined();
  });

  it("says what the API said when it was asked for the rest", async () => {
    const { client } = onlyLists(({ page }) => {
      if (page !== undefined) throw refusal("unknown field page");
      return more;
    });
    const { notWhole } = await new Inventory(client).list(campaign, "default");
    expect(notWhole).toBe("the API says that there are 3 and showed 1, and refused the next page (unknown field page)");
  });
});

describe("a later page", () => {
  const ten = Array.from({ length: 10 }, (_, index) => ({ id: String(index), name: `Campaign ${index}` }));

  it.each<[string, unknown]>([
    ["is no list", { error: "busy" }],
    ["holds an entry that is no object", [null]],
    ["holds an entry without a name", [{ id: "11" }]],
    ["holds a name that is no text", [{ id: "11", name: ["Spring"] }]],
  ])("that %s fails the list as the first would", async (_title, data) => {
    const { client } = onlyLists(({ page }) => ({ data: page === undefined ? ten : data }));
    const failure = await failureOf(new Inventory(client).list(campaign, "default"));
    expect(failure).toBeInstanceOf(CallabError);
    expect(failure.message).toContain("so what exists is not known");
  });

  it("may hold nothing but somebody's nameless draft", async () => {
    const { client } = onlyLists(({ page: { number } = { number: 0, size: 10 } }) => ({
      data: [ten, [{ id: "11", name: null }]][number] ?? [],
    }));
    expect((await new Inventory(client).list(campaign, "default")).objects).toHaveLength(11);
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
