/**
 * The floors of provider/, the lowest first. A module imports from its own floor and from those below, never from one
 * above: lint says so, and docs/architecture.md shows it.
 */
export const floors = [
  { name: "values", is: "one value each: a time of day, a date, a zone, a number, a name" },
  { name: "words", is: "what is said to people of a value or a finding" },
  { name: "kinds", is: "what a kind is, read off schema.json; its rules, its normal form, its shape on the wire" },
  { name: "contract", is: "what an account was seen to do: the file, and what it says of a kind or a route" },
  { name: "configuration", is: "the settings, and the one place that reads the environment" },
  { name: "api", is: "the client: requests, envelopes, errors, retries, routes, lists that are whole or fail" },
  { name: "ledger", is: "all that is known of an object beyond a list" },
  { name: "lifecycle", is: "check, diff, create, read, update, delete, import: no engine in it" },
  { name: "runtime", is: "what every front needs: a session, the operations on a kind, words for failures" },
  { name: "dynamic", is: "the front of dynamic resources" },
  { name: "resources", is: "the classes and look-ups that a program uses" },
  { name: "native", is: "the front of the native plugin, and the classes that go with it" },
  { name: "cli", is: "the callab command" },
];

/** Floors that know no engine. */
export const withoutPulumi = floors.slice(
  0,
  floors.findIndex(({ name }) => name === "runtime"),
);

/** The names of the floors above one. */
export const above = (name: string): readonly string[] =>
  floors.slice(floors.findIndex((floor) => floor.name === name) + 1).map((floor) => floor.name);
