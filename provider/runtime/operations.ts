/**
 * What an engine asks of one kind, in no front's words: each operation takes what the engine keeps, does it through the
 * lifecycle and gives what is to be kept. The owner travels among the inputs and the state (see lifecycle/state.ts).
 */
import { leftAloneIn, leftAloneNote } from "../kinds/leftAlone";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { asksToCallAgain, callsNoMore } from "../lifecycle/callsNoMore";
import { check, type CheckResult } from "../lifecycle/check";
import { claim } from "../lifecycle/claim";
import { create } from "../lifecycle/create";
import type { Created } from "../lifecycle/created";
import { deleteObject, leaveUntouched } from "../lifecycle/delete";
import { diff, type DiffResult } from "../lifecycle/diff";
import { foresee, type Foreseen } from "../lifecycle/foresee";
import { foreseenUpdate } from "../lifecycle/foreseenUpdate";
import { identify, isPlaceholder, type Identity } from "../lifecycle/identity";
import { heeded } from "../lifecycle/ignored";
import { importObject, type Imported } from "../lifecycle/import";
import { keepImported } from "../lifecycle/keepImported";
import { lookUp } from "../lifecycle/lookUp";
import { lookupArgs } from "../lifecycle/lookupArgs";
import { read, type ReadResult } from "../lifecycle/read";
import { declaredIn, deletionPolicyIn, OWNER, ownerIn } from "../lifecycle/state";
import { foreseenReplacement, type Replaced } from "../lifecycle/replaced";
import { statusOf } from "../lifecycle/status";
import { isForStateAlone, update } from "../lifecycle/update";
import type { Ledger } from "../ledger/ledger";
import type { Owner } from "../ledger/owner";
import type { Text } from "../words/text";
import type { Session } from "./session";
import { stoppingOperations } from "./stopping";
import { whatReplacingMeans } from "./words";

/** What a check finds, with what is wrong with the configuration. */
interface Checked extends CheckResult {
  readonly settings: readonly string[];
}

export interface Operations {
  /**
   * Needs no token, and no valid configuration.
   * @param before the inputs of the last run; undefined for what is new
   */
  check(inputs: Properties, before?: Properties): Checked;
  /** Needs no token. Tells the ledger which resource holds which object. */
  diff(id: string, state: Properties, inputs: Properties): DiffResult;
  /**
   * Tells the ledger that a resource goes on having its object: what its program says of it has a mistake, so nothing is
   * changed. Needs no token.
   * @param id left out where the engine does not say: then what this machine knows of the name decides
   */
  stays(state: Properties, owner: Owner | undefined, id?: string): void;
  /** Throws PartlyCreated where something must be recorded all the same. `signal` ends it, as it does the following. */
  create(inputs: Properties, signal?: AbortSignal): Promise<Created>;
  /** Undefined: it is gone. */
  read(id: string, state: Properties, signal?: AbortSignal): Promise<ReadResult | undefined>;
  /** Gives the new state. Throws PartlyUpdated where something else must be recorded. */
  update(id: string, state: Properties, inputs: Properties, signal?: AbortSignal): Promise<Record<string, unknown>>;
  delete(id: string, state: Properties, signal?: AbortSignal): Promise<void>;
  /**
   * What a create would come to, by what is live; without a token what is known of what is replaced alone. Writes nothing,
   * neither there nor here.
   * @param replaced what the resource has, where its create follows a replacement
   */
  foresee(inputs: Properties, replaced?: Replaced, signal?: AbortSignal): Promise<Foreseen | undefined>;
  /** What a preview can show of an update. Needs no token, and asks nothing. */
  foreseeUpdate(id: string, state: Properties, inputs: Properties): Properties;
  /** An object that exists, to be managed from now on; undefined: there is none. */
  import(named: string, owner?: Owner, signal?: AbortSignal): Promise<Imported | undefined>;
  /** Holds an imported object for its resource, once the engine has gone on with it. Gives what there is to say of it. */
  keepImported(imported: Imported, owner?: Owner): Text | undefined;
  /** A live object that no resource stands for, by the arguments of a lookup. */
  lookUp(args: Properties, signal?: AbortSignal): Promise<Record<string, unknown>>;
}

/** Which operations a call comes to is decided when it comes: a process is configured after it has begun. */
export function operationsOf(kind: Kind, session: Session): Operations {
  const ordinary = ordinaryOperations(kind, session);
  const stopping = stoppingOperations(kind, session, ordinary);
  const now = (): Operations => (session.isStop ? stopping : ordinary);
  /** One of these is the first that an engine asks of a resource, whatever it is about. */
  const first = (resource: Properties): Operations => {
    session.tellWhatIsLeft(ownerIn(resource));
    return now();
  };
  return {
    ...ordinary,
    check: (inputs, ...more) => first(inputs).check(inputs, ...more),
    diff: (...call) => now().diff(...call),
    create: (...call) => now().create(...call),
    read: (id, state, ...more) => first(state).read(id, state, ...more),
    update: (...call) => now().update(...call),
    foreseeUpdate: (...call) => now().foreseeUpdate(...call),
    delete: (id, state, ...more) => first(state).delete(id, state, ...more),
  };
}

const ordinaryOperations = (kind: Kind, session: Session): Operations => ({
  check(given, before = {}) {
    const inputs = { ...given, ...leftAloneNote(leftAloneIn(before), given) };
    session.run.noteActivity(Date.now());
    const { workspace, acceptedWarnings, problems } = session.place;
    const checked = check(kind, inputs, { workspace, now: new Date(), acceptedWarnings });
    return { ...checked, inputs: session.owned(checked.inputs, ownerIn(inputs)), settings: problems };
  },
  diff(id, state, inputs) {
    const result = diff(kind, id, state, inputs);
    const { place, run, ledger } = session;
    const isDeclared = session.isDeclared(inputs);
    const told = claim({ ...place, run, ledger, now: Date.now }, kind, id, state, inputs, result, isDeclared);
    const status = statusOf({ fields: state });
    const sides = heeded(kind, state, inputs);
    // What is made anew calls.
    if (isDeclared && told.replaces.length === 0 && asksToCallAgain(kind, sides.state, sides.inputs, status))
      session.warn(callsNoMore(identify(place, kind, state), id, status, false));
    if (isPlaceholder(id) && isDeclared) session.log(whatReplacingMeans(identify(place, kind, state)));
    return told;
  },
  stays(state, owner, said) {
    const { place, run, ledger } = session;
    const id = said ?? idKnownOf(ledger, identify(place, kind, state), owner);
    if (id === undefined) return;
    const as = { ...declaredIn(kind, state), ...(owner === undefined ? {} : { [OWNER]: owner }) };
    // That a state has the object is known where the engine says so.
    const known = said === undefined ? undefined : ledger;
    claim({ ...place, run, ledger: known, now: Date.now }, kind, id, state, as, unchanged);
  },
  async create(inputs, signal) {
    return create(session.contextOn(kind, signal, inputs), kind, inputs, ownerIn(inputs));
  },
  async read(id, state, signal) {
    const found = await read(session.contextOn(kind, signal, state), kind, id, state);
    const owner = ownerIn(state);
    return found === undefined || owner === undefined
      ? found
      : { ...found, inputs: { ...found.inputs, [OWNER]: owner } };
  },
  async update(id, state, inputs, signal) {
    const context = session.contextOn(kind, signal, state, inputs);
    return update(context, kind, id, state, inputs, ownerIn(inputs) ?? ownerIn(state));
  },
  async delete(id, state, signal) {
    if (!needsNoApi(kind, state)) {
      const context = session.contextOn(kind, signal, state);
      return deleteObject(context, kind, id, state, ownerIn(state));
    }
    const { place, run, ledger } = session;
    leaveUntouched({ ...place, run, ledger }, kind, id, state);
  },
  async foresee(inputs, replaced, signal) {
    const owner = ownerIn(inputs);
    if (session.configuration.apiToken !== undefined)
      return foresee(session.contextOn(kind, signal, inputs), kind, inputs, owner, replaced);
    return replaced === undefined
      ? undefined
      : foreseenReplacement(session.place, kind, replaced, { inputs, owner }, undefined, undefined);
  },
  foreseeUpdate(id, state, inputs) {
    const isUnderWay = (session.ledger?.underWay(id) ?? 0) > 0;
    return foreseenUpdate(kind, state, inputs, isUnderWay || !isForStateAlone(kind, state, inputs));
  },
  async import(named, owner, signal) {
    return importObject(session.contextWithin(signal), kind, named, owner);
  },
  keepImported: (imported, owner) => keepImported(session.context, kind, imported, owner),
  async lookUp(args, signal) {
    const named = lookupArgs(kind, args);
    const { client, inventory, workspace } = session.contextWithin(signal);
    return lookUp({ client, list: (where) => inventory.list(kind, where, "afterWrites"), workspace }, kind, named);
  },
});

const unchanged: DiffResult = { changes: false, replaces: [], deleteBeforeReplace: true };

/** The object of this name that the resource made or took over last, by what this machine knows. */
function idKnownOf(ledger: Ledger | undefined, identity: Identity, owner: Owner | undefined): string | undefined {
  const id = owner === undefined ? undefined : ledger?.recall(identity, owner).id;
  return id !== undefined && ledger?.object(id).holder?.owner === owner ? id : undefined;
}

/** Leaving an object where it is must work without a token. */
const needsNoApi = (kind: Kind, state: Properties): boolean => deletionPolicyIn(kind, state) === "retain";
