/**
 * What changes in a campaign, in words. Fields that mean something together are told together; every other field of
 * schema.json is told by its name, so that a new one cannot be forgotten here.
 */
import { stableText, type Properties } from "../../kinds/normalForm";
import { kindSchema, type Field } from "../../kinds/schema";
import { isObject } from "../../values/empty";
import { shortDay } from "../../words/callingTimes";
import type { Naming } from "./names";
import type { Change } from "./preview";
import { holdsSecret } from "./secret";
import { doubtAbout, unseenWords, type Unseen } from "./unseen";
import { dateWords, dayWords, gainAndLoss, HIDDEN, hoursAWeek, hourWords, NOT_SET, pauseWords, words } from "./values";

/** One thing that changes, before and after. */
export interface FieldChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** What the reader would have to work out: `new: Sat`. */
  readonly remark?: string | undefined;
  /** What of it must be equal in changes that are told as one: what a set gains and loses, not what else is in it. */
  readonly sameness: string;
  /** It is secret before and after. */
  readonly isUnseen?: true;
}

interface Aspect {
  readonly label: string;
  readonly fields: readonly string[];
  readonly words?: (inputs: Properties) => string;
  /** What the words need beside them where it changes too. */
  readonly context?: (inputs: Properties) => string;
  readonly remark?: (before: Properties, after: Properties) => string | undefined;
}

const shortened = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((day) => (typeof day === "string" ? shortDay(day) : "")) : value;
const setRemark =
  (field: string): NonNullable<Aspect["remark"]> =>
  (before, after) =>
    gainAndLoss(before[field] ?? [], after[field] ?? []);

/** In the order in which people ask: who is called, when, how often, by whom. */
const aspects: readonly Aspect[] = [
  { label: "Name", fields: ["name"] },
  { label: "Direction", fields: ["campaignType"] },
  {
    label: "Days",
    fields: ["daysOfWeek"],
    words: (inputs) => dayWords(inputs["daysOfWeek"]),
    remark: (before, after) => gainAndLoss(shortened(before["daysOfWeek"]), shortened(after["daysOfWeek"])),
  },
  {
    label: "Hours",
    fields: ["callTimeOfDayFrom", "callTimeOfDayTo", "timeZone"],
    words: hourWords,
    context: (inputs) => words(inputs["timeZone"]),
  },
  { label: "First and last day", fields: ["startedAt", "endedAt"], words: dateWords },
  { label: "Contacts from", fields: ["contactsListSource"], remark: setRemark("contactsListSource") },
  { label: "Contacts with the tags", fields: ["contactsListTags"], remark: setRemark("contactsListTags") },
  {
    label: "Contacts of the categories",
    fields: ["contactsListCategories"],
    remark: setRemark("contactsListCategories"),
  },
  { label: "Attempts for each contact", fields: ["numberOfCallAttempts"] },
  { label: "Pause between attempts", fields: ["retryDelay", "retryDelayUnit"], words: pauseWords },
];

const labels: Readonly<Record<string, string>> = {
  desiredStatus: "Wanted status",
  deletionPolicy: "When it is deleted here",
  adopt: "Take over one of the same name",
};

const campaign = kindSchema("Campaign");

/** Whom a campaign refers to; what every campaign has comes first. */
export const references = campaign.references
  .map(({ name, node }) => ({ field: name, label: node.title ?? labelOf(name) }))
  .sort((one, other) => Number(isRequired(other.field)) - Number(isRequired(one.field)));

function isRequired(field: string): boolean {
  return campaign.node.required?.includes(field) === true;
}

const described = new Set([...aspects.flatMap(({ fields }) => fields), ...references.map(({ field }) => field)]);

/** Every difference between two states of a campaign. */
export function campaignChanges(
  change: Change,
  before: Properties,
  after: Properties,
  name: Naming,
  unseen: Unseen = {},
): FieldChange[] {
  const others = campaign.inputs.filter((field) => !described.has(field.name));
  return [
    ...aspects.flatMap((aspect) => aspectChange(aspect, before, after, unseen)),
    ...callingTime(before, after),
    ...references.flatMap(({ field, label }) => {
      const [old, now] = [name(change, field, before), name(change, field, after)];
      return same(before, after, [field])
        ? unseenChange([field], label, now, unseen)
        : [fieldChangeOf(label, old, now)];
    }),
    ...others.flatMap((field) => fieldChange(field, before, after, unseen)),
  ];
}

const same = (before: Properties, after: Properties, fields: readonly string[]): boolean =>
  fields.every((field) => stableText(before[field] ?? null) === stableText(after[field] ?? null));

function aspectChange(aspect: Aspect, before: Properties, after: Properties, unseen: Unseen): FieldChange[] {
  const bare = aspect.words ?? ((inputs: Properties): string => words(inputs[aspect.fields[0] ?? ""]));
  const { context } = aspect;
  const say = (inputs: Properties): string =>
    context === undefined || context(before) === context(after) ? bare(inputs) : `${bare(inputs)} ${context(inputs)}`;
  if (same(before, after, aspect.fields)) return unseenChange(aspect.fields, aspect.label, say(after), unseen);
  return [fieldChangeOf(aspect.label, say(before), say(after), aspect.remark?.(before, after))];
}

/** What is the same as far as it is shown, and is secret. */
function unseenChange(fields: readonly string[], label: string, shown: string, unseen: Unseen): FieldChange[] {
  const doubt = doubtAbout(fields, unseen);
  if (doubt === undefined) return [];
  return [{ ...fieldChangeOf(label, shown, unseenWords(shown, doubt)), isUnseen: true }];
}

const fieldChangeOf = (label: string, before: string, after: string, remark?: string): FieldChange => ({
  label,
  before,
  after,
  remark,
  sameness: remark ?? `${before} → ${after}`,
});

function callingTime(before: Properties, after: Properties): FieldChange[] {
  const [old, now] = [hoursAWeek(before), hoursAWeek(after)];
  return old === undefined || now === undefined || old === now
    ? []
    : [fieldChangeOf("Calling time", `${old} hours a week`, `${now} hours a week`)];
}

/** `webhookMappingVariables` → `Webhook mapping variables` */
export function labelOf(field: string): string {
  const spaced = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/ id$/, "");
  return labels[field] ?? spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/**
 * A field without words of its own. Of free-form objects only the keys are told: their values may be anything,
 * credentials too.
 */
export function fieldChange(field: Field, before: Properties, after: Properties, unseen: Unseen): FieldChange[] {
  const [old, now] = [before[field.name], after[field.name]];
  const label = labelOf(field.name);
  if (same(before, after, [field.name])) return unseenChange([field.name], label, HIDDEN, unseen);
  if (field.node.freeForm === true)
    return [{ ...fieldChangeOf(label, keyWords(old), keyWords(now)), remark: keyRemark(old, now) }];
  return [fieldChangeOf(label, words(old), words(now))];
}

const isShown = (value: unknown): value is Properties => isObject(value) && !holdsSecret(value);

const keyWords = (value: unknown): string =>
  value === undefined || value === null ? NOT_SET : isShown(value) ? words(Object.keys(value).sort()) : HIDDEN;

function keyRemark(before: unknown, after: unknown): string | undefined {
  if (!isShown(before) || !isShown(after)) return undefined;
  const changed = Object.keys(after).filter(
    (key) => key in before && stableText(before[key]) !== stableText(after[key]),
  );
  return changed.length === 0 ? undefined : `new value for ${words(changed.sort())}`;
}
