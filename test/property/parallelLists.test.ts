/**
 * Whatever order the API stores the lists of a campaign in: an edit of another field never changes which source, tag,
 * category, attempts, delay and unit stand together. Where they stand together as declared, the order is no drift.
 */
import fc from "fast-check";
import type { Json, WireObject } from "../../emulator";
import { kinds } from "../../provider/kinds";
import { stableText, type Properties } from "../../provider/kinds/normalForm";
import { toWire } from "../../provider/kinds/wire";
import { read } from "../../provider/lifecycle/read";
import { checked, contextFor, leastOf, withEmulator } from "../support/context";
import { create, update } from "../support/lifecycle";
import { runs } from "./arbitraries";

jest.setTimeout(300_000);

const kind = kinds.Campaign;
const parallel = kind.written.filter(({ node }) => node.parallel === true);
const selecting = parallel.filter(({ node }) => node.decides === "who").map(({ wireName }) => wireName);
const inner = new Map(parallel.map(({ name, wireName }) => [name, wireName]));

/** Few values, so that equal ones are common. */
const entries: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  contactsListSource: fc.constantFrom("web", "manual"),
  contactsListTags: fc.constantFrom("vip", "basic", "new"),
  contactsListCategories: fc.constantFrom("a", "b"),
  numberOfCallAttempts: fc.constantFrom(3, 5),
  retryDelay: fc.constantFrom(60, 600),
  retryDelayUnit: fc.constantFrom("seconds"),
};

/** Some of the lists, each with an entry for each group, or with one for all. */
const groups = fc
  .integer({ min: 1, max: 4 })
  .chain((count) =>
    fc.record(
      Object.fromEntries(
        Object.entries(entries).map(([name, entry]) => [
          name,
          fc.oneof(
            { weight: 4, arbitrary: fc.array(entry, { minLength: count, maxLength: count }) },
            { weight: 1, arbitrary: fc.array(entry, { minLength: 1, maxLength: 1 }) },
          ),
        ]),
      ),
      { requiredKeys: ["contactsListTags"], noNullPrototype: true },
    ),
  );

/** What stands together: a text for each group, in order but where no list selects. A list of one entry is that of all. */
function together(object: Properties): string[] {
  const lists = [...inner.values()].map((name) => (Array.isArray(object[name]) ? (object[name] as Json[]) : []));
  const count = Math.max(...lists.map(({ length }) => length));
  const groups = Array.from({ length: count }, (_, index) =>
    stableText(lists.map((list) => (list.length === 1 ? list[0] : list[index]) ?? null)),
  );
  return selecting.some((name) => ((object[name] as Json[] | null | undefined) ?? []).length > 1)
    ? groups.sort()
    : groups;
}

/** Whether one of the lists that select is the only one with several entries. */
const isSetOf = (lists: Properties): boolean => {
  const long = Object.entries(lists).filter(([, list]) => (list as unknown[]).length > 1);
  return long.length === 1 && selecting.includes(inner.get(long[0]?.[0] ?? "") ?? "");
};

it("never pairs anew, and calls no consistent order drift", async () => {
  await fc.assert(
    fc.asyncProperty(groups, fc.infiniteStream(fc.nat()), fc.boolean(), async (lists, keys, isConsistent) => {
      await withEmulator({ seed: 1, personality: { campaignListIds: true } }, async (emulator) => {
        const context = () => contextFor(emulator);
        const program = checked(kind, { ...leastOf.Campaign, ...lists, desiredStatus: "active" });
        const { id, state } = await create(context(), kind, program);
        const stored = () => emulator.dashboard.get("Campaign", id) ?? ({} as WireObject);
        const declared = together(toWire(kind, program));
        expect(together(stored())).toEqual(declared);

        const sortedBy = <T>(list: readonly T[], order: readonly number[]): T[] =>
          list
            .map((entry, index) => [order[index] ?? 0, entry] as const)
            .sort(([a], [b]) => a - b)
            .map(([, entry]) => entry);
        const draw = (): number[] => Array.from({ length: 4 }, () => keys.next().value as number);
        const shared = draw();
        const moved = Object.entries(lists).map(([name, list]) => [
          inner.get(name) ?? "",
          sortedBy(list ?? [], isConsistent ? shared : draw()),
        ]);
        emulator.dashboard.change("Campaign", id, Object.fromEntries(moved) as Record<string, Json>);
        const found = together(stored());
        const isSame = isSetOf(lists) || stableText(found) === stableText(declared);

        const seen = await read(context(), kind, id, state);
        if (isSame) expect(seen?.inputs).toEqual(program);
        else expect(seen?.inputs).not.toEqual(program);

        const edit = await update(context(), kind, id, state, { ...program, notes: "New." }).then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(edit === undefined).toBe(isSame);
        expect(stored()["notes"]).toBe(isSame ? "New." : "");
        if (!isSetOf(lists)) expect(together(stored())).toEqual(found);
      });
    }),
    runs(60),
  );
});
