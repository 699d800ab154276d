/**
 * What one answer to a list request tells of the whole list. The API documents neither that its lists come in pages nor
 * that they do not, so whatever servers are known to say about pages is read, wherever they say it.
 */
import type { Kind } from "../kinds/kind";
import type { Answer } from "./client";
import { isItem, type Item } from "./object";
import { parameterOf, type Route } from "./routes";

/** One answer: its entries, and what it says of others. */
export interface Page {
  readonly items: readonly Item[];
  readonly claims: Claims;
  /** Characters of the answer. */
  readonly size: number;
}

export interface Claims {
  /** How many entries there are in all. */
  readonly total: number | undefined;
  /** As `total`, or how many are in this answer: it can only tell that there are more. */
  readonly count: number | undefined;
  /** How many pages there are. */
  readonly pages: number | undefined;
  /** It says that another page follows. */
  readonly more: boolean;
  /** It says something that can be read so. */
  readonly perhapsMore: boolean;
  /** How many entries a page has. */
  readonly pageSize: number | undefined;
  /** Why it is not whole or not fresh by its own word, as half a sentence: whatever pages follow, it proves no absence. */
  readonly flaw: string | undefined;
}

/** Reads an answer; a text says why it is no list. */
export function readPage(kind: Kind, answer: Answer): Page | string {
  const { data } = answer;
  const beside: Record<string, unknown>[] = [answer.beside, pagingHeaders(answer)];
  let entries: unknown = data === null ? [] : data;
  if (isItem(data)) {
    // An empty list may be null, here as elsewhere.
    const isList = (value: unknown): boolean => Array.isArray(value) || value === null;
    const lists = Object.keys(data).filter((key) => isList(data[key]) && isListName(kind, key));
    const [name, ...others] = lists;
    if (name === undefined || others.length > 0) return "the answer is no list";
    entries = data[name] ?? [];
    beside.push({ ...data, [name]: undefined });
  }
  if (!Array.isArray(entries)) return "the answer is no list";
  if (!entries.every(isItem)) return "an entry of the list is no object";
  const claims = claimsIn(beside);
  return {
    items: entries,
    claims: { ...claims, flaw: claims.flaw ?? staleBy(answer.headers) },
    size: answer.size ?? 0,
  };
}

/** Words for the list inside an object. Another array in it (`errors: []`) must not pass for an empty list. */
const listNames = ["items", "data", "results", "records", "rows", "entries", "list", "content", "objects", "docs"];

const isListName = ({ name, plural }: Kind, key: string): boolean =>
  [...listNames, letters(plural), letters(`${name}s`)].includes(letters(key));

/** `total_count`, `totalCount` and `X-Total-Count` are one word. */
const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, "");

const words = {
  total: [
    ...["total", "totalcount", "totalitems", "totalresults", "totalrecords", "totalelements", "totalrows"],
    ...["totalentries", "totalobjects", "totalhits", "totalsize", "grandtotal", "recordstotal"],
  ],
  count: ["count", "itemcount", "itemscount", "resultcount", "recordcount", "numresults", "numfound"],
  pages: ["totalpages", "pagecount", "pagescount", "pages", "numpages", "numberofpages", "pagestotal"],
  lastPage: ["lastpage", "maxpage"],
  currentPage: ["currentpage", "page", "pagenumber", "pageindex", "number"],
  pageSize: ["perpage", "pagesize", "itemsperpage", "limit", "size", "pagelimit"],
  more: ["hasmore", "more", "hasnext", "hasnextpage", "hasmorepages", "moreavailable", "truncated", "istruncated"],
  last: ["last", "islast", "islastpage"],
  partial: ["partial", "ispartial", "partialresults", "incomplete", "isincomplete", "incompleteresults", "timedout"],
  complete: ["complete", "iscomplete"],
  errors: ["errors"],
  next: [
    ...["next", "nextpage", "nextcursor", "nexttoken", "nextpagetoken", "nexturl", "nextlink", "nextpageurl"],
    ...["nextoffset", "nextpagelink", "continuation", "continuationtoken"],
  ],
} as const;

/** Objects that hold nothing but claims. */
const containers = ["meta", "metadata", "pagination", "paging", "paginator", "pager", "page", "pageinfo", "links"];

function claimsIn(places: readonly Readonly<Record<string, unknown>>[]): Claims {
  const claims = places.flatMap((place) => claimsOf(place));
  const values = (of: readonly string[]): unknown[] =>
    claims.filter(([word]) => of.includes(word)).map(([, value]) => value);
  const numbers = (of: readonly string[]): number[] => values(of).flatMap((value) => numberIn(value) ?? []);
  const most = (all: readonly number[]): number | undefined => (all.length === 0 ? undefined : Math.max(...all));
  const current = numbers(words.currentPage);
  const last = numbers(words.lastPage);
  // Who counts the first page as 0 calls the last of two pages 1.
  const pages = [...numbers(words.pages), ...last.map((number) => (current.includes(0) ? number + 1 : number))];
  return {
    total: most(numbers(words.total)),
    count: most(numbers(words.count)),
    pages: most(pages),
    more: [...values(words.more), ...values(words.next)].some(leadsOn) || values(words.last).includes(false),
    perhapsMore: current.length === 0 && last.includes(1),
    pageSize: numbers(words.pageSize).find((size) => size > 0),
    flaw: flawIn(values),
  };
}

function flawIn(values: (of: readonly string[]) => readonly unknown[]): string | undefined {
  if (values(words.partial).some(leadsOn) || values(words.complete).includes(false))
    return "the API says that it is not whole";
  return values(words.errors).some(holdsAny)
    ? "the API says that something failed while it was put together"
    : undefined;
}

/** How many seconds an answer may have been in a cache: the caches were asked not to answer at all. */
const FRESH_S = 60;

function staleBy({ warning = "", age = "" }: Readonly<Record<string, string>>): string | undefined {
  if (/^\s*11[0-2]\b/.test(warning)) return "a cache on the way says that it is stale";
  return Number(age) > FRESH_S ? `it comes from a cache on the way, and is ${Number(age)} s old` : undefined;
}

const holdsAny = (value: unknown): boolean =>
  typeof value === "object" && value !== null ? Object.keys(value).length > 0 : leadsOn(value);

type Claim = readonly [word: string, value: unknown];

/** All that is told in an object and in the containers of claims inside it. */
function claimsOf(place: Readonly<Record<string, unknown>>, depth = 0): Claim[] {
  return Object.entries(place).flatMap(([key, value]): Claim[] => {
    const word = letters(key);
    if (!containers.includes(word) || depth > 3) return [[word, value]];
    if (isItem(value)) return claimsOf(value, depth + 1);
    // Links as a list: [{ "rel": "next", "href": "…" }]
    if (Array.isArray(value))
      return value.filter(isItem).flatMap(({ rel, href }): Claim[] => (rel === "next" ? [["next", href]] : []));
    return [[word, value]];
  });
}

function numberIn(value: unknown): number | undefined {
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) && number >= 0 ? number : undefined;
}

/** Whether what stands at "more" or "next" says yes: true, an address, a token, a number, or an object that holds one. */
function leadsOn(value: unknown): boolean {
  if (isItem(value)) return ["href", "url", "cursor", "page"].some((key) => leadsOn(value[key]));
  if (typeof value === "string") return !["", "null", "none", "false", "0"].includes(value.trim().toLowerCase());
  return value === true || (typeof value === "number" && value > 0);
}

/**
 * `Link: <…>; rel="next"`, `Content-Range: items 0-9/41` and HTTP 206 as claims, and `X-Total-Count` and its like as what
 * they are called.
 */
function pagingHeaders({ headers, status }: Pick<Answer, "headers" | "status">): Record<string, unknown> {
  const claims: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(headers)) if (name.startsWith("x-")) claims[name.slice(2)] = value;
  const links = (headers["link"] ?? "").split(/,(?=\s*<)/);
  if (links.some((link) => /;\s*rel\s*=\s*("[^"]*\bnext\b[^"]*"|next\b)/i.test(link))) claims["next"] = true;
  const total = /^(?!\s*bytes\b).*\/(\d+)\s*$/i.exec(headers["content-range"] ?? "")?.[1];
  if (total !== undefined) claims["total"] = total;
  else if (status === 206) claims["more"] = true;
  return claims;
}

/** How a route's own query says how many entries it wants. */
const sizeParameters = ["per_page", "perPage", "page_size", "pageSize", "limit", "size"];

/**
 * Whether a list of so many entries looks like a page that was cut: as many as are asked for or as the answer says a
 * page has, or as many as servers have on a page where nobody asks.
 */
export function looksCut({ items: { length }, claims }: Page, route: Route): boolean {
  if (length === 0) return false;
  if (claims.perhapsMore || (claims.pageSize !== undefined && claims.pageSize <= length)) return true;
  const wanted = parameterOf(route, sizeParameters);
  // Servers have a most that they give, whatever is asked for: 50, 100, 250.
  return wanted === undefined ? isPageSize(length) : length >= wanted || length % 50 === 0;
}

/** Tens and quarters of hundreds, rows of a grid (12, 24, … 96), powers of two, and 15. */
const isPageSize = (length: number): boolean =>
  length >= 10 &&
  (length % 10 === 0 ||
    length % 25 === 0 ||
    length === 15 ||
    (length % 12 === 0 && length < 100) ||
    Number.isInteger(Math.log2(length)));
