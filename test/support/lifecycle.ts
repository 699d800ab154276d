/**
 * The verbs of the lifecycle as a front calls them: a diff also speaks for its resource. Owners are left out where a test
 * does not speak of them; then all resources are taken to be of one program whose names are not known.
 */
import type { Kind } from "../../provider/kinds/kind";
import type { Properties } from "../../provider/kinds/normalForm";
import type { Owner } from "../../provider/ledger/owner";
import { claim } from "../../provider/lifecycle/claim";
import type { Context } from "../../provider/lifecycle/context";
import * as creating from "../../provider/lifecycle/create";
import type { Created } from "../../provider/lifecycle/created";
import * as deleting from "../../provider/lifecycle/delete";
import * as comparing from "../../provider/lifecycle/diff";
import { OWNER } from "../../provider/lifecycle/state";
import * as updating from "../../provider/lifecycle/update";

export { PartlyCreated, type Created } from "../../provider/lifecycle/created";

export const create = (context: Context, kind: Kind, inputs: Properties, owner?: Owner): Promise<Created> =>
  creating.create(context, kind, inputs, owner);

export function diff(
  context: Context,
  kind: Kind,
  id: string,
  state: Properties,
  inputs: Properties,
  owner?: Owner,
): comparing.DiffResult {
  const result = comparing.diff(kind, id, state, inputs);
  const spoken = owner === undefined ? inputs : { ...inputs, [OWNER]: owner };
  const session = { ...context, run: context.ledger.run, now: () => context.now() };
  return claim(session, kind, id, state, spoken, result);
}

export const update = (
  context: Context,
  kind: Kind,
  id: string,
  state: Properties,
  inputs: Properties,
  owner?: Owner,
): Promise<Record<string, unknown>> => updating.update(context, kind, id, state, inputs, owner);

export const deleteObject = (
  context: Context,
  kind: Kind,
  id: string,
  state: Properties,
  owner?: Owner,
): Promise<void> => deleting.deleteObject(context, kind, id, state, owner);

/** A resource of a program of the stack `stack`. */
export const ownerOf = (resource: string, stack = "dev"): Owner =>
  `urn:pulumi:${stack}::calls::pulumi-nodejs:dynamic/callab:Campaign::${resource}`;
