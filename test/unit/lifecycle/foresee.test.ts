/** What a preview knows of a create, by what is live. */
import { wordedForRun } from "../../../provider/runtime/hints";
import { kinds } from "../../../provider/kinds";
import { UNKNOWN } from "../../../provider/values/unknown";
import type { Properties } from "../../../provider/kinds/normalForm";
import { toWire } from "../../../provider/kinds/wire";
import { identify } from "../../../provider/lifecycle/identity";
import { foresee, type Foreseen } from "../../../provider/lifecycle/foresee";
import { checked, contextFor, emulate, leastOf, type TestContext } from "../../support/context";
import { create, diff, ownerOf } from "../../support/lifecycle";
import { emptyMemory, type Memory } from "../../support/memoryStore";
import type { Emulator, WireObject } from "../../../emulator";

const kind = kinds.Campaign;
const declared = { ...leastOf.Campaign, notes: "Customers" };
const inputs = checked(kind, declared);

let emulator: Emulator;
beforeEach(async () => {
  emulator = await emulate({ personality: { campaignListIds: true } });
});
const exists = (changes: WireObject = {}): string =>
  emulator.dashboard.create("Campaign", { ...(toWire(kind, inputs) as WireObject), ...changes })["id"];
const foreseen = (program: Properties = inputs, context: TestContext = contextFor(emulator)) =>
  foresee(context, kind, program, ownerOf("spring"));
const words = async (program: Properties = inputs): Promise<string> =>
  wordedForRun((await foreseen(program))?.text ?? "");
const what = async (program: Properties = inputs): Promise<Foreseen["what"] | undefined> =>
  (await foreseen(program))?.what;

afterEach(() => {
  expect(emulator.requests.filter(({ method }) => method !== "GET")).toEqual([]);
});

it("is nothing where there is none of the name, or the name is not known yet", async () => {
  expect(await what()).toBeUndefined();
  exists();
  expect(await what({ ...inputs, name: UNKNOWN })).toBeUndefined();
});

it("is that an equal one is taken over", async () => {
  const id = exists();
  expect(await foreseen()).toEqual({
    what: "taken over",
    text: `campaign "Spring renewals" in workspace "default" exists already (ID ${id}) and will be taken over, not created.`,
  });
  // What is not known yet is not compared.
  expect(await what({ ...inputs, notes: UNKNOWN })).toBe("taken over");
});

it("is that another one is refused, with the table; or written over, where the program says so", async () => {
  exists({ notes: "Somebody else's" });
  expect(await what()).toBe("refused");
  expect(await words()).toMatch(/notes +"Customers" +"Somebody else's"/);
  expect(await words()).toContain("adopt: true");
  expect(await what({ ...inputs, adopt: true })).toBe("written over");
  expect(await what({ ...inputs, adopt: true, campaignType: "inbound" })).toBe("refused");
});

it("is a refusal where several are called so, or the ID that the program names is not there", async () => {
  exists();
  exists();
  expect(await words()).toContain("There are 2 objects");
  const nobody = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a99";
  expect(await words({ ...inputs, existingId: nobody })).toContain("There is no campaign with the ID");
});

it("is nothing where another resource of the program has it, and is about to give it another name", async () => {
  const id = exists();
  const context = contextFor(emulator);
  diff(context, kind, id, inputs, { ...inputs, name: "Old renewals" }, ownerOf("old"));
  expect(await foreseen(inputs, context)).toBeUndefined();
});

describe("where a run that was cut off has made it", () => {
  const owner = ownerOf("spring");

  /** What it sent, as the ledger knows it; the run that made it was killed before any state held it. */
  async function made(): Promise<{ readonly memory: Memory; readonly id: string }> {
    const memory = emptyMemory();
    const { id } = await create(contextFor(emulator, { memory }), kind, inputs, owner);
    emulator.clearRequests();
    return { memory, id };
  }

  it("is that it is taken over, also if the program was edited since", async () => {
    const { memory } = await made();
    const now = (program: Properties) => foreseen(program, contextFor(emulator, { memory }));
    expect((await now(inputs))?.what).toBe("taken over");
    expect((await now({ ...inputs, notes: "Others" }))?.what).toBe("written over");
    expect((await now({ ...inputs, notes: "Others" }))?.text).toMatch(/notes +"Others" +"Customers"/);
  });

  it("is a refusal where it can only be made anew, or where somebody has changed it", async () => {
    const { memory, id } = await made();
    const now = async (program: Properties) => {
      const found = await foreseen(program, contextFor(emulator, { memory }));
      return [found?.what, wordedForRun(found?.text ?? "")];
    };
    expect(await now({ ...inputs, campaignType: "inbound" })).toEqual([
      "refused",
      expect.stringContaining("without being made anew"),
    ]);
    emulator.dashboard.change("Campaign", id, { notes: "By hand" });
    expect(await now({ ...inputs, notes: "Others" })).toEqual(["refused", expect.stringContaining("adopt: true")]);
  });
});

it("remembers nothing: the create that follows decides by itself", async () => {
  const context = contextFor(await emulate({ personality: { campaignListIds: true } }));
  await foresee(context, kind, inputs, ownerOf("spring"));
  await expect(create(context, kind, inputs, ownerOf("spring"))).resolves.toHaveProperty("id");
});

it("is a refusal where an earlier create of the resource, in another workspace, had no clear outcome", async () => {
  const context = contextFor(emulator, { memory: emptyMemory() });
  const there = identify(context, kind, { ...inputs, workspace: "team-a" });
  context.ledger.begin(context.ledger.begunNow(there, ownerOf("spring"), "|"));
  const refusal = await foreseen(inputs, context);
  expect(refusal?.what).toBe("refused");
  expect(wordedForRun(refusal?.text ?? "")).toMatch(/in another workspace, had no clear outcome/);
  expect((await foreseen({ ...inputs, existingId: "none" }, context))?.what).toBe("refused");
  context.ledger.asked(context.ledger.recall(identify(context, kind, inputs), ownerOf("spring")).elsewhere);
  for (const existingId of ["none", exists()])
    expect((await foreseen({ ...inputs, existingId }, context))?.what).not.toBe("refused");
});
