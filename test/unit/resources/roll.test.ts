/** Who brings the names of all campaigns to a stop: all that may be needed, without being the square of them. */
import { bringsRoll } from "../../../provider/resources/roll";

const bringers = (count: number): number[] =>
  Array.from({ length: count }, (_, ordinal) => ordinal).filter((ordinal) => bringsRoll(ordinal, count, count));

it("up to a thousand campaigns, every resource brings them", () => {
  expect(bringers(1)).toHaveLength(1);
  expect(bringers(1_000)).toHaveLength(1_000);
});

it.each([5_000, 10_000, 50_000])("of %i campaigns no more names are sent than of a thousand, give or take", (count) => {
  expect(bringers(count).length * count).toBeLessThan(1_000_000 + 2 * count);
});

it("in a large program the first brings them, the last, and one of any hundred in a row", () => {
  const found = bringers(10_000);
  expect(found[0]).toBe(0);
  expect(found.at(-1)).toBe(9_999);
  expect(Math.max(...found.slice(1).map((ordinal, index) => ordinal - (found[index] ?? 0)))).toBeLessThanOrEqual(100);
});
