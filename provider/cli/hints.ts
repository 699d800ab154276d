/**
 * Hints in the words of the command line. What only a run of the engine can do is said in its words: the command makes
 * and changes nothing, and whoever is told of it has a run to turn to.
 */
import type { ConfigurationKey } from "../configuration";
import { runWording } from "../runtime/hints";
import type { SettingHints, Wording } from "../words/hint";
import { textOf, worded, type Text } from "../words/text";

const flagOf: Readonly<Partial<Record<ConfigurationKey, string>>> = {
  workspace: "--workspace",
  baseUrl: "--base-url",
  routes: "--routes",
};

const nameOf = (setting: string): string => flagOf[setting as ConfigurationKey] ?? `the setting ${setting}`;

const ofSettings: Wording<keyof SettingHints> = {
  setting: ({ setting }) => nameOf(setting),
  "setting-origin": ({ setting }) => nameOf(setting),
  "stack-setting": ({ setting }) => `${nameOf(setting)} in the environment variable PULUMI_CONFIG`,
  "set-token": () =>
    "Set the environment variable CALLAB_API_TOKEN to one, or go to the folder of a Pulumi project whose selected stack has one.",
  "replace-token": () => "Set CALLAB_API_TOKEN to a valid token of this account.",
  "check-account": () => "Check --base-url, CALLAB_BASE_URL and CALLAB_API_TOKEN.",
  "check-address": () => "Check --base-url (or CALLAB_BASE_URL) and the network.",
  "address-moved": () =>
    "The token is only sent to the configured address. If the API moved, set --base-url to its new address.",
  "set-address": () => "Set --base-url to the address the API answers at.",
  "set-time-limit": () => "Check the network, or try again later.",
  "set-concurrency": () => "Try again in a minute.",
  "set-route": ({ key, example }) => `--routes '{"${key}": "${example}"}'.`,
  "set-list-route": ({ key }) => `set the route "${key}" with --routes.`,
};

export const commandWording: Wording = { ...runWording, ...ofSettings };

/** The text as the command tells it. */
export const wordedForCommand = (text: Text): string => worded(text, commandWording);

/** What a failure says, whatever was thrown. */
export const explain = (thrown: unknown): string => wordedForCommand(textOf(thrown));
