/**
 * What `callab doctor` looks at. Each check gives findings and throws nothing; only GET requests are made, and routes
 * that write are listed, never tried.
 */
import { CallabError } from "../../api/errors";
import type { Client } from "../../api/client";
import { routeName, type Operation, type Route } from "../../api/routes";
import type { Configuration } from "../../configuration";
import { kindNames, type KindName } from "../../kinds/schema";
import { explain } from "../settings";

export type Verdict = "ok" | "warning" | "failed" | "not tried";

export interface Finding {
  readonly check: string;
  readonly verdict: Verdict;
  readonly detail: string;
}

export interface RouteFinding {
  readonly route: string;
  readonly mark: Route["mark"];
  readonly verdict: Verdict;
  readonly detail: string;
}

export interface ApiFindings {
  readonly findings: readonly Finding[];
  readonly routes: readonly RouteFinding[];
}

export const tokenSetting = ({ apiToken }: Configuration): Finding =>
  apiToken === undefined
    ? { check: "token", verdict: "failed", detail: "none; set the environment variable CALLAB_API_TOKEN" }
    : { check: "token", verdict: "ok", detail: `from ${apiToken.origin}` };

const operations: readonly Operation[] = ["list", "read", "create", "update", "delete"];

/** Tries every GET route, and draws from that what it says about address, token and workspace. */
export async function apiFindings(client: Client, { baseUrl, workspace }: Configuration): Promise<ApiFindings> {
  const tried = await Promise.all(kindNames.map((kind) => kindRoutes(client, kind, workspace)));
  const lists = tried.map(({ list }) => list);
  const failures = lists.flatMap(({ error }) => (error === undefined ? [] : [error]));
  const answered = lists.length - failures.length;
  const noAnswer = failures.filter(({ status }) => status === undefined);
  const refusedToken = failures.find(({ status }) => status === 401 || status === 403);
  const objects = lists.reduce((sum, { count }) => sum + count, 0);
  const findings: Finding[] = [
    noAnswer.length === lists.length && noAnswer[0] !== undefined
      ? { check: "address", verdict: "failed", detail: reasonOf(noAnswer[0]) }
      : { check: "address", verdict: "ok", detail: baseUrl },
    refusedToken !== undefined
      ? { check: "token accepted", verdict: answered > 0 ? "warning" : "failed", detail: explain(refusedToken) }
      : answered > 0
        ? { check: "token accepted", verdict: "ok", detail: `${answered} of ${lists.length} lists answer` }
        : { check: "token accepted", verdict: "failed", detail: "no list answers, so this is not known" },
    {
      check: "workspace",
      verdict: answered === 0 ? "failed" : objects === 0 ? "warning" : "ok",
      detail:
        answered === 0
          ? `${workspace}: no list answers`
          : objects === 0
            ? `${workspace}: empty, or no such workspace (the API does not tell the two apart)`
            : `${workspace}: ${objects} objects`,
    },
  ];
  return { findings, routes: tried.flatMap(({ routes }) => routes) };
}

interface Tried {
  readonly list: { readonly error: CallabError | undefined; readonly count: number };
  readonly routes: readonly RouteFinding[];
}

async function kindRoutes(client: Client, kind: KindName, workspace: string): Promise<Tried> {
  const isGet = (operation: Operation): boolean =>
    client.routes.of(kind, operation).every(({ method }) => method === "GET");
  const outcome = isGet("list") ? await attempt(client, kind, "list", { workspace }) : notTried;
  const items = Array.isArray(outcome.data) ? (outcome.data as unknown[]) : [];
  const id = items
    .map((item) => (typeof item === "object" && item !== null && "id" in item ? item.id : undefined))
    .find((value) => typeof value === "string");
  const routes: RouteFinding[] = [];
  for (const operation of operations) {
    const ways = client.routes.of(kind, operation);
    for (const way of ways) {
      const about = { route: `${way.method} ${way.path}`, mark: way.mark };
      if (way.method !== "GET")
        routes.push({
          ...about,
          verdict: "not tried",
          detail: operation === "list" || operation === "read" ? "no GET route" : "it writes",
        });
      else if (operation === "list") routes.push({ ...about, ...said(outcome, `${items.length} listed`) });
      else if (id === undefined) routes.push({ ...about, verdict: "not tried", detail: "no object whose ID is known" });
      else routes.push({ ...about, ...said(await attempt(client, kind, "read", { workspace, id }), "one read") });
    }
  }
  return { list: { error: outcome.error, count: items.length }, routes };
}

interface Outcome {
  readonly data: unknown;
  readonly error: CallabError | undefined;
}

const notTried: Outcome = { data: undefined, error: undefined };

const said = ({ error }: Outcome, success: string): Pick<RouteFinding, "verdict" | "detail"> =>
  error === undefined ? { verdict: "ok", detail: success } : { verdict: "failed", detail: reasonOf(error) };

/** What went wrong, without the route and without what to do. */
const reasonOf = (error: CallabError): string =>
  error.message
    .replace(`${routeName(error.route)}: `, "")
    .replace(error.hint ?? "", "")
    .trim()
    .replace(/\.$/, "");

async function attempt(
  client: Client,
  kind: KindName,
  operation: Operation,
  request: { workspace: string; id?: string },
): Promise<Outcome> {
  try {
    return { data: await client.send(kind, operation, request), error: undefined };
  } catch (error) {
    if (error instanceof CallabError) return { data: undefined, error };
    throw error;
  }
}
