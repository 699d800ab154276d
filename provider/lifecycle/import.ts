/**
 * import: an object that exists is managed from now on. It is named by its ID, by a workspace and its ID or name
 * (`sales/Spring renewals`), or, where it is a number, by that.
 *
 * The inputs hold all that the API shows, for a program to be made of them. In the state everything but what tells the
 * object apart counts as left alone: a program that declares less clears nothing, and what it declares as it is live is
 * no change (see `managedBy` in state.ts). What a program declares of a live object is read here for an export as well.
 */
import type { Live } from "../api/object";
import { describe, propertyOf, type Diagnostic } from "../words/diagnostic";
import { inputRules } from "../kinds/inputRules";
import type { Kind } from "../kinds/kind";
import { leftAloneNote, mayBeLeftAlone } from "../kinds/leftAlone";
import { normalForm, type Properties } from "../kinds/normalForm";
import { oneLine } from "../words/plainText";
import { mayCallEverybody } from "../kinds/selection";
import { isUuid } from "../kinds/formats";
import { markAt } from "../ledger/holders";
import type { Owner } from "../ledger/owner";
import { asWritten } from "./asWritten";
import { check } from "./check";
import type { Context } from "./context";
import { identify, keyOf, type Identity } from "./identity";
import { onlyOne } from "./locate";
import { notWhole, observe } from "./observe";
import { reportedBy } from "./shown";
import { isElsewhere, namedObject, shownWorkspace } from "./importedPlace";
import { makeState, nothingReported, type Notes } from "./state";
import { notImported } from "./unlistedKind";

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
export async function importObject(
  context: Context,
  kind: Kind,
  named: string,
  owner?: Owner,
): Promise<Imported | undefined> {
  if (!kind.isListed) throw notImported(kind, named);
  const { workspace: namedPlace, text } = namedObject(kind, named);
  const place = namedPlace ?? context.workspace;
  const seen = await look(context, kind, place, text);
  if (seen === undefined) return undefined;
  const shown = shownWorkspace(kind, seen.live.fields);
  const isThere = !isElsewhere(shown, place);
  if (!isThere && namedPlace !== undefined)
    throw new Error(
      `The ${kind.noun} with the ID ${seen.id} is in workspace "${oneLine(shown ?? "")}", not in "${namedPlace}". Import it as ${oneLine(shown ?? "")}/${seen.id}.`,
    );
  const workspace = isThere ? place : (shown ?? place);
  // What only its list shows is in that of its own workspace.
  const { id, live } = (isThere ? undefined : await look(context, kind, workspace, seen.id)) ?? seen;
  if (keyOf(kind, live.fields) === undefined)
    throw new Error(
      `The API does not show the ${kind.naturalKey} of the ${kind.noun} with the ID ${id}: it cannot be imported.`,
    );
  // A mark is that of who came to it by right (see keepImported.ts).
  const isAnothers = context.ledger.heldByAnotherOfTheStack(id, owner) !== undefined;
  const adoption = isAnothers ? undefined : { mark: markAt(context.now()), isForeign: false };
  return { id, ...importedAs(kind, workspace, live, { account: context.account, adoption }) };
}

/** The object as it is to be seen from a workspace. */
async function look(
  context: Context,
  kind: Kind,
  workspace: string,
  text: string,
): Promise<{ readonly id: string; readonly live: Live } | undefined> {
  const where = normalForm(kind, { workspace, [kind.naturalKey]: isUuid(text) ? "" : text });
  const identity = identify(context, kind, where);
  const id = isUuid(text) ? text.toLowerCase() : await idOf(context, identity);
  if (id === undefined) return undefined;
  const wanted = kind.content.filter(({ node }) => node.readBack === "shown").map(({ name }) => name);
  const live = await observe(context, identity, id, "now", wanted);
  return live === undefined ? undefined : { id, live };
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

/** What a program declares of a live object. */
export interface Declared {
  /** As the program writes it. */
  readonly values: Readonly<Record<string, unknown>>;
  /** In normal form, exactly as check returns it for the program. */
  readonly inputs: Record<string, unknown>;
  /** What is wrong with the answers. */
  readonly wrong: readonly Diagnostic[];
  /** What a reader of the program should know, one sentence each. */
  readonly remarks: readonly string[];
}

export interface DeclareOptions {
  /** Workspace of the object. */
  readonly workspace: string;
  /** Values of fields that the API does not show. */
  readonly answers?: Properties;
  /** An ID that the program is to name, since no API could confirm it. */
  readonly existingId?: string | undefined;
  /** Whether each secret behind a mask is asked for: else a field that holds one is left as it is. */
  readonly asksForMasked?: boolean;
}

/**
 * Every value that the API shows and that the program's own validation takes, with the answers for what it does not show.
 * A live value that it does not take is left as it is, and told. Nothing is made up, but for what a live object without a
 * selection means: a program must say that it means everybody.
 */
export function declaredOf(
  kind: Kind,
  live: Live["fields"],
  { workspace, answers = {}, existingId, asksForMasked = false }: DeclareOptions,
): Declared {
  const settings = { workspace, now: new Date(0) };
  const values: Record<string, unknown> = {};
  const wrong: Diagnostic[] = [];
  const remarks: string[] = [];
  for (const field of kind.content) {
    const shown = live[field.name];
    const value = shown === undefined ? answers[field.name] : asWritten(field, shown, isRequired(kind, field.name));
    if (value !== undefined) values[field.name] = value;
  }
  if (existingId !== undefined) values["existingId"] = existingId;
  meanEverybody(values);
  for (const entry of check(kind, values, settings).diagnostics) {
    if (entry.severity !== "error" || (asksForMasked && entry.rule === inputRules.mask.id)) continue;
    const name = propertyOf(entry);
    if (answers[name] !== undefined) wrong.push(entry);
    else if (isRequired(kind, name) && live[name] !== undefined)
      remarks.push(`Callab holds a value in ${entry.property} that this package does not take: ${describe(entry)}.`);
    else if (!isRequired(kind, name) && values[name] !== undefined) {
      Reflect.deleteProperty(values, name);
      remarks.push(
        `Left as it is, because this package does not take what Callab holds in ${entry.property}: ${describe(entry)}.`,
      );
    }
  }
  meanEverybody(values);
  return { values, inputs: check(kind, values, settings).inputs, wrong, remarks };
}

export const isRequired = (kind: Kind, name: string): boolean =>
  name === kind.naturalKey || kind.node.required?.includes(name) === true;

function meanEverybody(values: Record<string, unknown>): void {
  if (mayCallEverybody(values)) values["allowAllContacts"] = true;
}

function importedAs(kind: Kind, workspace: string, live: Live, notes: Notes): Omit<Imported, "id"> {
  const { inputs, remarks } = declaredOf(kind, live.fields, { workspace });
  const declared: Properties = Object.fromEntries(
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
  const state = makeState(declared, reportedBy(kind, declared, all, nothingReported), notes);
  return { inputs: noted, state, hidden, remarks };
}
