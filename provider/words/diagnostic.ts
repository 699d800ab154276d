/**
 * What validation has to say: a closed family of findings, collected and never thrown one by one. Each is found by a rule,
 * which says how severe it is (rule.ts).
 */
export interface Finding {
  /** Path of the property in the program's words, e.g. `steps[1].webhookUrl`. */
  readonly property: string;
  /** The value as it was written, for the message; absent where there is none or it is secret. */
  readonly value?: unknown;
  /** What is wrong and the rule behind it, in a user's words. */
  readonly problem: string;
  /** What to write instead, where that can be told. */
  readonly suggestion?: string;
}

/** A finding, with the rule that found it. */
export interface Diagnostic extends Finding {
  /** The rule's ID, such as `campaign/no-window`. */
  readonly rule: string;
  readonly severity: "error" | "warning";
}

/** A finding without what is not to be told of it. */
export const found = (
  property: string,
  problem: string,
  { value, suggestion }: { value?: unknown; suggestion?: string | undefined } = {},
): Finding => ({
  property,
  problem,
  ...(value === undefined ? {} : { value }),
  ...(suggestion === undefined ? {} : { suggestion }),
});

/** Name of the input that a finding is in: `steps` of `steps[1].webhookUrl`. */
export const propertyOf = ({ property }: Pick<Finding, "property">): string => property.split(/[.[]/)[0] ?? "";

/** The finding without the value it is about, which may be a secret. */
export const withoutValue = ({ rule, severity, property, problem, suggestion }: Diagnostic): Diagnostic => ({
  rule,
  severity,
  ...found(property, problem, { suggestion }),
});

/** The finding as people read it: `Campaign "spring": timeZone: "EST5" is not the name of a time zone (input/time-zone)`. */
export const message = (resource: string, diagnostic: Diagnostic): string =>
  `${resource}: ${diagnostic.property === "" ? "" : `${diagnostic.property}: `}${withRule(diagnostic)}`;

/** The finding in one line, without its property, with the rule's ID. */
export const withRule = (diagnostic: Diagnostic): string => `${describe(diagnostic)} (${diagnostic.rule})`;

const longest = 60;

/** The finding in one line, without its property: `"EST5" is no time zone; did you mean "EST5EDT"?`. */
export function describe({ value, problem, suggestion }: Finding): string {
  const shown = value === undefined ? "" : `${shorten(asText(value))} `;
  return `${shown}${problem}${suggestion === undefined ? "" : `; ${suggestion}`}`;
}

/** A value as text, whatever it is: JavaScript programs also hold functions and big integers. */
export function asText(value: unknown): string {
  if (typeof value === "function" || typeof value === "symbol") return `(a ${typeof value})`;
  return JSON.stringify(value ?? null, (_, entry: unknown) => (typeof entry === "bigint" ? Number(entry) : entry));
}

const shorten = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);

/** `a[0].b` from the path of a value. */
export const propertyPath = (segments: readonly (string | number)[]): string =>
  segments.reduce<string>(
    (path, segment) =>
      typeof segment === "number" ? `${path}[${segment}]` : path === "" ? segment : `${path}.${segment}`,
    "",
  );
