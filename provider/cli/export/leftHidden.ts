/** What `--leave-hidden` leaves as it is, and the one place that says what this means. */
import { kinds } from "../../kinds";
import { listedKinds, type ListedKindName } from "../../kinds/schema";
import type { Declaration } from "./declaration";

/** Names of fields by kind, in the order of the schema. */
export type LeftHidden = Readonly<Partial<Record<ListedKindName, readonly string[]>>>;

export function leftHiddenIn(declarations: readonly Declaration[]): LeftHidden {
  const found = listedKinds.map((name) => {
    const of = declarations.filter(({ object }) => object.kind.name === name);
    const left = new Set(of.flatMap((declaration) => declaration.left));
    return [name, kinds[name].content.map((field) => field.name).filter((field) => left.has(field))] as const;
  });
  return Object.fromEntries(found.filter(([, fields]) => fields.length > 0));
}

/** What it means, then a line for each kind; nothing where nothing was left. */
export function leftHiddenLines(left: LeftHidden): string[] {
  const lines = listedKinds.flatMap((name) =>
    left[name] === undefined ? [] : [`${kinds[name].plural}: ${left[name].join(", ")}`],
  );
  return lines.length === 0 ? [] : [MEANING, ...lines];
}

const MEANING =
  "The API does not show the fields below, and --leave-hidden leaves them as they are in Callab: the program does not manage " +
  "them, so no preview shows a change of them, and no update sends them. An update that replaced the whole object would " +
  "lose them; whether it does is not documented. An object that is made anew, by a replacement or in another workspace, is made without them.";
