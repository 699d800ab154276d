/** The command's configuration: flags, then the environment, and what stackConfiguration.ts adds. The token has no flag: it would stay in the shell's history. */
import { ConfigurationError, readConfiguration, type Configuration, type ConfigurationKey } from "../configuration";
import { hint } from "../words/hint";
import { HintedError, text } from "../words/text";
import { CommandFailure, wrongUsage } from "./failure";
import { explain, wordedForCommand } from "./hints";

export interface Settings extends Configuration {
  /** In the engine's words: why the settings of the stack that is selected here are not known, where they were looked for. */
  readonly stackIsUnread?: string | undefined;
}

export interface ConnectionFlags {
  readonly workspace?: string | undefined;
  readonly baseUrl?: string | undefined;
  /** JSON, as for `callab:routes`. */
  readonly routes?: string | undefined;
  /** Path of a learned contract, as for `callab:contract`. */
  readonly contract?: string | undefined;
}

/** The settings that the flags give. A command has other flags beside them. */
export const settingsIn = ({
  workspace,
  baseUrl,
  routes,
  contract,
}: ConnectionFlags): Readonly<Partial<Record<ConfigurationKey, string | undefined>>> => ({
  workspace,
  baseUrl,
  routes,
  contract,
});

/** Throws a CommandFailure for what cannot be used. */
export function settingsFrom(flags: ConnectionFlags): Configuration {
  const given = settingsIn(flags);
  try {
    return readConfiguration((key) => given[key]);
  } catch (error) {
    throw error instanceof ConfigurationError ? wrongUsage(explain(error)) : error;
  }
}

/** The settings, which have a token. Throws a CommandFailure if they have none. */
export function withToken(settings: Settings): Configuration {
  if (settings.apiToken !== undefined) return settings;
  const { stackIsUnread } = settings;
  const why =
    stackIsUnread === undefined ? "" : ` That of the stack cannot be read: \`pulumi config\` says "${stackIsUnread}".`;
  throw wrongUsage(wordedForCommand(text`There is no API token.${why} ${hint("set-token")}`));
}

/** The failure as one that is printed as text; a mistake of this package stays what it is. */
export function asCommandFailure(error: unknown): unknown {
  // Some of the settings are only read when the first request is made: routes, say.
  if (error instanceof ConfigurationError) return wrongUsage(explain(error));
  return error instanceof HintedError ? new CommandFailure(explain(error)) : error;
}
