/**
 * Builders for TypeScript source. A program is made of these and printed once (print.ts), so that quoting, escaping and
 * line breaks are decided in one place, whatever the names and texts of a workspace hold.
 */

export type Expression =
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "plain"; readonly value: number | boolean | null }
  | { readonly type: "reference"; readonly path: readonly string[] }
  | { readonly type: "list"; readonly items: readonly Expression[]; readonly isConst: boolean }
  | { readonly type: "object"; readonly entries: readonly Entry[]; readonly isOpen: boolean }
  | { readonly type: "call"; readonly callee: string; readonly args: readonly Expression[] }
  | { readonly type: "spread"; readonly value: Expression };

/** An entry of an object: `name: value`, `name` or `...value`, under its comments. */
export type Entry =
  | { readonly name: string; readonly value: Expression; readonly comments: readonly string[] }
  | { readonly shorthand: string }
  | { readonly spread: Expression };

export type Statement =
  | { readonly type: "import"; readonly from: string; readonly as: string | undefined }
  | { readonly type: "importNames"; readonly from: string; readonly names: readonly string[] }
  | {
      readonly type: "const";
      readonly name: string;
      readonly value: Expression;
      readonly isExported: boolean;
      readonly comments: readonly string[];
    }
  | { readonly type: "expression"; readonly value: Expression; readonly comments: readonly string[] };

export const text = (value: string): Expression => ({ type: "text", value });

/** A name, or a path such as `agent.id`. */
export const reference = (...path: string[]): Expression => ({ type: "reference", path });

export const list = (items: readonly Expression[]): Expression => ({ type: "list", items, isConst: false });

/** `[…] as const` */
export const constList = (items: readonly Expression[]): Expression => ({ type: "list", items, isConst: true });

/** An object; an open one has one entry a line, any other does so when it must. */
export const object = (entries: readonly Entry[], isOpen = false): Expression => ({ type: "object", entries, isOpen });

export const property = (name: string, value: Expression, comments: readonly string[] = []): Entry => ({
  name,
  value,
  comments,
});

/** A call; `new callab.Campaign` is a callee too. */
export const call = (callee: string, ...args: Expression[]): Expression => ({ type: "call", callee, args });

export const spread = (value: Expression): Expression => ({ type: "spread", value });

/** The expression of a plain JSON value. Absent entries are left out. */
export function valueOf(value: unknown): Expression {
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return list(value.map(valueOf));
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
    return object(entries.map(([name, entry]) => property(name, valueOf(entry))));
  }
  return { type: "plain", value: typeof value === "number" || typeof value === "boolean" ? value : null };
}
