/**
 * From a live object to what a program declares of it: every value the API shows, the answers of the hints file for
 * what it does not, and a list of what is still open. Values the API does not show are never made up.
 */
import { oneLine } from "../../words/plainText";
import type { Properties } from "../../kinds/normalForm";
import { describe, type Diagnostic } from "../../words/diagnostic";
import type { Field, ListedKindName } from "../../kinds/schema";
import { mayCallEverybody } from "../../kinds/selection";
import { isUuid } from "../../kinds/validation";
import { check } from "../../lifecycle/check";
import { asWritten } from "../../lifecycle/asWritten";
import type { Hints, Question } from "./hints";
import type { LiveObject } from "./liveWorkspace";

export interface Declaration {
  readonly object: LiveObject;
  /** The inputs in normal form, exactly as check returns them for the program. */
  readonly inputs: Properties;
  /** Names of the inputs the program writes out, in the order of the schema; the workspace is not among them. */
  readonly fields: readonly string[];
  /** Fields whose value nobody knows yet. */
  readonly open: readonly string[];
  /** What a reader of the program should know, one sentence each. */
  readonly remarks: readonly string[];
}

export interface DeclareOptions {
  readonly workspace: string;
  readonly hints: Hints;
  /** The ID of an object that a hint names; undefined if there is none, or several. */
  resolve(kind: ListedKindName, name: string): string | undefined;
  /** Whether the API can be asked for one object of a kind by its ID. */
  canRead(kind: ListedKindName): boolean;
  /** Told of hints that cannot be used. */
  onProblem(problem: string): void;
}

/** The input that names an object by its ID; in the hints file the question is for `id`. */
const ID_INPUT = "existingId";

export function declare(object: LiveObject, options: DeclareOptions): Declaration {
  const { kind, key } = object;
  const values: Record<string, unknown> = {};
  const open: string[] = [];
  const remarks: string[] = [];
  const answered: string[] = [];
  for (const field of kind.content) {
    const live = object.fields[field.name];
    const isRequired = kind.node.required?.includes(field.name) === true;
    if (live !== undefined) {
      const value = asWritten(field, live, isRequired);
      if (value !== undefined) values[field.name] = value;
      continue;
    }
    if (field.node.readBack !== "hidden" && !isRequired) continue;
    const answer = options.hints.answer(kind.name, key, field.name);
    if (answer === undefined || (answer.value === null && isRequired)) open.push(field.name);
    else if (answer.value !== null) {
      values[field.name] = answerValue(object, field, answer.value, options);
      answered.push(field.name);
    }
  }
  if (object.id === undefined) {
    // Answered in the program, it makes an `up` take the object over.
    open.push(ID_INPUT);
    remarks.push(`The API lists this ${kind.noun} without its ID, so it is not in import.json.`);
  } else if (!object.tellsId && !options.canRead(kind.name)) {
    // Nothing could confirm the answer, so it stands where it is reviewed. Elsewhere the import is enough.
    values[ID_INPUT] = object.id;
  }
  if (mayCallEverybody(values)) {
    values["allowAllContacts"] = true;
    remarks.push(
      "Callab holds no source, tag or category for it: whom it calls is not documented, perhaps everybody. `allowAllContacts` says that this is meant.",
    );
  }
  open.sort(
    (a, b) => Number(kind.node.required?.includes(b) === true) - Number(kind.node.required?.includes(a) === true),
  );
  return { ...judged(object, values, { open, answered, remarks }, options), open };
}

function answerValue(object: LiveObject, field: Field, value: unknown, options: DeclareOptions): unknown {
  const target = field.node.refersTo;
  if (target === undefined || typeof value !== "string" || isUuid(value)) return value;
  const id = options.resolve(target, value);
  if (id === undefined) {
    options.onProblem(
      `${object.kind.name} "${oneLine(object.key)}": ${field.name} is "${oneLine(value)}", but there is not exactly one ${target} of that name whose ID is known.`,
    );
  }
  return id ?? value;
}

/** Runs the program's own validation: a live value it does not take is left alone and told, a wrong hint is refused. */
function judged(
  object: LiveObject,
  values: Record<string, unknown>,
  known: { open: readonly string[]; answered: readonly string[]; remarks: readonly string[] },
  options: DeclareOptions,
): Omit<Declaration, "open"> {
  const { kind, key } = object;
  const settings = { workspace: options.workspace, now: new Date(0) };
  const topOf = (entry: Diagnostic): string => entry.property.split(/[.[]/)[0] ?? "";
  const remarks = [...known.remarks];
  for (const entry of errors(check(kind, values, settings).diagnostics)) {
    const name = topOf(entry);
    if (known.open.includes(name)) continue;
    if (known.answered.includes(name)) options.onProblem(`${kind.name} "${oneLine(key)}": ${name}: ${describe(entry)}`);
    else if (kind.node.required?.includes(name) === true || name === kind.naturalKey)
      remarks.push(`Callab holds a value in ${entry.property} that this package does not take: ${describe(entry)}.`);
    else if (values[name] !== undefined) {
      Reflect.deleteProperty(values, name);
      remarks.push(
        `Left as it is, because this package does not take what Callab holds in ${entry.property}: ${describe(entry)}.`,
      );
    }
  }
  const { inputs } = check(kind, values, settings);
  const fields = kind.inputs
    .filter(({ name, node }) => node.role !== "workspace" && values[name] !== undefined)
    .map(({ name }) => name);
  return { object, inputs, fields, remarks };
}

const errors = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.filter(({ severity }) => severity === "error");

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
