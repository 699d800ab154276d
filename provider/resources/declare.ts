/** What the four classes share: from a program's arguments to the properties the engine is given, and back to what is told at the resource. */
import * as pulumi from "@pulumi/pulumi";
import { printable } from "../api/plainText";
import { describe, withoutValue } from "../kinds/diagnostic";
import { kindSchema, type Field, type KindName } from "../kinds/schema";
import { holdsUnknown } from "../kinds/unknown";
import { isIdFormat } from "../kinds/formats";
import { timeOfMark } from "../ledger/holders";
import { SECRETS, secretsOf } from "../lifecycle/secrets";
import { adoptionIn, ADOPTED, OWNER } from "../lifecycle/state";
import { ownerOf } from "./owner";
import { examine, knownNow, preflight, type Preflight } from "./preflight";
import { secretInputs } from "./secretInputs";

type Args = object;

/** The properties to register a resource with. */
export interface Declaration {
  readonly properties: pulumi.Inputs;
  readonly preflight: Preflight;
  /** Names of the inputs that the program marks secret, where any can be. */
  readonly secrets: Promise<readonly string[]> | undefined;
}

/** Validates the arguments and makes the properties of a resource of them. */
export function declare(
  kindName: KindName,
  name: string,
  args: Args,
  options: pulumi.CustomResourceOptions | undefined,
): Declaration {
  const kind = kindSchema(kindName);
  const given = args as Record<string, unknown>;
  const result = preflight(kindName, name, given);
  const properties: pulumi.Inputs = {};
  // Outputs exist only if they are named here.
  for (const field of kind.fields) if (field.node.output !== false) properties[field.name] = undefined;
  properties[ADOPTED] = undefined;
  for (const [key, value] of Object.entries(given)) {
    const field = kind.field(key);
    properties[key] = field === undefined ? value : withSecrets(field, value);
  }
  for (const field of kind.fields)
    if (field.node.computed === true) properties[field.name] = asSecretAs(kindName, given);
  // One property that waits holds the whole registration back. It is none of the program's own: transformations see those
  // as they were written.
  const secrets = secretInputs(kind, given);
  if (secrets !== undefined) properties[SECRETS] = secrets.then((names) => (names.length === 0 ? undefined : names));
  const owner = ownerOf(kindName, name, options?.parent);
  properties[OWNER] = result.cleared.then(() => owner);
  return { properties, preflight: result, secrets };
}

/**
 * What goes in for a text that check makes of the inputs: a text made of secrets is one too, and what goes in as a secret
 * comes back as one. References are in no such text.
 */
function asSecretAs(kindName: KindName, given: Readonly<Record<string, unknown>>): pulumi.Output<string> | undefined {
  const told = Object.entries(given).filter(([key]) => !isIdFormat(kindSchema(kindName).field(key)?.node.format));
  const values = told.map(([, value]) => value);
  return holdsUnknown(knownNow(values)) ? pulumi.output(values).apply(() => "") : undefined;
}

/** Marks what the schema calls secret, as deep in a value as the value is plain. */
function withSecrets(field: Field, value: unknown): unknown {
  if (value === undefined || value === null) return value;
  if (field.node.secret === true) return pulumi.secret(value);
  if (field.fields === undefined || !field.fields.some(holdsSecret)) return value;
  if (pulumi.Output.isInstance(value) || value instanceof Promise) return pulumi.secret(value);
  if (Array.isArray(value)) return value.map((entry: unknown) => withSecrets(field, entry));
  const byName = new Map(field.fields.map((child) => [child.name, child]));
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]: [string, unknown]) => {
      const child = byName.get(key);
      return [key, child === undefined ? entry : withSecrets(child, entry)];
    }),
  );
}

const holdsSecret = (field: Field): boolean => field.node.secret === true || (field.fields?.some(holdsSecret) ?? false);

const programStart = performance.timeOrigin;

/** Tells at a registered resource what there is to tell: warnings, and that an existing object was taken over. */
export function tell(
  kindName: KindName,
  resource: pulumi.CustomResource,
  args: Args,
  { preflight: found, secrets: marked }: Declaration,
): void {
  const warn = (entry: Preflight["warnings"][number]): void =>
    void pulumi.log.warn(printable(`${entry.property}: ${describe(entry)}`), resource);
  const told = new Set(found.warnings.map((entry) => JSON.stringify(entry)));
  // A rejection is told by the registration that waits for it.
  found.cleared.then(() => found.warnings.forEach(warn)).catch(() => undefined);
  if (found.incomplete) {
    pulumi.output(args).apply(async (known) => {
      const values = known as Record<string, unknown>;
      const secrets = secretsOf(kindSchema(kindName), { ...values, [SECRETS]: await marked });
      const later = examine(kindName, values).filter((entry) => entry.severity === "warning");
      // What was not known at first may be a secret: the value stays out of the message.
      later
        .filter((entry) => !told.has(JSON.stringify(entry)))
        .map(withoutValue)
        .map((entry) => ({ ...entry, problem: secrets.scrub(entry.problem) }))
        .forEach(warn);
    });
  }
  if (pulumi.runtime.isDryRun()) return;
  const mark = (resource as unknown as Record<string, pulumi.Output<unknown> | undefined>)[ADOPTED];
  mark?.apply((value) => {
    const adoption = adoptionIn({ [ADOPTED]: value });
    if (adoption === undefined || timeOfMark(adoption.mark) < programStart) return;
    const hidden = kindSchema(kindName).content.filter(
      (field) => field.node.readBack === "hidden" && (args as Record<string, unknown>)[field.name] !== undefined,
    );
    const unseen = hidden.map((field) => field.name);
    // What is this program's own was made what the program says, also where the API hides it.
    const caveat =
      unseen.length === 0 || !adoption.isForeign
        ? ""
        : ` The API usually hides ${unseen.join(", ")}: what is hidden was not compared.`;
    void pulumi.log.info(`took over the existing object instead of creating one.${caveat}`, resource);
  });
}
