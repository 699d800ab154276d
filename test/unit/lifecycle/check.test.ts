/** What check finds in what a program says, and what it makes of it. */
import { kinds } from "../../../provider/kinds";
import { UNKNOWN } from "../../../provider/values/unknown";
import { check, normalInputs } from "../../../provider/lifecycle/check";
import { leastOf } from "../../support/context";

const kind = kinds.Campaign;
const settings = { workspace: "default", now: new Date("2026-01-01T00:00:00Z") };
const least = { ...leastOf.Campaign };

/** The rules of what was found, each with its place. */
const found = (given: unknown, acceptedWarnings?: readonly string[]): string[] =>
  check(kind, given, { ...settings, ...(acceptedWarnings && { acceptedWarnings }) }).diagnostics.map(
    ({ rule, property }) => `${rule} ${property}`.trim(),
  );

it("of no arguments at all says what is needed, and makes nothing of them", () => {
  for (const given of [undefined, null, "spring", ["spring"]]) {
    const { inputs, diagnostics } = check(kind, given, settings);
    expect(inputs).toEqual({});
    expect(diagnostics).toMatchObject([
      { severity: "error", property: "", suggestion: "pass an object of inputs as the second argument" },
    ]);
    expect(diagnostics[0]?.problem).toBe(`has no arguments: a campaign needs ${(kind.node.required ?? []).join(", ")}`);
  }
});

it("makes one remark on a value that is no valid one, and none on what it would mean", () => {
  const wrong = { ...least, startedAt: "2026-13-01", endedAt: "2026-12-01" };
  expect(found(wrong).filter((text) => text.endsWith(" startedAt"))).toHaveLength(1);
  // A warning on the same field is none of that: it stays.
  expect(found({ ...least, startedAt: "2026-12-02", endedAt: "2026-12-01" }).join()).toContain("campaign/dates");
});

it("leaves out the warnings that are accepted, by the resource or by all, and no error", () => {
  const warned = found(least);
  expect(warned.join()).toContain("campaign/no-window");
  expect(found(least, ["campaign/no-window"]).join()).not.toContain("campaign/no-window");
  expect(found({ ...least, acceptedWarnings: ["campaign/no-window"] }).join()).not.toContain("campaign/no-window");
  const nobody = { ...least, allowAllContacts: undefined };
  expect(found(nobody, ["campaign/no-selection"]).join()).toContain("campaign/no-selection");
});

it("finds entries of `acceptedWarnings` that accept nothing, by their place", () => {
  expect(found({ ...least, acceptedWarnings: ["campaign/no-window", "campaign/no-windw", UNKNOWN] })).toContain(
    "input/accepted-warnings acceptedWarnings[1]",
  );
  expect(found({ ...least, acceptedWarnings: ["campaign/no-window"] }).join()).not.toContain("acceptedWarnings[");
  const [entry] = check(kind, { ...least, acceptedWarnings: ["campaign/no-windw"] }, settings).diagnostics.filter(
    ({ property }) => property.startsWith("acceptedWarnings["),
  );
  expect(entry).toMatchObject({ value: "campaign/no-windw" });
  expect(entry?.suggestion).toContain("campaign/no-window");
});

it("puts the workspace in, and leaves out what engines and this package add", () => {
  const inputs = normalInputs(kind, { ...least, __provider: "x", summary: "of an older run" }, "north");
  expect(inputs).toMatchObject({ workspace: "north" });
  expect(inputs).not.toHaveProperty("__provider");
  expect(inputs["summary"]).not.toBe("of an older run");
  expect(normalInputs(kind, { ...least, workspace: "own" }, "north")).toMatchObject({ workspace: "own" });
});
