/** What an answer to a list request tells of the whole list, wherever servers are known to say it. */
import { looksCut, readPage, type Claims, type Page } from "../../../provider/api/pages";
import { routesWith, type Route } from "../../../provider/api/routes";
import { kinds } from "../../../provider/kinds";
import type { KindName } from "../../../provider/kinds/schema";
import type { Listed } from "./onlyLists";

const routeOf = (text: string): Route => ({ key: "campaign.list", method: "GET", path: text, mark: "configured" });
const [builtIn] = routesWith({}).of("AiAgent", "list");
if (builtIn === undefined) throw new Error("no route");

const two = [{ name: "Spring" }, { name: "Autumn" }];

function pageOf({ data = two, beside = {}, headers = {}, status }: Listed, kind: KindName = "Campaign"): Page {
  const page = readPage(kinds[kind], { data, beside, headers, status, route: routeOf("/campaigns") });
  if (typeof page === "string") throw new Error(page);
  return page;
}

const claims = (listed: Listed): Claims => pageOf(listed).claims;

const partial = "the API says that it is not whole";
const failed = "the API says that something failed while it was put together";

const nothing: Claims = {
  total: undefined,
  count: undefined,
  pages: undefined,
  more: false,
  perhapsMore: false,
  pageSize: undefined,
  flaw: undefined,
};

describe("the list in an answer", () => {
  it.each<[string, unknown, KindName]>([
    ["is the data", two, "Campaign"],
    ["may be in an object, as items", { items: two }, "Campaign"],
    ["as data", { data: two, current_page: 1 }, "Campaign"],
    ["as results", { results: two, errors: [] }, "Campaign"],
    ["as what it is a list of", { campaigns: two }, "Campaign"],
    ["as agents", { agents: two }, "AiAgent"],
    ["as ai_agents", { ai_agents: two }, "AiAgent"],
    ["as phone_numbers", { phone_numbers: two }, "PhoneNumber"],
    ["as phoneNumbers", { phoneNumbers: two }, "PhoneNumber"],
  ])("%s", (_title, data, kind) => {
    expect(pageOf({ data }, kind).items).toEqual(two);
  });

  it("claims nothing, ordinarily", () => {
    expect(claims({})).toEqual(nothing);
    expect(claims({ data: { items: two }, beside: { request_id: "7", took: 12, version: 1 } })).toEqual(nothing);
    expect(claims({ headers: { "content-length": "900", "x-request-id": "7", "x-ratelimit-limit": "60" } })).toEqual(
      nothing,
    );
  });
});

describe.each<[string, (claim: Record<string, unknown>) => Listed]>([
  ["in the envelope", (claim) => ({ beside: claim })],
  ["in meta", (claim) => ({ beside: { meta: claim } })],
  ["in pagination", (claim) => ({ beside: { pagination: claim } })],
  ["in paging", (claim) => ({ beside: { paging: claim } })],
  ["in links", (claim) => ({ beside: { links: claim } })],
  ["in _links", (claim) => ({ beside: { _links: claim } })],
  ["in meta.pagination", (claim) => ({ beside: { meta: { pagination: claim } } })],
  ["in pageInfo", (claim) => ({ beside: { pageInfo: claim } })],
  ["beside the list in data", (claim) => ({ data: { items: two, ...claim } })],
  ["in the meta of data", (claim) => ({ data: { items: two, meta: claim } })],
])("a claim %s", (_title, put) => {
  it.each<[Record<string, unknown>, Partial<Claims>]>([
    [{ total: 3 }, { total: 3 }],
    [{ total: "3" }, { total: 3 }],
    [{ total_count: 3 }, { total: 3 }],
    [{ totalCount: 3 }, { total: 3 }],
    [{ totalElements: 3 }, { total: 3 }],
    [{ count: 3 }, { count: 3 }],
    [{ last_page: 2, current_page: 1 }, { pages: 2 }],
    [{ last_page: 1, current_page: 0 }, { pages: 2 }],
    [{ last_page: 1, current_page: 1 }, { pages: 1 }],
    [{ last_page: 1 }, { pages: 1, perhapsMore: true }],
    [{ total_pages: 2 }, { pages: 2 }],
    [{ totalPages: 2, number: 0 }, { pages: 2 }],
    [{ has_more: true }, { more: true }],
    [{ hasMore: true }, { more: true }],
    [{ hasNextPage: true, endCursor: "abc" }, { more: true }],
    [{ last: false }, { more: true }],
    [{ truncated: true }, { more: true }],
    [{ next: "/campaigns?page=2" }, { more: true }],
    [{ next: { href: "/campaigns?page=2" } }, { more: true }],
    [{ next: 2 }, { more: true }],
    [{ next_page: 2 }, { more: true }],
    [{ next_cursor: "abc" }, { more: true }],
    [{ next_page_url: "https://…" }, { more: true }],
    [{ per_page: 2 }, { pageSize: 2 }],
    [{ partial: true }, { flaw: partial }],
    [{ isPartial: "true" }, { flaw: partial }],
    [{ incomplete_results: true }, { flaw: partial }],
    [{ timed_out: true }, { flaw: partial }],
    [{ complete: false }, { flaw: partial }],
    [{ errors: ["shard 2 unavailable"] }, { flaw: failed }],
    [{ errors: { shard: "unavailable" } }, { flaw: failed }],
    [{ errors: "shard 2 unavailable" }, { flaw: failed }],
  ])("%j is read", (claim, expected) => {
    expect(claims(put(claim))).toEqual({ ...nothing, ...expected });
  });

  it.each<Record<string, unknown>>([
    { has_more: false },
    { next: null },
    { next: "" },
    { next: { href: null } },
    { next: "null" },
    { next_page: 0 },
    { next_cursor: null },
    { last: true },
    { last: "/campaigns?page=9" },
    { total: null },
    { total: -1 },
    { total: "many" },
    { has_more: "false" },
    { partial: false },
    { partial: null },
    { complete: true },
    { errors: [] },
    { errors: {} },
    { errors: null },
    { errors: 0 },
    { errors: "" },
  ])("%j claims nothing", (claim) => {
    expect(claims(put(claim))).toEqual(nothing);
  });
});

describe("headers", () => {
  it.each<[Record<string, string>, Partial<Claims>]>([
    [{ link: '</campaigns?page=2>; rel="next"' }, { more: true }],
    [{ link: '</campaigns?page=1>; rel="prev", </campaigns?page=3>; rel="next last"' }, { more: true }],
    [{ link: "</campaigns?page=2>; rel=next" }, { more: true }],
    [{ "x-total-count": "3" }, { total: 3 }],
    [
      { "x-total": "3", "x-per-page": "2", "x-next-page": "2" },
      { total: 3, pageSize: 2, more: true },
    ],
    [{ link: '</style.css>; rel="preload"' }, {}],
    [{ link: '</campaigns?q=rel="next">; rel="prev"' }, {}],
    [{ "x-next-page": "" }, {}],
    [{ "content-range": "items 0-1/3" }, { total: 3 }],
    [{ "content-range": "0-1/3" }, { total: 3 }],
    [{ "content-range": "*/3" }, { total: 3 }],
    [{ "content-range": "items 0-1/*" }, {}],
    [{ "content-range": "bytes 0-1/3" }, {}],
    [{ warning: '110 - "Response is Stale"' }, { flaw: "a cache on the way says that it is stale" }],
    [{ warning: '112 proxy "Disconnected"' }, { flaw: "a cache on the way says that it is stale" }],
    [{ warning: '299 - "Deprecated"' }, {}],
    [{ age: "5000" }, { flaw: "it comes from a cache on the way, and is 5000 s old" }],
    [{ age: "60" }, {}],
    [{ age: "never" }, {}],
    [{ "x-age": "5000", "x-warning": "110" }, {}],
  ])("%j", (headers, expected) => {
    expect(claims({ headers })).toEqual({ ...nothing, ...expected });
  });
});

it("by HTTP 206 is a part, unless it says of how many", () => {
  expect(claims({ status: 200 })).toEqual(nothing);
  expect(claims({ status: 206 })).toEqual({ ...nothing, more: true });
  expect(claims({ status: 206, headers: { "content-range": "items 0-1/2" } })).toEqual({ ...nothing, total: 2 });
  expect(claims({ status: 206, headers: { "content-range": "items 0-1/*" } })).toEqual({ ...nothing, more: true });
});

it("links that come as a list are read as well", () => {
  expect(
    claims({
      beside: {
        links: [
          { rel: "self", href: "/a" },
          { rel: "next", href: "/b" },
        ],
      },
    }).more,
  ).toBe(true);
  expect(claims({ beside: { links: [{ rel: "self", href: "/a" }] } }).more).toBe(false);
});

it("of several numbers the highest counts, for it is the one that can prove something missing", () => {
  expect(claims({ beside: { total: 2, meta: { total: 30, pagination: { total: 3 } } } }).total).toBe(30);
});

describe("a length that looks like a page", () => {
  const long = (length: number, beside: Record<string, unknown> = {}): Page =>
    pageOf({ data: Array.from({ length }, () => ({})), beside });

  it.each([
    10, 12, 15, 16, 20, 24, 25, 30, 32, 36, 40, 48, 50, 60, 64, 75, 96, 100, 120, 128, 150, 200, 250, 256, 300, 400,
    500, 1_000, 2_000, 5_000, 10_000,
  ])("%i", (length) => {
    expect(looksCut(long(length), builtIn)).toBe(true);
  });

  it.each([0, 1, 2, 3, 5, 6, 8, 9, 11, 13, 14, 17, 19, 21, 23, 29, 31, 37, 49, 51, 63, 99, 101, 144, 199, 999, 1_001])(
    "is not %i",
    (length) => {
      expect(looksCut(long(length), builtIn)).toBe(false);
    },
  );

  it("is what the answer itself calls a page", () => {
    expect(looksCut(long(7, { per_page: 7 }), builtIn)).toBe(true);
    expect(looksCut(long(7, { per_page: 8 }), builtIn)).toBe(false);
    expect(looksCut(long(7, { last_page: 1 }), builtIn)).toBe(true);
  });

  it.each(["per_page", "limit", "pageSize"])(
    "is what the route asks for by %s, or a most that servers have",
    (name) => {
      const route = routeOf(`/campaigns?workspace={workspace}&${name}=200`);
      expect([199, 200, 201].map((length) => looksCut(long(length), route))).toEqual([false, true, true]);
      expect([20, 30, 64, 80].some((length) => looksCut(long(length), route))).toBe(false);
      expect([50, 100, 150].every((length) => looksCut(long(length), route))).toBe(true);
    },
  );
});
