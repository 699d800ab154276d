/**
 * Valid inputs of every kind, read off schema.json: a new field is covered the moment it is described there.
 * `spelled` arbitraries use every accepted spelling; the values are valid, and fit what the emulator accepts.
 */
import fc from "fast-check";
import { showsNothing } from "../../provider/values/blank";
import { rules } from "../../provider/kinds/rules";
import { kindSchema, type KindName, type SchemaNode } from "../../provider/kinds/schema";
import { parseTimeOfDay } from "../../provider/values/timeOfDay";
import { UNKNOWN } from "../../provider/values/unknown";
import { weekdays } from "../../provider/values/weekday";

/**
 * How often properties run, and from which seed. `npm test` runs a fixed share, so that it says the same of the same
 * code; CALLAB_PROPERTY_RUNS multiplies it, CALLAB_PROPERTY_SEED chooses another seed ("random": a new one each time).
 */
export function runs(share: number): { readonly numRuns: number; readonly seed?: number } {
  const factor = Number(process.env["CALLAB_PROPERTY_RUNS"] ?? "1");
  const seed = process.env["CALLAB_PROPERTY_SEED"] ?? "20261123";
  return { numRuns: Math.ceil(share * factor), ...(seed === "random" ? {} : { seed: Number(seed) }) };
}

const zones = [
  ...Intl.supportedValuesOf("timeZone"),
  "UTC",
  "Asia/Calcutta",
  "Asia/Kolkata",
  "europe/paris",
  "EST5EDT",
];

const twoDigits = (n: number): string => String(n).padStart(2, "0");

const timeOfDay = fc
  .tuple(fc.nat(23), fc.nat(59), fc.option(fc.nat(59), { nil: undefined }), fc.boolean())
  .map(([hour, minute, second, padded]) => {
    const start = `${padded ? twoDigits(hour) : hour}:${twoDigits(minute)}`;
    return second === undefined ? start : `${start}:${twoDigits(second)}`;
  });

const date = fc
  .date({ min: new Date("1970-01-01T00:00:00Z"), max: new Date("2199-12-31T00:00:00Z"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

const phoneNumber = fc.oneof(
  fc.nat(99).map((n) => `+155555501${twoDigits(n)}`),
  fc.nat(999).map((n) => `+44 20 7946 0${String(n).padStart(3, "0")}`),
  fc.nat(99).map((n) => `+1 (555) 555-01${twoDigits(n)}`),
);

const uuid = fc.uuid().filter((text) => text !== UNKNOWN);

const letterCases = (values: readonly string[]): fc.Arbitrary<string> =>
  fc.constantFrom(...values.flatMap((value) => [value, value.toUpperCase(), value.toLowerCase()]));

/** Any text a person or a machine may write, the nasty ones included. */
export const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.constantFrom(
    "",
    " ",
    "0",
    "null",
    "true",
    "1e3",
    "__proto__",
    "a\nb",
    "“quoted”",
    "monday",
    "\u0000",
    " ends \n",
    "a\r\nb\r\n",
    "Cafe\u0301",
    "two  blanks",
    `R&D <b> "it's"`,
    "&lt; &amp;amp;",
    "É",
    "[]",
    "{}",
  ),
);

const finite = fc.oneof(
  fc.integer({ min: -1000, max: 100_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
);

const jsonValue = fc.jsonValue({ maxDepth: 2 });

const freeObject = fc.oneof(
  fc.dictionary(fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom("CamelKey", "snake_key", "a", "id")), jsonValue, {
    maxKeys: 4,
  }),
  fc.constantFrom<Record<string, unknown>>({}, { CamelKey: 0, a: null }, { list: [], object: {}, text: "" }),
  fc.constantFrom<Record<string, unknown>>(
    { a: null },
    { text: ' R&D "x"\r\n', number: 0.12345, yes: true, deep: [{ none: null, list: [null, "Cafe\u0301 "] }] },
    { Authorization: "Bearer abcdef 123456 <&>", "X-Id": 7 },
  ),
);

function formatted(format: string): fc.Arbitrary<unknown> | undefined {
  switch (format) {
    case "uuid":
      return fc.tuple(uuid, fc.boolean()).map(([id, upper]) => (upper ? id.toUpperCase() : id));
    case "existing-id":
      return fc.oneof(formatted("uuid") ?? uuid, fc.constant("none"));
    case "date":
      return date;
    case "time-of-day":
      return timeOfDay;
    case "time-zone":
      return fc.constantFrom(...zones);
    case "e164":
      return phoneNumber;
    case "uri":
      return fc.webUrl({ withQueryParameters: true });
    case "rule-id":
      return fc.constantFrom(
        ...[...rules.values()].filter(({ severity }) => severity === "warning").map(({ id }) => id),
      );
    case "slug":
      return fc.constantFrom("default", "team-a", "team_b");
    case "weekday":
      return fc
        .nat(6)
        .chain((day) =>
          fc.constantFrom<unknown>(
            day,
            weekdays[day],
            weekdays[day]?.slice(0, 3),
            weekdays[day]?.toUpperCase(),
            ` ${weekdays[day] ?? ""}`,
          ),
        );
    default:
      return undefined;
  }
}

function scalar(node: SchemaNode, type: string): fc.Arbitrary<unknown> {
  switch (type) {
    case "string": {
      const byFormat = node.format === undefined ? undefined : formatted(node.format);
      if (byFormat !== undefined) return byFormat;
      if (node.enum !== undefined)
        return node.letterCase === undefined ? fc.constantFrom(...node.enum) : letterCases(node.enum);
      const least = node.minLength ?? 0;
      // A name of white space alone is a name nobody can find; programs do not have such.
      const readable = text.filter((entry) => least === 0 || !showsNothing(entry));
      // Letters with no one-to-one upper case cannot survive an API that folds case; its own words are plain ones.
      const free = node.letterCase === undefined ? readable : readable.filter((entry) => /^[\x00-\x7f]*$/.test(entry));
      return node.knownValues === undefined ? free : fc.oneof(letterCases(node.knownValues), free);
    }
    case "integer":
      return fc.integer({ min: -5, max: 100_000 });
    case "number":
      return finite;
    case "boolean":
      return fc.boolean();
    default:
      return fc.constant(null);
  }
}

/** Any valid value of a node of schema.json. */
export function valueOf(node: SchemaNode): fc.Arbitrary<unknown> {
  const types = node.type === undefined ? [] : [node.type].flat();
  if (types.length === 0) return jsonValue.filter((value) => value !== null);
  return fc.oneof(
    ...types.map((type) => {
      if (type === "array") return fc.array(valueOf(node.items ?? {}), { maxLength: 4 });
      if (type !== "object") return scalar(node, type);
      return node.properties === undefined ? freeObject : objectOf(node);
    }),
  );
}

function objectOf(node: SchemaNode): fc.Arbitrary<Record<string, unknown>> {
  const writable = Object.entries(node.properties ?? {}).filter(([, child]) => child.readOnly !== true);
  return fc.record(Object.fromEntries(writable.map(([name, child]) => [name, valueOf(child)])), {
    requiredKeys: [...(node.required ?? [])],
    noNullPrototype: true,
  });
}

const howToGoAboutIt = ["adopt", "deletionPolicy", "existingId", "allowAllContacts", "acceptedWarnings"];

/** Any valid inputs of a kind, without those that only say how to go about it. */
export function inputsOf(kindName: KindName): fc.Arbitrary<Record<string, unknown>> {
  const kind = kindSchema(kindName);
  const fields = kind.inputs.filter(({ name }) => !howToGoAboutIt.includes(name));
  const properties = Object.fromEntries(fields.map((field) => [field.name, field.node]));
  const inputs = objectOf({ properties, required: kind.node.required ?? [] });
  return kindName === "Campaign" ? inputs.map(meaningful) : inputs;
}

/** A campaign whose fields are valid beside one another. */
function meaningful(campaign: Record<string, unknown>): Record<string, unknown> {
  const { callTimeOfDayFrom: from, callTimeOfDayTo: to, startedAt, endedAt, ...rest } = campaign;
  const isEqual = to !== undefined && parseTimeOfDay(from) === parseTimeOfDay(to);
  const dates = [startedAt, endedAt].filter((day) => day !== undefined).sort();
  return {
    ...rest,
    ...(from === undefined ? {} : { callTimeOfDayFrom: from }),
    ...(to === undefined || isEqual ? {} : { callTimeOfDayTo: to }),
    ...(startedAt === undefined ? {} : { startedAt: dates[0] }),
    ...(endedAt === undefined ? {} : { endedAt: dates.at(-1) }),
    allowAllContacts: true,
  };
}
