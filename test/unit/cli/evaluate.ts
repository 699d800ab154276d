/** Runs an exported program without an engine: its resources with their arguments, references and secrets filled in. */
import ts from "typescript";
import type { NewFile } from "../../../provider/cli/export/folder";

export interface Declared {
  readonly kind: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
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
        declared.push({ kind, name, args });
        this.id = ids.get(name);
      }
    };
  class Config {
    requireSecret(key: string): string {
      const value = secrets[key];
      if (value === undefined) throw new Error(`the program asks for the unknown secret ${key}`);
      return value;
    }
    requireSecretObject(key: string): unknown {
      return JSON.parse(this.requireSecret(key));
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
