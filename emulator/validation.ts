/**
 * What a write may carry. The emulator is strict: a missing, unknown or misshaped field is refused, with the wire name
 * and the rule in the message.
 */
import { isUpdateOnly } from "./bodySchemas";
import { isObject, type Json, type WireObject } from "./json";
import type { Kind } from "./kinds";
import { shapes } from "./shapes";
import { validators, type SchemaProblem } from "./validators";

/**
 * `create`: a new object. `update`: only what changes; null clears. `replace`: an update that stands for the whole
 * object (switch `updateReplaces`).
 */
export type WriteForm = "create" | "update" | "replace";

/** Every problem of a body, one plain line each; none: the body is accepted. */
export function problemsOf(kind: Kind, form: WriteForm, body: Json): string[] {
  if (!isObject(body)) return ["the body must be object"];
  const { required, fields } = shapes[kind];
  const needed =
    form === "create" ? required : form === "replace" ? required.filter((name) => name !== "workspace") : [];
  const missing = needed.filter((name) => body[name] === undefined).map((name) => `${name} is required`);
  const clearable = new Set(
    form === "create"
      ? []
      : fields.filter(({ name, writable }) => writable && !required.includes(name)).map(({ name }) => name),
  );
  const isUpdateOfCampaign = kind === "Campaign" && form !== "create";
  const parts: Record<"own" | "updateOnly", WireObject> = { own: {}, updateOnly: {} };
  for (const [name, value] of Object.entries(body)) {
    if (value === null && clearable.has(name)) continue;
    const part = isUpdateOfCampaign && isUpdateOnly(name) ? parts.updateOnly : parts.own;
    Object.defineProperty(part, name, { value, enumerable: true });
  }
  return [...new Set([...missing, ...judged(kind, parts.own), ...judged("UpdateOfCampaign", parts.updateOnly)])];
}

function judged(schema: keyof typeof validators, body: WireObject): string[] {
  const validate = validators[schema];
  return validate(body) ? [] : (validate.errors ?? []).map(problem);
}

function problem(error: SchemaProblem): string {
  const at = error.instancePath.slice(1).replaceAll("/", ".");
  const { params } = error;
  switch (error.keyword) {
    case "required":
      return `${join(at, params["missingProperty"])} is required`;
    case "additionalProperties":
      return `${join(at, params["additionalProperty"])} is not a field of this request`;
    case "enum":
      return `${at} must be one of ${(params["allowedValues"] as string[]).join(", ")}`;
    case "type":
      return `${at || "the body"} must be ${[params["type"]].flat().join(" or ")}`;
    default:
      return `${at || "the body"} ${error.message ?? "is not valid"}`;
  }
}

function join(at: string, name: unknown): string {
  return at === "" ? String(name) : `${at}.${String(name)}`;
}
