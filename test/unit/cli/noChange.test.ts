/** What an export is for: the program and the import file say the same, so that a preview shows no change. */
import { personalities, randomPersonality, type Emulator, type PersonalitySpec } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { rules } from "../../../provider/kinds/rules";
import type { KindName } from "../../../provider/kinds/schema";
import { check } from "../../../provider/lifecycle/check";
import { drift } from "../../../provider/lifecycle/drift";
import { readLive } from "../../../provider/api/object";
import { declaredIn } from "../../../provider/lifecycle/state";
import { changes, opened } from "./changes";
import { evaluate } from "./evaluate";
import { emulatorWith, exportAnswered, exportFrom, importFile, textOf } from "./exported";
import { idOf, stepWithCredentials, type Size } from "./seed";

jest.setTimeout(60_000);

let emulator: Emulator;
afterEach(() => emulator.close());

it("has nothing in it that a preview would warn of: 12 ordinary campaigns", async () => {
  emulator = await emulatorWith("documented", 44);
  const exported = await exportAnswered(emulator);
  const ids = new Map(importFile(exported).resources.map(({ name, id }) => [name, id]));
  const secrets = JSON.parse(textOf(exported, "secrets.json")) as Record<string, string>;
  const campaigns = evaluate(exported.files, { ids, secrets }).filter(({ kind }) => kind === "Campaign");
  expect(campaigns.length).toBeGreaterThanOrEqual(12);
  const told = campaigns.flatMap(({ args }) =>
    check(kinds.Campaign, args, { workspace: "default", now: new Date() }).diagnostics.filter(
      ({ rule }) => rules.get(rule)?.isOfCreate !== true,
    ),
  );
  expect(told).toEqual([]);
});

const writes = (): string[] => emulator.requests.filter(({ method }) => method !== "GET").map(({ path }) => path);

const random = Array.from({ length: 12 }, (_, index) => [`random ${index}`, randomPersonality(index)] as const);
const presets = personalities.map(({ name }) => [name, name] as const);

test.each<readonly [string, PersonalitySpec]>([...presets, ...random])(
  "an API that is %s: no change for 1 and for 12 objects, and only GET requests",
  async (_, personality) => {
    for (const size of [1, 12] as const) {
      emulator = await emulatorWith(personality, size);
      const exported = await exportAnswered(emulator);
      expect(exported.incomplete).toBe(0);
      expect(Object.values(exported.counts).reduce((sum, count) => sum + count, 0)).toBe(size);
      expect(changes(exported)).toEqual([]);
      expect(writes()).toEqual([]);
      await emulator.close();
    }
  },
);

test("an API whose webhooks hold credentials in addresses, parameters and bodies: no change", async () => {
  emulator = await emulatorWith("open", 12);
  emulator.dashboard.change("Webhook", idOf("Webhook", 0), { steps: [stepWithCredentials] });
  const exported = await exportAnswered(emulator);
  expect(exported.secretKeys.length).toBeGreaterThan(4);
  expect(changes(exported)).toEqual([]);
});

test.each(["documented", "terse", "odd", "open"])(
  "an API that is %s: no change for 300 objects",
  async (personality) => {
    emulator = await emulatorWith(personality, 300);
    expect(changes(await exportAnswered(emulator))).toEqual([]);
    expect(writes()).toEqual([]);
  },
);

/** An API that adds keys of its own and masks secrets shows what is not there: an export cannot know better. */
const truthful = presets.filter(([name]) => name !== "every-habit");

test.each<readonly [string, PersonalitySpec]>([...truthful, ...random.slice(0, 6)])(
  "an API that is %s: what is imported is what is really there",
  async (_, personality) => {
    emulator = await emulatorWith(personality, 12);
    const exported = await exportAnswered(emulator);
    for (const { type, id, outputs } of importFile(exported).resources) {
      const kind = kinds[type.split(":").at(-1) as KindName];
      const truth = emulator.dashboard.get(kind.name, id);
      if (truth === undefined) throw new Error(`no ${kind.name} has the ID ${id}`);
      const live = readLive(kind, truth).fields;
      const found = drift(kind, declaredIn(kind, opened(outputs)), live);
      expect(found.filter((entry) => entry.class === "configuration")).toEqual([]);
    }
  },
);

// Four lists and a read or two. A list that is as long as a page may be is asked for two pages more.
test.each<readonly [string, Size, number]>([
  ["documented", 300, 14],
  ["open", 300, 14],
  ["lagging", 12, 6],
])("an API that is %s with %d objects: at most %d requests", async (personality, size, most) => {
  emulator = await emulatorWith(personality, size);
  await exportFrom(emulator);
  expect(emulator.requests.length).toBeLessThanOrEqual(most);
});
