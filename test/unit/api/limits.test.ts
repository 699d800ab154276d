/** JSON that others wrote is counted before anything is made of it. */
import fc from "fast-check";
import { readEnvelope } from "../../../provider/api/envelope";
import { DEEPEST_JSON, JsonTooLarge, MOST_VALUES, readJson } from "../../../provider/api/limits";

const nested = (depth: number, open = "[", close = "]"): string => open.repeat(depth) + close.repeat(depth);

it("is read as JSON.parse reads it, whatever it holds", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.boolean(), (value, isPretty) => {
      const text = JSON.stringify(value, null, isPretty ? 2 : undefined);
      expect(readJson(text, MOST_VALUES)).toEqual(JSON.parse(text));
    }),
  );
});

it.each(["", "{", '{"a":', '"', '"\\', "[1,]", "NaN"])("%j is no JSON", (text) => {
  expect(() => readJson(text)).toThrow(SyntaxError);
});

it("is read to its bound of depth, and refused beyond it with a sentence", () => {
  expect(readJson(nested(DEEPEST_JSON))).toBeDefined();
  expect(() => readJson(nested(DEEPEST_JSON + 1))).toThrow(
    new JsonTooLarge("JSON that is nested deeper than 256 levels"),
  );
  expect(() => readJson(nested(1_000_000, '{"a":[', "]}"))).toThrow(JsonTooLarge);
});

it("is counted by what it holds, and not by what its texts look like", () => {
  const brackets = JSON.stringify(`${"[".repeat(1_000)}\\"${"{,".repeat(1_000)}`);
  expect(readJson(brackets, 1)).toBe(JSON.parse(brackets));
  expect(readJson(`["\\\\",[${brackets}]]`, 4)).toHaveLength(2);
});

it("is refused where it holds more values than may be, however little they take on the wire", () => {
  expect(() => readJson("[{},{},{}]", 3)).toThrow(new JsonTooLarge("JSON that holds more than 3 values"));
});

it("is an answer that cannot be read where it is beyond a bound", () => {
  const deep = `{"status":"ok","data":${nested(100_000)}}`;
  expect(readEnvelope(deep)).toEqual({ kind: "unreadable", what: "JSON that is nested deeper than 256 levels" });
  expect(readEnvelope(deep.replace("ok", "error"))).toMatchObject({ kind: "unreadable" });
});
