/**
 * The program of an exported workspace: one file, or one for each kind when it is large. References between objects
 * are variables; an ID that stays says why.
 */
import type { Field } from "../../kinds/schema";
import { kinds, referredFirst } from "../../kinds";
import type { ListedKindName } from "../../kinds/schema";
import {
  call,
  constList,
  list,
  object,
  property,
  reference,
  spread,
  text,
  valueOf,
  type Entry,
  type Expression,
  type Statement,
} from "../source/expression";
import { isMask } from "../../values/mask";
import { printFile } from "../source/print";
import { quote } from "../source/quote";
import type { Declaration } from "./declaration";
import { kebabCase, moduleOf, Names } from "./identifiers";
import { nameWithin } from "../../values/credential";
import { isGuarded, isKeptOut } from "./credentials";
import { isPlainHeader, SecretValues } from "./secretValues";
import { foldedId } from "../../values/id";

/** More resources than this, and each kind has a file of its own. */
export const LARGE = 40;
/** More open fields than this stand in a list of their own, above the resources. */
const MANY = 5;

/** The same order everywhere, `Line 2` before `Line 10`. */
const byName = new Intl.Collator("en", { numeric: true });

interface ProgramOptions {
  readonly workspace: string;
  /** Why there is no variable for the object with this ID. */
  whyUnresolved(kind: ListedKindName, id: string): string;
}

/** A declared object with its names in the program. */
export interface Resource {
  readonly declaration: Declaration;
  readonly variable: string;
  /** Name of the Pulumi resource. */
  readonly name: string;
}

export interface Program {
  /** Text by file name. */
  readonly files: ReadonlyMap<string, string>;
  readonly resources: readonly Resource[];
  readonly secrets: SecretValues;
}

export function programOf(declarations: readonly Declaration[], options: ProgramOptions): Program {
  const names = new Names();
  const resources = referredFirst.flatMap((kind) =>
    declarations
      .filter((declaration) => declaration.object.kind.name === kind)
      .sort((a, b) => byName.compare(a.object.key, b.object.key))
      .map((declaration) => {
        const variable = names.variable(nameOf(declaration), kinds[kind].noun);
        return { declaration, variable, name: kebabCase(variable) };
      }),
  );
  const secrets = new SecretValues();
  const writer = new Writer(resources, secrets, options, resources.length > LARGE);
  return { files: writer.files(), resources, secrets };
}

/** What a person calls the object. */
const nameOf = ({ object: { kind, key, fields } }: Declaration): string => {
  const label = fields[kind.withRole("label")?.name ?? ""];
  return typeof label === "string" && label !== "" ? label : key;
};

class Writer {
  readonly #byId = new Map<string, Resource>();
  readonly #referred = new Set<Resource>();

  constructor(
    private readonly resources: readonly Resource[],
    private readonly secrets: SecretValues,
    private readonly options: ProgramOptions,
    private readonly isSplit: boolean,
  ) {
    for (const resource of resources) {
      const { kind, id } = resource.declaration.object;
      if (id !== undefined) this.#byId.set(idKey(kind.name, id), resource);
    }
    for (const { declaration } of resources)
      for (const { name, to } of declaration.object.kind.references) {
        const target = this.#target(to, declaration.inputs[name]);
        if (target !== undefined) this.#referred.add(target);
      }
  }

  files(): ReadonlyMap<string, string> {
    const files = new Map<string, string>();
    const about = `The Callab workspace ${quote(this.options.workspace)}, as \`callab export\` found it.`;
    const present = referredFirst.filter((kind) => this.#of(kind).length > 0);
    if (this.isSplit) {
      files.set("workspace.ts", this.#workspaceFile());
      for (const kind of present) files.set(`${moduleOf(kind)}.ts`, this.#file([], [kind]));
      const imports = present.map((kind): Statement => ({
        type: "import",
        from: `./${moduleOf(kind)}`,
        as: undefined,
      }));
      files.set("index.ts", printFile([about], imports));
    } else {
      files.set("index.ts", this.#file([about], present));
    }
    return files;
  }

  #of(kind: ListedKindName): Resource[] {
    return this.resources.filter(({ declaration }) => declaration.object.kind.name === kind);
  }

  #workspaceFile(): string {
    return printFile(
      ["The workspace everything lives in: its slug, never the configured one, so that nothing moves."],
      [constant("workspace", text(this.options.workspace), true)],
    );
  }

  #file(heading: readonly string[], present: readonly ListedKindName[]): string {
    const shared = new OpenFields(this.isSplit);
    const usedModules = new Set<ListedKindName>();
    const resources = present.flatMap((kind) =>
      this.#of(kind).map((resource) => this.#statement(resource, shared, usedModules)),
    );
    const secretsUsed = resources.some(({ usesSecrets }) => usesSecrets);
    const imports: Statement[] = [
      ...(secretsUsed ? [{ type: "import", from: "@pulumi/pulumi", as: "pulumi" } as const] : []),
      { type: "import", from: "pulumi-callab", as: "callab" },
      ...referredFirst
        .filter((kind) => usedModules.has(kind))
        .map((kind): Statement => ({ type: "import", from: `./${moduleOf(kind)}`, as: moduleOf(kind) })),
      ...(shared.isUsed ? [{ type: "importNames", from: "./notShown", names: ["notShown"] } as const] : []),
      ...(this.isSplit ? [{ type: "importNames", from: "./workspace", names: ["workspace"] } as const] : []),
    ];
    const constants: Statement[] = [
      ...(secretsUsed ? [constant("config", call("new pulumi.Config"))] : []),
      ...(this.isSplit ? [] : [constant("workspace", text(this.options.workspace))]),
      ...shared.constants(),
    ];
    return printFile(heading, [...imports, ...constants, ...resources.map(({ statement }) => statement)]);
  }

  #statement(
    resource: Resource,
    shared: OpenFields,
    usedModules: Set<ListedKindName>,
  ): { statement: Statement; usesSecrets: boolean } {
    const { declaration, variable, name } = resource;
    const { kind } = declaration.object;
    const before = this.secrets.uses;
    const entries = declaration.fields.map((field) => this.#entry(resource, field, usedModules));
    const all = [
      ...entries,
      { shorthand: "workspace" } as const,
      ...(declaration.open.length === 0 ? [] : [{ spread: shared.placeholder(kind.name, declaration.open) } as const]),
    ];
    const value = call(`new callab.${kind.name}`, text(name), object(all, all.length > 3));
    const comments = declaration.remarks;
    const statement: Statement =
      this.isSplit || this.#referred.has(resource)
        ? { type: "const", name: variable, value, isExported: this.isSplit, comments }
        : { type: "expression", value, comments };
    return { statement, usesSecrets: this.secrets.uses > before };
  }

  #entry(resource: Resource, name: string, usedModules: Set<ListedKindName>): Entry {
    const { kind } = resource.declaration.object;
    const value = resource.declaration.inputs[name];
    const field = kind.field(name);
    const target = field?.node.refersTo;
    if (target !== undefined && typeof value === "string") {
      const found = this.#target(target, value);
      if (found === undefined) return property(name, text(value), [this.options.whyUnresolved(target, value)]);
      if (!this.isSplit) return property(name, reference(found.variable, "id"));
      usedModules.add(target);
      return property(name, reference(moduleOf(target), found.variable, "id"));
    }
    const comments =
      name === "agentDynamicVariables" && !Array.isArray(resource.declaration.object.fields[name])
        ? ["The API answers this list with one object; how the entries were told apart is not shown."]
        : [];
    const written =
      field === undefined
        ? valueOf(value)
        : isGuarded(field, value)
          ? this.#guarded(resource, field, field.name, value)
          : this.#value(resource, field, value);
    return property(name, written, comments);
  }

  #value(resource: Resource, field: Field, value: unknown): Expression {
    if (field.node.secret === true) return this.#secret(resource, value);
    if (Array.isArray(value) && field.fields !== undefined)
      return { type: "list", items: value.map((entry) => this.#nested(resource, field, entry)), isConst: false };
    if (Array.isArray(value)) return valueOf(value.map((entry: unknown) => spelling(field.node.items?.format, entry)));
    return field.fields === undefined
      ? valueOf(spelling(field.node.format, value))
      : this.#nested(resource, field, value);
  }

  #nested(resource: Resource, field: Field, value: unknown): Expression {
    if (typeof value !== "object" || value === null) return valueOf(value);
    const given = value as Readonly<Record<string, unknown>>;
    const children = (field.fields ?? []).filter(({ name }) => given[name] !== undefined);
    return object(children.map((child) => property(child.name, this.#value(resource, child, given[child.name]))));
  }

  /** A value with credentials that the schema does not call secret: each is kept as a secret. */
  #guarded(resource: Resource, field: Field | undefined, name: string, value: unknown): Expression {
    if (field?.node.secret === true) return this.#secret(resource, value);
    if (isKeptOut(name, value)) return this.#hidden(resource, name, value);
    const holdsObjects = field?.fields !== undefined || field?.node.items?.freeForm === true;
    if (Array.isArray(value) && (field === undefined || holdsObjects))
      return list(value.map((entry) => this.#guarded(resource, field, name, entry)));
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return field === undefined ? valueOf(value) : this.#value(resource, field, value);
    const given = value as Readonly<Record<string, unknown>>;
    const children = field?.fields ?? Object.keys(given).map((key) => ({ name: key }));
    return object(
      children
        .filter((child) => given[child.name] !== undefined)
        .map((child) =>
          property(
            child.name,
            this.#guarded(
              resource,
              "node" in child ? child : undefined,
              nameWithin(given, child.name),
              given[child.name],
            ),
          ),
        ),
    );
  }

  #hidden(resource: Resource, name: string, value: unknown): Expression {
    const { key, isText } = this.secrets.add(resource.variable, name, value);
    return call(isText ? "config.requireSecret" : "config.requireSecretObject", text(key));
  }

  /** Each entry of a secret object is a secret of its own, so that what is no secret stays readable. */
  #secret(resource: Resource, value: unknown): Expression {
    const hidden = (name: string, part: unknown): Expression => this.#hidden(resource, name, part);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return hidden("secret", value);
    return object(
      Object.entries(value).map(([name, part]: [string, unknown]) =>
        property(
          name,
          typeof part === "string" && isPlainHeader(name) && !isMask(part) ? text(part) : hidden(name, part),
        ),
      ),
    );
  }

  #target(kind: ListedKindName, id: unknown): Resource | undefined {
    return typeof id === "string" ? this.#byId.get(idKey(kind, id)) : undefined;
  }
}

const idKey = (kind: ListedKindName, id: string): string => `${kind} ${foldedId(id)}`;

const constant = (name: string, value: Expression, isExported = false): Statement => ({
  type: "const",
  name,
  value,
  isExported,
  comments: [],
});

/** The way people write it: `mon`, `09:00`. */
function spelling(format: string | undefined, value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (format === "weekday") return value.slice(0, 3);
  return format === "time-of-day" ? value.replace(/:00$/, "") : value;
}

/** Open fields, written as `...notShown(…)`; a long list that several resources share is written once. */
class OpenFields {
  readonly #lists = new Map<string, { readonly name: string; readonly fields: readonly string[] }>();
  isUsed = false;

  constructor(private readonly isSplit: boolean) {}

  placeholder(kind: ListedKindName, fields: readonly string[]): Expression {
    this.isUsed = true;
    if (fields.length <= MANY) return call("notShown", ...fields.map(text));
    const content = fields.join(" ");
    const known = this.#lists.get(content);
    if (known !== undefined) return call("notShown", spread(reference(known.name)));
    const base = this.isSplit ? "fieldsNotShown" : `${kind.charAt(0).toLowerCase()}${kind.slice(1)}FieldsNotShown`;
    const count = [...this.#lists.values()].filter(({ name }) => name.startsWith(base)).length;
    const name = count === 0 ? base : `${base}${count + 1}`;
    this.#lists.set(content, { name, fields });
    return call("notShown", spread(reference(name)));
  }

  constants(): Statement[] {
    return [...this.#lists.values()].map(({ name, fields }) => constant(name, constList(fields.map(text))));
  }
}
