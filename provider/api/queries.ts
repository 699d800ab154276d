/**
 * The two documented queries that page: contacts and calls. They only read, and only who asks for counts uses them: the
 * items are people and what was said to them, so nothing of an item but what is counted leaves its caller.
 */
import type { Answer } from "./client";
import { CallabError } from "./errors";
import { isItem, reportedId, type Item } from "./object";
import type { Route } from "./routes";

/** What the API can be asked about people and calls; the routes and their paging are documented. */
export const queries = {
  contacts: { key: "contacts.query", method: "GET", path: "/contacts/query", mark: "documented" },
  calls: { key: "calls.query", method: "GET", path: "/calls/query", mark: "documented" },
} as const satisfies Readonly<Record<string, Route>>;

/** Whoever can ask such a query. */
export interface QueryClient {
  /** Asks once, for one page. Throws a CallabError. */
  query(route: Route, parameters: Readonly<Record<string, string>>): Promise<Answer>;
}

interface QueryResult {
  readonly items: readonly Item[];
  /** There are, or may be, more than these. */
  readonly mayBeMore: boolean;
}

/** Items a page; the documentation's example. No most is stated, so a server may give fewer. */
const PAGE = 100;

/**
 * All items that a query finds, page by page from 0, until a page is empty or there are `most` of them. No answer says how
 * many there are (documented); where a page is the one before once more, there may be more.
 * @throws {CallabError} if an answer is missing, or is no list of items with IDs.
 */
export async function allOf(
  client: QueryClient,
  route: Route,
  parameters: Readonly<Record<string, string>>,
  most: number,
): Promise<QueryResult> {
  const items = new Map<string, Item>();
  for (let number = 0; ; number++) {
    const answer = await client.query(route, { ...parameters, page: String(number), per_page: String(PAGE) });
    const page = itemsOf(answer);
    const known = items.size;
    for (const [id, item] of page) items.set(id, item);
    if (page.length === 0) return { items: [...items.values()], mayBeMore: false };
    if (items.size === known) return { items: [...items.values()], mayBeMore: true };
    if (items.size >= most) return { items: [...items.values()].slice(0, most), mayBeMore: true };
  }
}

function itemsOf(answer: Answer): readonly (readonly [id: string, item: Item])[] {
  const { data, route, address } = answer;
  const unreadable = (reason: string): CallabError =>
    new CallabError({
      route,
      address,
      outcome: "unknown",
      status: 200,
      reason: `${reason}, so how many there are is not known`,
    });
  if (data === null || data === "") return [];
  if (!Array.isArray(data)) throw unreadable("the answer is no list");
  return data.map((item: unknown) => {
    const id = isItem(item) ? reportedId(item) : undefined;
    if (!isItem(item) || id === undefined) throw unreadable("an entry of the list has no ID");
    return [id, item] as const;
  });
}
