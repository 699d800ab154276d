/** A live object as an update writes it where nothing but its status is to change. */
import type { Live } from "../api/object";
import type { Kind } from "../kinds/kind";
import { normalForm, type Properties } from "../kinds/normalForm";
import { carriable } from "./carriable";
import { liveInputs } from "./shown";
import { declaredIn } from "./state";

/** What somebody changed by hand stays as it is; what an update must have goes along, also where state or answer lack it. */
export function asItIs(kind: Kind, state: Properties, live: Live): Properties {
  const shown = liveInputs(kind, declaredIn(kind, state), live.fields);
  const lacking = (kind.node.required ?? []).filter((name) => shown[name] === undefined);
  const kept = lacking.flatMap((name) => {
    const value = live.fields[name] ?? state[name];
    return value === undefined || value === null ? [] : [[name, value] as const];
  });
  return carriable(kind, { ...normalForm(kind, Object.fromEntries(kept)), ...shown }, declaredIn(kind, state));
}
