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
import { isObject } from "../../values/empty";
import { foldedName } from "../../values/name";
import { nearest } from "../../words/nearest";
import { normalKey } from "../../kinds/normalForm";
import { listedKinds, type ListedKindName } from "../../kinds/schema";
import { isUuid } from "../../kinds/formats";
import { CommandFailure, exitCodes } from "../failure";
import { readCsvHints } from "./csvHints";
import { readSavedObjects, savedObjects } from "./dashboardHints";

const OPEN = "?";
const EVERY = "*";

type Answers = Readonly<Record<string, unknown>>;

/** A file with answers: JSON, or CSV by its name. */
export interface HintFile {
  readonly file: string;
  readonly text: string;
  /** Whether an export wrote it before: other files go before it. */
  readonly isEarlier?: boolean;
}

/** What a file answers for one object, or for all of a kind (`*`). */
export interface GivenAnswers {
  readonly kind: ListedKindName;
  readonly name: string;
  /** Null: all that may be left alone is. */
  readonly answers: Answers | null;
  /** Where in the file, to stand behind its name: `:4`. */
  readonly place: string;
}

/** Null: leave alone whatever may be left alone. */
type ByName = ReadonlyMap<string, Answers | null>;

/** The hints file cannot be used. All that is wrong with it is told at once. */
export class HintsError extends CommandFailure {
  constructor(file: string, problems: readonly string[]) {
    super([`${file} cannot be used:`, ...problems.map((problem) => `  ${problem}`)].join("\n"), exitCodes.usage);
  }
}

export class Hints {
  static readonly none = new Hints(new Map(), new Map());

  /** The names in the files, by the spelling that is one for all names that are the same. */
  private readonly spellings = new Map<ListedKindName, Map<string, string>>();

  private constructor(
    private readonly answers: ReadonlyMap<ListedKindName, ByName>,
    private readonly places: ReadonlyMap<string, string>,
  ) {}

  /**
   * The answers of all files together: each a hints file, a table or a saved answer of the dashboard. What two of them
   * answer differently is a mistake, but for earlier answers: a later one goes before them.
   * @throws {HintsError} with all that is wrong in any of them.
   */
  static read(files: readonly HintFile[]): Hints {
    const problems: string[] = [];
    const merged = new MergedAnswers(problems);
    for (const file of files) {
      const prefix = (place: string): string => (place === "" && files.length === 1 ? "" : `${file.file}${place}: `);
      for (const given of answersIn(file, (place, problem) => problems.push(`${prefix(place)}${problem}`))) {
        const place = prefix(given.place);
        checkAnswers(given, (problem) => problems.push(`${place}${problem}`));
        merged.add(given, place, file.isEarlier === true);
      }
    }
    if (problems.length > 0) throw new HintsError(files.map(({ file }) => file).join(", "), problems);
    return new Hints(merged.answers, merged.places);
  }

  /** Where an object is answered for, to stand before what is wrong with that: `hints.csv:4: `, or nothing. */
  placeOf(kind: ListedKindName, key: string): string {
    return this.places.get(placeKey(kind, this.nameFor(kind, key))) ?? "";
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

const placeKey = (kind: ListedKindName, name: string): string => JSON.stringify([kind, name]);

/** Answers of several files as one. */
class MergedAnswers {
  readonly answers = new Map<ListedKindName, Map<string, Answers | null>>();
  readonly places = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #earlier = new Set<Answers | null>();

  constructor(private readonly problems: string[]) {}

  add({ kind, name: written, answers }: GivenAnswers, place: string, isEarlier: boolean): void {
    const own = written === EVERY ? EVERY : normalKey(kinds[kind], written);
    const folded = placeKey(kind, foldedName(own));
    const name = this.#names.get(folded) ?? own;
    this.#names.set(folded, name);
    const byName = this.answers.get(kind) ?? new Map<string, Answers | null>();
    this.answers.set(kind, byName);
    const before = byName.get(name);
    const all = before === undefined ? answers : this.#both(kind, name, before, answers, place);
    byName.set(name, all);
    if (isEarlier) this.#earlier.add(all);
    this.places.set(placeKey(kind, name), place);
  }

  #both(kind: ListedKindName, name: string, before: Answers | null, after: Answers | null, place: string): Answers {
    const [old, added] = [before ?? leftAlone(kind), after ?? leftAlone(kind)];
    const isAnswer = (value: unknown): boolean => value !== undefined && value !== OPEN;
    if (!this.#earlier.has(before))
      for (const [field, value] of Object.entries(added))
        if (isAnswer(value) && isAnswer(old[field]) && JSON.stringify(value) !== JSON.stringify(old[field]))
          this.problems.push(
            `${place}${kind} "${oneLine(name)}": ${field} is answered twice, and differently${this.#elsewhere(kind, name)}.`,
          );
    return { ...old, ...Object.fromEntries(Object.entries(added).filter(([, value]) => isAnswer(value))) };
  }

  #elsewhere(kind: ListedKindName, name: string): string {
    const place = (this.places.get(placeKey(kind, name)) ?? "").replace(/: $/, "");
    return place === "" ? "" : ` (first in ${place})`;
  }
}

function answersIn(
  { file, text }: HintFile,
  onProblem: (place: string, problem: string) => void,
): readonly GivenAnswers[] {
  if (/\.(csv|tsv)$/i.test(file)) return readCsvHints(text, (line, problem) => onProblem(`:${line}`, problem));
  let content: unknown;
  try {
    content = readJson(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    onProblem("", `It is no JSON: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
  const saved = savedObjects(content);
  return saved === undefined
    ? answersOf(content, (problem) => onProblem("", problem))
    : readSavedObjects(saved, onProblem);
}

const suggestion = (word: string, known: readonly string[]): string => {
  const match = nearest(word, known);
  return match === undefined ? `known are ${known.join(", ")}` : `did you mean "${match}"?`;
};

function answersOf(content: unknown, onProblem: (problem: string) => void): GivenAnswers[] {
  if (!isObject(content)) {
    onProblem('It must be an object such as { "Campaign": { "Spring": { "aiAgentId": "Renewals" } } }.');
    return [];
  }
  return Object.entries(content).flatMap(([word, objects]): GivenAnswers[] => {
    if (word.startsWith("$")) return [];
    const kind = listedKinds.find((name) => name === word);
    if (kind === undefined) onProblem(`"${word}" is no kind; ${suggestion(word, listedKinds)}`);
    else if (!isObject(objects)) onProblem(`"${word}" must hold an object: name → answers.`);
    else
      return Object.entries(objects).flatMap(([name, answers]): GivenAnswers[] => {
        if (answers === null || isObject(answers)) return [{ kind, name, answers, place: "" }];
        onProblem(
          `${kind} "${oneLine(name)}" must hold an object (field → answer), or null to leave all its fields alone.`,
        );
        return [];
      });
    return [];
  });
}

function checkAnswers({ kind, name, answers }: GivenAnswers, onProblem: (problem: string) => void): void {
  const fields = ["id", ...askable(kind)];
  const place = `${kind} "${oneLine(name)}"`;
  for (const [field, value] of Object.entries(answers ?? {})) {
    if (!fields.includes(field)) onProblem(`${place}: "${field}" is no field; ${suggestion(field, fields)}`);
    else if (field === "id" && name === EVERY) onProblem(`${place}: an ID cannot be that of every object.`);
    else if (field === "id" && value !== OPEN && (typeof value !== "string" || !isUuid(value)))
      onProblem(`${place}: id ${JSON.stringify(value)} is no ID (a UUID); copy it from the dashboard.`);
  }
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
