/** Learning from an emulator in this process: notes in memory, and a clock that whoever sleeps moves on. */
import { createClient, type ClientOptions } from "../../../provider/api/client";
import { retryPolicy } from "../../../provider/api/retry";
import { learn, type Learned } from "../../../provider/cli/doctor/learn/learn";
import type { TryNote, TryNotes } from "../../../provider/cli/doctor/learn/tryNotes";
import type { World } from "../../../provider/cli/doctor/learn/world";
import { configurationFor, now, sleep } from "../../support/context";

/** Notes that outlive a "process": files in real life. */
export function notesInMemory(kept = new Map<string, TryNote>()): TryNotes & { readonly kept: Map<string, TryNote> } {
  return {
    kept,
    all: () => [...kept.values()],
    write: (note) => void kept.set(note.mark, note),
    remove: (mark) => void kept.delete(mark),
  };
}

export interface LearnerOptions {
  readonly workspace?: string;
  readonly client?: ClientOptions;
  readonly random?: () => number;
}

export function worldFor(
  api: { readonly url: string; readonly token: string },
  { workspace = "default", client = {}, random = Math.random }: LearnerOptions = {},
): World {
  const options: ClientOptions = { retry: { ...retryPolicy(2), baseMs: 1, capMs: 2 }, ...client };
  const settings = configurationFor(api, { workspace });
  return {
    client: createClient(settings, options),
    clientWith: (routes) => createClient({ ...settings, routes }, options),
    workspace,
    now,
    sleep,
    random,
    progress: () => undefined,
  };
}

/** Learns by reads alone. */
export const learnByReads = (
  api: { readonly url: string; readonly token: string },
  options?: LearnerOptions,
): Promise<Learned> => learn(worldFor(api, options));

/** Learns by throw-away objects, too. */
export function learnByWrites(
  api: { readonly url: string; readonly token: string },
  options: LearnerOptions = {},
  notes: TryNotes = notesInMemory(),
): Promise<Learned> {
  const world = worldFor(api, options);
  return learn(world, { tries: { notes, account: "account", removing: world } });
}
