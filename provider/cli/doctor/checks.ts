/**
 * What `callab doctor` looks at. Each check gives findings and throws nothing; only GET requests are made, and routes
 * that write are listed, never tried.
 */
import { CallabError } from "../../api/errors";
import type { Client } from "../../api/client";
import { Inventory } from "../../api/inventory";
import type { Operation, Route } from "../../api/routes";
import { DEFAULT_BASE_URL, type Configuration } from "../../configuration";
import { kinds } from "../../kinds";
import type { Kind } from "../../kinds/kind";
import { kindNames } from "../../kinds/schema";
import { explain, wordedForCommand } from "../hints";
import type { Settings } from "../settings";
import { exportQuestions, type HiddenField } from "./exportQuestions";

export type Verdict = "ok" | "warning" | "failed" | "not tried";

export interface Finding {
  readonly check: string;
  readonly verdict: Verdict;
  readonly detail: string;
  /** Whether it only follows from another finding. */
  readonly isConsequence?: boolean;
  /** Whether, failed, it explains what every route says. */
  readonly stopsAll?: boolean;
}

export interface RouteFinding {
  readonly route: string;
  /** `observed (2026-12-01)` where a contract has it. */
  readonly mark: string;
  readonly verdict: Verdict;
  readonly detail: string;
}

export interface ApiFindings {
  /** What an export will have to ask. */
  readonly exportAsks: readonly HiddenField[];
  readonly findings: readonly Finding[];
  readonly routes: readonly RouteFinding[];
}

export const tokenSetting = ({ apiToken, stackIsUnread }: Settings): Finding =>
  apiToken === undefined
    ? {
        check: "token",
        verdict: "failed",
        detail:
          stackIsUnread === undefined
            ? "none; set the environment variable CALLAB_API_TOKEN, or select a stack that has one"
            : `that of the stack cannot be read (\`pulumi config\`: ${stackIsUnread}); mend that, or set the environment variable CALLAB_API_TOKEN`,
        stopsAll: true,
      }
    : { check: "token", verdict: "ok", detail: `from ${wordedForCommand(apiToken.origin)}` };

const operations: readonly Operation[] = ["list", "read", "create", "update", "delete"];

/** Tries every GET route, and draws from that what it says about address, token and workspace. */
export async function apiFindings(client: Client, { baseUrl, workspace }: Configuration): Promise<ApiFindings> {
  const inventory = new Inventory(client);
  const tried = await Promise.all(kindNames.map((name) => kindRoutes(inventory, kinds[name], workspace)));
  const lists = tried.flatMap(({ list }) => list ?? []);
  const failures = lists.flatMap(({ error }) => (error === undefined ? [] : [error]));
  const answered = lists.length - failures.length;
  const noAnswer = failures.filter(({ status }) => status === undefined);
  const refusedToken = failures.find(({ status }) => status === 401 || status === 403);
  const objects = lists.reduce((sum, { count }) => sum + count, 0);
  const findings: Finding[] = [
    noAnswer.length === lists.length && noAnswer[0] !== undefined
      ? { check: "address", verdict: "failed", detail: reasonOf(noAnswer[0]), stopsAll: true }
      : addressFinding(baseUrl, answered > 0),
    refusedToken !== undefined
      ? {
          check: "token accepted",
          verdict: answered > 0 ? "warning" : "failed",
          detail: explain(refusedToken),
          stopsAll: true,
        }
      : answered > 0
        ? { check: "token accepted", verdict: "ok", detail: `${answered} of ${lists.length} lists answer` }
        : {
            check: "token accepted",
            verdict: "failed",
            detail: "no list answers, so this is not known",
            isConsequence: true,
          },
    {
      check: "workspace",
      verdict: answered === 0 ? "failed" : objects === 0 ? "warning" : "ok",
      detail:
        answered === 0
          ? `${workspace}: no list answers`
          : objects === 0
            ? `${workspace}: empty, or no such workspace (the API does not tell the two apart)`
            : `${workspace}: ${objects} objects`,
      ...(answered === 0 ? { isConsequence: true } : {}),
    },
  ];
  const canForetell = answered > 0 && failures.every(({ mayBeMissingRoute }) => mayBeMissingRoute);
  const { answer: exportAsks = [] } = await attempt(async () =>
    canForetell ? await exportQuestions(inventory, workspace) : [],
  );
  return { findings, routes: tried.flatMap(({ routes }) => routes), exportAsks };
}

/** Every documented route is below this path. */
const VERSION = new URL(DEFAULT_BASE_URL).pathname;

function addressFinding(baseUrl: string, answers: boolean): Finding {
  const check = "address";
  if (baseUrl.endsWith(VERSION)) return { check, verdict: "ok", detail: baseUrl };
  const detail = `${baseUrl} does not end in ${VERSION}, as the documented address does`;
  return answers
    ? { check, verdict: "warning", detail }
    : { check, verdict: "failed", detail: `${detail}, and no list answers there`, stopsAll: true };
}

interface Tried {
  /** Undefined: the API lists no such objects. */
  readonly list: { readonly error: CallabError | undefined; readonly count: number } | undefined;
  readonly routes: readonly RouteFinding[];
}

async function kindRoutes(inventory: Inventory, kind: Kind, workspace: string): Promise<Tried> {
  const { client } = inventory;
  const waysTo = (operation: Operation): readonly Route[] => client.routes.of(kind.name, operation);
  const lists = waysTo("list");
  const isListed = lists.length > 0 && lists.every(({ method }) => method === "GET");
  const { answer: listing, error } = await attempt(async () =>
    isListed ? await inventory.list(kind, workspace) : undefined,
  );
  const objects = listing?.objects ?? [];
  const id = objects.find((object) => object.id !== undefined)?.id;
  const routes: RouteFinding[] = [];
  for (const operation of operations) {
    for (const way of waysTo(operation)) {
      const about = { route: `${way.method} ${way.path}`, mark: markOf(way) };
      const reads = operation === "list" || operation === "read";
      if (way.method !== "GET")
        routes.push({ ...about, verdict: "not tried", detail: reads ? "no GET route" : "it writes" });
      else if (operation === "list") routes.push({ ...about, ...listed(objects.length, listing?.notWhole, error) });
      else if (id === undefined) routes.push({ ...about, verdict: "not tried", detail: "no object whose ID is known" });
      else routes.push({ ...about, ...(await readOne(client, kind, id, workspace)) });
    }
  }
  return { list: lists.length === 0 ? undefined : { error, count: objects.length }, routes };
}

type Said = Pick<RouteFinding, "verdict" | "detail">;

function listed(count: number, notWhole: string | undefined, error: CallabError | undefined): Said {
  if (error !== undefined) return { verdict: "failed", detail: reasonOf(error) };
  return notWhole === undefined
    ? { verdict: "ok", detail: `${count} listed` }
    : { verdict: "warning", detail: `${count} listed, and there may be more: ${notWhole}` };
}

async function readOne(client: Client, kind: Kind, id: string, workspace: string): Promise<Said> {
  const { error } = await attempt(() => client.send(kind.name, "read", { id, workspace }));
  return error === undefined ? { verdict: "ok", detail: "one read" } : { verdict: "failed", detail: reasonOf(error) };
}

/** The mark of a route, with the day on which it was seen. */
export const markOf = ({ mark, day }: Route): string => (mark === "observed" ? `observed (${day ?? ""})` : mark);

/** What went wrong, without the route, its address and what to do. */
const reasonOf = (error: CallabError): string => wordedForCommand(error.happened);

async function attempt<T>(
  ask: () => Promise<T>,
): Promise<{ readonly answer: T | undefined; readonly error: CallabError | undefined }> {
  try {
    return { answer: await ask(), error: undefined };
  } catch (error) {
    if (error instanceof CallabError) return { answer: undefined, error };
    throw error;
  }
}
