/** What an engine asks in a run that is an emergency stop. */
import { setTimeout } from "node:timers/promises";
import { kinds } from "../../../provider/kinds";
import { PartlyCreated } from "../../../provider/lifecycle/created";
import { OWNER } from "../../../provider/lifecycle/state";
import { operationsOf } from "../../../provider/runtime/operations";
import { Session } from "../../../provider/runtime/session";
import { SECRETS } from "../../../provider/lifecycle/secrets";
import { checked, configurationFor, contextFor, emulate, failureOf, leastOf, type Api } from "../../support/context";
import { create, ownerOf } from "../../support/lifecycle";
import { twisted } from "../../support/twist";
import { emptyPulumiHome } from "../../support/pulumiHome";

emptyPulumiHome();

const campaign = kinds.Campaign;
/** What an engine asks of campaigns in a run of its own. */
function campaignsOf(api: Api, more: Readonly<Record<string, string>> = {}) {
  const session = new Session(() => undefined);
  const { baseUrl } = configurationFor(api);
  const settings: Readonly<Record<string, string>> = { apiToken: api.token, baseUrl, maxRetries: "0", ...more };
  session.configure((key) => settings[key]);
  return operationsOf(campaign, session);
}

describe("two resources that have one campaign", () => {
  it("have states of their own after a stop: the delete of the one leaves it to the other", async () => {
    const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true } });
    const inputs = checked(campaign, leastOf.Campaign);
    const first = await create(contextFor(emulator), campaign, inputs, ownerOf("b"));
    const later = await create(contextFor(emulator), campaign, { ...inputs, existingId: first.id }, ownerOf("a"));
    const stop = campaignsOf(emulator, { pauseAll: "true" });
    const stopped = (state: typeof first.state) => stop.update(first.id, state, { ...inputs, [OWNER]: state[OWNER] });
    emulator.clearRequests();
    const a = await stopped(later.state);
    const b = await stopped(first.state);
    expect(a).toMatchObject({ [OWNER]: ownerOf("a"), existingId: first.id, status: "paused" });
    expect(b).toMatchObject({ [OWNER]: ownerOf("b"), status: "paused" });
    expect(b).not.toHaveProperty("existingId");
    expect(emulator.requests.filter(({ operation }) => operation === "update")).toHaveLength(1);
    // Who is still in the program speaks first.
    const run = campaignsOf(emulator);
    const declared = run.check({ ...inputs, existingId: first.id, [OWNER]: ownerOf("a") }).inputs;
    run.diff(first.id, a, declared);
    await run.delete(first.id, b);
    expect(emulator.dashboard.get("Campaign", first.id)).toMatchObject({ status: "paused" });
  });
});

it("what a campaign holds as secret is in no failure of another one", async () => {
  const emulator = await emulate();
  const secret = "Acquisition of Initech";
  const [a, b] = await Promise.all(
    [{}, { name: secret, [SECRETS]: ["name"] }].map(async (more, index) => {
      const inputs = checked(campaign, { ...leastOf.Campaign, ...more });
      return { inputs, ...(await create(contextFor(emulator), campaign, inputs, ownerOf(`number ${index}`))) };
    }),
  );
  if (a === undefined || b === undefined) throw new Error("nothing was made");
  const failing = (message: string) => ({ status: 500, text: JSON.stringify({ status: "error", message, data: "" }) });
  const api = await twisted(
    emulator,
    () => undefined,
    undefined,
    (_asked, _body, path) => failing(path.endsWith(b.id) ? `"${secret}" is locked` : "not now"),
  );
  const stop = campaignsOf(api, { pauseAll: "true" });
  // Completed ones are not paused unseen.
  const stateOf = ({ state }: typeof a) => ({ ...state, status: "completed" });
  stop.diff(b.id, stateOf(b), b.inputs);
  const { message } = await failureOf(stop.update(a.id, stateOf(a), a.inputs));
  expect(message).toMatch(/not now.*missed other campaigns, too:\ncampaign \(secret name\) .*is locked/s);
  expect(message).not.toContain(secret);
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
