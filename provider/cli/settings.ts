/** The command's configuration: flags, then the environment. The token has no flag: it would stay in the shell's history. */
import { CallabError } from "../api/errors";
import { ConfigurationError, readConfiguration, type Configuration, type ConfigurationKey } from "../configuration";
import { CommandFailure, wrongUsage } from "./failure";

export interface ConnectionFlags {
  readonly workspace?: string | undefined;
  readonly baseUrl?: string | undefined;
  /** JSON, as for `callab:routes`. */
  readonly routes?: string | undefined;
}

const flagOf: Readonly<Partial<Record<ConfigurationKey, string>>> = {
  workspace: "--workspace",
  baseUrl: "--base-url",
  routes: "--routes",
};

/** Throws a CommandFailure for what cannot be used. */
export function settingsFrom(flags: ConnectionFlags): Configuration {
  const given: Partial<Record<ConfigurationKey, string | undefined>> = { ...flags };
  try {
    return readConfiguration((key) => given[key]);
  } catch (error) {
    throw error instanceof ConfigurationError ? wrongUsage(inWordsOfFlags(error.message)) : error;
  }
}

/** Throws a CommandFailure if there is no token. */
export function settingsWithToken(flags: ConnectionFlags): Configuration {
  const settings = settingsFrom(flags);
  if (settings.apiToken !== undefined) return settings;
  throw wrongUsage("There is no API token. Set the environment variable CALLAB_API_TOKEN to one.");
}

/** A failure's text, with the remedies that a command has instead of a stack. */
export function explain(error: unknown): string {
  if (error instanceof CallabError) {
    const remedy =
      error.status === 401 || error.status === 403
        ? "Set CALLAB_API_TOKEN to a valid token of this account."
        : inWordsOfFlags(error.hint ?? "");
    return error.hint === undefined ? error.message : error.message.replace(error.hint, remedy).trim();
  }
  if (error instanceof ConfigurationError) return inWordsOfFlags(error.message);
  return error instanceof Error ? error.message : String(error);
}

/** The failure as one that is printed as text; a mistake of this package stays what it is. */
export const forPeople = (error: unknown): unknown =>
  error instanceof CallabError || error instanceof ConfigurationError ? new CommandFailure(explain(error)) : error;

function inWordsOfFlags(message: string): string {
  return Object.entries(flagOf).reduce(
    (text, [key, flag]) =>
      text
        .replaceAll(`callab:${key} in the stack's configuration`, flag)
        .replaceAll(`callab:${key} (or CALLAB_BASE_URL)`, `${flag} (or CALLAB_BASE_URL)`)
        .replaceAll(`callab:${key}`, flag),
    message,
  );
}
