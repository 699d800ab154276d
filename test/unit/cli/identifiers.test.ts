import fc from "fast-check";
import { kebabCase, Names } from "../../../provider/cli/export/identifiers";

const namesOf = (...names: string[]): string[] => {
  const given = new Names();
  return names.map((name) => given.variable(name, "campaign"));
};

test.each([
  ["Spring renewals", "springRenewals"],
  ["Été 2026 – VIP", "ete2026Vip"],
  ["VIPcalls for DACH", "vipcallsForDach"],
  ["Customer's day", "customersDay"],
  ["Straße", "strasse"],
  ["عروض الربيع", "campaign"],
  ["春", "campaign"],
  ["🎉 Welcome!", "welcome"],
  ["2026", "campaign2026"],
  ["default", "defaultCampaign"],
  ["new", "newCampaign"],
  ["callab", "callabCampaign"],
  ["!!!", "campaign"],
])("%s becomes %s", (name, variable) => {
  expect(namesOf(name)).toEqual([variable]);
});

test("the same name is told apart, by kind and then by number", () => {
  expect(namesOf("Spring", "spring!", "SPRING", "ربيع", "春")).toEqual([
    "spring",
    "springCampaign",
    "spring2",
    "campaign",
    "campaign2",
  ]);
});

test("a resource's name is the variable's, the way Pulumi names are written", () => {
  expect(["springRenewals", "campaign2", "ete2026Vip"].map(kebabCase)).toEqual([
    "spring-renewals",
    "campaign-2",
    "ete-2026-vip",
  ]);
});

test("any names at all: unique variables and resource names, short enough for a line, that TypeScript accepts", () => {
  const anyName = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ maxLength: 60 }),
    fc.constantFrom("class", "await", "a b c d e f g h i j k l m n o p q", "x".repeat(80), "1", "Spring"),
  );
  fc.assert(
    fc.property(fc.array(anyName, { maxLength: 40 }), (names) => {
      const variables = namesOf(...names);
      const resources = variables.map(kebabCase);
      expect(new Set(resources).size).toBe(names.length);
      for (const [index, variable] of variables.entries()) {
        expect(variable).toMatch(/^[a-z][A-Za-z0-9]*$/);
        // eslint-disable-next-line @typescript-eslint/no-implied-eval -- whether it parses is the question
        expect(() => new Function(`"use strict"; const ${variable} = 1;`)).not.toThrow();
        const line = `export const ${variable} = new callab.PhoneNumber("${resources[index] ?? ""}", {`;
        expect(line.length).toBeLessThanOrEqual(120);
      }
    }),
    { numRuns: 300 },
  );
});
