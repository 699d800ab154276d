/** What is new in a list since it was read before: what a create without a clear outcome may have made. */
import fc from "fast-check";
import type { Live } from "../../../provider/api/object";
import { newSince, takeCensus } from "../../../provider/ledger/census";

const listed = (id: string | undefined, name: string): Live => ({ id, fields: { name } });
const census = (...objects: Live[]) => takeCensus("name", objects);
const found = (before: string, ...objects: Live[]) => newSince(before, "name", objects);

it("tells objects by their IDs, whatever they are called by now", () => {
  const before = census(listed("1", "Spring"), listed("2", "Autumn"));
  const made = listed("3", "Spring");
  expect(found(before, listed("1", "Summer"), listed("2", "Autumn"), made)).toEqual([made]);
});

it("tells objects without IDs by how many there are of a name, in any spelling", () => {
  const before = census(listed(undefined, "Spring"), listed(undefined, "Caf\u00e9"));
  expect(found(before, listed(undefined, " Spring"), listed(undefined, "Cafe\u0301"))).toEqual([]);
  const made = listed(undefined, "Spring");
  expect(found(before, listed(undefined, "Spring"), listed(undefined, "Caf\u00e9"), made)).toEqual([made]);
  expect(found(before, listed(undefined, "spring"))).toEqual([listed(undefined, "spring")]);
});

it("knows an object whose ID a list tells only now", () => {
  expect(found(census(listed(undefined, "Spring")), listed("1", "Spring"))).toEqual([]);
});

it("finds everything new in an empty account, and nothing in an unchanged one", () => {
  const all = [listed("1", "Spring"), listed("2", "Spring")];
  expect(found(census(), ...all)).toEqual(all);
  expect(found(census(...all), ...all)).toEqual([]);
});

it("holds neither names nor IDs", () => {
  const text = census(listed("0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01", "Spring renewals"), listed(undefined, "Autumn"));
  expect(text).toMatch(/^[\w-]{8}\|[\w-]{8}$/);
});

it("finds exactly what was added, in any order", () => {
  const ids = fc.uniqueArray(fc.uuid(), { maxLength: 30 });
  fc.assert(
    fc.property(ids, fc.nat(30), fc.boolean(), (all, many, areReversed) => {
      const objects = all.map((id) => listed(id, "one name for all"));
      const before = census(...objects.slice(0, many));
      const now = areReversed ? [...objects].reverse() : objects;
      expect(new Set(found(before, ...now))).toEqual(new Set(objects.slice(many)));
    }),
  );
});

it("is the same text for the same objects in any order, with or without IDs", () => {
  const all = [listed("1", "Spring"), listed("2", "Autumn"), listed(undefined, "Winter"), listed(undefined, "Summer")];
  expect(census(...all)).toBe(census(...[...all].reverse()));
});

it("counts objects without a name, and knows nothing of an account that it never saw", () => {
  const nameless: Live = { id: undefined, fields: {} };
  expect(found(census(nameless), nameless)).toEqual([]);
  expect(found(census(nameless), nameless, nameless)).toEqual([nameless]);
  const numbered: Live = { id: undefined, fields: { name: 7 } };
  expect(found(census(nameless), numbered)).toEqual([]);
  expect(found("", numbered, listed("1", "Spring"))).toHaveLength(2);
});

it("of one list is taken once, however many ask", () => {
  const objects = [listed("1", "Spring")];
  const first = takeCensus("name", objects);
  objects.push(listed("2", "Autumn"));
  expect(takeCensus("name", objects)).toBe(first);
});
