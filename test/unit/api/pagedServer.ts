/** A server that lists campaigns as servers do: whole or in pages, by many conventions, with or without saying so. */
import type { ListRequest } from "../../../provider/api/client";
import type { Item } from "../../../provider/api/object";
import { refusal, type Listed } from "./onlyLists";

export interface PagedServer {
  /** Entries of a page where nobody asks for another number; undefined: all. */
  readonly pageSize: number | undefined;
  /** What it makes of `page` and `per_page`. */
  readonly parameters: "both" | "pageOnly" | "ignored" | "refused";
  /** The number of its first page. */
  readonly from: 0 | 1;
  /** Most entries of a page, whatever is asked for. */
  readonly most: number;
  /** What it answers where a page lies behind the last. */
  readonly behind: "empty" | "lastPage" | "refused";
  readonly newestFirst: boolean;
  readonly hints: readonly Hint[];
  readonly place: Place;
}

export const hints = ["total", "count", "lastPage", "totalPages", "hasMore", "next", "nextCursor", "link"] as const;
export type Hint = (typeof hints)[number];

export const places = ["envelope", "meta", "pagination", "data", "dataMeta"] as const;
export type Place = (typeof places)[number];

export const plain: PagedServer = {
  pageSize: undefined,
  parameters: "ignored",
  from: 0,
  most: 1_000,
  behind: "empty",
  newestFirst: false,
  hints: [],
  place: "envelope",
};

/** What the server answers to one request. */
export function answerOf(server: PagedServer, objects: readonly Item[], { page: asked }: ListRequest): Listed {
  const all = server.newestFirst ? objects.toReversed() : objects;
  if (asked !== undefined && server.parameters === "refused") throw refusal("unknown field `page`", 400);
  const follows = asked !== undefined && server.parameters !== "ignored";
  const usual = server.pageSize ?? Math.max(1, all.length);
  const size = follows && server.parameters === "both" ? Math.min(asked.size, server.most) : usual;
  const pages = Math.max(1, Math.ceil(all.length / size));
  let index = follows ? Math.max(0, asked.number - server.from) : 0;
  if (index >= pages && server.behind === "refused") throw refusal("no such page", 404);
  if (index >= pages && server.behind === "lastPage") index = pages - 1;
  const items = all.slice(index * size, (index + 1) * size);
  return saying(server, items, { total: all.length, size, pages, index });
}

function saying(
  { hints: said, place, from }: PagedServer,
  items: readonly Item[],
  { total, pages, index }: { total: number; size: number; pages: number; index: number },
): Listed {
  const hasMore = index + 1 < pages;
  const claims: Record<string, unknown> = {
    ...(said.includes("total") ? { total } : {}),
    ...(said.includes("count") ? { count: total } : {}),
    ...(said.includes("lastPage") ? { current_page: index + from, last_page: pages - 1 + from } : {}),
    ...(said.includes("totalPages") ? { total_pages: pages } : {}),
    ...(said.includes("hasMore") ? { has_more: hasMore } : {}),
    ...(said.includes("next") ? { next: hasMore ? `/campaigns?page=${index + from + 1}` : null } : {}),
    ...(said.includes("nextCursor") ? { next_cursor: hasMore ? "b2Zmc2V0" : null } : {}),
  };
  const headers: Record<string, string> =
    said.includes("link") && hasMore ? { link: '</campaigns>; rel="first", </campaigns?after=7>; rel="next"' } : {};
  switch (place) {
    case "envelope":
      return { data: items, beside: claims, headers };
    case "meta":
    case "pagination":
      return { data: items, beside: { [place]: claims }, headers };
    case "data":
      return { data: { items, ...claims }, headers };
    case "dataMeta":
      return { data: { campaigns: items, meta: claims }, headers };
  }
}
