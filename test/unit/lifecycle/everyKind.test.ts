/** The whole life of every kind, with every ready-made personality: created, read, edited, drifted, repaired, deleted. */
import { personalities } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { listedKinds } from "../../../provider/kinds/schema";
import { create, deleteObject, update } from "../../support/lifecycle";
import { checked, contextFor, emulate, leastOf } from "../../support/context";
import { kindLife } from "../../support/kindLife";

const names = personalities.map(({ name }) => name).filter((name) => name !== "minimal");

describe.each(listedKinds)("%s", (name) => {
  it.each(names)("lives through the personality %s", async (personality) => {
    const emulator = await emulate({ personality });
    await kindLife(name, emulator, () => contextFor(emulator));
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
