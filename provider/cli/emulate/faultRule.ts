/** Faults as a command line gives them: `dropAfter`, `rateLimit,retryAfter=2,times=always`, or a rule as JSON. */
import type { FaultRule } from "../../../emulator";
import { wrongUsage } from "../failure";

const matchKeys = new Set(["kind", "operation", "method", "path", "bodyContains"]);

/** The rule of a text; whether it makes sense is for the emulator to say. Throws a CommandFailure. */
export function faultRuleOf(text: string): FaultRule {
  if (text.trimStart().startsWith("{")) {
    try {
      return JSON.parse(text) as FaultRule;
    } catch (error) {
      throw wrongUsage(`--fault ${text} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const [fault, ...settings] = text.split(",").map((part) => part.trim());
  const rule: Record<string, unknown> = { fault };
  const match: Record<string, unknown> = {};
  for (const setting of settings.filter((part) => part !== "")) {
    const equals = setting.indexOf("=");
    if (equals <= 0) throw wrongUsage(`--fault ${text}: "${setting}" must be name=value, such as times=2.`);
    const [name, value] = [setting.slice(0, equals), setting.slice(equals + 1)];
    if (matchKeys.has(name)) match[name] = value;
    else rule[name] = valueOf(value);
  }
  if (Object.keys(match).length > 0) rule["match"] = match;
  return rule as unknown as FaultRule;
}

function valueOf(text: string): unknown {
  if (text === "true" || text === "false") return text === "true";
  return text !== "" && !Number.isNaN(Number(text)) ? Number(text) : text;
}
