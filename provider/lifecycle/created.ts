import type { Properties } from "../kinds/normalForm";
import type { Owner } from "../ledger/owner";
import { HintedError, type Text } from "../words/text";
import type { Identity } from "./identity";

/** One create: what is to be made or taken over, and for whom. */
export interface Making {
  readonly identity: Identity;
  /** In normal form. */
  readonly inputs: Properties;
  readonly owner: Owner | undefined;
}

/** What a create comes to. */
export interface Created {
  readonly id: string;
  readonly state: Record<string, unknown>;
}

/**
 * The object exists, or may exist, but not all of what was wanted could be done. What is known of it must be recorded:
 * the next run goes on from there.
 */
export class PartlyCreated extends HintedError {
  override readonly name = "PartlyCreated";
  constructor(
    readonly created: Created,
    reason: Text,
  ) {
    super(reason);
  }
}

/** The object was written, and is not what the program declares. The state must say what it is. */
export class PartlyUpdated extends HintedError {
  override readonly name = "PartlyUpdated";
  constructor(
    readonly state: Record<string, unknown>,
    reason: Text,
  ) {
    super(reason);
  }
}
