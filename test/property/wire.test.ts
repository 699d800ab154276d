/** What goes over the wire comes back the same, and free-form values pass to the letter. */
import fc from "fast-check";
import { kinds } from "../../provider/kinds";
import { kindNames } from "../../provider/kinds/schema";
import { sameAsLive } from "../../provider/kinds/spelling";
import { fromWire, toWire } from "../../provider/kinds/wire";
import { drift } from "../../provider/lifecycle/drift";
import { checked } from "../support/context";
import { inputsOf, runs } from "./arbitraries";

describe.each(kindNames)("%s", (name) => {
  const kind = kinds[name];

  it("comes back from the wire as it went", () => {
    fc.assert(
      fc.property(inputsOf(name), (program) => {
        const inputs = checked(kind, program);
        const body = JSON.parse(JSON.stringify(toWire(kind, inputs))) as Record<string, unknown>;
        const back = fromWire(kind, body);
        for (const field of kind.written) {
          const value = inputs[field.name];
          if (value === undefined) expect(back[field.name]).toBeUndefined();
          else if (field.name !== "workspace") expect(sameAsLive(field, value, back[field.name], inputs)).toBe(true);
        }
        expect(drift(kind, inputs, back).filter((entry) => entry.class !== "spelling")).toEqual([]);
      }),
      runs(400),
    );
  });

  it("carries nothing but the API's own names, and what is declared", () => {
    fc.assert(
      fc.property(inputsOf(name), (program) => {
        const inputs = checked(kind, program);
        const body = toWire(kind, { ...inputs, __provider: "text of a provider", adopt: true, id: "x" });
        const names = new Map(kind.written.map((field) => [field.wireName, field]));
        for (const [wireName, value] of Object.entries(body)) {
          const field = names.get(wireName);
          expect(field).toBeDefined();
          if (field?.node.freeForm === true) expect(value).toStrictEqual(inputs[field.name]);
          expect(value).not.toBeNull();
        }
      }),
      runs(400),
    );
  });

  it("reads any answer without a crash", () => {
    const wireNames = kind.fields.map((field) => field.wireName);
    const answers = fc.dictionary(fc.constantFrom(...wireNames, "workspace_id"), fc.jsonValue({ maxDepth: 3 }), {
      maxKeys: 10,
    });
    fc.assert(
      fc.property(inputsOf(name), answers, (program, answer) => {
        const inputs = checked(kind, program);
        const live = fromWire(kind, answer);
        const found = drift(kind, inputs, live);
        for (const { field } of found) expect(kind.field(field)).toBeDefined();
      }),
      runs(400),
    );
  });
});
