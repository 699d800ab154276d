/**
 * What an export of the workspace will have to ask, foretold from its lists and one object of each kind: how many objects
 * hide which field. An export looks at every object, so it may find that another one shows more.
 */
import type { Inventory } from "../../api/inventory";
import { hiddenFields, type HiddenFields } from "../../contract/shown";
import { kinds } from "../../kinds";
import { listedKinds, type ListedKindName } from "../../kinds/schema";
import { declare, questionsOf } from "../export/declaration";
import { Hints } from "../export/hintsFile";
import { readWorkspace, type LiveObject } from "../export/liveWorkspace";

/** `id` or a field, and how many objects of the kind hide it. */
export interface HiddenField {
  readonly kind: ListedKindName;
  readonly field: string;
  readonly objects: number;
}

/** Reads the lists, and one object of each kind. Throws a CallabError where a list that is there cannot be had. */
export async function exportQuestions(inventory: Inventory, workspace: string): Promise<HiddenField[]> {
  const sampled = new Set<ListedKindName>();
  const { objects } = await readWorkspace(inventory, {
    workspace,
    answeredId: () => undefined,
    needed: [],
    isWanted: (kind) => !sampled.has(kind) && sampled.add(kind).has(kind),
    onProgress: () => undefined,
  });
  const hidden = hiddenFields(inventory.client.expectations.contract);
  return listedKinds.flatMap((kind) => hiddenIn(inventory, workspace, kind, objects[kind], hidden));
}

function hiddenIn(
  { client }: Inventory,
  workspace: string,
  kind: ListedKindName,
  objects: readonly LiveObject[],
  hidden: HiddenFields,
): HiddenField[] {
  // The first one was looked at alone: what it shows, the others are taken to show as well.
  const shown = new Set(Object.keys(objects[0]?.fields ?? {}));
  const counts = new Map<string, number>();
  for (const [index, object] of objects.entries()) {
    const declaration = declare(object, {
      workspace,
      hints: Hints.none,
      hidden,
      leavesHidden: false,
      resolve: () => undefined,
      meant: () => undefined,
      canRead: (name) => client.routes.of(name, "read").length > 0,
      onProblem: () => undefined,
    });
    for (const { field } of questionsOf(declaration))
      if (index === 0 || !shown.has(field)) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  const order = ["id", ...kinds[kind].content.map(({ name }) => name)];
  return [...counts]
    .map(([field, count]) => ({ kind, field, objects: count }))
    .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}

/** A line for each kind, fields with the same count together: `5 campaigns: id, aiAgentId`. */
export function questionLines(hidden: readonly HiddenField[]): string[] {
  return listedKinds.flatMap((kind) => {
    const of = hidden.filter((entry) => entry.kind === kind);
    const groups = [...new Set(of.map(({ objects }) => objects))].map((count) => {
      const fields = of.filter(({ objects }) => objects === count).map(({ field }) => field);
      return `${count} ${count === 1 ? kinds[kind].noun : kinds[kind].plural}: ${fields.join(", ")}`;
    });
    return groups;
  });
}
