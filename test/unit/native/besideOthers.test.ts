/** What the plugin finds in several resources of its provider, as the engine checks them one after the other. */
import { kinds } from "../../../provider/kinds";
import type { Properties } from "../../../provider/kinds/normalForm";
import { SECRETS } from "../../../provider/lifecycle/secrets";
import { BesideOthers } from "../../../provider/native/besideOthers";
import type { Diagnostic } from "../../../provider/words/diagnostic";
import { checked, leastOf } from "../../support/context";

const kind = kinds.Campaign;
const urnOf = (type: string, name: string): string => `urn:pulumi:dev::app::callab:index:${type}::${name}`;

let others: BesideOthers;
let later: string[];
beforeEach(() => {
  others = new BesideOthers();
  later = [];
});
const check = (name: string, inputs: Properties, accepted: readonly string[] = []): Diagnostic[] =>
  others.check({ kind, urn: urnOf("Campaign", name), name, inputs: checked(kind, inputs) }, accepted, ({ rule }) =>
    later.push(rule),
  );
const rulesIn = (found: readonly Diagnostic[]): string[] => found.map(({ rule }) => rule);

it("tells two resources of one object at the later one, in whatever spelling; one that is checked again is no other", () => {
  expect(check("first", leastOf.Campaign)).toEqual([]);
  expect(check("first", leastOf.Campaign)).toEqual([]);
  expect(check("elsewhere", { ...leastOf.Campaign, workspace: "north" })).toEqual([]);
  const [twin, ...more] = check("second", { ...leastOf.Campaign, name: "Spring  renewals" });
  expect(twin).toMatchObject({ severity: "error", property: "name" });
  expect(twin?.problem).toMatch(/is declared twice, .*: the resources "first" and "second" would be the same campaign/);
  expect(more).toEqual([]);
});

describe("two of one name", () => {
  const declare = (name: string, hasObject: boolean, inputs: Properties = leastOf.Campaign): string[] =>
    rulesIn(
      others.check({ kind, urn: urnOf("Campaign", name), name, inputs: checked(kind, inputs), hasObject }, [], () => {
        throw new Error("nothing is told later here");
      }),
    );

  it("that have an object each are two objects", () => {
    for (const name of ["first", "second", "first", "second"]) expect(declare(name, true)).toEqual([]);
  });

  it.each([
    [true, false],
    [false, true],
    [false, false],
  ])("are told where one is new (%j, %j)", (first, second) => {
    expect(declare("first", first)).toEqual([]);
    expect(declare("second", second)).toEqual(["input/declared-twice"]);
  });

  it("are told at a new one also once the first of them is called otherwise", () => {
    for (const name of ["first", "second"]) declare(name, true);
    declare("first", true, { ...leastOf.Campaign, name: "Autumn" });
    expect(declare("third", false)).toEqual(["input/declared-twice"]);
  });
});

it("forgets what a resource was called before", () => {
  check("first", leastOf.Campaign);
  check("first", { ...leastOf.Campaign, name: "Autumn" });
  expect(check("second", leastOf.Campaign)).toEqual([]);
});

it("tells two campaigns for the same people, unless that is accepted", () => {
  const active = { ...leastOf.Campaign, desiredStatus: "active" };
  check("first", active);
  expect(rulesIn(check("second", { ...active, name: "Autumn" }))).toEqual(["campaign/same-people"]);
  expect(check("third", { ...active, name: "Winter" }, ["campaign/same-people"])).toEqual([]);
});

it.each(["before", "after"])(
  "tells a placeholder that nothing fills, the agent being known %s the campaign",
  (when) => {
    const id = String(leastOf.Campaign["aiAgentId"]);
    const agent = (): void =>
      others.known(
        {
          kind: kinds.AiAgent,
          urn: urnOf("AiAgent", "ada"),
          name: "ada",
          inputs: checked(kinds.AiAgent, { ...leastOf.AiAgent, prompt: "Hello {{first_name}}." }),
        },
        id.toUpperCase(),
      );
    if (when === "before") agent();
    check("first", leastOf.Campaign);
    if (when === "after") agent();
    expect(later).toEqual(["campaign/unmapped-placeholder"]);
  },
);

it("quotes no prompt that is secret, and what is not secret of its agent all the same", () => {
  const id = String(leastOf.Campaign["aiAgentId"]);
  const texts = { prompt: "Say {{hushed}}.", beginMessage: "Hello {{first_name}}." };
  const inputs = { ...checked(kinds.AiAgent, { ...leastOf.AiAgent, ...texts }), [SECRETS]: ["prompt"] };
  const told: string[] = [];
  others.known({ kind: kinds.AiAgent, urn: urnOf("AiAgent", "ada"), name: "ada", inputs }, id);
  const first = { kind, urn: urnOf("Campaign", "first"), name: "first", inputs: checked(kind, leastOf.Campaign) };
  others.check(first, [], ({ problem }) => told.push(problem));
  expect(told).toEqual([expect.stringContaining("fills no {{first_name}},")]);
});
