/** The validators are generated and committed; they must say of any inputs what ajv says of schema.json itself. */
import { Ajv2020, type ErrorObject } from "ajv/dist/2020";
import fc from "fast-check";
import { formats } from "../../../provider/kinds/formats";
import { kindNames, kindSchema } from "../../../provider/kinds/schema";
import { validators, type SchemaProblem } from "../../../provider/kinds/validators";
import { UNKNOWN } from "../../../provider/values/unknown";

const ajv = new Ajv2020({ allErrors: true, strict: false, strictNumbers: true, formats: { ...formats } });

const told = (problems: readonly (SchemaProblem | ErrorObject)[] | null | undefined): readonly string[] =>
  (problems ?? [])
    .map(({ keyword, instancePath, schemaPath, params }) => JSON.stringify([keyword, instancePath, schemaPath, params]))
    .sort();

const text = fc.constantFrom(
  "",
  "x",
  "monday",
  "09:00:00",
  "9",
  "Europe/Paris",
  "2026-12-01",
  "+442079460958",
  UNKNOWN,
);
const value = fc.oneof(
  { maxDepth: 2 },
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.oneof(text, fc.integer(), fc.dictionary(text, fc.integer())), { maxLength: 3 }),
  fc.record({ webhookUrl: text, webhookMethod: text, name: text, x: fc.integer() }, { requiredKeys: [] }),
);

test.each(kindNames)("%s: the same problems, at the same places", (name) => {
  const fromSchema = ajv.compile(kindSchema(name).node);
  const property = fc.constantFrom(...kindSchema(name).fields.map((field) => field.name), "unknownProperty");
  fc.assert(
    fc.property(
      fc.dictionary(property, fc.oneof(value, fc.array(value, { maxLength: 2 })), { maxKeys: 12 }),
      (inputs) => {
        const generated = validators[name];
        expect(generated(inputs)).toBe(fromSchema(inputs));
        expect(told(generated.errors)).toEqual(told(fromSchema.errors));
      },
    ),
    { numRuns: 300 },
  );
});
