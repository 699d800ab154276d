/**
 * Names for variables and resources, from names people gave in any language. A name without Latin letters or digits
 * takes the kind's noun; names that end up the same are told apart, first by kind, then by number.
 */
import { kinds } from "../../kinds";
import { listedKinds, type ListedKindName } from "../../kinds/schema";

/** Not to be had as a variable: words of the language, and names the generated program uses itself. */
const taken = new Set(
  (
    "abstract any arguments as async await boolean break case catch class const constructor continue debugger declare " +
    "default delete do else enum eval export exports extends false finally for from function get global globalThis if " +
    "implements import in infinity instanceof interface is keyof let module namespace nan never new null number object " +
    "of package private process protected public require return set static string super switch symbol this throw true " +
    "try type typeof undefined unknown var void while with yield " +
    "callab pulumi config workspace notshown"
  ).split(" "),
);

/** Longest variable, so that a line `const … = new callab.PhoneNumber("…", {` stays within the print width. */
const longest = 32;

/** The Latin words of a name: `Été 2026 – VIP!` → `["ete", "2026", "vip"]`. */
export function latinWords(name: string): string[] {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(/ß/g, "ss")
    .replace(/[æÆ]/g, "ae")
    .replace(/[øØ]/g, "o")
    .replace(/['’]/g, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2");
  return plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** The module that holds the resources of a kind: `aiAgents`, of the name and the plural. */
export function moduleOf(name: ListedKindName): string {
  const { noun, plural } = kinds[name];
  const words = latinWords(name);
  const [several = "", ...rest] = latinWords(plural).slice(latinWords(noun).length - 1);
  return [...words.slice(0, -1), several, ...rest].map((word, index) => (index === 0 ? word : capital(word))).join("");
}

const modules = new Set(listedKinds.map((name) => moduleOf(name).toLowerCase()));

/** As many of the words as fit, and at least a piece of the first. */
function fitting(words: readonly string[], room: number): string[] {
  const kept: string[] = [];
  let length = 0;
  for (const word of words) {
    if (length + word.length > room) break;
    kept.push(word);
    length += word.length + 1;
  }
  return kept.length === 0 && words[0] !== undefined ? [words[0].slice(0, room)] : kept;
}

/** Gives out names, each once. Case does not tell two names apart. */
export class Names {
  readonly #given = new Set<string>();

  /** A variable for an object of this name; `noun` is what its kind is called, in words. */
  variable(name: string, noun: string): string {
    const kind = latinWords(noun);
    const words = fitting(latinWords(name), longest - 4);
    const needsKind = words.length === 0 || /^\d/.test(words[0] ?? "");
    const candidates = needsKind
      ? [camelCase([...kind, ...words])]
      : [camelCase(words), camelCase([...words, ...kind])];
    const free = candidates.find((candidate) => this.#isFree(candidate));
    return this.#take(free ?? this.#numbered(candidates[0] ?? "resource"));
  }

  #numbered(base: string): string {
    for (let number = 2; ; number++) if (this.#isFree(`${base}${number}`)) return `${base}${number}`;
  }

  #isFree(name: string): boolean {
    return (
      !this.#given.has(name.toLowerCase()) &&
      !taken.has(name.toLowerCase()) &&
      !modules.has(name.toLowerCase()) &&
      name.length <= longest
    );
  }

  #take(name: string): string {
    this.#given.add(name.toLowerCase());
    return name;
  }
}

const camelCase = (words: readonly string[]): string => {
  const fitted = fitting(words, longest - 4);
  return fitted.map((word, index) => (index === 0 ? word : capital(word))).join("");
};

/** `springRenewals2` → `spring-renewals-2`: the name of the resource that the variable holds. */
export const kebabCase = (variable: string): string =>
  variable
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Za-z])(\d)/g, "$1-$2")
    .toLowerCase();
