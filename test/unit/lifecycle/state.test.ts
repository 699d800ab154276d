/** What is kept of an object: old shapes stay readable, and a note that is damaged is none. */
import { kinds } from "../../../provider/kinds";
import {
  adoptionIn,
  declaredIn,
  makeState,
  nothingReported,
  notesIn,
  ownerIn,
  reportedIn,
} from "../../../provider/lifecycle/state";
import { checked, leastOf } from "../../support/context";
import { ownerOf } from "../../support/lifecycle";

const kind = kinds.Campaign;
const inputs = checked(kind, leastOf.Campaign);
const owner = ownerOf("a");
const mark = "2026-01-01T00:00:00.000Z abc";
const begun = { key: "k", place: "p", owner, at: 5, before: "|", sent: "s", done: true, suspects: "t|", isAsked: true };

it("holds what was declared, what was reported, and what the program leaves alone, each told apart again", () => {
  const reported = {
    runtime: { status: "active", callProgress: null },
    unmanaged: { startedAt: "2026-12-01", notes: "x" },
  };
  const state = makeState(inputs, reported, {});
  // What is declared by now is no longer what the program leaves alone.
  expect(state).toEqual({ ...inputs, status: "active", startedAt: "2026-12-01", __unmanaged: ["startedAt"] });
  expect(declaredIn(kind, state)).toEqual(inputs);
  expect(reportedIn(kind, state)).toEqual({ runtime: { status: "active" }, unmanaged: { startedAt: "2026-12-01" } });
});

it("holds no note where there is none", () => {
  const state = makeState(inputs, nothingReported, {});
  expect(state).toEqual(inputs);
  expect(notesIn(state)).toEqual({ owner: undefined, adoption: undefined, begun: undefined });
  expect(declaredIn(kind, { ...state, notes: null, __unmanaged: "notes" })).not.toHaveProperty("notes");
  expect(declaredIn(kind, { ...state, __unmanaged: [7, "name"] })).not.toHaveProperty("name");
  expect(declaredIn(kind, { ...state, status: "active", unheardOf: 1 })).toEqual(inputs);
});

it("gives back every note as it was", () => {
  for (const isForeign of [true, false]) {
    const notes = { owner, adoption: { mark, isForeign }, begun, shown: ["aiAgentId"] };
    const state = makeState(inputs, nothingReported, notes);
    expect(notesIn(state)).toEqual(notes);
    expect(adoptionIn(JSON.parse(JSON.stringify(state)) as typeof state)).toEqual(notes.adoption);
  }
  const least = { key: "k", owner: undefined, at: 5, before: undefined, done: false };
  const state = makeState(inputs, nothingReported, { begun: least });
  expect(state["__begun"]).toEqual({ key: "k", at: 5 });
  expect(notesIn(state).begun).toEqual({ ...least, sent: undefined, suspects: undefined });
});

it("takes for an owner only what an engine calls a resource", () => {
  expect(ownerIn({ __owner: owner })).toBe(owner);
  for (const text of ["", "a", "my urn:", 7, null, undefined]) expect(ownerIn({ __owner: text })).toBeUndefined();
});

it("reads the marks of older releases as take-overs that were nobody else's", () => {
  expect(adoptionIn({ __adopted: mark })).toEqual({ mark, isForeign: false });
  expect(adoptionIn({ __adopted: `${mark} equal` })).toEqual({ mark, isForeign: true });
  expect(adoptionIn({ __adopted: `${mark} otherwise` })).toEqual({ mark, isForeign: false });
  expect(adoptionIn({ __adopted: "" })).toEqual({ mark: " ", isForeign: false });
  expect(adoptionIn({ __adopted: 7 })).toBeUndefined();
});

it.each([
  ["a text", "begun"],
  ["null", null],
  ["no key", { at: 5 }],
  ["no time", { key: "k" }],
  ["a time that is none", { key: "k", at: "5" }],
])("takes a damaged note of a create for none: %s", (_title, note) => {
  expect(notesIn({ ...inputs, __begun: note }).begun).toBeUndefined();
});

it("leaves out what is damaged in a note of a create", () => {
  const note = { key: "k", at: 5, before: 1, done: "yes", sent: 1, suspects: [] };
  expect(notesIn({ __begun: note }).begun).toEqual({
    key: "k",
    at: 5,
    owner: undefined,
    before: undefined,
    done: false,
    sent: undefined,
    suspects: undefined,
  });
});
