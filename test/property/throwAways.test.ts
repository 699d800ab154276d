/**
 * The throw-away objects of `callab doctor --try-writes`: whatever goes wrong with whichever requests, and at whichever of
 * them the process is killed, nothing that could call anybody is ever made or left, and nothing of anybody's is touched. A
 * run without faults after it removes what was left, or names it.
 */
import type { AxiosAdapter } from "axios";
import axios from "axios";
import fc from "fast-check";
import { randomPersonality, type Emulator, type Json, type LoggedRequest, type WireObject } from "../../emulator";
import { CallabError } from "../../provider/api/errors";
import type { TryNote, TryNotes } from "../../provider/cli/doctor/learn/tryNotes";
import type { Learned } from "../../provider/cli/doctor/learn/learn";
import { withEmulator } from "../support/context";
import { everything, fill } from "../unit/learn/account";
import { learnByWrites, notesInMemory } from "../unit/learn/learner";
import { runs } from "./arbitraries";
import { faultRule } from "./faultRules";

jest.setTimeout(600_000);

const mark = /callab-[a-z0-9]{12}/;

const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");
const markIn = (name: Json | undefined): string => mark.exec(textOf(name))?.[0] ?? "no mark";

interface Kill {
  /** Before or behind which request, counted from the first. */
  readonly at: number;
  readonly isDone: boolean;
}

const kill: fc.Arbitrary<Kill | undefined> = fc.option(
  fc.record({ at: fc.integer({ min: 1, max: 130 }), isDone: fc.boolean() }),
  { nil: undefined },
);

/** A process that is killed at a request: nothing is sent by it, and nothing noted, from then on. */
function mortal(kept: Map<string, TryNote>, when: Kill | undefined): { adapter: AxiosAdapter; notes: TryNotes } {
  const http = axios.getAdapter("http");
  const notes = notesInMemory(kept);
  let sent = 0;
  let isDead = false;
  const end = (): never => {
    isDead = true;
    throw new Error("killed");
  };
  return {
    async adapter(config) {
      sent++;
      if (isDead || (sent === when?.at && !when.isDone)) return end();
      const answer = await http(config);
      return sent === when?.at ? end() : answer;
    },
    notes: {
      all: () => notes.all(),
      write: (note) => {
        if (!isDead) notes.write(note);
      },
      remove: (which) => {
        if (!isDead) notes.remove(which);
      },
    },
  };
}

/** Whether a campaign could call, by each of the reasons why it cannot: all of them must hold in all that is sent. */
function couldCall(campaign: WireObject, now: number): string[] {
  const own = markIn(campaign["name"]);
  const lists = ["contacts_list_source", "contacts_list_tags", "contacts_list_categories"].map(
    (name) => campaign[name],
  );
  const ahead = Date.parse(textOf(campaign["started_at"])) - now;
  return [
    ...(campaign["campaign_type"] === "inbound" ? [] : ["it is outbound"]),
    ...(ahead > 9 * 365 * 86_400_000 ? [] : ["it begins soon"]),
    ...(campaign["call_time_of_day_from"] === "03:00:00" && campaign["call_time_of_day_to"] === "03:01:00"
      ? []
      : ["it has hours"]),
    ...(lists.every((list) => JSON.stringify(list) === JSON.stringify([own])) ? [] : ["it selects people"]),
    ...(campaign["outbound_phone_number_id"] === undefined && campaign["inbound_phone_number_id"] === undefined
      ? []
      : ["it has a number"]),
    ...(campaign["status"] === undefined || campaign["status"] === "paused" ? [] : ["it is sent as active"]),
  ];
}

const isWrite = ({ method }: LoggedRequest): boolean => method !== "GET";

/** Everything that was sent, and everything that is there. */
function mustBeHarmless(emulator: Emulator, before: ReadonlyMap<string, string>): void {
  const now = Date.now();
  for (const request of emulator.requests.filter(isWrite)) {
    const { path, body, kind } = request;
    if (typeof body === "object" && body !== null && !Array.isArray(body)) {
      expect(markIn(body["name"])).toMatch(mark);
      if (kind === "Campaign" || /campaign/.test(path)) expect([path, couldCall(body, now)]).toEqual([path, []]);
    }
    // An ID in the path is that of something that was made here.
    for (const id of before.keys()) expect(path).not.toContain(id);
    expect(path).not.toMatch(/\/(?:update|delete)?\/?$/);
    expect(path).not.toMatch(/phone_number|workspace/);
  }
  const after = everything(emulator);
  for (const [id, object] of before) expect(after.get(id)).toBe(object);
  for (const campaign of emulator.dashboard.list("Campaign").filter(({ id }) => !before.has(id))) {
    // Many accounts make active ones: that is no request of ours.
    expect(couldCall({ ...campaign, status: "paused" }, now)).toEqual([]);
  }
}

const ours = (emulator: Emulator, before: ReadonlyMap<string, string>): readonly string[] =>
  (["AiAgent", "Webhook", "Campaign"] as const)
    .flatMap((kind) => emulator.dashboard.list(kind))
    .filter(({ id }) => !before.has(id))
    .map(({ name }) => markIn(name));

test("at no moment is there an object that could call, and nobody's object is touched", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.array(faultRule(12), { maxLength: 4 }), kill, async (seed, faults, when) => {
      await withEmulator({ personality: randomPersonality(seed), seed }, async (emulator) => {
        fill(emulator);
        const before = everything(emulator);
        emulator.addFault(...faults);
        const kept = new Map<string, TryNote>();
        const { adapter, notes } = mortal(kept, when);
        let first: Learned | undefined;
        try {
          first = await learnByWrites(emulator, { client: { adapter } }, notes);
        } catch (error) {
          // A refused token ends it all; nothing else does.
          expect(error).toBeInstanceOf(CallabError);
        }
        mustBeHarmless(emulator, before);
        // What is there is known of, on this machine, by its mark.
        for (const each of ours(emulator, before)) expect([...kept.keys()]).toContain(each);
        if (when === undefined && first !== undefined) {
          const named = first.leftovers.map((leftover) => leftover.mark);
          for (const each of ours(emulator, before)) expect(named).toContain(each);
        }

        emulator.clearFaults();
        const second = await learnByWrites(emulator, {}, notesInMemory(kept));
        mustBeHarmless(emulator, before);
        // What is still there is named, and for one reason only: no answer has ever told its ID.
        const nameless = second.leftovers.filter(({ id }) => id === undefined).map((leftover) => leftover.mark);
        for (const each of ours(emulator, before)) expect(nameless).toContain(each);
      });
    }),
    runs(40),
  );
});
