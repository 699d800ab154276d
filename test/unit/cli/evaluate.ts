/** Runs an exported program without an engine: its resources with their arguments, references and secrets filled in. */
import ts from "typescript";
import type { NewFile } from "../../../provider/cli/export/folder";
import { kindSchema, type Field, type KindName } from "../../../provider/kinds/schema";

export interface Declared {
  readonly kind: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Names of the arguments that hold a secret where the schema has none: the package notes them. */
  readonly marked: readonly string[];
}

class Secret {
  constructor(readonly value: unknown) {}
}

function plain(value: unknown): unknown {
  if (value instanceof Secret) return value.value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}

function isMarked(field: Field | undefined, value: unknown): boolean {
  if (field?.node.secret === true) return false;
  if (value instanceof Secret) return true;
  if (Array.isArray(value)) return value.some((entry) => isMarked(field, entry));
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, entry]) =>
    isMarked(
      field?.fields?.find(({ name }) => name === key),
      entry,
    ),
  );
}

interface Known {
  /** ID by resource name, as the import file has it. */
  readonly ids: ReadonlyMap<string, string>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** Runs `index.ts` and what it imports. */
export function evaluate(files: ReadonlyMap<string, Pick<NewFile, "text">>, { ids, secrets }: Known): Declared[] {
  const declared: Declared[] = [];
  const resource = (kind: string) =>
    class {
      readonly id: string | undefined;
      constructor(name: string, args: Record<string, unknown>) {
        const marked = Object.keys(args).filter((key) => isMarked(kindSchema(kind as KindName).field(key), args[key]));
        declared.push({ kind, name, args: plain(args) as Record<string, unknown>, marked });
        this.id = ids.get(name);
      }
    };
  const valueOf = (key: string): string => {
    const value = secrets[key];
    if (value === undefined) throw new Error(`the program asks for the unknown secret ${key}`);
    return value;
  };
  class Config {
    requireSecret(key: string): Secret {
      return new Secret(valueOf(key));
    }
    requireSecretObject(key: string): Secret {
      return new Secret(JSON.parse(valueOf(key)));
    }
  }
  const packages: Record<string, unknown> = {
    "@pulumi/pulumi": { Config },
    "pulumi-callab": Object.fromEntries(
      ["Campaign", "AiAgent", "PhoneNumber", "Webhook"].map((kind) => [kind, resource(kind)]),
    ),
  };
  const loaded = new Map<string, object>();
  const load = (name: string): unknown => {
    if (!name.startsWith("./")) return packages[name];
    const known = loaded.get(name);
    if (known !== undefined) return known;
    const source = files.get(`${name.slice(2)}.ts`);
    if (source === undefined) throw new Error(`the program imports ${name}, which was not written`);
    const { outputText } = ts.transpileModule(source.text, {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    });
    const module = { exports: {} };
    loaded.set(name, module.exports);
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- running the generated program is the point
    (new Function("require", "exports", "module", outputText) as (...given: unknown[]) => void)(
      load,
      module.exports,
      module,
    );
    return module.exports;
  };
  load("./index");
  return declared;
}
