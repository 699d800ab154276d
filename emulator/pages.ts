/**
 * Lists in pages: which part of a list an answer shows, and how it says that there is more. No list of the kinds is
 * documented to page, nor not to; what is said here is the convention of the two documented queries (`page` from 0,
 * `per_page`) and what other APIs do. Pure functions.
 */
import type { Refusal } from "./answers";
import type { Json, WireObject } from "./json";
import type { Personality } from "./personality";

/** What a list was asked for. */
export interface ListRequest {
  /** Path below /v1. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** What a list answers: its `data`, further keys of the envelope, HTTP headers. */
export interface ListAnswer {
  readonly data: Json;
  readonly envelope: WireObject;
  readonly headers: Readonly<Record<string, string>>;
}

/** A list that is not answered. */
export interface ListRefusal {
  readonly reason: Refusal;
  readonly message: string;
}

/** The part of a list that is shown. */
interface Page {
  /** As the personality numbers pages. */
  readonly number: number;
  readonly last: number;
  readonly size: number;
  /** Items in all pages. */
  readonly total: number;
  /** Address of the next page; null: this is the last. */
  readonly next: string | null;
}

/** The answer of a list of these items. */
export function listAnswer(
  items: readonly WireObject[],
  { path, query }: ListRequest,
  personality: Personality,
): ListAnswer | ListRefusal {
  const { pageQuery, pageFrom, pageSize, pageBeyond } = personality;
  const parameter = ["page", "per_page"].find((name) => query.has(name));
  if (parameter !== undefined && pageQuery === "refused")
    return { reason: "invalid", message: `${parameter} is not a parameter of this list` };
  const isAsked = parameter !== undefined && pageQuery === "honoured";
  if (personality.listPages === "none" || (personality.listPages === "whenAsked" && !isAsked))
    return { data: dataOf(items, personality), envelope: {}, headers: {} };

  const total = items.length;
  const size = isAsked ? askedSize(query, personality) : pageSize;
  const last = pageFrom + Math.max(0, Math.ceil(total / size) - 1);
  let number = Math.max(pageFrom, isAsked ? (wholeNumber(query.get("page")) ?? pageFrom) : pageFrom);
  if (number > last && pageBeyond === "refused") return { reason: "absent", message: `there is no page ${number}` };
  if (number > last && pageBeyond === "last") number = last;

  const start = (number - pageFrom) * size;
  const next = number < last ? addressOf(path, query, number + 1, size) : null;
  const shown = dataOf(items.slice(start, start + size), personality);
  return withHints(shown, { number, last, size, total, next }, personality);
}

function withHints(data: Json, page: Page, { pageHints, pageFrom }: Personality): ListAnswer {
  const { number, last, size, total, next } = page;
  const plain: ListAnswer = { data, envelope: {}, headers: {} };
  switch (pageHints) {
    case "none":
      return plain;
    case "total":
      return { ...plain, envelope: { total } };
    case "lastPage":
      return { ...plain, envelope: { current_page: number, last_page: last } };
    case "next":
      return { ...plain, envelope: { next } };
    case "nextPage":
      return { ...plain, envelope: { next_page: next === null ? null : number + 1 } };
    case "hasMore":
      return { ...plain, envelope: { has_more: next !== null } };
    case "link":
      return { ...plain, headers: next === null ? {} : { link: `<${next}>; rel="next"` } };
    case "meta":
      return { ...plain, envelope: { meta: { current_page: number, last_page: last, per_page: size, total } } };
    case "pagination":
      return {
        ...plain,
        envelope: { pagination: { page: number, per_page: size, total, total_pages: last - pageFrom + 1 } },
      };
    case "items":
      return { ...plain, data: { items: data, total } };
    case "data":
      return { ...plain, data: { data, total } };
  }
}

function dataOf(items: readonly WireObject[], { emptyList }: Personality): Json {
  return items.length === 0 && emptyList === "null" ? null : [...items];
}

/** The size that was asked for, up to the cap. */
function askedSize(query: URLSearchParams, { pageSize, pageCap }: Personality): number {
  const asked = wholeNumber(query.get("per_page")) ?? 0;
  return asked > 0 ? Math.min(asked, pageCap) : pageSize;
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Without the host, which a server behind a proxy does not know either. */
function addressOf(path: string, query: URLSearchParams, page: number, size: number): string {
  const next = new URLSearchParams(query);
  next.set("page", String(page));
  next.set("per_page", String(size));
  return `/v1${path}?${next.toString()}`;
}
