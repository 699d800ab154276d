/** Whatever the API shows, what a lookup or a resource gives has the types of the package schema, by which SDKs read it. */
import * as fc from "fast-check";
import type { Client } from "../../provider/api/client";
import type { Listing } from "../../provider/api/inventory";
import { readLive } from "../../provider/api/object";
import { kinds } from "../../provider/kinds";
import type { Properties } from "../../provider/kinds/normalForm";
import { listedKinds, type KindName } from "../../provider/kinds/schema";
import { lookUp } from "../../provider/lifecycle/lookUp";
import { reportedBy } from "../../provider/lifecycle/read";
import { makeState, nothingReported } from "../../provider/lifecycle/state";
import packageSchema from "../../provider/native/packageSchema.json";

interface Spec {
  readonly type?: string;
  readonly $ref?: string;
  readonly items?: Spec;
  readonly properties?: Readonly<Record<string, Spec>>;
  readonly required?: readonly string[];
}

const { functions, resources, types } = packageSchema as unknown as Readonly<
  Record<string, Readonly<Record<string, Spec>>>
>;

/** The places of a value that are not as the schema says. */
function misfits(spec: Spec | undefined, value: unknown, path: string): string[] {
  if (spec === undefined) return [`${path}: not declared`];
  if (spec.$ref === "pulumi.json#/Any" || value === null) return [];
  const {
    type,
    items,
    properties,
    required = [],
  } = spec.$ref === undefined ? spec : (types?.[spec.$ref.replace("#/types/", "")] ?? {});
  const wrong = [`${path}: ${JSON.stringify(value)} is no ${type}`];
  if (type === "array")
    return Array.isArray(value) ? value.flatMap((entry, index) => misfits(items, entry, `${path}[${index}]`)) : wrong;
  if (type !== "object")
    return typeof value === (type === "integer" ? "number" : type) && (type !== "integer" || Number.isInteger(value))
      ? []
      : wrong;
  if (typeof value !== "object" || Array.isArray(value)) return wrong;
  if (properties === undefined) return [];
  const missing = required.filter((name) => !Object.hasOwn(value, name)).map((name) => `${path}.${name}: missing`);
  return [
    ...missing,
    ...Object.entries(value).flatMap(([name, entry]) => misfits(properties[name], entry, `${path}.${name}`)),
  ];
}

const step = fc.record({
  webhook_url: fc.constant("https://example.com"),
  webhook_headers: fc.jsonValue({ maxDepth: 1 }),
  step_number: fc.jsonValue({ maxDepth: 0 }),
});
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    {},
    [],
    "",
    "7",
    "7.5",
    "true",
    0,
    1.5,
    [["a"], ["b"]],
    { 0: { a: 1 } },
    { 0: "a" },
    [null],
    { code: "PAUSED" },
  ),
  fc.array(step, { maxLength: 2 }),
);

const item = (name: KindName): fc.Arbitrary<Properties> =>
  fc
    .record(Object.fromEntries(kinds[name].fields.map(({ wireName }) => [wireName, odd])), { requiredKeys: [] })
    .map((fields) => ({ ...fields, id: "7", name: "Live", phone_number: "+442079460958", deleted_at: null }));

describe.each(listedKinds)("%s", (name) => {
  const kind = kinds[name];
  const place = (answer: Properties) => {
    const list = (): Promise<Listing> => Promise.resolve({ objects: [readLive(kind, answer)] } as unknown as Listing);
    return { client: {} as Client, list, workspace: "default" };
  };

  it("a lookup", async () => {
    const spec = functions?.[`callab:index:get${name}`] as { outputs?: Spec } | undefined;
    await fc.assert(
      fc.asyncProperty(item(name), async (answer) => {
        const key = name === "PhoneNumber" ? "+442079460958" : "Live";
        const found = await lookUp(place(answer), kind, { key });
        expect(misfits(spec?.outputs, found, "")).toEqual([]);
      }),
    );
  });

  it("what is reported of a resource", () => {
    const spec: Spec = { ...resources?.[`callab:index:${name}`], type: "object", required: [] };
    fc.assert(
      fc.property(item(name), (answer) => {
        const { fields } = readLive(kind, answer);
        const state = makeState({}, reportedBy(kind, {}, { id: "7", fields }, nothingReported), {});
        const shown = Object.entries(state).filter(([field]) => !field.startsWith("__"));
        expect(misfits(spec, Object.fromEntries(shown), "")).toEqual([]);
        expect(state["__unmanaged"] ?? []).toEqual(
          expect.not.arrayContaining(
            kind.inputs.map((field) => field.name).filter((each) => state[each] === undefined),
          ),
        );
      }),
    );
  });
});
