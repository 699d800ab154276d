/** An API that only lists, after a moment, and notes what it was asked for. */
import { setImmediate as moment } from "node:timers/promises";
import type { Answer, Client, ListRequest } from "../../../provider/api/client";
import { CallabError } from "../../../provider/api/errors";
import { Expectations } from "../../../provider/api/expectations";
import { routesWith } from "../../../provider/api/routes";
import type { KindName } from "../../../provider/kinds/schema";

/** What a list request is answered with: its data, and what stands beside it. */
export type Listed = Partial<Pick<Answer, "data" | "beside" | "headers" | "size" | "status">>;

export interface OnlyLists {
  readonly client: Client;
  /** The lists that were asked for, `Campaign/default` each, with the page where one was named. */
  readonly asked: string[];
}

export function onlyLists(
  answer: (request: ListRequest, count: number) => Listed | Promise<Listed>,
  overrides: Readonly<Record<string, string>> = {},
): OnlyLists {
  const asked: string[] = [];
  const routes = routesWith(overrides);
  const client: Client = {
    routes,
    expectations: new Expectations(undefined, () => undefined),
    send: () => Promise.reject(new Error("only lists are asked for here")),
    async list(kind, request) {
      const page = request.page === undefined ? "" : `?page=${request.page.number}&per_page=${request.page.size}`;
      asked.push(`${kind}/${request.workspace ?? ""}${page}`);
      const count = asked.length;
      await moment();
      const { data, beside = {}, headers = {}, size = 0, status } = await answer(request, count);
      return { data, beside, headers, size, status, route: listRoute(client, kind) };
    },
  };
  return { client, asked };
}

export function listRoute({ routes }: Client, kind: KindName): Answer["route"] {
  const [route] = routes.of(kind, "list");
  if (route === undefined) throw new Error(`no route lists ${kind}`);
  return route;
}

/** The API says no. */
export const refusal = (message: string, status = 200): CallabError =>
  new CallabError({ route: anyRoute, outcome: "refused", status, reason: "the API refused", apiMessage: message });

/** The API fails, after all retries. */
export const breakdown = (status: number | undefined): CallabError =>
  new CallabError({ route: anyRoute, outcome: "unknown", status, reason: "the API failed" });

const anyRoute: Answer["route"] = { key: "campaign.list", method: "GET", path: "/campaigns", mark: "documented" };
