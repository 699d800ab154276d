import type { Diagnostic } from "./diagnostic";
import type { Properties } from "./normalForm";
import type { KindSchema } from "./schema";

/** A kind of Callab object: what schema.json says of it, and the little that only code can say. */
export interface Kind extends KindSchema {
  /** What a person calls it: "campaign". */
  readonly noun: string;
  /**
   * Whether the object has a live status that a program may want (`desiredStatus`) and that every update carries.
   */
  readonly hasStatus: boolean;
  /** Whether the object lives in a workspace whose list is asked for by name. Phone numbers have one list for all. */
  readonly listedByWorkspace: boolean;
  /** Rules across fields. `now` is the moment of the run. */
  rules(inputs: Properties, now: Date): Diagnostic[];
  /** Values made from the inputs, put in by check so that previews show them. */
  compute(inputs: Properties): Record<string, unknown>;
  /**
   * The live value of a field where the API answers in another shape than it takes. Gives the declared value
   * where the two cannot be told apart.
   */
  interpret(field: string, declared: unknown, live: unknown): unknown;
}

/** A kind with nothing special: the starting point of the four. */
export const plainKind = (schema: KindSchema, noun: string): Kind => ({
  ...schema,
  noun,
  hasStatus: false,
  listedByWorkspace: true,
  rules: () => [],
  compute: () => ({}),
  interpret: (_field, _declared, live) => live,
});
