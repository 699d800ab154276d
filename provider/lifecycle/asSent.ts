/** What a create sent, and whether an object still is what it was sent: then it is the program that was edited. */
import type { Kind } from "../kinds/kind";
import { normalForm, type Properties } from "../kinds/normalForm";
import { sentOf, wasSent, type Sent } from "../ledger/sent";
import type { Drift } from "./drift";

/** What a create or an update of these inputs sends. */
export const sentIn = (kind: Kind, inputs: Properties): Sent =>
  sentOf(Object.fromEntries(kind.written.map(({ name }) => [name, inputs[name]])));

/** Whether each differing field holds what was sent of it. */
export const areAsSent = (kind: Kind, sent: Sent, found: readonly Drift[]): boolean =>
  found.every(({ field, live }) => wasSent(sent, field, normalForm(kind, { [field]: live })[field]));
