/**
 * Preflight: the whole program's mistakes in one report. An engine ends a preview at the first resource whose check
 * fails; so each constructor hands its inputs in here, waits, and when all constructors of the same turn have done
 * so, either all go on or one error ends the program before anything is registered. check stays the guard for
 * what only becomes known later.
 */
import * as pulumi from "@pulumi/pulumi";
import { ConfigurationError, readConfiguration, unknownKeys, type Configuration } from "../configuration";
import { printable } from "../api/plainText";
import { asText, describe, error, type Diagnostic } from "../kinds/diagnostic";
import { kinds } from "../kinds";
import { foldedName } from "../kinds/name";
import type { Properties } from "../kinds/normalForm";
import type { KindName } from "../kinds/schema";
import { holdsUnknown, UNKNOWN } from "../kinds/unknown";
import { check, type CheckResult } from "../lifecycle/check";

interface Problem {
  readonly kind: KindName;
  readonly name: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface Turn {
  readonly problems: Problem[];
  readonly over: Promise<void>;
}

/** What a constructor gets back. */
export interface Preflight {
  /** Resolves when every resource of this turn is found to be without errors; else the program has ended. */
  readonly cleared: Promise<void>;
  /** What to say at the resource itself. */
  readonly warnings: readonly Diagnostic[];
  /** Some inputs will only be known later; their warnings with them. */
  readonly incomplete: boolean;
}

interface Settings {
  readonly configuration: Configuration | undefined;
  readonly problems: readonly string[];
}

/** What is remembered of one program. */
interface Program {
  /** Objects that are declared, with the resource that declares each and what that one calls it. */
  readonly taken: Map<string, { readonly name: string; readonly key: string }>;
  turn: Turn | undefined;
  settings: Settings | undefined;
}

const programs = new WeakMap<object, Program>();
const noEngine = {};

/**
 * The program that runs now. One process can run several, each with its own connection to an engine: inline programs of
 * the Automation API (a preview, then an up), unit tests with mocks.
 */
function program(): Program {
  const engine = (pulumi.runtime.getMonitor() as object | undefined) ?? noEngine;
  let known = programs.get(engine);
  if (known === undefined) programs.set(engine, (known = { taken: new Map(), turn: undefined, settings: undefined }));
  return known;
}

/** Validates what is known of a resource's inputs now. */
export function preflight(kindName: KindName, name: string, args: Properties): Preflight {
  const known = knownNow(args) as Properties;
  const running = program();
  const turn = (running.turn ??= openTurn(running));
  const { inputs, diagnostics: found } = checkOf(kindName, known);
  const diagnostics = [...found, ...twins(kindName, name, inputs)];
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) turn.problems.push({ kind: kindName, name, diagnostics: errors });
  return {
    cleared: turn.over,
    warnings: diagnostics.filter(({ severity }) => severity === "warning"),
    incomplete: holdsUnknown(known),
  };
}

/** All findings for inputs that are plain values. */
export const examine = (kindName: KindName, inputs: Properties): readonly Diagnostic[] =>
  checkOf(kindName, inputs).diagnostics;

const checkOf = (kindName: KindName, inputs: Properties): CheckResult =>
  check(kinds[kindName], inputs, { workspace: workspace(), now: new Date() });

const workspace = (): string => programSettings().configuration?.workspace ?? "default";

/** The configuration as the program sees it; read once. */
export function programSettings(): Settings {
  const running = program();
  return (running.settings ??= readSettings());
}

function readSettings(): Settings {
  const problems = unknownKeys(Object.keys(pulumi.runtime.allConfig()));
  try {
    const config = new pulumi.Config("callab");
    return { configuration: readConfiguration((key) => config.get(key)), problems };
  } catch (failure) {
    if (!(failure instanceof ConfigurationError)) throw failure;
    return { configuration: undefined, problems: [...problems, ...failure.problems] };
  }
}

/**
 * Two resources of one program must not declare the same object. Objects are told apart by their names alone: an
 * `existingId` would only say which of the two resources gets the object that exists.
 */
function twins(kindName: KindName, name: string, normal: Properties): Diagnostic[] {
  const kind = kinds[kindName];
  const key = normal[kind.naturalKey];
  const workspace = normal[kind.withRole("workspace")?.name ?? ""];
  if (typeof key !== "string" || holdsUnknown([key, workspace])) return [];
  const place = kind.listedByWorkspace ? String(workspace) : "";
  const object = JSON.stringify([kindName, place, foldedName(key)]);
  const { taken } = program();
  const other = taken.get(object);
  if (other === undefined) {
    taken.set(object, { name, key });
    return [];
  }
  const spelling = other.key === key ? "" : `, in another spelling of ${asText(other.key)}`;
  return [
    error(
      kind.naturalKey,
      `is declared twice${spelling}: the resources "${other.name}" and "${name}" would be the same ${kind.noun}`,
      { value: key },
    ),
  ];
}

function openTurn(running: Program): Turn {
  const problems: Problem[] = [];
  const over = new Promise<void>((resolve, reject) => {
    setImmediate(() => {
      running.turn = undefined;
      const report = reportOf(problems, programSettings().problems);
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

/** The report a program ends with, or undefined if there is nothing to report. */
export function reportOf(problems: readonly Problem[], configuration: readonly string[]): string | undefined {
  if (problems.length === 0 && configuration.length === 0) return undefined;
  const count = problems.reduce((sum, { diagnostics }) => sum + diagnostics.length, configuration.length);
  const head = `${count} ${count === 1 ? "problem" : "problems"} in this program; nothing was changed.`;
  const sections = [
    ...(configuration.length === 0 ? [] : [section("configuration", configuration)]),
    ...problems.map(({ kind, name, diagnostics }) =>
      section(
        `${kind} "${name}"`,
        diagnostics.map((entry) => `${entry.property}: ${describe(entry)}`),
      ),
    ),
  ];
  return printable([head, ...sections].join("\n\n"));
}

const section = (title: string, lines: readonly string[]): string =>
  [`  ${title}`, ...lines.map((line) => `    ${line}`)].join("\n");

/** Inputs as far as they are plain values; everything that is still to come is unknown. */
export function knownNow(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (pulumi.Output.isInstance(value) || value instanceof Promise || "then" in value) return UNKNOWN;
  if (Array.isArray(value)) return value.map(knownNow);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, knownNow(entry)]));
}
