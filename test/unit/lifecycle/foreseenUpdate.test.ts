/** What a preview shows of an object after an update. */
import { kinds } from "../../../provider/kinds";
import type { Properties } from "../../../provider/kinds/normalForm";
import { kindNames, type KindName } from "../../../provider/kinds/schema";
import { foreseenUpdate } from "../../../provider/lifecycle/foreseenUpdate";
import { SECRETS } from "../../../provider/lifecycle/secrets";
import { isForStateAlone } from "../../../provider/lifecycle/update";
import { makeState } from "../../../provider/lifecycle/state";
import { UNKNOWN } from "../../../provider/values/unknown";
import { checked, leastOf } from "../../support/context";

const stateOf = (kind: KindName, declared: Properties, runtime: Properties, notes: object = {}): Properties =>
  makeState(checked(kinds[kind], declared), { runtime, unmanaged: {} }, notes);

const campaign = { ...leastOf.Campaign, notes: "Old.", desiredStatus: "paused" };
const reported = { status: "paused", callProgress: 3, createdAt: "2026-01-01", updatedAt: "2026-02-01" };

/** What is shown of a campaign that was declared so and is declared otherwise. */
function shown(more: Properties, was: { runtime?: Properties; notes?: object } = {}): Properties {
  const state = stateOf("Campaign", campaign, was.runtime ?? reported, was.notes);
  const inputs = checked(kinds.Campaign, { ...campaign, ...more });
  return foreseenUpdate(kinds.Campaign, state, inputs, !isForStateAlone(kinds.Campaign, state, inputs));
}

it.each([
  ["a status", { desiredStatus: "active" }],
  ["something else: the status is sent along, and may be another one by then", { notes: "New." }],
])("what an update may change is not known before it, that sets %s", (_title, more) => {
  expect(shown(more)).toMatchObject({
    ...more,
    status: UNKNOWN,
    callProgress: UNKNOWN,
    updatedAt: UNKNOWN,
    createdAt: "2026-01-01",
  });
});

it("shows nothing as unknown of what is never reported again", () => {
  expect(shown({ notes: "New." })["deletedAt"]).toBeUndefined();
});

it.each([
  ["how to delete it", { deletionPolicy: "retain" }],
  ["what is secret", { [SECRETS]: ["notes"] }],
])("an update for the state alone changes nothing that is reported: %s", (_title, more) => {
  const state = stateOf("Campaign", campaign, reported);
  const inputs = { ...checked(kinds.Campaign, { ...campaign, ...more }), ...more };
  expect(isForStateAlone(kinds.Campaign, state, inputs)).toBe(true);
  expect(foreseenUpdate(kinds.Campaign, state, inputs, false)).toMatchObject(reported);
});

it.each([
  ["a status that is not as wanted is set", { runtime: { ...reported, status: "active" } }],
  ["a status that is not known is set", { runtime: {} }],
  ["one that may be under way is written again", { notes: { unread: "open" } }],
])("beside what is for the state alone, %s", (_title, was) => {
  expect(shown({ deletionPolicy: "retain" }, was)).toMatchObject({ status: UNKNOWN, updatedAt: UNKNOWN });
});

it.each(kindNames)(
  "%s: no update changes when it was made, by whom, and that it lives, and nothing else is promised",
  (name) => {
    const lasting = kinds[name].reported.filter(({ node }) => node.lasting === true).map((field) => field.name);
    expect(["createdAt", "createdBy", "deletedAt"]).toEqual(expect.arrayContaining(lasting));
  },
);

describe("a workspace under another name", () => {
  const runtime = { workspaceSlug: "north", companyId: "c", createdAt: "2026-01-01", updatedAt: "2026-02-01" };
  const state = stateOf("Workspace", { workspaceName: "North" }, runtime);
  const foreseen = (declared: Properties): Properties => {
    const inputs = checked(kinds.Workspace, declared);
    return foreseenUpdate(kinds.Workspace, state, inputs, !isForStateAlone(kinds.Workspace, state, inputs));
  };

  it("may have another slug, and what lives in it another place", () => {
    expect(foreseen({ workspaceName: "Northern" })).toMatchObject({
      workspaceName: "Northern",
      workspaceSlug: UNKNOWN,
      companyId: UNKNOWN,
      createdAt: "2026-01-01",
      updatedAt: UNKNOWN,
    });
  });

  it("keeps its slug where nothing is sent", () => {
    expect(foreseen({ workspaceName: "North", deletionPolicy: "retain" })).toMatchObject(runtime);
  });
});
