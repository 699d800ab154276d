/** Refuses what is no fault rule: rules also come over HTTP, and one with a slip of the pen would never strike. */
import type { FaultName } from "./fault";
import { isObject } from "./json";
import { kinds } from "./kinds";

interface Check {
  readonly holds: (value: unknown) => boolean;
  readonly expected: string;
}

function oneOf(...values: readonly unknown[]): Check {
  return {
    holds: (value) => values.includes(value),
    expected: values.map((value) => JSON.stringify(value)).join(", "),
  };
}

const text: Check = { holds: (value) => typeof value === "string", expected: "a text" };
const duration: Check = { holds: (value) => typeof value === "number" && value >= 0, expected: "a number from 0" };
const whole: Check = {
  holds: (value) => Number.isInteger(value) && Number(value) >= 1,
  expected: "a whole number from 1",
};

const failureStatus: Check = {
  holds: (value) => Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 599,
  expected: "a whole number from 400 to 599",
};

const moment = oneOf("before", "after");

/** What each fault can be told besides when it strikes. */
const settings: Readonly<Record<FaultName, Readonly<Record<string, Check>>>> = {
  dropBefore: {},
  dropAfter: {},
  stall: { ms: duration, when: moment },
  slow: { ms: duration },
  rateLimit: { retryAfter: duration, httpDate: oneOf(true, false) },
  forbidden: {},
  refusal: { text, status: failureStatus, sentAs: oneOf("plain", "address", "page", "base64") },
  redirect: { location: text, status: oneOf(301, 302, 303, 307, 308) },
  error500: { when: moment },
  unavailable: { when: moment, retryAfter: duration },
  html: { status: oneOf(200, 502), when: moment },
  truncated: { cut: oneOf("body", "connection") },
  emptyBody: { when: moment },
  wrongEnvelope: { when: moment },
};

/** The names of all faults. */
export const faultNames = Object.keys(settings) as readonly FaultName[];

const timingChecks: Readonly<Record<string, Check>> = {
  nth: whole,
  times: { holds: (value) => value === "always" || whole.holds(value), expected: 'a whole number from 1, or "always"' },
  probability: {
    holds: (value) => typeof value === "number" && value >= 0 && value <= 1,
    expected: "a number from 0 to 1",
  },
  match: { holds: isObject, expected: "an object" },
};

const matchChecks: Readonly<Record<string, Check>> = {
  kind: oneOf(...kinds),
  operation: oneOf("create", "list", "read", "update", "delete", "query"),
  method: text,
  path: text,
  bodyContains: text,
};

/** @throws {Error} saying what is wrong with the rule. */
export function checkRule(rule: unknown): void {
  if (!isObject(rule)) throw new Error("a fault rule is an object with `fault`");
  const { fault: name, ...told } = rule;
  const fault = faultNames.find((known) => known === name);
  if (fault === undefined)
    throw new Error(`there is no fault ${JSON.stringify(name)}; there are: ${faultNames.join(", ")}`);
  checkEntries(`the fault ${fault}`, told, { ...settings[fault], ...timingChecks });
  checkEntries("a fault's `match`", isObject(told["match"]) ? told["match"] : {}, matchChecks);
  const missing = ["ms", "location", "text"].find((key) => key in settings[fault] && told[key] === undefined);
  if (missing !== undefined) throw new Error(`the fault ${fault} needs \`${missing}\``);
}

function checkEntries(what: string, given: object, checks: Readonly<Record<string, Check>>): void {
  for (const [key, value] of Object.entries(given)) {
    const check = checks[key];
    if (check === undefined) throw new Error(`${what} has no \`${key}\`; it has ${Object.keys(checks).join(", ")}`);
    if (value !== undefined && !check.holds(value))
      throw new Error(`${what}: \`${key}\` must be ${check.expected}, not ${JSON.stringify(value)}`);
  }
}
