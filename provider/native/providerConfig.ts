/** The configuration of a provider: what the engine hands over, without the prefix that keys have in a stack. */
import { ConfigurationError, readConfiguration, unknownSettings, type ConfigurationKey } from "../configuration";
import type { Properties } from "../kinds/normalForm";
import { resourceOf } from "../ledger/owner";
import { providerWording, runWording } from "../runtime/hints";
import { whatStoppingMeans } from "../runtime/words";
import type { Wording } from "../words/hint";
import { worded, type Text } from "../words/text";
import { isUnknown } from "../values/unknown";
import packageSchema from "./packageSchema.json";
import { seal } from "./properties";

/** What engines put beside the settings. */
const enginesOwn = new Set(["version", "pluginDownloadURL"]);

const isOurs = (key: string): boolean => !key.startsWith("__") && !enginesOwn.has(key);

/**
 * The words for hints about a provider: one that the program configures itself is told nothing of the stack's
 * configuration. The engine calls those that it makes by that `default…`.
 * @param urn of the provider; "" where an engine does not tell it
 */
export function wordingFor(urn: string): Wording {
  const name = resourceOf(urn);
  return name === "" || name.startsWith("default") ? runWording : providerWording(name);
}

/** The value of a setting as a stack's configuration would have it; engines hand over texts, and JSON for all else. */
export const settingsIn =
  (given: Properties) =>
  (key: ConfigurationKey): string | undefined => {
    const value = given[key];
    if (value === undefined || value === null || isUnknown(value)) return undefined;
    if (typeof value !== "string") return JSON.stringify(value);
    return isText(key) ? value : unquoted(value);
  };

const isText = (key: ConfigurationKey): boolean => packageSchema.provider.inputProperties[key].type === "string";

/** A text that an SDK has written as JSON, since the setting is declared as something else. */
function unquoted(value: string): string {
  try {
    const read: unknown = JSON.parse(value);
    return typeof read === "string" ? read : value;
  } catch {
    return value;
  }
}

/**
 * The configuration as the engine is to keep it: the token is secret, also where a stack's file has it in clear. Whether
 * it does is not told to a plugin: the engine asks with values that are unmarked.
 */
export function kept(given: Properties): Properties {
  const { apiToken } = given;
  return apiToken === undefined || apiToken === null || isUnknown(apiToken)
    ? given
    : { ...given, apiToken: seal(apiToken) };
}

/** What is told of a configuration that can be used: that it is a stop, and what does not hold that back. */
export function remarksOn(given: Properties, wording: Wording = runWording): string[] {
  if (problemsIn(given).length > 0) return [];
  const { pauseAll, slips } = readConfiguration(settingsIn(given));
  return pauseAll ? [whatStoppingMeans("provider"), ...slips.map((slip) => worded(slip, wording))] : [];
}

/** What is wrong with a configuration, one sentence each; a setting that is not known yet is not judged. */
export function problemsIn(given: Properties, wording: Wording = runWording): string[] {
  const told = (problem: Text): string => worded(problem, wording);
  const unknown = unknownSettings(Object.keys(given).filter(isOurs)).map(told);
  try {
    readConfiguration(settingsIn(given));
    return unknown;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return [...unknown, ...error.problems.map(told)];
  }
}
