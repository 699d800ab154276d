/** Which names of zones are taken: IANA names, whatever other names the machine knows as well. */
import { canonicalZone } from "../../../provider/values/timeZone";
import { explainZone } from "../../../provider/words/timeZoneHint";

it.each([
  "UTC",
  "GMT",
  "Europe/Paris",
  "europe/paris",
  "Asia/Kolkata",
  "America/Argentina/Buenos_Aires",
  "Etc/GMT+5",
  "EST5EDT",
  "CET",
])("%s is a zone", (name) => {
  expect(canonicalZone(name)).toBeDefined();
});

it.each(["", " ", "+02:00", "-0500", "UTC+2", "Paris", "EDT", "CEST", "Europe/Atlantis", "local", "Europe/Paris "])(
  "%j is none",
  (name) => {
    expect(canonicalZone(name)).toBeUndefined();
  },
);

it.each(["BST", "PST", "CST", "IST", "JST", "AST", "ACT", "bst"])(
  "%s is none: it means one thing to a person and another to a machine",
  (name) => {
    expect(canonicalZone(name)).toBeUndefined();
    expect(explainZone(name)).not.toBe("");
  },
);

it("knows the names of one zone as one", () => {
  expect(canonicalZone("Asia/Calcutta")).toBe(canonicalZone("Asia/Kolkata"));
  expect(canonicalZone("Europe/Kiev")).toBe(canonicalZone("Europe/Kyiv"));
  expect(canonicalZone("Europe/Paris")).not.toBe(canonicalZone("Europe/Berlin"));
});

it("tells British people what they meant", () => {
  expect(explainZone("BST")).toContain("Europe/London");
});
