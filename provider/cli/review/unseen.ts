/**
 * Inputs that are secret before and after: two masks look the same whatever is behind them. Whether such an input changes
 * is known where
 *
 * - the provider says what changes (the native front does, a dynamic provider cannot);
 * - the preview was taken with `--show-secrets`;
 * - only a part of it is masked, and the rest differs.
 *
 * Else it may have changed, and a reader is told so.
 */
import { stableText, type Properties } from "../../kinds/normalForm";
import { kindSchema, type KindName } from "../../kinds/schema";
import { record } from "./json";
import { holdsSecret, isSecret } from "./secret";
import { HIDDEN } from "./values";

export type Doubt = "changed" | "may have changed";

/** By the name of the input; what does not change is not in it. */
export type Unseen = Readonly<Record<string, Doubt>>;

/** An object before and after a change. */
export interface Sides {
  readonly before: Properties;
  readonly after: Properties;
}

/**
 * @param shown the values as they may be told
 * @param given the same values as the preview has them
 * @param told names of what changes; undefined where nobody says it
 */
export function unseenIn(
  kind: KindName,
  shown: Sides,
  given: Sides,
  told: ReadonlySet<string> | undefined,
  canReplace: boolean,
): Unseen {
  const doubts = kindSchema(kind)
    .inputs.filter(({ name, node }) => isUnseen(shown, name) && (canReplace || node.replaceOnChange !== true))
    .map(({ name }) => [name, doubtOf(given.before[name], given.after[name], told?.has(name))] as const);
  return Object.fromEntries(doubts.filter((entry): entry is readonly [string, Doubt] => entry[1] !== undefined));
}

function isUnseen({ before, after }: Sides, name: string): boolean {
  const [old, now] = [before[name], after[name]];
  return holdsSecret(old) && holdsSecret(now) && stableText(old) === stableText(now);
}

function doubtOf(before: unknown, after: unknown, isTold: boolean | undefined): Doubt | undefined {
  if (isTold !== undefined) return isTold ? "changed" : undefined;
  if (isSecret(before) || isSecret(after)) return "may have changed";
  if (stableText(before) !== stableText(after)) return "changed";
  return holdsSecret(before) ? "may have changed" : undefined;
}

/** Names of the inputs that the provider says change, by the steps of one resource; undefined where it says nothing. */
export function toldChanges(steps: readonly Properties[]): ReadonlySet<string> | undefined {
  const paths = steps.flatMap((step) => Object.keys(record(step["detailedDiff"]) ?? {}));
  return paths.length === 0 ? undefined : new Set(paths.map((path) => path.split(/[.[]/)[0] ?? ""));
}

/** How sure it is that one of these changes; undefined: none does. */
export function doubtAbout(fields: readonly string[], unseen: Unseen): Doubt | undefined {
  const doubts = fields.flatMap((field) => unseen[field] ?? []);
  return doubts.find((doubt) => doubt === "changed") ?? doubts[0];
}

/** What an input is afterwards, in words: `secret, may have changed`. */
export const unseenWords = (words: string, doubt: Doubt): string =>
  words === HIDDEN ? `secret, ${doubt}` : `${words} (what is secret ${doubt === "changed" ? "has changed" : doubt})`;
