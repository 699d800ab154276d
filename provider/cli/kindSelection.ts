/** Kinds and names as a command line gives them. */
import { kinds } from "../kinds";
import { nearest } from "../words/nearest";
import { listedKinds, type ListedKindName } from "../kinds/schema";
import { wrongUsage } from "./failure";

const fold = (word: string): string => word.toLowerCase().replace(/[\s_-]/g, "");

const spellings = new Map<string, ListedKindName>(
  listedKinds.flatMap((name) =>
    [name, `${name}s`, kinds[name].noun, kinds[name].plural].map((word) => [fold(word), name] as const),
  ),
);

/** What a kind is called on a command line, as the help has it: `phone-number`. */
const wordFor = (name: ListedKindName): string => kinds[name].noun.replaceAll(" ", "-");

/** The kinds named: `campaign`, `AiAgent`, `phone-numbers`… Throws a CommandFailure for any other word. */
export function kindsNamed(words: readonly string[]): ListedKindName[] {
  const chosen = words
    .flatMap((word) => word.split(","))
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .map((word) => {
      const name = spellings.get(fold(word));
      if (name !== undefined) return name;
      const meant = spellings.get(nearest(word, spellings.keys()) ?? "");
      const hint =
        meant === undefined ? `known are ${listedKinds.map(wordFor).join(", ")}` : `did you mean ${wordFor(meant)}?`;
      throw wrongUsage(`There is no kind "${word}"; ${hint}`);
    });
  return listedKinds.filter((name) => chosen.includes(name));
}

/** Whether a text fits a pattern in which `*` stands for any text and `?` for any character. Letter case does not count. */
export function fitsGlob(pattern: string, value: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${escaped}$`, "isu").test(value);
}
