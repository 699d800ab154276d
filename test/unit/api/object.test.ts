/** One object in an answer: what is one, what says that there is none, and what says neither. */
import type { Client } from "../../../provider/api/client";
import { CallabError, type Failure } from "../../../provider/api/errors";
import { isAlive, readLive, readObject, soleObject } from "../../../provider/api/object";
import { Expectations } from "../../../provider/api/expectations";
import { routesWith } from "../../../provider/api/routes";
import { kinds } from "../../../provider/kinds";
import { failureOf } from "../../support/context";

const { Campaign: campaign } = kinds;
const routes = routesWith({});
const [route] = routes.of("Campaign", "read");
if (route === undefined) throw new Error("no route");

/** An API that answers every read alike; it notes what it was asked for. */
function reading(answer: () => unknown): { readonly client: Client; readonly asked: unknown[] } {
  const asked: unknown[] = [];
  const client: Client = {
    routes,
    expectations: new Expectations(undefined, () => undefined),
    send: (kind, operation, request) => {
      asked.push([kind, operation, request]);
      return new Promise((resolve) => resolve(answer()));
    },
    list: () => Promise.reject(new Error("no list is asked for here")),
  };
  return { client, asked };
}

const read = (answer: () => unknown): ReturnType<typeof readObject> =>
  readObject(reading(answer).client, campaign, "42", "sales");

const failing = (failure: Partial<Failure>) => (): never => {
  throw new CallabError({ route, outcome: "refused", reason: "a reason", ...failure });
};

it("is read by its ID, in its workspace, with one request", async () => {
  const { client, asked } = reading(() => ({ name: "Spring", notes: null }));
  expect(await readObject(client, campaign, "42", "sales")).toEqual({
    id: "42",
    fields: { name: "Spring", notes: null },
    isIdTold: false,
  });
  expect(asked).toEqual([["Campaign", "read", { id: "42", workspace: "sales" }]]);
});

it("may come in a list of one", async () => {
  expect(await read(() => [{ id: "42", name: "Spring" }])).toEqual({ id: "42", fields: { name: "Spring" } });
});

it.each<[string, unknown]>([
  ["nothing at all", undefined],
  ["null", null],
  ["no text", ""],
  ["a text", "not found"],
  ["an empty object", {}],
  ["an empty list", []],
  ["a list of an empty object", [{}]],
  ["an object that holds none", { campaign: null }],
  ["an object that was deleted", { name: "Spring", deleted_at: "2026-11-01T00:00:00Z" }],
])("is absent where the answer is %s", async (_title, data) => {
  expect(await read(() => data)).toBe("absent");
});

it("is not known where the answer holds several", async () => {
  const failure = await failureOf(read(() => [{ name: "Spring" }, { name: "Autumn" }]));
  expect(failure).toBeInstanceOf(CallabError);
  expect(failure.message).toContain("2 objects where one was asked for by its ID");
  expect(failure).toMatchObject({ outcome: "unknown", mayBeAbsentObject: false });
});

describe("of another ID", () => {
  const asked = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01";
  const another = "99999999-9999-4999-8999-999999999999";
  const readAsked = (data: unknown): ReturnType<typeof readObject> =>
    readObject(reading(() => data).client, campaign, asked, "sales");

  it.each<[string, unknown]>([
    ["as its ID", { id: another, name: "Spring" }],
    ["as its UUID", { id: 7, uuid: another, name: "Spring" }],
    ["in a list of one", [{ id: another, name: "Spring" }]],
    ["in an object that is named for it", { campaign: { id: another, name: "Spring" } }],
    ["on an object that was deleted", { id: another, name: "Spring", deleted_at: "2026-11-01T00:00:00Z" }],
  ])("is the answer to another request, and tells nothing: %s", async (_title, data) => {
    const failure = await failureOf(readAsked(data));
    expect(failure).toBeInstanceOf(CallabError);
    expect(failure.message).toContain(`the answer is about the object of another ID, ${another}`);
    expect(failure).toMatchObject({ outcome: "unknown", mayBeAbsentObject: false });
  });

  it.each<[string, object]>([
    ["in capitals", { id: asked.toUpperCase() }],
    ["beside another one", { id: another, uuid: asked }],
    ["not at all", {}],
    ["by a number", { id: 7 }],
    ["by a slug", { id: "spring" }],
    ["by the UUID of nobody", { id: "00000000-0000-0000-0000-000000000000" }],
  ])("is it not where it tells its own: %s", async (_title, told) => {
    expect(await readAsked({ ...told, name: "Spring" })).toMatchObject({ id: asked, fields: { name: "Spring" } });
  });

  it("is not known where it was asked for by a number", async () => {
    expect(await read(() => ({ id: another, name: "Spring" }))).toMatchObject({ id: "42" });
  });
});

it.each([200, 400, 404, 405, 409, 410, 422])("is absent where the API refuses by HTTP %i", async (status) => {
  expect(await read(failing({ status }))).toBe("absent");
});

it.each<[string, Partial<Failure>]>([
  ["the token is not accepted", { status: 401 }],
  ["the token may not", { status: 403 }],
  ["the account is not paid for", { status: 402 }],
  ["a proxy asks who is there", { status: 407 }],
  ["there is a redirect to another host", { status: 302 }],
  ["the certificate is not trusted", { status: undefined }],
  ["there are too many requests", { status: 429, outcome: "notDone" }],
  ["the API fails", { status: 500, outcome: "unknown" }],
  ["nothing answers", { status: undefined, outcome: "notDone" }],
  ["the answer is cut off", { status: 200, outcome: "unknown" }],
])("is not known where %s", async (_title, failure) => {
  await expect(read(failing(failure))).rejects.toBeInstanceOf(CallabError);
});

it("is not known where this program fails", async () => {
  await expect(
    read(() => {
      throw new TypeError("a mistake");
    }),
  ).rejects.toThrow(TypeError);
});

it("is alone, in a list of one, or all that an object holds that is named for it", () => {
  const object = { name: "Spring" };
  for (const data of [
    object,
    [object],
    { campaign: object },
    { Campaign: object },
    { data: object },
    [{ item: object }],
  ])
    expect(soleObject(data, campaign)).toBe(object);
  for (const name of ["agent", "ai_agent", "aiAgent"])
    expect(soleObject({ [name]: object }, kinds.AiAgent)).toBe(object);
  for (const other of [
    [object, object],
    [],
    "Spring",
    7,
    null,
    undefined,
    [[object]],
    { campaign: null },
    { data: [] },
  ])
    expect(soleObject(other, campaign)).toBeUndefined();
  // What is named for another kind, or stands beside something, may be another object.
  for (const other of [{ agent: object }, { campaign: object, agent: object }, { data: [object, object] }])
    expect(soleObject(other, campaign)).toBe(other);
});

it("tells its ID, and its fields by the names that a program uses", () => {
  expect(readLive(campaign, { id: 7, campaign_type: "outbound" })).toEqual({
    id: "7",
    fields: { campaignType: "outbound" },
  });
  expect(readLive(campaign, { uuid: "u" }).id).toBe("u");
  const uuid = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01";
  // A number of its row beside it.
  for (const item of [
    { id: 7, uuid },
    { id: uuid, uuid: "7" },
    { id: uuid.toUpperCase(), uuid },
  ])
    expect(readLive(campaign, item).id?.toLowerCase()).toBe(uuid);
  expect(readLive(campaign, { id: 7, uuid: "u" }).id).toBe("7");
  for (const id of [undefined, "", ".", "..", "a\nb", "a\u001b[31m", " ", null, {}])
    expect(readLive(campaign, { id }).id).toBeUndefined();
});

it("lives until it has a time of deletion", () => {
  expect(isAlive({})).toBe(true);
  expect(isAlive({ deleted_at: null })).toBe(true);
  expect(isAlive({ deleted_at: "0000-00-00" })).toBe(true);
  expect(isAlive({ deleted_at: "2026-11-01" })).toBe(false);
});
