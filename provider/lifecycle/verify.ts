/**
 * verify: is what is stored what was declared? A server may answer "ok" and drop a field that it does not know, so what
 * was sent is not always what was stored. After each write the object is read back, and every field that is shown is
 * compared, by the rules of drift.
 *
 * | what differs                                       | `strict`                           | `warn`    | `off`            |
 * | -------------------------------------------------- | ---------------------------------- | --------- | ---------------- |
 * | a field that decides who is called, when, how often | paused, recorded, and the run fails | told      | nothing is read  |
 * | a campaign that cannot be read back                 | recorded, and the run fails; paused where it is new | told      | nothing is read  |
 * | any other field or kind                             | told                                | told      | nothing is read  |
 *
 * Such a campaign is never set calling. What the API does not show is not compared; but a read by its ID that lacks a
 * deciding field, which the API is documented to show, says that the field is not there.
 */
import type { Live } from "../api/object";
import type { Kind } from "../kinds/kind";
import { isEmpty } from "../kinds/empty";
import { normalForm, type Properties } from "../kinds/normalForm";
import { heldThen, printsOf, type Prints } from "../ledger/prints";
import { differences, notShown } from "./adoption";
import { patiently, type Context } from "./context";
import { messageOf, type Making } from "./created";
import type { Drift } from "./drift";
import { glance, type Glance } from "./observe";
import { secretsOf } from "./secrets";
import { sideBySide } from "./sideBySide";
import { statusOf } from "./status";
import { writeAll } from "./write";

/** What a write has come to. */
export interface Verified {
  /** The object as it was read back, or as far as an answer showed it. */
  readonly live: Live;
  /** What the API keeps of fields in which that is not what was declared: nobody has changed them. */
  readonly kept: Prints | undefined;
}

/** The object is there, and must not be taken for what the program declares. */
export class NotVerified extends Error {
  override readonly name = "NotVerified";
  constructor(
    message: string,
    /** The object as it is stored, where it was read back; with the status as the pause left it. */
    readonly live: Live,
  ) {
    super(message);
  }
}

/** What was written, and what was there before. */
export interface Written {
  readonly id: string;
  /** What the answer to the write showed. */
  readonly answer: Live["fields"];
  /** What the object was before: what a read that lags behind the write would still show. */
  readonly before?: Live["fields"];
  /** Fields that the program has taken out. */
  readonly cleared?: readonly string[];
}

/** Reads back what was written. Throws NotVerified. */
export async function verify(context: Context, making: Making, written: Written): Promise<Verified> {
  const { id, answer, cleared = [] } = written;
  const { identity, inputs } = making;
  const { kind } = identity;
  const mode = context.settings.verifyWrites;
  if (mode === "off") return { live: { id, fields: answer }, kept: undefined };
  const isStrict = mode === "strict" && kind.hasStatus;
  const seen = await readBack(context, making, written);
  if (typeof seen === "string") {
    const text = `${identity.words} (ID ${id}) could not be read back: ${seen} Whether it is what the program says is not known.`;
    const live = { id, fields: answer };
    const again = "`pulumi up` looks again.";
    // What was there before goes on as it was; what is new calls nobody until it was seen.
    if (isStrict && written.before === undefined) throw await stopped(context, making, live, [text, again]);
    if (isStrict) throw new NotVerified(`${text} It was not set calling by this. ${again}`, live);
    context.note(text);
    return { live, kept: undefined };
  }
  const found = mismatches(kind, inputs, seen, cleared);
  const lacking = found.filter((entry) => entry.live === undefined).map(({ field }) => [field, null] as const);
  const live = { id, fields: { ...answer, ...seen.live.fields, ...Object.fromEntries(lacking) } };
  const deciding = found.filter(({ field }) => decides(kind, field));
  if (deciding.length > 0 && isStrict)
    throw await stopped(context, making, live, notAsDeclared(making, live, deciding));
  if (found.length > 0) context.note(keepsOther(making, id, found));
  return { live, kept: found.length === 0 ? undefined : keptOf(kind, found) };
}

const decides = (kind: Kind, name: string): boolean => kind.field(name)?.node.decides !== undefined;

/** Whether the object holds what is declared in every field that decides who is called, when or how often. */
export const mayCall = (
  kind: Kind,
  inputs: Properties,
  { fields, cleared }: { readonly fields: Live["fields"]; readonly cleared: readonly string[] },
): boolean => {
  const found = mismatches(kind, inputs, { live: { id: undefined, fields }, isReadAlone: true }, cleared);
  return found.every(({ field }) => !decides(kind, field));
};

/** Declared fields that are stored otherwise. */
function mismatches(
  kind: Kind,
  inputs: Properties,
  { live, isReadAlone }: Glance,
  cleared: readonly string[],
): Drift[] {
  const lacking = isReadAlone ? notShown(kind, inputs, live.fields).filter(({ field }) => decides(kind, field)) : [];
  const left = cleared
    .filter((field) => !isEmpty(live.fields[field]))
    .map((field) => ({ field, class: "configuration" as const, declared: null, live: live.fields[field] }));
  return [...differences(kind, inputs, live.fields), ...lacking, ...left];
}

/** The object as it is after the write; why not, where it cannot be read. */
async function readBack(
  context: Context,
  { identity, inputs }: Making,
  { id, before, cleared = [] }: Written,
): Promise<Glance | string> {
  let last: Glance | string = "it is not shown yet.";
  await patiently(context, async (isFirst) => {
    try {
      last = (await glance(context, identity, id, isFirst ? "afterWrites" : "now")) ?? "it is not shown yet.";
    } catch (error) {
      return (last = messageOf(error));
    }
    return typeof last === "string" ||
      (before !== undefined && isAsBefore(identity.kind, inputs, last, before, cleared))
      ? undefined
      : last;
  });
  return last;
}

/** Whether all that is not as declared still is as it was before the write: the read may lag behind it. */
function isAsBefore(
  kind: Kind,
  inputs: Properties,
  seen: Glance,
  before: Live["fields"],
  cleared: readonly string[],
): boolean {
  const found = mismatches(kind, inputs, seen, cleared);
  const former = printsOf(
    Object.fromEntries(
      mismatches(kind, inputs, { ...seen, live: { ...seen.live, fields: before } }, cleared).map(({ field, live }) => [
        field,
        live,
      ]),
    ),
  );
  return found.length > 0 && found.every(({ field, live }) => heldThen(former, field, live) === true);
}

/** Also what is not there is kept so: normal forms leave it out. */
const keptOf = (kind: Kind, found: readonly Drift[]): Prints =>
  printsOf(
    Object.fromEntries(found.map(({ field, live }) => [field, normalForm(kind, { [field]: live })[field] ?? null])),
  );

const notAsDeclared = ({ identity, inputs }: Making, live: Live, deciding: readonly Drift[]): readonly string[] => [
  `${identity.words} (ID ${live.id ?? ""}) is stored otherwise than it was declared, in what decides who is called, when or how often.`,
  sideBySide(deciding, secretsOf(identity.kind, inputs), ["declared", "stored"]),
  "Perhaps the API calls the field otherwise, or refuses the value in silence. Declare what it stores, or set it in the dashboard and leave it out of the program, then run again. " +
    "`pulumi config set callab:verifyWrites warn` goes on in spite of it.",
];

/** Nobody may be called by what is not known to be what was declared. */
async function stopped(
  context: Context,
  { identity, inputs }: Making,
  live: Live,
  why: readonly string[],
): Promise<NotVerified> {
  const status = statusOf(live);
  const [head = "", ...rest] = why;
  const failure = (end: string, now = status): NotVerified =>
    new NotVerified([`${head} ${end}`, ...rest].join("\n"), {
      id: live.id,
      fields: now === undefined ? live.fields : { ...live.fields, status: now },
    });
  if (status === "paused" || status === "completed") return failure(`It is ${status}: nobody is called by it.`);
  try {
    await writeAll(context, identity, live.id ?? "", inputs, { status: "paused" });
    return failure("It was paused: nobody is called by it.", "paused");
  } catch (error) {
    return failure(`It could not be paused and may be calling: pause it in the dashboard now. ${messageOf(error)}`);
  }
}

const keepsOther = ({ identity, inputs }: Making, id: string, found: readonly Drift[]): string =>
  [
    `${identity.words} (ID ${id}) is stored otherwise than it was declared:`,
    sideBySide(found, secretsOf(identity.kind, inputs), ["declared", "stored"]),
    "Write it as it is stored, or name the field in `ignoreChanges`: else a refresh shows it as drift.",
  ].join("\n");
