/** What the looks at a campaign come to, where a list and a read by its ID are of different moments. */
import type { WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { identify } from "../../../provider/lifecycle/identity";
import { listedElse } from "../../../provider/lifecycle/sighting";
import { checked, contextFor, emulate, leastOf } from "../../support/context";
import { create } from "../../support/lifecycle";
import { twisted } from "../../support/twist";

const kind = kinds.Campaign;
const inputs = checked(kind, leastOf.Campaign);

/** A campaign of which the list shows one status after another, the last one from then on; undefined: it is not listed. */
async function listed(...statuses: readonly (string | undefined)[]) {
  const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true } });
  const { id } = await create(contextFor(emulator), kind, inputs);
  let looks = 0;
  const api = await twisted(emulator, ({ operation, envelope }) => {
    if (operation !== "list") return undefined;
    const status = statuses[Math.min(looks++, statuses.length - 1)];
    const rows = envelope.data as readonly WireObject[];
    return JSON.stringify({ ...envelope, data: status === undefined ? [] : rows.map((row) => ({ ...row, status })) });
  });
  const context = contextFor(api);
  return { seen: await listedElse(context, identify(context, kind, inputs), id), looks, patience: context.patience };
}

describe("a campaign that a read shows at rest", () => {
  it.each<[string, (string | undefined)[]]>([
    ["at rest, too", ["paused"]],
    ["at its end", ["completed"]],
    ["not at all: there is nothing to hold against the read", [undefined]],
  ])("is so where the list shows it %s, by one look", async (_how, statuses) => {
    expect(await listed(...statuses)).toMatchObject({ seen: undefined, looks: 1 });
  });

  it("is so where a list that lags comes to show it", async () => {
    expect(await listed("active", "active", "paused")).toMatchObject({ seen: undefined, looks: 3 });
  });

  it("calls, for all that is known, where the list goes on showing it so", async () => {
    const { seen, looks, patience } = await listed("active");
    expect(seen).toBe("active");
    expect(looks).toBe(patience.pauses.length + 1);
  });
});
