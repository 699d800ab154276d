/** What changes, by path: `steps[1].webhookUrl`. Pure. */
import { isObject } from "../values/empty";
import { propertyPath } from "../words/diagnostic";
import { stableText, type Properties } from "../kinds/normalForm";

export interface Change {
  readonly path: string;
  readonly kind: "ADD" | "DELETE" | "UPDATE";
}

type Segments = readonly (string | number)[];

/** The changes of these properties, from what was declared to what is. */
export const changesOf = (names: readonly string[], before: Properties, now: Properties): Change[] =>
  names.flatMap((name) => changes([name], before[name], now[name]));

function changes(path: Segments, before: unknown, now: unknown): Change[] {
  const isNothing = (value: unknown): boolean => value === undefined || value === null;
  if (stableText(before) === stableText(now)) return [];
  if (isNothing(before)) return [{ path: pathOf(path), kind: "ADD" }];
  if (isNothing(now)) return [{ path: pathOf(path), kind: "DELETE" }];
  if (Array.isArray(before) && Array.isArray(now)) {
    const length = Math.max(before.length, now.length);
    return Array.from({ length }, (_, index) => changes([...path, index], before[index], now[index])).flat();
  }
  if (isObject(before) && isObject(now)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(now)]);
    return [...keys].flatMap((key) => changes([...path, key], before[key], now[key]));
  }
  return [{ path: pathOf(path), kind: "UPDATE" }];
}

/** Keys of free-form objects may hold anything: such a one is quoted. */
function pathOf(segments: Segments): string {
  const plainKey = /^[A-Za-z_$][\w$]*$/;
  if (segments.every((segment) => typeof segment === "number" || plainKey.test(segment))) return propertyPath(segments);
  return segments
    .map((segment, index) => {
      if (typeof segment === "number") return `[${segment}]`;
      if (plainKey.test(segment)) return index === 0 ? segment : `.${segment}`;
      return `["${segment.replaceAll(/["\\]/g, "\\$&")}"]`;
    })
    .join("");
}
