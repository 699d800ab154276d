/** What changes, by path, as the engine shows it. */
import { changesOf } from "../../../provider/native/detailedDiff";

it("is nothing where values are equal, in whatever order their keys are", () => {
  expect(changesOf(["a", "b"], { a: { x: 1, y: [2] } }, { a: { y: [2], x: 1 } })).toEqual([]);
});

it("says of each place whether it is new, gone or another", () => {
  const before = { notes: "a", tags: ["x", "y"], steps: [{ url: "u", retry: 1 }], old: 1 };
  const now = { notes: "b", tags: ["x", "z", "w"], steps: [{ url: "u", more: true }], added: 0 };
  expect(changesOf(["notes", "tags", "steps", "old", "added"], before, now)).toEqual([
    { path: "notes", kind: "UPDATE" },
    { path: "tags[1]", kind: "UPDATE" },
    { path: "tags[2]", kind: "ADD" },
    { path: "steps[0].retry", kind: "DELETE" },
    { path: "steps[0].more", kind: "ADD" },
    { path: "old", kind: "DELETE" },
    { path: "added", kind: "ADD" },
  ]);
});

it("quotes the keys of free-form objects that are no words", () => {
  const now = { map: { "first name": 1, 'a"b': { ok: 2 } } };
  expect(changesOf(["map"], { map: { 'a"b': { ok: 1 } } }, now)).toEqual([
    { path: 'map["a\\"b"].ok', kind: "UPDATE" },
    { path: 'map["first name"]', kind: "ADD" },
  ]);
});
