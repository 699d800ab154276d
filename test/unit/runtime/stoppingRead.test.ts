/** What a refresh makes of a state in a run that is an emergency stop: nothing that could keep a campaign from its pause. */
import { kinds } from "../../../provider/kinds";
import { OWNER } from "../../../provider/lifecycle/state";
import { operationsOf, type Operations } from "../../../provider/runtime/operations";
import { Session } from "../../../provider/runtime/session";
import { stoppingRead } from "../../../provider/runtime/stoppingRead";
import { checked, configurationFor, contextFor, emulate, leastOf } from "../../support/context";
import { create, ownerOf } from "../../support/lifecycle";
import { emptyPulumiHome } from "../../support/pulumiHome";

emptyPulumiHome();
afterEach(() => void jest.useRealTimers());

const kind = kinds.Campaign;
const inputs = checked(kind, leastOf.Campaign);
const owner = ownerOf("a");
const id = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01";
const state = { ...inputs, status: "active", [OWNER]: owner };
const asItWas = { id, state, inputs: { ...inputs, [OWNER]: owner } };

function reading(ordinary: Operations["read"]) {
  const notes: string[] = [];
  const session = new Session((text) => void notes.push(text));
  return { notes, read: stoppingRead(kind, session, ordinary) };
}

async function refreshed(isStop: boolean): Promise<unknown> {
  const emulator = await emulate();
  const made = await create(contextFor(emulator), kind, inputs, owner);
  emulator.addFault({ fault: "error500", match: { operation: "list" }, times: "always" });
  const session = new Session(() => undefined);
  const settings: Readonly<Record<string, string>> = {
    apiToken: emulator.token,
    baseUrl: configurationFor(emulator).baseUrl,
    maxRetries: "0",
    ...(isStop ? { pauseAll: "true" } : {}),
  };
  session.configure((key) => settings[key]);
  const before = { ...made.state, [OWNER]: owner };
  const found = await operationsOf(kind, session).read(made.id, before);
  expect(found?.state).toEqual(before);
  return found?.inputs;
}

it("stays as it is where the list cannot be read, which fails any other refresh", async () => {
  expect(await refreshed(true)).toEqual(asItWas.inputs);
  await expect(refreshed(false)).rejects.toThrow("HTTP 500");
});

it("stays as it is where the campaign is not seen: it may be there, and calling", async () => {
  expect(await reading(() => Promise.resolve(undefined)).read(id, state)).toEqual(asItWas);
});

it("is what is live where that is seen", async () => {
  const live = { id, state: { ...state, status: "paused" }, inputs };
  expect(await reading(() => Promise.resolve(live)).read(id, state)).toBe(live);
});

it("waits for half a minute in all, however many campaigns there are", async () => {
  jest.useFakeTimers();
  const { read } = reading(() => new Promise(() => undefined));
  const first = read(id, state);
  await jest.advanceTimersByTimeAsync(30_000);
  expect(await first).toEqual(asItWas);
  expect(await read(id, state)).toEqual(asItWas);
});

it("tells once why it could not look, without what is secret", async () => {
  const secret = { ...state, __secrets: ["notes"], notes: "for the chairman" };
  const { notes, read } = reading(() => Promise.reject(new Error('HTTP 500: "for the chairman"')));
  await read(id, secret);
  await read(id, secret);
  expect(notes).toEqual([
    'The refresh of an emergency stop leaves as it is what it cannot look at. First that was campaign "Spring renewals" in workspace "default": HTTP 500: "[secret]"',
  ]);
});

it("ends with a run that is cancelled", async () => {
  const { read } = reading(() => new Promise(() => undefined));
  await expect(read(id, state, AbortSignal.abort(new Error("the run was cancelled")))).rejects.toThrow("cancelled");
});
