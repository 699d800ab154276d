/**
 * The summary of a campaign: one plain sentence of who is called when, for people who review changes without
 * reading fields. Depends on the inputs alone.
 */
import { showsNothing } from "../values/blank";
import { datesInWords, daysInWords, hoursInWords, pauseInWords } from "../words/callingTimes";
import { asText } from "../words/diagnostic";
import { leftAloneIn, namesExisting } from "./leftAlone";
import type { Properties } from "./normalForm";
import { kindSchema } from "./schema";
import { hasSelection, selectionFields } from "./selection";
import { isUnknown } from "../values/unknown";

const LATER = "(known later)";

/** `outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, tags vip, paused` */
export function campaignSummary(inputs: Properties): string {
  const { callTimeOfDayFrom: from, callTimeOfDayTo: to } = inputs;
  const isOpen = from === undefined && to === undefined;
  const when = [
    days(inputs["daysOfWeek"]),
    isOpen && leavesOut(inputs, ["callTimeOfDayFrom", "callTimeOfDayTo"])
      ? "hours as in Callab"
      : hoursInWords(from, to, plain),
    text(inputs["timeZone"]),
  ];
  const parts = [
    text(inputs["campaignType"]),
    when.filter((part) => part !== undefined).join(" "),
    dates(inputs["startedAt"], inputs["endedAt"]),
    ...who(inputs),
    nobodySelected(inputs),
    status(inputs["desiredStatus"]),
  ];
  return parts.filter((part) => part !== undefined && part !== "").join(", ");
}

/** What every program declares and decides about the calls. */
const schema = kindSchema("Campaign");
const declaredAlways = (schema.node.required ?? []).filter((name) => schema.field(name)?.node.decides !== undefined);

/** Whether the inputs are of an object that exists and may have more of these fields than is declared: nothing is claimed. */
const leavesOut = (inputs: Properties, fields: readonly string[]): boolean =>
  leftAloneIn(inputs).some((name) => fields.includes(name)) ||
  declaredAlways.some((name) => inputs[name] === undefined) ||
  namesExisting(inputs);

function nobodySelected(inputs: Properties): string | undefined {
  if (inputs["campaignType"] === "inbound" || hasSelection(inputs) !== false) return undefined;
  return leavesOut(inputs, selectionFields) && inputs["allowAllContacts"] !== true
    ? "contacts as in Callab"
    : "everybody (no filter)";
}

const status = (wanted: unknown): string =>
  wanted === undefined ? "status left to Callab" : isUnknown(wanted) ? `status ${LATER}` : plain(wanted);

const text = (value: unknown): string | undefined =>
  isUnknown(value) ? LATER : typeof value === "string" ? value : undefined;

/** Any value in words; a wrong one is shown as it is, for the preview to be read beside the complaint. */
const plain = (value: unknown): string => text(value) ?? asText(value);

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const days = (value: unknown): string | undefined =>
  isUnknown(value) ? `days ${LATER}` : Array.isArray(value) ? daysInWords(value) : undefined;

const dates = (first: unknown, last: unknown): string | undefined =>
  isUnknown(first) && isUnknown(last) ? `dates ${LATER}` : datesInWords(first, last, plain);

/** Attempts and contacts: in one go for a single source, source by source for several. */
function who(inputs: Properties): string[] {
  const { contactsListSource, contactsListTags, contactsListCategories } = inputs;
  const sources = list(contactsListSource);
  if (sources.length <= 1) {
    return [
      attempts(inputs, 0, 1),
      isUnknown(contactsListSource) ? `sources ${LATER}` : named("source", sources),
      named("tags", contactsListTags),
      named("categories", contactsListCategories),
    ].filter((part) => part !== undefined);
  }
  const each = sources.map((source, index) => {
    const details = [
      named("tags", nth(contactsListTags, index)),
      named("categories", nth(contactsListCategories, index)),
      attempts(inputs, index, sources.length),
    ].filter((part) => part !== undefined);
    const name = text(source) ?? `source ${index + 1}`;
    return details.length === 0 ? name : `${name} (${details.join(", ")})`;
  });
  // Whose they are is not documented; that somebody is called for them must not be left out.
  const beyond = [
    named("further tags", list(contactsListTags).slice(sources.length)),
    named("further categories", list(contactsListCategories).slice(sources.length)),
  ];
  return [...each, ...beyond.filter((part) => part !== undefined)];
}

const nth = (value: unknown, index: number): unknown =>
  isUnknown(value) ? value : list(value).slice(index, index + 1);

/** An entry that shows nothing selects nobody. */
const saysSomething = (entry: unknown): boolean =>
  entry !== null && !(typeof entry === "string" && showsNothing(entry));

function named(label: string, value: unknown): string | undefined {
  if (isUnknown(value)) return `${label} ${LATER}`;
  const values = list(value).filter(saysSomething);
  return values.length === 0 ? undefined : `${label} ${values.map(plain).join(", ")}`;
}

function attempts(inputs: Properties, index: number, sources: number): string | undefined {
  if (isUnknown(inputs["numberOfCallAttempts"])) return `attempts ${LATER}`;
  const counts = list(inputs["numberOfCallAttempts"]);
  if (sources === 1 && counts.length > 1)
    return `up to ${counts.map(plain).join(" / ")} attempts${apart(inputs, undefined)}`;
  const count = counts[index];
  if (count === undefined) return undefined;
  if (isUnknown(count)) return `attempts ${LATER}`;
  if (count === 1) return "1 attempt";
  return `up to ${plain(count)} attempts${apart(inputs, index)}`;
}

function apart(inputs: Properties, index: number | undefined): string {
  const { retryDelay, retryDelayUnit } = inputs;
  if (isUnknown(retryDelay)) return ` ${LATER} apart`;
  const delays = list(retryDelay);
  const wanted = index === undefined ? delays : delays.slice(index, index + 1);
  if (wanted.length === 0) return "";
  const unitOf = (place: number): unknown =>
    isUnknown(retryDelayUnit) ? retryDelayUnit : list(retryDelayUnit)[index ?? place];
  const shown = wanted.map((delay, place) => pauseInWords(delay, unitOf(place), plain));
  return ` ${shown.join(" / ")} apart`;
}
