/**
 * Hints as a table: CSV as spreadsheets write it, with commas, semicolons or tabs, with or without a byte order mark.
 *
 * ```csv
 * kind;name;id;aiAgentId;webhookId
 * Campaign;Spring renewals;3f1f7a52-0a55-4c8e-9f0e-6a1c2b3d4e5f;Renewals;null
 * ```
 *
 * The columns are the fields, by their names in a program. An empty cell answers nothing; `null` leaves the field alone. What is no text
 * is written as in JSON.
 */
import { kinds } from "../../kinds";
import type { Field, ListedKindName } from "../../kinds/schema";
import { oneLine } from "../../words/plainText";
import { CommandFailure } from "../failure";
import { kindsNamed } from "../kindSelection";
import type { GivenAnswers } from "./hintsFile";

/** What is needed of papaparse, which is loaded with the first table. */
interface CsvParser {
  readonly parse: (
    text: string,
    options: { readonly delimitersToGuess: readonly string[]; readonly skipEmptyLines: false },
  ) => {
    readonly data: readonly (readonly string[])[];
    readonly errors: readonly { readonly type: string; readonly message: string; readonly row?: number }[];
  };
}

const OF_NAMES = ["kind", "name"];

/** The answers of a table, each with its line; what is wrong is told by `onProblem`, with its line. */
export function readCsvHints(text: string, onProblem: (line: number, problem: string) => void): GivenAnswers[] {
  const { parse } = require("papaparse") as CsvParser;
  const { data, errors } = parse(text, { delimitersToGuess: [",", ";", "\t"], skipEmptyLines: false });
  const lines = linesOf(data);
  for (const { type, message, row } of errors) if (type === "Quotes") onProblem(lines[row ?? 0] ?? 1, `${message}.`);
  const headings = (data[0] ?? []).map((heading) => heading.trim());
  const missing = OF_NAMES.filter((column) => !headings.includes(column));
  if (missing.length > 0) {
    onProblem(
      1,
      `The first line must name the columns, such as kind,name,id,aiAgentId; ${missing.join(" and ")} missing.`,
    );
    return [];
  }
  const twice = headings.filter((heading, index) => heading !== "" && headings.indexOf(heading) !== index);
  if (twice.length > 0) onProblem(1, `There are two columns "${oneLine(twice[0] ?? "")}".`);
  return data.slice(1).flatMap((cells, index) => {
    const line = lines[index + 1] ?? 0;
    if (cells.every((cell) => cell.trim() === "")) return [];
    if (cells.length > headings.length) {
      onProblem(
        line,
        `${cells.length} cells, but ${headings.length} columns: a text with the separator in it needs quotes.`,
      );
      return [];
    }
    const cell = (heading: string): string => cells[headings.indexOf(heading)] ?? "";
    const kind = kindIn(cell("kind"), (problem) => onProblem(line, problem));
    if (kind === undefined) return [];
    if (cell("name").trim() === "") {
      onProblem(line, "The name is empty; * speaks of every object of the kind.");
      return [];
    }
    const answers = Object.fromEntries(
      headings.flatMap((heading, column): [string, unknown][] => {
        const written = (cells[column] ?? "").trim();
        if (OF_NAMES.includes(heading) || written === "") return [];
        const value = valueOf(kinds[kind].field(heading), written);
        if (value === undefined)
          onProblem(line, `${heading}: ${oneLine(written)} is not to be read; write it as in JSON.`);
        return value === undefined ? [] : [[heading, value]];
      }),
    );
    return [{ kind, name: cell("name"), answers, place: `:${line}` }];
  });
}

/** The line each row begins at: a quoted text may go over several. */
function linesOf(rows: readonly (readonly string[])[]): number[] {
  let next = 1;
  return rows.map((cells) => {
    const line = next;
    next += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return line;
  });
}

function kindIn(word: string, onProblem: (problem: string) => void): ListedKindName | undefined {
  try {
    const [kind, ...others] = kindsNamed([word]);
    if (kind !== undefined && others.length === 0) return kind;
    onProblem("It must name one kind, such as Campaign.");
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    onProblem(error.message);
  }
  return undefined;
}

/** What a cell says: a text where the field is one, else JSON; undefined for what is neither. */
function valueOf(field: Field | undefined, written: string): unknown {
  if (written === "null") return null;
  if (field === undefined || written === "?" || field.types.includes("string")) return written;
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
