/** Lists in pages: all of it, or the word that it may not be all. Never silently short. */
import fc from "fast-check";
import type { ListRequest } from "../../../provider/api/client";
import { CallabError } from "../../../provider/api/errors";
import type { Item } from "../../../provider/api/object";
import { readWholeList, type WholeList } from "../../../provider/api/wholeList";
import { kinds } from "../../../provider/kinds";
import { failureOf } from "../../support/context";
import { breakdown, onlyLists, refusal, type Listed } from "./onlyLists";
import { answerOf, hints, places, plain, type PagedServer } from "./pagedServer";

const { Campaign: campaign } = kinds;

/** Campaigns that tell their IDs. */
const some = (count: number, from = 0): Item[] =>
  Array.from({ length: count }, (_, index) => ({ id: `id-${from + index}`, name: `Campaign ${from + index}` }));

const namesIn = ({ items }: Pick<WholeList, "items">): unknown[] => items.map(({ name }) => name);

/** Reads a list, and tells which pages were asked for: "-" is the list as it is. */
async function read(
  answer: (request: ListRequest, count: number) => Listed,
  routes: Readonly<Record<string, string>> = {},
): Promise<{ list: WholeList; asked: string }> {
  const { client, asked } = onlyLists(answer, routes);
  const list = await readWholeList(client, campaign, "default");
  const pages = asked.map((text) => /page=(\d+)/.exec(text)?.[1] ?? "-");
  return { list, asked: pages.join(" ") };
}

const server = (more: Partial<PagedServer>, objects: readonly Item[]) => (request: ListRequest) =>
  answerOf({ ...plain, ...more }, objects, request);

jest.setTimeout(60_000);

describe("an ordinary list", () => {
  it.each([0, 1, 2, 7, 11, 99, 101, 1_234])("of %i costs one request", async (count) => {
    const { list, asked } = await read(server({}, some(count)));
    expect(list).toMatchObject({ items: some(count), notWhole: undefined });
    expect(asked).toBe("-");
  });

  it.each([10, 20, 100])("of %i, as a page has, costs three, where the server knows no pages", async (count) => {
    const { list, asked } = await read(server({}, some(count)));
    expect(list).toMatchObject({ items: some(count), notWhole: undefined });
    expect(asked).toBe("- 1 2");
  });

  it("is whole where the server wants no such parameters, which is asked twice", async () => {
    const { list, asked } = await read(server({ parameters: "refused" }, some(20)));
    expect(list).toMatchObject({ items: some(20), notWhole: undefined });
    expect(asked).toBe("- 1 1 -");
  });

  it("that holds all it says there are costs one, of whatever length", async () => {
    for (const count of [0, 3, 20, 100]) {
      const { list, asked } = await read(server({ hints: ["total"] }, some(count)));
      expect(list).toMatchObject({ items: some(count), notWhole: undefined });
      expect(asked).toBe("-");
    }
  });

  it("asks with the number of entries that the first answer had", async () => {
    const { client, asked } = onlyLists(server({}, some(24)));
    await readWholeList(client, campaign, "sales");
    expect(asked).toEqual(["Campaign/sales", "Campaign/sales?page=1&per_page=24", "Campaign/sales?page=2&per_page=24"]);
  });
});

describe("a list in pages", () => {
  it.each<[string, Partial<PagedServer>, number, string]>([
    ["counted from 0", {}, 25, "- 1 2 3 2 1 -"],
    ["counted from 1", { from: 1 }, 25, "- 1 2 3 4 3 2 1 -"],
    ["the last of them full", {}, 30, "- 1 2 3 2 1 -"],
    ["only one, and full", {}, 10, "- 1 -"],
    ["only one, and full, counted from 1", { from: 1 }, 10, "- 1 2 -"],
    ["of its own size only", { parameters: "pageOnly" }, 25, "- 1 2 3 2 1 -"],
    ["and the last again behind the last", { behind: "lastPage" }, 25, "- 1 2 3 2 1 -"],
    ["and a refusal behind the last", { behind: "refused" }, 25, "- 1 2 3 3 2 1 -"],
    ["that tell how many there are", { hints: ["total"] }, 25, "- 1 2 2 1 -"],
    ["that tell how many pages there are", { hints: ["lastPage"] }, 25, "- 1 2 3 2 1 -"],
  ])("%s is read to its end, and once more on the way back", async (_title, more, count, expected) => {
    const { list, asked } = await read(server({ pageSize: 10, parameters: "both", ...more }, some(count)));
    expect(list).toMatchObject({ items: some(count), notWhole: undefined });
    expect(asked).toBe(expected);
  });

  it("of another size is followed where the answer says that there are more", async () => {
    for (const hint of hints) {
      const { list } = await read(server({ pageSize: 7, parameters: "both", hints: [hint] }, some(18)));
      expect(list).toMatchObject({ items: some(18), notWhole: undefined });
    }
  });

  it("has each object once, though pages overlap", async () => {
    const pages = [some(10), [...some(3, 7), ...some(7, 10)], []];
    const { list } = await read(({ page }) => ({ data: pages[page?.number ?? 0] ?? [] }));
    expect(list).toMatchObject({ items: some(17), notWhole: undefined });
  });

  it("has each object where all tell one and the same ID", async () => {
    const all = some(25).map((each) => ({ ...each, id: "of-the-company" }));
    const { list } = await read(server({ pageSize: 10, parameters: "both", hints: ["total"] }, all));
    expect(namesIn(list)).toEqual(namesIn({ items: all }));
    expect(list.notWhole).toBeUndefined();
  });

  it("goes on from the page that its route names, by the size that its route names", async () => {
    const { list, asked } = await read(server({ pageSize: 11, parameters: "both", from: 1 }, some(25)), {
      "campaign.list": "GET /campaigns?workspace={workspace}&page=1&per_page=11",
    });
    expect(list).toMatchObject({ items: some(25), notWhole: undefined });
    expect(asked).toBe("- 2 3 4 3 2 -");
  });

  it("costs one request where fewer came than its route asks for", async () => {
    const { asked } = await read(server({}, some(20)), { "campaign.list": "GET /campaigns?per_page=500" });
    expect(asked).toBe("-");
  });

  it("without end is left, and not whole", async () => {
    const { list } = await read(({ page }) => ({ data: some(10, (page?.number ?? 0) * 10) }));
    expect(list.notWhole).toBe("it has more than 1,000 pages");
    expect(list.items).toHaveLength(10_000);
  });
});

describe("a list that says that there are more, and does not show them", () => {
  it.each<[string, Partial<PagedServer>, string]>([
    ["by their number", { hints: ["total"] }, "the API says that there are 18 and showed 7"],
    ["by a count", { hints: ["count"] }, "the API says that there are 18 and showed 7"],
    ["by the last page", { hints: ["lastPage"] }, "the API says that there are 3 pages and showed 1"],
    ["by a next page", { hints: ["next"] }, "the API says that there are more than the 7 it showed"],
    ["by a cursor", { hints: ["nextCursor"] }, "the API says that there are more than the 7 it showed"],
    ["by a header", { hints: ["link"] }, "the API says that there are more than the 7 it showed"],
    [
      "and refuses pages",
      { hints: ["hasMore"], parameters: "refused" },
      "the API says that there are more than the 7 it showed, and refused the next page (unknown field `page`)",
    ],
  ])("%s is not whole, and says why", async (_title, more, reason) => {
    const { list } = await read(server({ pageSize: 7, ...more }, some(18)));
    expect(list).toMatchObject({ items: some(7), notWhole: reason });
  });

  it("is not whole where it shows nothing at all", async () => {
    const { list, asked } = await read(() => ({ data: [], beside: { total: 3 } }));
    expect(list).toMatchObject({ items: [], notWhole: "the API says that there are 3 and showed 0" });
    expect(asked).toBe("-");
  });

  it("is not whole where the pages bring some of them", async () => {
    const pages = [some(2), some(1, 2), []];
    const { list } = await read(({ page }) => ({ data: pages[page?.number ?? 0] ?? [], beside: { total: 4 } }));
    expect(list).toMatchObject({ items: some(3), notWhole: "the API says that there are 4 and showed 3" });
  });

  it("is not whole where it goes on to say so", async () => {
    const { list } = await read(({ page }) => ({
      data: page === undefined ? some(2) : [],
      beside: { has_more: true },
    }));
    expect(list.notWhole).toBe("the API says that there are more than the 2 it showed");
  });
});

describe("a list that says of itself that it is not whole, or not fresh", () => {
  const flawed = (flaw: Listed, data: readonly Item[] = []) => read(() => ({ data, ...flaw }));

  it.each<[string, Listed, string]>([
    ["by a word", { beside: { partial: true } }, "the API says that it is not whole"],
    [
      "by errors beside it",
      { beside: { errors: ["shard 2 unavailable"] } },
      "the API says that something failed while it was put together",
    ],
    ["by HTTP 206", { status: 206 }, "the API says that there are more than the 0 it showed"],
    [
      "by HTTP 206 and of how many it is a part",
      { status: 206, headers: { "content-range": "items 0-0/41" } },
      "the API says that there are 41 and showed 0",
    ],
    ["by a warning", { headers: { warning: '110 - "Response is Stale"' } }, "a cache on the way says that it is stale"],
  ])("%s is none that proves absence", async (_title, flaw, reason) => {
    expect((await flawed(flaw)).list).toMatchObject({ items: [], notWhole: reason });
  });

  it("keeps what it shows", async () => {
    expect((await flawed({ beside: { partial: true } }, some(3))).list.items).toEqual(some(3));
  });

  it("says so on whatever page", async () => {
    const { list } = await read(({ page }) => ({
      data: page === undefined ? some(10) : page.number === 1 ? some(3, 10) : [],
      beside: { partial: page?.number === 1 },
    }));
    expect(list).toMatchObject({ items: some(13), notWhole: "the API says that it is not whole" });
  });

  it("is followed by HTTP 206 until it is whole", async () => {
    const pages = [some(7), some(7, 7), some(3, 14)];
    const { list } = await read(({ page }) => {
      const number = page?.number ?? 0;
      return { data: pages[number] ?? [], status: number < 2 ? 206 : 200 };
    });
    expect(list).toMatchObject({ items: some(17), notWhole: undefined });
  });

  it("is believed where it says so no more when it is read again", async () => {
    const { client } = onlyLists((_, count) => ({ data: some(3), beside: { partial: count === 1 } }));
    expect((await readWholeList(client, campaign, "default")).notWhole).toBeDefined();
    expect((await readWholeList(client, campaign, "default")).notWhole).toBeUndefined();
  });
});

describe("a page that fails", () => {
  it.each([500, 503, undefined])("by HTTP %s fails the list", async (status) => {
    const failure = await failureOf(
      read(({ page }) => {
        if (page !== undefined) throw breakdown(status);
        return { data: some(10) };
      }),
    );
    expect(failure).toBeInstanceOf(CallabError);
  });

  it.each([401, 402, 403, 407, 302])("by HTTP %i is no refusal of the pages, and fails the list", async (status) => {
    const failure = await failureOf(
      read(({ page }) => {
        if (page !== undefined) throw refusal("no", status);
        return { data: some(10) };
      }),
    );
    expect(failure).toMatchObject({ status });
  });

  it("once, with a refusal, is no end: this API tells its own failures so", async () => {
    const listed = server({ pageSize: 10, parameters: "both" }, some(25));
    for (const failing of [2, 3, 4]) {
      const { list } = await read((request, count) => {
        if (count === failing) throw refusal("the database is busy");
        return listed(request);
      });
      expect(list).toMatchObject({ items: some(25), notWhole: undefined });
    }
  });
});

describe("objects without an ID", () => {
  const born = (count: number): Item[] =>
    Array.from({ length: count }, (_, index) => ({
      name: `Campaign ${index}`,
      created_at: `2026-11-01T00:00:${String(index).padStart(2, "0")}Z`,
    }));

  it("are known again by name and birth, though they move on while the list is asked for once more", async () => {
    const { list, asked } = await read((_, count) => ({
      data: born(10).map((item) => ({ ...item, call_progress: count })),
    }));
    expect(namesIn(list)).toEqual(namesIn({ items: born(10) }));
    expect(list.notWhole).toBeUndefined();
    expect(asked).toBe("- 1 2");
  });

  it("stay two where two of a name were born at two times, on whatever pages", async () => {
    const objects = born(20).map((item) => ({ ...item, name: "Spring" }));
    expect((await read(server({ pageSize: 10, parameters: "both" }, objects))).list.items).toHaveLength(20);
    expect((await read(server({}, objects))).list.items).toHaveLength(20);
  });

  it("are known again by all they show where they tell no birth", async () => {
    const objects = born(25).map(({ name }) => ({ name }));
    const { list } = await read(server({ pageSize: 10, parameters: "both" }, objects));
    expect(list).toMatchObject({ items: objects, notWhole: undefined });
  });
});

const anyServer = fc.record<PagedServer>({
  pageSize: fc.oneof(fc.constant(undefined), fc.integer({ min: 1, max: 60 }), fc.constantFrom(10, 12, 15, 20, 25, 50)),
  parameters: fc.constantFrom("both", "pageOnly", "ignored", "refused"),
  from: fc.constantFrom(0, 1),
  most: fc.constantFrom(5, 10, 100, 1_000),
  behind: fc.constantFrom("empty", "lastPage", "refused"),
  newestFirst: fc.boolean(),
  hints: fc.subarray([...hints]),
  place: fc.constantFrom(...places),
});

const identities = ["ids", "births", "names"] as const;

/** Campaigns, told apart in one of the ways there are. */
const objectsBy = (count: number, identity: (typeof identities)[number], from = 0): Item[] =>
  some(count, from).map(({ id, name }, index) => {
    if (identity === "ids") return { id, name };
    return identity === "names"
      ? { name }
      : { name, created_at: new Date(1e12 + (from + index) * 1_000).toISOString() };
  });

const commonSizes = new Set([10, 12, 15, 20, 24, 25, 30, 40, 50, 60]);

/** Whether a server cuts its list by a number that nobody would suspect, says nothing of it, or has no way to the rest. */
const cutsInSilence = ({ pageSize, parameters, hints: said }: PagedServer, count: number): boolean =>
  pageSize !== undefined &&
  count > pageSize &&
  said.length === 0 &&
  (!commonSizes.has(pageSize) || parameters === "ignored" || parameters === "refused");

describe("whatever the server", () => {
  const questions = fc.record({
    spec: anyServer,
    count: fc.integer({ min: 0, max: 60 }),
    identity: fc.constantFrom(...identities),
  });

  it("a list holds all there is, or is not called whole", async () => {
    await fc.assert(
      fc.asyncProperty(questions, async ({ spec, count, identity }) => {
        fc.pre(!cutsInSilence(spec, count));
        const objects = objectsBy(count, identity);
        const { list } = await read(server(spec, objects));
        expect(new Set(namesIn(list)).size).toBe(list.items.length);
        if (list.notWhole === undefined) expect(list.items).toHaveLength(count);
      }),
      { numRuns: 1_000 },
    );
  });

  it("a list is whole where all is shown, or the documented convention leads to it", async () => {
    await fc.assert(
      fc.asyncProperty(questions, async ({ spec, count, identity }) => {
        const isCut = spec.pageSize !== undefined && count > spec.pageSize;
        fc.pre(!cutsInSilence(spec, count));
        // Where the most is less than what comes unasked, pages of the one do not follow on those of the other.
        fc.pre(!isCut || spec.parameters === "pageOnly" || (spec.parameters === "both" && spec.most >= spec.pageSize));
        const { list } = await read(server(spec, objectsBy(count, identity)));
        expect(list.notWhole).toBeUndefined();
        expect(list.items).toHaveLength(count);
      }),
      { numRuns: 1_000 },
    );
  });

  it("a page that is refused once, or fails, makes no list short", async () => {
    await fc.assert(
      fc.asyncProperty(
        questions,
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom("refusal", "breakdown"),
        async ({ spec, count, identity }, failing, failure) => {
          fc.pre(!cutsInSilence(spec, count));
          const listed = server(spec, objectsBy(count, identity));
          const outcome = read((request, asked) => {
            if (asked === failing) throw failure === "refusal" ? refusal("busy") : breakdown(503);
            return listed(request);
          });
          const result = await outcome.catch((error: unknown) => error);
          if (result instanceof CallabError) return;
          const { list } = result as Awaited<typeof outcome>;
          if (list.notWhole === undefined) expect(list.items).toHaveLength(count);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("what is there all the while is in a whole list, whatever else comes and goes while it is read", async () => {
    const change = fc.record({
      at: fc.integer({ min: 2, max: 12 }),
      what: fc.constantFrom("add", "remove"),
      where: fc.nat({ max: 200 }),
    });
    await fc.assert(
      fc.asyncProperty(questions, fc.array(change, { maxLength: 4 }), async ({ spec, count, identity }, changes) => {
        let objects = objectsBy(count, identity);
        const always = new Set(objects.map(({ name }) => name));
        let most = count;
        const outcome = read((request, asked) => {
          for (const { what, where } of changes.filter(({ at }) => at === asked)) {
            if (what === "add") objects = [...objects, ...objectsBy(1, identity, 1_000 + most++)];
            else {
              const gone = objects[where % Math.max(1, objects.length)];
              objects = objects.filter((object) => object !== gone);
              always.delete(gone?.["name"]);
            }
          }
          return answerOf(spec, objects, request);
        });
        const counts = [count - changes.length, count + changes.length];
        fc.pre(counts.every((each) => !cutsInSilence(spec, each)));
        const { list } = await outcome;
        if (list.notWhole === undefined) expect(namesIn(list)).toEqual(expect.arrayContaining([...always]));
      }),
      { numRuns: 1_500 },
    );
  });
});

describe("a list that is made to fill the memory", () => {
  const MEGABYTE = 1024 * 1024;

  it("is given up where its pages are too large in all, and nothing is concluded from it", async () => {
    const endless = ({ page }: ListRequest): Listed => ({ data: some(20, 20 * (page?.number ?? 0)), size: MEGABYTE });
    const { client, asked } = onlyLists(endless);
    const failure = await failureOf(readWholeList(client, campaign, "default"));
    expect(failure).toBeInstanceOf(CallabError);
    expect(failure.message).toContain(
      "the pages of the list are larger than 48 MB in all, so what exists is not known",
    );
    expect(asked.length).toBeLessThan(60);
  });

  it("is given up as well where they are so on the way back alone", async () => {
    const pages = (page = 0): Item[] => (page < 30 ? some(20, 20 * page) : []);
    const { client } = onlyLists(({ page }, count) => ({
      data: pages(page?.number),
      size: count > 32 ? 20 * MEGABYTE : 0,
    }));
    expect((await failureOf(readWholeList(client, campaign, "default"))).message).toContain("larger than 48 MB in all");
  });

  it("is not one that comes whole for every page that is asked for", async () => {
    const { list } = await read(() => ({ data: some(1_000), size: 24 * MEGABYTE }));
    expect(list.notWhole).toBeUndefined();
    expect(list.items).toHaveLength(1_000);
  });
});
