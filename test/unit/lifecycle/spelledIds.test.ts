/** An API that shows its UUIDs in capitals, while programs, notes and the engine have them in either letter case. */
import type { Emulator } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { newSince, takeCensus } from "../../../provider/ledger/census";
import { keyOf } from "../../../provider/ledger/ledger";
import { identify } from "../../../provider/lifecycle/identity";
import { Stop, stopNow } from "../../../provider/lifecycle/stop";
import { TwoResources } from "../../../provider/lifecycle/takeOver";
import { accountMark } from "../../../provider/configuration";
import {
  checked,
  configurationFor,
  contextFor,
  emulate,
  failureOf,
  leastOf,
  serve,
  type Api,
} from "../../support/context";
import { create, deleteObject, diff, ownerOf, update } from "../../support/lifecycle";
import { emptyMemory } from "../../support/memoryStore";

const kind = kinds.Campaign;
const [a, b] = [ownerOf("a"), ownerOf("b")];
const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** It takes IDs in any letter case. */
async function inCapitals(emulator: Emulator): Promise<Api> {
  const url = await serve(async (request, body) => {
    const path = (request.url ?? "").replace(uuids, (id) => id.toLowerCase());
    const answer = await fetch(new URL(path, emulator.url), {
      method: request.method ?? "GET",
      headers: { authorization: request.headers.authorization ?? "", "content-type": "application/json" },
      ...(body === "" ? {} : { body }),
    });
    const text = await answer.text();
    return { status: answer.status, text: text.replace(uuids, (id) => id.toUpperCase()) };
  });
  return { url, token: emulator.token, mark: accountMark(configurationFor(emulator)) };
}

async function stage() {
  const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true } });
  const api = await inCapitals(emulator);
  const memory = emptyMemory();
  const run = (configuration: Readonly<Record<string, string>> = {}) => contextFor(api, { memory, configuration });
  const inputs = checked(kind, leastOf.Campaign);
  const made = await create(run(), kind, inputs, a);
  expect(made.id).toBe(made.id.toUpperCase());
  emulator.clearRequests();
  return {
    emulator,
    run,
    inputs,
    ...made,
    named: checked(kind, { ...leastOf.Campaign, notes: "b's", existingId: made.id.toLowerCase() }),
    live: () => emulator.dashboard.list("Campaign"),
    writes: () => emulator.requests.filter(({ method }) => method !== "GET").map(({ operation }) => operation),
  };
}

it("what one resource has is another one's by no other spelling of its ID", async () => {
  const { run, id, state, inputs, named, writes } = await stage();
  const context = run();
  diff(context, kind, id, state, inputs, a);
  expect(await failureOf(create(context, kind, named, b))).toBeInstanceOf(TwoResources);
  expect(writes()).toEqual([]);
});

it("a delete leaves what another resource has taken over by another spelling of its ID", async () => {
  const { run, id, state, named, live } = await stage();
  await create(run(), kind, named, b);
  // In that run, and in one that has heard of it by the notes of this machine alone.
  const context = run();
  await deleteObject(context, kind, id, state, a);
  expect(context.notes.join()).toContain('"b" of this program holds it now');
  expect(live()).toMatchObject([{ notes: "b's" }]);
});

it("nothing is replaced or changed for its spelling, and what is sent has the one of the state", async () => {
  const { emulator, run, id, state, inputs, named } = await stage();
  const same = { changes: false, replaces: [] };
  expect(diff(run(), kind, id, state, inputs, a)).toMatchObject(same);
  expect(diff(run(), kind, id, state, { ...inputs, existingId: id.toLowerCase() }, a).replaces).toEqual([]);
  const taken = await create(run(), kind, named, a);
  expect(diff(run(), kind, taken.id, taken.state, named, a)).toMatchObject(same);
  await update(run(), kind, id, state, { ...inputs, notes: "more" }, a);
  expect(emulator.dashboard.list("Campaign")).toMatchObject([{ notes: "more" }]);
});

it("what is gone is so in any spelling, and what was there before is not new in another one", async () => {
  const { run, id, inputs } = await stage();
  const { ledger } = run();
  const identity = identify(run(), kind, inputs);
  ledger.deleted(identity, a, id.toLowerCase());
  expect(ledger.run.isGone(keyOf(identity.unique), id)).toBe(true);
  const was = { id: id.toLowerCase(), fields: inputs };
  expect(newSince(takeCensus("name", [was]), "name", [{ ...was, id }])).toEqual([]);
  expect(ledger.unrecorded({ ...identity, unique: "another" }, a)).toEqual([]);
});

it("a campaign is paused once in an emergency stop, in whatever spelling it is known", async () => {
  const { run, id, state, writes } = await stage();
  const stop = new Stop();
  const pause = () => stopNow(run({ pauseAll: "true" }), kind, id, state);
  stop.register(id.toLowerCase(), pause);
  await Promise.all([stop.all(), stop.pause(id, pause)]);
  expect(writes()).toEqual(["update"]);
});
