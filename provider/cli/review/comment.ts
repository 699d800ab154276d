/**
 * Writes a preview as a comment for people: what is deleted first, then what else happens to campaigns, then the rest.
 * It never says more than the preview knows, and never shows a secret.
 */
import { campaignSummary } from "../../kinds/campaignSummary";
import type { Properties } from "../../kinds/normalForm";
import { campaignChanges, references, type FieldChange } from "./campaignChanges";
import { text } from "./json";
import { code, count, linkTarget, plain, table, verbatim } from "./markdown";
import { namingOf, type Naming } from "./names";
import { otherLine } from "./otherKinds";
import { resourceName, type Action, type Change, type Notice, type Preview } from "./preview";
import { holdsSecret } from "./secret";
import { HIDDEN, NOT_SET } from "./values";

export interface CommentOptions {
  /** Where the reader's browser finds the picture of the week. */
  readonly pictureLink?: string | undefined;
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
  const writer = new CampaignWriter(namingOf(preview.changes), detailed);
  const of = (action: Action): string[] =>
    campaigns.filter((change) => change.action === action).map((change) => writer.write(change));
  const errors = preview.notices.filter(({ severity }) => severity === "error");
  const sections = [
    `## ${title(preview)}`,
    failure(errors),
    headline(campaigns, others, errors.length > 0),
    options.pictureLink === undefined || campaigns.length === 0
      ? undefined
      : `![Calling hours of the week, before and after](${linkTarget(options.pictureLink)})`,
    section("Deleted", of("delete")),
    section("Deleted and made anew", of("replace")),
    section("Changed", of("update")),
    section("New", of("create")),
    others.length === 0 ? undefined : section("Also", [others.map((change) => `- ${otherLine(change)}`).join("\n")]),
    warnings(preview),
    preview.otherChanges === 0
      ? undefined
      : `${count(preview.otherChanges, "resource")} of other providers ${preview.otherChanges === 1 ? "changes" : "change"} too; this comment does not speak of them.`,
    "This is a preview: nothing has been changed yet.",
  ];
  return `${sections.filter((part) => part !== undefined).join("\n\n")}\n`;
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
  const said = (causes.length > 0 ? causes : errors).map(({ urn, message }) =>
    urn === undefined ? message : `${resourceName(urn)}: ${message.replace(/^Preview failed: /, "")}`,
  );
  return [
    "**The preview failed: as it stands, this change cannot be carried out.** What is said below may be incomplete.",
    verbatim(said.join("\n\n").slice(0, 4000)),
  ].join("\n\n");
}

const verbs: readonly (readonly [Action, string, string])[] = [
  ["delete", "is deleted", "are deleted"],
  ["replace", "is deleted and made anew", "are deleted and made anew"],
  ["update", "is changed", "are changed"],
  ["create", "is new", "are new"],
];

function headline(campaigns: readonly Change[], others: readonly Change[], failed: boolean): string | undefined {
  const told = verbs.flatMap(([action, one, several]) => {
    const number = campaigns.filter((change) => change.action === action).length;
    return number === 0 ? [] : [`${count(number, "campaign")} ${number === 1 ? one : several}`];
  });
  const unchanged = campaigns.filter(({ action }) => action === "same").length;
  const rest =
    unchanged === 0
      ? ""
      : ` ${count(unchanged, "campaign")} ${unchanged === 1 ? "stays as it is" : "stay as they are"}.`;
  if (told.length > 0) return `**${told.join(", ")}.**${rest}`;
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

/** One campaign after the other, in detail as long as there is room. */
class CampaignWriter {
  readonly #name: Naming;
  #detailed: number;

  constructor(name: Naming, detailed: number) {
    this.#name = name;
    this.#detailed = detailed;
  }

  write(change: Change): string {
    const head = `#### ${plain(change.name)}`;
    const detailed = this.#detailed-- > 0;
    const parts = [
      ...before(change),
      ...after(change),
      ...consequences(change),
      ...(detailed ? this.#details(change) : []),
    ];
    return [head, ...parts].join("\n\n");
  }

  #details(change: Change): string[] {
    const { before: old, after: now, driftedFrom } = change;
    const drift = driftedFrom === undefined || old === undefined ? [] : this.#drift(change, driftedFrom, old);
    if (now === undefined) return drift;
    if (old === undefined) return [this.#whoTalks(change, now), ...drift];
    const changes = campaignChanges(change, old, now, this.#name);
    return [...drift, changes.length > 0 ? changeTable(changes) : `What changes is ${HIDDEN}.`];
  }

  #drift(change: Change, lastRun: Properties, live: Properties): string[] {
    const changes = campaignChanges(change, lastRun, live, this.#name);
    if (changes.length === 0) return [];
    const told = changes.map(({ label, before: old, after: now }) => `${label.toLowerCase()} ${old} → ${now}`);
    return [`Somebody changed it outside of this program since the last run: ${plain(told.join("; "))}.`];
  }

  #whoTalks(change: Change, inputs: Properties): string {
    const told = references.flatMap(({ field, label }) => {
      const name = this.#name(change, field, inputs);
      return name === NOT_SET ? [] : [`${label.charAt(0).toLowerCase()}${label.slice(1)}: ${plain(name)}`];
    });
    const text = told.join("; ");
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }
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

/** The summary that check computed; where an input is secret, one made of what is not. */
function summaryOf(inputs: Properties): string {
  if (holdsSecret(inputs)) {
    const open = Object.fromEntries(Object.entries(inputs).filter(([, value]) => !holdsSecret(value)));
    return `${plain(campaignSummary(open))} (something is ${HIDDEN})`;
  }
  return plain(text(inputs["summary"]) ?? campaignSummary(inputs));
}

function consequences(change: Change): string[] {
  switch (change.action) {
    case "delete":
      return [`**${leaving(change)}**`];
    case "replace":
      return [replacing(change)];
    case "create":
      return [
        ...(change.deletedOutside
          ? ["**Somebody deleted it outside of this program: it is made anew and starts from the beginning.**"]
          : []),
        ...starting(change),
      ];
    case "update":
      return resuming(change);
    case "same":
      return [];
  }
}

/** What becomes of the live campaign, by its deletion policy. */
function leaving({ retained, before: inputs }: Change): string {
  const policy = retained ? "retain" : (text(inputs?.["deletionPolicy"]) ?? "delete");
  switch (policy) {
    case "retain":
      return "It leaves this program but stays in Callab as it is: if it is active, it goes on calling.";
    case "pause":
      return "It is paused and stays in Callab.";
    case "complete":
      return "It is set to completed and stays in Callab.";
    default:
      return "It is paused, then deleted in Callab.";
  }
}

function replacing(change: Change): string {
  const fields = change.replaceReasons.map((field) => code(field)).join(", ");
  const why = fields === "" ? "It cannot be changed in place" : `${fields} of a live campaign cannot be changed`;
  const policy = change.retained ? "retain" : (text(change.before?.["deletionPolicy"]) ?? "delete");
  return policy === "delete"
    ? `**${why}: the campaign is deleted and made anew. It starts from the beginning; people it has already called may be called again.**`
    : `**${why}: a new campaign is made, which starts from the beginning; people already called may be called again.** The old one: ${leaving(change)}`;
}

function starting({ after: inputs }: Change): string[] {
  const wanted = text(inputs?.["desiredStatus"]);
  if (wanted === "active") return ["**It is set to active: it calls as soon as its hours and days allow.**"];
  if (wanted === "paused") return ["It is made paused: nobody is called until it is set to active."];
  return ["The program does not say whether it is to be active or paused (`desiredStatus`), so Callab decides."];
}

/** An edit never sets a campaign calling again, unless the program says so. */
function resuming({ status, after: inputs }: Change): string[] {
  const wanted = text(inputs?.["desiredStatus"]);
  if (status === "completed") return ["It is completed and stays so: this change does not make it call again."];
  if (wanted === "active" && status === "paused") return ["**It is paused now and is set to active: it calls again.**"];
  if (wanted === "paused" && status === "active") return ["**It is active now and is paused: it stops calling.**"];
  return [];
}

function changeTable(changes: readonly FieldChange[]): string {
  const rows = changes.map(({ label, before: old, after: now, remark }) => [
    plain(label),
    plain(old),
    plain(now) + (remark === undefined ? "" : ` (${plain(remark)})`),
  ]);
  return table(["", "Before", "After"], rows);
}
