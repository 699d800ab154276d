/** What an engine asks in a run that is an emergency stop. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { kinds } from "../../../provider/kinds";
import { PartlyCreated } from "../../../provider/lifecycle/created";
import { OWNER } from "../../../provider/lifecycle/state";
import { operationsOf } from "../../../provider/runtime/operations";
import { Session } from "../../../provider/runtime/session";
import { checked, configurationFor, contextFor, emulate, failureOf, leastOf } from "../../support/context";
import { create, ownerOf } from "../../support/lifecycle";

const home = process.env["PULUMI_HOME"];
beforeEach(() => (process.env["PULUMI_HOME"] = mkdtempSync(join(tmpdir(), "callab-stop-"))));
afterEach(() => {
  if (home === undefined) delete process.env["PULUMI_HOME"];
  else process.env["PULUMI_HOME"] = home;
});

it.each([true, false])(
  "a new campaign is recorded whose call is ended before it was seen (a stop: %s)",
  async (isStop) => {
    const late = {
      campaignListIds: true,
      campaignCreateData: "id",
      absentRoutes: ["campaign.read"],
      listLagRequests: 50,
    } as const;
    const emulator = await emulate({ personality: { ...late, newCampaignStatus: "active" } });
    const session = new Session(() => undefined);
    const settings: Readonly<Record<string, string>> = {
      apiToken: emulator.token,
      baseUrl: configurationFor(emulator).baseUrl,
      ...(isStop ? { pauseAll: "true" } : {}),
    };
    session.configure((key) => settings[key]);
    const operations = operationsOf(kinds.Campaign, session);
    const { inputs } = operations.check({ ...leastOf.Campaign, [OWNER]: ownerOf("a") });
    const end = new AbortController();
    const creating = failureOf(operations.create(inputs, end.signal));
    const isLooking = (): boolean => {
      const asked = emulator.requests.map(({ operation }) => operation);
      return asked.includes(isStop ? "update" : "create") && asked.at(-1) === "list";
    };
    while (!isLooking()) await setTimeout(5);
    end.abort(new Error("the run was cancelled"));
    const failure = await creating;
    if (!(failure instanceof PartlyCreated)) throw failure;
    const [live] = emulator.dashboard.list("Campaign");
    expect(failure.created).toMatchObject({ id: live?.["id"], state: { name: "Spring renewals", __unread: "open" } });
    expect(failure.message).toContain("may be calling: pause it in the dashboard now.");
  },
);

it.each([true, false])(
  "two resources that share an agent are told of only where it is none (a stop: %s)",
  async (isStop) => {
    const emulator = await emulate();
    const kind = kinds.AiAgent;
    const inputs = checked(kind, leastOf.AiAgent);
    const { id, state } = await create(contextFor(emulator), kind, inputs, ownerOf("a"));
    const session = new Session(() => undefined);
    const settings: Readonly<Record<string, string>> = {
      apiToken: emulator.token,
      baseUrl: configurationFor(emulator).baseUrl,
      ...(isStop ? { pauseAll: "true" } : {}),
    };
    session.configure((key) => settings[key]);
    const operations = operationsOf(kind, session);
    const changes = ["a", "b"].map((name) => {
      const owned = { [OWNER]: ownerOf(name) };
      const declared = operations.check({ ...inputs, ...owned }, { ...inputs, ...owned }).inputs;
      return operations.diff(id, { ...state, ...owned }, declared).changes;
    });
    // An update of the second fails: what depends on it would never be reached, and go on calling.
    expect(changes).toEqual([false, !isStop]);
  },
);
