/** The stack of one workspace: opens it, runs an operation on it, and says what came of it. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LocalWorkspace, type EngineEvent, type Stack } from "@pulumi/pulumi/automation/index.js";
import { failureIn, type Failure } from "./failures.mts";

export type Operation = "preview" | "up" | "destroy";

export interface Outcome {
  /** How many resources were, or in a preview would be, created, updated … */
  readonly changes: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** Undefined: all went well. */
  readonly failure: Failure | undefined;
}

const folder = import.meta.dirname;
/** A line of progress each time so many resources are done. */
const STEP = 100;

/** Stacks are opened one after the other: they share a file of the machine in which the CLI notes the last one. */
let opening: Promise<unknown> = Promise.resolve();

function open(stackName: string): Promise<Stack> {
  const opened = opening.then(() => LocalWorkspace.createOrSelectStack({ stackName, workDir: folder }));
  opening = opened.catch(() => undefined);
  return opened;
}

/**
 * Runs the operation. Never throws.
 * @param refresh whether the live objects are looked at first
 */
export async function operate(
  workspace: string,
  operation: Operation,
  refresh: boolean,
  say: (line: string) => void,
): Promise<Outcome> {
  const began = performance.now();
  let output = "";
  let done = 0;
  const onOutput = (text: string): void => void (output += text);
  const onEvent = ({ resOutputsEvent }: EngineEvent): void => {
    if (resOutputsEvent !== undefined && ++done % STEP === 0) say(`${workspace}: ${done} resources`);
  };
  const outcome = (failure: Failure | undefined, changes: Outcome["changes"] = {}): Outcome => {
    keepLog(workspace, output);
    return { changes, failure, seconds: (performance.now() - began) / 1_000 };
  };
  say(`${workspace}: ${operation} …`);
  try {
    const stack = await open(workspace);
    const options = { refresh, onOutput, onError: onOutput, onEvent, color: "never" } as const;
    if (operation === "preview") return outcome(undefined, (await stack.preview(options)).changeSummary);
    const { summary } = operation === "up" ? await stack.up(options) : await stack.destroy(options);
    return outcome(undefined, summary.resourceChanges);
  } catch (error) {
    onOutput(String(error));
    return outcome(failureIn(output));
  }
}

/** All that the engine printed, to be looked at where something failed, or for what a preview shows. */
function keepLog(workspace: string, output: string): void {
  mkdirSync(join(folder, "logs"), { recursive: true });
  writeFileSync(join(folder, "logs", `${workspace}.log`), output);
}
