/**
 * No path leads to a campaign that calls with what was not declared: whatever the API drops, whatever it answers, whatever
 * is lost on the way, in creates, take-overs, edits and runs that go on where an earlier one failed.
 */
import fc from "fast-check";
import { randomPersonality, type Emulator, type FaultRule, type Personality, type WireObject } from "../../emulator";
import { kinds } from "../../provider/kinds";
import { isEmpty } from "../../provider/values/empty";
import type { Properties } from "../../provider/kinds/normalForm";
import { fromWire, toWire } from "../../provider/kinds/wire";
import { PartlyUpdated } from "../../provider/lifecycle/created";
import { differences } from "../../provider/lifecycle/adoption";
import { read } from "../../provider/lifecycle/read";
import { checked, contextFor, withEmulator } from "../support/context";
import { create, PartlyCreated, update } from "../support/lifecycle";
import { emptyMemory } from "../support/memoryStore";
import { inputsOf, runs } from "./arbitraries";

jest.setTimeout(120_000);

const kind = kinds.Campaign;
const deciding = kind.written.filter(({ node }) => node.decides !== undefined && node.replaceOnChange !== true);

const personalities = fc
  .record({
    seed: fc.integer({ min: 0, max: 1_000_000 }),
    droppedFields: fc.subarray(
      deciding.filter(({ name }) => !kind.node.required?.includes(name)).map(({ wireName }) => wireName),
    ),
    newCampaignStatus: fc.constantFrom<Personality["newCampaignStatus"]>("active", "paused"),
  })
  .map(({ seed, ...rest }) => ({
    ...randomPersonality(seed, {
      campaignListIds: true,
      unknownWorkspace: "accepted",
      unknownReferences: "accepted",
      listLagRequests: 0,
    }),
    ...rest,
  }));

const faults: fc.Arbitrary<readonly FaultRule[]> = fc.array(
  fc.record({
    fault: fc.constantFrom("error500" as const, "dropAfter" as const, "dropBefore" as const),
    match: fc.record({ operation: fc.constantFrom("create" as const, "update" as const, "read" as const) }),
    nth: fc.integer({ min: 1, max: 3 }),
    times: fc.constantFrom(1, "always" as const),
  }),
  { maxLength: 2 },
);

const steps = fc.array(
  fc.record({
    program: inputsOf("Campaign"),
    faults,
    /** What the API drops from then on: nothing, or what it dropped from the start. */
    drops: fc.boolean(),
    refresh: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
);

/** What the program wants active, and what of it is stored otherwise while the campaign calls. */
function wronglyCalling(emulator: Emulator, declared: Properties): string[] {
  return emulator.dashboard
    .list("Campaign")
    .filter(({ status }) => status === "active")
    .flatMap((stored) =>
      differences(kind, declared, fromWire(kind, withAll(stored))).filter(({ field }) =>
        deciding.some(({ name }) => name === field),
      ),
    )
    .map(({ field, declared: wanted, live }) => `${field}: ${JSON.stringify(wanted)} is ${JSON.stringify(live)}`);
}

/** Deciding fields that an earlier program declared, that this one does not, and that a calling campaign still has. */
const leftOver = (emulator: Emulator, declared: Properties, before: ReadonlySet<string>): string[] =>
  emulator.dashboard
    .list("Campaign")
    .filter(({ status }) => status === "active")
    .flatMap((stored) =>
      deciding.filter(
        ({ name, wireName }) => before.has(name) && declared[name] === undefined && !isEmpty(stored[wireName]),
      ),
    )
    .map(({ name }) => name);

/** What is not stored is shown as nothing. */
const withAll = (stored: WireObject): WireObject => ({
  ...Object.fromEntries(deciding.map(({ wireName }) => [wireName, null])),
  ...stored,
});

it("a campaign that calls is stored as it was declared, in what decides who is called, when and how often", async () => {
  await fc.assert(
    fc.asyncProperty(personalities, steps, fc.boolean(), async (personality, lives, isThere) => {
      await withEmulator({ seed: 1, personality }, async (emulator) => {
        const memory = emptyMemory();
        let held: { id: string; state: Properties } | undefined;
        const declaredBefore = new Set<string>();
        const first = lives[0]?.program ?? {};
        if (isThere)
          emulator.dashboard.create("Campaign", {
            ...toWire(kind, checked(kind, first)),
            time_zone: "Asia/Tokyo",
            status: "paused",
          });
        for (const { program, faults: rules, drops, refresh } of lives) {
          const same = { name: first["name"], workspace: first["workspace"], campaignType: first["campaignType"] };
          const inputs = checked(kind, { ...program, ...same, desiredStatus: "active", adopt: true });
          emulator.setPersonality({ droppedFields: drops ? personality.droppedFields : [] });
          emulator.clearFaults();
          for (const rule of rules) emulator.addFault(rule);
          const context = contextFor(emulator, { memory });
          let isWell = held !== undefined;
          try {
            if (held === undefined) held = await create(context, kind, inputs);
            else {
              if (refresh)
                held = { ...held, state: (await read(context, kind, held.id, held.state))?.state ?? held.state };
              held = { ...held, state: await update(context, kind, held.id, held.state, inputs) };
            }
          } catch (error) {
            isWell = false;
            if (error instanceof PartlyCreated && !error.created.id.includes("id-not-told")) held = error.created;
            else if (error instanceof PartlyUpdated && held !== undefined) held = { ...held, state: error.state };
            // It could not be paused, and the message says so.
            if (error instanceof Error && error.message.includes("may be calling")) continue;
            // Where no answer came, not even which object was made is known, nor how a write ended: the next run sees.
            if (!(error instanceof PartlyCreated || error instanceof PartlyUpdated) || held === undefined) continue;
            // A campaign that was right, and cannot be seen after an edit, goes on until the next run looks; nothing new does.
            if (error instanceof PartlyUpdated && error.state["__unread"] === "open") continue;
          }
          expect(wronglyCalling(emulator, inputs)).toEqual([]);
          // What an earlier program declared and this one does not is gone, where the run says that all is well.
          if (isWell) expect(leftOver(emulator, inputs, declaredBefore)).toEqual([]);
          for (const name of Object.keys(inputs)) declaredBefore.add(name);
        }
      });
    }),
    runs(60),
  );
});
