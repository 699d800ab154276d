/**
 * What validation has to say: a closed family of findings, collected and never thrown one by one.
 * A rule the API documents is an error; a rule we infer only warns.
 */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  /** Path of the property in the program's words, e.g. `steps[1].webhookUrl`. */
  readonly property: string;
  /** The value as it was written, for the message; absent where there is none or it is secret. */
  readonly value?: unknown;
  /** What is wrong and the rule behind it, in a user's words. */
  readonly problem: string;
  /** What to write instead, where that can be told. */
  readonly suggestion?: string;
}

export const error = (
  property: string,
  problem: string,
  more: { value?: unknown; suggestion?: string | undefined } = {},
): Diagnostic => diagnostic("error", property, problem, more);

export const warning = (
  property: string,
  problem: string,
  more: { value?: unknown; suggestion?: string | undefined } = {},
): Diagnostic => diagnostic("warning", property, problem, more);

function diagnostic(
  severity: Diagnostic["severity"],
  property: string,
  problem: string,
  more: { value?: unknown; suggestion?: string | undefined },
): Diagnostic {
  return {
    severity,
    property,
    problem,
    ...("value" in more ? { value: more.value } : {}),
    ...(more.suggestion === undefined ? {} : { suggestion: more.suggestion }),
  };
}

/** The finding without the value it is about, which may be a secret. */
export const withoutValue = ({ severity, property, problem, suggestion }: Diagnostic): Diagnostic =>
  diagnostic(severity, property, problem, { suggestion });

const longest = 60;

/** The finding in one line, without its property: `"EST5" is no time zone; did you mean "EST5EDT"?`. */
export function describe({ value, problem, suggestion }: Diagnostic): string {
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
