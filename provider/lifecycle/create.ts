/**
 * create, effectively once. Nobody may be phoned twice because an answer was lost:
 *
 * 1. Look the object up by its natural key. There: take it over if it is equal (or `adopt` says so), else refuse.
 * 2. Note in the journal that a create begins; POST once.
 * 3. No answer, or one that does not tell: look again, with patience for lists that lag. Found: done.
 *    Not found: fail and say that running again is safe. Never a second POST on a guess.
 * 4. Bring the status to the wanted one. If that fails, the object is recorded all the same.
 */
import { CallabError } from "../api/errors";
import type { Live } from "../api/inventory";
import { otherRoute } from "../api/routes";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { toWire } from "../kinds/wire";
import { isUuid } from "../kinds/validation";
import { AdoptionRefused, differences, notCompared } from "./adoption";
import { normalInputs } from "./check";
import type { Context } from "./context";
import { identify, placeholderId, type Identity } from "./identity";
import { lookAfter, lookBefore, onlyOne } from "./lookUp";
import { observe } from "./observe";
import { reportedBy, shownFields } from "./read";
import { makeState, nothingReported, type Reported } from "./state";
import { statusOf, statusToWrite } from "./status";
import { objectIn, secretsIn, writeAll } from "./write";

export interface Created {
  readonly id: string;
  readonly state: Record<string, unknown>;
}

/** The object exists, but not all of what was wanted could be done. What exists must be recorded. */
export class PartlyCreated extends Error {
  override readonly name = "PartlyCreated";
  constructor(
    readonly created: Created,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** Creates the object, or takes over the one that is there already. */
export async function create(context: Context, kind: Kind, given: Properties): Promise<Created> {
  const inputs = normalInputs(kind, given, context.workspace);
  const identity = identify(context, kind, inputs);
  return context.claims.inTurn(identity.unique, async () => {
    const existing = await lookBefore(context, identity);
    const taken = existing === undefined ? undefined : await takeOver(context, identity, inputs, existing);
    if (taken !== undefined) return taken;
    if (context.claims.isExpected(identity.unique)) throw notIdentified(identity, inputs, "it is not in the list yet");
    return createNew(context, identity, inputs);
  });
}

async function createNew(context: Context, identity: Identity, inputs: Properties): Promise<Created> {
  const { kind, workspace } = identity;
  const noteBegin = (): void => context.journal.begin(identity.unique, context.now());
  noteBegin();
  let data: unknown;
  try {
    data = await context.client.send(kind.name, "create", {
      workspace,
      body: toWire(kind, inputs),
      secrets: secretsIn(kind, inputs),
      onSend: noteBegin,
    });
  } catch (error) {
    context.inventory.written(kind, workspace);
    return afterFailure(context, identity, inputs, error);
  }
  context.inventory.written(kind, workspace);
  const answer = objectIn(kind, data);
  const id =
    answer.id ?? (typeof data === "string" && isUuid(data.trim()) ? data.trim() : undefined) ?? numberIdOf(inputs);
  if (id !== undefined) {
    settled(context, identity, id);
    return finish(context, identity, inputs, { id, fields: answer.fields });
  }
  let found: Live | undefined;
  try {
    found = await lookAfter(context, identity);
  } catch (error) {
    // The API said that it made the object: that must not be forgotten because the list failed.
    throw notIdentified(identity, inputs, `it was created, the answer held no ID, and then: ${messageOf(error)}`);
  }
  if (found === undefined)
    throw notIdentified(identity, inputs, "the answer held no ID, and it is not in the list yet");
  context.journal.end(identity.unique);
  return own(context, identity, inputs, found);
}

/** The outcome is known, and the object with it. */
function settled(context: Context, identity: Identity, id: string): void {
  context.journal.know(identity.unique, { step: "made", id, at: context.now() });
  context.claims.made(identity.unique, id);
}

/** The POST failed. Whether the object exists all the same decides what happens. */
async function afterFailure(
  context: Context,
  identity: Identity,
  inputs: Properties,
  failure: unknown,
): Promise<Created> {
  const outcome = failure instanceof CallabError ? failure.outcome : "unknown";
  if (outcome === "notDone") {
    context.journal.end(identity.unique);
    throw failure;
  }
  let found: Live | undefined;
  try {
    // A refusal is believed after one look; an outcome nobody knows is worth patience.
    found =
      outcome === "refused"
        ? onlyOne(context, identity, await context.inventory.listNow(identity.kind, identity.workspace))
        : await lookAfter(context, identity);
  } catch (error) {
    if (outcome === "refused") throw failure;
    throw unclear(identity, failure, `The list could not be read either: ${messageOf(error)}`);
  }
  if (outcome === "refused") {
    context.journal.end(identity.unique);
    // There all the same: another one of this name, which a lagging list had not shown before. Or the refusal was not one.
    const taken = found === undefined ? undefined : await takeOver(context, identity, inputs, found);
    if (taken !== undefined) return taken;
    throw new Error([`${identity.words} was not created.`, messageOf(failure), ...routeHint(failure)].join("\n"), {
      cause: failure,
    });
  }
  if (found !== undefined) {
    context.journal.end(identity.unique);
    return own(context, identity, inputs, found);
  }
  // From now on: the work may still be under way behind an answer that was not waited for.
  context.journal.begin(identity.unique, context.now());
  throw unclear(identity, failure, "It has not turned up in the list.");
}

const routeHint = (failure: unknown): string[] =>
  failure instanceof CallabError && failure.mayBeMissingRoute && failure.route.mark !== "documented"
    ? [otherRoute(failure.route)]
    : [];

const unclear = (identity: Identity, failure: unknown, more: string): Error =>
  new Error(
    `It is not known whether ${identity.words} was created. ${messageOf(failure)} ${more} ` +
      "Running `pulumi up` again is safe: it looks for the object first and creates it only if it is not there.",
    { cause: failure },
  );

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const numberIdOf = (inputs: Properties): string | undefined =>
  typeof inputs["numberId"] === "string" ? inputs["numberId"] : undefined;

/** The object this run itself has just made, found in the list. */
function own(context: Context, identity: Identity, inputs: Properties, found: Live): Promise<Created> {
  const id = found.id ?? numberIdOf(inputs);
  if (id === undefined) throw notIdentified(identity, inputs, "neither the answer nor the list tells its ID");
  settled(context, identity, id);
  return finish(context, identity, inputs, { id, fields: found.fields });
}

/** The object was there before. Equal, or wanted at any price: taken over. Else refused, with the differences. Undefined: it is gone. */
async function takeOver(
  context: Context,
  identity: Identity,
  inputs: Properties,
  listed: Live,
): Promise<Created | undefined> {
  const { kind } = identity;
  const refuse = (fields: Properties): void => {
    const found = differences(kind, inputs, fields);
    const fixed = found.some((entry) => kind.field(entry.field)?.node.replaceOnChange === true);
    if (found.length > 0 && (inputs["adopt"] !== true || fixed))
      throw new AdoptionRefused(identity, listed.id, found, fixed);
  };
  refuse(listed.fields);
  const id = idOf(identity, inputs, listed);
  if (context.claims.isHeld(id)) {
    context.note(
      `${identity.words} (ID ${id}) is already held by another resource of this run: two resources declare the same object.`,
    );
  }
  const live = await observe(context, identity, id, "shared", shownFields(kind, inputs), "readAlone");
  // Deleted a moment ago, and only a lagging list still showed it.
  if (live === undefined) return undefined;
  refuse(live.fields);
  // What this machine itself sent may be older than what is declared now, also where the API does not show it.
  const isOurs =
    context.journal.begunAt(identity.unique) !== undefined || context.journal.known(identity.unique)?.id === id;
  settled(context, identity, id);
  const mark = `${new Date(context.now()).toISOString()} ${Math.random().toString(36).slice(2, 8)}`;
  context.claims.hold(id, mark);
  const status = statusToWrite(statusOf(live), inputs["desiredStatus"]);
  const unseen = notCompared(kind, inputs, live.fields);
  const isWanted = inputs["adopt"] === true;
  const mustWrite = differences(kind, inputs, live.fields).length > 0 || ((isWanted || isOurs) && unseen.length > 0);
  if (!mustWrite) return finish(context, identity, inputs, { id, fields: live.fields }, mark);
  let answer: Live;
  try {
    answer = await writeAll(context, identity, id, inputs, kind.hasStatus ? { status } : {});
  } catch (error) {
    if (!(error instanceof CallabError) || !error.mayBeMissingRoute) throw error;
    if (isWanted) throw notTakenOver(identity, id, error);
    context.note(
      `${identity.words} (ID ${id}) was made by an interrupted run. The API does not show ${unseen.join(", ")}, and refused to set it again: ${error.message}`,
    );
    return finish(context, identity, inputs, { id, fields: live.fields }, mark);
  }
  const reported = reportedBy(kind, inputs, { id, fields: { ...live.fields, ...answer.fields } }, nothingReported);
  return {
    id,
    state: makeState(inputs, status === undefined || !kind.hasStatus ? reported : withStatus(reported, status), mark),
  };
}

const notTakenOver = (identity: Identity, id: string, failure: CallabError): Error =>
  new Error(
    [
      `${identity.words} (ID ${id}) exists and was not made what the program says.`,
      failure.message,
      ...routeHint(failure),
    ].join("\n"),
    { cause: failure },
  );

function idOf(identity: Identity, inputs: Properties, listed: Live): string {
  const declared = numberIdOf(inputs);
  if (declared !== undefined && listed.id !== undefined && listed.id.toLowerCase() !== declared.toLowerCase()) {
    throw new Error(
      `${identity.words} has the ID ${listed.id}, but the program says numberId: "${declared}". Nothing was changed.`,
    );
  }
  const id = listed.id ?? declared;
  if (id === undefined) throw notIdentified(identity, inputs, "it exists, but the list does not tell its ID");
  return id;
}

/** Brings the status to the wanted one and gives the state of the finished object. */
async function finish(
  context: Context,
  identity: Identity,
  inputs: Properties,
  live: { id: string; fields: Properties },
  mark?: string,
): Promise<Created> {
  const { kind } = identity;
  const { id } = live;
  context.claims.hold(id, mark);
  const reported = reportedBy(kind, inputs, { id, fields: live.fields }, nothingReported);
  const status = kind.hasStatus ? statusToWrite(statusOf(live), inputs["desiredStatus"]) : undefined;
  if (status === undefined || status === statusOf(live)) return { id, state: makeState(inputs, reported, mark) };
  try {
    await writeAll(context, identity, id, inputs, { status });
  } catch (error) {
    throw new PartlyCreated(
      { id, state: makeState(inputs, reported, mark) },
      `${identity.words} exists (ID ${id}), but its status could not be set to "${status}". ${messageOf(error)} The next \`pulumi up\` tries again.`,
    );
  }
  return { id, state: makeState(inputs, withStatus(reported, status), mark) };
}

const withStatus = (reported: Reported, status: string): Reported => ({
  ...reported,
  runtime: { ...reported.runtime, status },
});

/** The object exists, but its ID is not known: it is recorded without, and the next run looks for it again. */
function notIdentified(identity: Identity, inputs: Properties, why: string): PartlyCreated {
  const remedy =
    identity.kind.field("numberId") === undefined
      ? "The next `pulumi up` looks for it again. If the API never tells IDs here, delete the object in the dashboard and remove it from the state with `pulumi state delete`."
      : "Set `numberId` to the UUID the dashboard shows for it.";
  return new PartlyCreated(
    { id: placeholderId(identity), state: makeState(inputs, nothingReported, undefined) },
    `${identity.words}: ${why.replace(/[.\s]+$/, "")}, so nothing can refer to it or change it yet. It is recorded, and no second one will be created. ${remedy}`,
  );
}
