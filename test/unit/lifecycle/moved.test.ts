/** An object that is shown in another workspace than it is declared in: nothing is concluded, and nothing written. */
import { kinds } from "../../../provider/kinds";
import { AdoptionRefused } from "../../../provider/lifecycle/adoption";
import { read } from "../../../provider/lifecycle/read";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";
import { create, deleteObject, update } from "../../support/lifecycle";
import { twisted } from "../../support/twist";

/** An API that shows all campaigns in "sales", whatever workspace they were made in. */
async function moved(settings: Readonly<Record<string, string>> = {}) {
  const kind = kinds.Campaign;
  const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true } });
  const program = (more: object = {}) => checked(kind, { ...leastOf.Campaign, ...more });
  const { id, state } = await create(contextFor(emulator), kind, program());
  emulator.clearRequests();
  const api = await twisted(emulator, ({ operation, envelope }) =>
    operation === "read" || operation === "list"
      ? JSON.stringify(envelope).replaceAll('"workspace":"default"', '"workspace":"sales"')
      : undefined,
  );
  const context = contextFor(api, { configuration: settings });
  const writes = () => emulator.requests.filter(({ method }) => method === "POST").length;
  return { kind, emulator, program, id, state, context, writes };
}

it("is told by a refresh: it is nothing that an update repairs", async () => {
  const { context, kind, id, state } = await moved();
  expect(await read(context, kind, id, state)).toMatchObject({ id });
  expect(context.notes.join()).toContain(
    'is shown in the workspace "sales", whose people it calls. Perhaps somebody has moved it.',
  );
});

it("is paused where the program says so, and the run fails", async () => {
  const { context, kind, id, state, program, emulator } = await moved();
  emulator.dashboard.change("Campaign", id, { status: "active" });
  const inputs = program({ desiredStatus: "paused" });
  const { message } = await failureOf(update(context, kind, id, state, inputs));
  expect(message).toMatch(/workspace +"default" +"sales"/);
  expect(emulator.dashboard.list("Campaign")).toMatchObject([{ status: "paused" }]);
});

it("is not written to, nor moved back in silence", async () => {
  const { context, kind, id, state, program, writes } = await moved();
  const { message } = await failureOf(update(context, kind, id, state, program({ notes: "edited" })));
  expect(message).toContain("Nothing was written.");
  expect(writes()).toBe(0);
});

it("is not taken over by its ID", async () => {
  const { context, kind, id, program, writes } = await moved();
  const failure = await failureOf(create(context, kind, program({ existingId: id })));
  expect(failure).toBeInstanceOf(AdoptionRefused);
  expect(failure.message).toMatch(/workspace +"default" +"sales"/);
  expect(writes()).toBe(0);
});

it("is deleted all the same", async () => {
  const { context, kind, id, state, emulator } = await moved();
  await deleteObject(context, kind, id, state);
  expect(emulator.dashboard.list("Campaign")).toEqual([]);
});

it("is written to where writes are verified with warnings, and that is told", async () => {
  const { context, kind, id, state, program, writes } = await moved({ verifyWrites: "warn" });
  await update(context, kind, id, state, program({ notes: "edited" }));
  expect(writes()).toBe(1);
  expect(context.notes.join()).toContain('is shown in the workspace "sales"');
});
