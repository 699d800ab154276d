/** Ready-made personalities, ways to combine them, and random ones. */
import {
  checkPatch,
  documented,
  isSwitch,
  switches,
  type Personality,
  type PersonalityPatch,
  type SwitchName,
} from "./personality";
import { seededRandom } from "./random";
import { inferredRoutes } from "./routes";
import type { Switch } from "./switchKinds";

/** A ready-made personality. */
export interface Preset {
  readonly name: string;
  readonly description: string;
  /** What differs from `documented`. */
  readonly switches: PersonalityPatch;
}

/** The ready-made personalities. They can be combined, e.g. `mute,lagging`: later ones win. */
export const personalities: readonly Preset[] = [
  {
    name: "documented",
    description:
      "Today's documentation: a campaign create answers with an id, campaigns are listed without ids, refusals come with HTTP 200; inferred routes are there.",
    switches: {},
  },
  {
    name: "legacy",
    description:
      "The older documentation: the singular update route, nested tags, references and ids shown, upper-case webhooks, times without a zone.",
    switches: {
      campaignUpdatePath: "older",
      campaignCreateData: "text",
      campaignListIds: true,
      campaignReadIds: true,
      campaignReferences: "shown",
      contactLists: "nested",
      webhookCase: "upper",
      times: "zoneless",
      workspaceKey: "workspace",
    },
  },
  {
    name: "object",
    description: "Every write answers with the whole object, and every answer has its id.",
    switches: {
      campaignCreateData: "object",
      otherCreateData: "object",
      updateData: "object",
      campaignListIds: true,
      campaignReadIds: true,
      phoneNumberIds: true,
    },
  },
  {
    name: "mute",
    description: "Writes answer with a sentence only; ids are found in lists.",
    switches: {
      campaignCreateData: "text",
      otherCreateData: "text",
      updateData: "text",
      deleteData: "text",
      errorMessages: "plain",
      campaignListIds: true,
      campaignReadIds: true,
      phoneNumberIds: true,
    },
  },
  {
    name: "nameless",
    description: "A campaign's id is shown nowhere.",
    switches: { campaignCreateData: "text", updateData: "text", campaignListIds: false, campaignReadIds: false },
  },
  {
    name: "lagging",
    description: "Every write shows in the lists only after two list requests.",
    switches: { listLagRequests: 2 },
  },
  {
    name: "strict-http",
    description: "Refusals come with HTTP 400, 404 and 409; absent routes with 405.",
    switches: { failureBy: "4xx", deleteOfAbsent: "404", absentAnswer: "405", successWord: "success" },
  },
  {
    name: "minimal",
    description:
      "Only what is documented today: no inferred route answers, and campaign update only at its older address.",
    switches: {
      absentRoutes: inferredRoutes.filter((name) => name !== "campaign.update"),
      campaignUpdatePath: "older",
    },
  },
  {
    name: "open",
    description: "Nothing is hidden: ids and written fields in every answer.",
    switches: {
      campaignReferences: "shown",
      agentHiddenFields: "shown",
      campaignListIds: true,
      campaignReadIds: true,
      phoneNumberIds: true,
    },
  },
  {
    name: "terse",
    description: "Lists show the main fields only, unset fields are left out, an empty list is null.",
    switches: { listFields: "brief", unsetFields: "absent", emptyList: "null" },
  },
  {
    name: "loose",
    description: "Loosely typed: empty values become null or [], numbers become text, sets are re-ordered.",
    switches: {
      emptyTexts: "null",
      emptyArrays: "null",
      emptyObjects: "array",
      numbers: "text",
      arrayOrder: "reordered",
      timeOfDay: "minutes",
    },
  },
  {
    name: "archive",
    description: "Deleted objects stay in the lists with `deleted_at` set, and deleting an absent one counts 0 rows.",
    switches: { deletedInLists: "shown", deleteOfAbsent: "rows" },
  },
  {
    name: "replacing",
    description: "An update clears every field it leaves out.",
    switches: { updateReplaces: true },
  },
  {
    name: "paged",
    description: "Lists come in pages of two, and each page says how many objects there are in all.",
    switches: { listPages: "paged", pageSize: 2, pageHints: "total" },
  },
  {
    name: "respelling",
    description: "Names are stored in another spelling: `&`, `<`, `>` and quotes as HTML entities.",
    switches: { names: "escaped" },
  },
  {
    name: "every-habit",
    description:
      "All that servers are known to do to values at once: texts trimmed, in NFC, with LF and HTML entities, days as instants, other orders, numbers as texts, keys added and dropped, secrets masked.",
    switches: {
      names: "collapsed",
      textEnds: "trimmed",
      lineEnds: "lf",
      unicode: "nfc",
      entities: "escaped",
      words: "upper",
      webhookCase: "upper",
      timeOfDayOffset: "+00",
      dates: "localMidnight",
      sunday: 7,
      numbers: "text",
      decimals: "two",
      booleans: "text",
      emptyTexts: "null",
      emptyArrays: "null",
      arrayOrder: "reordered",
      addedKeys: "added",
      nullKeys: "dropped",
      freeScalars: "text",
      secrets: "masked",
      steps: "reversed",
    },
  },
  {
    name: "odd",
    description: "The other side of most contradictions at once, lag included; ids can still be found.",
    switches: {
      successWord: "success",
      errorMessages: "plain",
      campaignCreateData: "textWithId",
      otherCreateData: "rows",
      updateData: "rows",
      deleteData: "null",
      campaignListIds: true,
      phoneNumberIds: true,
      campaignReferences: "null",
      agentDefaults: "samples",
      unsetFields: "empty",
      emptyTexts: "null",
      emptyArrays: "null",
      emptyObjects: "array",
      emptyList: "null",
      arrayOrder: "reordered",
      contactLists: "nested",
      agentVariables: "indexed",
      workspaceKey: "workspace_id",
      workspaceValue: "uuid",
      webhookCase: "upper",
      times: "zoneless",
      timeOfDay: "minutes",
      numbers: "text",
      agentFilter: "ignored",
      webhookFilter: "ignored",
      listLagRequests: 1,
      newCampaignStatus: "paused",
      deletedInLists: "shown",
      deleteOfAbsent: "rows",
    },
  },
];

/**
 * A personality by name, by positions, or both: `"legacy"`, `"mute,lagging"`, `"mute,listLagRequests=3"`, or an object
 * of positions on top of `documented`.
 * @throws {Error} if a name, a switch or a position does not exist.
 */
export type PersonalitySpec = string | PersonalityPatch;

/** Resolves a specification to one position for every switch. @param learned what it is said on top of */
export function personalityOf(spec: PersonalitySpec, learned: PersonalityPatch = {}): Personality {
  const patch: unknown = typeof spec === "string" ? patchOf(spec) : spec;
  if (typeof patch !== "object" || patch === null || Array.isArray(patch))
    throw new Error("a personality is a name or an object of switches");
  return { ...documented, ...checkPatch(learned), ...checkPatch(patch) };
}

function patchOf(text: string): object {
  const parts = text.split(",").map((part) => part.trim());
  return Object.assign({}, ...parts.filter((part) => part !== "").map(partOf)) as object;
}

function partOf(part: string): object {
  const equals = part.indexOf("=");
  if (equals > 0) {
    const name = part.slice(0, equals);
    return { [name]: positionOf(name, part.slice(equals + 1)) };
  }
  const preset = personalities.find(({ name }) => name === part);
  if (preset === undefined)
    throw new Error(
      `there is no personality "${part}"; there are: ${personalities.map(({ name }) => name).join(", ")} (or switch=position)`,
    );
  return preset.switches;
}

/** Reads a position from a command line: as text where the switch takes that text, else as JSON. */
function positionOf(name: string, text: string): unknown {
  if (isSwitch(name) && (switches[name] as Switch<unknown>).accepts(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/**
 * A random personality that depends on the seed alone. About half of the switches leave their standard position.
 * Left alone are `absentRoutes`, `routes` and `droppedFields` (they decide what can work at all), `listLagMs` (it needs a
 * clock), `dates`, `addedKeys` and `secrets` (they show what is not there), and what no client can see through: names cut or in lower case (`names`, `nameLength`), pages that
 * cannot be asked for (`pageQuery`, `pageBeyond` refused, `pageCap`), objects listed twice, and deletes that do nothing.
 * It may be one that shows a campaign's id nowhere: see {@link campaignIdsCanBeKnown}.
 * @param fixed positions that are not left to chance.
 */
export function randomPersonality(seed: string | number, fixed: PersonalityPatch = {}): Personality {
  const random = seededRandom(`personality ${seed}`);
  const drawn = Object.fromEntries(
    (Object.keys(switches) as SwitchName[]).flatMap((name) => {
      const { draw } = switches[name] as Switch<unknown>;
      const leaves = random() < 0.5;
      return draw !== undefined && leaves ? [[name, draw(random)]] : [];
    }),
  ) as PersonalityPatch;
  return { ...documented, ...drawn, ...checkPatch(fixed) };
}

/** Whether a client can learn a campaign's id from the create or from the list. */
export function campaignIdsCanBeKnown(personality: Personality): boolean {
  return personality.campaignListIds || ["id", "textWithId", "object"].includes(personality.campaignCreateData);
}
