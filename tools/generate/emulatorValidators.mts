/**
 * Writes emulator/validators.ts: what ajv makes of the emulator's schemas of bodies, so that whoever installs the emulator
 * needs no compiler of schemas.
 *
 *     node tools/generate/emulatorValidators.mts          writes the file
 *     node tools/generate/emulatorValidators.mts --check  fails if it is stale
 */
import { _ } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { generated } from "./generated.mts";
import { moduleOf } from "./provider.mts";
import { standaloneCode, validatorOptions } from "./standaloneCode.mts";

const { bodySchemas } = moduleOf("emulator/bodySchemas") as typeof import("../../emulator/bodySchemas.ts");
const { formats } = moduleOf("emulator/formats") as typeof import("../../emulator/formats.ts");

const ajv = new Ajv2020({ ...validatorOptions, formats, code: { source: true, formats: _`formats` } });
for (const [name, schema] of Object.entries(bodySchemas)) ajv.addSchema(schema, name);
const { code, names } = standaloneCode(ajv, Object.keys(bodySchemas));

await generated(
  "emulator/validators.ts",
  `// Generated from schema.json by tools/generate/emulatorValidators.mts. Do not edit: change schema.json and run \`npm run generate\`.
/* eslint-disable */
// @ts-nocheck: a machine wrote this for a machine.
import { formats } from "./formats";
import type { Kind } from "./kinds";

/** One thing that is wrong: where in the body, and what is said of it. */
export interface SchemaProblem {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Says whether a body is valid; what is wrong is in \`errors\` until the next call. */
export interface Validator {
  (body: unknown): boolean;
  errors?: readonly SchemaProblem[] | null;
}

${code}

export const validators: Readonly<Record<Kind | "UpdateOfCampaign", Validator>> = { ${Object.entries(names)
    .map(([name, made]) => `${name}: ${made}`)
    .join(", ")} };`,
);
