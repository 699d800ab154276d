/** What the campaigns of a workspace are doing at an instant. A pure function of what the API showed. */
import { dateWords, whenWords } from "../review/values";
import type { Properties } from "../../kinds/normalForm";
import { callingTime, nextInWords } from "./callingTime";

/** A campaign as the API shows it. */
export interface LiveCampaign {
  /** Undefined where the API does not tell it. */
  readonly id: string | undefined;
  readonly name: string;
  /** In program names and normal form. */
  readonly fields: Properties;
  /** Name of the agent that talks, or its ID; undefined where the API shows neither. */
  readonly agent: string | undefined;
  /** How many calls of today ended in which way; undefined: not asked, or not known. */
  readonly calls?: Readonly<Record<string, number>> | undefined;
}

/** One campaign of a status, as `--json` prints it. */
export interface CampaignStatus {
  readonly name: string;
  readonly id: string | null;
  readonly status: string | null;
  /** As the API reports it; its unit is not documented. */
  readonly progress: number | null;
  readonly agent: string | null;
  readonly hours: string;
  /** Null: it may be calling; that is not known. */
  readonly callingNow: boolean | null;
  /** `Mon 09:00 Europe/Paris`; null: now, never, or not known. */
  readonly next: string | null;
  readonly calls?: Readonly<Record<string, number>> | null;
}

export interface Status {
  readonly workspace: string;
  /** ISO 8601. */
  readonly at: string;
  readonly campaigns: readonly CampaignStatus[];
}

/** What calls comes first, then what may be calling, then what calls next, then the rest; by name where nothing else decides. */
export function statusOf(
  workspace: string,
  campaigns: readonly LiveCampaign[],
  now: number,
  withCalls = false,
): Status {
  const rows = campaigns.map((campaign) => {
    const time = callingTime(campaign.fields, now);
    return { time, row: rowOf(campaign, time, now, withCalls) };
  });
  const rank = ({ time }: (typeof rows)[number]): number =>
    time.callingNow === true
      ? Number.NEGATIVE_INFINITY
      : time.callingNow === null
        ? 0
        : (time.nextAt ?? Number.POSITIVE_INFINITY);
  const compare = <T>(one: T, other: T): number => (one < other ? -1 : one > other ? 1 : 0);
  rows.sort(
    (one, other) =>
      compare(rank(one), rank(other)) ||
      compare(one.row.name, other.row.name) ||
      compare(one.row.id ?? "", other.row.id ?? ""),
  );
  return { workspace, at: new Date(now).toISOString(), campaigns: rows.map(({ row }) => row) };
}

function rowOf(
  { id, name, fields, agent, calls }: LiveCampaign,
  { callingNow, nextAt }: ReturnType<typeof callingTime>,
  now: number,
  withCalls: boolean,
): CampaignStatus {
  const { status, callProgress, timeZone } = fields;
  return {
    name,
    id: id ?? null,
    status: typeof status === "string" ? status : null,
    progress: typeof callProgress === "number" ? callProgress : null,
    agent: agent ?? null,
    hours: hoursOf(fields),
    callingNow,
    next: nextAt === undefined || typeof timeZone !== "string" ? null : nextInWords(nextAt, now, timeZone),
    ...(withCalls ? { calls: calls ?? null } : {}),
  };
}

function hoursOf(fields: Properties): string {
  if (fields["daysOfWeek"] === undefined || fields["timeZone"] === undefined) return "not shown by the API";
  const hasDates = ["startedAt", "endedAt"].some((name) => typeof fields[name] === "string");
  return hasDates ? `${whenWords(fields)}, ${dateWords(fields)}` : whenWords(fields);
}
