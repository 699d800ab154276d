/** Two values of a field beside each other: what differs is in sight, and what is secret is not. */
import { kinds } from "../../../provider/kinds";
import { secretsOf, SECRETS } from "../../../provider/lifecycle/secrets";
import { sideBySide } from "../../../provider/lifecycle/sideBySide";

const kind = kinds.Webhook;
const open = secretsOf(kind, {});
const step = { stepNumber: 1, webhookUrl: "https://example.com/hook", webhookMethod: "POST", retryLimit: 60 };

/** The rows under the head, each in its columns. */
const rows = (declared: unknown, live: unknown, field = "steps", secrets = open): string[][] =>
  sideBySide([{ field, declared, live }], secrets)
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(/ {2,}/));

it("has a line each field, under heads, set in from the left", () => {
  const found = [
    { field: "name", declared: "CRM", live: "Other" },
    { field: "maxRetries", declared: 3, live: null },
  ];
  expect(sideBySide(found, open)).toBe(
    ["  field       declared  live", '  name        "CRM"     "Other"', "  maxRetries  3         (not set)"].join("\n"),
  );
  expect(sideBySide(found, open, ["live", "anew"])).toMatch(/^ {2}field +live +anew\n/);
});

describe("lists of objects", () => {
  it("have a row for each field that differs, and none for what is the same, or said by no program", () => {
    const other = { ...step, webhookMethod: "GET", retryLimit: 5, timeout: 9 };
    expect(rows([step, step], [step, other])).toEqual([
      ["steps[1].webhookMethod", '"POST"', '"GET"'],
      ["steps[1].retryLimit", "60", "5"],
    ]);
  });

  it("are a row as a whole where one has more in it, or is no list", () => {
    for (const live of [[step, step], [], "none", null, undefined]) {
      const all = rows([step], live);
      expect(all).toHaveLength(1);
      expect(all[0]?.[0]).toBe("steps");
    }
    expect(rows(undefined, [step])[0]?.[0]).toBe("steps");
  });

  it("may lack an object on either side", () => {
    expect(rows([{ stepNumber: 1 }], [null])).toEqual([["steps[0].stepNumber", "1", "(not shown)"]]);
    expect(rows([null], [step])).toEqual([]);
  });

  it("show nothing of what is secret in them, and nothing at all where the whole of them is", () => {
    const [a, b] = ["Bearer one-0001", "Bearer two-0002"].map((text) => ({
      ...step,
      webhookHeaders: { Authorization: text },
    }));
    expect(rows([a], [b])).toEqual([["steps[0].webhookHeaders", "(secret)", "(secret, differs)"]]);
    const all = secretsOf(kind, { [SECRETS]: ["steps"] });
    expect(rows([step], [{ ...step, retryLimit: 5 }], "steps", all)).toEqual([
      ["steps", "(secret)", "(secret, differs)"],
    ]);
  });
});

it("shows a field that no schema knows as it is", () => {
  expect(rows("a", "b", "newerField")).toEqual([["newerField", '"a"', '"b"']]);
});
