/**
 * How many people a campaign selects, before and after a change: asked of the documented contacts query, and counted.
 * Nothing of a person leaves this module but that there is one. A query without a filter would find everybody, so none is
 * sent; one that fails makes a note, and never a number.
 */
import { CallabError } from "../../api/errors";
import { allOf, queries, type QueryClient } from "../../api/queries";
import type { Properties } from "../../kinds/normalForm";
import { holdsUnknown } from "../../values/unknown";
import { explain } from "../hints";
import { isAsInCallab } from "./asInCallab";
import { list } from "./json";
import type { Change } from "./preview";
import { selectsNobody } from "./risks";
import { holdsSecret } from "./secret";
import { words } from "./values";

export interface Reach {
  /** By URN: `vip: 1,240 → vip, new: 5,310`. */
  readonly people: ReadonlyMap<string, string>;
  /** What must be known of the numbers. */
  readonly note: string;
}

const UNDOCUMENTED =
  "People are counted by the contacts query, at this moment. Whether tags, categories and sources narrow one another down (AND) or add up (OR) is not documented, neither for the query nor for campaigns.";

/**
 * Counts the people of every outbound campaign that changes.
 * @param most a selection of more people than this is "at least" as many
 * @throws {CallabError} where the token is not accepted: then no query would tell anything.
 */
export async function reachOf(changes: readonly Change[], client: QueryClient, most: number): Promise<Reach> {
  const counter = new Counter(client, most);
  const campaigns = changes.filter(
    ({ kind, action, after }) =>
      kind === "Campaign" && action !== "same" && after !== undefined && after["campaignType"] !== "inbound",
  );
  const told = await Promise.all(
    campaigns.map(async ({ urn, before, after }) => {
      const count = async (inputs: Properties | undefined): Promise<string | undefined> =>
        inputs === undefined ? undefined : counter.count(inputs);
      const [old, now] = await Promise.all([count(before), count(after)]);
      const isSame = old !== undefined && old === now;
      const sides = [old, now].filter((side) => side !== undefined);
      return [urn, isSame ? `${old}, before and after` : sides.join(" → ")] as const;
    }),
  );
  const failures = [...counter.failures].map((reason) => `Some numbers are not known: ${reason}`);
  return { people: new Map(told), note: [UNDOCUMENTED, ...failures].join(" ") };
}

/** The parameters of the queries that together find the people of a selection; a text says why there are none. */
export function queriesFor(inputs: Properties): readonly Readonly<Record<string, string>>[] | string {
  const lists = [inputs["contactsListTags"], inputs["contactsListCategories"], inputs["contactsListSource"]];
  if (lists.some(isAsInCallab)) return "in part as in Callab: not asked";
  if (lists.some(holdsSecret)) return "secret, not asked";
  if (lists.some(holdsUnknown)) return "known later";
  if (selectsNobody(inputs)) return "nobody in particular, perhaps everybody: not asked";
  const [tags = [], categories = [], sources = []] = lists.map(textsIn);
  if ([...tags, ...categories].some((word) => word.includes(",")))
    return "not asked, since the query takes no comma in a name";
  const workspace = typeof inputs["workspace"] === "string" ? { workspace: inputs["workspace"] } : {};
  const query = (of: readonly string[], within: readonly string[], source: string | undefined) => ({
    ...(named(of) ? { tags: of.filter(isNamed).join(",") } : {}),
    ...(named(within) ? { categories: within.filter(isNamed).join(",") } : {}),
    ...(source !== undefined && isNamed(source) ? { source_name: source } : {}),
    ...workspace,
  });
  if (sources.length <= 1) return [query(tags, categories, sources[0])];
  // The query takes one source. Entry i of each list speaks of the i-th source (inferred); what is beyond is asked for too.
  const length = Math.max(tags.length, categories.length, sources.length);
  const each = Array.from({ length }, (_, index) =>
    query(tags.slice(index, index + 1), categories.slice(index, index + 1), sources[index]),
  );
  return each.filter((one) => "tags" in one || "categories" in one || "source_name" in one);
}

const isNamed = (word: string): boolean => word.trim() !== "";
const named = (list: readonly string[]): boolean => list.some(isNamed);
/** Places are kept: a source that is null has tags of its own. */
const textsIn = (value: unknown): string[] => list(value).map((entry) => (typeof entry === "string" ? entry : ""));

/** `vip, new` */
function labelOf(inputs: Properties): string {
  const [tags = [], categories = [], sources = []] = [
    inputs["contactsListTags"],
    inputs["contactsListCategories"],
    inputs["contactsListSource"],
  ].map((value) => [...new Set(textsIn(value).filter(isNamed))]);
  return [
    ...(tags.length > 0 ? [words(tags)] : []),
    ...(categories.length > 0 ? [`categories ${words(categories)}`] : []),
    ...(sources.length > 0 ? [`from ${words(sources)}`] : []),
  ].join(", ");
}

/** Asks each query once, whoever needs it. */
class Counter {
  readonly failures = new Set<string>();
  readonly #found = new Map<string, Promise<{ readonly ids: readonly string[]; readonly mayBeMore: boolean }>>();

  constructor(
    readonly client: QueryClient,
    readonly most: number,
  ) {}

  /** `vip: 1,240` */
  async count(inputs: Properties): Promise<string> {
    const asked = queriesFor(inputs);
    if (typeof asked === "string") return asked;
    const label = labelOf(inputs);
    try {
      const found = await Promise.all(asked.map((query) => this.#ask(query)));
      const people = new Set(found.flatMap(({ ids }) => ids)).size;
      const isAtLeast = people >= this.most || found.some(({ mayBeMore }) => mayBeMore);
      return `${label}: ${isAtLeast ? "at least " : ""}${Math.min(people, this.most).toLocaleString("en")}`;
    } catch (error) {
      if (!(error instanceof CallabError) || error.status === 401 || error.status === 403) throw error;
      this.failures.add(explain(error));
      return `${label}: not known`;
    }
  }

  #ask(
    query: Readonly<Record<string, string>>,
  ): Promise<{ readonly ids: readonly string[]; readonly mayBeMore: boolean }> {
    const key = JSON.stringify(query);
    let found = this.#found.get(key);
    if (found === undefined) {
      found = allOf(this.client, queries.contacts, query, this.most).then(({ items, mayBeMore }) => ({
        ids: items.map((item) => String(item["id"] ?? item["uuid"])),
        mayBeMore,
      }));
      this.#found.set(key, found);
    }
    return found;
  }
}
