/**
 * What a preview can show of an object after an update: what the API reports is not known before it, but for what an
 * object keeps. A value of before, shown as that of after, has a run change more than its preview has shown.
 */
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { UNKNOWN } from "../values/unknown";

/** @param isWritten whether anything is sent; else nothing that is reported changes either */
export function foreseenUpdate(kind: Kind, state: Properties, inputs: Properties, isWritten: boolean): Properties {
  const reported = kind.reported.map(({ name, node }): [string, unknown] => {
    const isOpen = isWritten && node.lasting !== true;
    return [name, isOpen ? UNKNOWN : state[name]];
  });
  return { ...Object.fromEntries(reported), ...inputs };
}
