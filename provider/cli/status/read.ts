/** Reads what a status is made of: campaigns and agents by their lists, and with `--calls` today's calls by the query. */
import { allOf, queries, type QueryClient } from "../../api/queries";
import type { Client } from "../../api/client";
import { Inventory } from "../../api/inventory";
import type { Item } from "../../api/object";
import { oneLine } from "../../words/plainText";
import { parseInstant } from "../../values/calendarDate";
import { canonicalZone } from "../../values/timeZone";
import { readWorkspace, type LiveObject } from "../export/liveWorkspace";
import { addDays, localDate } from "../review/week";
import type { LiveCampaign } from "./status";

interface StatusReading {
  readonly campaigns: readonly LiveCampaign[];
  /** What a reader must know of it, in sentences. */
  readonly notes: readonly string[];
}

/** Calls of a day that are looked at; beyond it, the counts are of the latest ones. */
const MOST_CALLS = 10_000;

/** Throws a CallabError if the campaigns cannot be listed. */
export async function readStatus(
  client: Client & QueryClient,
  workspace: string,
  options: { readonly calls: boolean; readonly now: number; readonly onProgress: (text: string) => void },
): Promise<StatusReading> {
  const live = await readWorkspace(new Inventory(client), {
    workspace,
    answeredId: () => undefined,
    kinds: ["Campaign", "AiAgent"],
    needed: ["Campaign"],
    isWanted: (kind) => kind === "Campaign",
    onProgress: options.onProgress,
  });
  const agents = new Map(live.objects.AiAgent.flatMap(({ id, key }) => (id === undefined ? [] : [[id, key] as const])));
  const today = options.calls ? await callsAround(client, options.now) : undefined;
  const campaigns = live.objects.Campaign.map((campaign) => {
    const calls = today && campaign.id !== undefined ? today.items.filter(isOf(campaign, options.now)) : undefined;
    const agentId = textOf(campaign.fields["aiAgentId"]) ?? textOf(calls?.at(0)?.["ai_agent_id"]);
    const agent = agentId === undefined ? undefined : (agents.get(agentId) ?? `ID ${agentId}`);
    return {
      id: campaign.id,
      name: oneLine(campaign.key),
      fields: campaign.fields,
      agent: agent === undefined ? undefined : oneLine(agent),
      calls: calls && byOutcome(calls),
    };
  });
  const cut = live.notWhole.get("Campaign");
  const withoutId = campaigns.filter(({ id }) => id === undefined).length;
  return {
    campaigns,
    notes: [
      ...(cut === undefined ? [] : [`There may be more campaigns than these: ${cut}.`]),
      ...(today?.mayBeMore === true
        ? [`There are more calls than ${today.items.length}, and only these are counted.`]
        : []),
      ...(today !== undefined && withoutId > 0
        ? [
            withoutId === 1
              ? "The API does not tell the ID of 1 campaign, so which calls it made is not known."
              : `The API does not tell the IDs of ${withoutId} campaigns, so which calls are theirs is not known.`,
          ]
        : []),
    ],
  };
}

/** A day earlier and later than today in UTC: somewhere it is that day. */
function callsAround(client: QueryClient, now: number): ReturnType<typeof allOf> {
  const today = localDate(now, "UTC");
  const days = { start_date: addDays(today, -1), end_date: addDays(today, 1) };
  return allOf(client, queries.calls, { ...days, sort_column: "started_at", order: "desc" }, MOST_CALLS);
}

/** Whether a call is one of a campaign's, and of today in its time zone. */
const isOf =
  ({ id, fields }: LiveObject, now: number) =>
  (call: Item): boolean => {
    if (call["campaign_id"] !== id || call["is_test"] === true) return false;
    const at = typeof call["started_at"] === "string" ? parseInstant(call["started_at"]) : undefined;
    const zone = canonicalZone(textOf(fields["timeZone"]) ?? "UTC") ?? "UTC";
    return at !== undefined && localDate(at.getTime(), zone) === localDate(now, zone);
  };

function byOutcome(calls: readonly Item[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const call of calls) {
    const outcome = oneLine(textOf(call["call_status"]) ?? "unknown");
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([one, most], [other, many]) => many - most || (one < other ? -1 : 1)));
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
