/** Differing fields in two columns, for people. What is secret is not shown, on either side. */
import type { Properties } from "../kinds/normalForm";
import { sameAsLive } from "../kinds/spelling";
import type { Field } from "../kinds/schema";
import { propertyOf } from "../words/diagnostic";
import { table } from "../words/table";
import type { Drift } from "./drift";
import type { Secrets } from "./secrets";

type Difference = Pick<Drift, "field" | "declared" | "live">;

/**
 * A table, a line each field.
 * @param heads what the two columns hold
 */
export function sideBySide(
  found: readonly Difference[],
  secrets: Secrets,
  heads: readonly [one: string, other: string] = ["declared", "live"],
): string {
  const rows = table([["field", ...heads], ...found.flatMap((entry) => rowsOf(entry, secrets))]);
  return rows.replace(/^/gm, "  ");
}

type Row = readonly [name: string, one: string, other: string];

function rowsOf({ field: name, declared, live }: Difference, secrets: Secrets): Row[] {
  const field = secrets.kind.field(name);
  if (field !== undefined && !secrets.isSecret(name)) {
    const parts = partsOf(name, field, declared, live, secrets);
    if (parts !== undefined) return parts;
  }
  return [[name, ...secrets.shownSideBySide(name, declared, live)]];
}

/** For lists of objects, one row for each field in them that differs, so that it is not cut off. */
function partsOf(name: string, field: Field, declared: unknown, live: unknown, secrets: Secrets): Row[] | undefined {
  const children = field.fields;
  if (children === undefined || field.node.unordered !== undefined) return undefined;
  if (!Array.isArray(declared) || !Array.isArray(live) || declared.length !== live.length) return undefined;
  return declared.flatMap((entry: unknown, index) => {
    const [a, b] = [entry, live[index] as unknown].map((side) => (side ?? {}) as Properties);
    return children
      .filter((child) => a?.[child.name] !== undefined && !sameAsLive(child, a[child.name], b?.[child.name], {}))
      .flatMap((child) => {
        const part = `${name}[${index}].${child.name}`;
        const [one, other] = [a?.[child.name], b?.[child.name]];
        return (
          partsOf(part, child, one, other, secrets) ?? [
            [part, ...secrets.shownWithin(propertyOf({ property: name }), child, one, other)] as const,
          ]
        );
      });
  });
}
