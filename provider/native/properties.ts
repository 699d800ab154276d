/**
 * Properties as they cross the wire between engine and plugin: values that are secret come wrapped, and leave wrapped
 * where the schema, or the program, says that they are secret.
 */
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import type { Field } from "../kinds/schema";
import { isIdFormat } from "../kinds/formats";
import { SECRETS, secretNamesIn } from "../lifecycle/secrets";
import { isObject } from "../values/empty";
import { Struct } from "./plainStructs";

/** The engine's own words for "this object stands for a special value", and for "that is a secret". */
const SPECIAL = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

const isSealed = (value: unknown): value is { readonly value: unknown } => isObject(value) && value[SPECIAL] === SECRET;
/** A value as the engine is to keep it secret. */
export const seal = (value: unknown): unknown => (isSealed(value) ? value : { [SPECIAL]: SECRET, value });

function open(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(open);
  if (isSealed(value)) return open(value.value);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, open(entry)])) : value;
}

/** Properties that are as they are to cross the wire. */
export const structOf = (properties: Properties): Struct =>
  Struct.fromJavaScript(properties as Parameters<typeof Struct.fromJavaScript>[0]);

/** Plain values. */
export const plain = (struct: Struct | undefined): Record<string, unknown> =>
  open(struct?.toJavaScript() ?? {}) as Record<string, unknown>;

/**
 * The plain properties of a resource, and as the lifecycle's note the names of those inputs that hold a secret beyond what
 * the schema calls secret anyway. Everything that comes in wrapped leaves wrapped, at any depth.
 */
export function received(kind: Kind, struct: Struct | undefined): Record<string, unknown> {
  const raw: Properties = struct?.toJavaScript() ?? {};
  // A name that nobody knows may be a mistyped one, and what it holds is no less secret.
  const mistyped = Object.keys(raw).filter((name) => kind.field(name) === undefined && !name.startsWith("__"));
  const names = [...kind.inputs.map(({ name }) => name), ...mistyped].filter((name) =>
    holdsSecret(kind.field(name), raw[name]),
  );
  // Of a state that another front has written, the marks of its values say it as well.
  return { ...plain(struct), [SECRETS]: names.length === 0 ? undefined : names };
}

/**
 * The inputs with the marks that the engine keeps in a state by itself, by `additionalSecretOutputs`: those that the inputs
 * of before do not have. They stay, and are no change of the program's.
 * @param former the inputs of before; undefined where an engine does not tell them
 */
export function markedByEngine(inputs: Properties, state: Properties, former: Properties | undefined): Properties {
  if (former === undefined) return inputs;
  const ofProgram = new Set(secretNamesIn(former));
  const ofEngine = secretNamesIn(state).filter((name) => !ofProgram.has(name));
  return ofEngine.length === 0
    ? inputs
    : { ...inputs, [SECRETS]: [...new Set([...secretNamesIn(inputs), ...ofEngine])] };
}

/** Whether a value holds a secret where the schema knows of none. */
function holdsSecret(field: Pick<Field, "node" | "fields"> | undefined, value: unknown): boolean {
  if (field?.node.secret === true) return false;
  if (isSealed(value)) return true;
  if (Array.isArray(value)) return value.some((entry) => holdsSecret(field, entry));
  if (!isObject(value)) return false;
  const byName = new Map(field?.fields?.map((child) => [child.name, child]));
  return Object.entries(value).some(([key, entry]) => holdsSecret(byName.get(key), entry));
}

/** What the engine is to keep. Notes that only the lifecycle reads of inputs are left out of these, not of a state. */
export function sent(kind: Kind, properties: Properties, hidden: readonly string[]): Struct {
  const secret = new Set(secretNamesIn(properties));
  // A text made of secrets is one. References are in no such text, and neither is what nobody knows.
  const isTold = [...secret].some((name) => {
    const field = kind.field(name);
    return field !== undefined && !isIdFormat(field.node.format);
  });
  const entries = Object.entries(asJson(properties))
    .filter(([name]) => !hidden.includes(name))
    .map(([name, value]): [string, unknown] => {
      const field = kind.field(name);
      const isSecret = secret.has(name) || (isTold && field?.node.computed === true);
      return [name, isSecret ? seal(value) : field === undefined ? value : sealed(field, value)];
    });
  return structOf(Object.fromEntries(entries));
}

/** A value with that wrapped which the schema says is secret. */
function sealed(field: Field, value: unknown): unknown {
  if (value === undefined || value === null) return value;
  if (field.node.secret === true) return seal(value);
  if (field.fields === undefined) return value;
  if (Array.isArray(value)) return value.map((entry) => sealed(field, entry));
  if (!isObject(value)) return value;
  const byName = new Map(field.fields.map((child) => [child.name, child]));
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      const child = byName.get(key);
      return [key, child === undefined ? entry : sealed(child, entry)];
    }),
  );
}

/** Without what JSON has no words for: properties that are undefined. */
const asJson = (properties: Properties): Properties => JSON.parse(JSON.stringify(properties)) as Properties;
