/**
 * From a live object to what a program declares of it: every value the API shows, the answers of the hints file for
 * what it does not, and a list of what is still open. Values the API does not show are never made up.
 */
import { oneLine } from "../../words/plainText";
import type { HiddenFields } from "../../contract/shown";
import { isOfOtherDirection } from "../../kinds/campaignNumbers";
import type { Properties } from "../../kinds/normalForm";
import { describe, propertyOf } from "../../words/diagnostic";
import type { Field, ListedKindName } from "../../kinds/schema";
import { isUuid } from "../../kinds/validation";
import { declaredOf, isRequired } from "../../lifecycle/import";
import type { Hints, Question } from "./hintsFile";
import type { LiveObject } from "./liveWorkspace";

export interface Declaration {
  readonly object: LiveObject;
  /** The inputs in normal form, exactly as check returns them for the program. */
  readonly inputs: Properties;
  /** Names of the inputs the program writes out, in the order of the schema; the workspace is not among them. */
  readonly fields: readonly string[];
  /** Fields whose value nobody knows yet. */
  readonly open: readonly string[];
  /** Fields that are left as they are, because the API hides them and nobody was to be asked. */
  readonly left: readonly string[];
  /** What a reader of the program should know, one sentence each. */
  readonly remarks: readonly string[];
}

export interface DeclareOptions {
  readonly workspace: string;
  readonly hints: Hints;
  /** What the API hides of each kind. */
  readonly hidden: HiddenFields;
  /** Whether what is hidden and has no answer is left as it is, wherever a program can leave it out. */
  readonly leavesHidden: boolean;
  /** The ID of an object that a hint names; undefined if there is none, or several. */
  resolve(kind: ListedKindName, name: string): string | undefined;
  /** The name that exists and was most likely meant by one that does not. */
  meant(kind: ListedKindName, name: string): string | undefined;
  /** Whether the API can be asked for one object of a kind by its ID. */
  canRead(kind: ListedKindName): boolean;
  /** Told of hints that cannot be used. */
  onProblem(problem: string): void;
}

/** The input that names an object by its ID; in the hints file the question is for `id`. */
const ID_INPUT = "existingId";

export function declare(object: LiveObject, options: DeclareOptions): Declaration {
  const { kind, key, fields } = object;
  const open: string[] = [];
  const left: string[] = [];
  const answers: Record<string, unknown> = {};
  for (const field of kind.content) {
    const isNeeded = isRequired(kind, field.name);
    const isHidden = options.hidden[kind.name].has(field.name);
    const isAskable = isNeeded || isHidden || field.node.readBack === "hidden";
    if (fields[field.name] !== undefined || !isAskable) continue;
    const answer = options.hints.answer(kind.name, key, field.name);
    // Nobody is asked for what the account would show, if the object had it, nor for the other direction's number, which is of
    // no use to it; an answer counts all the same.
    if (answer === undefined && !isNeeded && (!isHidden || isOfOtherDirection(field, fields))) continue;
    if (answer === undefined && options.leavesHidden && !isNeeded) left.push(field.name);
    else if (answer === undefined || (answer.value === null && isNeeded)) open.push(field.name);
    else if (answer.value !== null) answers[field.name] = answerValue(object, field, answer.value, options);
  }
  // Nothing could confirm the answer, so it stands where it is reviewed. Elsewhere the import is enough.
  const existingId = object.tellsId || options.canRead(kind.name) ? undefined : object.id;
  const { values, inputs, wrong, remarks } = declaredOf(kind, fields, {
    workspace: options.workspace,
    answers,
    existingId,
    asksForMasked: true,
  });
  for (const entry of wrong)
    options.onProblem(`${kind.name} "${oneLine(key)}": ${propertyOf(entry)}: ${describe(entry)}`);
  // Answered in the program, it makes an `up` take the object over.
  if (object.id === undefined) open.push(ID_INPUT);
  open.sort((a, b) => Number(isRequired(kind, b)) - Number(isRequired(kind, a)));
  const written = kind.inputs.filter(({ name, node }) => node.role !== "workspace" && values[name] !== undefined);
  return {
    object,
    inputs,
    fields: written.map(({ name }) => name),
    open,
    left,
    remarks: [
      ...(object.id === undefined
        ? [`The API lists this ${kind.noun} without its ID, so it is not in import.json.`]
        : []),
      ...(values["allowAllContacts"] === true ? [EVERYBODY] : []),
      ...remarks,
    ],
  };
}

const EVERYBODY =
  "Callab holds no source, tag or category for it: whom it calls is not documented, perhaps everybody. `allowAllContacts` says that this is meant.";

function answerValue(object: LiveObject, field: Field, value: unknown, options: DeclareOptions): unknown {
  const target = field.node.refersTo;
  if (target === undefined || typeof value !== "string" || isUuid(value)) return value;
  const id = options.resolve(target, value);
  if (id === undefined) {
    const meant = options.meant(target, value);
    const suggestion = meant === undefined ? "." : `; did you mean "${oneLine(meant)}"?`;
    options.onProblem(
      `${object.kind.name} "${oneLine(object.key)}": ${field.name} is "${oneLine(value)}", but there is not exactly one ${target} of that name whose ID is known${suggestion}`,
    );
  }
  return id;
}

/** The questions a declaration leaves open, for the hints file. */
export const questionsOf = ({ object, open }: Declaration): Question[] =>
  open.map((field) => {
    const name = field === ID_INPUT ? "id" : field;
    return {
      kind: object.kind.name,
      key: object.key,
      field: name,
      isOwn: name === "id" || object.kind.field(name)?.node.refersTo !== undefined,
    };
  });
