/** Campaigns beside one another: what is told, and how much work it is with very many. */
import { kinds } from "../../../provider/kinds";
import type { Properties } from "../../../provider/kinds/normalForm";
import { Neighbours } from "../../../provider/resources/neighbours";
import { checked, leastOf } from "../../support/context";

const active = (more: Properties): Properties =>
  checked(kinds.Campaign, {
    ...leastOf.Campaign,
    callTimeOfDayFrom: "9:00",
    callTimeOfDayTo: "17:00",
    timeZone: "Europe/Paris",
    desiredStatus: "active",
    ...more,
  });

/** The same inputs; counts how often one of them is looked at. */
function counted(inputs: Properties, counter: { looks: number }): Properties {
  return new Proxy(inputs, {
    get: (target, name) => {
      counter.looks++;
      return target[name as string];
    },
  });
}

function looksFor(count: number, tagOf: (index: number) => string): number {
  const neighbours = new Neighbours();
  const counter = { looks: 0 };
  const template = active({});
  for (let index = 0; index < count; index++) {
    const inputs = { ...template, contactsListTags: [tagOf(index)] };
    neighbours.campaign({ resource: `Campaign "${index}"`, inputs: counted(inputs, counter) });
  }
  return counter.looks;
}

const told = (neighbours: Neighbours, name: string, inputs: Properties): string[] =>
  neighbours.campaign({ resource: `Campaign "${name}"`, inputs }).map(({ problem }) => problem);

it.each<[string, (index: number) => string]>([
  ["other people each", (index) => `tag-${index}`],
  ["all the same people", () => "everybody"],
])("ten times as many campaigns that call %s are ten times the work, not a hundred times", (_title, tagOf) => {
  expect(looksFor(2_000, tagOf)).toBeLessThan(looksFor(200, tagOf) * 15);
});

it("a campaign is told beside the others that call the same people, five of them by name", () => {
  const neighbours = new Neighbours();
  const inputs = active({});
  for (const name of ["a", "b", "c", "d", "e"]) told(neighbours, name, inputs);
  expect(told(neighbours, "f", inputs)).toEqual([
    expect.stringMatching(
      /as Campaign "a", Campaign "b", Campaign "c", Campaign "d", Campaign "e", which are active too$/,
    ),
  ]);
  expect(told(neighbours, "g", inputs)).toEqual([
    expect.stringMatching(/as Campaign "a", .*Campaign "e" and others, which are active too$/),
  ]);
});

it("a campaign whose people become known later is told beside those that call them, and no more beside others", () => {
  const neighbours = new Neighbours();
  told(neighbours, "a", active({ contactsListTags: ["vip"] }));
  told(neighbours, "b", active({ contactsListTags: ["new"] }));
  expect(told(neighbours, "b", active({ contactsListTags: ["vip"] }))).toHaveLength(1);
  expect(told(neighbours, "c", active({ contactsListTags: ["new"] }))).toEqual([]);
});
