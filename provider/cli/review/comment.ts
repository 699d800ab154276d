/**
 * Writes a preview as a comment for people: what is most dangerous first, then the numbers and the week, then each
 * campaign in the order of danger, then the rest. It never says more than the preview knows, and never shows a secret.
 */
import type { Properties } from "../../kinds/normalForm";
import { campaignChanges, references, type FieldChange } from "./campaignChanges";
import { count, linkTarget, plain, table, verbatim } from "./markdown";
import { namingOf, type Naming } from "./names";
import { consequences } from "./consequences";
import { folded } from "./fold";
import { otherLine } from "./otherKinds";
import { resourceName, type Action, type Change, type Notice, type Preview } from "./preview";
import { riskKinds, risksOf, riskTitles, worstOf, type Risk, type RiskKind } from "./risks";
import { summaryWords } from "./summary";
import { textWeek } from "./textWeek";
import { totalsOf } from "./totals";
import type { WeekPlan } from "./weekPlan";
import { HIDDEN, NOT_SET } from "./values";

interface CommentOptions {
  /** Where the reader's browser finds the picture of the week. */
  readonly pictureLink?: string | undefined;
  /** The week that the comment shows in plain text. */
  readonly week?: WeekPlan | undefined;
  /** How many people a campaign selects, before and after, by its URN. */
  readonly reach?: ReadonlyMap<string, string> | undefined;
  /** What must be known of these numbers. */
  readonly reachNote?: string | undefined;
}

/** GitHub refuses comments of more than 65,536 characters. */
const ROOM = 60_000;

/** The comment, ending with a line break. */
export function reviewComment(preview: Preview, options: CommentOptions = {}): string {
  const full = assemble(preview, options, Number.POSITIVE_INFINITY);
  if (full.length <= ROOM) return full;
  for (const detailed of [200, 100, 50, 20, 5, 0]) {
    const shorter = assemble(preview, options, detailed);
    if (shorter.length <= ROOM) return shorter;
  }
  const cut = assemble(preview, options, 0).slice(0, ROOM);
  return `${cut.slice(0, cut.lastIndexOf("\n"))}\n\n**The rest does not fit into one comment.** Run \`pulumi preview\` to see all of it.\n`;
}

function assemble(preview: Preview, options: CommentOptions, detailed: number): string {
  const campaigns = preview.changes.filter(({ kind }) => kind === "Campaign");
  const others = preview.changes.filter(({ kind, action }) => kind !== "Campaign" && action !== "same");
  const name = namingOf(preview.changes);
  const errors = preview.notices.filter(({ severity }) => severity === "error");
  const entries = campaigns.filter(({ action }) => action !== "same").map((change) => entryOf(change, name, options));
  let room = detailed;
  const groupsOf = (kind: RiskKind | undefined): string[] =>
    folded(
      entries.filter(({ worst }) => worst === kind),
      ({ key }) => key,
    ).map((group) => (room-- > 0 ? inFull(group) : inShort(group)));
  const sections = [
    `## ${title(preview)}`,
    failure(errors),
    dangers(entries),
    headline(campaigns, others, errors.length > 0),
    totals(campaigns),
    options.pictureLink === undefined || campaigns.length === 0
      ? undefined
      : `![Calling hours of the week, before and after](${linkTarget(options.pictureLink)})`,
    week(options),
    ...riskKinds.map((kind) => section(riskTitles[kind], groupsOf(kind))),
    section("Other changes", groupsOf(undefined)),
    others.length === 0
      ? undefined
      : section("Also", [others.map((change) => `- ${otherLine(change, campaigns)}`).join("\n")]),
    options.reachNote === undefined ? undefined : plain(options.reachNote),
    warnings(preview),
    preview.otherChanges === 0
      ? undefined
      : `${count(preview.otherChanges, "resource")} of other providers ${preview.otherChanges === 1 ? "changes" : "change"} too; this comment does not speak of them.`,
    "This is a preview: nothing has been changed yet.",
  ];
  return `${sections.filter((part) => part !== undefined).join("\n\n")}\n`;
}

/** Names in a line before it says how many more there are. */
const MOST_NAMES = 8;

/** What to look at first, in one line a kind of danger: a reader who stops here has seen the worst. */
function dangers(entries: readonly Entry[]): string | undefined {
  const lines = riskKinds.flatMap((kind) => {
    const named = entries.flatMap(({ change, risks }) =>
      risks.filter((risk) => risk.kind === kind).map((risk) => [change.name, risk.brief] as const),
    );
    if (named.length === 0) return [];
    const names = folded(named, ([, brief]) => brief ?? "").map((group) => {
      const shown = group.slice(0, MOST_NAMES).map(([name]) => plain(name));
      const more = group.length - shown.length;
      const brief = group[0]?.[1];
      return `${shown.join("; ")}${more === 0 ? "" : `; and ${more} more`}${brief === undefined ? "" : ` (${plain(brief)})`}`;
    });
    return [`- **${riskTitles[kind]}:** ${names.join("; ")}`];
  });
  return lines.length === 0 ? undefined : lines.join("\n");
}

function totals(campaigns: readonly Change[]): string | undefined {
  if (campaigns.length === 0) return undefined;
  const { hoursBefore, hoursAfter, notCounted, statuses } = totalsOf(campaigns);
  const hours =
    hoursBefore === hoursAfter
      ? `${hoursAfter} hours a week, as before`
      : `${hoursBefore} → ${hoursAfter} hours a week (${hoursAfter > hoursBefore ? "+" : "−"}${Math.round(Math.abs(hoursAfter - hoursBefore) * 10) / 10})`;
  const uncounted = notCounted === 0 ? "" : `, without ${count(notCounted, "campaign")} whose hours cannot be told`;
  const status = Object.entries(statuses).map(([word, number]) => `${number} ${plain(word)}`);
  return [
    `Calling time of all campaigns here: ${hours}${uncounted}.`,
    ...(status.length === 0 ? [] : [`Status after it: ${status.join(", ")}.`]),
  ].join(" ");
}

function week({ week: plan }: CommentOptions): string | undefined {
  const drawn = plan && textWeek(plan);
  return drawn === undefined ? undefined : verbatim(drawn);
}

const title = ({ stack }: Preview): string =>
  stack === undefined
    ? "What this change does to calls"
    : `What this change does to calls (${plain(stack.project)}, stack ${plain(stack.name)})`;

const section = (head: string, entries: readonly string[]): string | undefined =>
  entries.length === 0 ? undefined : [`### ${head}`, ...entries].join("\n\n");

function failure(errors: readonly Notice[]): string | undefined {
  if (errors.length === 0) return undefined;
  const causes = errors.filter(({ message }) => message !== "preview failed");
  const messages = (causes.length > 0 ? causes : errors).map(({ urn, message }) =>
    urn === undefined ? message : `${resourceName(urn)}: ${message.replace(/^Preview failed: /, "")}`,
  );
  return [
    "**The preview failed: as it stands, this change cannot be carried out.** What is said below may be incomplete.",
    verbatim(messages.join("\n\n").slice(0, 4000)),
  ].join("\n\n");
}

const verbs: readonly (readonly [Action, string, string])[] = [
  ["delete", "is deleted", "are deleted"],
  ["replace", "is deleted and made anew", "are deleted and made anew"],
  ["update", "is changed", "are changed"],
  ["create", "is new", "are new"],
];

function headline(campaigns: readonly Change[], others: readonly Change[], failed: boolean): string | undefined {
  const counts = verbs.flatMap(([action, one, several]) => {
    const number = campaigns.filter((change) => change.action === action).length;
    return number === 0 ? [] : [`${count(number, "campaign")} ${number === 1 ? one : several}`];
  });
  const unchanged = campaigns.filter(({ action }) => action === "same").length;
  const rest =
    unchanged === 0
      ? ""
      : ` ${count(unchanged, "campaign")} ${unchanged === 1 ? "stays as it is" : "stay as they are"}.`;
  if (counts.length > 0) return `**${counts.join(", ")}.**${rest}`;
  if (failed) return undefined;
  return others.length > 0
    ? `**No campaign is changed.**${rest} What campaigns use is changed: see below.`
    : `**Nothing changes: campaigns, agents, numbers and webhooks stay as they are.**`;
}

function warnings(preview: Preview): string | undefined {
  const found = preview.notices.filter(({ severity }) => severity === "warning");
  if (found.length === 0) return undefined;
  const byUrn = new Map(preview.changes.map((change) => [change.urn, change.name]));
  const lines = found.map(({ urn, message }) => {
    const where = urn === undefined ? "" : `**${plain(byUrn.get(urn) ?? resourceName(urn))}**: `;
    return `- ${where}${plain(message)}`;
  });
  return section("Warnings", [[...new Set(lines)].join("\n")]);
}

/** One campaign with all that is told of it. */
interface Entry {
  readonly change: Change;
  readonly risks: readonly Risk[];
  readonly worst: RiskKind | undefined;
  /** Sentences that hold for every campaign to which the same happens. */
  readonly sentences: readonly string[];
  readonly changes: readonly FieldChange[];
  /** Sentences of this campaign alone. */
  readonly details: readonly string[];
  /** Equal for campaigns whose changes are told as one. */
  readonly key: string;
}

function entryOf(change: Change, name: Naming, { reach }: CommentOptions): Entry {
  const { before: old, after: now, driftedFrom } = change;
  const risks = risksOf(change);
  const changes = old === undefined || now === undefined ? [] : campaignChanges(change, old, now, name, change.unseen);
  const sentences = [...risks.map((risk) => `**${plain(risk.words)}**`), ...consequences(change)];
  const drift = driftedFrom === undefined || old === undefined ? [] : driftOf(change, driftedFrom, old, name);
  const people = reach?.get(change.urn);
  const details = [
    ...drift,
    ...(people === undefined ? [] : [`People: ${plain(people)}.`]),
    ...(old === undefined && now !== undefined ? whoTalks(change, now, name) : []),
  ];
  const samenesses = changes.map(({ label, sameness }) => [label, sameness]);
  // Drift is somebody's doing, and told for each.
  const alone = drift.length > 0 ? change.urn : "";
  return {
    change,
    risks,
    worst: worstOf(risks),
    sentences,
    changes,
    details: details,
    key: JSON.stringify([change.action, sentences, samenesses, alone]),
  };
}

const headOf = (group: readonly Entry[]): string => {
  const [only, ...others] = group;
  if (only === undefined || others.length === 0) return `#### ${plain(only?.change.name ?? "")}`;
  return `#### ${group.length} campaigns alike`;
};

/** One campaign, or several to which the same happens. */
function inFull(group: readonly Entry[]): string {
  const [first, ...others] = group;
  if (first === undefined) return "";
  const table = first.changes.length === 0 ? [] : [changeTable(group.map(({ changes }) => changes))];
  const hidden =
    first.change.action === "update" && first.changes.every(({ isUnseen }) => isUnseen === true)
      ? [`What changes is ${HIDDEN}.`]
      : [];
  if (others.length === 0)
    return [
      headOf(group),
      ...first.sentences,
      ...before(first.change),
      ...after(first.change),
      ...first.details,
      ...table,
      ...hidden,
    ].join("\n\n");
  const members = group.map(({ change, details }) => {
    const told = [...(change.after === undefined ? before(change) : after(change)), ...details];
    return `- **${plain(change.name)}**${statusNote(change)}. ${told.join(" ")}`;
  });
  return [headOf(group), ...first.sentences, ...table, ...hidden, members.join("\n")].join("\n\n");
}

/** What must be told of every one, however many there are. */
function inShort(group: readonly Entry[]): string {
  const [first] = group;
  const names = group.length === 1 ? [] : [group.map(({ change }) => `- ${plain(change.name)}`).join("\n")];
  return [headOf(group), ...(first?.sentences ?? []), ...names].join("\n\n");
}

const statusNote = ({ status }: Change): string =>
  status === undefined ? "" : ` (last known status: ${plain(status)})`;

function driftOf(change: Change, lastRun: Properties, live: Properties, name: Naming): string[] {
  const changes = campaignChanges(change, lastRun, live, name);
  if (changes.length === 0) return [];
  const edits = changes.map(({ label, before: old, after: now }) => `${label.toLowerCase()} ${old} → ${now}`);
  return [`Somebody changed it outside of this program since the last run: ${plain(edits.join("; "))}.`];
}

function whoTalks(change: Change, inputs: Properties, nameOf: Naming): string[] {
  const parts = references.flatMap(({ field, label }) => {
    const name = nameOf(change, field, inputs);
    return name === NOT_SET ? [] : [`${label.charAt(0).toLowerCase()}${label.slice(1)}: ${plain(name)}`];
  });
  if (parts.length === 0) return [];
  const text = parts.join("; ");
  return [`${text.charAt(0).toUpperCase()}${text.slice(1)}.`];
}

/** Who is called when, now. */
function before(change: Change): string[] {
  if (change.before === undefined) return [];
  const status = change.status === undefined ? "" : ` Last known status: ${plain(change.status)}.`;
  return [`${change.after === undefined ? "Until now" : "Before"}: ${summaryOf(change.before)}.${status}`];
}

function after(change: Change): string[] {
  if (change.after === undefined) return [];
  return [`${change.before === undefined ? "Who is called when" : "**After**"}: ${summaryOf(change.after)}.`];
}

const summaryOf = (inputs: Properties): string => plain(summaryWords(inputs));

const EACH_ITS_OWN = "each its own";

/** A row a change. Of several campaigns, a cell says what is equal in all of them. */
function changeTable(all: readonly (readonly FieldChange[])[]): string {
  const [first = []] = all;
  const rows = first.map(({ label, before: old, after: now, remark }, row) => {
    const cell = (value: string, of: (change: FieldChange) => string): string => {
      const isEqual = all.every((changes) => changes[row] !== undefined && of(changes[row]) === value);
      return isEqual ? plain(value) : EACH_ITS_OWN;
    };
    return [
      plain(label),
      cell(old, (change) => change.before),
      cell(now, (change) => change.after) + (remark === undefined ? "" : ` (${plain(remark)})`),
    ];
  });
  return table(["", "Before", "After"], rows);
}
