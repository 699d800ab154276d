/** Taking over what exists: when it is allowed, and what a user is told when it is not. */
import type { Live } from "../api/object";
import type { Begun } from "../ledger/memory";
import { hint } from "../words/hint";
import { HintedError, lines, text } from "../words/text";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { isEmpty } from "../values/empty";
import { hidesSecret } from "../kinds/spelling";
import type { Context } from "./context";
import type { Making } from "./created";
import { drift, type Drift } from "./drift";
import { declaredId, type Identity } from "./identity";
import { placeMismatch } from "./moved";
import { isEditOfTheProgram, isMadeBy } from "./ownWork";
import { secretsOf, type Secrets } from "./secrets";
import { sideBySide } from "./sideBySide";
import { statusOf } from "./status";

/** The declared fields whose live value is another one. */
export const differences = (kind: Kind, declared: Properties, live: Properties): Drift[] =>
  drift(kind, declared, live).filter((entry) => entry.class === "configuration" && entry.field !== "desiredStatus");

/**
 * Declared fields that the API is said to show, and did not show of this object: it may not have them. Somebody else's
 * object is not taken for equal in what cannot be seen of it: tags that are not there would call everybody.
 */
export const notShown = (kind: Kind, declared: Properties, live: Properties): Drift[] =>
  kind.content
    .filter(({ name, node }) => node.readBack === "shown" && !isEmpty(declared[name]))
    .filter(({ name }) => live[name] === undefined)
    .map(({ name }) => ({ field: name, class: "configuration", declared: declared[name], live: undefined }));

/** Whether a program says in so many words that an object which exists is to be its own: by `adopt`, or by its ID. */
export const isAsked = (inputs: Properties): boolean =>
  inputs["adopt"] === true || declaredId(inputs["existingId"]) !== undefined;

/** The wanted status, where the object has another one or shows none: somebody else's is not paused, nor set calling. */
export const statusDiffers = (kind: Kind, declared: Properties, live: Properties): Drift[] => [
  ...drift(kind, declared, live).filter((entry) => entry.field === "desiredStatus"),
  ...(kind.hasStatus && declared["desiredStatus"] !== undefined && statusOf({ fields: live }) === undefined
    ? [
        {
          field: "desiredStatus",
          class: "configuration" as const,
          declared: declared["desiredStatus"],
          live: undefined,
        },
      ]
    : []),
];

/** Declared fields that the API did not show, or not the secrets in them, and that could therefore not be compared. */
export const notCompared = (kind: Kind, declared: Properties, live: Properties): string[] =>
  kind.content
    .filter((field) => declared[field.name] !== undefined)
    .filter((field) => live[field.name] === undefined || hidesSecret(field, declared[field.name], live[field.name]))
    .map((field) => field.name);

/** Whether one of the differing fields cannot be changed on an object that exists. */
const isFixed = (kind: Kind, found: readonly Drift[]): boolean =>
  found.some(({ field }) => kind.field(field)?.node.replaceOnChange === true);

/** An object that a create has come to. */
export interface Found {
  /** As the list shows it, or as it is named. */
  readonly listed: Live;
  /** As it is to be compared: with all that is read of it alone. */
  readonly live: Live;
  /** Creates without a clear outcome that this one stands for. */
  readonly begun: readonly Begun[];
}

export interface Judgement {
  /** Whether the program says in so many words that it is to be its own. */
  readonly isAsked: boolean;
  /** Whether this very resource made it, or began to. */
  readonly isOurs: boolean;
  /** The declared fields whose live value is another one; where it is taken over, they are written. */
  readonly different: readonly Drift[];
  /** Why it is not taken over. */
  readonly refusal: AdoptionRefused | undefined;
}

/** Whether the object may be taken over, by what is seen of it: for a preview as for the run. */
export function judged(context: Context, making: Making, { listed, live, begun }: Found): Judgement {
  const { identity, inputs, owner } = making;
  const { kind } = identity;
  const { id } = live;
  const asked = isAsked(inputs);
  const isOurs = id !== undefined && isMadeBy(context, identity, id, listed, { begun, owner });
  const different = [...placeMismatch(kind, inputs, live), ...differences(kind, inputs, live.fields)];
  const unseen = [...notShown(kind, inputs, live.fields), ...statusDiffers(kind, inputs, live.fields)];
  // Without an ID it is not read, and nothing is taken over; what differs is worth telling all the same.
  const found = asked || isOurs || id === undefined ? different : [...different, ...unseen];
  const isEdit = isOurs && isEditOfTheProgram(context.ledger, kind, id, { begun, owner }, different, live);
  const fixed = isFixed(kind, found);
  const isRefused = found.length > 0 && (!(asked || isEdit) || fixed);
  const refusal = isRefused ? new AdoptionRefused(identity, id, found, secretsOf(kind, inputs), fixed) : undefined;
  return { isAsked: asked, isOurs, different, refusal };
}

/** An object of this name exists and is another one. */
export class AdoptionRefused extends HintedError {
  override readonly name = "AdoptionRefused";
  /** @param fixed see `isFixed` */
  constructor(identity: Identity, id: string | undefined, found: readonly Drift[], secrets: Secrets, fixed = false) {
    const change = fixed
      ? "It cannot be made what the program says without being made anew: delete it in the dashboard and run again, or declare it as it is."
      : hint("adopt");
    // A number is what it is: no other one would do.
    const keep =
      identity.kind.naturalKey === "name"
        ? "To keep it as it is, give this one another name."
        : "To keep it as it is, leave these fields out of the program.";
    super(
      lines([
        `${identity.words} exists already${id === undefined ? "" : ` (ID ${id})`} and differs from this program; nothing was changed.`,
        sideBySide(found, secrets),
        text`${change} ${keep}`,
      ]),
    );
  }
}
