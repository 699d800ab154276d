/**
 * Whatever valid inputs, whatever kind, whichever way the API settles its contradictions, and whatever it does to values:
 * create makes exactly one object, reading it back invents no drift, and the same program run again changes nothing.
 */
import fc from "fast-check";
import { randomPersonality, type Emulator, type Personality } from "../../emulator";
import { kinds } from "../../provider/kinds";
import type { Kind } from "../../provider/kinds/kind";
import type { Properties } from "../../provider/kinds/normalForm";
import { listedKinds, type ListedKindName } from "../../provider/kinds/schema";
import { PartlyCreated, create, diff, type Created } from "../support/lifecycle";
import { isPlaceholder } from "../../provider/lifecycle/identity";
import { read } from "../../provider/lifecycle/read";
import { checked, contextFor, withEmulator } from "../support/context";
import { emptyMemory } from "../support/memoryStore";
import { inputsOf, runs } from "./arbitraries";
import { habits, withHabits } from "./habits";

/** Whether an answer of create or the list tells the ID, with which everything else works. */
function idCanBeKnown(kind: ListedKindName, personality: Personality): boolean {
  const told = (data: string): boolean => data === "id" || data === "object";
  switch (kind) {
    case "Campaign":
      return personality.campaignListIds || told(personality.campaignCreateData);
    case "AiAgent":
      return personality.agentListIds || told(personality.otherCreateData);
    case "PhoneNumber":
      return personality.phoneNumberIds || told(personality.otherCreateData);
    case "Webhook":
      return true;
  }
}

/** What the inputs refer to, so that an API that looks finds it. */
function makeSurroundings(emulator: Emulator, inputs: Record<string, unknown>): void {
  const { workspace, aiAgentId, webhookId, inboundPhoneNumberId, outboundPhoneNumberId } = inputs;
  const make = (kind: "AiAgent" | "Webhook" | "PhoneNumber", id: unknown): void => {
    if (typeof id !== "string" || emulator.dashboard.get(kind, id) !== undefined) return;
    emulator.dashboard.create(kind, { id, [kind === "PhoneNumber" ? "phone_number" : "name"]: `another ${id}` });
  };
  if (workspace !== "default")
    emulator.dashboard.create("Workspace", {
      workspace_name: String(workspace),
      workspace_slug: String(workspace),
    });
  make("AiAgent", aiAgentId);
  make("Webhook", webhookId);
  make("PhoneNumber", inboundPhoneNumberId);
  make("PhoneNumber", outboundPhoneNumberId);
}

/** Lists that lag behind catch up: time goes by between two runs. */
async function timePasses(emulator: Emulator, kind: Kind, workspace: string): Promise<void> {
  const { inventory } = contextFor(emulator);
  for (let turn = 0; turn < 4; turn++) await inventory.list(kind, workspace, "now");
}

/** One program through its life: first run, second run, and a run after the state was lost. */
async function liveThrough(emulator: Emulator, kind: Kind, program: Properties): Promise<void> {
  const { personality } = emulator;
  const objects = (): string[] => emulator.dashboard.ids(kind.name);
  const inputs = checked(kind, program);
  makeSurroundings(emulator, inputs);
  const others = objects().length;
  const memory = emptyMemory();
  const createOnce = async (): Promise<Created> => {
    const created = await create(contextFor(emulator, { memory }), kind, inputs).catch((failure: unknown) => {
      if (failure instanceof PartlyCreated) return failure.created;
      throw failure;
    });
    expect(objects()).toHaveLength(others + 1);
    return created;
  };

  const created = await createOnce();
  expect(!isPlaceholder(created.id)).toBe(idCanBeKnown(kind.name as ListedKindName, personality));
  if (!isPlaceholder(created.id)) {
    expect(emulator.dashboard.get(kind.name, created.id)).toBeDefined();
    expect(diff(contextFor(emulator), kind, created.id, created.state, inputs)).toMatchObject({ changes: false });

    await timePasses(emulator, kind, String(inputs["workspace"]));
    const found = await read(contextFor(emulator), kind, created.id, created.state);
    expect(found?.inputs).toEqual(inputs);
    const after = diff(contextFor(emulator), kind, created.id, found?.state ?? {}, inputs);
    expect(after).toMatchObject({ changes: false, replaces: [] });
  }

  // The state was lost: the same program finds its object again and makes no second one.
  const again = await createOnce();
  if (!isPlaceholder(again.id)) expect(again.id).toBe(created.id);
  expect(emulator.dashboard.doublesEverMade()).toEqual([]);
}

const personalities = fc.integer({ min: 0, max: 1_000_000 });

describe.each(listedKinds)("%s", (name) => {
  const kind = kinds[name];

  it("is created once, read back without drift, and left alone by the next run", async () => {
    await fc.assert(
      fc.asyncProperty(inputsOf(name), personalities, habits, async (program, seed, patch) => {
        // A list of numbers for one workspace only is not asked for by workspace: such numbers live in the default one.
        const drawn = withHabits(randomPersonality(seed), patch);
        const personality: Personality = name === "PhoneNumber" ? { ...drawn, phoneNumberFilter: "ignored" } : drawn;
        await withEmulator({ seed: 1, personality }, (emulator) => liveThrough(emulator, kind, program));
      }),
      runs(150),
    );
  }, 600_000);
});
