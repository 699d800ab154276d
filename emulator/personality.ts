/**
 * A personality: one position for every switch. Each switch stands for one contradiction or one gap of the
 * documentation; software that survives every personality survives the API, whichever side turns out to be true.
 */
import { choice, count, deliberate, fieldList, routeList, routeMap, size, type Switch } from "./switchKinds";

/** All switches; the first position is the standard one. */
export const switches = {
  successWord: choice(
    ["documented", "ok", "success"],
    "documented",
    "Status word of a success: as documented (`ok`, but `success` for workspaces), or one word for all.",
  ),
  failureBy: choice(
    ["200", "4xx"],
    "documented",
    "Refusals come with HTTP 200 and an error envelope, or with HTTP 400, 404 or 409.",
  ),
  errorMessages: choice(
    ["telling", "plain"],
    "example",
    "Error messages say what is wrong, or are the documentation's sample to the letter: `error`.",
  ),
  campaignCreateData: choice(
    ["id", "text", "textWithId", "object", "objectWithoutId", "rows"],
    "documented",
    "What `data` holds after a campaign create: its id, a sentence, a sentence with the id in it, the campaign with or without `id`, or the number of rows.",
  ),
  otherCreateData: choice(
    ["object", "id", "text", "textWithId", "objectWithoutId", "rows"],
    "documented",
    "What `data` holds after a create of another kind.",
  ),
  updateData: choice(
    ["documented", "text", "object", "id", "rows"],
    "older",
    "What `data` holds after an update; as documented: a sentence for campaigns, the object for others.",
  ),
  deleteData: choice(
    ["rows", "text", "null"],
    "documented",
    "What `data` holds after a delete: the number of rows (documented for workspaces), a sentence or null.",
  ),
  campaignListIds: choice([false, true], "example", "Whether the items of the campaign list carry `id`."),
  campaignReadIds: choice([false, true], "example", "Whether a campaign read by id carries `id`."),
  agentListIds: choice([true, false], "documented", "Whether the items of the agent list carry `id`."),
  phoneNumberIds: choice([false, true], "older", "Whether the items of the phone number list carry `id`."),
  campaignReferences: choice(
    ["absent", "shown", "null"],
    "documented",
    "Whether campaign answers leave out the agent, webhook and phone number ids, show them (older), or show null in their place.",
  ),
  agentHiddenFields: choice(
    ["absent", "shown"],
    "documented",
    "Whether agent answers leave out the fields that are documented for create only.",
  ),
  agentDefaults: choice(
    ["none", "samples"],
    "example",
    "Whether a new agent's unset fields are filled with the documentation's sample values.",
  ),
  listFields: choice(
    ["full", "brief"],
    "documented",
    "Whether the items of campaign and agent lists have every field of a read, or only the main ones.",
  ),
  unsetFields: choice(
    ["null", "absent", "empty"],
    "inferred",
    "How a field without a value is answered: null, not at all, or as the type's empty value (lists and objects).",
  ),
  emptyTexts: choice(["kept", "null"], "inferred", 'Whether "" comes back as "" or as null.'),
  emptyArrays: choice(["kept", "null"], "inferred", "Whether [] comes back as [] or as null."),
  emptyObjects: choice(["kept", "array", "null"], "inferred", "Whether {} comes back as {}, as [] or as null."),
  emptyList: choice(["array", "null"], "inferred", "Whether a list without objects is [] or null."),
  arrayOrder: choice(
    ["kept", "reordered"],
    "inferred",
    "Whether sets (days, tags by themselves, variables) come back in the order they were written.",
  ),
  contactLists: choice(
    ["flat", "nested"],
    "documented",
    "Whether contact tags and categories come back as written or as arrays of arrays, one entry a source (older).",
  ),
  agentVariables: choice(
    ["merged", "array", "indexed"],
    "documented",
    "How `agent_dynamic_variables` comes back: its entries merged into one object, the array as written, or an object with the indices as keys.",
  ),
  workspaceKey: choice(
    ["documented", "workspace", "workspace_id"],
    "documented",
    "Key of the workspace in answers; as documented: `workspace` for campaigns, `workspace_id` for others.",
  ),
  workspaceValue: choice(["slug", "uuid"], "example", "Whether answers name the workspace by its slug or by its UUID."),
  webhookCase: choice(
    ["documented", "upper", "lower"],
    "documented",
    "Letter case of a webhook's unit, direction, status and method; as documented: lower case, methods in upper case.",
  ),
  times: choice(["zoned", "zoneless"], "documented", "Whether times carry a zone (`…Z`) or none (then UTC)."),
  timeOfDay: choice(["seconds", "minutes"], "older", "Whether the calling window comes back as HH:MM:SS or as HH:MM."),
  dates: deliberate(
    choice(
      ["day", "midnight", "localMidnight"],
      "inferred",
      "Whether a campaign's first and last day come back as YYYY-MM-DD, as a midnight in UTC, or as the instant in UTC at which the day begins in the campaign's time zone (never at random).",
    ),
  ),
  numbers: choice(["number", "text"], "inferred", "Whether numbers come back as numbers or as text."),
  agentFilter: choice(
    ["honoured", "ignored"],
    "inferred",
    "Whether the agent list heeds `?workspace=` (without it: `default`) or lists all workspaces.",
  ),
  webhookFilter: choice(
    ["honoured", "ignored"],
    "inferred",
    "Whether the webhook list heeds `?workspace=` (without it: `default`) or lists all workspaces.",
  ),
  phoneNumberFilter: choice(
    ["ignored", "honoured"],
    "older",
    "Whether the phone number list shows all numbers or heeds `?workspace=`.",
  ),
  listLagRequests: count(
    3,
    "inferred",
    "A write made now shows in the lists of its kind only after this many list requests.",
  ),
  listLagMs: count(
    0,
    "inferred",
    "A write made now shows in the lists only after this many milliseconds of the clock.",
  ),
  listLagFor: choice(
    ["all", "create", "update", "delete"],
    "inferred",
    "Which writes show late in lists (if any lag is set).",
  ),
  newCampaignStatus: choice(["active", "paused"], "inferred", "Which status a new campaign gets."),
  campaignUpdatePath: choice(
    ["both", "current", "older"],
    "inferred",
    "Campaign update answers under `/campaigns/update/{id}`, under the older `/campaign/update/{id}`, or under both.",
  ),
  updateRequiresStatus: choice(
    [true, false],
    "older",
    "Whether a campaign update without `name` and `status` is refused.",
  ),
  updateReplaces: choice(
    [false, true],
    "inferred",
    "Whether an update clears what it leaves out (and then needs all required fields).",
  ),
  duplicateNames: choice(
    ["allowed", "refused"],
    "inferred",
    "Whether a second object of the same name in a workspace (or the same phone number) is created or refused.",
  ),
  deletedInLists: choice(
    ["absent", "shown"],
    "inferred",
    "Whether deleted objects leave the lists or stay, with `deleted_at` set.",
  ),
  deleteOfAbsent: choice(
    ["error", "404", "rows"],
    "documented",
    "A delete of an absent object: refused as `failureBy` says, HTTP 404, or a success with 0 rows (documented for workspaces, where it is always so unless `404`).",
  ),
  unknownWorkspace: choice(
    ["accepted", "refused"],
    "inferred",
    "Whether a workspace that nobody created springs up when it is first named, or is refused.",
  ),
  unknownReferences: choice(
    ["accepted", "refused"],
    "inferred",
    "Whether a campaign may name an agent, webhook or phone number that does not exist.",
  ),
  absentRoutes: routeList("inferred", "Routes that are not there."),
  absentAnswer: choice(
    ["404", "405", "200"],
    "inferred",
    "How an absent route answers: HTTP 404, HTTP 405, or HTTP 200 with an error envelope.",
  ),
  routes: routeMap("inferred", "Routes that answer under another address."),
  // New switches come last: so a seed draws for the older ones what it always drew.
  names: choice(
    ["kept", "nfc", "collapsed", "trimmed", "escaped", "cut", "lower"],
    "inferred",
    "How the names of campaigns, agents and webhooks are stored: as sent, in Unicode NFC, with inner blanks collapsed and ends trimmed, with ends trimmed only, with & < > \" ' as HTML entities, cut at `nameLength`, or in lower case (the last two never in a preset or at random).",
    ["kept", "nfc", "collapsed", "trimmed", "escaped"],
  ),
  nameLength: size(20, "inferred", "At how many characters a name is cut, where `names` is `cut`."),
  listPages: choice(
    ["none", "paged", "whenAsked"],
    "inferred",
    "Whether lists come whole (and `page` and `per_page` change nothing), in pages, or in pages only where the query asks for one.",
  ),
  pageSize: size(20, "inferred", "Objects in a page, where the query does not say `per_page`.", [10, 20, 50, 100]),
  pageCap: size(100, "inferred", "Most objects in a page, whatever `per_page` says."),
  pageFrom: choice(
    [0, 1],
    "inferred",
    "Number of the first page: 0 as in the documented queries of contacts and calls, or 1 (then `page=0` is the first page too).",
  ),
  pageHints: choice(
    ["none", "total", "lastPage", "next", "nextPage", "hasMore", "link", "meta", "pagination", "items", "data"],
    "inferred",
    "How a page says that there is more: not at all, by `total`, `current_page` and `last_page`, `next` (an address or null), `next_page` (a number or null) or `has_more` in the envelope, by a Link header, under `meta` or `pagination`, or by a `data` that is an object of `items` or `data`, and `total`.",
  ),
  pageBeyond: choice(
    ["empty", "last", "refused"],
    "inferred",
    "What a page after the last one holds: nothing, the last page again, or it is refused (never in a preset or at random).",
    ["empty", "last"],
  ),
  pageQuery: deliberate(
    choice(
      ["honoured", "ignored", "refused"],
      "inferred",
      "Whether a list in pages heeds `page` and `per_page`, ignores them (only the first page can be seen), or refuses a request that carries them, which a whole list does too (never in a preset or at random).",
    ),
  ),
  listRepeats: deliberate(
    choice(
      ["never", "twice"],
      "inferred",
      "Whether lists show each object once or twice (never in a preset or at random).",
    ),
  ),
  deleteDoes: deliberate(
    choice(
      ["done", "claimed"],
      "inferred",
      "Whether a delete that answers with a success has deleted the object, or nothing at all (never in a preset or at random).",
    ),
  ),
  textEnds: choice(["kept", "trimmed"], "inferred", "Whether texts come back as sent or without blanks at their ends."),
  lineEnds: choice(["kept", "lf"], "inferred", "Whether line ends come back as sent or as LF alone."),
  unicode: choice(["kept", "nfc"], "inferred", "Whether texts come back as sent or in Unicode NFC."),
  entities: choice(
    ["kept", "escaped"],
    "inferred",
    "Whether texts come back as sent or with & < > \" ' as HTML entities.",
  ),
  words: choice(
    ["kept", "upper"],
    "inferred",
    "Whether words of the API's own (`outbound`, `seconds`) come back as sent or in upper case; `webhookCase` says it for webhooks.",
  ),
  timeOfDayOffset: choice(
    ["none", "+00", "+00:00", "Z"],
    "inferred",
    "What stands behind the times of the calling window: nothing, or an offset of zero.",
  ),
  sunday: choice([0, 7], "inferred", "Whether Sunday comes back as 0, as it is written, or as 7."),
  decimals: choice(
    ["exact", "single", "two"],
    "inferred",
    "Whether numbers that are not whole come back as sent, in single precision, or rounded to two decimals.",
  ),
  booleans: choice(
    ["boolean", "number", "text"],
    "inferred",
    "Whether true and false come back as they are, as 1 and 0, or as text.",
  ),
  addedKeys: deliberate(
    choice(
      ["none", "added"],
      "inferred",
      "Whether every free-form object comes back with keys of the server's own (never at random: what is shown is not there).",
    ),
  ),
  nullKeys: choice(["kept", "dropped"], "inferred", "Whether keys of free-form objects whose value is null come back."),
  freeScalars: choice(
    ["kept", "text"],
    "inferred",
    "Whether numbers, true and false in free-form objects come back as they are or as text.",
  ),
  secrets: deliberate(
    choice(
      ["shown", "masked", "partly", "absent"],
      "inferred",
      "Whether secrets (a webhook's headers) come back as sent, as `********`, with their ends visible, or not at all (never at random: what is shown is not there).",
    ),
  ),
  steps: choice(
    ["kept", "reversed"],
    "inferred",
    "Whether the steps of a webhook come back in their order or in another; their numbers tell it.",
  ),
  refusalBody: choice(
    ["envelope", "text", "json"],
    "inferred",
    "Whether a body that lacks a field or has one of a wrong type is refused like everything else, or before it is looked at: by HTTP 422 with plain text, or with JSON that is no envelope.",
  ),
  droppedFields: fieldList("inferred", "Fields that a create and an update take and do not store."),
  contactFilters: choice(
    ["and", "or"],
    "inferred",
    "Whether tags, categories and source of the contacts query (and of a campaign's people) combine by AND or by OR.",
  ),
};

/** Name of a switch. */
export type SwitchName = keyof typeof switches;

/** One position for every switch; `switches` says what each means. */
export type Personality = {
  readonly [Name in SwitchName]: (typeof switches)[Name] extends Switch<infer Value> ? Value : never;
};

/** Positions for some switches. */
export type PersonalityPatch = Partial<Personality>;

/** All switches in their standard position: today's documentation. */
export const documented: Personality = Object.fromEntries(
  Object.entries(switches).map(([name, { standard }]) => [name, standard]),
) as unknown as Personality;

/** The description of one switch, for people. */
export interface SwitchDescription {
  readonly name: SwitchName;
  readonly positions: string;
  readonly standard: unknown;
  readonly mark: string;
  readonly meaning: string;
}

/** Every switch with its positions and its meaning. */
export function describeSwitches(): readonly SwitchDescription[] {
  return (Object.keys(switches) as SwitchName[]).map((name) => {
    const { expected, standard, mark, meaning } = switches[name];
    return { name, positions: expected, standard, mark, meaning };
  });
}

/**
 * Checks positions that come from outside.
 * @throws {Error} if a switch or a position does not exist; the message lists what does.
 */
export function checkPatch(patch: object): PersonalityPatch {
  for (const [name, value] of Object.entries(patch)) {
    if (!isSwitch(name))
      throw new Error(`no switch of a personality is called "${name}"; there are: ${Object.keys(switches).join(", ")}`);
    const { accepts, expected } = switches[name] as Switch<unknown>;
    if (!accepts(value))
      throw new Error(`the switch ${name} has no position ${JSON.stringify(value)}; it takes ${expected}`);
  }
  return patch;
}

/** Whether a text names a switch. */
export function isSwitch(name: string): name is SwitchName {
  return Object.hasOwn(switches, name);
}
