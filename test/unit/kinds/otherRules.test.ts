/** Rules of webhook flows and agents, and how an agent's variables are read. None of the rules is documented. */
import { kinds } from "../../../provider/kinds";
import { describe as inWords } from "../../../provider/words/diagnostic";
import type { KindName } from "../../../provider/kinds/schema";
import { UNKNOWN } from "../../../provider/values/unknown";
import { check } from "../../../provider/lifecycle/check";
import { leastOf } from "../../support/context";

function remarks(kind: KindName, changes: object): string[] {
  const now = new Date("2026-11-01T12:00:00Z");
  const { diagnostics } = check(kinds[kind], { ...leastOf[kind], ...changes }, { workspace: "default", now });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return diagnostics.map((entry) => `${entry.property}: ${inWords(entry)}`);
}

describe("a webhook flow", () => {
  const url = "https://example.com/hook";

  it("of steps that depend on each other is fine", () => {
    const steps = [
      { stepNumber: 1, webhookUrl: url },
      { stepNumber: 2, webhookUrl: url, dependsOnStep: 1, webhookMethod: "POST", webhookBody: { a: 1 } },
    ];
    expect(remarks("Webhook", { steps })).toEqual([]);
    expect(remarks("Webhook", { steps: [{ webhookUrl: url }, { webhookUrl: url, dependsOnStep: 1 }] })).toEqual([]);
  });

  it("is warned of where a step cannot mean what it says", () => {
    const steps = [
      { stepNumber: 1, webhookUrl: "http://example.com/hook", webhookMethod: "get", webhookBody: { a: 1 } },
      { stepNumber: 1, webhookUrl: url, dependsOnStep: 3 },
      { stepNumber: 2, webhookUrl: url, dependsOnStep: 2 },
    ];
    expect(remarks("Webhook", { steps })).toEqual([
      "steps[1].stepNumber: 1 is the number of another step too",
      "steps[1].dependsOnStep: 3 is not the number of any step",
      "steps[2].dependsOnStep: 2 is the step itself",
      "steps[0].webhookBody: is usually not sent with GET",
      "steps[0].webhookUrl: is not encrypted; use https://",
    ]);
  });

  it("is not warned of for what is not known yet", () => {
    const steps = [UNKNOWN, { stepNumber: UNKNOWN, webhookUrl: UNKNOWN, dependsOnStep: UNKNOWN, webhookBody: UNKNOWN }];
    expect(remarks("Webhook", { steps })).toEqual([]);
  });
});

describe("an agent's tools", () => {
  it("that are declared as none are warned of, since it may not hang up then", () => {
    expect(remarks("AiAgent", { globalTools: {} }).join()).toContain("globalTools: is empty");
    for (const globalTools of [undefined, UNKNOWN, { end_call: {} }])
      expect(remarks("AiAgent", { globalTools })).toEqual([]);
  });
});

describe("an agent's language", () => {
  it.each(["en-US", "en", "fr-CA", "zh-Hant-TW", "EN-us", "es-419"])("%s is one", (language) => {
    expect(remarks("AiAgent", { language })).toEqual([]);
  });

  it.each(["english", "en_US", "xx-YY", "", "e"])("%j is none", (language) => {
    expect(remarks("AiAgent", { language }).join()).toContain('write it as "en-US"');
  });
});

describe("an agent's variables, answered as an object", () => {
  const read = (declared: unknown, live: unknown): unknown =>
    kinds.AiAgent.interpret("agentDynamicVariables", declared, live);
  const declared = [{ city: "Paris" }, { tier: "gold" }];

  it.each<[string, unknown, unknown, unknown]>([
    ["merged into one", declared, { city: "Paris", tier: "gold" }, declared],
    ["merged in another order", declared, { tier: "gold", city: "Paris" }, declared],
    ["by their places", declared, { 0: { city: "Paris" }, 1: { tier: "gold" } }, declared],
    ["as the list they were", declared, [...declared], declared],
    ["with another value", declared, { city: "Lyon", tier: "gold" }, [{ city: "Lyon" }, { tier: "gold" }]],
    ["with another value by their places", declared, { 0: { city: "Lyon" } }, [{ city: "Lyon" }]],
    ["with a name twice, of which the last counts", [{ a: 1 }, { a: 2 }], { a: 3 }, [{ a: 1 }, { a: 3 }]],
    ["with one set that was null, by their places", [{ a: null }], { 0: { a: 1 } }, [{ a: 1 }]],
    ["called like places", [{ 0: "a" }], { 0: "b" }, [{ 0: "b" }]],
    ["without one of them", declared, { city: "Paris" }, [{ city: "Paris" }, {}]],
    ["with one of the server's own beside them", declared, { city: "Paris", tier: "gold", _rev: 1 }, declared],
    ["as one of the server's own, where there is nothing", [{}], { _rev: 1 }, [{}]],
    ["without those that are null", [{ a: null }, { b: 1 }], { b: 1 }, [{ a: null }, { b: 1 }]],
    ["with one set that was null", [{ a: null }, { b: 1 }], { a: 2, b: 1 }, [{ a: 2 }, { b: 1 }]],
    ["in a server's spelling", [{ a: "x\r\n" }, { b: 1 }], { a: "x", b: "1" }, [{ a: "x\r\n" }, { b: 1 }]],
    ["in a shape that tells nothing", declared, { variables: 2 }, declared],
    ["as nothing, where there is nothing", [{}], {}, [{}]],
    ["as an empty list, where there is nothing", [{}], [], [{}]],
    ["as null, where there is nothing", [{}], null, [{}]],
    ["cleared", declared, null, null],
  ])("%s", (_title, program, live, expected) => {
    expect(read(program, live)).toEqual(expected);
  });

  it("concerns no other field", () => {
    expect(kinds.AiAgent.interpret("agentFlow", { a: 1 }, [])).toEqual([]);
    expect(kinds.Campaign.interpret("notes", "a", "b")).toBe("b");
  });
});
