/**
 * From any valid program to any other, and from any edit at the dashboard back: one update is enough, nothing is lost on
 * the way, and what the API shows in another spelling is never taken for an edit.
 */
import fc from "fast-check";
import { isDeepStrictEqual } from "node:util";
import { randomPersonality, type Emulator, type Json, type Personality } from "../../emulator";
import { kinds } from "../../provider/kinds";
import type { Kind } from "../../provider/kinds/kind";
import type { Properties } from "../../provider/kinds/normalForm";
import { listedKinds } from "../../provider/kinds/schema";
import { toWire } from "../../provider/kinds/wire";
import { create, deleteObject, diff, update } from "../support/lifecycle";
import { read } from "../../provider/lifecycle/read";
import { checked, contextFor, withEmulator } from "../support/context";
import { emptyMemory } from "../support/memoryStore";
import { inputsOf, runs } from "./arbitraries";
import { editable, edited, habits, withHabits } from "./habits";

/** Everything that is random about an API which tells IDs and takes any reference. */
const personalities = fc.tuple(fc.integer({ min: 0, max: 1_000_000 }), habits).map(([seed, patch]): Personality => {
  const personality = randomPersonality(seed, {
    campaignListIds: true,
    phoneNumberIds: true,
    agentListIds: true,
    unknownWorkspace: "accepted",
    unknownReferences: "accepted",
    phoneNumberFilter: "ignored",
  });
  return withHabits(personality, patch);
});

async function settled(emulator: Emulator, kind: Kind, workspace: unknown): Promise<void> {
  const { inventory } = contextFor(emulator);
  for (let turn = 0; turn < 4; turn++) await inventory.list(kind, String(workspace), "now");
}

describe.each(listedKinds)("%s", (name) => {
  const kind = kinds[name];
  const fixed = kind.inputs.filter((field) => field.node.replaceOnChange === true).map((field) => field.name);

  it("becomes any other program with one update, and comes back from any edit by hand", async () => {
    await fc.assert(
      fc.asyncProperty(
        inputsOf(name),
        inputsOf(name),
        inputsOf(name),
        personalities,
        async (first, second, byHand, personality) => {
          await withEmulator({ seed: 1, personality }, async (emulator) => {
            const memory = emptyMemory();
            const context = () => contextFor(emulator, { memory });
            const before = checked(kind, first);
            const stay: Properties = Object.fromEntries(fixed.map((field) => [field, before[field]]));
            const after = checked(kind, { ...second, ...stay });
            const { id, state } = await create(context(), kind, before);
            const next = await update(context(), kind, id, state, after);
            expect(diff(context(), kind, id, next, after)).toMatchObject({ changes: false, replaces: [] });
            await settled(emulator, kind, after["workspace"]);
            const found = await read(context(), kind, id, next);
            expect(found?.inputs).toEqual(after);

            const edit = toWire(kind, checked(kind, { ...byHand, ...stay, [kind.naturalKey]: after[kind.naturalKey] }));
            emulator.dashboard.change(name, id, edit as Record<string, Json>);
            const drifted = await read(context(), kind, id, found?.state ?? {});
            expect(drifted).toBeDefined();
            const repaired = await update(context(), kind, id, drifted?.state ?? {}, after);
            await settled(emulator, kind, after["workspace"]);
            expect((await read(context(), kind, id, repaired))?.inputs).toEqual(after);

            expect(emulator.dashboard.ids(name)).toEqual([id]);
            expect(emulator.dashboard.doublesEverMade()).toEqual([]);
            await deleteObject(context(), kind, id, { ...repaired, deletionPolicy: "delete" });
            expect(emulator.dashboard.ids(name)).toEqual([]);
          });
        },
      ),
      runs(60),
    );
  }, 600_000);

  it("shows any edit by hand, of any field that the API shows, and nothing else; and repairs it", async () => {
    await fc.assert(
      fc.asyncProperty(inputsOf(name), personalities, fc.nat(), async (program, personality, pick) => {
        await withEmulator({ seed: 1, personality }, async (emulator) => {
          const memory = emptyMemory();
          const context = () => contextFor(emulator, { memory });
          const inputs = checked(kind, program);
          const fields = editable(kind, inputs);
          const field = fields[pick % Math.max(fields.length, 1)];
          if (field === undefined) return;
          const { id, state } = await create(context(), kind, inputs);
          const value = edited(field.node, toWire(kind, inputs)[field.wireName] as Json);
          if (value === undefined) return;
          emulator.dashboard.change(name, id, { [field.wireName]: value });
          await settled(emulator, kind, inputs["workspace"]);

          const found = await read(context(), kind, id, state);
          const changed = kind.written.filter((one) => !isDeepStrictEqual(found?.inputs[one.name], inputs[one.name]));
          expect(changed.map((one) => one.name)).toEqual([field.name]);
          expect(JSON.stringify(found?.inputs)).not.toContain("********");

          const repaired = await update(context(), kind, id, found?.state ?? {}, inputs);
          await settled(emulator, kind, inputs["workspace"]);
          expect((await read(context(), kind, id, repaired))?.inputs).toEqual(inputs);
        });
      }),
      runs(100),
    );
  }, 600_000);
});
