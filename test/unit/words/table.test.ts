import { table } from "../../../provider/words/table";

test("a table holds text alone", () => {
  expect(table([["x", "a\u001b[31m\n::error::b\u202e"]])).toBe("x  a : :error::b");
});

test("a table's columns line up", () => {
  expect(
    table([
      ["check", "verdict"],
      ["a long one", "ok"],
    ]),
  ).toBe("check       verdict\na long one  ok");
});

test.each([
  ["Chinese, Japanese and Korean", "春の更新", 8],
  ["fullwidth and halfwidth", "Ａｱ", 3],
  ["accents that are signs of their own", "e\u0301te\u0301", 3],
  ["emoji, and one that is joined of several", "📞👩‍👧", 4],
])("the columns of a table line up where a name has other signs: %s", (_title, name, width) => {
  expect(
    table([
      ["name", "status", "next"],
      [name, "活动", "Mon"],
      ["a long plain name", "paused", "-"],
    ]).split("\n"),
  ).toEqual([
    "name               status  next",
    `${name}${" ".repeat(19 - width)}活动    Mon`,
    "a long plain name  paused  -",
  ]);
});
