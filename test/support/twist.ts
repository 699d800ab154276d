/** An API in front of an emulator that answers some operations in another way, or takes other bodies, than the emulator would. */
import type { Emulator, WireObject } from "../../emulator";
import { routesWith, type Operation } from "../../provider/api/routes";
import { kindNames, type KindName } from "../../provider/kinds/schema";
import { accountMark } from "../../provider/configuration";
import { configurationFor, serve, type Api, type ServedAnswer } from "./context";

/** An answer on its way: the envelope the emulator made, to be given back as it is or as any text. */
export interface Twist {
  readonly kind: KindName;
  readonly operation: Operation;
  readonly envelope: { status: unknown; message: unknown; data: unknown };
}

const patterns = (() => {
  const routes = routesWith({});
  const operations: readonly Operation[] = ["create", "list", "read", "update", "delete"];
  return kindNames.flatMap((kind) =>
    operations.flatMap((operation) =>
      routes.of(kind, operation).map((route) => {
        const path = route.path.split("?")[0] ?? "";
        return { kind, operation, method: route.method, path: new RegExp(`^/v1${path.replace(/\{\w+\}/g, "[^/]+")}$`) };
      }),
    ),
  );
})();

/**
 * Starts it; the address to use instead of the emulator's. What `twist` leaves undefined goes through untouched.
 * @param taken makes of a body that is sent the one that the emulator gets
 * @param refused an answer in place of the emulator's, which does not get the request then
 */
export async function twisted(
  emulator: Emulator,
  twist: (answer: Twist) => string | undefined,
  taken: (body: string) => string = (body) => body,
  refused: (
    asked: Pick<Twist, "kind" | "operation">,
    body: string,
    path: string,
  ) => ServedAnswer | Promise<ServedAnswer> = () => undefined,
): Promise<Api> {
  const url = await serve(async (request, body) => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    const asked = patterns.find((route) => route.method === request.method && route.path.test(path));
    const refusal = asked && (await refused(asked, body, path));
    if (refusal !== undefined) return refusal;
    const answer = await fetch(new URL(request.url ?? "", emulator.url), {
      method: request.method ?? "GET",
      headers: { authorization: request.headers.authorization ?? "", "content-type": "application/json" },
      ...(body === "" ? {} : { body: taken(body) }),
    });
    const text = await answer.text();
    const odd =
      asked === undefined || answer.status !== 200
        ? undefined
        : twist({ ...asked, envelope: JSON.parse(text) as Twist["envelope"] });
    return { status: answer.status, text: odd ?? text };
  });
  return { url, token: emulator.token, mark: accountMark(configurationFor(emulator)) };
}

/** How an object that is there is shown. */
export type Shown = (operation: "list" | "read", there: WireObject) => WireObject;

/** An API that shows the objects of a kind in its own way, in lists or by an ID. */
export const showing = (emulator: Emulator, of: KindName, shown: Shown): Promise<Api> =>
  twisted(emulator, ({ kind, operation, envelope }) => {
    if (kind !== of || (operation !== "list" && operation !== "read")) return undefined;
    return eachShown(envelope, (there) => shown(operation, there));
  });

/** An answer with each object in it shown in another way. */
export function eachShown(envelope: Twist["envelope"], one: (there: WireObject) => WireObject): string {
  const { data } = envelope as { data: WireObject | WireObject[] };
  return JSON.stringify({ ...envelope, data: Array.isArray(data) ? data.map(one) : one(data) });
}

/** What a read by an ID says where there is none. */
export const NONE_THERE = '{"status":"error","message":"No query results.","data":""}';

/** The answer to a look that finds nothing; undefined for what is no look. */
export const lacking = (operation: Operation): string | undefined =>
  ({ list: '{"status":"success","message":"","data":[]}', read: NONE_THERE })[operation as string];

/** Without some fields, in lists or by an ID. */
export const without =
  (where: "list" | "read", hidden: readonly string[]): Shown =>
  (operation, there) =>
    operation === where ? Object.fromEntries(Object.entries(there).filter(([name]) => !hidden.includes(name))) : there;
