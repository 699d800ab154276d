/**
 * Preflight: the whole program's mistakes in one report. An engine ends a preview at the first resource whose check
 * fails; so each constructor hands its inputs in here, waits, and when all constructors of the same turn have done
 * so, either all go on or one error ends the program before anything is registered. check stays the guard for
 * what only becomes known later.
 */
import * as pulumi from "@pulumi/pulumi";
import { printable } from "../words/plainText";
import { ConfigurationError, readConfiguration, unknownSettings, type Configuration } from "../configuration";
import { acceptedBy } from "../kinds/acceptance";
import { message, type Diagnostic } from "../words/diagnostic";
import { kinds } from "../kinds";
import type { Properties } from "../kinds/normalForm";
import type { KindName } from "../kinds/schema";
import { holdsUnknown, UNKNOWN } from "../values/unknown";
import { check, type CheckResult } from "../lifecycle/check";
import { wordedForRun } from "../runtime/hints";
import { whatStoppingMeans } from "../runtime/words";
import { installation, judgeInstallation, ofAllCopies } from "./copies";
import { Neighbours } from "./neighbours";
import { judgeOptions } from "./options";
import { bringsRoll } from "./roll";
import { Twins } from "./twins";

interface Problem {
  /** `Campaign "spring"` */
  readonly resource: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface Turn {
  readonly problems: Problem[];
  readonly over: Promise<void>;
}

/** What is found in arguments. */
interface Examined {
  /** In normal form. */
  readonly inputs: Properties;
  readonly warnings: readonly Diagnostic[];
}

/** What a constructor gets back. */
export interface Preflight extends Examined {
  /** Resolves when every resource of this turn is found to be without errors; else the program has ended. */
  readonly cleared: Promise<void>;
  /** Some inputs will only be known later; their warnings with them. */
  readonly incomplete: boolean;
  /** How many resources the program had declared before. */
  readonly ordinal: number;
}

interface Settings {
  readonly configuration: Configuration | undefined;
  readonly problems: readonly string[];
}

/** What is remembered of one program. */
interface Program {
  /** The copies of this package that the program has loaded, by their folders. */
  readonly copies: Map<string, object>;
  readonly twins: Twins;
  readonly neighbours: Neighbours;
  /** Names of the resources that are campaigns. */
  readonly campaigns: string[];
  /** How many resources there are. */
  resources: number;
  turn: Turn | undefined;
  settings: Settings | undefined;
  /** What concerns all of it was told: a stop, and how the package is installed. */
  isTold: boolean;
}

const programs = ofAllCopies("programs", () => new WeakMap<object, Program>());
const noEngine = {};
const thisCopy = {};

/**
 * The program that runs now. One process can run several, each with its own connection to an engine: inline programs of
 * the Automation API (a preview, then an up), unit tests with mocks. A copy that is loaded anew is a test that begins anew.
 */
function program(): Program {
  const engine = (pulumi.runtime.getMonitor() as object | undefined) ?? noEngine;
  let known = programs.get(engine);
  if (known === undefined || (known.copies.get(__dirname) ?? thisCopy) !== thisCopy) {
    known = {
      copies: new Map(),
      twins: new Twins(),
      neighbours: new Neighbours(),
      campaigns: [],
      resources: 0,
      turn: undefined,
      settings: undefined,
      isTold: false,
    };
    programs.set(engine, known);
  }
  known.copies.set(__dirname, thisCopy);
  return known;
}

/** A resource as messages call it. */
export const inWords = (kindName: KindName, name: string): string => `${kindName} "${name}"`;

/** Validates what is known of a resource's arguments and options now. */
export function preflight(
  kindName: KindName,
  name: string,
  args: unknown,
  options?: pulumi.CustomResourceOptions,
): Preflight {
  const known = knownNow(args);
  const running = program();
  const turn = (running.turn ??= openTurn(running));
  const ordinal = running.resources++;
  if (kindName === "Campaign") running.campaigns.push(name);
  const resource = inWords(kindName, name);
  const { inputs, diagnostics: found } = checkOf(kindName, known);
  const diagnostics = [
    ...found,
    ...judgeOptions(kindName, options),
    ...running.twins.declare(kindName, { resource: ordinal, name }, inputs),
    ...besides(kindName, resource, inputs),
  ];
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  // An emergency stop is not held back by mistakes: they are told beside it.
  if (errors.length > 0 && !isStop()) turn.problems.push({ resource, diagnostics: errors });
  return {
    cleared: turn.over,
    inputs,
    warnings: isStop() ? errors : diagnostics.filter(({ severity }) => severity === "warning"),
    incomplete: holdsUnknown(known),
    ordinal,
  };
}

/** The campaigns that the program has declared so far, by the names of their resources, where this resource brings them. */
export function rollOf({ ordinal }: Preflight): readonly string[] | undefined {
  const { campaigns, resources } = program();
  return bringsRoll(ordinal, resources, campaigns.length) ? campaigns : undefined;
}

/** Whether this run is an emergency stop (`callab:pauseAll`). */
export const isStop = (): boolean => programSettings().configuration?.pauseAll === true;

/** Warnings for arguments of which some were not known at first, beside the other resources of the program. */
export function examine(kindName: KindName, resource: string, args: Properties): Examined {
  const { inputs, diagnostics } = checkOf(kindName, args);
  const found = [...diagnostics, ...besides(kindName, resource, inputs)];
  return { inputs, warnings: found.filter(({ severity }) => severity === "warning") };
}

/**
 * A campaign, or an agent, whose inputs are known: what is wrong with the two together is told once both are.
 * @param id the agent's own
 */
export function compareWithOthers(
  kindName: KindName,
  { resource, inputs, id }: { readonly resource: string; readonly inputs: Properties; readonly id?: string },
  report: (found: readonly Diagnostic[]) => void,
): void {
  const { neighbours } = program();
  if (kindName === "AiAgent" && id !== undefined) neighbours.agent(id, { resource, inputs });
  const { aiAgentId } = inputs;
  if (kindName === "Campaign" && typeof aiAgentId === "string" && !holdsUnknown(aiAgentId))
    neighbours.talking(aiAgentId, {
      resource,
      inputs,
      report: (found) => report(unaccepted(inputs, found)),
    });
}

/** What rules for two campaigns find. */
const besides = (kindName: KindName, resource: string, inputs: Properties): Diagnostic[] =>
  kindName === "Campaign" ? unaccepted(inputs, program().neighbours.campaign({ resource, inputs })) : [];

function unaccepted(inputs: Properties, found: readonly Diagnostic[]): Diagnostic[] {
  const accepted = acceptedBy(inputs, acceptedWarnings());
  return found.filter(({ rule }) => !accepted.has(rule));
}

const checkOf = (kindName: KindName, args: unknown): CheckResult =>
  check(kinds[kindName], args, { workspace: workspace(), acceptedWarnings: acceptedWarnings(), now: new Date() });

const workspace = (): string => programSettings().configuration?.workspace ?? "default";

const acceptedWarnings = (): readonly string[] => programSettings().configuration?.acceptedWarnings ?? [];

/** The configuration as the program sees it; read once. */
export function programSettings(): Settings {
  const running = program();
  return (running.settings ??= readSettings());
}

/** What the keys of this package begin with in the configuration of a stack. */
const PREFIX = "callab:";

function readSettings(): Settings {
  const names = Object.keys(pulumi.runtime.allConfig())
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length));
  const problems = unknownSettings(names).map(wordedForRun);
  try {
    const config = new pulumi.Config("callab");
    const configuration = readConfiguration((key) => config.get(key));
    return { configuration, problems: [...problems, ...configuration.slips.map(wordedForRun)] };
  } catch (failure) {
    if (!(failure instanceof ConfigurationError)) throw failure;
    return { configuration: undefined, problems: [...problems, ...failure.problems.map(wordedForRun)] };
  }
}

const nothingToTell = { problems: [], warnings: [] };

function openTurn(running: Program): Turn {
  const problems: Problem[] = [];
  const over = new Promise<void>((resolve, reject) => {
    setImmediate(() => {
      running.turn = undefined;
      const { problems: ofConfiguration } = programSettings();
      const installed = runsInTheProgramsFolder() ? judgeInstallation(installation()) : nothingToTell;
      const general = [...installed.warnings, ...(isStop() ? [whatStoppingMeans("stack")] : [])];
      if (!running.isTold) for (const text of general) void pulumi.log.warn(printable(text));
      running.isTold = true;
      if (isStop()) {
        for (const problem of [...installed.problems, ...ofConfiguration]) void pulumi.log.warn(printable(problem));
        resolve();
        return;
      }
      const report = reportOf(problems, ofConfiguration, installed.problems);
      if (report === undefined) {
        resolve();
        return;
      }
      const failure = new pulumi.RunError(report);
      if (isInline()) reject(failure);
      throw failure;
    });
  });
  return { problems, over };
}

/**
 * Whether this is an inline program of the Automation API. Its process lives on after the error, and would wait for ever
 * for registrations that never come; a program of its own ends, and would only print a warning for each of them.
 * The SDK runs inline programs in a store of their own, and does not export the question.
 */
const isInline = (): boolean =>
  (globalThis as { asyncLocalStorage?: { getStore(): unknown } }).asyncLocalStorage?.getStore() !== undefined;

/**
 * Whether an engine has started this process in the folder where it starts the provider's, too. An inline program may run
 * elsewhere, and so may a unit test, which has a stand-in in place of a client for the engine.
 */
function runsInTheProgramsFolder(): boolean {
  const engine = pulumi.runtime.getMonitor() as object | undefined;
  return engine !== undefined && "getChannel" in engine && !isInline();
}

/**
 * The report a program ends with, or undefined if there is nothing to report.
 * @param installed what is wrong with how the package is installed
 */
export function reportOf(
  problems: readonly Problem[],
  configuration: readonly string[],
  installed: readonly string[] = [],
): string | undefined {
  const first = installed.length + configuration.length;
  if (problems.length === 0 && first === 0) return undefined;
  const count = problems.reduce((sum, { diagnostics }) => sum + diagnostics.length, first);
  const head = `${count} ${count === 1 ? "problem" : "problems"} in this program; nothing was changed.`;
  const sections = [
    installed.map((problem) => `installation: ${problem}`),
    configuration.map((problem) => `configuration: ${problem}`),
    ...problems.map(({ resource, diagnostics }) => diagnostics.map((entry) => message(resource, entry))),
  ];
  const shown = sections.filter((lines) => lines.length > 0);
  return printable([head, ...shown.map((lines) => lines.map((line) => `  ${line}`).join("\n"))].join("\n\n"));
}

/** Inputs as far as they are plain values; everything that is still to come is unknown. */
export function knownNow(value: unknown): unknown {
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (pulumi.Output.isInstance(value) || value instanceof Promise || "then" in value) return UNKNOWN;
  if (Array.isArray(value)) return value.map(knownNow);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, knownNow(entry)]));
}
