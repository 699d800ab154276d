/**
 * The wire shapes of the kinds, read off schema.json: which names travel, which may be written, which are shown.
 *
 * schema.json speaks the provider's language (camelCase, weekday names); here it is turned into the API's (snake_case,
 * weekdays 0 = Sunday … 6 = Saturday), from the documentation and with no help from the provider.
 */
import schema from "../schema.json";
import type { Json } from "./json";
import { kinds, type Kind } from "./kinds";

/** One node of schema.json, as far as the emulator reads it. */
export interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly Json[];
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly examples?: readonly Json[];
  readonly freeForm?: boolean;
  readonly readOnly?: boolean;
  readonly providerOnly?: boolean;
  readonly readBack?: "shown" | "hidden" | "runtime";
  readonly unordered?: boolean | "unlessParallel";
  readonly parallel?: boolean;
  readonly replaceOnChange?: boolean;
  readonly secret?: boolean;
  readonly matchedBy?: string;
  readonly knownValues?: readonly string[];
  readonly letterCase?: "lower" | "upper";
  readonly wireName?: string;
  readonly naturalKey?: string;
  readonly noun?: string;
  readonly scope?: "workspace" | "account";
  readonly routes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly refersTo?: Kind;
  readonly role?: string;
}

/** One field as it travels. */
export interface WireField {
  /** Name on the wire. */
  readonly name: string;
  /** JSON types it may have, without `null`. */
  readonly types: readonly string[];
  readonly format: string | undefined;
  /** Whether it holds days of the week. */
  readonly isWeekdays: boolean;
  /** Whether keys and values inside pass to the letter. */
  readonly freeForm: boolean;
  /** Whether a request may carry it. */
  readonly writable: boolean;
  readonly readBack: "shown" | "hidden" | "runtime";
  readonly unordered: boolean | "unlessParallel";
  /** Whether its entries belong to those of other lists. */
  readonly parallel: boolean;
  /** Whether an update may not change it (inferred). */
  readonly fixed: boolean;
  readonly letterCase: "lower" | "upper" | undefined;
  /** The API's own words among its values. */
  readonly words: readonly string[];
  /** Whether it holds credentials. */
  readonly secret: boolean;
  /** Whether it says in which workspace the object lives. */
  readonly isWorkspace: boolean;
  /** The kind whose ID it holds. */
  readonly refersTo: Kind | undefined;
  /** Whether its entries have a number, which tells their order. */
  readonly numbered: boolean;
  /** Sample value of the documentation. */
  readonly sample: Json | undefined;
  /** Fields of the objects inside (an array's items, or the object itself), if they are described. */
  readonly inner: readonly WireField[] | undefined;
}

/** One kind as it travels. */
export interface Shape {
  readonly kind: Kind;
  readonly fields: readonly WireField[];
  /** Wire names a create must carry. */
  readonly required: readonly string[];
  /** Wire name of the field by which an object is found again. */
  readonly naturalKey: string;
  /** Wire name of the field that says in which workspace an object lives; undefined: in none. */
  readonly workspaceField: string | undefined;
  /** Whether that is unique in a workspace; else in the account. */
  readonly byWorkspace: boolean;
  /**
   * Whether create, update and delete are all documented, with what they answer: "success", the object, the rows that were
   * deleted, and the refusal of a second one of a name. No switch bears on that.
   */
  readonly documentsWrites: boolean;
}

const definitions = schema.$defs as unknown as Readonly<Record<Kind, SchemaNode>>;

/** The node of schema.json that describes a kind. */
export function definition(kind: Kind): SchemaNode {
  return definitions[kind];
}

/** A property's name on the wire: `wireName`, or plain snake_case. */
export function wireName(property: string, node: SchemaNode): string {
  return node.wireName ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * Wire names a create must carry. The provider fills in the workspace, so schema.json does not require it; the API
 * does where a create is documented: for campaigns (documented) and, as we read it, for agents (inferred). Elsewhere a
 * workspace that is left out is `default`.
 */
function requiredOnTheWire(node: SchemaNode, fields: readonly WireField[]): readonly string[] {
  const named = (node.required ?? []).map((property) => wireName(property, node.properties?.[property] ?? {}));
  return isDocumented(node, "create")
    ? [...named, ...fields.filter(({ isWorkspace }) => isWorkspace).map(({ name }) => name)]
    : named;
}

function isDocumented({ routes }: SchemaNode, operation: string): boolean {
  return Object.values(routes?.[operation] ?? {}).includes("documented");
}

function fieldsOf(node: SchemaNode): readonly WireField[] {
  return Object.entries(node.properties ?? {})
    .filter(([, property]) => property.providerOnly !== true)
    .map(([property, inside]) => fieldOf(wireName(property, inside), inside));
}

function fieldOf(name: string, node: SchemaNode): WireField {
  const inner = node.properties !== undefined ? node : node.items?.properties !== undefined ? node.items : undefined;
  const types = typeof node.type === "string" ? [node.type] : (node.type ?? []);
  return {
    name,
    types: types.filter((type) => type !== "null"),
    format: node.format,
    isWeekdays: node.items?.format === "weekday",
    freeForm: node.freeForm ?? node.items?.freeForm ?? false,
    writable: node.readOnly !== true,
    readBack: node.readBack ?? "shown",
    unordered: node.unordered ?? false,
    parallel: node.parallel ?? false,
    fixed: node.replaceOnChange ?? false,
    letterCase: node.letterCase,
    words: wordsOf(node.items ?? node),
    secret: node.secret ?? false,
    isWorkspace: node.role === "workspace",
    refersTo: node.refersTo,
    numbered: node.matchedBy !== undefined && node.unordered === undefined,
    sample: node.examples?.[0],
    inner: inner && fieldsOf(inner),
  };
}

function wordsOf({ enum: closed, knownValues = [] }: SchemaNode): readonly string[] {
  return [...(closed ?? []), ...knownValues].filter((word): word is string => typeof word === "string");
}

function shapeOf(kind: Kind): Shape {
  const node = definition(kind);
  const naturalKey = node.naturalKey ?? "name";
  const fields = fieldsOf(node);
  return {
    kind,
    fields,
    required: requiredOnTheWire(node, fields),
    workspaceField: fields.find(({ isWorkspace }) => isWorkspace)?.name,
    byWorkspace: node.scope === "workspace",
    documentsWrites: ["create", "update", "delete"].every((operation) => isDocumented(node, operation)),
    naturalKey: wireName(naturalKey, node.properties?.[naturalKey] ?? {}),
  };
}

/** The wire shape of each kind. */
export const shapes = Object.fromEntries(kinds.map((kind) => [kind, shapeOf(kind)])) as Readonly<Record<Kind, Shape>>;
