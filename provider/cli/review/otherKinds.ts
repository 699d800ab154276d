/** All kinds but campaigns: one line each. A reader of campaigns needs to know that they change, and roughly how. */
import { kindSchema, type Field } from "../../kinds/schema";
import type { Properties } from "../../kinds/normalForm";
import { fieldChange, labelOf } from "./campaignChanges";
import { inMarkdown, type Markup } from "./markup";
import type { Change } from "./preview";
import { holdsSecret } from "./secret";
import { unseenWords, type Doubt } from "./unseen";
import { HIDDEN, words } from "./values";

/** One line on a change of anything but a campaign. */
export function otherLine(change: Change, campaigns: readonly Change[], markup: Markup = inMarkdown): string {
  const name = markup.strong(markup.text(change.name));
  return `${name} (${kindSchema(change.kind).noun}) ${whatHappens(change, markup)}${users(change, campaigns, markup)}`;
}

/** Names in a line before it says how many more there are. */
const MOST_NAMES = 8;

/** In which campaigns a changed agent talks, a number is used, a webhook is told: that is where it is heard. */
function users(change: Change, campaigns: readonly Change[], { text }: Markup): string {
  if (change.action === "delete" || change.action === "create") return "";
  const fields = kindSchema("Campaign").references.filter(({ to }) => to === change.kind);
  const using = campaigns.filter(
    ({ after, sources }) =>
      after !== undefined &&
      fields.some(
        ({ name }) =>
          (sources[name] ?? []).includes(change.urn) || (change.id !== undefined && after[name] === change.id),
      ),
  );
  const names = using.slice(0, MOST_NAMES).map(({ name }) => text(name));
  const more = using.length - names.length;
  if (names.length === 0) return "";
  const verb = change.kind === "AiAgent" ? "Talks in" : "Used by";
  return ` ${verb}: ${names.join("; ")}${more === 0 ? "" : `; and ${more} more`}.`;
}

function whatHappens(change: Change, markup: Markup): string {
  switch (change.action) {
    case "create":
      return change.deletedOutside ? "was deleted outside of this program and is made anew." : createWords(change);
    case "delete":
      return deleteWords(change, markup);
    case "replace":
      return `is replaced, because of ${change.replaceReasons.map((field) => markup.code(field)).join(", ") || "a change"}: ${changed(change, markup)}`;
    case "update":
      return `changes: ${changed(change, markup)}`;
    case "same":
      return "stays as it is.";
  }
}

const createWords = (change: Change): string =>
  change.kind === "PhoneNumber"
    ? "is taken under this program's care (or added, if the account does not have it)."
    : "is new.";

function deleteWords(change: Change, { strong }: Markup): string {
  const usual = kindSchema(change.kind).field("deletionPolicy")?.node.default;
  const kept = change.retained || (change.before?.["deletionPolicy"] ?? usual) === "retain";
  if (kept) return "leaves this program; it stays in Callab as it is.";
  return change.kind === "PhoneNumber"
    ? `is released. ${strong("A released number may be lost for good.")}`
    : "is deleted.";
}

function changed(change: Change, markup: Markup): string {
  const [before, after] = [change.before ?? {}, change.after ?? {}];
  const changes = kindSchema(change.kind).inputs.flatMap((field) =>
    fieldChange(field, before, after, change.unseen).map((found) => ({ field, found })),
  );
  // The engine saw a difference: where none is shown, it is behind a mask.
  if (changes.every(({ found }) => found.isUnseen === true)) return `something that is ${HIDDEN}.`;
  const parts = changes.map(({ field }) => part(field, before, after, change.unseen[field.name], markup));
  return `${parts.join("; ")}.`;
}

const SHORT = 60;
const FEW_WORDS = 20;

function part(field: Field, before: Properties, after: Properties, doubt: Doubt | undefined, markup: Markup): string {
  const label = labelOf(field.name).toLowerCase();
  const [old, now] = [before[field.name], after[field.name]];
  if (doubt === "may have changed") return `${label} (${unseenWords(HIDDEN, doubt)})`;
  if (holdsSecret([old, now])) return `${label} (${HIDDEN})`;
  if (typeof old === "string" && typeof now === "string" && Math.max(old.length, now.length) > SHORT)
    return `${label} ${reworded(old, now, markup)}`;
  // Objects and lists of objects may hold anything, and addresses may hold credentials.
  const isScalar = [old, now].every((value) => typeof value !== "object" || value === null);
  return isScalar ? `${label} ${quoted(old, markup)} → ${quoted(now, markup)}` : label;
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

/** The words that differ with one on either side, if they are few; else how long the text was and is. */
function reworded(before: string, after: string, { text }: Markup): string {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const least = Math.min(old.length, now.length);
  let start = 0;
  while (start < least && old[start] === now[start]) start++;
  let end = 0;
  while (end < least - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const differing = (list: readonly string[]): readonly string[] =>
    list.slice(Math.max(0, start - 1), list.length - Math.max(0, end - 1));
  if (Math.max(differing(old).length, differing(now).length) > FEW_WORDS)
    return `is reworded (${old.length} → ${now.length} words)`;
  const told = (list: readonly string[]): string =>
    `“${start > 1 ? "… " : ""}${text(differing(list).join(" "))}${end > 1 ? " …" : ""}”`;
  return `${told(old)} → ${told(now)}`;
}

const quoted = (value: unknown, { text }: Markup): string =>
  typeof value === "string" && value !== "" ? `“${text(words(value))}”` : words(value);
