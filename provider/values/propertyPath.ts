/** Pulumi's paths of properties: `notes`, `steps[0].webhookUrl`, `agentFlow["a.b"]`, `steps[*].webhookUrl`, `*`. Pure. */
import { isObject } from "./empty";

/** The asterisk stands for every key, or every entry. */
export type PropertyPath = readonly (string | number)[];

/** Undefined: the text is no path. */
export function parsePath(text: string): PropertyPath | undefined {
  const path: (string | number)[] = [];
  const segment = /(\.?)(?:([^.[]+)|\["((?:\\"|[^"])*)"\]|\[(\d+|\*)\])/y;
  while (segment.lastIndex < text.length) {
    const found = segment.exec(text);
    if (found === null || (path.length === 0 && found[1] !== "")) return undefined;
    const [, , bare, quoted, index] = found;
    path.push(bare ?? quoted?.replaceAll('\\"', '"') ?? (index === "*" ? index : Number(index)));
  }
  return path.length === 0 ? undefined : path;
}

/**
 * The value with what the path names as it is in another one, as an engine puts back what is ignored: nothing on the way is
 * made, and no list gets another length. Where the path leads nowhere in one of the two, the value as it was.
 */
export function withPart(value: unknown, [key, ...rest]: PropertyPath, from: unknown): unknown {
  if (key === undefined) return from;
  if (Array.isArray(value)) return Array.isArray(from) ? withEntries(value, [key, ...rest], from) : value;
  if (!isObject(value) || !isObject(from)) return value;
  if (key === "*" && rest.length === 0) return from;
  const names = key === "*" ? Object.keys(value) : [String(key)];
  return names.reduce((whole, name) => withProperty(whole, name, rest, from), value);
}

function withProperty(
  value: Record<string, unknown>,
  name: string,
  rest: PropertyPath,
  from: Record<string, unknown>,
): Record<string, unknown> {
  if (Object.hasOwn(from, name) && (rest.length === 0 || Object.hasOwn(value, name)))
    return { ...value, [name]: withPart(value[name], rest, from[name]) };
  if (rest.length > 0) return value;
  return Object.fromEntries(Object.entries(value).filter(([each]) => each !== name));
}

function withEntries(value: readonly unknown[], [key, ...rest]: PropertyPath, from: readonly unknown[]): unknown {
  if (value.length !== from.length) return value;
  return value.map((entry, index) => (key === "*" || key === index ? withPart(entry, rest, from[index]) : entry));
}
