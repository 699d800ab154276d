/** Generated source: it means what it was made of, and prettier leaves it as it is. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import ts from "typescript";
import { call, object, property, text, valueOf, type Statement } from "../../../provider/cli/source/expression";
import { printFile, PRINT_WIDTH } from "../../../provider/cli/source/print";
import { repository } from "../../support/repository";

jest.setTimeout(60_000);

const constant = (name: string, value: unknown): Statement => ({
  type: "const",
  name,
  value: valueOf(value),
  isExported: true,
  comments: [],
});

function valuesOf(source: string): Record<string, unknown> {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exports: Record<string, unknown> = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- running the generated source is the point
  (new Function("exports", outputText) as (given: object) => void)(exports);
  return exports;
}

function prettier(source: string): string {
  const bin = join(repository, "node_modules", "prettier", "bin", "prettier.cjs");
  const args = [bin, "--no-config", "--print-width", String(PRINT_WIDTH), "--stdin-filepath", "generated.ts"];
  const result = spawnSync(process.execPath, args, { input: source, encoding: "utf8" });
  expect(result.stderr).toBe("");
  return result.stdout;
}

const awkward = fc.constantFrom(
  "",
  "it's",
  'say "hi"',
  `"both" and 'each'`,
  "back\\slash and `tick` and ${not} $ {this}",
  "two\nlines",
  "\n",
  "tab\tand\rreturn\u0000",
  "line\u2028separator",
  "عروض الربيع",
  "春のキャンペーン",
  "🎉👩‍👩‍👧 party",
  "right\u202eto left",
  "lone \ud800 half",
  "x".repeat(130),
  `${"long ".repeat(25)}"quoted"`,
  "__proto__x",
);
const anyText = fc.oneof(awkward, fc.string({ unit: "grapheme", maxLength: 40 }), fc.string({ maxLength: 140 }));
const key = fc.oneof(
  fc.constantFrom("name", "notes", "Content-Type", "0", "12", "a b", "é", "default", "webhookUrlParams", 'q"uote', "-"),
  fc.constantFrom("__proto__", "constructor", "prototype", "toString"),
  fc.string({ maxLength: 12 }),
);
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(1e21));
const { value: anyValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "medium" },
    anyText,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(number, { maxLength: 40 }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

const statements = (values: readonly unknown[]): Statement[] =>
  values.map((value, index) => constant(`value${index}`, { key: value, webhookBody: value }));

test("a value that is printed and run is the value", () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      const json = JSON.parse(JSON.stringify(value)) as unknown;
      expect(valuesOf(printFile([], [constant("value", json)]))["value"]).toEqual(json);
    }),
    { numRuns: 500 },
  );
});

test("prettier leaves a generated file as it is", () => {
  const values = fc
    .sample(anyValue, { numRuns: 400, seed: 7 })
    .map((value): unknown => JSON.parse(JSON.stringify(value)));
  const source = printFile(["Made by a test."], statements(values));
  expect(prettier(source)).toBe(source);
});

test("characters that turn the reading direction round are escaped, so that code reads as it runs", () => {
  const source = printFile([], [constant("value", "a\u202eb")]);
  expect(source).toBe('export const value = "a\\u202eb";\n');
});

test("a comment holds one line of text, and ends where it ends", () => {
  const hostile = "a */ throw 1; /*\u2028throw 2;\u202e\nthrow 3; //";
  const value = call("Number", text("1"));
  const source = printFile([hostile], [{ type: "expression", value, comments: [hostile] }]);
  expect(source).toBe(
    '/**\n * a *\\/ throw 1; /* throw 2; throw 3; //\n */\n// a */ throw 1; /* throw 2; throw 3; //\nNumber("1");\n',
  );
});

test("comments wrap at words, and stay above what they speak of", () => {
  const value = call("new Thing", text("t"), object([property("id", text("x"), ["word ".repeat(60).trim()])]));
  const source = printFile([], [{ type: "expression", value, comments: ["Why it is here."] }]);
  expect(source.split("\n").every((line) => line.length <= PRINT_WIDTH)).toBe(true);
  expect(source).toMatch(/^\/\/ Why it is here\.\nnew Thing\("t", \{\n( {2}\/\/ word.*\n)+ {2}id: "x",\n\}\);\n$/);
  expect(prettier(source)).toBe(source);
});
