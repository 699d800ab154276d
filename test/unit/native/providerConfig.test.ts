/** What a provider of the native front is configured with. */
import { kept, problemsIn, remarksOn, settingsIn, wordingFor } from "../../../provider/native/providerConfig";
import { seal } from "../../../provider/native/properties";
import { UNKNOWN } from "../../../provider/values/unknown";

it("is what a stack's configuration would be: texts", () => {
  const get = settingsIn({ workspace: "north", maxRetries: 2, routes: { a: "b" }, baseUrl: UNKNOWN });
  expect([get("workspace"), get("maxRetries"), get("routes"), get("baseUrl"), get("apiToken")]).toEqual([
    "north",
    "2",
    '{"a":"b"}',
    undefined,
    undefined,
  ]);
});

it("is a text in JSON as well, as Python hands over what is no number where one belongs", () => {
  const get = settingsIn({ maxRetries: '"2"', maxConcurrency: '"many"', pauseAll: '"true"', workspace: '"north"' });
  expect([get("maxRetries"), get("maxConcurrency"), get("pauseAll"), get("workspace")]).toEqual([
    "2",
    "many",
    "true",
    '"north"',
  ]);
  expect(problemsIn({ maxConcurrency: '"many"', maxRetries: '"' })).toEqual([
    expect.stringMatching(/maxConcurrency must be .*, not "many"\.$/),
    expect.stringMatching(/maxRetries must be .*, not """\.$/),
  ]);
});

it("has all its mistakes told at once, mistyped keys with what was meant", () => {
  expect(problemsIn({ workspce: "north", maxRetries: -1, version: "0.1.0", __internal: {} })).toEqual([
    expect.stringContaining("did you mean callab:workspace?"),
    expect.stringContaining("callab:maxRetries must be a whole number"),
  ]);
  expect(problemsIn({ workspace: UNKNOWN, maxRetries: "2" })).toEqual([]);
});

it("tells that it is an emergency stop, and what does not hold that back", () => {
  const stopped = expect.stringMatching(
    /^callab:pauseAll is true: this run pauses every campaign of this provider that it comes to/,
  ) as unknown;
  expect(remarksOn({ workspace: "north" })).toEqual([]);
  expect(remarksOn({ pauseAll: true })).toEqual([stopped]);
  expect(remarksOn({ pauseAll: "true", maxRetries: "x" })).toEqual([stopped, expect.stringContaining("maxRetries")]);
  expect(remarksOn({ pauseAll: "true", baseUrl: "x" })).toEqual([]);
});

it("is kept with its token as a secret, however that came", () => {
  expect(kept({ apiToken: "t", workspace: "north" })).toEqual({ apiToken: seal("t"), workspace: "north" });
  expect(kept({ apiToken: seal("t") })).toEqual({ apiToken: seal("t") });
  for (const given of [{}, { apiToken: UNKNOWN }, { apiToken: null }]) expect(kept(given)).toEqual(given);
});

it("is told of where it is set: in the stack, or among the arguments of a provider of the program", () => {
  const urn = (name: string): string => `urn:pulumi:dev::app::pulumi:providers:callab::${name}`;
  const said = (name: string): string => problemsIn({ apiToken: "a b", workspce: "x" }, wordingFor(name)).join("\n");
  for (const ofStack of [urn("default"), urn("default_0_1_0"), ""]) {
    expect(said(ofStack)).toContain("callab:apiToken in the stack's configuration");
    expect(said(ofStack)).toContain("did you mean callab:workspace?");
  }
  expect(said(urn("north"))).toContain('`apiToken` of the provider "north"');
  expect(said(urn("north"))).toContain('did you mean `workspace` of the provider "north"?');
  expect(said(urn("north"))).not.toContain("callab:");
});
