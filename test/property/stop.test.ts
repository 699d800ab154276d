/**
 * The emergency stop, whatever the API does, whatever is wrong with the program, and in whatever order the engine calls: each
 * campaign of the stack is paused, or the run fails and names it. None is ever sent active, and nobody else's is touched.
 */
import fc from "fast-check";
import { randomPersonality, type FaultRule, type WireObject } from "../../emulator";
import { kinds } from "../../provider/kinds";
import type { Properties } from "../../provider/kinds/normalForm";
import { Stop, stopNow, stoppedInputs, withMissed } from "../../provider/lifecycle/stop";
import { checked, contextFor, withEmulator } from "../support/context";
import { create, deleteObject } from "../support/lifecycle";
import { inputsOf, runs } from "./arbitraries";

jest.setTimeout(180_000);

const kind = kinds.Campaign;

const personalities = fc.integer({ min: 0, max: 1_000_000 }).map((seed) =>
  randomPersonality(seed, {
    campaignListIds: true,
    unknownWorkspace: "accepted",
    unknownReferences: "accepted",
    listLagRequests: 0,
    newCampaignStatus: seed % 2 === 0 ? "active" : "paused",
  }),
);

const faults: fc.Arbitrary<readonly FaultRule[]> = fc.array(
  fc.record({
    fault: fc.constantFrom(
      "error500" as const,
      "dropAfter" as const,
      "dropBefore" as const,
      "html" as const,
      "emptyBody" as const,
    ),
    match: fc.record({
      operation: fc.constantFrom("create" as const, "update" as const, "read" as const, "list" as const),
    }),
    nth: fc.integer({ min: 1, max: 4 }),
    times: fc.constantFrom(1, 3, "always" as const),
  }),
  { maxLength: 3 },
);

/** What is with a campaign of the stack when the stop begins. */
const members = fc.array(
  fc.record({
    inputs: inputsOf("Campaign"),
    desiredStatus: fc.constantFrom("active", "paused", undefined),
    live: fc.constantFrom("active", "paused", "completed", undefined),
    byHand: fc.constantFrom<WireObject>({}, { notes: "By hand." }, { call_time_of_day_to: "12:00:00" }),
    leaves: fc.boolean(),
    policy: fc.constantFrom("retain", "pause", "complete", "delete"),
  }),
  { minLength: 1, maxLength: 4 },
);

const isAtRest = (status: unknown): boolean => status === undefined || status === "paused" || status === "completed";

it("pauses every campaign of the stack, or names it", async () => {
  await fc.assert(
    fc.asyncProperty(personalities, members, faults, fc.boolean(), async (personality, stack, rules, isNewThere) => {
      await withEmulator({ seed: 1, personality }, async (emulator) => {
        const stranger = emulator.dashboard.create("Campaign", { name: "Somebody else's", status: "active" });
        const held: { id: string; state: Properties; leaves: boolean }[] = [];
        for (const [index, { inputs, desiredStatus, live, byHand, leaves, policy }] of stack.entries()) {
          const declared = checked(kind, {
            ...inputs,
            name: `Campaign ${index}`,
            workspace: "default",
            deletionPolicy: policy,
            ...(desiredStatus === undefined ? {} : { desiredStatus }),
          });
          const made = await create(
            contextFor(emulator, { configuration: { verifyWrites: "off" } }),
            kind,
            declared,
          ).catch(() => undefined);
          if (made === undefined) continue;
          emulator.dashboard.change("Campaign", made.id, {
            ...byHand,
            ...(live === undefined ? {} : { status: live }),
          });
          held.push({ ...made, leaves });
        }
        const completed = held.filter(({ id }) => emulator.dashboard.get("Campaign", id)?.["status"] === "completed");
        emulator.clearRequests();
        for (const rule of rules) emulator.addFault(rule);

        const context = contextFor(emulator, { configuration: { pauseAll: "true", maxRetries: "1" } });
        const stop = new Stop();
        const failures: string[] = [];
        const inRun = async (work: () => Promise<unknown>): Promise<void> => {
          try {
            await work();
          } catch (failure) {
            failures.push(withMissed(failure, await stop.all()).message);
          }
        };
        const pause =
          ({ id, state }: { id: string; state: Properties }) =>
          () =>
            stopNow(context, kind, id, state);
        const staying = held.filter(({ leaves }) => !leaves);
        for (const member of staying) stop.register(member.id, pause(member));
        // An engine that has heard of a failure begins nothing more: it asks for the first of all alone.
        const [first] = staying;
        if (first !== undefined) await inRun(() => stop.pause(first.id, pause(first)));
        if (failures.length === 0)
          await Promise.all(staying.map((member) => inRun(() => stop.pause(member.id, pause(member)))));
        if (isNewThere) {
          const inputs = stoppedInputs(
            kind,
            undefined,
            { ...stack[0]?.inputs, name: "New", desiredStatus: "active" },
            "default",
          );
          await inRun(() => create(context, kind, inputs));
        }
        for (const { id, state } of held.filter(({ leaves }) => leaves))
          await inRun(() => deleteObject(context, kind, id, state));

        const told = failures.join("\n");
        for (const { id } of held) {
          const status = emulator.dashboard.get("Campaign", id)?.["status"];
          if (!isAtRest(status)) expect(told).toContain(id);
        }
        const made = emulator.dashboard
          .list("Campaign")
          .filter(({ name, status }) => name === "New" && !isAtRest(status));
        if (made.length > 0) expect(told).toContain("New");
        expect(emulator.dashboard.get("Campaign", stranger.id)?.["status"]).toBe("active");
        const writes = emulator.requests.filter(({ operation }) => operation === "update");
        expect(writes.filter(({ body }) => (body as WireObject | null)?.["status"] === "active")).toEqual([]);
        const touched = writes.map(({ path }) => path);
        for (const { id, leaves } of completed)
          if (!leaves && touched.some((path) => path.includes(id)))
            expect(context.notes.join("\n")).toContain(`(ID ${id}) is paused without its status having been seen`);
      });
    }),
    runs(60),
  );
});
