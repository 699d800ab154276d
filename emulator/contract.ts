/**
 * An account as a learned contract has it: the personality that does what was seen. What the contract does not say stays as
 * documented. The file is described by contract.schema.json, of which contractValidator.ts is made; nothing of the code that
 * wrote it is known here.
 */
import { validator } from "./contractValidator";
import { isObject, type Json, type WireObject } from "./json";
import { kinds, type Kind } from "./kinds";
import type { Personality, PersonalityPatch } from "./personality";
import { routes, type RouteName } from "./routes";
import { shapes } from "./shapes";

/**
 * The positions of the switches that a contract speaks of.
 * @param contract its JSON, read.
 * @throws {Error} if it is none.
 */
export function personalityOfContract(contract: unknown): PersonalityPatch {
  if (!validator(contract)) {
    const [first] = validator.errors ?? [];
    throw new Error(
      `it is no learned contract: data${first?.instancePath ?? ""} fails by ${first?.keyword ?? "its form"}`,
    );
  }
  const facts = new Facts(contract as WireObject);
  const patch: { [Name in keyof Personality]?: Personality[Name] | undefined } = {
    ...routePatch(facts),
    ...answerPatch(facts),
    ...writePatch(facts),
    ...listPatch(facts),
    ...shownPatch(facts),
    ...spellingPatch(facts),
  };
  return Object.fromEntries(Object.entries(patch).filter(([, position]) => position !== undefined));
}

/** What a contract says, by the path to it. */
class Facts {
  constructor(private readonly contract: WireObject) {}

  at(...path: readonly string[]): Json | undefined {
    return path.reduce<Json | undefined>((value, key) => (isObject(value) ? value[key] : undefined), this.contract);
  }

  of(kind: Kind, ...path: readonly string[]): Json | undefined {
    return this.at("kinds", kind, ...path);
  }

  /** What is said of the first kind of which it is said. */
  any(...path: readonly string[]): Json | undefined {
    return kinds.map((kind) => this.of(kind, ...path)).find((value) => value !== undefined);
  }

  names(kind: Kind, ...path: readonly string[]): readonly string[] | undefined {
    const value = this.of(kind, ...path);
    return Array.isArray(value) ? value.map(String) : undefined;
  }
}

type Patch = { [Name in keyof Personality]?: Personality[Name] | undefined };

/** One word of a contract, in the words of a switch. */
function as<Position>(value: Json | undefined, positions: Readonly<Record<string, Position>>): Position | undefined {
  return typeof value === "object" || value === undefined ? undefined : positions[String(value)];
}

function routePatch(facts: Facts): Patch {
  const absentRoutes: RouteName[] = [];
  const moved: Partial<Record<RouteName, string>> = {};
  let campaignUpdatePath: Personality["campaignUpdatePath"] | undefined;
  for (const name of new Set(routes.map((route) => route.name))) {
    const fact = facts.at("routes", name);
    if (!isObject(fact)) continue;
    const { route, also } = fact;
    if (typeof route !== "string") {
      absentRoutes.push(name);
      continue;
    }
    const ways = [route, ...(Array.isArray(also) ? also.map(String) : [])];
    const known = routes.filter((each) => each.name === name);
    const served = known.filter(({ method, path }) => ways.some((way) => way.split("?")[0] === `${method} ${path}`));
    if (served.length === 0) moved[name] = route;
    else if (name === "campaign.update")
      campaignUpdatePath =
        served.length > 1 ? "both" : served.some(({ mark }) => mark === "older") ? "older" : "current";
  }
  const http = facts.at("answers", "absentRoute", "http");
  return {
    absentRoutes,
    routes: moved,
    campaignUpdatePath,
    absentAnswer: as(http, { "404": "404", "405": "405", "200": "200" } as const),
  };
}

function answerPatch(facts: Facts): Patch {
  const refusals = ["absentObject", "sameName", "invalidBody"]
    .map((name) => facts.at("answers", name))
    .filter(isObject);
  const inEnvelope = refusals.filter(({ body }) => body === "envelope");
  const [first] = inEnvelope;
  return {
    // That workspaces have a word of their own is documented, and none was made to see it.
    successWord: as(facts.at("answers", "success"), { ok: "documented", success: "success" } as const),
    failureBy: first === undefined ? undefined : first["http"] === 200 ? "200" : "4xx",
    errorMessages: first === undefined ? undefined : first["says"] === "nothing" ? "plain" : "telling",
    refusalBody: as(facts.at("answers", "invalidBody", "body"), {
      envelope: "envelope",
      text: "text",
      json: "json",
    } as const),
  };
}

const held = {
  id: "id",
  object: "object",
  objectWithoutId: "objectWithoutId",
  text: "text",
  textWithId: "textWithId",
  rows: "rows",
} as const;

function writePatch(facts: Facts): Patch {
  const other = (...path: readonly string[]): Json | undefined =>
    facts.of("AiAgent", ...path) ?? facts.of("Webhook", ...path);
  const [ofCampaigns, ofOthers] = [facts.of("Campaign", "update", "data"), other("update", "data")];
  // As documented, a campaign's answer is a sentence, and that of others the object.
  const isDocumented = (ofCampaigns ?? "text") === "text" && (ofOthers ?? "object") === "object";
  const updateData = { text: "text", object: "object", id: "id", rows: "rows" } as const;
  const fills = facts.names("AiAgent", "create", "fills");
  const samples = shapes.AiAgent.fields.filter(({ sample }) => sample !== undefined).map(({ name }) => name);
  const needs = facts.names("Campaign", "update", "needs");
  return {
    campaignCreateData: as(facts.of("Campaign", "create", "data"), held),
    otherCreateData: as(other("create", "data"), held),
    updateData:
      ofCampaigns === undefined && ofOthers === undefined
        ? undefined
        : isDocumented
          ? "documented"
          : as(ofOthers ?? ofCampaigns, updateData),
    deleteData: as(facts.any("delete", "data"), { rows: "rows", text: "text", null: "null" } as const),
    deleteOfAbsent: as(facts.any("delete", "again"), { nothing: "rows", refused: "error", "404": "404" } as const),
    newCampaignStatus: as(facts.of("Campaign", "create", "status"), { active: "active", paused: "paused" } as const),
    agentDefaults: fills && (fills.some((name) => samples.includes(name)) ? "samples" : "none"),
    duplicateNames: as(facts.any("create", "sameName"), { made: "allowed", refused: "refused" } as const),
    updateRequiresStatus: needs?.includes("status"),
    updateReplaces: as(facts.any("update", "leftOut"), { kept: false, cleared: true } as const),
  };
}

function listPatch(facts: Facts): Patch {
  const filter = (kind: Kind): Personality["agentFilter"] | undefined =>
    as(facts.of(kind, "listing", "otherWorkspaces"), { heeded: "honoured", ignored: "ignored" } as const);
  return {
    emptyList: as(facts.any("listing", "whenEmpty"), { array: "array", null: "null" } as const),
    agentFilter: filter("AiAgent"),
    webhookFilter: filter("Webhook"),
    unknownWorkspace: as(facts.any("listing", "unknownWorkspace"), { empty: "accepted", refused: "refused" } as const),
    deletedInLists: as(facts.any("listing", "deleted"), { gone: "absent", listed: "shown" } as const),
    listRepeats: as(facts.any("listing", "repeats"), { once: "never", twice: "twice" } as const),
    ...lagPatch(facts),
    ...pagePatch(facts),
  };
}

function lagPatch(facts: Facts): Patch {
  const changes = ["create", "update", "delete"] as const;
  const lists = changes.map((change) =>
    Math.max(0, ...kinds.map((kind) => Number(facts.of(kind, "lag", change, "lists") ?? 0))),
  );
  const late = changes.filter((_, index) => (lists[index] ?? 0) > 0);
  const only = late.length === 1 ? late[0] : undefined;
  const isKnown = facts.any("lag") !== undefined;
  return {
    listLagRequests: isKnown ? Math.max(...lists) : undefined,
    listLagFor: isKnown ? (only ?? "all") : undefined,
  };
}

function pagePatch(facts: Facts): Patch {
  const unasked = facts.any("pages", "unasked");
  const paged = kinds.map((kind) => facts.of(kind, "pages", "unasked")).find((size) => typeof size === "number");
  const asked = facts.any("pages", "asked");
  const tells = kinds.map((kind) => facts.names(kind, "pages", "tells") ?? []).find((names) => names.length > 0) ?? [];
  if (unasked === undefined && asked === undefined) return {};
  return {
    listPages: typeof paged === "number" ? "paged" : asked === "heeded" ? "whenAsked" : "none",
    pageSize: typeof paged === "number" ? paged : undefined,
    // A whole list that heeds no page is one; a page that heeds none is all that can be seen.
    pageQuery:
      asked === "refused" ? "refused" : asked === "ignored" && typeof paged === "number" ? "ignored" : "honoured",
    pageFrom: as(facts.any("pages", "first"), { "0": 0, "1": 1 } as const),
    pageHints: hintsIn(tells),
  };
}

/** By which keys an answer says that there is more, in the words of the switch. */
function hintsIn(tells: readonly string[]): Personality["pageHints"] {
  const has = (name: string): boolean => tells.includes(name);
  if (has("items")) return "items";
  if (has("data")) return "data";
  if (has("meta")) return "meta";
  if (has("pagination")) return "pagination";
  if (has("last_page")) return "lastPage";
  if (has("next_page")) return "nextPage";
  if (has("next")) return "next";
  if (has("has_more")) return "hasMore";
  if (has("link")) return "link";
  return has("total") ? "total" : "none";
}

function shownPatch(facts: Facts): Patch {
  const idsIn = (kind: Kind, place: string): boolean | undefined => facts.names(kind, "idIn")?.includes(place);
  const shown = (kind: Kind, place: "list" | "read") => facts.names(kind, place, "fields");
  const all = (kind: Kind, place: "list" | "read"): readonly string[] => [
    ...(shown(kind, place) ?? []),
    ...(facts.names(kind, place, "nullOnly") ?? []),
  ];
  const hidden = (kind: Kind): readonly string[] =>
    shapes[kind].fields.filter(({ readBack }) => readBack === "hidden").map(({ name }) => name);
  const isBrief = (["Campaign", "AiAgent"] as const).some((kind) => {
    const listed = all(kind, "list");
    return listed.length > 0 && all(kind, "read").some((name) => name !== "id" && !listed.includes(name));
  });
  const place = (kind: Kind): "read" | "list" => (shown(kind, "read") === undefined ? "list" : "read");
  const has = (kind: Kind, names: readonly string[] | undefined): boolean | undefined =>
    names && hidden(kind).some((name) => names.includes(name));
  const references = has("Campaign", shown("Campaign", place("Campaign")));
  const nulls = has("Campaign", facts.names("Campaign", place("Campaign"), "nullOnly"));
  const agents = has("AiAgent", shown("AiAgent", place("AiAgent")) && all("AiAgent", place("AiAgent")));
  return {
    campaignListIds: idsIn("Campaign", "list"),
    campaignReadIds: shown("Campaign", "read") && idsIn("Campaign", "read"),
    agentListIds: idsIn("AiAgent", "list"),
    phoneNumberIds: shown("PhoneNumber", "list") && idsIn("PhoneNumber", "list"),
    listFields: shown("Campaign", "list") || shown("AiAgent", "list") ? (isBrief ? "brief" : "full") : undefined,
    campaignReferences:
      references === undefined ? undefined : references ? "shown" : nulls === true ? "null" : "absent",
    agentHiddenFields: agents === undefined ? undefined : agents ? "shown" : "absent",
  };
}

function spellingPatch(facts: Facts): Patch {
  const any = (fact: string): Json | undefined => facts.any("spelling", fact);
  const key = facts.of("Campaign", "spelling", "workspaceKey");
  const otherKey = facts.of("AiAgent", "spelling", "workspaceKey") ?? facts.of("Webhook", "spelling", "workspaceKey");
  const isDocumented = (key ?? "workspace") === "workspace" && (otherKey ?? "workspace_id") === "workspace_id";
  const kept = { kept: "kept", null: "null" } as const;
  return {
    workspaceKey: isDocumented
      ? "documented"
      : as(otherKey ?? key, { workspace: "workspace", workspace_id: "workspace_id" } as const),
    workspaceValue: as(any("workspace"), { slug: "slug", id: "uuid" } as const),
    webhookCase: as(facts.of("Webhook", "spelling", "words"), {
      kept: "documented",
      upper: "upper",
      lower: "lower",
    } as const),
    words: as(facts.of("Campaign", "spelling", "words") ?? facts.of("AiAgent", "spelling", "words"), {
      kept: "kept",
      upper: "upper",
    } as const),
    times: as(any("times"), { zoned: "zoned", zoneless: "zoneless" } as const),
    timeOfDay: as(any("timesOfDay"), { "HH:MM:SS": "seconds", "HH:MM": "minutes" } as const),
    timeOfDayOffset: as(any("offset"), { none: "none", "+00": "+00", "+00:00": "+00:00", Z: "Z" } as const),
    dates: as(any("dates"), { day: "day", midnight: "midnight", localMidnight: "localMidnight" } as const),
    sunday: as(any("sunday"), { "0": 0, "7": 7 } as const),
    numbers: as(any("numbers"), { number: "number", text: "text" } as const),
    decimals: as(any("decimals"), { exact: "exact", single: "single", two: "two" } as const),
    booleans: as(any("booleans"), { boolean: "boolean", number: "number", text: "text" } as const),
    names: as(any("names"), {
      kept: "kept",
      nfc: "nfc",
      collapsed: "collapsed",
      trimmed: "trimmed",
      escaped: "escaped",
      lower: "lower",
    } as const),
    textEnds: as(any("textEnds"), { kept: "kept", trimmed: "trimmed" } as const),
    lineEnds: as(any("lineEnds"), { kept: "kept", lf: "lf" } as const),
    unicode: as(any("unicode"), { kept: "kept", nfc: "nfc" } as const),
    entities: as(any("entities"), { kept: "kept", escaped: "escaped" } as const),
    unsetFields: as(any("unset"), { null: "null", absent: "absent", empty: "empty" } as const),
    emptyTexts: as(any("emptyTexts"), kept),
    emptyArrays: as(any("emptyArrays"), kept),
    emptyObjects: as(any("emptyObjects"), { ...kept, array: "array" } as const),
    arrayOrder: as(any("sets"), { kept: "kept", changed: "reordered" } as const),
    steps: as(any("steps"), { kept: "kept", changed: "reversed" } as const),
    contactLists: as(any("contactLists"), { flat: "flat", nested: "nested" } as const),
    agentVariables: as(any("variables"), { merged: "merged", array: "array", indexed: "indexed" } as const),
    addedKeys: as(any("addedKeys"), { none: "none", added: "added" } as const),
    nullKeys: as(any("nullKeys"), { kept: "kept", dropped: "dropped" } as const),
    freeScalars: as(any("freeScalars"), { kept: "kept", text: "text" } as const),
    secrets: as(any("secrets"), { shown: "shown", masked: "masked", partly: "partly", absent: "absent" } as const),
    droppedFields: kinds.flatMap((kind) => facts.names(kind, "dropped") ?? []),
  };
}
