/**
 * The operations of a run that is an emergency stop (`callab:pauseAll`): what exists is paused and left as it is, what is
 * new is made last, and who fails waits until all other campaigns are paused (see lifecycle/stop.ts). A refresh holds
 * none of it back (see stoppingRead.ts).
 */
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { check } from "../lifecycle/check";
import { claim } from "../lifecycle/claim";
import { deleteObject } from "../lifecycle/delete";
import { foreseenUpdate } from "../lifecycle/foreseenUpdate";
import { identify, isPlaceholder } from "../lifecycle/identity";
import { secretsOf } from "../lifecycle/secrets";
import { campaignsIn, ownerIn } from "../lifecycle/state";
import { stopNow, stoppedDiff, stoppedInputs, stoppedState } from "../lifecycle/stop";
import type { Operations } from "./operations";
import type { Session } from "./session";
import { stoppingRead } from "./stoppingRead";

/** @param ordinary the operations of a run that is none */
export function stoppingOperations(kind: Kind, session: Session, ordinary: Operations): Operations {
  const { run, stop } = session;
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const quiet = (): Promise<void> => run.quiet({ now: Date.now, sleep });

  /** A call that writes. Where it fails, all other campaigns are paused before the engine hears of it. */
  async function writing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (failure) {
      await quiet();
      throw await stop.told(failure);
    }
  }

  /** What is wrong with what is new was no failure of its check, which would have ended the run for all. */
  function refuseWrong(inputs: Properties): void {
    const secrets = secretsOf(kind, inputs);
    const { workspace } = session.configuration;
    const { diagnostics } = check(kind, inputs, { workspace, now: new Date() });
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    if (errors.length === 0) return;
    const lines = errors.map((entry) => `${entry.property}: ${secrets.describe(entry)}`);
    throw new Error([`${identify(session.context, kind, inputs).words} was not created.`, ...lines].join("\n"));
  }

  return {
    ...ordinary,
    check(program, before) {
      run.noteActivity(Date.now());
      stop.expect(campaignsIn(program));
      const { workspace, problems } = session.place;
      const owner = ownerIn(program);
      if (owner !== undefined && kind.hasStatus) stop.reached(owner);
      const inputs = session.owned(stoppedInputs(kind, before, program, workspace), owner);
      return { inputs, diagnostics: [], settings: problems };
    },
    diff(id, state, inputs) {
      const result = stoppedDiff(kind, id, state, inputs);
      if (kind.hasStatus && !isPlaceholder(id))
        stop.register(id, async () => stopNow(session.contextOn(kind, undefined, state, inputs), kind, id, state));
      // Two resources with one object are told of by a run that is no stop: here nothing may fail before all are paused.
      claim({ ...session.place, run, now: Date.now }, kind, id, state, inputs, result, session.isDeclared(inputs));
      return result;
    },
    read: stoppingRead(kind, session, (...call) => ordinary.read(...call)),
    create: (inputs, signal) =>
      writing(async () => {
        await quiet();
        // What is made may fail: all that exists is stopped before.
        await stop.all();
        refuseWrong(inputs);
        return ordinary.create(inputs, signal);
      }),
    update: (id, state, inputs, signal) =>
      writing(async () => {
        if (!kind.hasStatus) return ordinary.update(id, state, inputs, signal);
        const owner = ownerIn(inputs) ?? ownerIn(state);
        const paused = stop.pause(id, async () =>
          stopNow(session.contextOn(kind, signal, state, inputs), kind, id, state),
        );
        // The engine updates a few at once: the others do not wait for what is looked at after a pause.
        void stop.all();
        return stoppedState(session.context, kind, state, owner, await paused);
      }),
    foreseeUpdate: (id, state, inputs) =>
      kind.hasStatus ? foreseenUpdate(kind, state, inputs, true) : ordinary.foreseeUpdate(id, state, inputs),
    delete: (id, state, signal) =>
      writing(async () => deleteObject(session.contextOn(kind, signal, state), kind, id, state, ownerIn(state))),
  };
}
