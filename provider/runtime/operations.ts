/**
 * What an engine asks of one kind, in no front's words: each operation takes what the engine keeps, does it through the
 * lifecycle and gives what is to be kept. The owner travels among the inputs and the state (see lifecycle/state.ts).
 */
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { check, type CheckResult } from "../lifecycle/check";
import { claim } from "../lifecycle/claim";
import { create } from "../lifecycle/create";
import type { Created } from "../lifecycle/created";
import { deleteObject } from "../lifecycle/delete";
import { diff, type DiffResult } from "../lifecycle/diff";
import { identify, isPlaceholder } from "../lifecycle/identity";
import { read, type ReadResult } from "../lifecycle/read";
import { OWNER, ownerIn } from "../lifecycle/state";
import { update } from "../lifecycle/update";
import type { Session } from "./session";
import { whatReplacingMeans } from "./words";

/** What a check finds, with what is wrong with the configuration. */
export interface Checked extends CheckResult {
  readonly settings: readonly string[];
}

export interface Operations {
  /** Needs no token, and no valid configuration. */
  check(inputs: Properties): Checked;
  /** Needs no token. Tells the ledger which resource holds which object. */
  diff(id: string, state: Properties, inputs: Properties): DiffResult;
  /** Throws PartlyCreated where something must be recorded all the same. */
  create(inputs: Properties): Promise<Created>;
  /** Undefined: it is gone. */
  read(id: string, state: Properties): Promise<ReadResult | undefined>;
  /** Gives the new state. Throws PartlyUpdated where something else must be recorded. */
  update(id: string, state: Properties, inputs: Properties): Promise<Record<string, unknown>>;
  delete(id: string, state: Properties): Promise<void>;
}

export const operationsOf = (kind: Kind, session: Session): Operations => ({
  check(inputs) {
    session.run.heard(Date.now());
    const { workspace, problems } = session.place;
    const checked = check(kind, inputs, { workspace, now: new Date() });
    const owner = ownerIn(inputs);
    if (owner === undefined) return { ...checked, settings: problems };
    session.declared.add(owner);
    return { ...checked, inputs: { ...checked.inputs, [OWNER]: owner }, settings: problems };
  },
  diff(id, state, inputs) {
    const result = diff(kind, id, state, inputs);
    const { place, run } = session;
    // The check of what a program declares comes before anything else is asked of it.
    const owner = ownerIn(inputs);
    const isDeclared = owner === undefined || session.declared.has(owner);
    claim({ ...place, run, now: Date.now }, kind, id, state, inputs, result, isDeclared);
    if (isPlaceholder(id) && isDeclared) session.say(whatReplacingMeans(identify(place, kind, state)));
    return result;
  },
  async create(inputs) {
    return create(session.context, kind, inputs, ownerIn(inputs));
  },
  async read(id, state) {
    const found = await read(session.context, kind, id, state);
    const owner = ownerIn(state);
    return found === undefined || owner === undefined
      ? found
      : { ...found, inputs: { ...found.inputs, [OWNER]: owner } };
  },
  async update(id, state, inputs) {
    return update(session.context, kind, id, state, inputs, ownerIn(inputs) ?? ownerIn(state));
  },
  async delete(id, state) {
    if (!needsNoApi(kind, state)) return deleteObject(session.context, kind, id, state, ownerIn(state));
    session.run.release(id);
  },
});

/** Leaving an object where it is must work without a token. */
const needsNoApi = (kind: Kind, state: Properties): boolean =>
  (state["deletionPolicy"] ?? kind.field("deletionPolicy")?.node.default) === "retain";
