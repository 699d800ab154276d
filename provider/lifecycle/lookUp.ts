/** How a live object that no program manages is looked up: by its ID, or by its natural key. Only reads. */
import { withArticle } from "../words/article";
import type { Client } from "../api/client";
import type { Listing } from "../api/inventory";
import { readObject, type Live } from "../api/object";
import { oneLine } from "../words/plainText";
import type { Kind } from "../kinds/kind";
import { nearestFew } from "../words/nearest";
import { normalValue } from "../kinds/normalForm";
import { shaped } from "../kinds/shape";
import { idsOf, isCalled, keyOf, matching } from "./identity";
import { isElsewhere, shownWorkspace } from "./importedPlace";
import type { LookupArgs } from "./lookupArgs";
import { hasReadRoute } from "./observe";
import { isSameId } from "../values/id";

/** Where it is looked up. */
export interface Place {
  readonly client: Client;
  readonly list: (workspace: string) => Promise<Listing>;
  readonly workspace: string;
}

/** The one live object; an error that helps if there is none, or several. */
export async function lookUp(place: Place, kind: Kind, args: LookupArgs): Promise<Record<string, unknown>> {
  const workspace = args.workspace ?? place.workspace;
  const where = kind.listedByWorkspace ? ` in workspace "${workspace}"` : "";
  if (args.id !== undefined) {
    const object = await findById(place, kind, args.id, workspace, where);
    refuseAnother(kind, args, object);
    return object;
  }
  if (args.key === undefined) {
    const ways = kind.listedByWorkspace ? `{ id } or { ${kind.naturalKey} }` : `{ ${kind.naturalKey} }`;
    throw new Error(`get${kind.name} needs ${ways}.`);
  }
  return findUnique(kind, await place.list(workspace), normalKeyOf(kind, args.key), where);
}

/** In its normal form, but for the blanks of a name: a name that is equal to the letter goes before one that is alike. */
function normalKeyOf(kind: Kind, key: string): string {
  const { node, fields } = kind.field(kind.naturalKey) ?? { node: {}, fields: undefined };
  return String(normalValue(node, fields, key, () => false));
}

/** What is beside an ID is what its object must be, as far as that is shown. */
function refuseAnother(kind: Kind, { id, key, workspace }: LookupArgs, object: Record<string, unknown>): void {
  const called = keyOf(kind, object) ?? "";
  const shown = shownWorkspace(kind, object);
  const isOther =
    key !== undefined && isCalled({ kind, key: normalKeyOf(kind, key) }, { id, fields: object }) === false;
  const isThere = workspace === undefined || !isElsewhere(shown, workspace);
  if (!isOther && isThere) return;
  const what = isOther ? `"${oneLine(called)}"` : `in workspace "${oneLine(shown ?? "")}"`;
  throw new Error(`The ${kind.noun} with the ID ${id} is not what is named beside the ID: it is ${what}.`);
}

/** In the types by which programs read it. */
const found = (kind: Kind, fields: Live["fields"], id: string): Record<string, unknown> => ({
  ...shaped(kind, fields),
  id,
});

async function findById(
  { client, list }: Place,
  kind: Kind,
  id: string,
  workspace: string,
  where: string,
): Promise<Record<string, unknown>> {
  const canRead = hasReadRoute({ client }, kind);
  const read = canRead ? await readObject(client, kind, id, workspace) : "absent";
  if (read !== "absent") return found(kind, read.fields, id);
  const { objects, notWhole } = await list(workspace);
  const listed = objects.find((object) => isSameId(object.id, id));
  if (listed !== undefined) return found(kind, listed.fields, id);
  if (notWhole !== undefined) {
    throw new Error(
      `Whether there is ${withArticle(kind.noun)} with the ID ${id}${where} cannot be told: the list of ${kind.plural} may not be whole (${notWhole}).`,
    );
  }
  throw new Error(`There is no ${kind.noun} with the ID ${id}${where}.`);
}

/** The one object of a name (or number). */
function findUnique(kind: Kind, { objects, notWhole }: Listing, name: string, where: string): Record<string, unknown> {
  const matches = matching({ kind, key: name }, objects);
  const [only] = matches;
  if (matches.length > 1) {
    throw new Error(
      `There are ${matches.length} ${kind.plural} "${name}"${where}: ${idsOf(matches)}. Look it up by its ID instead.`,
    );
  }
  // Such a list proves neither that there is none nor that there is only one.
  if (notWhole !== undefined) {
    throw new Error(
      `Whether there is one ${kind.noun} "${name}"${where}, and no more, cannot be told: the list of ${kind.plural} may not be whole (${notWhole}). ` +
        "Write the ID from the dashboard into the program instead.",
    );
  }
  if (only === undefined) throw new Error(`There is no ${kind.noun} "${name}"${where}.${near(kind, objects, name)}`);
  if (only.id === undefined) {
    throw new Error(
      `The API lists the ${kind.noun} "${name}"${where} without its ID. Write the ID from the dashboard into the program instead.`,
    );
  }
  return found(kind, only.fields, only.id);
}

function near(kind: Kind, objects: readonly Live[], name: string): string {
  if (objects.length === 0) return " There are none at all.";
  const names = nearestFew(
    name,
    objects.flatMap(({ fields }) => keyOf(kind, fields) ?? []),
  );
  return names.length === 0 ? "" : ` Near it are: ${names.map((each) => `"${oneLine(each)}"`).join(", ")}.`;
}
