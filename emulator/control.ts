/** A client for an emulator in another process: the same methods, over HTTP. */
import type { Dashboard } from "./dashboard";
import type { Emulator } from "./emulator";
import type { StandingFault } from "./faults";
import type { Json } from "./json";
import type { Kind } from "./kinds";
import type { Personality } from "./personality";
import type { LoggedRequest } from "./requestLog";
import type { ServedRoute } from "./routes";

/** The same functions, each with a promise of its result. */
export type Remote<Local> = {
  readonly [Name in keyof Local]: Local[Name] extends (...given: infer Given) => infer Result
    ? (...given: Given) => Promise<Result>
    : never;
};

/** What can be done with an emulator in another process. */
export interface EmulatorControl extends Remote<
  Pick<
    Emulator,
    | "clearRequests"
    | "setPersonality"
    | "addFault"
    | "faults"
    | "clearFaults"
    | "routes"
    | "reset"
    | "addPeople"
    | "advance"
  >
> {
  /** Base address of the API, with /v1. */
  readonly url: string;
  /** The request log, oldest first; with `since`, only later sequence numbers. */
  requests(since?: number): Promise<readonly LoggedRequest[]>;
  personality(): Promise<Personality>;
  /** Answers once the emulator is up; with the number of live objects of each kind. */
  health(): Promise<{
    readonly ok: true;
    readonly url: string;
    readonly objects: Readonly<Record<Kind, number>>;
  }>;
  /** The dashboard of the first account. */
  readonly dashboard: Remote<Dashboard>;
  /** An account by its token; whether there is one is seen when its dashboard is asked. */
  account(token: string): { readonly dashboard: Remote<Dashboard> };
}

/**
 * Connects to the control routes of a running emulator. No request is made yet.
 * @param url the emulator's address, with or without /v1.
 */
export function connectControl(url: string): EmulatorControl {
  const { origin } = new URL(url);

  async function ask<Result>(method: string, path: string, body?: unknown): Promise<Result> {
    const response = await fetch(`${origin}/_emulator/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const result = (await response.json()) as Json;
    if (response.ok) return result as Result;
    const { error } = result as { error?: string };
    throw new Error(error ?? `the emulator answered ${method} ${path} with HTTP ${response.status}`);
  }
  function dashboardFor(account?: string): Remote<Dashboard> {
    const at = (path: string, query: Record<string, string> = {}): string => {
      const asked = new URLSearchParams({ ...query, ...(account === undefined ? {} : { account }) }).toString();
      return asked === "" ? path : `${path}?${asked}`;
    };
    const object = (kind: Kind, id: string) => at(`dashboard/${kind}/${encodeURIComponent(id)}`);
    const dashboard: Remote<Dashboard> = {
      list: (kind, options) =>
        ask("GET", at(`dashboard/${kind}`, options?.deleted === true ? { deleted: "true" } : {})),
      ids: async (kind) => (await dashboard.list(kind)).map(({ id }) => id),
      get: async (kind, id) =>
        (await ask<Awaited<ReturnType<typeof dashboard.get>> | null>("GET", object(kind, id))) ?? undefined,
      create: (kind, fields) => ask("POST", at(`dashboard/${kind}`), fields),
      change: (kind, id, patch) => ask("PATCH", object(kind, id), patch),
      delete: async (kind, id) => {
        await ask("DELETE", object(kind, id));
      },
      duplicates: () => ask("GET", at("duplicates")),
      doublesEverMade: () => ask("GET", at("doubles")),
    };
    return dashboard;
  }

  return {
    url: `${origin}/v1`,
    dashboard: dashboardFor(),
    account: (token) => ({ dashboard: dashboardFor(token) }),
    health: () => ask("GET", "health"),
    routes: () => ask<readonly ServedRoute[]>("GET", "routes"),
    requests: (since) => ask("GET", since === undefined ? "requests" : `requests?since=${since}`),
    clearRequests: async () => {
      await ask("DELETE", "requests");
    },
    personality: () => ask("GET", "personality"),
    setPersonality: async (spec) => {
      await ask("PUT", "personality", spec);
    },
    faults: () => ask<readonly StandingFault[]>("GET", "faults"),
    addFault: async (...rules) => {
      await ask("POST", "faults", rules);
    },
    clearFaults: async () => {
      await ask("DELETE", "faults");
    },
    addPeople: async (group) => {
      await ask("POST", "people", group);
    },
    advance: async (ms) => {
      await ask("POST", "clock", { advanceMs: ms });
    },
    reset: async () => {
      await ask("POST", "reset");
    },
  };
}
