/** Objects of others: whatever an API answers, and whatever the notes say, nothing is done to what does not carry our mark. */
import type { Emulator } from "../../../emulator";
import type { TryNote } from "../../../provider/cli/doctor/learn/tryNotes";
import { newMark } from "../../../provider/cli/doctor/learn/throwAways";
import { emulate, now, serve } from "../../support/context";
import { everything, fill } from "./account";
import { learnByWrites, notesInMemory } from "./learner";

jest.setTimeout(60_000);

const untouched = (emulator: Emulator, before: ReadonlyMap<string, string>): void => {
  const after = everything(emulator);
  for (const [id, object] of before) expect(after.get(id)).toBe(object);
  const writes = emulator.requests.filter(({ method }) => method !== "GET");
  for (const id of before.keys()) expect(writes.filter(({ path }) => path.includes(id))).toEqual([]);
};

/** An API that answers a create with the ID of somebody's object: a mix-up, or a cache before it. */
async function mixedUp(
  emulator: Emulator,
  kind: "Campaign" | "AiAgent" | "Webhook",
): Promise<{ url: string; token: string }> {
  const [theirs = ""] = emulator.dashboard.ids(kind);
  const url = await serve(async ({ method = "", url: path = "", headers }, body) => {
    const answer = await fetch(`${emulator.url}${path.replace(/^\/v1/, "")}`, {
      method,
      headers: { authorization: headers.authorization ?? "" },
      ...(body === "" ? {} : { body }),
    });
    const text = await answer.text();
    const data = kind === "Campaign" ? theirs : { id: theirs, name: "somebody's" };
    const paths = { Campaign: "/v1/campaigns/create", AiAgent: "/v1/ai-agent/create", Webhook: "/v1/webhooks/create" };
    return path === paths[kind] ? { text: JSON.stringify({ status: "ok", message: "", data }) } : { text };
  });
  return { url, token: emulator.token };
}

test.each(["Campaign", "AiAgent", "Webhook"] as const)(
  "the answer to a create of a %s tells the ID of somebody's",
  async (kind) => {
    const emulator = await emulate({ personality: { campaignListIds: true } });
    fill(emulator);
    const before = everything(emulator);
    await learnByWrites(await mixedUp(emulator, kind));
    untouched(emulator, before);
  },
);

test("notes that name somebody's object, whose name has no mark, remove nothing", async () => {
  const emulator = await emulate({ personality: "open" });
  fill(emulator);
  const before = everything(emulator);
  const note = (kind: TryNote["kind"]): TryNote => ({
    mark: newMark(Math.random),
    kind,
    workspace: "default",
    account: "account",
    at: 0,
    ids: emulator.dashboard.ids(kind),
    isOpen: true,
  });
  const kept = new Map((["Campaign", "AiAgent", "Webhook"] as const).map(note).map((each) => [each.mark, each]));
  const { leftovers } = await learnByWrites(emulator, {}, notesInMemory(kept));
  expect([leftovers, kept.size]).toEqual([[], 0]);
  untouched(emulator, before);
});

test("an object of a mark that is not in the notes is somebody's, and stays", async () => {
  const emulator = await emulate({ personality: "open" });
  emulator.dashboard.create("AiAgent", { name: `${newMark(Math.random)} try`, prompt: "p" });
  const before = everything(emulator);
  await learnByWrites(emulator);
  untouched(emulator, before);
});

test.each([
  ["whose ID was told", true],
  ["whose answer was lost", false],
])(
  "an object of a killed run %s, and which the list does not show yet, is waited for and removed",
  async (_title, isTold) => {
    const emulator = await emulate({ clock: now, personality: { listLagMs: 8_000 } });
    const mark = newMark(Math.random);
    const answer = await fetch(`${emulator.url}/webhooks/create`, {
      method: "POST",
      headers: { authorization: `Bearer ${emulator.token}` },
      body: JSON.stringify({ name: mark }),
    });
    const { data } = (await answer.json()) as { readonly data: { readonly id: string } };
    const note: TryNote = {
      mark,
      kind: "Webhook",
      workspace: "default",
      account: "account",
      at: now(),
      ids: isTold ? [data.id] : [],
      isOpen: !isTold,
    };
    const kept = new Map<string, TryNote>([[mark, note]]);
    const { leftovers, problems } = await learnByWrites(emulator, {}, notesInMemory(kept));
    expect([emulator.dashboard.ids("Webhook"), leftovers, problems, kept.size]).toEqual([[], [], [], 0]);
  },
);
