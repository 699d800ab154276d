import type { Properties } from "./normalForm";
import type { JudgedRule } from "./rule";
import type { KindSchema, ListedKindName } from "./schema";

/** A kind of Callab object: what schema.json says of it, and the little that only code can say. */
export interface Kind extends KindSchema {
  /** Rules beyond the shape of each field. */
  readonly rules: readonly JudgedRule[];
  /** Values made from the inputs, put in by check so that previews show them. */
  compute(inputs: Properties): Record<string, unknown>;
  /**
   * The live value of a field where the API answers in another shape than it takes. Gives the declared value
   * where the two cannot be told apart.
   */
  interpret(field: string, declared: unknown, live: unknown): unknown;
}

/** A kind that the API lists. */
export type ListedKind = Kind & { readonly name: ListedKindName };

/** Whether a field decides who is called, when or how often. */
export const decidesAboutCalls = (kind: KindSchema, field: string): boolean =>
  kind.field(field)?.node.decides !== undefined;

/** Whether a field decides who is called, or when. How often somebody is called has a default everywhere. */
export function decidesWhoOrWhen(kind: KindSchema, field: string): boolean {
  const decides = kind.field(field)?.node.decides;
  return decides === "who" || decides === "when";
}

/** A kind with nothing special. */
export const plainKind = (schema: KindSchema): Kind => ({
  ...schema,
  rules: [],
  compute: () => ({}),
  interpret: (_field, _declared, live) => live,
});
