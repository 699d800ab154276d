/** The form of what stands in the ledger's files: which fields each kind of line has, for what comes from a file. */
import { isUtf8 } from "node:buffer";

/** What every line says of itself. */
interface Line {
  readonly step: string;
}

type Type = "string" | "number" | "boolean";
type TypeOf<Value> = Value extends string ? "string" : Value extends number ? "number" : "boolean";
type Fields<One> = {
  readonly [Field in Exclude<keyof One, "step">]-?: undefined extends One[Field]
    ? `${TypeOf<NonNullable<One[Field]>>}?`
    : TypeOf<One[Field]>;
};

/** By step: the fields of a line with their types; `?` behind those that may be left out. */
export type Form<Any extends Line> = {
  readonly [Step in Any["step"]]: Fields<Extract<Any, { readonly step: Step }>>;
};

/** Reads lines of a form. What is none gives undefined; fields that a later version has added are let through. */
export function lineReader<Any extends Line>(form: Form<Any>): (line: Buffer) => Any | undefined {
  const checks = new Map(
    Object.entries<Readonly<Record<string, string>>>(form).map(([name, types]) => [
      name,
      Object.entries(types).map(([field, type]) => ({
        field,
        type: type.replace("?", "") as Type,
        isOptional: type.endsWith("?"),
      })),
    ]),
  );
  const isLine = (value: unknown): value is Any => {
    const line = (value ?? {}) as Readonly<Record<string, unknown>>;
    return (
      checks.get(line["step"] as string)?.every(({ field, type, isOptional }) => {
        if (!Object.hasOwn(line, field)) return isOptional;
        const content = line[field];
        // A number that is too large is read as Infinity.
        return typeof content === type && (type !== "number" || Number.isFinite(content));
      }) ?? false
    );
  };
  return (line) => {
    if (!isUtf8(line)) return undefined;
    try {
      const value: unknown = JSON.parse(line.toString());
      return isLine(value) ? value : undefined;
    } catch {
      return undefined;
    }
  };
}
