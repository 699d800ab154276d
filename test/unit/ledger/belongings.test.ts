/** What each resource has, by the notes. */
import { Belongings } from "../../../provider/ledger/belongings";
import type { Note } from "../../../provider/ledger/notes";

const [a, b] = ["urn:pulumi:dev::calls::Campaign::a", "urn:pulumi:dev::calls::Campaign::b"] as const;
const step = { key: "k", account: "", owner: a, at: 0, id: "1" } as const;
const made = { ...step, step: "made", run: "r" } as const;
const held = { ...step, step: "held", run: "r", asked: false, mark: "m" } as const;
const wrote = { ...step, step: "wrote", process: "p" } as const;

function idsOf(owner: string, ...notes: readonly Note[]): readonly string[] {
  const belongings = new Belongings();
  for (const note of notes) belongings.learn(note);
  return [...belongings.of(owner)].map(([id]) => id);
}

it.each<[string, readonly Note[], readonly string[]]>([
  ["what it made", [made], ["1"]],
  ["what it took over", [held], ["1"]],
  ["nothing that it may have imported in a preview", [{ ...held, isImport: true }], []],
  [
    "what it imported, and a state was seen to have",
    [
      { ...held, isImport: true },
      { ...step, step: "recorded" },
    ],
    ["1"],
  ],
  ["what it updated", [{ ...wrote, from: "f", to: "t" }], ["1"]],
  ["nothing of which it changed what no state has", [wrote], []],
  ["nothing that another one took over", [made, { ...held, owner: b }], []],
  [
    "what another one has, though it updated that",
    [
      { ...made, owner: b },
      { ...wrote, from: "f", to: "t" },
    ],
    [],
  ],
  ["nothing that is gone", [made, { ...step, step: "gone" }], []],
  ["nothing that it left", [made, { ...step, step: "left" }], []],
  ["what it gave another name", [made, { ...step, step: "gone" }, { ...made, key: "l" }], ["1"]],
])("a resource has %s", (_title, notes, ids) => {
  expect(idsOf(a, ...notes)).toEqual(ids);
});

it("notes what was asked about, until it is heard of anew", () => {
  const belongings = new Belongings();
  const isAsked = (): boolean | undefined => belongings.of(a).get("1")?.isAsked;
  belongings.learn({ ...step, step: "asked" });
  expect(isAsked()).toBeUndefined();
  belongings.learn(made);
  expect(isAsked()).toBe(false);
  belongings.learn({ ...step, step: "asked" });
  expect(isAsked()).toBe(true);
  belongings.learn({ ...step, step: "recorded" });
  expect(isAsked()).toBe(false);
});
