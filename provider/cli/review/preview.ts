/**
 * Reads what `pulumi preview --json` prints into plain records of change, one an object of Callab.
 *
 * What the engine writes for one resource, and what is made of it:
 *
 * | steps of one resource                            | record                                          |
 * | ------------------------------------------------ | ----------------------------------------------- |
 * | create, update, delete, same                     | the same                                        |
 * | replace (or create-replacement, delete-replaced) | replace                                         |
 * | refresh alone (`--refresh`)                      | same                                            |
 * | refresh, then create                             | create of an object that somebody deleted       |
 * | refresh, then update                             | update; what somebody changed by hand is told   |
 */
import { JsonTooLarge, readJson } from "../../api/limits";
import { printable } from "../../words/plainText";
import { scrubbed } from "../../api/scrub";
import { stableText, type Properties } from "../../kinds/normalForm";
import { kindNames, kindSchema, type KindName } from "../../kinds/schema";
import { list, record, text, texts } from "./json";
import { asImported, asKnown, asMade, asUpdated, declaredIn } from "./leftOut";
import { isSecret } from "./secret";
import { markedIn, secretTexts, withMasks } from "./unmasked";
import { toldChanges, unseenIn, type Unseen } from "./unseen";

export type Action = "create" | "update" | "replace" | "delete" | "same";

/** What a preview says of one object. */
export interface Change {
  readonly kind: KindName;
  readonly urn: string;
  /** The object's name in Callab (a number for phone numbers); if that is not known, the resource's name in the program. */
  readonly name: string;
  readonly action: Action;
  /** What is there now, as far as the state knows it: declared or left out; absent for something new. */
  readonly before: Properties | undefined;
  /** What will be there; absent for something deleted. */
  readonly after: Properties | undefined;
  /** What was there as the last run declared it, where the live object was found to differ from that. */
  readonly driftedFrom: Properties | undefined;
  /** Inputs that are secret before and after, and that change, or may. */
  readonly unseen: Unseen;
  /** The program had made it, and somebody has deleted it since. */
  readonly deletedOutside: boolean;
  readonly id: string | undefined;
  /** The live status when the state was last read. */
  readonly status: string | undefined;
  /** The properties that make a new object necessary. */
  readonly replaceReasons: readonly string[];
  /** `retainOnDelete`: the engine forgets the object and leaves it in Callab. */
  readonly retained: boolean;
  /** Which resources (URNs) a property's value comes from. */
  readonly sources: Readonly<Record<string, readonly string[]>>;
}

/** Something the engine or the program said. */
export interface Notice {
  readonly severity: "warning" | "error";
  /** The URN of the resource it was said at, if any. */
  readonly urn: string | undefined;
  readonly message: string;
}

export interface Preview {
  readonly stack: { readonly name: string; readonly project: string } | undefined;
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
  /** How many resources of other providers change. */
  readonly otherChanges: number;
}

/** A text that is no preview. The message is meant for the person at the keyboard. */
export class PreviewError extends Error {
  override readonly name = "PreviewError";
}

/**
 * Reads a preview.
 * @throws {PreviewError} if the text is not what `pulumi preview --json` prints.
 */
export function readPreview(json: string): Preview {
  const document = parse(json);
  const byUrn = new Map<string, Properties[]>();
  for (const step of list(document["steps"]).map(record)) {
    const urn = text(step?.["urn"]);
    if (step === undefined || urn === undefined) continue;
    byUrn.set(urn, [...(byUrn.get(urn) ?? []), step]);
  }
  const changes = [...byUrn].map(([urn, steps]) => changeOf(urn, steps)).filter((change) => change !== undefined);
  const secrets = [...byUrn].flatMap(([urn, steps]) => secretsIn(urn, steps));
  return {
    stack: [...byUrn.keys(), ...list(document["diagnostics"]).map((entry) => text(record(entry)?.["urn"]) ?? "")]
      .map(stackOf)
      .find((stack) => stack !== undefined),
    // The engine works in parallel: the order of its steps differs from run to run.
    changes: changes.sort((left, right) => compare(left.name, right.name) || compare(left.urn, right.urn)),
    notices: list(document["diagnostics"])
      .flatMap((entry) => noticeOf(entry, secrets))
      .sort(compareNotices),
    otherChanges: [...byUrn].filter(
      ([urn, steps]) => kindOf(urn) === undefined && !isNobodys(urn, steps) && steps.some(isChange),
    ).length,
  };
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function parse(json: string): Properties {
  if (json.trim() === "") throw new PreviewError("There is no preview here: the input is empty.");
  let document: unknown;
  try {
    document = readJson(json);
  } catch (problem) {
    if (problem instanceof JsonTooLarge) throw new PreviewError(`This is no preview, but ${problem.message}.`);
    throw new PreviewError(
      "This is not one JSON document. Give it what `pulumi preview --json` prints to standard output.",
    );
  }
  const preview = record(document);
  if (preview === undefined || !("steps" in preview || "diagnostics" in preview || "changeSummary" in preview)) {
    throw new PreviewError("This JSON is no preview. Give it what `pulumi preview --json` prints.");
  }
  return preview;
}

/** `urn:pulumi:stack::project::parent$type::name` */
const parts = (urn: string): readonly string[] => urn.split("::");

export const resourceName = (urn: string): string => parts(urn).slice(3).join("::");

const typeOf = (urn: string): string | undefined => parts(urn)[2]?.split("$").at(-1);

/** The kind of a resource, whichever front it was declared by. */
export function kindOf(urn: string): KindName | undefined {
  const type = typeOf(urn);
  return kindNames.find((kind) => type === `pulumi-nodejs:dynamic/callab:${kind}` || type === `callab:index:${kind}`);
}

/** Stacks and providers, which are the engine's own, and components, which are nothing but what is in them. */
const isNobodys = (urn: string, steps: readonly Properties[]): boolean =>
  typeOf(urn)?.startsWith("pulumi:") === true ||
  steps.some((step) => (record(step["newState"]) ?? record(step["oldState"]))?.["custom"] === false);

function stackOf(urn: string): Preview["stack"] {
  const [head, project] = parts(urn);
  const name = head?.split(":")[2];
  return name === undefined || project === undefined ? undefined : { name, project };
}

const replacing = ["replace", "create-replacement", "delete-replaced", "import-replacement"];
const operation = (step: Properties): string => text(step["op"]) ?? "";

const isChange = (step: Properties): boolean =>
  ["create", "update", "delete", "import", ...replacing].includes(operation(step));

function changeOf(urn: string, steps: readonly Properties[]): Change | undefined {
  const kind = kindOf(urn);
  if (kind === undefined) return undefined;
  const refresh = steps.find((step) => operation(step) === "refresh");
  const planned = steps.filter((step) => operation(step) !== "refresh");
  const action = actionOf(planned.map(operation));
  const oldState = planned.map((step) => record(step["oldState"])).findLast(isThere) ?? record(refresh?.["oldState"]);
  const newState = planned.map((step) => record(step["newState"])).findLast(isThere);
  const marked = markedIn(statesOf(steps));
  const masked = (values: Properties | undefined): Properties | undefined =>
    values === undefined ? undefined : withMasks(kind, values, marked);
  const isImport = planned.some((step) => operation(step) === "import");
  const givenBefore = action === "create" ? undefined : asKnown(kind, oldState);
  const givenAfter = afterOf(kind, isImport ? "import" : action, oldState, record(newState?.["inputs"]));
  const [before, after] = [masked(givenBefore), masked(givenAfter)];
  const state = after === undefined ? oldState : (newState ?? oldState);
  return {
    kind,
    urn,
    name: nameOf(kind, urn, after ?? before),
    action,
    before,
    after,
    driftedFrom: action === "create" ? undefined : masked(driftedFrom(kind, record(refresh?.["oldState"]), oldState)),
    unseen:
      isEdit(action) && before && after && givenBefore && givenAfter
        ? unseenIn(
            kind,
            { before, after },
            { before: givenBefore, after: givenAfter },
            toldChanges(planned),
            action === "replace",
          )
        : {},
    deletedOutside: action === "create" && refresh !== undefined,
    id: text(oldState?.["id"]),
    status: action === "create" ? undefined : text(record(oldState?.["outputs"])?.["status"]),
    replaceReasons: [...new Set(planned.flatMap((step) => texts(step["replaceReasons"])))],
    retained: oldState?.["retainOnDelete"] === true,
    sources: Object.fromEntries(
      Object.entries(record(state?.["propertyDependencies"]) ?? {}).map(([property, urns]) => [property, texts(urns)]),
    ),
  };
}

const isEdit = (action: Action): boolean => action === "update" || action === "replace";

const isThere = <T>(value: T | undefined): value is T => value !== undefined;

function actionOf(operations: readonly string[]): Action {
  if (operations.some((entry) => replacing.includes(entry))) return "replace";
  if (operations.includes("create") || operations.includes("import")) return "create";
  if (operations.includes("delete")) return "delete";
  return operations.includes("update") ? "update" : "same";
}

/** What will be there; where the engine does not say what is declared, what is there stays. */
function afterOf(
  kind: KindName,
  action: Action | "import",
  state: Properties | undefined,
  inputs: Properties | undefined,
): Properties | undefined {
  if (action === "delete") return undefined;
  if (inputs === undefined) return asKnown(kind, state);
  switch (action) {
    case "update":
    case "same":
      return asUpdated(kind, state, inputs);
    case "import":
      return asImported(kind, inputs);
    default:
      return asMade(kind, inputs);
  }
}

/** What was there as the last run left it, where what it declared is not so any more. The rest is nobody's change. */
function driftedFrom(
  kind: KindName,
  lastRun: Properties | undefined,
  now: Properties | undefined,
): Properties | undefined {
  const [then, live] = [lastRun, now].map((state) => declaredIn(state));
  if (then === undefined || stableText(then) === stableText(live ?? null)) return undefined;
  return asUpdated(kind, now, then);
}

/** All inputs and outputs that the steps of one resource hold. */
const statesOf = (steps: readonly Properties[]): Properties[] =>
  steps
    .flatMap((step) => [record(step["oldState"]), record(step["newState"])])
    .flatMap((state) => [record(state?.["inputs"]), record(state?.["outputs"])])
    .filter(isThere);

/** What a message about a resource may not repeat. */
function secretsIn(urn: string, steps: readonly Properties[]): readonly string[] {
  const kind = kindOf(urn);
  const states = statesOf(steps);
  return kind === undefined ? [] : states.flatMap((state) => secretTexts(kind, state, markedIn(states)));
}

function nameOf(kind: KindName, urn: string, inputs: Properties | undefined): string {
  const name = text(inputs?.[kindSchema(kind).naturalKey]);
  return name === undefined || isSecret(name) ? resourceName(urn) : name;
}

function noticeOf(entry: unknown, secrets: readonly string[]): Notice[] {
  const diagnostic = record(entry);
  const severity = text(diagnostic?.["severity"]);
  const raw = text(diagnostic?.["message"]);
  if (raw === undefined || (severity !== "warning" && severity !== "error")) return [];
  const message = printable(scrubbed(raw, secrets))
    .replace(/^(?:warning|error): /, "")
    .trimEnd();
  return [{ severity, urn: text(diagnostic?.["urn"]), message }];
}

const compareNotices = (left: Notice, right: Notice): number =>
  compare(left.urn ?? "", right.urn ?? "") || compare(left.message, right.message);
