/** The validators are generated and committed; they must say of any inputs what ajv says of schema.json itself. */
import { Ajv2020, type ErrorObject } from "ajv/dist/2020";
import fc from "fast-check";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { formats } from "../../../provider/kinds/formats";
import { kindNames, kindSchema } from "../../../provider/kinds/schema";
import { validators, type SchemaProblem } from "../../../provider/kinds/validators";
import { UNKNOWN } from "../../../provider/values/unknown";
import { repository } from "../../support/repository";

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

describe("one new field is a small change of the generated file", () => {
  type Node = { readonly properties: Readonly<Record<string, object>> };
  const { $defs } = JSON.parse(readFileSync(join(repository, "schema.json"), "utf8")) as {
    readonly $defs: Readonly<Record<string, Node>>;
  };
  const folder = mkdtempSync(join(tmpdir(), "validators-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Writes a file as the generator does, but for the form of its lines. */
  const write = async (name: string, kinds: Readonly<Record<string, Node>>): Promise<string> => {
    const { validatorCode } = await import("../../../tools/generate/validatorCode.mts");
    const source = ts.createSourceFile("validators.js", validatorCode(kinds).code, ts.ScriptTarget.ES2022);
    const file = join(folder, name);
    writeFileSync(file, ts.createPrinter().printFile(source));
    return file;
  };

  test.each([
    ["a text", { type: "string" }, 6],
    ["an ID", { type: "string", format: "uuid" }, 13],
    ["a list of numbers, or nothing", { type: ["array", "null"], items: { type: "integer" } }, 17],
  ])("%s, in the midst of the first kind", async (_title, field, most) => {
    const [[kind, node] = ["", { properties: {} }]] = Object.entries($defs);
    const fields = Object.entries(node.properties);
    const properties = Object.fromEntries(fields.toSpliced(fields.length / 2, 0, ["aNewField", field]));
    const before = await write("before.js", $defs);
    const after = await write("after.js", { ...$defs, [kind]: { ...node, properties } });
    const { stdout } = spawnSync("git", ["diff", "--no-index", "--numstat", before, after], { encoding: "utf8" });
    const [added = Number.NaN, removed] = stdout.split("\t").map(Number);
    // A schema is one line here, and a line for each field in the file.
    expect(removed).toBe(1);
    expect(added).toBeGreaterThan(4);
    expect(added).toBeLessThanOrEqual(most + 1);
  });
});
