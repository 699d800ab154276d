/**
 * The hints file: answers to what the API does not show. JSON, by kind, then by name (`*`: every object of the kind
 * that has no answer of its own), then by field:
 *
 * ```json
 * { "Campaign": { "Spring": { "id": "3f1f…", "aiAgentId": "Renewals", "webhookId": null } },
 *   "AiAgent": { "*": { "beginMessage": "?" } } }
 * ```
 *
 * `"?"` is a question still open; `null` says that the object has no such value, and that the program leaves the field
 * alone (in place of an object's answers: all fields that may be left alone); a reference may be given by ID, or by the name (or number) of the object.
 */
import { readJson } from "../../api/limits";
import { oneLine } from "../../words/plainText";
import { kinds } from "../../kinds";
import { foldedName } from "../../values/name";
import { nearest } from "../../words/nearest";
import { normalKey } from "../../kinds/normalForm";
import { listedKinds, type ListedKindName } from "../../kinds/schema";
import { isUuid } from "../../kinds/validation";
import { CommandFailure, exitCodes } from "../failure";

export const OPEN = "?";
const EVERY = "*";

type Answers = Readonly<Record<string, unknown>>;
/** Null: leave alone whatever may be left alone. */
type ByName = ReadonlyMap<string, Answers | null>;

/** The hints file cannot be used. All that is wrong with it is told at once. */
export class HintsError extends CommandFailure {
  constructor(file: string, problems: readonly string[]) {
    super([`${file} cannot be used:`, ...problems.map((problem) => `  ${problem}`)].join("\n"), exitCodes.usage);
  }
}

export class Hints {
  static readonly none = new Hints(new Map());

  /** The names in the file, by the spelling that is one for all names that are the same. */
  private readonly spellings = new Map<ListedKindName, Map<string, string>>();

  private constructor(private readonly answers: ReadonlyMap<ListedKindName, ByName>) {}

  /** Reads the text of a hints file. Throws a HintsError. */
  static parse(text: string, file: string): Hints {
    let content: unknown;
    try {
      content = readJson(text);
    } catch (error) {
      throw new HintsError(file, [`It is no JSON: ${error instanceof Error ? error.message : String(error)}`]);
    }
    const problems: string[] = [];
    const hints = new Hints(readKinds(content, problems));
    if (problems.length > 0) throw new HintsError(file, problems);
    return hints;
  }

  /** The answer for a field: `{ value: null }` says that there is none to give; undefined: the question is open. */
  answer(kind: ListedKindName, key: string, field: string): { readonly value: unknown } | undefined {
    for (const name of [this.nameFor(kind, key), EVERY]) {
      const answers = this.answers.get(kind)?.get(name);
      if (answers === null && field !== "id") return { value: null };
      const value = answers?.[field];
      if (value !== undefined && value !== OPEN) return { value };
    }
    return undefined;
  }

  id(kind: ListedKindName, key: string): string | undefined {
    const value = this.answer(kind, key, "id")?.value;
    return typeof value === "string" ? value : undefined;
  }

  /** The name by which the file speaks of an object, if it does; else the object's own. */
  nameFor(kind: ListedKindName, key: string): string {
    const name = normalKey(kinds[kind], key);
    if (this.answers.get(kind)?.has(name) === true) return name;
    let spellings = this.spellings.get(kind);
    if (spellings === undefined) {
      spellings = new Map(this.names(kind).map((each) => [foldedName(each), each]));
      this.spellings.set(kind, spellings);
    }
    return spellings.get(foldedName(name)) ?? name;
  }

  /** Names of objects that have answers of their own. */
  names(kind: ListedKindName): string[] {
    return [...(this.answers.get(kind)?.keys() ?? [])].filter((name) => name !== EVERY);
  }

  /** The answers of one object (or `*`), open ones included, as they were written. */
  written(kind: ListedKindName, name: string): Answers | null {
    const answers = this.answers.get(kind)?.get(name);
    return answers === undefined ? {} : answers;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const suggestion = (word: string, known: readonly string[]): string => {
  const match = nearest(word, known);
  return match === undefined ? `known are ${known.join(", ")}` : `did you mean "${match}"?`;
};

function readKinds(content: unknown, problems: string[]): Map<ListedKindName, ByName> {
  const result = new Map<ListedKindName, ByName>();
  if (!isObject(content)) {
    problems.push('It must be an object such as { "Campaign": { "Spring": { "aiAgentId": "Renewals" } } }.');
    return result;
  }
  for (const [word, objects] of Object.entries(content)) {
    if (word.startsWith("$")) continue;
    const kind = listedKinds.find((name) => name === word);
    if (kind === undefined) problems.push(`"${word}" is no kind; ${suggestion(word, listedKinds)}`);
    else if (!isObject(objects)) problems.push(`"${word}" must hold an object: name → answers.`);
    else result.set(kind, readObjects(kind, objects, problems));
  }
  return result;
}

function readObjects(kind: ListedKindName, objects: Readonly<Record<string, unknown>>, problems: string[]): ByName {
  const fields = ["id", ...askable(kind)];
  const result = new Map<string, Answers | null>();
  for (const [name, answers] of Object.entries(objects)) {
    const place = `${kind} "${oneLine(name)}"`;
    if (answers === null) {
      result.set(name === EVERY ? EVERY : normalKey(kinds[kind], name), null);
      continue;
    }
    if (!isObject(answers)) {
      problems.push(`${place} must hold an object (field → answer), or null to leave all its fields alone.`);
      continue;
    }
    for (const [field, value] of Object.entries(answers)) {
      if (!fields.includes(field)) problems.push(`${place}: "${field}" is no field; ${suggestion(field, fields)}`);
      else if (field === "id" && name === EVERY) problems.push(`${place}: an ID cannot be that of every object.`);
      else if (field === "id" && value !== OPEN && (typeof value !== "string" || !isUuid(value)))
        problems.push(`${place}: id ${JSON.stringify(value)} is no ID (a UUID); copy it from the dashboard.`);
    }
    result.set(name === EVERY ? EVERY : normalKey(kinds[kind], name), answers);
  }
  return result;
}

/** Fields of a kind that can be asked for. */
const askable = (kind: ListedKindName): string[] => kinds[kind].content.map(({ name }) => name);

const leftAlone = (kind: ListedKindName): Record<string, unknown> =>
  Object.fromEntries(
    kinds[kind].content.filter(({ node }) => node.readBack === "hidden").map(({ name }) => [name, null]),
  );

/** A question that is open or answered, for the file to be written. */
export interface Question {
  readonly kind: ListedKindName;
  readonly key: string;
  readonly field: string;
  /** Whether the answer is likely to be another one for each object: IDs and references. */
  readonly isOwn: boolean;
}

/**
 * The text of a hints file that has all open questions, and all answers given so far, so that it can be used again;
 * undefined where there is neither. What was open and is no question any more is left out.
 */
export function hintsFile(hints: Hints, questions: readonly Question[]): string | undefined {
  const content: Record<string, unknown> = {
    $comment:
      'What the Callab API does not show. Replace each "?" by the value, or by null where the object has none; null also leaves a field ' +
      "as it is, and in place of all answers of an object it leaves all its fields. A reference may be the name of the object. * speaks of every object of the kind without an answer of its own. " +
      "Then export again with --hints. README.md tells more.",
  };
  for (const kind of listedKinds) {
    const asked = questions
      .filter((entry) => entry.kind === kind)
      .map(({ key, field, isOwn }) => ({ field, name: isOwn ? hints.nameFor(kind, key) : EVERY }));
    const isAsked = new Set(asked.map(({ name, field }) => JSON.stringify([name, field])));
    const objects: Record<string, Record<string, unknown> | null> = {};
    for (const name of [EVERY, ...hints.names(kind)]) {
      const answers = hints.written(kind, name);
      if (answers === null) objects[name] = null;
      else {
        const kept = Object.entries(answers).filter(
          ([field, value]) => value !== OPEN || isAsked.has(JSON.stringify([name, field])),
        );
        if (kept.length > 0) objects[name] = Object.fromEntries(kept);
      }
    }
    for (const { name, field } of asked) {
      // What cannot be left alone is asked all the same; the rest is then said field by field.
      const place = objects[name] ?? (objects[name] === null ? leftAlone(kind) : {});
      place[field] = place[field] ?? OPEN;
      objects[name] = place;
    }
    if (Object.keys(objects).length > 0) content[kind] = objects;
  }
  return Object.keys(content).length === 1 ? undefined : `${JSON.stringify(content, null, 2)}\n`;
}
