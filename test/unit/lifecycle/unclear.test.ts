/** What is told and recorded of a create whose outcome is not known. */
import { kinds } from "../../../provider/kinds";
import { takeCensus } from "../../../provider/ledger/census";
import type { Begun } from "../../../provider/ledger/memory";
import { PartlyCreated } from "../../../provider/lifecycle/created";
import { identify } from "../../../provider/lifecycle/identity";
import { notesIn } from "../../../provider/lifecycle/state";
import { notIdentified, notKnown, stillUnclear, suspected } from "../../../provider/lifecycle/unclear";
import { wordedForRun } from "../../../provider/runtime/hints";
import { checked, leastOf } from "../../support/context";
import { ownerOf } from "../../support/lifecycle";

const kind = kinds.Campaign;
const inputs = checked(kind, leastOf.Campaign);
const identity = identify({ workspace: "default", baseUrl: "https://api" }, kind, inputs);
const owner = ownerOf("a");
const begun: Begun = { key: "k", owner, at: 5, before: "abcdefgh|", done: false };
const unclear = { identity, inputs, owner, begun };
const words = 'campaign "Spring renewals" in workspace "default"';
const objects = [
  { id: "1", fields: { name: "spring" } },
  { id: undefined, fields: {} },
];

it("what exists without an ID is recorded as done, and the reason reads as one sentence", () => {
  const failure = notIdentified(unclear, "the list is empty", new Error("no answer"));
  expect(failure).toBeInstanceOf(PartlyCreated);
  expect(failure.name).toBe("PartlyCreated");
  expect(wordedForRun(failure.text)).toContain("now. no answer. The next `pulumi up` looks for it again.");
  expect(failure.message).toContain(`${words}: the list is empty, so nothing can refer to it`);
  expect(failure.created.id).toBe("id-not-told:default/Spring renewals");
  expect(failure.created.state).toMatchObject(inputs);
  expect(notesIn(failure.created.state)).toMatchObject({ owner, begun: { ...begun, done: true } });
});

it("what may or may not exist is recorded as it was begun, and running again is said to be safe", () => {
  const failure = notKnown(unclear, " No answer. ", []);
  expect(wordedForRun(failure.text)).toMatch(
    /^It is not known whether campaign "Spring renewals" in workspace "default" was created\. No answer\. Running `pulumi up` again is safe/,
  );
  expect(notesIn(failure.created.state).begun).toEqual({ ...begun, sent: undefined, suspects: undefined });
});

it("a campaign that nobody can pause without its ID may be calling: where it is not to call, that is said", () => {
  const saying = (desiredStatus?: string): string[] => {
    const its = { ...unclear, inputs: { ...inputs, desiredStatus } };
    return [notIdentified(its, "no ID").message, notKnown(its, "No answer.", []).message];
  };
  for (const wanted of ["paused", undefined]) {
    expect(saying(wanted)[0]).toContain(" It may be calling: pause it in the dashboard now.");
    expect(saying(wanted)[1]).toContain(" If it was, it may be calling: look in the dashboard.");
  }
  expect(saying("active").join()).not.toContain("calling");
  const agents = { ...unclear, identity: { ...identity, kind: kinds.AiAgent } };
  expect(notIdentified(agents, "no ID").message).not.toContain("calling");
});

it("what may be it is named line by line, and noted as told", () => {
  const failure = notKnown(unclear, "No answer.", objects);
  expect(failure.message.split("\n").slice(0, 4)).toEqual([
    `It is not known whether ${words} was created. No answer. This may be it:`,
    '  campaign "spring" (ID 1)',
    "  campaign",
    "Nothing more is sent until that is cleared up; running again is safe.",
  ]);
  expect(notesIn(failure.created.state).begun?.suspects).toBe(takeCensus("name", objects));
});

it("what was told before stays told", () => {
  const failure = suspected(unclear, "Head.", objects.slice(0, 1), { told: objects });
  expect(failure.message).not.toMatch(/^ {2}campaign$/m);
  expect(notesIn(failure.created.state).begun?.suspects).toBe(takeCensus("name", objects));
});

it("what may be it has a way out of each kind: it is the one, it is not wanted, it is another; or it is elsewhere", () => {
  const said = (isElsewhere?: boolean): string =>
    wordedForRun(suspected(unclear, "Head.", objects, isElsewhere === undefined ? {} : { isElsewhere }).text);
  for (const here of [said(), said(false)]) {
    expect(here).toMatch(/\n.*`existingId`/);
    expect(here).toContain("If it is not wanted: delete it in the dashboard.");
    expect(here).toContain('existingId: "none"');
    expect(here).not.toContain("`workspace`");
  }
  expect(said(true)).toContain("workspace");
  expect(said(true)).not.toBe(said());
});

it("where nothing went wrong on the way, and there is nothing that may call, nothing is said of it", () => {
  const agents = { ...unclear, identity: { ...identity, kind: kinds.AiAgent } };
  const [head, ...rest] = wordedForRun(notIdentified(agents, "no ID").text).split("no second one will be created. ");
  expect(head).toContain("no ID, so nothing can refer to it");
  expect(rest.join()).toMatch(/^The next `pulumi up` looks for it again\./);
  expect(wordedForRun(notKnown(agents, "No answer.", []).text)).toMatch(/safe.*\.$/);
});

it("another failure is told as it is, with its cause, and what was known is recorded", () => {
  const cause = new Error("The list could not be read.");
  const failure = stillUnclear(unclear, cause);
  expect(failure).toMatchObject({ message: cause.message, cause });
  expect(notesIn(failure.created.state).begun).toMatchObject(begun);
  expect(stillUnclear(unclear, "a text").message).toBe("a text");
});
