/** What a write sends, and what an answer to it shows of the object. */
import { kinds } from "../../../provider/kinds";
import { toWire } from "../../../provider/kinds/wire";
import { identify } from "../../../provider/lifecycle/identity";
import { objectIn, writeAll } from "../../../provider/lifecycle/write";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";

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

describe("another try of an update that was not answered", () => {
  /** The first try is not done; then somebody, or the run itself, changes the status. */
  const tried = async (sent: string, from: string, then: string, isUnseen = false) => {
    const emulator = await emulate({ personality: { campaignListIds: true } });
    const inputs = checked(Campaign, leastOf.Campaign);
    const { id } = emulator.dashboard.create("Campaign", { ...toWire(Campaign, inputs), status: from });
    emulator.addFault({ fault: "unavailable", match: { operation: "update" } });
    if (isUnseen)
      for (const operation of ["read", "list"] as const)
        emulator.addFault({ fault: "unavailable", match: { operation }, times: "always" });
    const context = contextFor(emulator, {
      client: {
        sleep: () => {
          emulator.dashboard.change("Campaign", id, { status: then });
          return Promise.resolve();
        },
      },
    });
    const making = { identity: identify(context, Campaign, inputs), inputs, owner: undefined };
    const failure = await failureOf(writeAll(context, making, id, { status: sent, from })).catch(() => undefined);
    const tries = emulator.requests.filter(({ operation }) => operation === "update").length;
    return { failure, tries, status: emulator.dashboard.get("Campaign", id)?.["status"], notes: context.notes };
  };

  it.each([
    ["active", "active", "completed"],
    ["active", "active", "paused"],
    ["active", "active", "stopped"],
    ["active", "paused", "completed"],
    ["paused", "active", "completed"],
  ])("with the status %s (before: %s) is not made once the campaign is %s", async (sent, from, then) => {
    const { failure, tries, status, notes } = await tried(sent, from, then);
    expect(failure?.message).toContain("HTTP 503");
    expect(tries).toBe(1);
    expect(status).toBe(then);
    expect(notes.join()).toContain(`is ${then} by now, while an update of it was under way. It was not sent again.`);
  });

  it.each([
    ["active", "active", "active"],
    ["active", "paused", "paused"],
    ["paused", "active", "active"],
    ["completed", "completed", "completed"],
  ])("with the status %s (before: %s) is made while it is %s", async (sent, from, then) => {
    const { failure, tries, status } = await tried(sent, from, then);
    expect(failure).toBeUndefined();
    expect(tries).toBe(2);
    expect(status).toBe(sent);
  });

  it("is made unseen for a pause, and never to have a campaign call", async () => {
    expect(await tried("paused", "active", "active", true)).toMatchObject({ tries: 2, status: "paused" });
    expect(await tried("active", "active", "paused", true)).toMatchObject({ tries: 1, status: "paused" });
  });
});
