/** What is special about agents: how their variables are read. */
import { kinds } from "../../../provider/kinds";

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
