/** The normal form is one form: reached in one step, and the same for every spelling of a value. */
import fc from "fast-check";
import { kinds } from "../../provider/kinds";
import { normalForm } from "../../provider/kinds/normalForm";
import { kindNames } from "../../provider/kinds/schema";
import { UNKNOWN } from "../../provider/values/unknown";
import { validate } from "../../provider/kinds/validation";
import { check } from "../../provider/lifecycle/check";
import { changedFields, diff } from "../../provider/lifecycle/diff";
import { inputsOf, runs } from "./arbitraries";

const settings = { workspace: "default", now: new Date("2026-11-01T12:00:00Z") };

/** Any JSON at all where inputs are expected: programs are written by people, and not all of them in TypeScript. */
const anyInputs = (name: keyof typeof kinds): fc.Arbitrary<Record<string, unknown>> =>
  fc.dictionary(
    fc.constantFrom(...kinds[name].fields.map((field) => field.name), "other"),
    fc.jsonValue({ maxDepth: 3 }),
    {
      maxKeys: 8,
    },
  );

/** Some values of the inputs, at any depth, replaced by the mark of an unknown. */
function withUnknowns(inputs: Record<string, unknown>): fc.Arbitrary<Record<string, unknown>> {
  const hide = (value: unknown, coins: Iterator<number>): unknown => {
    if (coins.next().value === 0) return UNKNOWN;
    if (Array.isArray(value)) return value.map((entry) => hide(entry, coins));
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, hide(entry, coins)]));
    return value;
  };
  return fc
    .infiniteStream(fc.nat(3))
    .map((coins) => Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, hide(value, coins)])));
}

describe.each(kindNames)("%s", (name) => {
  const kind = kinds[name];

  it("has valid inputs that stay valid, in a normal form that is its own", () => {
    fc.assert(
      fc.property(inputsOf(name), (program) => {
        const normal = normalForm(kind, program);
        expect(normalForm(kind, normal)).toEqual(normal);
        expect(validate(kind, normal).filter(({ severity }) => severity === "error")).toEqual([]);
        const once = check(kind, program, settings).inputs;
        expect(check(kind, once, settings).inputs).toEqual(once);
      }),
      runs(300),
    );
  });

  it("shows no change between a program and itself", () => {
    fc.assert(
      fc.property(inputsOf(name), (program) => {
        const { inputs } = check(kind, program, settings);
        expect(changedFields(kind, inputs, inputs)).toEqual([]);
        expect(diff(kind, "an-id", inputs, check(kind, program, settings).inputs)).toMatchObject({
          changes: false,
          replaces: [],
        });
      }),
      runs(300),
    );
  });

  it("has a normal form of its own for whatever JSON it is given, and a verdict on it, but never a crash", () => {
    fc.assert(
      fc.property(anyInputs(name), (program) => {
        const { inputs, diagnostics } = check(kind, program, settings);
        expect(normalForm(kind, inputs)).toEqual(inputs);
        for (const { property, problem } of diagnostics) {
          expect(property).not.toBe("");
          expect(problem).not.toBe("");
        }
      }),
      runs(300),
    );
  });

  it("never complains of what is not known yet, at any depth", () => {
    fc.assert(
      fc.property(
        inputsOf(name).chain((program) => withUnknowns(program)),
        (program) => {
          const { diagnostics } = check(kind, program, settings);
          expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
          expect(JSON.stringify(diagnostics)).not.toContain(UNKNOWN);
        },
      ),
      runs(300),
    );
  });

  it("keeps every unknown in its place", () => {
    fc.assert(
      fc.property(
        inputsOf(name).chain((program) => withUnknowns(program)),
        (program) => {
          const normal = normalForm(kind, program);
          for (const [field, value] of Object.entries(program))
            if (JSON.stringify(value).includes(UNKNOWN)) {
              const count = (text: unknown): number => JSON.stringify(text).split(UNKNOWN).length;
              expect(count(normal[field])).toBe(count(value));
              expect(changedFields(kind, normal, normal)).toContain(field);
            }
        },
      ),
      runs(200),
    );
  });
});
