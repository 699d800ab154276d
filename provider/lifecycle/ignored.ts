/**
 * `ignoreChanges`: what a program has its engine ignore, an update leaves as it is live. An engine puts the old inputs in
 * its place, and no more: written so, they would set back what somebody has changed. So an update compares and writes what
 * is live there; a status that is ignored is left to Callab. What the API does not show is as it was last written.
 *
 * The paths travel as a note among the inputs. The state never has them: what is ignored is said by the program of each run.
 */
import type { Live } from "../api/object";
import { hint } from "../words/hint";
import { oneLine } from "../words/plainText";
import { HintedError, lines } from "../words/text";
import type { Kind } from "../kinds/kind";
import { stableText, type Properties } from "../kinds/normalForm";
import { notedNames } from "../kinds/notedNames";
import { groupedLists } from "../kinds/parallel";
import { parsePath, withPart, type PropertyPath } from "../values/propertyPath";
import { refusedFields } from "./carriable";
import { drift } from "./drift";
import type { Identity } from "./identity";
import { secretsOf } from "./secrets";
import { liveInputs } from "./shown";
import { sideBySide } from "./sideBySide";
import { declaredIn, without } from "./state";
import { isCalling, isOver } from "./status";

/** The note: paths, in Pulumi's spelling. */
export const IGNORED = "__ignored";

export const ignoredIn = (inputs: Properties): readonly string[] => notedNames(inputs, IGNORED);

/** The note alone; nothing where there is nothing to note. */
export const ignoredNote = (paths: readonly string[]): Readonly<Record<string, unknown>> =>
  paths.length === 0 ? {} : { [IGNORED]: paths };

/**
 * The paths of which an engine has put the inputs of before in place. A program may have it ignore less than a resource says
 * that it was given: then what it says there is an edit.
 */
export const heardIn = (before: Properties, now: Properties): readonly string[] =>
  ignoredIn(now).filter((text) => {
    const path = parsePath(text);
    return path !== undefined && stableText(withPart(now, path, before)) === stableText(now);
  });

interface Sides {
  readonly state: Properties;
  readonly inputs: Properties;
}

/** Both sides of a comparison without a difference in what is ignored, as far as the state knows what is live. */
export function heeded(kind: Kind, state: Properties, inputs: Properties): Sides {
  const paths = pathsIn(kind, inputs);
  if (paths.length === 0) return { state, inputs };
  const known = put(kind, inputs, declaredIn(kind, state), paths);
  if (!paths.some(([name]) => name === STATUS)) return { state, inputs: known };
  return { state: without(state, [STATUS]), inputs: without(known, [STATUS]) };
}

/** Declared values with those put in that are live where `inputs` say that changes are ignored. */
export function asLive(kind: Kind, declared: Properties, live: Live["fields"], inputs: Properties): Properties {
  const paths = pathsIn(kind, inputs);
  if (paths.length === 0) return declared;
  const all = put(kind, declared, liveInputs(kind, declared, live), paths);
  const names = new Set(paths.map(([name]) => name));
  // What no update takes is not written: it is kept as what the program leaves out is.
  const refused = refusedFields(kind, all).filter((name) => names.has(name));
  return without(all, [IGNORED, ...refused]);
}

/** What is told of a campaign that no run has brought to the status that its create asked for, now that none does. */
export function neverSet(
  { words }: Identity,
  id: string,
  { state, inputs: heededInputs }: Sides,
  given: Properties,
  now: string | undefined,
): string | undefined {
  const { desiredStatus: wanted } = given;
  const isIgnored = wanted === "active" && heededInputs[STATUS] === undefined;
  if (!isIgnored || state["status"] !== undefined || now === undefined || isCalling(now) || isOver(now))
    return undefined;
  return `${words} (ID ${id}) has the status "${oneLine(now)}" and was never set calling: the program has changes of desiredStatus ignored. Set it calling in the dashboard, or take desiredStatus out of \`ignoreChanges\`.`;
}

/**
 * Throws where lists that belong together would be mixed of live entries and others: nobody knows which people an attempt
 * or a delay then belongs to.
 * @param written what is written: `declared`, with what is live put in
 */
export function refuseMixed(
  { kind, words }: Identity,
  id: string,
  declared: Properties,
  written: Properties,
  live: Live["fields"],
): void {
  const lists = groupedLists(written, live).map(({ name }) => name);
  const left = lists.filter((name) => stableText(written[name]) !== stableText(declared[name]));
  const others = drift(kind, written, live).filter(
    (each) => each.class === "configuration" && lists.includes(each.field),
  );
  if (left.length === 0 || others.length === 0) return;
  throw new HintedError(
    lines([
      `${words} (ID ${id}): ${left.join(", ")} is ignored and was changed by somebody, and this would be written beside it. The lists belong together, entry by entry. Nothing was written.`,
      sideBySide(others, secretsOf(kind, declared, written), ["program", "live"]),
      [hint("take-live-in")],
    ]),
  );
}

const STATUS = "desiredStatus";

/** The entries of such a list have no places of their own: one alone means nothing. */
const isWhole = (kind: Kind, name: string): boolean => {
  const node = kind.field(name)?.node;
  return node?.unordered !== undefined || node?.parallel === true;
};

const isRequired = (kind: Kind, name: string): boolean => kind.node.required?.includes(name) === true;

/** The paths that lead into an input. */
function pathsIn(kind: Kind, inputs: Properties): readonly PropertyPath[] {
  const all = kind.inputs.map(({ name }) => name);
  return ignoredIn(inputs)
    .map((text) => parsePath(text) ?? [])
    .flatMap(([first, ...rest]): PropertyPath[] =>
      (first === "*" ? all : all.filter((name) => name === first)).map((name) => [name, ...rest]),
    )
    .filter(([name, ...rest]) => rest.length === 0 || !isWhole(kind, String(name)));
}

const put = (kind: Kind, into: Properties, from: Properties, paths: readonly PropertyPath[]): Properties =>
  paths
    .filter(([name]) => from[String(name)] !== undefined || !isRequired(kind, String(name)))
    .reduce<Properties>((all, path) => withPart(all, path, from) as Properties, into);
