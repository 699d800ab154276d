/**
 * Secret values of a workspace and the configuration keys that stand for them in a program. A value that is used in
 * several places under the same name gets one key. What the API masks is a secret whose value nobody knows: each has a
 * key of its own, since two masks that look the same may hide two values.
 */
import { holdsMask } from "../../values/mask";
import { latinWords } from "./identifiers";

interface SecretValue {
  /** Key in the stack's configuration. */
  readonly key: string;
  /** The value, or its JSON where it is no text. */
  readonly value: string;
  readonly isText: boolean;
}

/** A secret that the API masks: somebody who knows it has to set it. */
interface MaskedSecret extends Omit<SecretValue, "value"> {
  /** What the value is called in Callab, such as the name of a header. */
  readonly name: string;
}

/** Headers that describe the message and never hold a credential. Every other header is kept secret. */
const plainHeaders = new Set([
  "accept",
  "accept-charset",
  "accept-encoding",
  "accept-language",
  "cache-control",
  "content-language",
  "content-type",
  "user-agent",
]);

export const isPlainHeader = (name: string): boolean => plainHeaders.has(name.toLowerCase());

export class SecretValues {
  readonly #byContent = new Map<string, SecretValue>();
  readonly #masked: MaskedSecret[] = [];
  readonly #keys = new Set<string>(["apitoken"]);
  /** How often a secret was asked for. */
  uses = 0;

  /** The secret for a value called `name` that belongs to the variable `owner`. */
  add(owner: string, name: string, value: unknown): SecretValue | MaskedSecret {
    this.uses++;
    const isText = typeof value === "string";
    if (holdsMask(value)) {
      const masked = { key: this.#freeKey(owner, name), isText, name };
      this.#masked.push(masked);
      return masked;
    }
    const text = isText ? value : JSON.stringify(value);
    const content = JSON.stringify([name.toLowerCase(), isText, text]);
    const known = this.#byContent.get(content);
    if (known !== undefined) return known;
    const secret = { key: this.#freeKey(owner, name), value: text, isText };
    this.#byContent.set(content, secret);
    return secret;
  }

  /** Those whose values the API shows. */
  shown(): SecretValue[] {
    return [...this.#byContent.values()];
  }

  /** Those that it masks. */
  masked(): readonly MaskedSecret[] {
    return this.#masked;
  }

  #freeKey(owner: string, name: string): string {
    const words = latinWords(name).map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
    const base = `${owner}${words.length === 0 ? "Secret" : words.join("").slice(0, 24)}`;
    for (let number = 1; ; number++) {
      const key = number === 1 ? base : `${base}${number}`;
      if (this.#keys.has(key.toLowerCase())) continue;
      this.#keys.add(key.toLowerCase());
      return key;
    }
  }
}
