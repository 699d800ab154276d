/**
 * No answer of the API, however odd, ends in a stack trace, an empty message, a lost resource or a second object.
 * Every operation of every kind is answered in every odd way there is a name for; then the API comes to its senses.
 */
import type { Emulator, WireObject } from "../../emulator";
import { routesWith } from "../../provider/api/routes";
import { kinds } from "../../provider/kinds";
import { listedKinds } from "../../provider/kinds/schema";
import { create, deleteObject, diff, update } from "../support/lifecycle";
import { read } from "../../provider/lifecycle/read";
import { checked, contextFor, emulate, leastOf } from "../support/context";
import { emptyMemory } from "../support/memoryStore";
import { twisted, type Twist } from "../support/twist";

type Envelope = Twist["envelope"];

const data =
  (change: (data: unknown) => unknown) =>
  (envelope: Envelope): string =>
    JSON.stringify({ ...envelope, data: change(envelope.data) });

const eachObject = (change: (object: WireObject) => unknown): ((envelope: Envelope) => string) =>
  data((value) => {
    const twist = (item: unknown): unknown =>
      typeof item === "object" && item !== null && !Array.isArray(item) ? change(item as WireObject) : item;
    return Array.isArray(value) ? value.map(twist) : twist(value);
  });

const without = (object: WireObject, ...names: string[]): WireObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

/** The texts of an object changed, but for what it is found again by. */
const eachText = (object: WireObject, change: (text: string) => string): WireObject =>
  Object.fromEntries(
    Object.entries(object).map(([name, value]) => [
      name,
      typeof value === "string" && !["id", "name", "phone_number", "workspace", "workspace_id"].includes(name)
        ? change(value)
        : value,
    ]),
  );

/** Odd answers that leave an object what it is. */
const oddities: Readonly<Record<string, (envelope: Envelope) => string>> = {
  "data is an empty list": data(() => []),
  "data is null": data(() => null),
  "data is a number": data(() => 42),
  "data is 0": data(() => 0),
  "data is a text": data(() => "OK"),
  "data is true": data(() => true),
  "data is an empty object": data(() => ({})),
  "data is missing": (envelope) => JSON.stringify({ status: envelope.status }),
  "data is wrapped in a list": data((value) => [value]),
  "data is wrapped in an object": data((value) => ({ result: value })),
  "data is a list of null": data(() => [null]),
  "data is a list of numbers": data(() => [1, 2]),
  "data is a list of empty objects": data(() => [{}]),
  "objects have a null beside them": data((value) => (Array.isArray(value) ? [null, ...(value as unknown[])] : value)),
  "objects come twice": data((value) =>
    Array.isArray(value) ? [...(value as unknown[]), ...(value as unknown[])] : value,
  ),
  "IDs are null": eachObject((object) => ({ ...object, id: null })),
  "IDs are empty": eachObject((object) => ({ ...object, id: "" })),
  "IDs are objects": eachObject((object) => ({ ...object, id: { $oid: "1" } })),
  "names are missing": eachObject((object) => without(object, "name", "phone_number")),
  "names are null": eachObject((object) => ({ ...object, name: null, phone_number: null })),
  "names are objects": eachObject((object) => ({ ...object, name: { en: "x" }, phone_number: { e164: "x" } })),
  "texts have blanks at their ends": eachObject((object) => eachText(object, (text) => ` ${text}\r\n`)),
  "texts are masks": eachObject((object) => eachText(object, () => "********")),
  "objects are texts": eachObject((object) => ({ ...object, steps: "none", agent_flow: "{}", days_of_week: "1,2" })),
  "lists are objects": eachObject((object) => ({ ...object, steps: { 0: {} }, days_of_week: { 0: 1 } })),
  "steps are null and numbers": eachObject((object) => ({ ...object, steps: [null, 1, { step_number: "one" }] })),
  "days are times": eachObject((object) => ({ ...object, started_at: "2026-02-28T23:30:00Z", time_zone: "Mars" })),
  "deleted_at is 0": eachObject((object) => ({ ...object, deleted_at: 0 })),
  "deleted_at is a zero date": eachObject((object) => ({ ...object, deleted_at: "0000-00-00 00:00:00" })),
  "deleted_at is the text null": eachObject((object) => ({ ...object, deleted_at: "null" })),
  "every field is null": eachObject((object) =>
    Object.fromEntries(
      Object.keys(object).map((name) => [
        name,
        ["id", "name", "phone_number"].includes(name) ? (object[name] ?? null) : null,
      ]),
    ),
  ),
  "the status is unknown": (envelope) => JSON.stringify({ ...envelope, status: "queued" }),
  "the status is a number": (envelope) => JSON.stringify({ ...envelope, status: 200 }),
  "the status is written in capitals": (envelope) => JSON.stringify({ ...envelope, status: "OK" }),
  "it is refused in an envelope": () => JSON.stringify({ status: "error", message: "error", data: "" }),
  "it is refused with an object": () => JSON.stringify({ status: "error", message: { code: 7 }, data: ["x"] }),
  "it is refused without a word": () => JSON.stringify({ status: "error" }),
  "the body is null": () => "null",
  "the body is a list": () => "[]",
  "the body is a number": () => "7",
  "the body is empty": () => "",
  "the body is cut off": (envelope) => JSON.stringify(envelope).slice(0, -2),
  "the body is a page": () => "<html></html>",
};

/** Odd answers that say clearly that there is no such object: a list without it is proof. */
const saysGone = new Set(["data is an empty list", "data is null", "data is missing"]);

function expectForPeople(failure: unknown): void {
  expect(failure).toBeInstanceOf(Error);
  const { name, message } = failure as Error;
  expect(["TypeError", "ReferenceError", "RangeError", "SyntaxError"]).not.toContain(name);
  expect(message).toMatch(/\w+ \w+ \w+/);
  expect(message).not.toMatch(/undefined|\[object |NaN|emulator-token/);
}

const cases = listedKinds.flatMap((kind) =>
  (["create", "list", "read", "update", "delete"] as const)
    .filter((operation) => routesWith({}).of(kind, operation).length > 0)
    .map((operation) => ({ kind, operation })),
);

let emulator: Emulator;
let api: Awaited<ReturnType<typeof twisted>>;
let oddly: (answer: Twist) => string | undefined = () => undefined;
beforeAll(async () => {
  emulator = await emulate({ personality: { campaignListIds: true, phoneNumberIds: true } });
  api = await twisted(emulator, (answer) => oddly(answer));
});

describe.each(cases)("$kind, when every $operation is answered oddly", ({ kind: name, operation }) => {
  const kind = kinds[name];
  const program = { ...leastOf[name], deletionPolicy: "delete" };
  const inputs = checked(kind, program);
  const edited = checked(kind, {
    ...program,
    ...(name === "PhoneNumber"
      ? { nickname: "Desk" }
      : name === "AiAgent"
        ? { prompt: "New." }
        : name === "Webhook"
          ? { maxRetries: 2 }
          : { notes: "New." }),
  });

  it.each(Object.entries(oddities))("%s", async (title, twist) => {
    emulator.reset();
    let isOdd = true;
    oddly = (answer) =>
      isOdd && answer.kind === name && answer.operation === operation ? twist(answer.envelope) : undefined;
    const memory = emptyMemory();
    const context = () => contextFor(api, { memory, configuration: { maxRetries: "0" } });
    const objects = () => emulator.dashboard.ids(kind.name);

    const tryCreate = async (): Promise<void> => {
      try {
        await create(context(), kind, inputs);
      } catch (failure) {
        expectForPeople(failure);
      }
    };
    await tryCreate();
    expect(objects().length).toBeLessThanOrEqual(1);
    // A list that says in so many words that nothing is there is believed; every other one is not.
    if (operation !== "list" || !saysGone.has(title)) await tryCreate();
    expect(objects().length).toBeLessThanOrEqual(1);

    isOdd = false;
    const created = await create(context(), kind, inputs);
    expect(objects()).toEqual([created.id]);

    isOdd = true;
    try {
      const found = await read(context(), kind, created.id, created.state);
      const toldGone =
        operation === "list" && saysGone.has(title) && context().client.routes.of(kind.name, "read").length === 0;
      expect(found === undefined).toBe(toldGone);
      if (found !== undefined) JSON.stringify(diff(context(), kind, created.id, found.state, inputs));
    } catch (failure) {
      expectForPeople(failure);
    }
    try {
      await update(context(), kind, created.id, created.state, edited);
    } catch (failure) {
      expectForPeople(failure);
    }
    expect(objects()).toEqual([created.id]);
    try {
      await deleteObject(context(), kind, created.id, created.state);
    } catch (failure) {
      expectForPeople(failure);
    }
    isOdd = false;
    await deleteObject(context(), kind, created.id, created.state);
    expect(objects()).toEqual([]);
    expect(emulator.dashboard.doublesEverMade()).toEqual([]);
  });
});
