/**
 * The settings of the stack that is selected in this folder, as `pulumi config` tells them. They are taken together: a
 * token goes to the address that it is configured with.
 */
import { execFile, type ExecFileException } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationError, environmentWithoutAccount, readConfiguration, type Configuration } from "../configuration";
import { runWording } from "../runtime/hints";
import { oneLine, shortened } from "../words/plainText";
import { textOf, worded } from "../words/text";
import { CommandFailure } from "./failure";
import { settingsFrom, settingsIn, type ConnectionFlags, type Settings } from "./settings";

const PREFIX = "callab:";

/** Milliseconds for the engine's answer: it may have to ask a backend for the key. */
const PATIENCE = 20_000;

/**
 * The settings of the command line; where they have no token, those of the stack that is selected here.
 * @throws {CommandFailure} for settings that cannot be used.
 */
export async function settingsOrStacks(flags: ConnectionFlags): Promise<Settings> {
  const own = settingsFrom(flags);
  if (own.apiToken !== undefined) return own;
  const folder = process.cwd();
  const isProject = ["Pulumi.yaml", "Pulumi.yml"].some((file) => existsSync(join(folder, file)));
  if (!isProject) return own;
  const { printed, refusal } = await printedConfiguration(folder);
  return stackConfiguration(flags, stackSettingsIn(printed)) ?? { ...own, stackIsUnread: refusal };
}

/**
 * The configuration with the stack's settings below the flags; undefined where the stack has no token.
 * @throws {CommandFailure} for settings of the stack that cannot be used.
 */
function stackConfiguration(
  flags: ConnectionFlags,
  stack: Readonly<Record<string, string>>,
): Configuration | undefined {
  if (stack["apiToken"] === undefined) return undefined;
  const given = settingsIn(flags);
  try {
    // What the shell has left over is no address for the stack's token.
    const settings = readConfiguration((key) => given[key] ?? stack[key], environmentWithoutAccount());
    return settings.apiToken === undefined
      ? undefined
      : {
          ...settings,
          apiToken: { value: settings.apiToken.value, origin: "callab:apiToken in the stack's configuration" },
        };
  } catch (error) {
    // The flags alone were read before: what is wrong here is the stack's.
    throw error instanceof ConfigurationError ? new CommandFailure(worded(textOf(error), runWording)) : error;
  }
}

interface Printed {
  readonly printed: string;
  /** Left out where there is nothing to read: no engine on the PATH, or no stack selected. */
  readonly refusal?: string | undefined;
}

const printedConfiguration = (folder: string): Promise<Printed> =>
  new Promise((resolve) => {
    const args = ["config", "--json", "--show-secrets", "--non-interactive"];
    execFile("pulumi", args, { cwd: folder, timeout: PATIENCE }, (error, stdout, stderr) =>
      resolve(error === null ? { printed: stdout } : { printed: "{}", refusal: refusalOf(error, stderr) }),
    );
  });

/** In the engine's words, such as `incorrect passphrase`. */
function refusalOf(error: ExecFileException, stderr: string): string | undefined {
  if (error.code === "ENOENT" || stderr.includes("no stack selected")) return undefined;
  if (error.killed === true) return `no answer in ${PATIENCE / 1_000} s`;
  const said = /^error: (.*)$/m.exec(stderr)?.[1] ?? stderr;
  return shortened(oneLine(said) || `it ended with ${error.code ?? error.signal ?? "a failure"}`, 200);
}

/** The values of this package in what `pulumi config --json` prints: `{ "callab:workspace": { "value": "sales" } }`. */
function stackSettingsIn(printed: string): Readonly<Record<string, string>> {
  let content: unknown;
  try {
    content = JSON.parse(printed);
  } catch {
    return {};
  }
  if (typeof content !== "object" || content === null) return {};
  return Object.fromEntries(
    Object.entries(content).flatMap(([key, entry]: [string, unknown]): [string, string][] => {
      if (!key.startsWith(PREFIX) || typeof entry !== "object" || entry === null || !("value" in entry)) return [];
      return typeof entry.value === "string" ? [[key.slice(PREFIX.length), entry.value]] : [];
    }),
  );
}
