/** The whole life of every kind, with every ready-made personality: created, read, edited, drifted, repaired, deleted. */
import { campaignIdsCanBeKnown, personalities, type WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { listedKinds, type ListedKindName } from "../../../provider/kinds/schema";
import { PartlyCreated, create, deleteObject, diff, update } from "../../support/lifecycle";
import { read } from "../../../provider/lifecycle/read";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";

const edits: Readonly<Record<ListedKindName, { readonly program: object; readonly byHand: WireObject }>> = {
  Campaign: { program: { notes: "New.", daysOfWeek: ["sun"] }, byHand: { notes: "By hand." } },
  AiAgent: { program: { description: "New." }, byHand: { description: "By hand." } },
  PhoneNumber: { program: { nickname: "New." }, byHand: { nickname: "By hand." } },
  Webhook: { program: { maxRetries: 2, steps: [{ webhookUrl: "https://example.com/b" }] }, byHand: { max_retries: 9 } },
};

const names = personalities.map(({ name }) => name).filter((name) => name !== "minimal");

describe.each(listedKinds)("%s", (name) => {
  const kind = kinds[name];
  const context = contextFor;

  it.each(names)("lives through the personality %s", async (personality) => {
    const emulator = await emulate({ personality });
    const program = checked(kind, { ...leastOf[name], deletionPolicy: "delete" });
    const edited = checked(kind, { ...program, ...edits[name].program });
    const settled = async (): Promise<void> => {
      const { inventory } = context(emulator);
      for (let turn = 0; turn < 4; turn++) await inventory.list(kind, "default", "now");
    };

    if (name === "Campaign" && !campaignIdsCanBeKnown(emulator.personality)) {
      expect(await failureOf(create(context(emulator), kind, program))).toBeInstanceOf(PartlyCreated);
      expect(emulator.dashboard.ids(name)).toHaveLength(1);
      return;
    }
    const { id, state } = await create(context(emulator), kind, program);
    expect(emulator.dashboard.ids(name)).toEqual([id]);

    const second = await update(context(emulator), kind, id, state, edited);
    await settled();
    const fresh = await read(context(emulator), kind, id, second);
    expect(fresh?.inputs).toEqual(edited);
    expect(diff(context(emulator), kind, id, fresh?.state ?? {}, edited)).toMatchObject({ changes: false });

    emulator.dashboard.change(name, id, edits[name].byHand);
    const drifted = await read(context(emulator), kind, id, fresh?.state ?? {});
    expect(drifted?.inputs).not.toEqual(edited);
    expect(diff(context(emulator), kind, id, drifted?.state ?? {}, edited)).toMatchObject({
      changes: true,
      replaces: [],
    });

    const repaired = await update(context(emulator), kind, id, drifted?.state ?? {}, edited);
    await settled();
    expect((await read(context(emulator), kind, id, repaired))?.inputs).toEqual(edited);

    await deleteObject(context(emulator), kind, id, repaired);
    expect(emulator.dashboard.ids(name)).toEqual([]);
    await settled();
    expect(await read(context(emulator), kind, id, repaired)).toBeUndefined();
    expect(emulator.dashboard.doublesEverMade()).toEqual([]);
  });
});

it("works with nothing but the documented routes, as far as those go", async () => {
  const emulator = await emulate({ personality: "minimal" });
  const kind = kinds.Campaign;
  const { id, state } = await create(
    contextFor(emulator),
    kind,
    checked(kind, { ...leastOf.Campaign, deletionPolicy: "complete" }),
  );
  const edited = checked(kind, { ...leastOf.Campaign, notes: "New.", deletionPolicy: "complete" });
  const next = await update(contextFor(emulator), kind, id, state, edited);
  await deleteObject(contextFor(emulator), kind, id, next);
  expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ notes: "New.", status: "completed" });
});
