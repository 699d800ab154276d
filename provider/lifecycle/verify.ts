/**
 * verify: is what is stored what was declared? A server may answer "ok" and drop a field that it does not know, so what
 * was sent is not always what was stored. After each write the object is read back, and every field that is shown is
 * compared, by the rules of drift; so is the status that was sent.
 *
 * | what differs                                        | `strict`                            | `warn` | `off`           |
 * | --------------------------------------------------- | ----------------------------------- | ------ | --------------- |
 * | a field that decides who is called, when, how often | paused, recorded, and the run fails | told   | nothing is read |
 * | the workspace of a campaign                         | paused, recorded, and the run fails | told   | nothing is read |
 * | a campaign that was at rest and calls now           | stopped again, and the run fails    | told   | nothing is read |
 * | a new campaign that was there before (birth.ts)     | paused, recorded, and the run fails | told   | nothing is read |
 * | a rest that was sent, of which no status is shown   | recorded, and the run fails         | told   | nothing is read |
 * | a new campaign that cannot be read back             | paused, recorded, and the run fails | told   | nothing is read |
 * | what was to rest, and cannot be read back           | paused, recorded, and the run fails | told   | nothing is read |
 * | another one that cannot be read back after an edit  | recorded, and the run fails         | told   | nothing is read |
 * | any of these, by an update that failed              | paused, recorded, and the run fails | –      | nothing is read |
 * | any other field or kind                             | told                                | told   | nothing is read |
 *
 * What the API does not show is not compared; but a read by its ID that lacks a deciding field, which the API is documented
 * to show, says that the field is not there.
 */
import { wasSent } from "../api/errors";
import type { Live } from "../api/object";
import { isEmpty } from "../values/empty";
import { decidesAboutCalls, type Kind } from "../kinds/kind";
import { normalField, stableText, type Properties } from "../kinds/normalForm";
import type { Prints } from "../ledger/prints";
import { differences, isAsked, notShown } from "./adoption";
import { MadeAsAnother, madeBefore, madeUnderAnother, type Birth } from "./birth";
import { isStrict, type Context } from "./context";
import { hint } from "../words/hint";
import { oneLine } from "../words/plainText";
import { lines, mapWords, text, textOf, type Text } from "../words/text";
import type { Making } from "./created";
import type { Drift } from "./drift";
import { placeMismatch } from "./moved";
import { isReplaced, lost, writtenAgain } from "./undeclared";
import type { Seen } from "./observe";
import { secretsOf, type Secrets } from "./secrets";
import { sideBySide } from "./sideBySide";
import { lookUntil, notYet, sight, withStatus, type Sighting } from "./sighting";
import { pick, without, type Unread } from "./state";
import { inDocumentedWords, isCalling, isOver, isRest, statusOf } from "./status";
import { NotVerified, stopped, WasThere } from "./stopped";

/** What a write has come to. */
export interface Verified {
  /** The object as it was read back, or as far as an answer showed it. */
  readonly live: Live;
  /** What the API keeps of fields in which that is not what was declared: nobody has changed them. */
  readonly kept?: Prints | undefined;
  readonly unread?: Unread | undefined;
}

/** What was written, and what was there before. */
export interface Written {
  readonly id: string;
  /** What the answer to the write showed, with the status that was sent: nobody has seen that one. */
  readonly answer: Live["fields"];
  /** The status that was sent; of what was just made also the one that its answer told, where that is to be kept. */
  readonly status?: string | undefined;
  /** Whether it was just made: then nobody has been called by it, and nobody is before it was seen. */
  readonly isNew: boolean;
  /** Of what was just made: what is known of its create. */
  readonly birth?: Birth | undefined;
  /** What the object was before: what a read that lags behind the write would still show. */
  readonly before: Live["fields"];
  /** Fields that the program has taken out. */
  readonly cleared?: readonly string[];
  /** What the program leaves alone, as it was before: an update that replaces the whole object changes it. */
  readonly undeclared?: Properties;
  /** Writes it again, with all that was written. Gives what the answer shows. */
  readonly restore?: ((seen: Seen) => Promise<Live["fields"]>) | undefined;
  /** The state before the write. */
  readonly state?: Properties;
  /** What the API is known to keep otherwise than it was declared. */
  readonly kept?: Prints | undefined;
}

/** Reads back what was written. Throws NotVerified. */
export async function verify(context: Context, making: Making, written: Written): Promise<Verified> {
  const { id, answer } = written;
  const { identity, inputs } = making;
  const { kind } = identity;
  // What is not shown cannot be compared.
  const mode = kind.isListed ? context.settings.verifyWrites : "off";
  if (mode === "off") return { live: { id, fields: answer }, unread: "told" };
  const strict = isStrict(context, kind);
  const secrets = secretsIn(making, written);
  const seen = await readBack(context, making, written);
  if ("failure" in seen) {
    const remark = notReadBack(`${identity.words} (ID ${id})`, seen.failure, secrets);
    const again: Text = [hint("next-run-reads-back")];
    const unseen = { id, fields: { ...answer, status: undefined } };
    // What was there before, and is not to rest, goes on as it was; what is new calls nobody until it was seen.
    if (strict && (written.isNew || isToRest(inputs, written)))
      throw await stopped(context, making, unseen, [remark, again], false, { ...written, sent: written.status });
    if (strict) throw new NotVerified(text`${remark} ${again}`, unseen, false);
    context.note(remark);
    return { live: { id, fields: answer }, unread: "told" };
  }
  const old = written.birth && !isAsked(inputs) ? madeBefore(kind, seen, written.birth) : undefined;
  if (old !== undefined) await refuseWhatWasThere(context, making, seen, id, old);
  const found = mismatches(kind, inputs, seen, written);
  const gone = found.filter(({ field }) => isUndeclared(written, field));
  if (written.restore !== undefined && isReplaced(gone)) return restored(context, making, written, seen, gone);
  const lacking = found.filter((entry) => entry.live === undefined).map(({ field }) => [field, null] as const);
  const live = { id, fields: { ...answer, ...seen.fields, ...Object.fromEntries(lacking) } };
  const deciding = found.filter((entry) => decides(kind, entry) && !mayBeSomebodys(written, entry));
  const shown = { id, fields: { ...live.fields, status: seen.fields["status"] } };
  if (deciding.length > 0 && strict)
    throw await stopped(context, making, shown, notAsDeclared(making, shown, deciding, secrets, written), true, {
      sent: written.status,
      undeclared: asSeen(written, found, seen),
    });
  if (found.length > 0) context.note(keepsOther(making, id, found, deciding, secrets, written));
  if (isToRest(inputs, written) && statusOf(seen) === undefined) {
    const unseen = restUnseen(making, id, written.status ?? "");
    if (strict) throw new NotVerified(unseen, shown, true);
    context.note(unseen);
  }
  const declared = found.filter((entry) => !gone.includes(entry));
  return { live, kept: declared.length === 0 ? undefined : keptOf(context, kind, declared, secrets) };
}

const secretsIn = ({ identity: { kind }, inputs }: Making, { state }: Partial<Written>): Secrets =>
  secretsOf(kind, inputs, ...(state === undefined ? [] : [state]));

/** What fails may repeat what is secret. */
const notReadBack = (what: string, failure: Text, secrets: Secrets): Text =>
  mapWords(
    text`${what} could not be read back: ${failure} Whether it is what the program says is not known.`,
    (words) => secrets.scrub(words),
  );

/** Throws WasThere: nothing more is written to what may be somebody else's, but what stops its calls. */
async function refuseWhatWasThere(
  context: Context,
  making: Making,
  { fields }: Seen,
  id: string,
  madeAt: string,
): Promise<void> {
  const { kind, words } = making.identity;
  const why = `${words} (ID ${id}) was there before: the API says that it was made at ${oneLine(madeAt)}, so its create has written over what may be somebody else's.`;
  if (context.settings.verifyWrites !== "strict") {
    context.note(why);
    return;
  }
  const live = { id, fields };
  const remarks = [[hint("written-over")]];
  if (!kind.hasStatus) throw new WasThere(lines([why, ...remarks]), live, true);
  const failure = await stopped(context, making, live, [why, ...remarks], true);
  throw new WasThere(failure.text, failure.live, true);
}

/** Whether a rest was sent that is more than a step on the way to a campaign that calls. */
const isToRest = (inputs: Properties, { status }: Pick<Written, "status">): boolean =>
  isRest(status) && inputs["desiredStatus"] !== "active";

/** An answer that says that it was done is no rest. */
const restUnseen = ({ identity }: Making, id: string, rest: string): Text =>
  text`${identity.words} (ID ${id}) was to be ${rest}. The API answered that it was done, and shows no status of it: it may be calling. Look in the dashboard, and pause it there. ${hint("allow-other-values")}`;

/** Writes again what the program leaves alone and the update has changed, and reads that back. */
async function restored(
  context: Context,
  making: Making,
  { restore, ...written }: Written,
  seen: Seen,
  gone: readonly Drift[],
): Promise<Verified> {
  const again = restore && (await writtenAgain(context, making, written.id, gone, () => restore(seen)));
  // What is read now may still be what the first update made.
  const before = { ...seen.fields, status: written.before["status"] };
  return verify(context, making, { ...written, answer: again ?? written.answer, before });
}

const isUndeclared = ({ undeclared = {} }: Partial<Written>, field: string): boolean =>
  Object.hasOwn(undeclared, field);

/** What the program leaves alone, as it is now: without what was lost. */
function asSeen(written: Partial<Written>, found: readonly Drift[], { fields }: Live): Properties {
  const changed = found.map(({ field }) => field).filter((field) => isUndeclared(written, field));
  return { ...without(written.undeclared ?? {}, changed), ...pick(fields, changed) };
}

/** Whether what the program leaves alone has another value: perhaps somebody's who was at it at that moment. */
const mayBeSomebodys = (written: Partial<Written>, { field, live }: Drift): boolean =>
  isUndeclared(written, field) && !isEmpty(live);

/** Throws NotVerified where a campaign that was not written is not what was declared, in what decides about its calls. */
export async function mustNotCall(context: Context, making: Making, live: Live): Promise<void> {
  const { identity, inputs } = making;
  const { kind } = identity;
  if (!isStrict(context, kind)) return;
  const seen = { ...live, isReadAlone: context.inventory.canRead(kind) };
  const deciding = mismatches(kind, inputs, seen, {}).filter((entry) => decides(kind, entry));
  if (deciding.length > 0)
    throw await stopped(context, making, live, notAsDeclared(making, live, deciding, secretsOf(kind, inputs)), true);
}

/**
 * The same of a campaign that was as declared until it was set calling: the update that does so is one like any other.
 * @param first what was seen of it after that
 * @param written `status`: the one that was sent; `kept`: what was told of it before
 */
export async function verifyCalling(
  context: Context,
  making: Making,
  first: Sighting,
  written: Written & { readonly status: string },
): Promise<void> {
  const { identity, inputs } = making;
  const { kind } = identity;
  const { id, kept = "", status } = written;
  const strict = isStrict(context, kind);
  const secrets = secretsIn(making, written);
  let last = first;
  const seen = await lookUntil(
    context,
    async (isFirst) => {
      const again = isFirst ? first : await sight(context, identity, id, "now");
      return (last = "failure" in again ? last : again);
    },
    (now) => "failure" in now || !isAsBefore(context, making, now, written),
  );
  if ("failure" in seen) {
    const what = `${identity.words} (ID ${id}) was set to "${status}", and after that`;
    const remark = notReadBack(what, seen.failure, secrets);
    if (strict)
      throw new NotVerified(
        text`${remark} ${hint("next-run-reads-back")}`,
        { id, fields: { ...written.answer, status } },
        false,
      );
    context.note(remark);
    return;
  }
  const deciding = mismatches(kind, inputs, seen, written).filter(
    (entry) =>
      !isOfStatus(entry.field) &&
      decides(kind, entry) &&
      !isKept(context, kind, kept, entry) &&
      !mayBeSomebodys(written, entry),
  );
  if (deciding.length === 0) return;
  const live = { id, fields: seen.fields };
  if (strict)
    throw await stopped(context, making, live, notAsDeclared(making, live, deciding, secrets, written), true, {
      sent: status,
    });
  context.note(keepsOther(making, id, deciding, deciding, secrets, written));
}

/**
 * An update that failed may have been done in part. Throws where the campaign is, in what decides about its calls, neither
 * as it was nor as it was declared.
 */
export async function verifyFailed(
  context: Context,
  making: Making,
  written: Omit<Written, "answer">,
  failure: unknown,
): Promise<void> {
  const { identity } = making;
  const { kind } = identity;
  if (!isStrict(context, kind) || !wasSent(failure)) return;
  const seen = await sight(context, identity, written.id, "afterWrites");
  if ("failure" in seen) return;
  const changed = sinceThen(context, making, seen, written).changed.filter(
    (entry) => decides(kind, entry) && !mayBeSomebodys(written, entry),
  );
  if (changed.length === 0) return;
  const secrets = secretsIn(making, written);
  const why = [
    `${identity.words} (ID ${written.id}) was changed by an update that failed, in what decides who is called, when or how often.`,
    table(changed, secrets),
    ...wasBefore(changed, written),
    mapWords(textOf(failure), (words) => secrets.scrub(words)),
    [hint("next-run-retries")],
  ];
  throw await stopped(context, making, { id: written.id, fields: seen.fields }, why, true, {
    sent: written.status,
    undeclared: asSeen(written, changed, seen),
  });
}

/** So do its workspace, and that a campaign which was to rest, or to go on resting, calls by the write, or may do so. */
const decides = (kind: Kind, { field, declared, live }: Drift): boolean =>
  decidesAboutCalls(kind, field) || field === kind.placeField || (isOfStatus(field) && mayCall(declared, live));

/** Whether a status may call that followed on one that does not. After a rest, only what is known to be one is one. */
const mayCall = (status: unknown, now: unknown): boolean =>
  isRest(status) ? !isRest(now) : !isCalling(status) && isCalling(now);

const isOfStatus = (field: string): boolean => field === "desiredStatus" || field === "status";

/** Declared fields that are stored otherwise, and the status. */
function mismatches(kind: Kind, inputs: Properties, live: Seen, written: Partial<Written>): Drift[] {
  const { cleared = [], isNew = true, undeclared = {} } = written;
  // What an update cannot change is no affair of one.
  const isOfTheWrite = ({ field }: Drift): boolean => isNew || kind.field(field)?.node.replaceOnChange !== true;
  const lacking =
    live.isReadAlone === true ? notShown(kind, inputs, live.fields).filter((entry) => decides(kind, entry)) : [];
  const left = cleared
    .filter((field) => !isEmpty(live.fields[field]))
    .map((field) => ({ field, class: "configuration" as const, declared: null, live: live.fields[field] }));
  return [
    ...placeMismatch(kind, inputs, live),
    ...[...differences(kind, inputs, live.fields), ...lacking].filter(isOfTheWrite),
    ...left,
    ...lost(kind, undeclared, inputs, live),
    ...statusMismatch(inputs, live, written),
  ];
}

/**
 * The wanted status, where one is shown that is not known to mean what was sent. Where none is wanted, an update carries
 * the live one, or none: a server may set a campaign calling by any update. Completed is reached by running.
 */
function statusMismatch(
  inputs: Properties,
  live: Live,
  { status: sent, isNew = true, before = {} }: Partial<Written>,
): Drift[] {
  const now = statusOf(live);
  const status = sent ?? (isNew ? undefined : statusOf({ fields: before }));
  if (status === undefined || now === undefined || isOver(now)) return [];
  if (inDocumentedWords(now) === inDocumentedWords(status)) return [];
  const wanted = inputs["desiredStatus"];
  // On the way to "active", a campaign that does not call is not known to be paused either: a draft stays one.
  const mayCallNow = wanted === "active" ? !isCalling(status) && isCalling(now) : mayCall(status, now);
  if (!mayCallNow && (sent === undefined || sent !== wanted)) return [];
  const field = wanted === undefined ? "status" : "desiredStatus";
  return [{ field, class: "configuration", declared: status, live: now }];
}

/**
 * The object as it is stored, with patience for a read that lags behind the write. A read that failed was tried often
 * enough by the client.
 */
async function readBack(context: Context, making: Making, written: Omit<Written, "answer">): Promise<Sighting> {
  const { identity, inputs } = making;
  const { id } = written;
  const toRest = isToRest(inputs, written);
  const last = await lookUntil(
    context,
    async (isFirst) => {
      const seen = await sight(context, identity, id, isFirst ? "afterWrites" : "now");
      return toRest && !("failure" in seen) ? withStatus(context, identity, id, seen) : seen;
    },
    (seen) => {
      if ("failure" in seen) return seen !== notYet;
      if (toRest && statusOf(seen) === undefined) return false;
      return !isAsBefore(context, making, seen, written);
    },
  );
  if (last !== notYet || written.birth === undefined) return last;
  const other = await madeUnderAnother(context, making, written.birth, id);
  if (other !== undefined) throw new MadeAsAnother(other);
  return last;
}

/**
 * Whether what is not as declared still is as it was before the write, all of it, or something that decides about calls while
 * nothing that does is another thing: the read may lag behind it. What the API is known to keep so will not become otherwise.
 */
function isAsBefore(context: Context, making: Making, seen: Seen, written: Omit<Written, "answer">): boolean {
  const { found, changed } = sinceThen(context, making, seen, written);
  const isDeciding = (entry: Drift): boolean => decides(making.identity.kind, entry);
  if (changed.some(isDeciding)) return false;
  const asBefore = found.filter((entry) => !changed.includes(entry));
  return changed.length === 0 ? asBefore.length > 0 : asBefore.some(isDeciding);
}

/** What is not as declared, and what of it is not as it was before the write either. */
function sinceThen(
  context: Context,
  { identity: { kind }, inputs }: Making,
  seen: Seen,
  written: Omit<Written, "answer">,
): { readonly found: readonly Drift[]; readonly changed: readonly Drift[] } {
  const { before, isNew, kept = "" } = written;
  const found = mismatches(kind, inputs, seen, written).filter((entry) => !isKept(context, kind, kept, entry));
  // Which status a new campaign had before it was paused is mostly not told: it may have been what is shown.
  const { status = "active" } = seen.fields;
  const fields = isNew && statusOf({ fields: before }) === undefined ? { ...before, status } : before;
  const earlier = { id: undefined, fields, isReadAlone: seen.isReadAlone === true && !isNew };
  const former = new Map(mismatches(kind, inputs, earlier, written).map(({ field, live }) => [field, live]));
  const changed = found.filter(({ field, live }) => !former.has(field) || !areEqual(former.get(field), live));
  return { found, changed };
}

const isKept = ({ ledger }: Context, kind: Kind, kept: Prints, { field, live }: Drift): boolean =>
  ledger.printer.heldThen(kept, field, inNormalForm(kind, field, live)) === true;

const areEqual = (one: unknown, other: unknown): boolean =>
  isEmpty(one) ? isEmpty(other) : stableText(one) === stableText(other);

const inNormalForm = (kind: Kind, field: string, live: unknown): unknown => normalField(kind, field, live) ?? null;

/** Also what is not there is kept so: normal forms leave it out. */
const keptOf = ({ ledger }: Context, kind: Kind, found: readonly Drift[], secrets: Secrets): Prints =>
  ledger.printer.print(
    Object.fromEntries(found.map(({ field, live }) => [field, inNormalForm(kind, field, live)])),
    (field) => secrets.mayHold(field),
  );

const table = (found: readonly Drift[], secrets: Secrets): string => sideBySide(found, secrets, ["declared", "stored"]);

const notAsDeclared = (
  { identity, inputs }: Making,
  live: Live,
  deciding: readonly Drift[],
  secrets: Secrets,
  written: Partial<Written> = {},
): readonly Text[] => [
  `${identity.words} (ID ${live.id ?? ""}) is stored otherwise than it was declared, in what decides who is called, when or how often.`,
  table(deciding, secrets),
  ...wasBefore(deciding, written),
  ...(deciding.every(({ field }) => isOfStatus(field))
    ? [text`The API has another status than it was sent, or than its own answer told. ${hint("allow-other-values")}`]
    : [
        ...(inputs["desiredStatus"] === undefined ? [[hint("declare-status")]] : []),
        text`Perhaps the API calls the field otherwise, or refuses the value in silence. Declare what it stores, or set it in the dashboard, then run again. ${hint("allow-other-values")}`,
      ]),
];

/** What is no value of the program's stands in the table as the program left it. */
function wasBefore(found: readonly Drift[], written: Partial<Written>): readonly string[] {
  const names = found.map(({ field }) => field).filter((field) => isUndeclared(written, field));
  return names.length === 0
    ? []
    : [
        `The program leaves ${names.join(", ")} out, and it has changed by the update or beside it: "declared" is what it was before. Look at it in the dashboard, and declare it.`,
      ];
}

function keepsOther(
  { identity }: Making,
  id: string,
  found: readonly Drift[],
  deciding: readonly Drift[],
  secrets: Secrets,
  written: Partial<Written>,
): Text {
  return lines([
    `${identity.words} (ID ${id}) is stored otherwise than it was declared:`,
    table(found, secrets),
    ...wasBefore(found, written),
    ...(deciding.length > 0 ? ["That decides who is called, when or how often, and the campaign goes on."] : []),
    ...(found.every(({ field }) => isUndeclared(written, field)) ? [] : [[hint("ignore-field")]]),
  ]);
}
