/** A review as data, for scripts and for the page: what the comment says, without its form. */
import { campaignChanges, type FieldChange } from "./campaignChanges";
import { consequences } from "./consequences";
import { inPlainText } from "./markup";
import { namingOf, type Naming } from "./names";
import { otherLine } from "./otherKinds";
import type { Action, Change, Preview } from "./preview";
import { riskKinds, risksOf, worstOf, type Risk, type RiskKind } from "./risks";
import { statusAfter, totalsOf, type Totals } from "./totals";
import { hoursAWeek, whenWords } from "./values";
import { summaryWords } from "./summary";

export interface CampaignReport {
  readonly name: string;
  readonly action: Action;
  /** The most dangerous kind of what happens; null: none. */
  readonly worst: RiskKind | null;
  readonly risks: readonly Pick<Risk, "kind" | "words">[];
  /** What else becomes of the live campaign, in sentences. */
  readonly consequences: readonly string[];
  /** The status it will be in; null: it is gone. */
  readonly status: string | null;
  readonly direction: string | null;
  /** One sentence each of who is called when; null: it is not there. */
  readonly before: string | null;
  readonly after: string | null;
  readonly hours: string;
  /** Null where that cannot be told. */
  readonly hoursAWeek: number | null;
  readonly changes: readonly Pick<FieldChange, "label" | "before" | "after">[];
  /** How many people it selects, before and after; only where the API was asked. */
  readonly people?: string;
}

export interface Report {
  readonly stack: Preview["stack"] | null;
  readonly failed: boolean;
  readonly totals: Totals;
  /** Most dangerous first. */
  readonly campaigns: readonly CampaignReport[];
  /** One sentence for each other object that changes. */
  readonly others: readonly {
    readonly kind: string;
    readonly name: string;
    readonly action: Action;
    readonly words: string;
  }[];
  readonly notices: readonly {
    readonly severity: string;
    readonly resource: string | null;
    readonly message: string;
  }[];
}

const order: readonly (RiskKind | undefined)[] = [...riskKinds, undefined];

export function reportOf(preview: Preview, reach?: ReadonlyMap<string, string>): Report {
  const name = namingOf(preview.changes);
  const campaigns = preview.changes.filter(({ kind }) => kind === "Campaign");
  const reports = campaigns.map((change) => campaignReport(change, name, reach?.get(change.urn)));
  const rank = ({ worst, action }: CampaignReport): number =>
    action === "same" ? order.length : order.indexOf(worst ?? undefined);
  const names = new Map(preview.changes.map((change) => [change.urn, change.name]));
  return {
    stack: preview.stack ?? null,
    failed: preview.notices.some(({ severity }) => severity === "error"),
    totals: totalsOf(campaigns),
    campaigns: [...reports].sort((one, other) => rank(one) - rank(other)),
    others: preview.changes
      .filter(({ kind, action }) => kind !== "Campaign" && action !== "same")
      .map((change) => ({
        kind: change.kind,
        name: change.name,
        action: change.action,
        words: otherLine(change, campaigns, inPlainText),
      })),
    notices: preview.notices.map(({ severity, urn, message }) => ({
      severity,
      resource: urn === undefined ? null : (names.get(urn) ?? null),
      message,
    })),
  };
}

function campaignReport(change: Change, name: Naming, people: string | undefined): CampaignReport {
  const { before, after, action } = change;
  const risks = risksOf(change);
  const newest = after ?? before ?? {};
  const direction = newest["campaignType"];
  const changes =
    before === undefined || after === undefined ? [] : campaignChanges(change, before, after, name, change.unseen);
  return {
    name: change.name,
    action,
    worst: worstOf(risks) ?? null,
    risks: risks.map(({ kind, words }) => ({ kind, words })),
    consequences: consequences(change, inPlainText),
    status: statusAfter(change) ?? null,
    direction: typeof direction === "string" ? direction : null,
    before: before === undefined ? null : summaryWords(before),
    after: after === undefined ? null : summaryWords(after),
    hours: whenWords(newest),
    hoursAWeek: hoursAWeek(newest) ?? null,
    changes: changes.map(({ label, before: old, after: now }) => ({ label, before: old, after: now })),
    ...(people === undefined ? {} : { people }),
  };
}
