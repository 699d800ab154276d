/**
 * The file for `pulumi import --file`. The engine reads nothing then: each entry holds the whole state, just as a create
 * would have left it. A property with something secret in it is marked, so that the engine keeps it encrypted; in this
 * file it is readable all the same, because the engine has no other way to be told.
 */
import type { Kind } from "../../kinds/kind";
import type { Properties } from "../../kinds/normalForm";
import { isEmpty } from "../../values/empty";
import type { Field, ListedKindName } from "../../kinds/schema";
import { reportedBy } from "../../lifecycle/shown";
import { SECRETS } from "../../lifecycle/secrets";
import { makeState, nothingReported } from "../../lifecycle/state";
import { markedInputs } from "./credentials";
import type { Resource } from "./programFiles";

/** Property under which the engine's state holds a dynamic provider. */
const PROVIDER = "__provider";

/** The engine's mark of a secret. */
const SECRET = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };

/**
 * What the SDK makes of `() => provider` where the provider is a module of an installed package. Should an SDK write
 * it otherwise, nothing changes for the user: the text is no part of the comparison, and the next `up` replaces it.
 */
export const providerText = (kind: ListedKindName): string =>
  `exports.handler = __f0;\nconst provider = require("pulumi-callab/dynamic/${kind.charAt(0).toLowerCase()}${kind.slice(1)}");\n\n` +
  "function __f0() {\n  return (function() {\n    with({ this: undefined, arguments: undefined }) {\n\nreturn () => provider;\n\n" +
  "    }\n  }).apply(undefined, undefined).apply(this, arguments);\n}\n";

interface ImportEntry {
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
}

export interface ImportFile {
  readonly resources: readonly ImportEntry[];
}

/** Entries for all resources whose ID is known. */
export function importFileOf(resources: readonly Resource[]): ImportFile {
  return {
    resources: resources.flatMap(({ declaration: { object, inputs: declared }, name }) => {
      const { kind, id, fields } = object;
      if (id === undefined) return [];
      const marked = markedInputs(kind, declared);
      const inputs = marked.length === 0 ? declared : { ...declared, [SECRETS]: marked };
      const provider = { [PROVIDER]: providerText(kind.name) };
      const state = makeState(inputs, reportedBy(kind, inputs, { id, fields }, nothingReported), {});
      return [
        {
          type: `pulumi-nodejs:dynamic/callab:${kind.name}`,
          name,
          id,
          inputs: { ...withSecrets(kind, inputs, marked), ...provider },
          outputs: { ...withSecrets(kind, state, marked), ...provider },
        },
      ];
    }),
  };
}

function withSecrets(kind: Kind, properties: Properties, marked: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => {
      const field = kind.field(name);
      const isSecret = field !== undefined && (marked.includes(name) || holdsSecret(field, value));
      return [name, isSecret ? { ...SECRET, plaintext: JSON.stringify(value) } : value];
    }),
  );
}

/** Whether a value has something in it where the schema says secret. */
function holdsSecret(field: Field, value: unknown): boolean {
  if (isEmpty(value)) return false;
  if (field.node.secret === true) return true;
  if (Array.isArray(value)) return value.some((entry) => holdsSecret(field, entry));
  if (typeof value !== "object" || value === null) return false;
  return (field.fields ?? []).some((child) => holdsSecret(child, (value as Properties)[child.name]));
}
