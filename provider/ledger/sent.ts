/**
 * What was sent of an object, to tell later whether a field still is as it was sent: then a program that declares
 * something else was edited, and not the object. Six bytes of a hash for each field that holds something, in one text.
 */
import { createHash } from "node:crypto";
import { stableText, type Properties } from "../kinds/normalForm";
import { isEmpty } from "../kinds/empty";

/** Names of fields, each with its hash. */
export type Sent = string;

export function sentOf(values: Properties): Sent {
  const told = Object.entries(values).filter(([, value]) => !isEmpty(value));
  return told
    .map(([name, value]) => `${name}:${hashOf(value)}`)
    .sort()
    .join(" ");
}

/** Whether this is what was sent of the field; of one that holds nothing, whether nothing was. */
export function wasSent(sent: Sent, name: string, value: unknown): boolean {
  const entries = sent.split(" ");
  return isEmpty(value)
    ? !entries.some((entry) => entry.startsWith(`${name}:`))
    : entries.includes(`${name}:${hashOf(value)}`);
}

const hashOf = (value: unknown): string =>
  createHash("sha256").update(stableText(value)).digest("base64url").slice(0, 8);
