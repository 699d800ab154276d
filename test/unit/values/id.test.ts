/** IDs: which spellings are of one object. */
import { foldedId, IdMap, IdSet, isSameId } from "../../../provider/values/id";

const lower = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01";
const upper = lower.toUpperCase();

it("a UUID is the same in either letter case, and whatever else is an ID is told by its letters", () => {
  expect(isSameId(lower, upper)).toBe(true);
  expect(foldedId(upper)).toBe(lower);
  for (const other of ["aB3x", "4711", `${upper}-1`]) {
    expect(foldedId(other)).toBe(other);
    expect(isSameId(other, other)).toBe(true);
  }
  expect(isSameId("aB3x", "ab3x")).toBe(false);
  expect(isSameId(undefined, undefined)).toBe(false);
  expect(isSameId(lower, undefined)).toBe(false);
});

it("what is known of an object is found by its ID in any spelling, and keeps the last one", () => {
  const map = new IdMap([[lower, 1]]).set(upper, 2).set("aB3x", 3);
  expect([map.get(lower), map.get(upper), map.has(upper), map.has("ab3x")]).toEqual([2, 2, true, false]);
  expect([...map]).toEqual([
    [upper, 2],
    ["aB3x", 3],
  ]);
  map.delete(lower);
  expect([map.size, map.get(upper)]).toEqual([1, undefined]);
  const set = new IdSet([lower]).add(upper);
  expect([[...set], set.size, set.has(lower)]).toEqual([[upper], 1, true]);
  set.delete(lower);
  expect(set.has(upper)).toBe(false);
});
