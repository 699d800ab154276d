/**
 * Prints of fields: what each held at some time, to tell later whether it still holds that. Six bytes of a hash for each
 * field, in one text; `-` for one that held nothing.
 */
import { createHash } from "node:crypto";
import { stableText, type Properties } from "../kinds/normalForm";
import { isEmpty } from "../values/empty";

/** Names of fields, each with its print: `name:x7f_Ab2c tags:-`. */
export type Prints = string;

export const printsOf = (values: Properties): Prints =>
  Object.entries(values)
    .map(([name, value]) => `${name}:${printOf(value)}`)
    .sort()
    .join(" ");

/** Whether a field held this; undefined where there is no print of it. */
export function heldThen(prints: Prints, name: string, value: unknown): boolean | undefined {
  const print = prints.split(" ").find((entry) => entry.startsWith(`${name}:`));
  return print === undefined ? undefined : print === `${name}:${printOf(value)}`;
}

const printOf = (value: unknown): string =>
  isEmpty(value) ? "-" : createHash("sha256").update(stableText(value)).digest("base64url").slice(0, 8);
