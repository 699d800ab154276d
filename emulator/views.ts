/** What an answer shows of an object: hiding, naming and spelling, each as the personality has it. Pure functions. */
import { isObject, textOf, type Json, type WireObject } from "./json";
import type { Kind } from "./kinds";
import type { Personality } from "./personality";
import { shapes, type WireField } from "./shapes";
import { freeForm, masked, merged, shownBoolean, shownNumber, shownText, startOfDay } from "./spellings";
import type { StoredObject } from "./store";
import { isDeleted } from "./world";

/** Where an object is shown: as a list's item, by id, or as the answer of a write. */
export type Place = "list" | "read" | "write";

/** Looks up the UUID of a workspace. */
export type WorkspaceId = (slug: string) => string;

/** Fields that a brief list shows besides id, natural key and workspace. */
const mainFields = ["status", "campaign_type", "description", "language", "created_at", "updated_at", "deleted_at"];

/** The object as an answer shows it. */
export function view(
  kind: Kind,
  object: StoredObject,
  place: Place,
  personality: Personality,
  workspaceId: WorkspaceId,
): WireObject {
  const shown: WireObject = showsId(kind, place, personality) ? { id: object.id } : {};
  const brief = place === "list" && personality.listFields === "brief" && (kind === "Campaign" || kind === "AiAgent");
  for (const field of shapes[kind].fields) {
    if (field.isWorkspace) {
      if (shapes[kind].byWorkspace)
        shown[workspaceKey(kind, personality)] = workspaceName(object, personality, workspaceId);
      continue;
    }
    if (brief && field.name !== shapes[kind].naturalKey && !mainFields.includes(field.name)) continue;
    const value = fieldView(kind, field, object, personality);
    if (value !== undefined) shown[field.name] = value;
  }
  if (isDeleted(object)) shown["deleted_at"] = time(object["deleted_at"] ?? null, personality);
  return shown;
}

function showsId(kind: Kind, place: Place, personality: Personality): boolean {
  switch (kind) {
    case "Campaign":
      return place === "list" ? personality.campaignListIds : personality.campaignReadIds;
    case "AiAgent":
      return place !== "list" || personality.agentListIds;
    case "PhoneNumber":
      return place === "write" || personality.phoneNumberIds;
    default:
      return true;
  }
}

function workspaceKey(kind: Kind, { workspaceKey: key }: Personality): string {
  if (key !== "documented") return key;
  return kind === "Campaign" ? "workspace" : "workspace_id";
}

function workspaceName(object: StoredObject, personality: Personality, workspaceId: WorkspaceId): string {
  const slug = textOf(object["workspace"]) ?? "default";
  return personality.workspaceValue === "uuid" ? workspaceId(slug) : slug;
}

/** The value a field is answered with; undefined: the answer lacks the field. */
function fieldView(kind: Kind, field: WireField, object: WireObject, personality: Personality): Json | undefined {
  if (field.readBack === "hidden") {
    if (kind === "Campaign" && personality.campaignReferences === "null") return null;
    const hiding = kind === "Campaign" ? personality.campaignReferences : personality.agentHiddenFields;
    if (kind === "PhoneNumber" || hiding === "absent") return undefined;
  }
  const value = object[field.name] ?? null;
  if (value === null) return unset(field, personality);
  if (kind === "AiAgent" && field.name === "agent_dynamic_variables") return agentVariables(value, personality);
  if (isContactList(field)) return contactList(value, field, object, personality);
  return spelled(value, field, object, personality);
}

function unset({ types }: WireField, { unsetFields, emptyObjects }: Personality): Json | undefined {
  if (unsetFields === "absent") return undefined;
  if (unsetFields === "null") return null;
  if (types.includes("array")) return [];
  if (types.includes("object")) return emptyObjects === "array" ? [] : emptyObjects === "null" ? null : {};
  return null;
}

/** A value in the personality's spelling, where something may be left of it to be shown. */
function spelled(value: Json, field: WireField, holder: WireObject, personality: Personality): Json | undefined {
  if (value === null) return null;
  if (field.secret && personality.secrets === "absent") return undefined;
  const shown = spelling(field.secret && personality.secrets !== "shown" ? masked(value, personality) : value);
  if (shown === "") return personality.emptyTexts === "null" ? null : shown;
  if (Array.isArray(shown) && shown.length === 0) return emptyArray(personality);
  return isObject(shown) && Object.keys(shown).length === 0 ? emptyObject(personality) : shown;

  function spelling(given: Json): Json {
    const list = Array.isArray(given) ? inOrder(given, field, holder, personality) : given;
    if (field.freeForm) return freeForm(list, personality);
    if (Array.isArray(list)) return list.map((item) => inside(item));
    return isObject(list) && field.inner === undefined ? list : inside(list);
  }

  function inside(item: Json): Json {
    return field.inner !== undefined && isObject(item)
      ? innerView(item, field.inner, personality)
      : scalar(item, field, holder, personality);
  }
}

/** A list in the order in which the personality shows it. */
function inOrder(list: Json[], field: WireField, holder: WireObject, personality: Personality): Json[] {
  if (field.numbered) return personality.steps === "reversed" ? [...list].reverse() : list;
  return isSet(field, holder) ? ordered(list, personality) : list;
}

/** A step, or a variable, of a webhook flow. */
function innerView(object: WireObject, fields: readonly WireField[], personality: Personality): WireObject {
  const shown: WireObject = {};
  for (const field of fields) {
    const given = object[field.name] ?? null;
    const value = given === null ? unset(field, personality) : spelled(given, field, object, personality);
    if (value !== undefined) shown[field.name] = value;
  }
  return shown;
}

/** One value in its spelling. `holder` is the object the field belongs to. */
function scalar(value: Json, field: WireField, holder: WireObject, personality: Personality): Json {
  if (typeof value === "boolean") return shownBoolean(value, personality);
  if (typeof value === "number") return number(value, field, personality);
  if (typeof value !== "string") return value;
  switch (field.format) {
    case "date-time":
      return time(value, personality);
    case "date":
      return day(value, holder, personality);
    case "time-of-day":
      return `${personality.timeOfDay === "minutes" ? value.slice(0, 5) : value}${offset(personality)}`;
    default:
      return shownText(letters(value, field, personality), personality);
  }
}

function number(value: number, { isWeekdays }: WireField, personality: Personality): Json {
  const shown = isWeekdays && value === 0 ? personality.sunday : shownNumber(value, personality);
  return personality.numbers === "text" ? String(shown) : shown;
}

function day(value: string, holder: WireObject, personality: Personality): Json {
  if (personality.dates === "day" || !/^\d{4}-\d\d-\d\d$/.test(value)) return value;
  const zone = personality.dates === "midnight" ? "UTC" : holder["time_zone"];
  return time(startOfDay(value, zone), personality);
}

function offset({ timeOfDayOffset }: Personality): string {
  return timeOfDayOffset === "none" ? "" : timeOfDayOffset;
}

function letters(
  value: string,
  { letterCase, words, writable }: WireField,
  { webhookCase, words: wordCase }: Personality,
): string {
  if (letterCase === undefined)
    return wordCase === "upper" && writable && words.includes(value) ? value.toUpperCase() : value;
  const wanted = webhookCase === "documented" ? letterCase : webhookCase;
  return wanted === "upper" ? value.toUpperCase() : value.toLowerCase();
}

function time(value: Json, { times }: Personality): Json {
  return typeof value === "string" && times === "zoneless" ? value.replace(/(\.\d+)?(Z|[+-]\d\d:\d\d)$/, "") : value;
}

function emptyArray({ emptyArrays }: Personality): Json {
  return emptyArrays === "null" ? null : [];
}

function emptyObject({ emptyObjects }: Personality): Json {
  return emptyObjects === "array" ? [] : emptyObjects === "null" ? null : {};
}

/** Whether a list is a set here: it is one unless it has several entries, and another parallel list has so too. */
function isSet({ unordered }: WireField, holder: WireObject): boolean {
  if (unordered !== "unlessParallel") return unordered;
  return parallelLists.filter((name) => longerThanOne(holder[name])).length <= 1;
}

const parallelLists = shapes.Campaign.fields.filter(({ parallel }) => parallel).map(({ name }) => name);

const longerThanOne = (value: Json | undefined): boolean => Array.isArray(value) && value.length > 1;

function ordered(items: readonly Json[], { arrayOrder }: Personality): Json[] {
  return arrayOrder === "reordered" ? [...items].reverse() : [...items];
}

function isContactList({ name }: WireField): boolean {
  return name === "contacts_list_tags" || name === "contacts_list_categories";
}

/** Tags and categories, flat as written or nested: one inner list a source. */
function contactList(value: Json, field: WireField, campaign: WireObject, personality: Personality): Json {
  if (!Array.isArray(value) || value.length === 0) return emptyArray(personality);
  const single = isSet(field, campaign);
  const spelt = value.map((item) => scalar(item, field, campaign, personality));
  const items = single ? ordered(spelt, personality) : spelt;
  if (personality.contactLists === "flat") return items;
  return single ? [items] : items.map((item) => [item]);
}

/** The agent's variables: written as an array of objects, documented to be read as one object. */
function agentVariables(value: Json, personality: Personality): Json {
  if (!Array.isArray(value)) return value;
  switch (personality.agentVariables) {
    case "array":
      return value.length === 0 ? emptyArray(personality) : freeForm(value, personality);
    case "merged": {
      const shown = freeForm(merged(value.filter(isObject)), personality);
      return Object.keys(shown as WireObject).length === 0 ? emptyObject(personality) : shown;
    }
    case "indexed":
      return value.length === 0
        ? emptyObject(personality)
        : Object.fromEntries(value.map((entry, index) => [String(index), freeForm(entry, personality)]));
  }
}
