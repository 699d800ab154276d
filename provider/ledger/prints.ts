/**
 * Prints of fields: what each held at some time, to tell later whether it still holds that. Six bytes of a hash for each
 * field, in one text; `-` for one that held nothing.
 *
 * A short secret could be found by trying what has its hash. The print of a secret is therefore made with the account's
 * token as its key, and has a `~` before it: who can try a guess has the token, and can ask the API itself. By another
 * token it is taken to have held something else.
 */
import { createHash, createHmac } from "node:crypto";
import { stableText, type Properties } from "../kinds/normalForm";
import { isEmpty } from "../values/empty";

/** Names of fields, each with its print: `name:x7f_Ab2c steps:~Qw3-9xYz tags:-`. */
export type Prints = string;

const KEYED = "~";

export class Printer {
  /** @param account address and token */
  constructor(private readonly account: string) {}

  /** @param isSecret whether the field of this name may hold a secret */
  print(values: Properties, isSecret: (name: string) => boolean): Prints {
    return Object.entries(values)
      .map(([name, value]) => `${name}:${this.#printOf(value, isSecret(name))}`)
      .sort()
      .join(" ");
  }

  /** Whether a field held this; undefined where there is no print of it. */
  heldThen(prints: Prints, name: string, value: unknown): boolean | undefined {
    const print = prints.split(" ").find((entry) => entry.startsWith(`${name}:`));
    if (print === undefined) return undefined;
    return print === `${name}:${this.#printOf(value, print.startsWith(`${name}:${KEYED}`))}`;
  }

  #printOf(value: unknown, isSecret: boolean): string {
    if (isEmpty(value)) return "-";
    const hash = isSecret ? createHmac("sha256", `prints of ${this.account}`) : createHash("sha256");
    return `${isSecret ? KEYED : ""}${hash.update(stableText(value)).digest("base64url").slice(0, 8)}`;
  }
}
