/**
 * A program of these resources, run without an engine: what it is told. Its resources are all new, as an engine that
 * previews their creates says.
 */
import * as pulumi from "@pulumi/pulumi";
import type { KindName } from "../../provider/kinds/schema";
import { CREATED, createMark } from "../../provider/lifecycle/state";
import { declare, logFindings } from "../../provider/resources/declare";

/** The classes that a program news up; their providers are for an engine alone. */
class Probe extends pulumi.CustomResource {
  constructor(kind: KindName, name: string, args?: unknown, options?: object) {
    const declaration = declare(kind, name, args, options);
    super(`test:index:${kind}`, name, { ...declaration.properties });
    logFindings(kind, name, this, declaration);
  }
}

const classOf = (kind: KindName) =>
  class extends Probe {
    constructor(name: string, args?: unknown, options?: object) {
      super(kind, name, args, options);
    }
  };

export const callab = {
  Campaign: classOf("Campaign"),
  AiAgent: classOf("AiAgent"),
  PhoneNumber: classOf("PhoneNumber"),
  Webhook: classOf("Webhook"),
};

export interface Told {
  /** The lines of the report that the program ends with. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** @param isNew whether an engine would create the resources; `config`: keys under `callab:` */
export async function toldOf(
  program: () => void,
  { isNew = true, config = {} }: { readonly isNew?: boolean; readonly config?: Readonly<Record<string, string>> } = {},
): Promise<Told> {
  let made = 0;
  pulumi.runtime.setAllConfig(
    Object.fromEntries(Object.entries(config).map(([key, value]) => [`callab:${key}`, value])),
  );
  await pulumi.runtime.setMocks(
    {
      newResource: ({ inputs }: { inputs: Readonly<Record<string, unknown>> }) => ({
        id: `0b3c1c1e-8a51-4f0e-9d39-${String(++made).padStart(12, "0")}`,
        state: { ...inputs, ...(isNew ? { [CREATED]: createMark(Date.now()) } : {}) },
      }),
      call: () => ({}),
    },
    "calls",
    "dev",
  );
  const warnings: string[] = [];
  const warn = jest.spyOn(pulumi.log, "warn").mockImplementation((text) => {
    warnings.push(text);
    return Promise.resolve();
  });
  let endTurn = (): void => undefined;
  // In a program of its own the report is thrown at the end of the turn, where nothing catches it.
  const immediate = jest.spyOn(globalThis, "setImmediate").mockImplementation((end: () => void) => {
    endTurn = end;
    return undefined as unknown as NodeJS.Immediate;
  });
  try {
    program();
    immediate.mockRestore();
    endTurn();
    await new Promise((resolve) => setTimeout(resolve, 25));
    return { errors: [], warnings };
  } catch (failure) {
    if (!(failure instanceof pulumi.RunError)) throw failure;
    const errors = failure.message.split("\n").filter((line) => line.startsWith("  "));
    return { errors: errors.map((line) => line.trim()), warnings };
  } finally {
    immediate.mockRestore();
    warn.mockRestore();
    pulumi.runtime.setAllConfig({});
  }
}
