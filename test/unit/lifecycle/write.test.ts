/** What a write sends, and what an answer to it shows of the object. */
import { kinds } from "../../../provider/kinds";
import { toWire } from "../../../provider/kinds/wire";
import { identify } from "../../../provider/lifecycle/identity";
import { objectIn, writeAll } from "../../../provider/lifecycle/write";
import { checked, contextFor, emulate, leastOf } from "../../support/context";

const { Campaign } = kinds;

it("an answer shows the one object in it, or nothing", () => {
  const id = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01";
  expect(objectIn(Campaign, { id, name: "Spring", contacts_list_tags: ["vip"] })).toMatchObject({
    id,
    fields: { name: "Spring", contactsListTags: ["vip"] },
  });
  for (const data of ["done", null, 1, undefined])
    expect(objectIn(Campaign, data)).toEqual({ id: undefined, fields: {} });
});

it("the full state is sent, with the status and null for what is cleared where that is said", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true } });
  const context = contextFor(emulator);
  const inputs = checked(Campaign, leastOf.Campaign);
  const identity = identify(context, Campaign, inputs);
  const { id } = emulator.dashboard.create("Campaign", { ...toWire(Campaign, inputs), notes: "x" });
  const listed = async (): Promise<unknown> =>
    (await context.inventory.list(Campaign, "default", "afterWrites")).objects[0]?.fields["notes"];
  expect(await listed()).toBe("x");
  const making = { identity, inputs: { ...inputs, notes: "y" }, owner: undefined };
  await writeAll(context, making, id, { status: "paused", cleared: ["startedAt"] });
  expect(emulator.requests.at(-1)?.body).toMatchObject({ notes: "y", status: "paused", started_at: null });
  // Whoever looks at the list after a write sees what was written.
  expect(await listed()).toBe("y");
});
