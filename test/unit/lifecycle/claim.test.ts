/** What the ledger learns when a resource is compared with its program. */
import { kinds } from "../../../provider/kinds";
import { UNKNOWN } from "../../../provider/values/unknown";
import { keyOf } from "../../../provider/ledger/ledger";
import { Run } from "../../../provider/ledger/run";
import { claim } from "../../../provider/lifecycle/claim";
import { identify, placeholderId } from "../../../provider/lifecycle/identity";
import { makeState, nothingReported, OWNER } from "../../../provider/lifecycle/state";
import { checked, leastOf } from "../../support/context";
import { ownerOf } from "../../support/lifecycle";

const kind = kinds.Campaign;
const spring = checked(kind, leastOf.Campaign);
const autumn = checked(kind, { ...leastOf.Campaign, name: "Autumn renewals" });
const place = { workspace: "default", baseUrl: "https://api" };
const identityOf = (inputs: object) => identify(place, kind, inputs as Record<string, unknown>);
const keyFor = (inputs: object): string => keyOf(identityOf(inputs).unique);
const [a, b] = [ownerOf("a"), ownerOf("b")];
const mark = "2026-01-01T00:00:00.000Z abc";
const state = makeState(spring, nothingReported, { owner: a, adoption: { mark, isForeign: false } });

function claimed(id: string, from: object, inputs: object, replaces: string[] = [], isDeclared = true): Run {
  const run = new Run();
  const context = { ...place, run, now: () => 1_000 };
  claim(
    context,
    kind,
    id,
    from as Record<string, unknown>,
    inputs as Record<string, unknown>,
    { changes: replaces.length > 0, replaces, deleteBeforeReplace: true },
    isDeclared,
  );
  return run;
}

it("a resource holds its object under its present and its former name, and wants what the program calls it", () => {
  const run = claimed("1", state, { ...autumn, [OWNER]: b });
  expect(run.holders.of("1")).toEqual({ owners: [b, a], mark, wants: keyFor(autumn) });
  expect(run.isAsked("1")).toBe(false);
  expect(claimed("1", state, autumn).holders.of("1")?.owners).toEqual([a, a]);
  expect(claimed("1", state, { ...autumn, adopt: true }).isAsked("1")).toBe(true);
  expect(run.carried).toEqual([]);
});

it("one that is to be replaced wants no name any more", () => {
  expect(claimed("1", state, spring, ["campaignType"]).holders.of("1")?.wants).toBeUndefined();
});

it("values that are not known say nothing of what the program declares", () => {
  expect(claimed("1", state, { ...spring, aiAgentId: UNKNOWN }).holders.of("1")).toBeUndefined();
  const run = claimed(placeholderId(identityOf(spring)), state, { ...spring, aiAgentId: UNKNOWN });
  expect(run.expectedAs(keyFor(spring))).toBeUndefined();
  expect(run.carried).toHaveLength(1);
});

it("is heard: whoever waits until all have spoken waits on", async () => {
  const run = claimed("1", state, spring);
  let time = 1_000;
  await run.quiet({
    now: () => time,
    sleep: (ms) => {
      time += ms;
      return Promise.resolve();
    },
  });
  expect(time).toBe(1_500);
});

it("a state without an ID says what was begun, and under which name the program declares it now", () => {
  const id = placeholderId(identityOf(spring));
  const begun = { key: keyFor(spring), owner: a, at: 7, before: "|", done: false, sent: "s", suspects: "t|" };
  const unclear = makeState(spring, nothingReported, { owner: a, begun });
  const run = claimed(id, unclear, autumn);
  expect(run.carried).toEqual([{ ...begun, place: keyOf(place.workspace), state: unclear }]);
  expect(run.expectedAs(keyFor(spring))).toBe(keyFor(autumn));
  expect(run.holders.of(id)).toBeUndefined();
});

it("a state of an older release without an ID is of an object that exists", () => {
  const run = claimed(placeholderId(identityOf(spring)), makeState(spring, nothingReported, { owner: a }), spring);
  expect(run.carried).toMatchObject([{ key: keyFor(spring), owner: a, at: 0, before: undefined, done: true }]);
});

it("a resource that the program no longer has holds and expects nothing; what its create began is known", () => {
  expect(claimed("1", state, spring, [], false).holders.of("1")).toBeUndefined();
  const run = claimed(placeholderId(identityOf(spring)), state, spring, [], false);
  expect(run.expectedAs(keyFor(spring))).toBeUndefined();
  expect(run.carried).toHaveLength(1);
});

it("what was begun is the affair of whom an alias calls the resource by now, as well", () => {
  const begun = { key: keyFor(spring), owner: a, at: 7, before: "|", done: false, sent: "s", suspects: undefined };
  const unclear = makeState(spring, nothingReported, { owner: a, begun });
  const run = claimed(placeholderId(identityOf(spring)), unclear, { ...spring, [OWNER]: b });
  expect(run.carried.map(({ owner }) => owner)).toEqual([a, b]);
});
