/** Names that the emulator does not know, and that are near to one it knows: which one was meant. It says the rest itself. */
import type { EmulatorOptions } from "../../../emulator";
import { nearest } from "../../words/nearest";
import { wrongUsage } from "../failure";

type Emulation = Pick<typeof import("../../../emulator"), "personalities" | "describeSwitches" | "faultNames">;

/** Throws a CommandFailure. */
export function refuseMistyped({ personality, faults = [] }: EmulatorOptions, emulation: Emulation): void {
  for (const { fault } of faults) refuse("fault", fault, emulation.faultNames);
  if (typeof personality !== "string") return;
  const presets = emulation.personalities.map(({ name }) => name);
  const switches = emulation.describeSwitches().map(({ name }) => name);
  for (const part of personality.split(",").map((text) => text.trim())) {
    const [name = "", position] = part.split("=");
    if (position === undefined) refuse("personality", name, presets);
    else refuse("switch", name, switches);
  }
}

function refuse(what: string, name: unknown, known: readonly string[]): void {
  if (typeof name !== "string" || known.includes(name)) return;
  const meant = nearest(name, known);
  if (meant !== undefined) throw wrongUsage(`there is no ${what} "${name}"; did you mean ${meant}?`);
}
