/** Numbers over all campaigns of a preview: how many hours a week may be called at, and in which statuses they are. */
import type { Properties } from "../../kinds/normalForm";
import { isOver, statusWord } from "../../kinds/statusWords";
import { text } from "./json";
import type { Change } from "./preview";
import { HIDDEN } from "./values";
import { holdsSecret } from "./secret";
import { hoursAWeek } from "./values";

export interface Totals {
  /** Hours a week of all outbound campaigns together, paused ones too; one that is completed never calls again. */
  readonly hoursBefore: number;
  readonly hoursAfter: number;
  /** Campaigns whose hours cannot be told. */
  readonly notCounted: number;
  /** How many there are of each status after the change, most first. */
  readonly statuses: Readonly<Record<string, number>>;
}

/** Totals over the campaigns that the preview shows. */
export function totalsOf(campaigns: readonly Change[]): Totals {
  let notCounted = 0;
  const sum = (states: readonly (readonly [Properties | undefined, status: string | undefined])[]): number => {
    const hours = states.map(([inputs, status]) =>
      inputs === undefined || inputs["campaignType"] === "inbound" || isOver(statusWord(status))
        ? 0
        : hoursAWeek(inputs),
    );
    notCounted = Math.max(notCounted, hours.filter((each) => each === undefined).length);
    return Math.round(hours.reduce<number>((total, each) => total + (each ?? 0), 0) * 10) / 10;
  };
  const counts = new Map<string, number>();
  for (const change of campaigns) {
    const status = statusAfter(change);
    if (status !== undefined) counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return {
    hoursBefore: sum(campaigns.map(({ before, status }) => [before, status])),
    hoursAfter: sum(campaigns.map((change) => [change.after, statusAfter(change)])),
    notCounted,
    statuses: Object.fromEntries(
      [...counts].sort(([one, most], [other, many]) => many - most || (one < other ? -1 : 1)),
    ),
  };
}

/** The status that a campaign will be in, as far as a preview can tell; undefined: it is gone. */
export function statusAfter({ action, status, after }: Change): string | undefined {
  if (after === undefined) return undefined;
  if (isOver(statusWord(status)) && action !== "replace") return "completed";
  if (holdsSecret(after["desiredStatus"])) return HIDDEN;
  return (
    text(after["desiredStatus"]) ??
    (action === "create" || action === "replace" ? "left to Callab" : (status ?? "left to Callab"))
  );
}
