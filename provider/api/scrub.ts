/**
 * Takes secrets out of a text, however whoever wrote it has written them: as they are, as JSON, in a web address, in a
 * page, in Base64, in another letter case, with other blanks, or only a part of them.
 *
 * Both sides are read back to plain characters, each of which remembers where it stood. Of a secret is taken out
 *
 * | part                          | how many characters in a row                                     |
 * | ----------------------------- | ---------------------------------------------------------------- |
 * | all of it                     | 4 or more                                                        |
 * | its beginning, its end        | 8 or more; of one with blanks, such as a sentence, 12 or more    |
 * | any                           | half of it, and as many as of its beginning; at most 16 suffice  |
 */
import { credentialWord } from "../values/credential";
import { printable } from "../words/plainText";

const MASK = "[secret]";

/** Shorter ones would be found in every text. */
const SHORTEST = 4;
const ENOUGH = 16;
/** Shorter parts of a secret are words of others, too. */
const PART = { ofCredential: 8, ofText: 12 };

/** The text without the secrets. */
export function scrubbed(text: string, secrets: Iterable<string>): string {
  const written = plainCharacters(text);
  const plain = textOf(written);
  const covered = new Array<boolean>(written.length).fill(false);
  for (const [length, runs] of runsOf(secrets)) {
    let coveredTo = 0;
    for (let at = 0; at + length <= plain.length; at++) {
      if (!runs.has(plain.slice(at, at + length))) continue;
      covered.fill(true, Math.max(at, coveredTo), at + length);
      coveredTo = at + length;
    }
  }
  return masked(text, written, covered);
}

/** A character, and where it stands in the text as it was written. */
interface Character {
  readonly sign: string;
  readonly from: number;
  readonly to: number;
}

const textOf = (characters: readonly Character[]): string => characters.map(({ sign }) => sign).join("");

/** What must not be in the text, by length. */
function runsOf(secrets: Iterable<string>): Map<number, Set<string>> {
  const byLength = new Map<number, Set<string>>();
  for (const secret of new Set(secrets)) {
    for (const form of [secret, ...inBase64(secret)]) {
      const plain = textOf(plainCharacters(form.trim()));
      if (plain.length < SHORTEST) continue;
      for (const run of partsOf(plain)) {
        const runs = byLength.get(run.length) ?? new Set();
        byLength.set(run.length, runs.add(run));
      }
    }
  }
  return byLength;
}

/** What addresses begin with is no part of a secret of its own. */
const scheme = /^[a-z][a-z0-9+.-]*:\/\/(?=.{8})/;

function* partsOf(secret: string): Generator<string> {
  const text = secret.replace(scheme, "");
  const least = Math.min(text.length, text.includes(" ") ? PART.ofText : PART.ofCredential);
  const length = Math.min(ENOUGH, Math.max(least, Math.ceil(text.length / 2)));
  for (let at = 0; at + length <= text.length; at++) yield text.slice(at, at + length);
  for (let part = least; part < length; part++) {
    yield text.slice(0, part);
    yield text.slice(-part);
  }
}

/** What Base64 makes of a secret within a longer text: three forms, by what stands before it; their ends depend on more. */
function inBase64(secret: string): string[] {
  const bytes = Buffer.from(secret, "utf8");
  if (bytes.length < 6) return [];
  return [0, 1, 2].flatMap((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]);
    const end = Math.floor((whole.length * 8) / 6);
    return [whole.toString("base64"), whole.toString("base64url")].map((text) =>
      text.slice(shift === 0 ? 0 : shift + 1, end),
    );
  });
}

const encoded = new RegExp(
  [
    String.raw`\\u\{?([0-9a-f]{4,6})\}?`,
    String.raw`\\(["\\'/nrtbf])`,
    "(%[0-7][0-9a-f]|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}|%f[0-7](?:%[89ab][0-9a-f]){3})",
    "&#([0-9]{1,7});",
    "&#x([0-9a-f]{1,6});",
    "&(quot|amp|lt|gt|apos|nbsp);",
    String.raw`[\s+]+`,
  ].join("|"),
  "gi",
);

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: " ", f: " " };
const entities: Readonly<Record<string, string>> = { quot: '"', amp: "&", lt: "<", gt: ">", apos: "'", nbsp: " " };

/** Encoded several times over, as JSON in JSON is. */
const MOST_LAYERS = 6;

/** The characters that a text stands for. Read alike on both sides, so what is no encoding at all does no harm. */
function plainCharacters(text: string): readonly Character[] {
  let characters: readonly Character[] = Array.from({ length: text.length }, (_, at) => ({
    sign: text.charAt(at),
    from: at,
    to: at + 1,
  }));
  for (let layer = 0; layer < MOST_LAYERS; layer++) {
    const before = textOf(characters);
    characters = decoded(characters, before);
    if (textOf(characters) === before) break;
  }
  return characters.flatMap((character) => {
    const signs = printable(character.sign).toLowerCase().split("");
    return signs.map((sign) => ({ ...character, sign }));
  });
}

function decoded(characters: readonly Character[], text: string): Character[] {
  const result: Character[] = [];
  let at = 0;
  const copyTo = (end: number): void => {
    for (; at < end; at++) {
      const character = characters[at];
      if (character !== undefined) result.push(character);
    }
  };
  for (const match of text.matchAll(encoded)) {
    copyTo(match.index);
    const end = match.index + match[0].length;
    const from = characters[at]?.from ?? 0;
    const to = characters[end - 1]?.to ?? from;
    for (const sign of meaningOf(match).split("")) result.push({ sign, from, to });
    at = end;
  }
  copyTo(text.length);
  return result;
}

function meaningOf([whole, code, escape, percent, decimal, hexadecimal, entity]: RegExpExecArray): string {
  if (escape !== undefined) return escapes[escape.toLowerCase()] ?? escape;
  if (percent !== undefined) return inAddress(percent);
  if (entity !== undefined) return entities[entity.toLowerCase()] ?? whole;
  const point = code ?? hexadecimal;
  if (point !== undefined) return ofCode(Number.parseInt(point, 16)) ?? whole;
  if (decimal !== undefined) return ofCode(Number(decimal)) ?? whole;
  return " ";
}

function inAddress(percent: string): string {
  try {
    return decodeURIComponent(percent);
  } catch {
    return percent;
  }
}

const ofCode = (point: number): string | undefined => (point <= 0x10ffff ? String.fromCodePoint(point) : undefined);

function masked(text: string, characters: readonly Character[], covered: readonly boolean[]): string {
  let result = "";
  let end = 0;
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at];
    if (covered[at] !== true || character === undefined) continue;
    let to = character.to;
    while (covered[at + 1] === true) to = characters[++at]?.to ?? to;
    result += `${text.slice(end, character.from)}${MASK}`;
    end = to;
  }
  return result + text.slice(end);
}

const address = /\b([a-z][a-z0-9+.-]*:\/\/)([^\s"'<>]+)/gi;

/** The text with what may be a credential taken out of its web addresses: who asks, and what the query says. */
export const withoutCredentials = (text: string): string =>
  text.replace(address, (_, scheme: string, rest: string) => {
    const [, authority = "", tail = ""] = /^([^/?#]*)(.*)$/s.exec(rest) ?? [];
    const host = authority.slice(authority.lastIndexOf("@") + 1);
    const query = tail.replace(/([?&][^=&#]{0,80}=)[^&#]+/g, `$1${MASK}`);
    return `${scheme}${host === authority ? "" : `${MASK}@`}${host}${query}`;
  });

const namedCredential = new RegExp(
  String.raw`([?&][^=&#\s]{0,40}(?:${credentialWord})[^=&#\s]{0,40}=)(?!\{)[^&#\s"']+`,
  "gi",
);

/** A web address of this package's own, or the path of a route: what is called a credential in its query is left out. */
export const shownAddress = (url: string): string =>
  url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, "$1").replace(namedCredential, `$1${MASK}`);

/** What may be a credential in a value that holds web addresses: it must not be repeated either. */
export function credentialsIn(value: string): string[] {
  return [...value.matchAll(/\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]+/gi)].flatMap(([found]) => {
    if (!URL.canParse(found)) return [];
    const { username, password, searchParams } = new URL(found);
    const who = password === "" ? [] : [password, `${username}:${password}`];
    const asked = [...searchParams.values()].filter((part) => part.length >= LEAST_OF_A_CREDENTIAL);
    return [...who, ...asked].flatMap((part) => [part, inAddress(part)]);
  });
}

/** A shorter part of a query is a word, such as `true` or `json`. */
const LEAST_OF_A_CREDENTIAL = 8;
