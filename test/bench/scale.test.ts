/** What the benchmark of many campaigns goes by: how growth is told, and who says that the end is exactly right. */

// The benchmark is ES modules that Node runs as they are, hence the dynamic imports in a CommonJS test.
const growth = () => import("../../bench/scale/growth.mts");
const judge = () => import("../../bench/scale/judge.mts");

describe("growth", () => {
  const sizes = [1_000, 2_500, 10_000];
  const grown = async (figure: (size: number) => number): Promise<number | undefined> =>
    (await growth()).exponent(sizes.map((size) => [size, figure(size)]));

  test.each<[string, (size: number) => number, number]>([
    ["in step with the size", (size) => 3 * size, 1],
    ["with its square", (size) => size ** 2 / 1_000, 2],
    ["not at all", () => 7, 0],
  ])("%s is told as its exponent", async (_title, figure, expected) => {
    expect(await grown(figure)).toBeCloseTo(expected);
  });

  test("a fixed cost beside one that grows makes less, a square beside one in step more", async () => {
    expect(await grown((size) => 2_000 + size)).toBeLessThan(0.9);
    expect(await grown((size) => size + size ** 2 / 5_000)).toBeGreaterThan(1.2);
  });

  test("one size, or a figure of nothing, tells no growth", async () => {
    const { exponent } = await growth();
    expect(exponent([[10, 3]])).toBeUndefined();
    expect(await grown(() => 0)).toBeUndefined();
  });
});

describe("the judge", () => {
  const spring = { workspace: "default", name: "Spring", days_of_week: [1, 2], notes: "" };
  const summer = { ...spring, name: "Summer" };
  const found = async (...live: readonly object[]): Promise<readonly string[]> =>
    (await judge()).complaints([spring, summer], live as readonly Record<string, unknown>[]);

  test("has nothing to say where each is there once, as declared, whatever else the API shows of it", async () => {
    expect(await found({ ...summer, id: "2", status: "active" }, { ...spring, id: "1" })).toEqual([]);
  });

  test.each<[string, readonly object[], string]>([
    ["one that is missing", [spring], '["default","Summer"] is missing'],
    ["one that is there twice", [spring, summer, { ...spring, id: "3" }], '["default","Spring"] is there 2 times'],
    [
      "one that is otherwise",
      [spring, { ...summer, days_of_week: [1, 2, 6] }],
      '["default","Summer"]: days_of_week is [1,2,6], not [1,2] as declared',
    ],
    [
      "one that nobody declared",
      [spring, summer, { ...spring, workspace: "sandbox" }],
      '["sandbox","Spring"] was never declared',
    ],
  ])("finds %s", async (_title, live, complaint) => {
    expect(await found(...live)).toEqual([complaint]);
  });

  test("finds what a destroy has left", async () => {
    const { complaints } = await judge();
    expect(complaints([], [spring])).toEqual(['["default","Spring"] was never declared']);
  });

  test("knows what the API is to hold of what a program declares", async () => {
    const { wireOf } = await judge();
    expect(wireOf({ name: "Spring", daysOfWeek: ["monday", "saturday"], numberOfCallAttempts: [3] })).toEqual({
      name: "Spring",
      days_of_week: [1, 6],
      number_of_call_attempts: [3],
    });
  });
});
