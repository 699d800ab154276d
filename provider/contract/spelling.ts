/**
 * How an API spells what it answers, told from its answers alone and, for throw-away objects, from what was sent. Pure: what
 * comes out is a position of contract.schema.json, never a value.
 */
import type { Field, KindSchema } from "../kinds/schema";
import { parseInstant } from "../values/calendarDate";
import { isEmpty, isObject } from "../values/empty";
import { isMask } from "../values/mask";
import { Positions } from "./positions";
import type { Spelling } from "./types";

/** An object as an answer showed it. */
export interface Specimen {
  readonly shown: Readonly<Record<string, unknown>>;
  /** The body that made it; undefined where somebody else did. */
  readonly sent?: Readonly<Record<string, unknown>> | undefined;
}

type SpellingFacts = Omit<Spelling, "day">;

const positionsFor = (): Positions<SpellingFacts> => new Positions();
type Told = Positions<SpellingFacts>;

/** The positions that all specimens of a kind agree with. */
export function spellingOf(kind: KindSchema, specimens: readonly Specimen[]): SpellingFacts {
  const told = positionsFor();
  for (const { shown, sent } of specimens) {
    tellWorkspace(told, shown, sent);
    for (const field of kind.fields) {
      if (field.node.providerOnly === true || field.node.role === "workspace") continue;
      // What is written in it would tell nothing that a text does not, and names have habits of their own.
      if (field.isKey && field.node.format === undefined) continue;
      tell(told, field, sent?.[field.wireName], shown[field.wireName], shown);
      if (sent !== undefined) tellEmpty(told, field, sent[field.wireName], shown[field.wireName]);
    }
  }
  const facts = told.facts;
  return { ...facts, ...nameFacts(kind, specimens, facts) };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function tellWorkspace(told: Told, shown: Specimen["shown"], sent: Specimen["sent"]): void {
  const key = (["workspace", "workspace_id"] as const).find((name) => typeof shown[name] === "string");
  if (key === undefined) return;
  told.leave("workspaceKey", [key]);
  const asked = sent?.["workspace"];
  if (typeof asked === "string") told.leave("workspace", [shown[key] === asked ? "slug" : "id"]);
  else told.leave("workspace", [uuid.test(String(shown[key])) ? "id" : "slug"]);
}

/** One field of an answer. `holder` is what it stands in. */
function tell(told: Told, field: Field, sent: unknown, shown: unknown, holder: Specimen["shown"]): void {
  const { node } = field;
  if (node.secret === true && !isEmpty(sent)) tellSecret(told, sent, shown);
  if (shown === null || shown === undefined) return;
  if (node.secret === true) return;
  if (node.items?.freeForm === true && field.types.includes("array")) {
    tellVariables(told, sent, shown);
    return;
  }
  if (node.freeForm === true) {
    tellFreeForm(told, sent, shown);
    return;
  }
  if (!Array.isArray(shown)) {
    if (isObject(shown) && field.fields !== undefined) {
      tellInside(told, field.fields, sent, shown);
      return;
    }
    tellScalar(told, field, sent, shown, holder);
    return;
  }
  if (node.parallel === true && node.unordered === "unlessParallel" && !field.nullable && shown.length > 0)
    told.leave("contactLists", [shown.every(Array.isArray) ? "nested" : "flat"]);
  const items: readonly unknown[] = shown.flat();
  const given: readonly unknown[] = Array.isArray(sent) ? sent : [];
  if (field.fields !== undefined) {
    tellEntries(told, field, given, items);
    return;
  }
  const isKept = given.length === items.length && given.every((value, place) => isSame(value, items[place]));
  if (node.unordered === true && given.length > 1) told.leave("sets", [isKept ? "kept" : "changed"]);
  if (node.items === undefined) return;
  const item: Field = { ...field, node: node.items, types: typesOf(node.items.type) };
  items.forEach((value, place) => tellScalar(told, item, isKept ? given[place] : undefined, value, holder));
}

const typesOf = (type: Field["node"]["type"]): Field["types"] =>
  type === undefined ? [] : Array.isArray(type) ? (type as Field["types"]) : [type as Field["types"][number]];

/** The same but for what an answer makes of numbers and Sundays. */
const isSame = (sent: unknown, shown: unknown): boolean =>
  String(sent) === String(shown) || (sent === 0 && String(shown) === "7");

function tellInside(told: Told, fields: readonly Field[], sent: unknown, shown: Record<string, unknown>): void {
  for (const field of fields)
    tell(told, field, isObject(sent) ? sent[field.wireName] : undefined, shown[field.wireName], shown);
}

/** Entries that have a number, or a name, by which they are told apart. */
function tellEntries(
  told: Told,
  { fields = [], node }: Field,
  sent: readonly unknown[],
  shown: readonly unknown[],
): void {
  const key = fields.find(({ name }) => name === node.matchedBy);
  const keyOf = (entry: unknown): string => (key !== undefined && isObject(entry) ? String(entry[key.wireName]) : "");
  const given = sent.map(keyOf);
  const seen = shown.map(keyOf);
  if (given.length > 1 && given.length === seen.length && new Set(given).size === given.length) {
    const isKept = given.every((value, place) => value === seen[place]);
    told.leave(node.unordered === undefined ? "steps" : "sets", [isKept ? "kept" : "changed"]);
  }
  shown.forEach((entry, place) => {
    if (!isObject(entry)) return;
    const same = given.indexOf(seen[place] ?? "");
    tellInside(told, fields, same < 0 ? undefined : sent[same], entry);
  });
}

function tellScalar(told: Told, field: Field, sent: unknown, shown: unknown, holder: Specimen["shown"]): void {
  const { node, types } = field;
  if (shown === "" || (typeof shown !== "string" && typeof shown !== "number" && typeof shown !== "boolean")) return;
  if (types.includes("boolean")) {
    told.leave("booleans", [typeof shown === "boolean" ? "boolean" : typeof shown === "number" ? "number" : "text"]);
    return;
  }
  if (node.format === "weekday") {
    if (String(shown) === "0" || String(shown) === "7") told.leave("sunday", [String(shown) === "7" ? 7 : 0]);
    told.leave("numbers", [typeof shown === "number" ? "number" : "text"]);
    return;
  }
  if (types.includes("number") || types.includes("integer")) {
    tellNumber(told, sent, shown);
    return;
  }
  if (typeof shown !== "string") return;
  switch (node.format) {
    case "date-time":
      if (parseInstant(shown) !== undefined)
        told.leave("times", [/(?:Z|[+-]\d\d(?::?\d\d)?)$/i.test(shown) ? "zoned" : "zoneless"]);
      return;
    case "time-of-day": {
      tellTimeOfDay(told, shown);
      return;
    }
    case "date": {
      tellDate(told, shown, holder["time_zone"]);
      return;
    }
    case undefined: {
      tellText(told, field, sent, shown);
      return;
    }
  }
}

function tellNumber(told: Told, sent: unknown, shown: unknown): void {
  told.leave("numbers", [typeof shown === "number" ? "number" : "text"]);
  if (typeof sent !== "number" || Number.isInteger(sent)) return;
  const forms = { exact: sent, single: Math.fround(sent), two: Number(sent.toFixed(2)) } as const;
  told.leave(
    "decimals",
    (Object.keys(forms) as (keyof typeof forms)[]).filter((form) => forms[form] === Number(shown)),
  );
}

function tellTimeOfDay(told: Told, shown: string): void {
  const [, seconds, offset = ""] = /^\d\d:\d\d(:\d\d)?(Z|[+-]\d\d(?::\d\d)?)?$/.exec(shown) ?? [undefined, undefined];
  if (!/^\d\d:\d\d/.test(shown)) return;
  told.leave("timesOfDay", [seconds === undefined ? "HH:MM" : "HH:MM:SS"]);
  const known = (["Z", "+00", "+00:00"] as const).find((each) => each === offset);
  if (known !== undefined || offset === "") told.leave("offset", [known ?? "none"]);
}

/** A midnight in UTC is both in a zone whose days begin then. */
function tellDate(told: Told, shown: string, zone: unknown): void {
  if (/^\d{4}-\d\d-\d\d$/.test(shown)) told.leave("dates", ["day"]);
  else if (zone !== "UTC") told.leave("dates", [/T00:00(?::00)?/.test(shown) ? "midnight" : "localMidnight"]);
}

/** Words of the API's own have a letter case; other texts have all that servers do to texts. */
function tellText(told: Told, { node }: Field, sent: unknown, shown: string): void {
  const words = [...(node.enum ?? []), ...(node.knownValues ?? [])];
  const word = words.find((each) => each.toLowerCase() === shown.toLowerCase());
  if (words.length > 0) {
    // What the server writes itself may be spelt by other rules.
    if (word === undefined || (node.readOnly === true && node.letterCase === undefined)) return;
    const documented = node.letterCase === "upper" ? word.toUpperCase() : word;
    const forms = { kept: documented, upper: word.toUpperCase(), lower: word.toLowerCase() } as const;
    told.leave(
      "words",
      (["kept", "upper", "lower"] as const).filter((form) => forms[form] === shown),
    );
    return;
  }
  if (typeof sent !== "string") return;
  const fitting = textHabits.filter((habits) => spelt(sent, habits) === shown);
  for (const fact of ["textEnds", "lineEnds", "unicode", "entities"] as const)
    told.leave(fact, [...new Set(fitting.map((habits) => habits[fact]))] as never);
}

type TextHabits = Required<{ [Fact in "textEnds" | "lineEnds" | "unicode" | "entities"]: NonNullable<Spelling[Fact]> }>;

/** All combinations, the one that changes nothing first. */
const textHabits: readonly TextHabits[] = (["kept", "trimmed"] as const).flatMap((textEnds) =>
  (["kept", "lf"] as const).flatMap((lineEnds) =>
    (["kept", "nfc"] as const).flatMap((unicode) =>
      (["kept", "escaped"] as const).map((entities) => ({ textEnds, lineEnds, unicode, entities })),
    ),
  ),
);

function spelt(text: string, { textEnds, lineEnds, unicode, entities }: TextHabits): string {
  const composed = unicode === "nfc" ? text.normalize("NFC") : text;
  const broken = lineEnds === "lf" ? composed.replace(/\r\n?/g, "\n") : composed;
  const ended = textEnds === "trimmed" ? broken.trim() : broken;
  return entities === "escaped" ? escaped(ended) : ended;
}

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** What is done to a name, beside what is done to all texts. */
const nameHabits: Readonly<Record<Exclude<NonNullable<Spelling["names"]>, "cut" | "other">, (name: string) => string>> =
  {
    kept: (name) => name,
    trimmed: (name) => name.trim(),
    collapsed: (name) => name.replace(/\s+/gu, " ").trim(),
    nfc: (name) => name.normalize("NFC"),
    escaped,
    lower: (name) => name.toLowerCase(),
  };

function nameFacts(
  kind: KindSchema,
  specimens: readonly Specimen[],
  { textEnds, lineEnds, unicode, entities }: Partial<SpellingFacts>,
): SpellingFacts {
  const told = positionsFor();
  const key = kind.field(kind.naturalKey);
  if (key === undefined || key.node.format !== undefined) return {};
  const texts = textHabits.filter(
    (habits) =>
      habits.textEnds === (textEnds ?? "kept") &&
      habits.lineEnds === (lineEnds ?? "kept") &&
      habits.unicode === (unicode ?? "kept") &&
      habits.entities === (entities ?? "kept"),
  );
  for (const { sent, shown } of specimens) {
    const [given, seen] = [sent?.[key.wireName], shown[key.wireName]];
    if (typeof given !== "string" || typeof seen !== "string") continue;
    const fitting = (Object.keys(nameHabits) as (keyof typeof nameHabits)[]).filter((habit) =>
      texts.some((habits) => spelt(nameHabits[habit](given), habits) === seen),
    );
    const isCut = seen !== "" && seen.length < given.length && given.startsWith(seen);
    told.leave("names", fitting.length > 0 ? fitting : [isCut ? "cut" : "other"]);
  }
  return told.facts;
}

/** Free-form objects are only told of by what was sent: everything in them is somebody's own. */
function tellFreeForm(told: Told, sent: unknown, shown: unknown): void {
  if (Array.isArray(sent) || Array.isArray(shown)) {
    if (Array.isArray(sent) && Array.isArray(shown) && sent.length === shown.length)
      sent.forEach((entry, place) => tellFreeForm(told, entry, (shown as unknown[])[place]));
    return;
  }
  if (!isObject(sent)) return;
  if (!isObject(shown)) return;
  const added = Object.keys(shown).filter((key) => !Object.hasOwn(sent, key));
  told.leave("addedKeys", [added.length > 0 ? "added" : "none"]);
  for (const [key, value] of Object.entries(sent)) {
    const seen = shown[key];
    if (value === null) told.leave("nullKeys", [key in shown ? "kept" : "dropped"]);
    else if (typeof value === "number" || typeof value === "boolean") {
      if (seen !== undefined && seen !== null) told.leave("freeScalars", [typeof seen === "string" ? "text" : "kept"]);
    } else tellFreeForm(told, value, seen);
  }
}

/** Written as a list of objects, and documented to be read as one object. */
function tellVariables(told: Told, sent: unknown, shown: unknown): void {
  if (isEmpty(shown)) return;
  if (Array.isArray(shown)) {
    told.leave("variables", ["array"]);
    tellFreeForm(told, sent, shown);
    return;
  }
  if (!isObject(shown)) return;
  const isIndexed = Object.keys(shown).every((key) => /^\d+$/.test(key));
  told.leave("variables", [isIndexed ? "indexed" : "merged"]);
  if (!Array.isArray(sent)) return;
  if (isIndexed) sent.forEach((entry, place) => tellFreeForm(told, entry, shown[String(place)]));
  else tellFreeForm(told, Object.assign({}, ...(sent as object[])) as unknown, shown);
}

function tellSecret(told: Told, sent: unknown, shown: unknown): void {
  if (shown === undefined) {
    told.leave("secrets", ["absent"]);
    return;
  }
  if (!isObject(sent) || !isObject(shown)) return;
  for (const [key, value] of Object.entries(sent)) {
    const seen = shown[key];
    if (seen === value) told.leave("secrets", ["shown"]);
    else if (isMask(seen)) told.leave("secrets", [/^[*•●∗]+$/.test(seen) ? "masked" : "partly"]);
  }
}

/** What was sent empty, and what was not sent at all. */
function tellEmpty(told: Told, { node, types }: Field, sent: unknown, shown: unknown): void {
  if (node.readBack === "hidden" || node.readOnly === true || shown === undefined) return;
  if (sent === "" && (shown === "" || shown === null)) told.leave("emptyTexts", [shown === "" ? "kept" : "null"]);
  else if (Array.isArray(sent) && sent.length === 0 && node.items?.freeForm !== true) {
    if (isEmpty(shown)) told.leave("emptyArrays", [shown === null ? "null" : "kept"]);
  } else if (isObject(sent) && Object.keys(sent).length === 0 && types.includes("object"))
    told.leave("emptyObjects", [shown === null ? "null" : Array.isArray(shown) ? "array" : "kept"]);
}

/**
 * What became of fields that a create did not name, in an answer that shows all that can be shown.
 * @param hidden fields that are in no answer anyway
 */
export function unsetIn(
  kind: KindSchema,
  { sent, shown }: Required<Specimen>,
  hidden: readonly string[],
): { readonly unset: Spelling["unset"]; readonly filled: readonly string[] } {
  const told = positionsFor();
  const filled: string[] = [];
  for (const { wireName, node, types } of kind.content) {
    if (sent?.[wireName] !== undefined || hidden.includes(wireName) || node.readBack !== "shown") continue;
    const value = shown[wireName];
    const hasForm = types.includes("array") || types.includes("object");
    if (value === undefined) told.leave("unset", ["absent"]);
    else if (value === null) told.leave("unset", hasForm ? ["null"] : ["null", "empty"]);
    else if (isEmpty(value)) told.leave("unset", ["empty"]);
    else filled.push(wireName);
  }
  return { unset: told.facts.unset, filled };
}
