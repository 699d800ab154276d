/**
 * Reads schema.json, the single source, into the field descriptions everything else walks:
 * normal form, wire mapping, validation, diff, types, docs. No field name is written anywhere else
 * unless a rule needs it.
 */
import schema from "../../schema.json";
import type { KindName, ListedKindName } from "./names";

export { kindNames, listedKinds, type KindName, type ListedKindName } from "./names";

/** Where a fact about the API comes from; shown wherever the fact is used. */
export type Provenance = "documented" | "older" | "example" | "inferred";

/** Whether the API reports a field back: `shown`, `hidden` (written only) or `runtime` (reported, never a difference). */
type ReadBack = "shown" | "hidden" | "runtime";

/** What a field decides about the calls of a campaign: who is called, when, or how often. */
export type Decides = "who" | "when" | "howOften";

/** What can be asked of the API. */
export type Operation = "create" | "list" | "read" | "update" | "delete";

/** Where a natural key is unique, and what one list holds. */
type Scope = "workspace" | "account";

/** What a field is for, where the rest of the package must know it: see the `$comment` of schema.json. */
export type Role = "workspace" | "desiredStatus" | "label";

export type JsonType = "string" | "number" | "integer" | "boolean" | "array" | "object" | "null";

/** One node of schema.json, with the annotations its `$comment` explains. */
export interface SchemaNode {
  readonly type?: JsonType | readonly JsonType[];
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly minLength?: number;
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly noun?: string;
  readonly plural?: string;
  readonly naturalKey?: string;
  readonly scope?: Scope;
  readonly routes?: Readonly<Partial<Record<Operation, Readonly<Record<string, Provenance>>>>>;
  readonly refersTo?: ListedKindName;
  readonly role?: Role;
  readonly readOnly?: boolean;
  readonly providerOnly?: boolean;
  readonly computed?: boolean;
  readonly output?: boolean;
  readonly toldByWrites?: boolean;
  readonly lasting?: boolean;
  readonly readBack?: ReadBack;
  readonly provenance?: Provenance;
  readonly replaceOnChange?: boolean;
  readonly secret?: boolean;
  readonly unordered?: boolean | "unlessParallel";
  readonly matchedBy?: string;
  readonly parallel?: boolean;
  readonly decides?: Decides;
  readonly freeForm?: boolean;
  readonly knownValues?: readonly string[];
  readonly letterCase?: "lower" | "upper";
  readonly wireName?: string;
}

/** A property of a kind (or of an object inside one), ready to walk. */
export interface Field {
  /** Name in a program, camelCase. */
  readonly name: string;
  /** Name on the wire. */
  readonly wireName: string;
  readonly node: SchemaNode;
  readonly types: readonly JsonType[];
  readonly nullable: boolean;
  /** Whether it is the natural key of its kind: a name, by which an object is found again. */
  readonly isKey: boolean;
  /** Fields of the object, or of the objects in the list, where the shape is described. */
  readonly fields: readonly Field[] | undefined;
}

/** A field that holds the ID of an object of another kind. */
export interface Reference extends Field {
  readonly to: ListedKindName;
}

/** A way to ask the API for something: method and path below the base address, and how well it is known. */
export interface Way {
  readonly route: string;
  readonly mark: Provenance;
}

/** One kind as schema.json describes it. */
export interface KindSchema {
  readonly name: KindName;
  /** What a person calls one: "campaign"; and several: "campaigns". */
  readonly noun: string;
  readonly plural: string;
  readonly node: SchemaNode;
  readonly fields: readonly Field[];
  /** What a program may set. */
  readonly inputs: readonly Field[];
  /** What goes over the wire in a create or update. */
  readonly written: readonly Field[];
  /** What of it an object consists of: all but the workspace it lives in. */
  readonly content: readonly Field[];
  /** What the API reports and the state keeps, beside the inputs. */
  readonly reported: readonly Field[];
  readonly references: readonly Reference[];
  /** The property by which an object is found again. */
  readonly naturalKey: string;
  /** Whether the natural key is unique in a workspace, whose list is asked for; else in the account, which has one list. */
  readonly listedByWorkspace: boolean;
  /** Whether the object has a live status that a program may want (`desiredStatus`) and that every update carries. */
  readonly hasStatus: boolean;
  /** Whether the API lists such objects: else they are known only by what the answers to writes show. */
  readonly isListed: boolean;
  /** The ways to do an operation, best first; none where the API cannot do it. */
  ways(operation: Operation): readonly Way[];
  field(name: string): Field | undefined;
  /** Name of the field that says the workspace; "" where a kind has none, which is the name of no field. */
  readonly placeField: string;
  /** The field with a role. */
  withRole(role: Role): Field | undefined;
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const typesOf = (node: SchemaNode): readonly JsonType[] =>
  node.type === undefined ? [] : Array.isArray(node.type) ? (node.type as JsonType[]) : [node.type as JsonType];

function fieldsOf(node: SchemaNode | undefined): readonly Field[] | undefined {
  if (node?.properties === undefined) return undefined;
  return Object.entries(node.properties).map(([name, child]) => {
    const types = typesOf(child);
    return {
      name,
      wireName: child.wireName ?? snakeCase(name),
      node: child,
      types,
      nullable: types.includes("null"),
      isKey: name === node.naturalKey,
      fields: fieldsOf(child) ?? fieldsOf(child.items),
    };
  });
}

function readKind(name: KindName): KindSchema {
  const node = schema.$defs[name] as unknown as SchemaNode;
  const fields = fieldsOf(node) ?? [];
  const byName = new Map(fields.map((field) => [field.name, field]));
  const byRole = new Map(fields.map((field) => [field.node.role, field]));
  const written = fields.filter((field) => field.node.readOnly !== true && field.node.providerOnly !== true);
  const { noun = name, plural = `${noun}s`, naturalKey = "name", scope, routes } = node;
  return {
    name,
    noun,
    plural,
    node,
    fields,
    inputs: fields.filter((field) => field.node.readOnly !== true),
    written,
    content: written.filter((field) => field.node.role !== "workspace"),
    reported: fields.filter((field) => field.node.readBack === "runtime" && field.node.output !== false),
    references: fields.flatMap((field) =>
      field.node.refersTo === undefined ? [] : [{ ...field, to: field.node.refersTo }],
    ),
    naturalKey,
    listedByWorkspace: scope === "workspace",
    hasStatus: byRole.has("desiredStatus"),
    isListed: routes?.list !== undefined,
    ways: (operation) => Object.entries(routes?.[operation] ?? {}).map(([route, mark]) => ({ route, mark })),
    field: (key) => byName.get(key),
    placeField: byRole.get("workspace")?.name ?? "",
    withRole: (role) => byRole.get(role),
  };
}

const read = new Map<KindName, KindSchema>();

/** The description of one kind, read from schema.json on first use. */
export function kindSchema(name: KindName): KindSchema {
  let kind = read.get(name);
  if (kind === undefined) read.set(name, (kind = readKind(name)));
  return kind;
}
