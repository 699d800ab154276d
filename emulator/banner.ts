/** What `callab emulate` shows at the start: where the emulator is, and how well each route is known. */
import type { Emulator } from "./emulator";
import { documented, type SwitchName } from "./personality";

/** The start-up lines: address, switches that leave the standard position, routes with their marks. */
export function banner(emulator: Emulator): string {
  const switched = (Object.keys(documented) as SwitchName[])
    .filter((name) => JSON.stringify(emulator.personality[name]) !== JSON.stringify(documented[name]))
    .map((name) => `${name}=${JSON.stringify(emulator.personality[name])}`);
  const control = `${new URL(emulator.url).origin}/_emulator`;
  return [
    `Callab emulator: ${emulator.url} (control: ${control})`,
    `personality: ${switched.length === 0 ? "documented" : switched.join(" ")}`,
    "routes (inferred: nobody promised that the real API has them; older: only in an older description):",
    ...emulator
      .routes()
      .filter(({ present }) => present)
      .map(({ mark, method, path }) => `  ${mark.padEnd(10)} ${method.padEnd(4)} /v1${path}`),
  ].join("\n");
}
