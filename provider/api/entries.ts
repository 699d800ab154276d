/** The entries of list answers, told apart though the API may not tell their IDs. */
import type { Kind } from "../kinds/kind";
import { stableText } from "../kinds/normalForm";
import { reportedId, reportedName, type Item } from "./object";

/** The entries of several answers, each once. Within one answer all are kept: it may well hold two of one name. */
export class Entries {
  readonly items: Item[] = [];
  readonly #keys = new Set<string>();

  constructor(
    readonly kind: Kind,
    ...answers: readonly (readonly Item[])[]
  ) {
    for (const answer of answers) this.add(answer);
  }

  /** Adds one answer. Gives how many of its entries were in none before it. */
  add(answer: readonly Item[]): number {
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
    const id = reportedId(item);
    if (id !== undefined) return `id ${id}`;
    const born = item["created_at"];
    return stableText(typeof born === "string" && born !== "" ? [reportedName(this.kind, item), born] : item);
  }
}
