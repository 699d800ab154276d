/** What the classes share: from a program's arguments to the properties the engine is given, and back to what is told at the resource. */
import * as pulumi from "@pulumi/pulumi";
import { printable } from "../words/plainText";
import { message, withoutValue, type Diagnostic } from "../words/diagnostic";
import { isObject } from "../values/empty";
import { rules } from "../kinds/rules";
import { kindSchema, type Field, type KindName } from "../kinds/schema";
import { holdsUnknown } from "../values/unknown";
import { isIdFormat } from "../kinds/formats";
import { NOT_COME_TO } from "../runtime/words";
import { timeOfMark } from "../ledger/holders";
import { ignoredNote } from "../lifecycle/ignored";
import { SECRETS, secretsOf } from "../lifecycle/secrets";
import { adoptionIn, ADOPTED, CAMPAIGNS, CREATED, OWNER, timeOfCreate } from "../lifecycle/state";
import { placeOf, whenKnown } from "./afterwards";
import { ownerOf } from "./owner";
import { examine, inWords, isStop, knownNow, compareWithOthers, preflight, rollOf, type Preflight } from "./preflight";
import { secretInputs } from "./secretInputs";

/** The properties to register a resource with. */
export interface Declaration {
  /** What the program wrote; nothing where that is no object. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly properties: pulumi.Inputs;
  readonly preflight: Preflight;
  /** Names of the inputs that the program marks secret, where any can be. */
  readonly secrets: Promise<readonly string[]> | undefined;
}

/** Validates the arguments and makes the properties of a resource of them. */
export function declare(
  kindName: KindName,
  name: string,
  args: unknown,
  options: pulumi.CustomResourceOptions | undefined,
): Declaration {
  const kind = kindSchema(kindName);
  const given = isObject(args) && !isLater(args) ? args : {};
  const result = preflight(kindName, name, isLater(args) ? undefined : args, options);
  const properties: pulumi.Inputs = {};
  // Outputs exist only if they are named here.
  for (const field of kind.fields) if (field.node.output !== false) properties[field.name] = undefined;
  properties[ADOPTED] = undefined;
  properties[CREATED] = undefined;
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
  // The engine tells a dynamic provider nothing of options.
  Object.assign(properties, ignoredNote(options?.ignoreChanges ?? []));
  if (isStop()) properties[CAMPAIGNS] = result.cleared.then(() => rollOf(result));
  return { given, properties, preflight: result, secrets };
}

/** Arguments are a plain object: what is in it may come later. */
const isLater = (args: unknown): boolean => pulumi.Output.isInstance(args) || args instanceof Promise;

/**
 * What goes in for a text that check makes of the inputs: a text made of secrets is one too, and what goes in as a secret
 * comes back as one. References are in no such text.
 */
function asSecretAs(kindName: KindName, given: Readonly<Record<string, unknown>>): pulumi.Output<string> | undefined {
  const withoutIds = Object.entries(given).filter(([key]) => !isIdFormat(kindSchema(kindName).field(key)?.node.format));
  const values = withoutIds.map(([, value]) => value);
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
export function logFindings(
  kindName: KindName,
  name: string,
  resource: pulumi.CustomResource,
  { given, preflight: found, secrets: marked }: Declaration,
): void {
  const kind = kindSchema(kindName);
  const words = inWords(kindName, name);
  const logged = new Set<string>();
  const warn = (findings: readonly Diagnostic[]): void => {
    for (const entry of findings) {
      // What came later is told without its value; told twice it is not.
      const key = JSON.stringify([entry.rule, entry.property, entry.problem]);
      if (logged.has(key)) continue;
      logged.add(key);
      const log = (): void => void pulumi.log.warn(printable(message(words, entry)), placeOf(resource));
      if (rules.get(entry.rule)?.isOfCreate === true) ifNew(resource, log);
      // What is told at a resource that is never registered would hold back all that is told after it: the report, too.
      else found.cleared.then(log, () => undefined);
    }
  };
  warn(found.warnings);
  // What is to be considered before anybody is called is not what somebody reads who stops the calls.
  if (!isStop()) considerTheRest();
  else if (kind.hasStatus) {
    // What comes back of a campaign that the run has come to is that it is paused.
    whenGiven(resource, "desiredStatus", (status) => {
      if (status !== "paused") void pulumi.log.warn(`${words}: ${NOT_COME_TO}`, placeOf(resource));
    });
  }

  function considerTheRest(): void {
    if (!found.incomplete) {
      meetOthers(found.inputs);
      return;
    }
    whenKnown(pulumi.output(given), async (known) => {
      const values = known as Record<string, unknown>;
      const note = { [SECRETS]: await marked };
      const secrets = secretsOf(kind, { ...values, ...note });
      const { inputs, warnings } = examine(kindName, words, values);
      // What was not known at first may be a secret: the value stays out of the message.
      const scrubbed = (entry: Diagnostic): Diagnostic => ({ ...entry, problem: secrets.scrub(entry.problem) });
      warn(warnings.map(withoutValue).map(scrubbed));
      meetOthers({ ...inputs, ...note });
    });
  }

  function meetOthers(inputs: Readonly<Record<string, unknown>>): void {
    if (kindName !== "AiAgent") compareWithOthers(kindName, { resource: words, inputs }, warn);
    else whenKnown(resource.id, (id) => compareWithOthers(kindName, { resource: words, inputs, id }, warn));
  }
  if (pulumi.runtime.isDryRun()) return;
  whenGiven(resource, ADOPTED, (value) => {
    const adoption = adoptionIn({ [ADOPTED]: value });
    if (adoption === undefined || timeOfMark(adoption.mark) < programStart) return;
    const hidden = kindSchema(kindName).content.filter(
      (field) => field.node.readBack === "hidden" && given[field.name] !== undefined,
    );
    const unseen = hidden.map((field) => field.name);
    // What is this program's own was made what the program says, also where the API hides it.
    const caveat =
      unseen.length === 0 || !adoption.isForeign
        ? ""
        : ` The API usually hides ${unseen.join(", ")}: what is hidden was not compared.`;
    void pulumi.log.info(`took over the existing object instead of creating one.${caveat}`, placeOf(resource));
  });
}

/** Does something with an output that is none of the program's words. */
function whenGiven(resource: pulumi.CustomResource, name: string, then: (value: unknown) => void): void {
  const output = (resource as unknown as Readonly<Record<string, pulumi.Output<unknown> | undefined>>)[name];
  if (output !== undefined) whenKnown(output, then);
}

/** Does what concerns a resource that is created in this run, also where the run only shows it. */
function ifNew(resource: pulumi.CustomResource, then: () => void): void {
  whenGiven(resource, CREATED, (mark) => {
    if (typeof mark === "string" && timeOfCreate(mark) >= programStart) then();
  });
}
