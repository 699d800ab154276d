/** The state of an object after a write: as it was declared, or as it is stored where that is another thing. */
import type { Live } from "../api/object";
import { isEmpty } from "../values/empty";
import type { Kind } from "../kinds/kind";
import { normalField, type Properties } from "../kinds/normalForm";
import type { Making } from "./created";
import { liveInputs, reportedBy } from "./shown";
import { makeState, nothingReported, type Notes, type Reported } from "./state";
import { statusOf } from "./status";
import type { NotVerified } from "./stopped";
import type { Verified } from "./verify";

/** What the state had before the write. */
interface Former {
  readonly reported: Reported;
  /** Values of fields that the program has taken out. */
  readonly cleared: Properties;
}

const nothingFormer: Former = { reported: nothingReported, cleared: {} };

/**
 * All that was wanted is done. Where the status that is shown is another one, somebody has set it meanwhile, or the API
 * has: the next preview shows it.
 */
export function stateOf(
  { identity: { kind, account }, inputs }: Making,
  { live, kept, unread }: Verified,
  notes: Notes,
  { reported }: Former = nothingFormer,
): Record<string, unknown> {
  const status = statusOf(live);
  const isOther = inputs["desiredStatus"] !== undefined && (status === "active" || status === "paused");
  const declared = isOther ? { ...inputs, desiredStatus: status } : inputs;
  const shown = unread === undefined ? shownAllTheSame(kind, inputs, live) : [];
  return makeState(declared, reportedBy(kind, inputs, live, reported), { account, ...notes, kept, shown, unread });
}

/**
 * What is stored, so that the next run sees what is left to do. A status of which nobody knows whether it was set is
 * left out: to set it is what that run is for, and no change that somebody made.
 */
export function storedState(
  { identity: { kind, account }, inputs }: Making,
  { live, isRead }: Pick<NotVerified, "live" | "isRead">,
  notes: Notes,
  { reported, cleared }: Former = nothingFormer,
): Record<string, unknown> {
  const { desiredStatus, ...shown } = { ...liveInputs(kind, inputs, live.fields), ...fixedIn(kind, inputs) };
  const status = statusOf(live);
  const stored = {
    ...shown,
    ...(desiredStatus === undefined || status === undefined ? {} : { desiredStatus }),
    ...stillThere(kind, cleared, live, isRead),
  };
  const { runtime, unmanaged } = reportedBy(kind, inputs, live, reported);
  return makeState(
    stored,
    { runtime: { ...runtime, status }, unmanaged },
    { account, ...notes, ...(isRead ? { shown: shownAllTheSame(kind, inputs, live) } : { unread: "open" as const }) },
  );
}

/** The declared fields that are documented to be hidden, and are shown. */
const shownAllTheSame = (kind: Kind, inputs: Properties, { fields }: Live): string[] =>
  kind.content
    .filter(({ name, node }) => node.readBack === "hidden" && inputs[name] !== undefined && !isEmpty(fields[name]))
    .map(({ name }) => name);

/** What an update cannot change stays as it is declared: else the next run would make the object anew. */
const fixedIn = (kind: Kind, inputs: Properties): Properties =>
  Object.fromEntries(
    kind.content.flatMap(({ name, node }) =>
      node.replaceOnChange === true && inputs[name] !== undefined ? [[name, inputs[name]] as const] : [],
    ),
  );

/** What the program has taken out and the API has not: the next run clears it again. */
const stillThere = (kind: Kind, cleared: Properties, { fields }: Live, isRead: boolean): Properties =>
  Object.fromEntries(
    Object.entries(cleared).flatMap(([name, former]) => {
      if (!isRead) return [[name, former] as const];
      return isEmpty(fields[name]) ? [] : [[name, normalField(kind, name, fields[name])] as const];
    }),
  );
