/** The entries of list answers, told apart though the API may not tell their IDs. */
import type { Kind } from "../kinds/kind";
import { stableText } from "../kinds/normalForm";
import { reportedId, reportedName, type Item } from "./object";
import { IdMap } from "../values/id";

/** The entries of several answers, each once. Within one answer all are kept: it may well hold two of one name. */
export class Entries {
  readonly items: Item[] = [];
  readonly #keys = new Set<string>();
  #haveIds = true;

  constructor(
    readonly kind: Kind,
    ...answers: readonly (readonly Item[])[]
  ) {
    for (const answer of answers) this.add(answer);
  }

  /** Adds one answer. Gives how many of its entries were in none before it. */
  add(answer: readonly Item[]): number {
    if (this.#haveIds && shareIds(this.kind, answer)) {
      this.#haveIds = false;
      this.#keys.clear();
      for (const item of this.items) this.#keys.add(this.#keyOf(item));
    }
    const fresh = answer.filter((item) => !this.has(item));
    this.items.push(...fresh);
    for (const item of fresh) this.#keys.add(this.#keyOf(item));
    return fresh.length;
  }

  has(item: Item): boolean {
    return this.#keys.has(this.#keyOf(item));
  }

  /** Who an entry is: its ID; else name and birth, which stay while progress and status move on; else all it shows. */
  #keyOf(item: Item): string {
    const id = this.#haveIds ? reportedId(item) : undefined;
    if (id !== undefined) return `id ${id}`;
    const born = item["created_at"];
    return stableText(typeof born === "string" && born !== "" ? [reportedName(this.kind, item), born] : item);
  }
}

/**
 * Whether entries of one answer that are called otherwise have one ID: then what stands there is not theirs. It may be
 * their company's, the same for all that have none, or a number that was rounded.
 */
export function shareIds(kind: Kind, answer: readonly Item[]): boolean {
  const names = new IdMap<string>();
  return answer.some((item) => {
    const id = reportedId(item);
    if (id === undefined) return false;
    const name = stableText(reportedName(kind, item) ?? null);
    const known = names.get(id) ?? name;
    names.set(id, known);
    return known !== name;
  });
}
