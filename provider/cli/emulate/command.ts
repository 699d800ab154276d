/** `callab emulate`: the emulator in the foreground, until a signal ends it. */
import type { EmulatorOptions, LoggedRequest } from "../../../emulator";
import { oneLine } from "../../words/plainText";
import { contractIn } from "../contractFile";
import { CommandFailure, wrongUsage } from "../failure";
import type { Screen } from "../terminal";
import { faultRuleOf } from "./faultRule";
import { refuseMistyped } from "./mistyped";

export interface EmulateFlags {
  readonly port?: string | undefined;
  readonly host?: string | undefined;
  readonly data?: string | undefined;
  readonly personality?: string | undefined;
  /** A learned contract: the account it was learned from. */
  readonly contract?: string | undefined;
  readonly fault?: readonly string[] | undefined;
  readonly seed?: string | undefined;
  readonly latency?: string | undefined;
  readonly token?: string | undefined;
  /** `tag=number`, each a group of made-up people. */
  readonly people?: readonly string[] | undefined;
  readonly list?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  readonly json?: boolean | undefined;
}

const DEFAULT_PORT = 4599;

/** The emulator's options of a command line. Throws a CommandFailure. */
export function emulatorOptions(flags: EmulateFlags): EmulatorOptions {
  return {
    port: wholeNumber("--port", flags.port, 65_535) ?? DEFAULT_PORT,
    ...(flags.host === undefined ? {} : { host: flags.host }),
    ...(flags.data === undefined ? {} : { data: flags.data }),
    ...(flags.personality === undefined ? {} : { personality: flags.personality }),
    ...(flags.contract === undefined ? {} : { contract: contractIn(flags.contract) }),
    ...(flags.fault === undefined ? {} : { faults: flags.fault.map(faultRuleOf) }),
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
    ...(flags.token === undefined ? {} : { token: flags.token }),
    ...(flags.people === undefined ? {} : { people: flags.people.map(peopleOf) }),
    // Here the clock is on the wall, and campaigns that call nobody would show nothing.
    calls: true,
    latencyMs: wholeNumber("--latency", flags.latency, 600_000) ?? 0,
  };
}

function peopleOf(text: string): { tag: string; count: number } {
  const [, tag = "", count] = /^(.+)=(.+)$/s.exec(text) ?? [];
  if (tag === "") throw wrongUsage(`--people takes a tag and a number, such as vip=1240, not "${text}".`);
  return { tag, count: wholeNumber("--people", count, 100_000) ?? 0 };
}

function wholeNumber(flag: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= most) return value;
  throw wrongUsage(`${flag} must be a whole number from 0 to ${most}, not "${text}".`);
}

/** Runs until SIGINT or SIGTERM; a second signal does not wait. Throws a CommandFailure if it cannot start. */
export async function emulateCommand(flags: EmulateFlags, screens: { out: Screen; err: Screen }): Promise<void> {
  const emulation = require("../../../emulator") as Emulation;
  if (flags.list === true) {
    screens.out.write(inventoryOf(emulation));
    return;
  }
  const options = emulatorOptions(flags);
  refuseMistyped(options, emulation);
  let emulator: Awaited<ReturnType<Emulation["startEmulator"]>>;
  try {
    emulator = await emulation.startEmulator({
      ...options,
      ...(flags.quiet === true ? {} : { onRequest: (request) => screens.err.write(`${requestLine(request)}\n`) }),
    });
  } catch (error) {
    throw cannotStart(error, options);
  }
  const ended = firstSignal();
  const { url, token } = emulator;
  const control = `${new URL(url).origin}/_emulator`;
  screens.out.write(
    flags.json === true
      ? `${JSON.stringify({ ready: true, url, token, control })}\n`
      : `${emulation.banner(emulator)}\n\n${howTo(url, token)}\n`,
  );
  await ended;
  await emulator.close();
}

const howTo = (url: string, token: string): string =>
  ["To use it:", `  export CALLAB_BASE_URL=${url} CALLAB_API_TOKEN=${token}`, "Ctrl-C ends it."].join("\n");

function firstSignal(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.removeListener(signal, end);
      resolve();
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, end);
  });
}

function cannotStart(error: unknown, { port }: EmulatorOptions): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE")
    return new CommandFailure(`Port ${port ?? 0} is taken. Use another one with --port; --port 0 takes any free one.`);
  if (code === "EACCES" || code === "EADDRNOTAVAIL")
    return new CommandFailure(`It cannot listen there: ${error.message}`);
  return wrongUsage(error.message);
}

/** One line: time, method, path, what it was answered, and the fault that struck. */
const requestLine = ({ at, method, path, status, fault }: LoggedRequest): string =>
  oneLine(
    `${at.slice(11, 19)} ${method} ${path} ${status === null ? "no answer" : String(status)}${fault === undefined ? "" : ` (${fault})`}`,
  );

type Emulation = typeof import("../../../emulator");

/** What can be asked of the emulator, for `--list`. */
function inventoryOf({ personalities, describeSwitches, faultNames }: Emulation): string {
  return [
    "Personalities (--personality):",
    ...personalities.map(({ name, description }) => `  ${name.padEnd(12)} ${description}`),
    "",
    "Switches (--personality switch=position), with what is standard first:",
    ...describeSwitches().map(
      ({ name, positions, standard, mark, meaning }) =>
        `  ${name}: ${positions}\n    ${meaning} Standard: ${JSON.stringify(standard)} (${mark}).`,
    ),
    "",
    "Faults (--fault):",
    `  ${faultNames.join(", ")}`,
    "  with kind, operation, method, path, bodyContains (which requests), nth, times, probability (when)",
    "",
  ].join("\n");
}
