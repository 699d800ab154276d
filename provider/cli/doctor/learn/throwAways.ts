/**
 * What is made to learn what writes do, and thrown away again. Nothing of it can call anybody:
 *
 * | a campaign                                   | so that                                                        |
 * | -------------------------------------------- | -------------------------------------------------------------- |
 * | is inbound, and names no phone number        | it waits for calls that cannot come, and has nothing to call from |
 * | begins ten years ahead, and ends that day    | it is not its time                                             |
 * | has a window of one minute                   | there is next to no time                                       |
 * | selects by its own random mark               | nobody has that tag, category or source                        |
 * | is never sent as active                      | where new ones are active, the rest of this table holds        |
 *
 * An agent has no tools. The steps of a webhook lead to a name that cannot exist. Phone numbers and workspaces are not made:
 * a number may cost money, and both may be there for good.
 */
import type { Kind } from "../../../kinds/kind";
import { kinds } from "../../../kinds";
import type { Properties } from "../../../kinds/normalForm";
import { toWire } from "../../../kinds/wire";
import { isObject } from "../../../values/empty";
import type { KindName } from "../../../kinds/schema";

/** The kinds that are tried, an object before what refers to it. */
export const triedKinds = ["AiAgent", "Webhook", "Campaign"] as const satisfies readonly KindName[];
export type TriedKind = (typeof triedKinds)[number];

/** How much a throw-away object says: all that can be told something of, what is empty, or the least. */
export type Fullness = "full" | "empties" | "least";

/** What a throw-away object is made with. */
export interface Making {
  /** Its own random text, which stands in its name, and by which a campaign selects. */
  readonly mark: string;
  readonly workspace: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IDs of the throw-away objects that a campaign names. */
  readonly agent: string;
  readonly webhook: string | undefined;
}

/** Before every mark, so that a person knows whose it is. */
const PREFIX = "callab-";

const MARK = /callab-[a-z0-9]{12}/;

/** A random text in lower-case letters and digits, which no server writes otherwise, and short enough for any name. */
export function newMark(random: () => number): string {
  const digits = Array.from({ length: 12 }, () => Math.floor(random() * 36).toString(36));
  return `${PREFIX}${digits.join("")}`;
}

export const isMark = (text: string): boolean => new RegExp(`^${MARK.source}$`).test(text);

/** All that servers are known to do to texts can be seen at it. */
const TELLING = `  Made by "callab doctor" & deleted by it <it's a try>, e\u0301.\r\nIt calls nobody.  `;

/** A name that is told apart by its mark alone, whatever becomes of the rest. */
const tellingName = (mark: string): string => `${mark} & a  "try" of <callab doctor>, E\u0301 `;

/** Free-form, with all that may be done to such an object. */
const freeForm = { callab_try: "x", callab_number: 1, callab_flag: true, callab_null: null };

const DAY = 86_400_000;
const AHEAD_DAYS = 3_653;
/** Nearer than that is not harmless. */
const LEAST_AHEAD = 3_600 * DAY;

const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** What keeps a campaign from calling. Every create and every update of one carries all of it. */
function defences({ mark, now, agent }: Making): Properties {
  const day = dayAt(now + AHEAD_DAYS * DAY);
  return {
    campaignType: "inbound",
    contactsListSource: [mark],
    contactsListTags: [mark],
    contactsListCategories: [mark],
    callTimeOfDayFrom: "03:00:00",
    callTimeOfDayTo: "03:01:00",
    numberOfCallAttempts: [1],
    daysOfWeek: ["sunday", "wednesday"],
    // Not UTC, where the beginning of a day is a midnight like any other.
    timeZone: "Asia/Tokyo",
    startedAt: day,
    endedAt: day,
    aiAgentId: agent,
  };
}

const step = (stepNumber: number): Properties => ({
  stepNumber,
  webhookUrl: `https://callab.invalid/${stepNumber}`,
  webhookMethod: "POST",
  webhookTimeout: 5,
  webhookHeaders: { "X-Callab-Try": "this-is-not-a-secret-0123456789" },
});

/** The sample values of the documentation, but for IDs of what may not exist. */
const samplesOf = (kind: Kind): Properties =>
  Object.fromEntries(
    kind.content.flatMap(({ name, node }) =>
      node.examples === undefined || node.format === "uuid" || node.refersTo !== undefined
        ? []
        : [[name, node.examples[0]]],
    ),
  );

type Bodies = Readonly<Record<Fullness, (making: Making) => Properties>>;

const bodies: Readonly<Record<TriedKind, Bodies>> = {
  AiAgent: {
    full: ({ mark }) => ({
      ...samplesOf(kinds.AiAgent),
      name: tellingName(mark),
      prompt: "Say nothing.",
      description: TELLING,
      beginMessage: "Nothing.",
      status: "inactive",
      agentFlow: freeForm,
      agentDynamicVariables: [{ callab_one: "x" }, { callab_two: "y" }],
      agentPostCallOutcomes: freeForm,
      responsiveness: 0.123456789,
      globalTools: {},
    }),
    empties: ({ mark }) => ({
      name: mark,
      prompt: "Say nothing.",
      description: "",
      agentFlow: {},
      status: "inactive",
      globalTools: {},
    }),
    least: ({ mark }) => ({ name: mark, prompt: "Say nothing.", status: "inactive" }),
  },
  Webhook: {
    full: ({ mark }) => ({
      name: tellingName(mark),
      retryDelay: 60,
      retryDelayUnit: "seconds",
      maxRetries: 1,
      isTemplate: false,
      flowDirection: "outbound",
      flowMapping: freeForm,
      tagName: TELLING,
      categoryName: mark,
      steps: [step(1), step(2)],
      predefinedVariables: [
        { name: "callab_one", value: "x" },
        { name: "callab_two", value: "y" },
      ],
    }),
    empties: ({ mark }) => ({ name: mark, tagName: "", flowMapping: {}, predefinedVariables: [] }),
    least: ({ mark }) => ({ name: mark }),
  },
  Campaign: {
    full: (making) => ({
      ...defences(making),
      name: tellingName(making.mark),
      notes: TELLING,
      retryDelay: [86_400],
      retryDelayUnit: ["seconds"],
      contactsListSourceMetadata: freeForm,
      agentVariablesContactMetadataMapping: { callab_try: "contact.firstname" },
      webhookMappingVariables: { callab_try: "x" },
      webhookMappingVariablesSources: { callab_try: "system" },
      ...(making.webhook === undefined ? {} : { webhookId: making.webhook }),
    }),
    empties: (making) => ({
      ...defences(making),
      name: making.mark,
      notes: "",
      retryDelay: [],
      retryDelayUnit: [],
      webhookMappingVariables: {},
    }),
    least: (making) => ({ ...defences(making), name: making.mark, notes: "" }),
  },
};

/** A text that may be anything, a field that an update may leave out and one that may be null; by their program names. */
export const playthings: Readonly<
  Record<TriedKind, { readonly text: string; readonly leftOut: string; readonly nulled: string }>
> = {
  AiAgent: { text: "description", leftOut: "agentFlow", nulled: "agentPostCallOutcomes" },
  Webhook: { text: "tagName", leftOut: "flowMapping", nulled: "categoryName" },
  Campaign: { text: "notes", leftOut: "webhookMappingVariables", nulled: "webhookMappingVariablesSources" },
};

/** A body on the wire. */
export type Body = Readonly<Record<string, unknown>>;

/** The body of a create. */
export function bodyOf(kind: TriedKind, fullness: Fullness, making: Making): Body {
  return toWire(kinds[kind], { ...bodies[kind][fullness](making), workspace: making.workspace });
}

/**
 * Holds a body against the table above before it is sent, whoever has put it together.
 * @throws {Error} where it is not harmless: it is never sent.
 */
export function mustBeHarmless(kind: TriedKind, body: Body, { mark, now }: Pick<Making, "mark" | "now">): void {
  const wire = (name: string): unknown => body[kinds[kind].field(name)?.wireName ?? name];
  const isMarked = typeof wire("name") === "string" && String(wire("name")).includes(mark) && isMark(mark);
  const reasons = isMarked ? [] : ["its name has no mark"];
  if (kind === "Campaign") {
    const starts = Date.parse(`${String(wire("startedAt"))}T00:00:00Z`);
    const lists = [wire("contactsListSource"), wire("contactsListTags"), wire("contactsListCategories")];
    if (wire("campaignType") !== "inbound") reasons.push("it is not inbound");
    if (!(starts - now >= LEAST_AHEAD) || wire("endedAt") !== wire("startedAt")) reasons.push("it begins too soon");
    if (wire("callTimeOfDayFrom") !== "03:00:00" || wire("callTimeOfDayTo") !== "03:01:00")
      reasons.push("its window is not the minute it must be");
    if (!lists.every((list) => Array.isArray(list) && list.length === 1 && list[0] === mark))
      reasons.push("it selects by something else than its mark");
    if (wire("inboundPhoneNumberId") !== undefined || wire("outboundPhoneNumberId") !== undefined)
      reasons.push("it names a phone number");
    if (body["status"] !== undefined && body["status"] !== "paused") reasons.push("it is not to be paused");
  }
  if (kind === "AiAgent" && isObject(wire("globalTools")) && Object.keys(wire("globalTools") as object).length > 0)
    reasons.push("it has tools");
  if (kind === "Webhook" && !stepsOf(wire("steps")).every((url) => /^https:\/\/callab\.invalid\//.test(url)))
    reasons.push("a step leads to where somebody may listen");
  if (reasons.length > 0) throw new Error(`A throw-away ${kinds[kind].noun} was not sent: ${reasons.join(", ")}.`);
}

function stepsOf(steps: unknown): string[] {
  const inner = kinds.Webhook.field("steps")?.fields?.find(({ name }) => name === "webhookUrl");
  const entries: readonly unknown[] = Array.isArray(steps) ? steps : [];
  return entries.map((entry) => (isObject(entry) ? String(entry[inner?.wireName ?? ""]) : ""));
}
