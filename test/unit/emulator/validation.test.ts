/** What judges bodies is generated and committed; it must say of any body what ajv says of the whole schema. */
import { Ajv2020, type ErrorObject } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { kinds, type Json } from "../../../emulator";
import { bodySchemas, isUpdateOnly, type JsonSchema } from "../../../emulator/bodySchemas";
import { formats } from "../../../emulator/formats";
import { shapes } from "../../../emulator/shapes";
import { problemsOf } from "../../../emulator/validation";

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, formats });
// Those that ajv has of its own are the measure of ours.
addFormats(ajv, ["uuid", "date"]);

const forms = ["create", "update", "replace"] as const;
const cases = kinds.flatMap((kind) => forms.map((form) => [kind, form] as const));
type Named = Readonly<Record<string, string | undefined>>;
type Schemas = Readonly<Record<string, JsonSchema>>;
const propertiesOf = (name: string): Schemas => bodySchemas[name]?.["properties"] as Schemas;

/** The whole schema of a write, as its documentation would print it. */
function schemaOf([kind, form]: (typeof cases)[number]): JsonSchema {
  const { required } = shapes[kind];
  const nullable = (name: string, schema: JsonSchema): JsonSchema =>
    form === "create" || required.includes(name) ? schema : { anyOf: [{ type: "null" }, schema] };
  const properties = Object.fromEntries(
    Object.entries(propertiesOf(kind)).map(([name, schema]) => [name, nullable(name, schema)]),
  );
  const more = kind === "Campaign" && form !== "create" ? propertiesOf("UpdateOfCampaign") : {};
  const needed = { create: required, update: [], replace: required.filter((name) => name !== "workspace") };
  return {
    type: "object",
    additionalProperties: false,
    required: needed[form],
    properties: { ...properties, ...more },
  };
}

const text = fc.constantFrom(
  ...["", "x", "09:00:00", "2024-02-29", "2026-02-29", "2026-13-01", "Europe/Paris", "https://example.com", "active"],
  ...[
    "+15555550100",
    "default",
    "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01",
    "URN:UUID:0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01",
  ],
);
const value: fc.Arbitrary<Json> = fc.oneof(
  { maxDepth: 2 },
  text,
  fc.integer({ min: -1, max: 8 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.oneof(text, fc.integer({ min: -1, max: 8 }), fc.constant(null)), { maxLength: 3 }),
  fc.array(fc.dictionary(fc.constantFrom("name", "webhook_url", "value", "dataType", "depends_on_step"), text), {
    maxLength: 2,
  }),
);

test.each(cases)("%s, %s: the same problems, at the same places", (kind, form) => {
  const judge = ajv.compile(schemaOf([kind, form]));
  const name = fc.constantFrom(...Object.keys(propertiesOf(kind)), "status", "allow_non_local_calls", "unknown");
  const isAsAjvSays = (body: Json): void => {
    const isFine = judge(body);
    // Where each problem is: what it is called in words is the emulator's own.
    const places = (judge.errors ?? [])
      .filter(({ keyword, params }) => keyword !== "anyOf" && !(keyword === "type" && params["type"] === "null"))
      .map(({ instancePath, params: { missingProperty, additionalProperty } }: ErrorObject<string, Named>) =>
        [
          ...instancePath.split("/").slice(1),
          ...[missingProperty, additionalProperty].filter((name) => name !== undefined),
        ].join("."),
      );
    const problems = problemsOf(kind, form, body);
    expect(problems.length === 0).toBe(isFine);
    expect([...new Set(problems.map((problem) => problem.split(" ")[0]))].sort()).toEqual(
      [...new Set(places.map((place) => place || "the"))].sort(),
    );
  };
  fc.assert(fc.property(fc.oneof(value, fc.dictionary(name, value, { maxKeys: 12 })), isAsAjvSays), { numRuns: 300 });
});

test("an update of a campaign alone takes its status", () => {
  expect(isUpdateOnly("status")).toBe(true);
  expect(problemsOf("Campaign", "create", { status: "paused" })).toContain("status is not a field of this request");
  expect(problemsOf("Campaign", "update", { status: "paused" })).toEqual([]);
  expect(problemsOf("Campaign", "update", { status: null })).toEqual(["status must be string", expect.any(String)]);
  expect(problemsOf("Webhook", "update", { status: "paused" })).toEqual(["status is not a field of this request"]);
});
