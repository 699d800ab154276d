/** What a change does to the live campaign beyond its dangers, in sentences. */
import { kindSchema } from "../../kinds/schema";
import { isCalling, isOver, statusWord } from "../../kinds/statusWords";
import { isEmpty } from "../../values/empty";
import { text } from "./json";
import { inMarkdown, type Markup } from "./markup";
import type { Change } from "./preview";

/** What a change does beyond its dangers. */
export function consequences(change: Change, markup: Markup = inMarkdown): string[] {
  switch (change.action) {
    case "delete":
      return [markup.strong(leaving(change))];
    case "replace":
      return [replacing(change, markup), ...notCarriedOver(change, markup)];
    case "create":
      return change.after?.["desiredStatus"] === "paused"
        ? ["It is made paused: nobody is called until it is set to active."]
        : [];
    case "update":
      return halting(change, markup);
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

function replacing(change: Change, { code }: Markup): string {
  const fields = change.replaceReasons.map((field) => code(field)).join(", ");
  const why = fields === "" ? "It cannot be changed in place" : `${fields} of a live campaign cannot be changed`;
  const policy = change.retained ? "retain" : (text(change.before?.["deletionPolicy"]) ?? "delete");
  return policy === "delete"
    ? `${why}: the campaign is deleted and made anew.`
    : `${why}: a new campaign is made. The old one: ${leaving(change)}`;
}

/** What the live campaign has, and the program does not declare: nothing brings it to the new one. */
function notCarriedOver({ before = {}, after = {} }: Change, { code }: Markup): string[] {
  const lost = kindSchema("Campaign")
    .content.map(({ name }) => name)
    .filter((name) => !isEmpty(before[name]) && after[name] === undefined);
  if (lost.length === 0) return [];
  const fields = lost.map((name) => code(name)).join(", ");
  return [`The program leaves out ${fields}: the new campaign is made without what Callab has there.`];
}

/** An edit never sets a campaign calling again, unless the program says so. */
function halting({ status, after: inputs }: Change, { strong }: Markup): string[] {
  if (isOver(statusWord(status))) return ["It is completed and stays so: this change does not make it call again."];
  if (text(inputs?.["desiredStatus"]) === "paused" && isCalling(statusWord(status)))
    return [strong("It is active now and is paused: it stops calling.")];
  return [];
}
