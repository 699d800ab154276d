/**
 * The whole of a list, where the API may give it in pages. What says or looks as if there were more is followed by the
 * one convention that the API documents (for other queries): `page` from 0, `per_page`. The ordinary server ignores both.
 *
 * | the first answer | the pages after it | the list is |
 * | --- | --- | --- |
 * | claims nothing and is not of a page's length, or holds all that it says there is | are not asked for | whole |
 * | is of a page's length | bring what they bring, which may be nothing; or are refused | whole |
 * | claims more | bring it | whole |
 * | claims more | do not bring it | not whole |
 * | says that it is partial, holds errors or is stale | whatever they bring, of which one may say the same | not whole |
 *
 * Pages shift under who reads them: where an object is removed from a page that was read, the first of the next page is
 * missed; where one is put in at the front, the same happens on the way back. So pages are read forwards and backwards,
 * and again from the start while anything comes or goes, up to a bound. What came and went on both ways is not whole.
 */
import type { Kind } from "../kinds/kind";
import { stableText } from "../kinds/normalForm";
import type { Answer, Client, ListRequest } from "./client";
import { CallabError } from "./errors";
import { LARGEST_LIST } from "./limits";
import { Entries } from "./entries";
import type { Item } from "./object";
import { looksCut, readPage, type Claims, type Page } from "./pages";
import { parameterOf, type Route } from "./routes";

export interface WholeList {
  readonly items: readonly Item[];
  /** Why it cannot be shown to be whole, as half a sentence; undefined: it is whole. */
  readonly notWhole: string | undefined;
  /** The route that answered. */
  readonly route: Route;
}

/** How many pages are followed. */
const MOST_PAGES = 1_000;
/** How often a list that changes meanwhile is read from the start. */
const MOST_READINGS = 3;

interface Outcome extends Omit<WholeList, "route"> {
  /** It changed while it was read, so that another reading tells more. */
  readonly hasChanged: boolean;
}

/** The first answer to a request for a list. */
export interface FirstAnswer {
  readonly page: Page;
  /** The route that answered. */
  readonly route: Route;
}

/** Asks for a list, once. Throws a CallabError if the answer is missing, or is no list. */
export const readFirst = (client: Client, kind: Kind, workspace: string): Promise<FirstAnswer> =>
  new Pages(client, kind, workspace).first();

/**
 * Reads a list to its end. Throws a CallabError if an answer is missing, or is no list.
 * @param known its first answer, where that was given a moment ago
 */
export async function readWholeList(
  client: Client,
  kind: Kind,
  workspace: string,
  known?: FirstAnswer,
): Promise<WholeList> {
  const pages = new Pages(client, kind, workspace);
  for (let readings = 1; ; readings++) {
    pages.begin();
    const { page, route } = (readings === 1 ? known : undefined) ?? (await pages.first());
    const { items, notWhole, hasChanged } = await readOnce(pages, page, route);
    if (!hasChanged || readings === MOST_READINGS)
      return { items, notWhole: page.claims.flaw ?? pages.flaw ?? notWhole, route };
  }
}

async function readOnce(pages: Pages, first: Page, route: Route): Promise<Outcome> {
  const entries = new Entries(pages.kind, first.items);
  const short = shortOf(first.claims, entries.items.length, 1);
  const holdsAll = first.claims.total === first.items.length || !looksCut(first, route);
  if (first.items.length === 0 || (short === undefined && holdsAll)) return outcome(entries, {}, short);
  const way = await forwards(pages, first, entries, parameterOf(route, ["page"]) ?? 0);
  if (way.end === "tooMany") return outcome(entries, way, `it has more than ${MOST_PAGES.toLocaleString("en")} pages`);
  // The same once more, whatever is asked for: there are no pages, and the answer is the list or says that it is not.
  if (way.end === "known" && way.numbers.length === 0) return outcome(entries, way, short);
  return backwards(pages, first, way, entries);
}

/** The way through the pages. */
interface Way {
  /** Entries a page. */
  readonly size: number;
  /** Numbers of the pages after the first, up to the last that brought anything new. */
  readonly numbers: readonly number[];
  /** Why it was left: an empty page, one that is known already, a refusal, all there is, or too many. */
  readonly end: "empty" | "known" | "refused" | "all" | "tooMany";
  /** What the API said when it refused. */
  readonly refusal?: string | undefined;
}

async function forwards(pages: Pages, first: Page, entries: Entries, start: number): Promise<Way> {
  const size = first.items.length;
  const asked: number[] = [];
  /** How many of them there are up to the last that brought anything new, and how many did. */
  let reach = 0;
  let brought = 1;
  let total = first.claims.total;
  let before: Entries | undefined;
  const way = (end: Way["end"], refusal?: string): Way => ({ size, numbers: asked.slice(0, reach), end, refusal });
  for (let number = start + 1; ; number++) {
    if (number - start >= MOST_PAGES) return way("tooMany");
    const page = await pages.at(number, size);
    if (page instanceof CallabError) return way("refused", page.apiMessage ?? `HTTP ${page.status}`);
    if (page.items.length === 0) return way(page.claims.more ? "known" : "empty");
    asked.push(number);
    const here = new Entries(pages.kind, page.items);
    const isSame = before?.items.length === here.items.length && page.items.every((item) => before?.has(item));
    before = here;
    if (entries.add(page.items) === 0) {
      // The first page once more may come from a server that counts from 1, and other known entries from one whose
      // pages are shorter than what it gives unasked. Only the same page twice leads nowhere.
      if (isSame) return way("known");
      continue;
    }
    pages.keep(page);
    reach = asked.length;
    brought++;
    total = page.claims.total === undefined ? total : Math.max(total ?? 0, page.claims.total);
    if (total === entries.items.length && shortOf(page.claims, entries.items.length, brought) === undefined)
      return way("all");
  }
}

/** Reads the pages once more on the way back, to the first answer as it is now, and judges both ways together. */
async function backwards(pages: Pages, first: Page, way: Way, there: Entries): Promise<Outcome> {
  const back = new Entries(pages.kind);
  const read: Page[] = [];
  for (const number of way.numbers.toReversed()) {
    const page = await pages.at(number, way.size);
    // No longer there: what was on it has moved forward.
    if (page instanceof CallabError) continue;
    pages.keep(page);
    read.push(page);
  }
  const { page: now } = await pages.first();
  const brought = [...read, now].filter(({ items }) => back.add(items) > 0).length;
  const last = read[0] ?? now;
  const hasLost = there.items.some((item) => !back.has(item));
  const hasGained = there.add(back.items) > 0;
  const claims: Claims = {
    ...now.claims,
    // What has come since then may be missing.
    total: lesser(first.claims.total, now.claims.total),
    count: lesser(first.claims.count, now.claims.count),
    pages: lesser(first.claims.pages, now.claims.pages),
    // A server that has given pages before says by an empty one that there are no more.
    more: last.claims.more && (way.end !== "empty" || way.numbers.length === 0),
  };
  // What has gone since then is none of those that there are now.
  const short = shortOf(claims, (hasLost ? back : there).items.length, brought);
  // Perhaps there are no pages, but one that changed: then what it claims is held against what it holds.
  const lastEntries = new Entries(pages.kind, last.items);
  const isOnePage =
    way.end === "known" &&
    now.items.some((item) => lastEntries.has(item)) &&
    shortOf(now.claims, now.items.length, 1) !== undefined;
  const notWhole = short ?? ((hasLost && hasGained) || isOnePage ? "it kept changing while it was read" : undefined);
  const hasChanged = hasLost || hasGained || isOnePage || stableText(first.claims) !== stableText(now.claims);
  return outcome(there, way, notWhole, hasChanged);
}

const lesser = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);

const outcome = (
  { items }: Entries,
  { refusal }: Pick<Way, "refusal">,
  notWhole: string | undefined,
  hasChanged = false,
): Outcome => ({
  items,
  notWhole:
    notWhole === undefined || refusal === undefined ? notWhole : `${notWhole}, and refused the next page (${refusal})`,
  hasChanged,
});

/** What an answer claims beyond what was shown. */
function shortOf(claims: Claims, shown: number, pagesShown: number): string | undefined {
  const claimed = Math.max(claims.total ?? 0, claims.count ?? 0);
  if (claimed > shown) return `the API says that there are ${claimed} and showed ${shown}`;
  if (claims.pages !== undefined && claims.pages > pagesShown)
    return `the API says that there are ${claims.pages} pages and showed ${pagesShown}`;
  return claims.more ? `the API says that there are more than the ${shown} it showed` : undefined;
}

/** The answers to requests for a list. */
class Pages {
  #kept = 0;
  /** What an answer of this reading says against itself. */
  flaw: string | undefined;

  constructor(
    readonly client: Client,
    readonly kind: Kind,
    readonly workspace: string,
  ) {}

  /** What was kept of an earlier reading is let go. */
  begin(): void {
    this.#kept = 0;
    this.flaw = undefined;
  }

  /** Notes that a page stays in memory. Throws a CallabError where all that do are too much. */
  keep({ size }: Page): void {
    this.#kept += size;
    const [route] = this.client.routes.of(this.kind.name, "list");
    if (this.#kept > LARGEST_LIST && route !== undefined)
      throw unreadableList({ route }, `the pages of the list are larger than ${LARGEST_LIST / 1024 / 1024} MB in all`);
  }

  /** What comes where no page is asked for. */
  first(): Promise<FirstAnswer> {
    return this.#ask({});
  }

  /**
   * A page, or that it was refused. A refusal counts when it is repeated: this API tells failures of its own in the
   * same way.
   */
  async at(number: number, size: number): Promise<Page | CallabError> {
    const ask = (): Promise<Page | CallabError> =>
      this.#ask({ page: { number, size } }).then(
        ({ page }) => page,
        (error: unknown) => {
          if (error instanceof CallabError && error.refusedRequest) return error;
          throw error;
        },
      );
    const answer = await ask();
    return answer instanceof CallabError ? ask() : answer;
  }

  async #ask(request: ListRequest): Promise<FirstAnswer> {
    const answer = await this.client.list(this.kind.name, { workspace: this.workspace, ...request });
    const page = readPage(this.kind, answer);
    if (typeof page === "string") throw unreadableList(answer, page);
    this.flaw ??= page.claims.flaw;
    return { page, route: answer.route };
  }
}

/** Where an entry cannot be read, it cannot be told to be another object than the one looked for. */
export const unreadableList = ({ route, address }: Pick<Answer, "route" | "address">, why: string): CallabError =>
  new CallabError({ route, address, outcome: "unknown", status: 200, reason: `${why}, so what exists is not known` });
