/**
 * import: an object that exists is managed from now on. It is named by its ID, by a workspace and its ID or name
 * (`sales/Spring renewals`), or, where it is a number, by that.
 *
 * The inputs hold all that the API shows, for a program to be made of them. In the state everything but what tells the
 * object apart counts as left alone: a program that declares less clears nothing, and what it declares as it is live is
 * no change (see `managedBy` in state.ts).
 */
import type { Live } from "../api/object";
import { describe } from "../words/diagnostic";
import type { Kind } from "../kinds/kind";
import { leftAloneNote, mayBeLeftAlone } from "../kinds/leftAlone";
import { normalForm, type Properties } from "../kinds/normalForm";
import { mayCallEverybody } from "../kinds/selection";
import { isUuid } from "../kinds/validation";
import { asWritten } from "./asWritten";
import { check } from "./check";
import type { Context } from "./context";
import { identify, keyOf, type Identity } from "./identity";
import { onlyOne } from "./locate";
import { notWhole, observe } from "./observe";
import { reportedBy } from "./read";
import { makeState, nothingReported } from "./state";
import { notImported } from "./unlisted";

export interface Imported {
  readonly id: string;
  readonly inputs: Record<string, unknown>;
  readonly state: Record<string, unknown>;
  /** Required fields that the API does not show. */
  readonly hidden: readonly string[];
  /** What a reader of the program should know, one sentence each. */
  readonly remarks: readonly string[];
}

/** The object that a text names; undefined if there is none. Throws where that cannot be told. */
export async function importObject(context: Context, kind: Kind, named: string): Promise<Imported | undefined> {
  if (!kind.isListed) throw notImported(kind, named);
  const [workspace, text] = placeIn(context, kind, named);
  const where = normalForm(kind, { workspace, [kind.naturalKey]: isUuid(text) ? "" : text });
  const identity = identify(context, kind, where);
  const id = isUuid(text) ? text : await idOf(context, identity);
  if (id === undefined) return undefined;
  const wanted = kind.content.filter(({ node }) => node.readBack === "shown");
  const live = await observe(
    context,
    identity,
    id,
    "now",
    wanted.map(({ name }) => name),
  );
  if (live === undefined) return undefined;
  if (keyOf(kind, live.fields) === undefined)
    throw new Error(
      `The API does not show the ${kind.naturalKey} of the ${kind.noun} with the ID ${id}: it cannot be imported.`,
    );
  return { id, ...declarationOf(kind, workspace, live) };
}

/** The workspace and the rest. What is not listed by workspace is in none. */
function placeIn(context: Context, kind: Kind, named: string): readonly [workspace: string, text: string] {
  const slash = named.indexOf("/");
  if (slash < 0 || !kind.listedByWorkspace) return [context.workspace, named];
  return [named.slice(0, slash), named.slice(slash + 1)];
}

async function idOf(context: Context, identity: Identity): Promise<string | undefined> {
  const listing = await context.inventory.list(identity.kind, identity.workspace, "now");
  const live = onlyOne(context, identity, listing.objects);
  if (listing.notWhole !== undefined) throw notWhole(identity, listing.notWhole);
  if (live !== undefined && live.id === undefined)
    throw new Error(
      `The list shows ${identity.words} without its ID. Look the ID up in the dashboard and import by that` +
        `${identity.kind.listedByWorkspace ? `: ${identity.workspace}/<ID>` : ""}.`,
    );
  return live?.id;
}

function declarationOf(kind: Kind, workspace: string, live: Live): Omit<Imported, "id"> {
  const settings = { workspace, now: new Date(0) };
  const values: Record<string, unknown> = {};
  const remarks: string[] = [];
  const isRequired = (name: string): boolean => kind.node.required?.includes(name) === true;
  for (const field of kind.content) {
    const shown = live.fields[field.name];
    const value = shown === undefined ? undefined : asWritten(field, shown, isRequired(field.name));
    if (value !== undefined) values[field.name] = value;
  }
  for (const entry of check(kind, values, settings).diagnostics.filter(({ severity }) => severity === "error")) {
    const name = entry.property.split(/[.[]/)[0] ?? "";
    if (values[name] === undefined || isRequired(name)) continue;
    Reflect.deleteProperty(values, name);
    remarks.push(
      `${entry.property} is left as it is: this package does not take what Callab holds there: ${describe(entry)}.`,
    );
  }
  if (mayCallEverybody(values)) values["allowAllContacts"] = true;
  const { inputs } = check(kind, { ...values, workspace }, settings);
  const own: Properties = Object.fromEntries(
    Object.entries(inputs).filter(([name]) => {
      const node = kind.field(name)?.node;
      return (
        name === kind.naturalKey ||
        node?.role === "workspace" ||
        node?.replaceOnChange === true ||
        node?.computed === true
      );
    }),
  );
  const hidden = (kind.node.required ?? []).filter((name) => inputs[name] === undefined);
  const all = { id: live.id, fields: { ...live.fields, ...inputs } };
  const noted = { ...inputs, ...leftAloneNote(mayBeLeftAlone(kind, live.fields), {}) };
  return { inputs: noted, state: makeState(own, reportedBy(kind, own, all, nothingReported), {}), hidden, remarks };
}
