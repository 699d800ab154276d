/** What learning works with: an API, a workspace, a clock. */
import { CallabError } from "../../../api/errors";
import { isStopped } from "../../../api/stop";
import type { Client } from "../../../api/client";
import type { ProbeClient } from "../../../api/probe";
import type { Item } from "../../../api/object";
import { readWholeList } from "../../../api/wholeList";
import type { Kind } from "../../../kinds/kind";
import { defaultPatience, patiently } from "../../../lifecycle/context";
import type { KindSightings } from "./sightings";

export interface World {
  readonly client: Client & ProbeClient;
  /** A client that does an operation by another way: `campaign.list` → `GET /…`. */
  readonly clientWith: (routes: Readonly<Record<string, string>>) => Client & ProbeClient;
  readonly workspace: string;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Aborted when nothing more is to be done in it. */
  readonly signal?: AbortSignal | undefined;
  /** Shows what is being done. */
  readonly progress: (text: string) => void;
}

/** A whole list, by the way that was found to work. */
export async function listNow(
  { client, clientWith, workspace }: World,
  kind: Kind,
  seen: KindSightings,
): Promise<{ readonly items: readonly Item[]; readonly isWhole: boolean }> {
  const route = seen.works("list");
  const isBuiltIn = route === undefined || client.routes.of(kind.name, "list").includes(route);
  const asking = isBuiltIn ? client : clientWith({ [route.key]: `${route.method} ${route.path}` });
  const { items, notWhole } = await readWholeList(asking, kind, workspace);
  return { items, isWhole: notWhole === undefined };
}

/** Asks at once and then after each pause, as the lifecycle does, until there is an answer. */
export const withPatience = <T>({ sleep }: World, ask: () => Promise<T | undefined>): Promise<T | undefined> =>
  patiently({ patience: defaultPatience, sleep }, ask);

/** A failure that leaves the other kinds to be looked at: not one of the token, and not the end of all. */
export const isOfOneKind = ({ signal }: World, error: unknown): error is CallabError =>
  error instanceof CallabError && error.status !== 401 && error.status !== 403 && !isStopped(signal);
