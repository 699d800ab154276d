/** A campaign that has come to its end, and a program that asks it to call: nothing sets it calling, and that is said. */
import { kinds } from "../../../provider/kinds";
import { meantBy, withUndoneEnd } from "../../../provider/lifecycle/callsNoMore";
import { IGNORED } from "../../../provider/lifecycle/ignored";
import { operationsOf } from "../../../provider/runtime/operations";
import { Session } from "../../../provider/runtime/session";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";
import { create, update } from "../../support/lifecycle";

const kind = kinds.Campaign;
const active = { desiredStatus: "active" };

async function campaign(declared: object) {
  const emulator = await emulate();
  const program = (more: object) => checked(kind, { ...leastOf.Campaign, ...more });
  const { id, state } = await create(contextFor(emulator), kind, program(declared));
  const edit = async (more: object, from: object = state): Promise<readonly string[]> => {
    const context = contextFor(emulator);
    await update(context, kind, id, { ...from }, program(more));
    return context.notes.filter((note) => note.includes("calls nobody again"));
  };
  const end = (): void => void emulator.dashboard.change("Campaign", id, { status: "completed" });
  return { emulator, id, state, program, edit, end };
}

it.each([
  ["paused", { desiredStatus: "paused" }],
  ["left to Callab", {}],
])("an update says so where the campaign was %s, and sets nothing calling", async (_was, declared) => {
  const { emulator, id, edit, end } = await campaign(declared);
  end();
  expect(await edit(active)).toEqual([
    expect.stringMatching(
      /^campaign "Spring renewals" .*has the status "completed", and `desiredStatus: "active"` changes nothing: .*declare a new campaign of another name\.$/,
    ),
  ]);
  expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ status: "completed" });
  const sent = emulator.requests.filter(({ operation }) => operation === "update").map(({ body }) => body);
  expect(sent.filter((body) => (body as { status?: unknown }).status === "active")).toEqual([]);
});

it("an update says nothing where that was asked before, or is not", async () => {
  const { edit, end } = await campaign(active);
  end();
  expect(await edit({ ...active, notes: "New." })).toEqual([]);
  expect(await edit({ desiredStatus: "paused", notes: "New." })).toEqual([]);
});

describe("a comparison that knows it from the state", () => {
  const warned = async (was: object, more: object, status = "completed", note: object = {}): Promise<string[]> => {
    const { id, state, program } = await campaign(was);
    const said: string[] = [];
    const print = (text: string, severity: string): void => void said.push(`${severity}: ${text}`);
    operationsOf(kind, new Session(print)).diff(id, { ...state, status }, { ...program(more), ...note });
    return said;
  };
  const paused = { desiredStatus: "paused" };

  it("warns, and then the update has nothing to add", async () => {
    expect(await warned(paused, active)).toEqual([expect.stringMatching(/^warning: .*calls nobody again/)]);
    const { edit, end, state } = await campaign(paused);
    end();
    expect(await edit(active, { ...state, status: "completed" })).toEqual([]);
  });

  it.each<[string, object, object, string, object]>([
    ["that was asked before", active, { ...active, notes: "New." }, "completed", {}],
    ["it is not over", paused, active, "paused", {}],
    ["it is made anew", paused, { ...active, campaignType: "inbound" }, "completed", {}],
    ["the status is ignored", paused, active, "completed", { [IGNORED]: ["desiredStatus"] }],
  ])("warns of nothing where %s", async (_why, was, more, status, note) => {
    expect(await warned(was, more, status, note)).toEqual([]);
  });
});

describe("whoever was told so by a state that is older than what somebody did by hand", () => {
  const paused = { desiredStatus: "paused" };
  const moved = async (status: string, onDrift = "fail") => {
    const { emulator, id, state, program } = await campaign(paused);
    const seen = { ...state, status: "completed" };
    emulator.dashboard.change("Campaign", id, { status });
    const context = contextFor(emulator, { configuration: { onDrift } });
    const live = () => emulator.dashboard.get("Campaign", id)?.["status"];
    return { context, live, edit: (more: object) => update(context, kind, id, seen, program(more)) };
  };

  it.each(["paused", "failed"])("has it not set calling by the edit: it is %s by now", async (status) => {
    const { edit, live } = await moved(status);
    const { message } = await failureOf(edit(active));
    expect(message).toMatch(/was changed since the last run, and not by this program\. Nothing was written\./);
    expect(message).toMatch(new RegExp(`desiredStatus +"completed" +"${status}"`));
    expect(live()).toBe(status);
  });

  it("has it set calling, and is told, where callab:onDrift is overwrite", async () => {
    const { edit, live, context } = await moved("paused", "overwrite");
    await edit(active);
    expect(live()).toBe("active");
    expect(context.notes.join("\n")).toMatch(/desiredStatus +"completed" +"paused"/);
  });

  it("has edits of something else left alone by it", () => {
    const asking = { state: { status: "completed" }, inputs: active, touched: ["notes"] };
    expect(meantBy(asking)).toEqual(["notes"]);
    expect(withUndoneEnd([], asking, { status: "failed" })).toEqual([]);
  });

  it("goes on where it calls already", async () => {
    const { edit, live } = await moved("active");
    await edit(active);
    expect(live()).toBe("active");
  });

  it("was told as what a run saw last", async () => {
    const { id, state, program } = await campaign(paused);
    const said: string[] = [];
    operationsOf(kind, new Session((text) => void said.push(text))).diff(
      id,
      { ...state, status: "completed" },
      program(active),
    );
    expect(said).toEqual([expect.stringMatching(/had the status "completed" when a run last saw it/)]);
  });
});
