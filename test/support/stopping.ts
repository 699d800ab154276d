/** A campaign of the account that calls, as the last run left it, and the emergency stop. */
import type { FaultRule, PersonalityPatch, WireObject } from "../../emulator";
import { kinds } from "../../provider/kinds";
import type { Properties } from "../../provider/kinds/normalForm";
import { pauseNow } from "../../provider/lifecycle/stop";
import { checked, contextFor, emulate, leastOf, type TestContext } from "./context";
import { create } from "./lifecycle";

const kind = kinds.Campaign;
const hours = { callTimeOfDayFrom: "09:00", callTimeOfDayTo: "19:00" };
/** The settings of a stack that is being stopped. */
export const settings = { pauseAll: "true" };

export async function stage(declared: object = {}, personality: PersonalityPatch = {}) {
  const emulator = await emulate({ personality: { newCampaignStatus: "active", ...personality } });
  const program = (more: object): Record<string, unknown> =>
    checked(kind, { ...leastOf.Campaign, ...hours, ...declared, ...more });
  const run = (configuration: Readonly<Record<string, string>> = {}): TestContext =>
    contextFor(emulator, { configuration });
  const { id, state } = await create(run(), kind, program({}));
  emulator.clearRequests();
  return {
    emulator,
    id,
    state,
    program,
    run,
    stop: (from: Properties = state, context = run(settings)) => pauseNow(context, kind, id, from, undefined),
    byHand: (patch: WireObject) => void emulator.dashboard.change("Campaign", id, patch),
    live: (): WireObject => emulator.dashboard.get("Campaign", id) ?? {},
    sent: () =>
      emulator.requests
        .filter(({ method }) => method !== "GET")
        .map(({ body }) => (body as Readonly<Record<string, unknown>> | null)?.["status"]),
    fail: (rule: FaultRule) => {
      emulator.addFault(rule);
    },
  };
}
