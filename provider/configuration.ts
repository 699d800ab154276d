/**
 * Configuration: Pulumi config first, then the environment, then the default. The one module that reads the
 * environment.
 */
import { createHash } from "node:crypto";
import { homedir, hostname } from "node:os";
import { join } from "node:path";
import { hint, type Hint } from "./words/hint";
import type { Contract } from "./contract/types";
import { oneLine } from "./words/plainText";
import { HintedError, joined, lines, text, type Text } from "./words/text";
import { isObject } from "./values/empty";
import { isThisMachine } from "./values/thisMachine";
import { notAcceptable } from "./kinds/acceptance";
import { wrongOverride } from "./kinds/routes";
import { nearest } from "./words/nearest";

/** What the package needs to know to work, read and judged. */
export interface Configuration {
  readonly apiToken: { readonly value: string; readonly origin: Text } | undefined;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** Slug of the workspace for objects that name none. */
  readonly workspace: string;
  /** Requests under way at once. */
  readonly maxConcurrency: number;
  /** How often a repeatable request is repeated. */
  readonly maxRetries: number;
  /** How long one answer may take, in seconds. */
  readonly timeoutSeconds: number;
  /** Proxies that the environment names for addresses like this one. Past which hosts they are left out, HTTP clients know. */
  readonly proxies: readonly Proxy[];
  /** Route overrides: `"campaign.delete"` → `"POST /campaigns/remove/{id}"`. */
  readonly routes: Readonly<Record<string, string>>;
  /** What an update does where somebody changed a field that it does not touch: nothing, or setting it back. */
  readonly onDrift: (typeof onDrift)[number];
  /** What happens where the API stored something else than it was sent. */
  readonly verifyWrites: (typeof verifyWrites)[number];
  /** The emergency stop: every campaign of the stack is paused, and nothing else is done to what exists. */
  readonly pauseAll: boolean;
  /** Rules whose warnings are accepted for all resources. */
  readonly acceptedWarnings: readonly string[];
  /** What the account was seen to do (`callab doctor --learn`); undefined: only what is documented or inferred is known. */
  readonly contract: Contract | undefined;
  /** What is wrong with settings in whose place an emergency stop takes the default, so that they do not hold it back. */
  readonly slips: readonly Text[];
  /** Folder of the ledger's store (see ledger/). */
  readonly ledgerFolder: string;
  /** Tells this run of the engine from others on the machine: all its provider processes are given its address. */
  readonly runName: string;
}

/** A proxy, and where it is set. */
export interface Proxy {
  readonly variable: string;
  /** Host name or address. */
  readonly host: string;
  readonly port: number;
}

/** The values of a setting, the default first. */
const onDrift = ["fail", "overwrite"] as const;
const verifyWrites = ["strict", "warn", "off"] as const;
const yesOrNo = ["false", "true"] as const;

/** Keys under `callab:`, with the environment variable that stands in for each where there is one. */
const keys = {
  apiToken: "CALLAB_API_TOKEN",
  baseUrl: "CALLAB_BASE_URL",
  workspace: "CALLAB_WORKSPACE",
  maxConcurrency: undefined,
  maxRetries: undefined,
  timeoutSeconds: undefined,
  routes: undefined,
  onDrift: undefined,
  verifyWrites: undefined,
  pauseAll: "CALLAB_PAUSE_ALL",
  acceptedWarnings: undefined,
  contract: undefined,
} as const;

export type ConfigurationKey = keyof typeof keys;

export const configurationKeys = Object.keys(keys) as readonly ConfigurationKey[];

/** Least and most of each number. Beyond them nothing gets better: an API is overrun, or a run stands still. */
const bounds = {
  maxConcurrency: [1, 100],
  maxRetries: [0, 20],
  timeoutSeconds: [1, 600],
} as const satisfies Partial<Record<ConfigurationKey, readonly [least: number, most: number]>>;

export const DEFAULT_BASE_URL = "https://api.callab.ai/v1";

/** Something in the configuration cannot be used. The message lists everything that is wrong. */
export class ConfigurationError extends HintedError {
  override readonly name = "ConfigurationError";
  constructor(readonly problems: readonly Text[]) {
    super(lines(problems));
  }
}

/** Tells accounts apart: names in one say nothing about another. It holds the token, so only a hash of it is kept anywhere. */
export const accountOf = ({ baseUrl, apiToken }: Pick<Configuration, "baseUrl" | "apiToken">): string =>
  `${baseUrl} ${apiToken?.value ?? ""}`;

/** The account as a state notes it, short and telling nothing of the token. */
export const accountMark = (configuration: Pick<Configuration, "baseUrl" | "apiToken">): string =>
  createHash("sha256")
    .update(`account ${accountOf(configuration)}`)
    .digest("base64url")
    .slice(0, 8);

/** What a setting is called where it is set: each front says that in its way. */
export const setting = (key: ConfigurationKey): Hint => hint("setting", { setting: key });

/** The value of a setting, and where it comes from. */
interface Found {
  readonly value: string;
  readonly origin: Text;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The environment but for what says which account is meant: for settings from elsewhere that go together. */
export const environmentWithoutAccount = (environment: Environment = process.env): Environment => ({
  ...environment,
  [keys.apiToken]: undefined,
  [keys.baseUrl]: undefined,
  [keys.workspace]: undefined,
});

/** Where the engine that started this provider process listens, `127.0.0.1:4711`; undefined in any other process. */
export const engineAddress = (args: readonly string[] = process.argv.slice(2)): string | undefined =>
  args.find((arg) => /^[^-].*:\d+$/.test(arg));

/** Reads the configuration; `get` gives the value of a key under `callab:`. Throws a ConfigurationError. */
export function readConfiguration(
  get: (key: ConfigurationKey) => string | undefined,
  environment: Environment = process.env,
  engine: string | undefined = engineAddress(),
): Configuration {
  const problems: Text[] = [];
  const slips: Text[] = [];
  const lookUp = (key: ConfigurationKey): Found | undefined => {
    const configured = get(key);
    if (configured !== undefined && configured !== "")
      return { value: configured, origin: [hint("setting-origin", { setting: key })] };
    const variable = keys[key];
    const value = variable === undefined ? undefined : environment[variable];
    return variable === undefined || value === undefined || value === ""
      ? undefined
      : { value, origin: `the environment variable ${variable}` };
  };
  const wholeNumber = (key: keyof typeof bounds, fallback: number): number => {
    const found = lookUp(key);
    if (found === undefined) return fallback;
    const [least, most] = bounds[key];
    const value = Number(found.value);
    // One way to write a number: not 1e3, 0x10 or 007.
    if (/^(?:0|[1-9]\d*)$/.test(found.value) && value >= least && value <= most) return value;
    slips.push(text`${setting(key)} must be a whole number from ${least} to ${most}, not "${oneLine(found.value)}".`);
    return fallback;
  };
  const oneOf = <Value extends string>(
    name: Text,
    written: string | undefined,
    values: readonly [Value, ...Value[]],
  ): Value => {
    const value = values.find((known) => known === written);
    if (written !== undefined && value === undefined)
      slips.push(text`${name} must be ${values.map((known) => `"${known}"`).join(" or ")}, not "${oneLine(written)}".`);
    return value ?? values[0];
  };
  const setToOneOf = <Value extends string>(key: ConfigurationKey, values: readonly [Value, ...Value[]]): Value =>
    oneOf([setting(key)], lookUp(key)?.value, values);
  const baseUrl = readBaseUrl(lookUp("baseUrl"), problems);
  const configuration: Configuration = {
    apiToken: readToken(lookUp("apiToken"), problems),
    baseUrl,
    workspace: readWorkspace(lookUp("workspace"), problems),
    maxConcurrency: wholeNumber("maxConcurrency", 32),
    maxRetries: wholeNumber("maxRetries", 4),
    timeoutSeconds: wholeNumber("timeoutSeconds", 30),
    proxies: proxiesFor(baseUrl, environment),
    routes: readRoutes(lookUp("routes")?.value, slips),
    onDrift: setToOneOf("onDrift", onDrift),
    verifyWrites: setToOneOf("verifyWrites", verifyWrites),
    pauseAll: ordersToStop(get, environment)
      .map(([name, written]) => oneOf(name, written, yesOrNo))
      .includes("true"),
    acceptedWarnings: readAcceptedWarnings(lookUp("acceptedWarnings")?.value, slips),
    contract: readContractAt(lookUp("contract")?.value, slips),
    ledgerFolder: join(environment["PULUMI_HOME"] ?? join(homedir(), ".pulumi"), "callab", "ledger"),
    runName: `${hostname()}/${engine ?? process.ppid}`,
    slips,
  };
  if (!configuration.pauseAll) problems.push(...slips);
  if (problems.length > 0) throw new ConfigurationError(problems);
  return configuration;
}

/**
 * Every place that may order an emergency stop, with what it says. One order is enough: a provider that the program
 * configures itself must not go on calling in a stack that is stopped.
 */
function ordersToStop(
  get: (key: ConfigurationKey) => string | undefined,
  environment: Environment,
): readonly (readonly [Text, string])[] {
  const configured = get("pauseAll");
  const ofStack = stackSetting("pauseAll", environment);
  const places: readonly (readonly [Text, string | undefined])[] = [
    [[setting("pauseAll")], configured],
    [[hint("stack-setting", { setting: "pauseAll" })], ofStack === configured ? undefined : ofStack],
    [keys.pauseAll, environment[keys.pauseAll]],
  ];
  return places.filter((place): place is readonly [Text, string] => place[1] !== undefined && place[1] !== "");
}

/**
 * A setting as the stack's configuration has it. The engine puts that into the environment of every process of the native
 * plugin, also of one for a provider that the program configures itself, which it tells that provider's arguments alone.
 */
function stackSetting(key: ConfigurationKey, environment: Environment): string | undefined {
  try {
    const settings: unknown = JSON.parse(environment["PULUMI_CONFIG"] ?? "{}");
    const value = isObject(settings) ? settings[key] : undefined;
    return typeof value === "string" ? value : undefined;
  } catch {
    // Not the engine's: then what else there is decides.
    return undefined;
  }
}

function readToken(found: Found | undefined, problems: Text[]): Configuration["apiToken"] {
  if (found === undefined) return undefined;
  if (/^bearer\s/i.test(found.value)) {
    problems.push(text`The API token in ${found.origin} begins with "Bearer"; set the token alone.`);
    return undefined;
  }
  if (/\s/.test(found.value)) {
    problems.push(
      text`The API token in ${found.origin} has white space in it or around it, perhaps a line break from a file; set it again without.`,
    );
    return undefined;
  }
  // HTTP carries no others in a header: libraries change or drop them in silence.
  const foreign = /[^!-~]/.exec(found.value);
  if (foreign !== null) {
    problems.push(
      text`The API token in ${found.origin} has a character in it (number ${foreign.index + 1}) that no token has, perhaps a typographic quote or a control character; set it again without.`,
    );
    return undefined;
  }
  return found;
}

function readBaseUrl(found: Found | undefined, problems: Text[]): string {
  if (found === undefined) return DEFAULT_BASE_URL;
  const url = URL.canParse(found.value) ? new URL(found.value) : undefined;
  // A parsed address does not show that there was a mark with nothing behind it, or what was corrected in silence.
  if (url === undefined || !/^https?:\/\/[^\s?#@\\\u0000-\u001f\u007f]+$/i.test(found.value)) {
    problems.push(text`The address in ${found.origin} is not a plain web address such as ${DEFAULT_BASE_URL}.`);
    return DEFAULT_BASE_URL;
  }
  if (url.protocol === "http:" && !isThisMachine(url.hostname)) {
    problems.push(
      text`The address in ${found.origin} is not encrypted: the API token would travel in clear. Use https:// (http:// is for this machine only).`,
    );
  }
  // One account has one address: its notes go by it.
  return `${url.origin}${url.pathname.replace(/\/{2,}/g, "/")}`.replace(/\/+$/, "");
}

/** The proxies that HTTP libraries may use for an address, by the convention of `https_proxy` and its like. */
function proxiesFor(baseUrl: string, environment: Environment): Proxy[] {
  const { protocol, hostname } = new URL(baseUrl);
  if (isThisMachine(hostname)) return [];
  const names = [`${protocol.slice(0, -1)}_proxy`, "all_proxy"];
  return names
    .flatMap((name) => [name, name.toUpperCase()])
    .flatMap((variable) => {
      const value = environment[variable] ?? "";
      const address = value.includes("://") ? value : `${protocol}//${value}`;
      if (value === "" || !URL.canParse(address)) return [];
      const { protocol: scheme, hostname: host, port } = new URL(address);
      return [{ variable, host, port: port === "" ? (scheme === "https:" ? 443 : 80) : Number(port) }];
    });
}

function readWorkspace(found: Found | undefined, problems: Text[]): string {
  const value = found?.value ?? "default";
  if (/\s/.test(value))
    problems.push(
      text`The workspace "${oneLine(value)}" in ${found?.origin ?? ""} has white space in it; use the workspace's slug.`,
    );
  return value;
}

/** Those that fit. An emergency stop goes by the built-in ones in the place of the others. */
function readRoutes(written: string | undefined, problems: Text[]): Readonly<Record<string, string>> {
  const routes = written === undefined ? {} : routesIn(written);
  if (routes === undefined)
    problems.push(
      text`${setting("routes")} must be a JSON object such as {"campaign.delete": "POST /campaigns/remove/{id}"}.`,
    );
  const judged = Object.entries(routes ?? {}).map(
    ([key, route]) => [key, route.trim(), wrongOverride(key, route)] as const,
  );
  for (const [key, , wrong] of judged)
    if (wrong !== undefined) problems.push(text`${setting("routes")}: "${oneLine(key)}" ${wrong}`);
  return Object.fromEntries(
    judged.flatMap(([key, route, wrong]) => (wrong === undefined ? [[key, route] as const] : [])),
  );
}

/** Undefined: it is no object of texts. */
function routesIn(written: string): Readonly<Record<string, string>> | undefined {
  try {
    const value: unknown = JSON.parse(written);
    const entries = isObject(value) ? Object.entries(value) : [["", undefined] as const];
    return entries.every((entry): entry is [string, string] => typeof entry[1] === "string")
      ? Object.fromEntries(entries)
      : undefined;
  } catch {
    return undefined;
  }
}

/** A file, by its path from the folder of the program. An emergency stop is not held back by what is wrong with it. */
function readContractAt(path: string | undefined, problems: Text[]): Contract | undefined {
  if (path === undefined) return undefined;
  const { readContract } = require("./contract/file") as typeof import("./contract/file");
  const { contract, problems: found = [] } = readContract(path);
  problems.push(...found.map((problem) => text`${setting("contract")}: ${problem}`));
  return contract;
}

/** Rule IDs: a JSON list, or with commas between them. */
function readAcceptedWarnings(written: string | undefined, problems: Text[]): readonly string[] {
  const ids = written === undefined ? [] : listIn(written);
  for (const id of ids) {
    const wrong = notAcceptable(id);
    if (wrong !== undefined)
      problems.push(text`${setting("acceptedWarnings")} holds "${id}", which ${wrong.problem}; ${wrong.suggestion}`);
  }
  return ids;
}

function listIn(written: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(written);
    if (Array.isArray(value)) return value.map(String);
  } catch {
    // Not JSON: commas.
  }
  return written
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");
}

/** Whether somebody looks for a promise that is never resolved, by the SDK's own switch for it. */
export const wantsPromiseTraces = (environment: Environment = process.env): boolean =>
  Boolean(environment["PULUMI_DEBUG_PROMISE_LEAKS"]);

/** What is wrong with the names of settings that are set; a mistyped one would otherwise be ignored in silence. */
export function unknownSettings(names: Iterable<string>): Text[] {
  const known = configurationKeys;
  const named = (name: string): Hint => hint("setting", { setting: name });
  return [...names]
    .filter((name) => !known.some((key) => key === name.split(/[.[]/)[0]))
    .map((name) => {
      const match = nearest(name, known);
      const remark =
        match === undefined
          ? text`known are ${joined(
              known.map((key) => [setting(key)]),
              ", ",
            )}`
          : text`did you mean ${named(match)}?`;
      return text`The configuration key ${named(name)} is not known; ${remark}`;
    });
}
