/**
 * The whole life of an object of a kind: created, read, edited, drifted, repaired, deleted, each by a process of its own.
 * Throws where something is not as it must be.
 */
import { campaignIdsCanBeKnown, type Emulator, type WireObject } from "../../emulator";
import { kinds } from "../../provider/kinds";
import type { ListedKindName } from "../../provider/kinds/schema";
import { read } from "../../provider/lifecycle/read";
import { checked, failureOf, leastOf, type TestContext } from "./context";
import { PartlyCreated, create, deleteObject, diff, update } from "./lifecycle";

const edits: Readonly<Record<ListedKindName, { readonly program: object; readonly byHand: WireObject }>> = {
  Campaign: { program: { notes: "New.", daysOfWeek: ["sun"] }, byHand: { notes: "By hand." } },
  AiAgent: { program: { description: "New." }, byHand: { description: "By hand." } },
  PhoneNumber: { program: { nickname: "New." }, byHand: { nickname: "By hand." } },
  Webhook: { program: { maxRetries: 2, steps: [{ webhookUrl: "https://example.com/b" }] }, byHand: { max_retries: 9 } },
};

/** @param context gives the next process */
export async function kindLife(name: ListedKindName, emulator: Emulator, context: () => TestContext): Promise<void> {
  const kind = kinds[name];
  const program = checked(kind, { ...leastOf[name], deletionPolicy: "delete" });
  const edited = checked(kind, { ...program, ...edits[name].program });
  const settled = async (): Promise<void> => {
    const { inventory } = context();
    for (let turn = 0; turn < 4; turn++) await inventory.list(kind, "default", "now");
  };

  if (name === "Campaign" && !campaignIdsCanBeKnown(emulator.personality)) {
    expect(await failureOf(create(context(), kind, program))).toBeInstanceOf(PartlyCreated);
    expect(emulator.dashboard.ids(name)).toHaveLength(1);
    return;
  }
  const { id, state } = await create(context(), kind, program);
  expect(emulator.dashboard.ids(name)).toEqual([id]);

  const second = await update(context(), kind, id, state, edited);
  await settled();
  const fresh = await read(context(), kind, id, second);
  expect(fresh?.inputs).toEqual(edited);
  expect(diff(context(), kind, id, fresh?.state ?? {}, edited)).toMatchObject({ changes: false });

  emulator.dashboard.change(name, id, edits[name].byHand);
  const drifted = await read(context(), kind, id, fresh?.state ?? {});
  expect(drifted?.inputs).not.toEqual(edited);
  expect(diff(context(), kind, id, drifted?.state ?? {}, edited)).toMatchObject({
    changes: true,
    replaces: [],
  });

  const repaired = await update(context(), kind, id, drifted?.state ?? {}, edited);
  await settled();
  expect((await read(context(), kind, id, repaired))?.inputs).toEqual(edited);

  await deleteObject(context(), kind, id, repaired);
  expect(emulator.dashboard.ids(name)).toEqual([]);
  await settled();
  expect(await read(context(), kind, id, repaired)).toBeUndefined();
  expect(emulator.dashboard.doublesEverMade()).toEqual([]);
}
