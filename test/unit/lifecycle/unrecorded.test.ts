/** An update whose process was killed before the engine recorded it, seen by the refresh of a later run. */
import type { PersonalityPatch } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import type { Properties } from "../../../provider/kinds/normalForm";
import { read } from "../../../provider/lifecycle/read";
import { checked, contextFor, emulate, leastOf } from "../../support/context";
import { create, diff, ownerOf, update } from "../../support/lifecycle";
import { emptyMemory } from "../../support/memoryStore";

const kind = kinds.Campaign;
const owner = ownerOf("a");
const [agent, other] = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"];

async function campaign(personality: PersonalityPatch = {}) {
  const emulator = await emulate({ personality: { campaignListIds: true, listFields: "brief", ...personality } });
  const memory = emptyMemory();
  const ofRun = () => contextFor(emulator, { memory });
  const program = (declared: object): Properties => checked(kind, { ...leastOf.Campaign, ...declared });
  const { id, state } = await create(ofRun(), kind, program({ aiAgentId: agent }), owner);
  return {
    live: () => emulator.dashboard.get("Campaign", id)?.["ai_agent_id"],
    first: state,
    send: (from: Properties, declared: object) => update(ofRun(), kind, id, from, program(declared), owner),
    refresh: async (from: Properties) => {
      const context = ofRun();
      const found = await read(context, kind, id, from);
      const state = found?.state ?? {};
      const { changes } = diff(contextFor(emulator, { memory }), kind, id, state, program({ aiAgentId: agent }), owner);
      return { state, changes, notes: context.notes };
    },
  };
}

it("is made again by the program that went back, and that is the end of it", async () => {
  const { first, send, refresh, live } = await campaign();
  await send(first, { aiAgentId: other });
  expect(live()).toBe(other);
  const seen = await refresh(first);
  expect(seen.changes).toBe(true);
  expect(seen.notes.join()).toContain("had sent aiAgentId");
  const healed = await send(seen.state, { aiAgentId: agent });
  expect(live()).toBe(agent);
  expect((await refresh(healed)).changes).toBe(false);
  // Also where that was not recorded either.
  expect((await refresh(first)).changes).toBe(false);
});

it("is nothing to speak of where it was recorded, or where the API shows the field", async () => {
  const recorded = await campaign();
  const there = await recorded.send(recorded.first, { aiAgentId: other });
  const back = await recorded.send(there, { aiAgentId: agent });
  expect((await recorded.refresh(back)).changes).toBe(false);

  const shown = await campaign({ listFields: "full" });
  await shown.send(shown.first, { aiAgentId: agent, daysOfWeek: [3] });
  const seen = await shown.refresh(shown.first);
  expect(seen.notes).toEqual([]);
  expect(seen.changes).toBe(true);
});
