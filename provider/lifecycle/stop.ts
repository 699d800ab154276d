/**
 * The emergency stop (`callab:pauseAll`): every campaign of the stack is paused, and nothing else is done to what exists.
 *
 * | the campaign is                     | what is done                                                                    |
 * | ----------------------------------- | ------------------------------------------------------------------------------- |
 * | active, or it is not known          | its status is written over the live values, then seen                           |
 * | paused                              | the same: what was seen may be older than what somebody has done                |
 * | not to be read                      | its status is written over the values of the state, then seen; not one that the state has as completed |
 * | completed                           | nothing: nobody is called by it. Where the state does not know it, and a list shows another status: paused |
 * | not there                           | its status is written over the values of the state all the same: a look may lack what is there |
 * | new                                 | made and paused in one step, once all that exists is stopped                    |
 * | taken out of the program            | paused, then what its `deletionPolicy` says                                     |
 *
 * The look before takes no longer than `beforePauseMs`: who is called does not wait for an answer that never comes.
 *
 * Nothing holds it back: neither the drift gate, nor an edit of the program, nor what is wrong with that, nor the failure of
 * another resource. A campaign that could not be seen paused fails the run, which names it.
 */
import { isRefused, otherRouteOf } from "../api/errors";
import type { Live } from "../api/object";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { resourceOf, type Owner } from "../ledger/owner";
import { normalInputs } from "./check";
import type { Context } from "./context";
import { hint } from "../words/hint";
import { HintedError, joined, lines, mapWords, text, textOf, withCodes, type Text } from "../words/text";
import { PartlyCreated, PartlyUpdated } from "./created";
import { diff, type DiffResult } from "./diff";
import { identify, isPlaceholder, type Identity } from "./identity";
import { hasReadRoute, observeNow } from "./observe";
import { OtherAccount } from "./otherAccount";
import { bringToRest, isKnownOver } from "./rest";
import { secretsOf } from "./secrets";
import { sendRest } from "./sendRest";
import { declaredIn, makeState, notesIn, reportedIn } from "./state";
import { isCalling, isOver, isRest, statusOf } from "./status";
import { noneUnderWay } from "./underWay";
import { TookTooLong, within } from "./within";
import { IdMap } from "../values/id";

/**
 * What check gives in a stop: what exists stays as the state has it, so that nothing of the program is in the way.
 * @param before the inputs of the last run; nothing for what is new
 */
export function stoppedInputs(
  kind: Kind,
  before: Properties | undefined,
  program: Properties,
  workspace: string,
): Record<string, unknown> {
  const inputs = before ?? program;
  return normalInputs(kind, kind.hasStatus ? { ...inputs, desiredStatus: "paused" } : inputs, workspace);
}

type Status = string | undefined;

/** Each campaign is looked at, whatever the state says of it: somebody may have resumed it since. */
export function stoppedDiff(kind: Kind, id: string, state: Properties, inputs: Properties): DiffResult {
  if (kind.hasStatus && isPlaceholder(id)) return diff(kind, id, state, inputs);
  return { changes: kind.hasStatus, replaces: [], deleteBeforeReplace: true };
}

/** Pauses a campaign of the stack, and gives its new state. Throws if it is not seen paused. */
export const pauseNow = async (
  context: Context,
  kind: Kind,
  id: string,
  state: Properties,
  owner: Owner | undefined,
): Promise<Record<string, unknown>> =>
  stoppedState(context, kind, state, owner, await stopNow(context, kind, id, state));

/**
 * Pauses a campaign of the stack. Gives the status in which nobody is called; undefined for a campaign that is gone. Its
 * failure is told by others, too, and says nothing of what it holds as secret.
 */
export async function stopNow(context: Context, kind: Kind, id: string, state: Properties): Promise<Status> {
  const identity = identify(context, kind, state);
  const rest = (): Promise<Status> => stopOne(context, identity, id, state);
  try {
    return await context.ledger.run.working(async () => {
      const first = await rest();
      return first !== undefined && (await noneUnderWay(context, identity, id)) ? rest() : first;
    });
  } catch (failure) {
    const secrets = secretsOf(kind, state);
    throw new HintedError(
      mapWords(textOf(failure), (words) => secrets.scrub(words)),
      { cause: failure },
    );
  }
}

/** The state of a resource whose campaign is stopped. @param status in which that is */
export function stoppedState(
  context: Context,
  kind: Kind,
  state: Properties,
  owner: Owner | undefined,
  status: Status,
): Record<string, unknown> {
  const { runtime, unmanaged } = reportedIn(kind, state);
  const notes = notesIn(state);
  const declared = { ...declaredIn(kind, state), desiredStatus: "paused" };
  return makeState(
    { ...declared, ...kind.compute(declared) },
    { runtime: { ...runtime, status }, unmanaged },
    { ...notes, account: context.account, owner: owner ?? notes.owner },
  );
}

/** The campaign as it is; why not, where it cannot be read. */
async function look(
  context: Context,
  identity: Identity,
  id: string,
): Promise<"gone" | { readonly live: Live | undefined; readonly failure?: unknown }> {
  try {
    const live = await observeNow(context, identity, id, ["status"]);
    return live === undefined ? "gone" : { live };
  } catch (failure) {
    return { live: undefined, failure };
  }
}

/** The same, which nobody who is called waits for. */
async function lookBriefly(context: Context, identity: Identity, id: string): ReturnType<typeof look> {
  const brief = (at: Context): ReturnType<typeof look> => look(at, identity, id);
  try {
    return await within(context, context.patience.beforePauseMs, brief, !hasReadRoute(context, identity.kind));
  } catch (failure) {
    return { live: undefined, failure };
  }
}

async function stopOne(context: Context, identity: Identity, id: string, state: Properties): Promise<Status> {
  const known = statusOf({ fields: state });
  // What is known to be completed calls nobody meanwhile, and is not paused unseen.
  const seen = await (isOver(known) ? look : lookBriefly)(context, identity, id);
  if (seen === "gone") return pausedUnseen(context, identity, id, state);
  const before = seen.live === undefined ? undefined : statusOf(seen.live);
  const isEnded = (at: Context): Promise<boolean> => isKnownOver(at, { identity, id, state }, before);
  if (isOver(before) && (await within(context, context.patience.beforePauseMs, isEnded, true).catch(() => true)))
    return before;
  if (before === "paused" && isCalling(known))
    context.note(
      `${identity.words} (ID ${id}) was paused already. If this stop has not done so, somebody has: where the program says "active", the end of the stop resumes it.`,
    );
  if (before === undefined && !(seen.failure instanceof OtherAccount)) {
    // A completed campaign that is paused would call again when it is resumed.
    if (isOver(known)) throw notStopped(identity, id, seen.failure, "unknown");
    context.note(
      `${identity.words} (ID ${id}) is paused without its status having been seen. If it was completed, resuming it would call again.`,
    );
  }
  const { now, failure } = await bringToRest(context, { identity, id, state, rest: "paused" }, seen.live);
  if (isRest(now)) return now;
  // What was refused may not be there: a look that was cut short could not tell.
  const again = isRefused(failure) && seen.failure instanceof TookTooLong ? await look(context, identity, id) : seen;
  if (again === "gone") {
    tellGone(context, identity, id);
    return undefined;
  }
  const isElsewhere = again.failure instanceof OtherAccount;
  throw notStopped(identity, id, isElsewhere ? again.failure : failure, now ?? "unknown");
}

const tellGone = (context: Context, identity: Identity, id: string): void =>
  context.note(`${identity.words} (ID ${id}) is no longer there: nobody is called by it.`);

/**
 * A campaign that is not seen is paused all the same: what one look lacks may be there, and calling. It is gone where the
 * API refuses that, or where it is not seen after it either.
 */
async function pausedUnseen(context: Context, identity: Identity, id: string, state: Properties): Promise<Status> {
  const isCompleted = isOver(statusOf({ fields: state }));
  const making = { identity, inputs: declaredIn(identity.kind, state), owner: undefined };
  const { failure } = isCompleted ? { failure: undefined } : await sendRest(context, making, id, "paused");
  // Neither seen nor known to have been asked: nobody is told that it calls nobody.
  if (failure !== undefined && !isRefused(failure)) throw notStopped(identity, id, failure, "unknown");
  const seen = isCompleted || isRefused(failure) ? "gone" : await look(context, identity, id);
  if (seen === "gone") {
    tellGone(context, identity, id);
    return undefined;
  }
  const now = seen.live === undefined ? undefined : statusOf(seen.live);
  if (isRest(now)) return now;
  throw notStopped(identity, id, seen.failure, now ?? "unknown");
}

function notStopped(identity: Identity, id: string, failure: unknown, now: string): Error {
  const what =
    failure !== undefined
      ? joined([textOf(failure), ...otherRouteOf(failure)], " ")
      : now === "unknown"
        ? "The API answered that it was done, and its status cannot be read."
        : `The API answered that it was done, and shows that it is ${now}.`;
  return new HintedError(
    text`${identity.words} (ID ${id}) was not seen paused and may be calling: pause it in the dashboard now.\n${what}`,
    { cause: failure },
  );
}

/** Pauses one campaign, and gives its status then. Never throws before it gives its promise. */
type Pause = () => Promise<Status>;

/**
 * The campaigns of one stop. The engine ends a run with the first failure, and what it had not begun by then it does not
 * begin; so who fails waits until all others that are known are paused.
 */
export class Stop {
  readonly #campaigns = new IdMap<Pause>();
  #expected: readonly string[] = [];
  readonly #reached = new Set<Owner>();
  readonly #pausing = new IdMap<Promise<Status>>();
  #told = 0;

  /** Resources of the program that are campaigns, by their names, as far as it has declared them. */
  expect(resources: readonly string[]): void {
    if (resources.length > this.#expected.length) this.#expected = resources;
  }

  /** The run has come to a campaign of the program. */
  reached(owner: Owner): void {
    this.#reached.add(owner);
  }

  /** Resources that the run never came to: the engine ended it before, or they wait for something that failed. */
  get missing(): readonly string[] {
    const left = new Map<string, number>();
    for (const resource of [...this.#reached].map(resourceOf)) left.set(resource, (left.get(resource) ?? 0) + 1);
    return this.#expected.filter((resource) => {
      const count = left.get(resource) ?? 0;
      left.set(resource, count - 1);
      return count <= 0;
    });
  }

  /** A campaign of the stack is known. */
  register(id: string, pause: Pause): void {
    this.#campaigns.set(id, pause);
  }

  /** Pauses it, once, whatever resources have it. */
  pause(id: string, pause: Pause): Promise<Status> {
    this.register(id, pause);
    let pausing = this.#pausing.get(id);
    if (pausing === undefined) this.#pausing.set(id, (pausing = pause()));
    return pausing;
  }

  /** Pauses all that are known. Gives what failed. */
  async all(): Promise<readonly Text[]> {
    const outcomes = await Promise.allSettled([...this.#campaigns].map(([id, pause]) => this.pause(id, pause)));
    return outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [textOf(outcome.reason)] : []));
  }

  /**
   * A failure as it is told, once all that are known are paused. The first ones tell all that was missed; the
   * others tell themselves alone. Thousands that each tell all would be the square of them.
   */
  async told(failure: unknown): Promise<Error> {
    const missed = await this.all();
    return this.#told++ < MOST_LISTS ? withMissed(failure, missed, this.missing) : oneOfMany(failure);
  }
}

/** So many failures of one stop tell all that was missed. The engine may end a run with any of those under way. */
const MOST_LISTS = 100;

/**
 * A failure of a stop, with all other campaigns that it missed.
 * @param missed what was not seen paused; `missing`: resources that the run never came to
 */
export function withMissed(failure: unknown, missed: readonly Text[], missing: readonly string[] = []): Error {
  const first = textOf(failure);
  const own = missed.findIndex((each) => withCodes(each) === withCodes(first));
  // Failures of others may read as this one does: of a way to the API that nobody has.
  const beside = missed.filter((_each, index) => index !== own);
  const others = [...new Map(beside.map((each) => [withCodes(each), each])).values()];
  const names = missing.map((resource) => `"${resource}"`).join(", ");
  const all = lines([
    first,
    ...(others.length === 0
      ? ["All other campaigns that this run has come to are paused."]
      : ["The emergency stop missed other campaigns, too:", ...others]),
    ...(missing.length === 0
      ? []
      : [text`It never came to these, which may be calling: ${names}. ${hint("reach-all")}`]),
  ]);
  return inPlaceOf(failure, all);
}

const oneOfMany = (failure: unknown): Error =>
  inPlaceOf(failure, lines([textOf(failure), "What else the emergency stop missed is told with its first failures."]));

function inPlaceOf(failure: unknown, all: Text): Error {
  // What is to be recorded of an object in spite of the failure goes along.
  if (failure instanceof PartlyCreated) return new PartlyCreated(failure.created, all);
  if (failure instanceof PartlyUpdated) return new PartlyUpdated(failure.state, all);
  return new HintedError(all, { cause: failure });
}
