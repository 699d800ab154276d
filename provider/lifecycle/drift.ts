/**
 * Drift as a pure function: what the API shows against what was declared, each difference with its class.
 *
 * | class         | what                                                            | consequence                  |
 * | ------------- | --------------------------------------------------------------- | ---------------------------- |
 * | configuration | a declared field shows another value                            | shown, repaired by an update |
 * | runtime       | status, progress, times: what moves by itself                   | reported, never a difference |
 * | spelling      | the same value in another form (kinds/spelling.ts)              | never a difference           |
 * | unmanaged     | a field the program leaves alone has a value                    | reported, not repaired       |
 *
 * What the API does not show is no drift: the declared value stands.
 */
import { isEmpty } from "../values/empty";
import type { Kind } from "../kinds/kind";
import { stableText, type Properties } from "../kinds/normalForm";
import type { Field } from "../kinds/schema";
import { inDeclaredOrder, inDeclaredTerms } from "../kinds/spelling";
import { inDocumentedWords, statusOf } from "./status";

export type DriftClass = "configuration" | "runtime" | "spelling" | "unmanaged";

export interface Drift {
  readonly field: string;
  readonly class: DriftClass;
  readonly declared: unknown;
  /** The live value, in the terms of the declared one; null if it was cleared. */
  readonly live: unknown;
}

/** Every difference between declared inputs and the fields of an answer, in the order of the schema. */
export function drift(kind: Kind, declared: Properties, live: Properties): Drift[] {
  const ordered = inDeclaredOrder(declared, live);
  return [
    // Not the workspace: the list was asked for by it, and an answer may call the same place by its ID.
    ...kind.content.flatMap((field) => fieldDrift(kind, field, declared, live, ordered) ?? []),
    ...kind.reported.flatMap((field) =>
      live[field.name] === undefined
        ? []
        : [{ field: field.name, class: "runtime" as const, declared: undefined, live: live[field.name] }],
    ),
    ...statusDrift(kind, declared, live),
  ];
}

function fieldDrift(
  kind: Kind,
  field: Field,
  declared: Properties,
  live: Properties,
  ordered: Properties,
): Drift | undefined {
  const shown = live[field.name];
  if (shown === undefined) return undefined;
  const wanted = declared[field.name];
  if (wanted === undefined) {
    return isEmpty(shown) ? undefined : { field: field.name, class: "unmanaged", declared: undefined, live: shown };
  }
  const interpreted = kind.interpret(field.name, wanted, ordered[field.name]);
  const restated = inDeclaredTerms(field, wanted, interpreted, declared, live);
  if (restated !== wanted) return { field: field.name, class: "configuration", declared: wanted, live: restated };
  return stableText(wanted) === stableText(shown)
    ? undefined
    : { field: field.name, class: "spelling", declared: wanted, live: shown };
}

/** A status somebody changed is drift where the program wants one. Completed is reached by running, and is none. */
function statusDrift(kind: Kind, declared: Properties, live: Properties): Drift[] {
  const wanted = declared["desiredStatus"];
  if (!kind.hasStatus || wanted === undefined) return [];
  const moved = inDocumentedWords(statusOf({ fields: live }));
  return (moved === "active" || moved === "paused") && moved !== wanted
    ? [{ field: "desiredStatus", class: "configuration", declared: wanted, live: moved }]
    : [];
}
