/**
 * A session: what one configured provider knows. The configuration is read once, the client made with the first request;
 * both serve all resources of all kinds.
 */
import { printable } from "../words/plainText";
import { worded, type Text } from "../words/text";
import {
  ConfigurationError,
  configurationKeys,
  readConfiguration,
  type Configuration,
  type ConfigurationKey,
} from "../configuration";
import type { Ledger } from "../ledger/ledger";
import { Run } from "../ledger/run";
import type { Owner } from "../ledger/owner";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import type { Context } from "../lifecycle/context";
import { secretsOf } from "../lifecycle/secrets";
import { OWNER, ownerIn } from "../lifecycle/state";
import { Stop } from "../lifecycle/stop";
import { contextWithin } from "../lifecycle/within";
import { makeContext } from "./context";
import type { Wording } from "../words/hint";
import { runWording } from "./hints";
import { whatIsLeftBegun } from "./words";

/** The settings that need no token. */
export interface Place {
  readonly workspace: string;
  readonly baseUrl: string;
  /** Rules whose warnings all resources accept. */
  readonly acceptedWarnings: readonly string[];
  /** What is wrong with the configuration: failures of a check, and no reason to stop looking. */
  readonly problems: readonly string[];
}

type Severity = "info" | "warning";

export class Session {
  /** The campaigns that an emergency stop has come to. */
  readonly stop = new Stop();
  /** Resources that the program of this run declares, as far as their checks have come. */
  readonly #declared = new Set<Owner>();
  readonly #log: (text: Text, severity?: Severity) => void;
  readonly #worded = (text: Text): string => worded(text, this.wording);
  #isLeftTold = false;
  #wording = runWording;
  #get: (key: ConfigurationKey) => string | undefined = () => undefined;
  #configuration: Configuration | undefined;
  #context: Context | undefined;

  /**
   * @param print shows a text to the user
   * @param run one for all sessions of a run of the engine, whatever account they work on
   * @param signal ends all work
   */
  constructor(
    print: (text: string, severity: Severity) => void,
    readonly run: Run = new Run(),
    readonly signal?: AbortSignal,
  ) {
    this.#log = (text, severity = "info") => print(printable(this.#worded(text)), severity);
  }

  /**
   * @param get gives the value of a key under `callab:`
   * @param wording says where these are set
   */
  configure(get: (key: ConfigurationKey) => string | undefined, wording: Wording = runWording): void {
    this.#wording = wording;
    const values = new Map(configurationKeys.map((key) => [key, get(key)]));
    // An engine may configure a process once for each kind: what was begun for the first goes on for the others.
    if (configurationKeys.every((key) => values.get(key) === this.#get(key))) return;
    this.#get = (key) => values.get(key);
    this.#configuration = undefined;
    this.#context = undefined;
  }

  /** The words for hints: where the settings of this provider are set. */
  get wording(): Wording {
    return this.#wording;
  }

  /** Tells the user something that is no failure. */
  log(text: Text): void {
    this.#log(text);
  }

  /** Tells the user what to consider. */
  warn(text: Text): void {
    this.#log(text, "warning");
  }

  /** Inputs that a check gives, with the resource that declares them. */
  owned(inputs: Record<string, unknown>, owner: Owner | undefined): Record<string, unknown> {
    if (owner === undefined) return inputs;
    this.#declared.add(owner);
    return { ...inputs, [OWNER]: owner };
  }

  /** Whether the program declares the resource: its check comes before anything else is asked of it. */
  isDeclared(inputs: Properties): boolean {
    const owner = ownerIn(inputs);
    return owner === undefined || this.#declared.has(owner);
  }

  /** Tells once what earlier runs of the stack have begun to create, and nobody has spoken for since. */
  tellWhatIsLeft(owner: Owner | undefined): void {
    if (owner === undefined || this.#isLeftTold) return;
    const { ledger } = this;
    if (ledger === undefined) return;
    this.#isLeftTold = true;
    const left = [...ledger.leftBegun(owner)].filter(([by]) => by !== owner);
    if (left.length > 0) this.warn(whatIsLeftBegun(left));
  }

  /** Whether this run is an emergency stop. */
  get isStop(): boolean {
    try {
      return this.configuration.pauseAll;
    } catch {
      // Told by each check; and where the configuration cannot be used, nothing can be paused.
      return false;
    }
  }

  /** Throws a ConfigurationError. */
  get configuration(): Configuration {
    return (this.#configuration ??= readConfiguration(this.#get));
  }

  /** Throws a ConfigurationError, also without a token. */
  get context(): Context {
    return (this.#context ??= makeContext(this.configuration, this.run, (text) => this.#log(text), this.signal));
  }

  /** The context for one piece of work that the signal ends. Throws a ConfigurationError, also without a token. */
  contextWithin(signal: AbortSignal | undefined): Context {
    return signal === undefined ? this.context : contextWithin(this.context, signal);
  }

  /** The same for work on a resource, by what is known of it: nothing is told of what it holds as secret. */
  contextOn(kind: Kind, signal: AbortSignal | undefined, ...sides: readonly Properties[]): Context {
    const secrets = secretsOf(kind, ...sides);
    return { ...this.contextWithin(signal), note: (text) => this.#log(secrets.scrub(this.#worded(text))) };
  }

  /** What this machine remembers of the account; undefined where the configuration does not say which account that is. */
  get ledger(): Ledger | undefined {
    try {
      return this.context.ledger;
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      return undefined;
    }
  }

  get place(): Place {
    try {
      const { workspace, baseUrl, acceptedWarnings } = this.configuration;
      return { workspace, baseUrl, acceptedWarnings, problems: [] };
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      return { workspace: "default", baseUrl: "", acceptedWarnings: [], problems: error.problems.map(this.#worded) };
    }
  }
}
