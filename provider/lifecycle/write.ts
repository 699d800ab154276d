/** Writing the full desired state, with the status where the kind has one. Safe to repeat. */
import { readLive, soleObject, type Live } from "../api/object";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import type { Field } from "../kinds/schema";
import { toWire } from "../kinds/wire";
import type { Context } from "./context";
import type { Identity } from "./identity";

/** Sends one update. Gives what the answer shows of the object, which may be nothing. */
export async function writeAll(
  context: Context,
  identity: Identity,
  id: string,
  declared: Properties,
  more: { status?: string | undefined; cleared?: readonly string[] } = {},
): Promise<Live> {
  const { kind, workspace } = identity;
  const body = {
    ...toWire(kind, declared, more.cleared),
    ...(more.status === undefined ? {} : { status: more.status }),
  };
  try {
    const data = await context.client.send(kind.name, "update", {
      id,
      workspace,
      body,
      secrets: secretsIn(kind, declared),
    });
    return objectIn(kind, data);
  } finally {
    context.inventory.written(kind, workspace);
  }
}

/** What an answer's `data` shows of an object; nothing if it holds none. */
export function objectIn(kind: Kind, data: unknown): Live {
  const item = soleObject(data);
  return item === undefined ? { id: undefined, fields: {} } : readLive(kind, item);
}

/** The texts in secret fields: an API may echo them in a message. */
export function secretsIn(kind: Kind, inputs: Properties): string[] {
  const found: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === "string") found.push(value);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(collect);
  };
  const walk = (fields: readonly Field[], object: Properties): void => {
    for (const field of fields) {
      const value = object[field.name];
      if (field.node.secret === true) collect(value);
      else if (field.fields !== undefined) {
        for (const entry of Array.isArray(value) ? value : [value]) {
          if (typeof entry === "object" && entry !== null) walk(field.fields, entry as Properties);
        }
      }
    }
  };
  walk(kind.inputs, inputs);
  return found;
}
