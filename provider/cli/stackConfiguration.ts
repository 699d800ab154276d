/**
 * The settings of the stack that is selected in this folder, as `pulumi config` tells them. They are taken together: a
 * token goes to the address that it is configured with.
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationError, environmentWithoutAccount, readConfiguration, type Configuration } from "../configuration";
import { runWording } from "../runtime/hints";
import { textOf, worded } from "../words/text";
import { CommandFailure } from "./failure";
import { settingsFrom, settingsIn, type ConnectionFlags } from "./settings";

const PREFIX = "callab:";

/** Milliseconds for the engine's answer: it may have to ask a backend for the key. */
const PATIENCE = 20_000;

/**
 * The settings of the command line; where they have no token, those of the stack that is selected here.
 * @throws {CommandFailure} for settings that cannot be used.
 */
export async function settingsOrStacks(flags: ConnectionFlags): Promise<Configuration> {
  const own = settingsFrom(flags);
  return own.apiToken === undefined ? ((await stackConfiguration(flags)) ?? own) : own;
}

/**
 * The configuration with the stack's settings below the flags; undefined where the folder is no Pulumi project, no stack is
 * selected, there is no engine on the PATH, or the stack has no token that can be read.
 * @throws {CommandFailure} for settings of the stack that cannot be used.
 */
async function stackConfiguration(flags: ConnectionFlags): Promise<Configuration | undefined> {
  const folder = process.cwd();
  if (!["Pulumi.yaml", "Pulumi.yml"].some((file) => existsSync(join(folder, file)))) return undefined;
  const stack = stackSettingsIn(await printedConfiguration(folder));
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

const printedConfiguration = (folder: string): Promise<string> =>
  new Promise((resolve) => {
    const args = ["config", "--json", "--show-secrets", "--non-interactive"];
    execFile("pulumi", args, { cwd: folder, timeout: PATIENCE }, (error, stdout) =>
      resolve(error === null ? stdout : "{}"),
    );
  });

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
