/**
 * What an account does otherwise than a contract says. Only what was looked at both times is compared, and what depends on
 * which objects there are is no change: a field that held nothing but null then, and a value now.
 */
import { idPlaces, tellsId } from "./idPlaces";
import type { Contract, KindFacts, RouteFact, Shown } from "./types";

/** One change: `Campaign.list: call_progress is no longer shown`. */
export interface Change {
  /** Where in the file, with dots. */
  readonly at: string;
  readonly was: string;
  readonly is: string;
}

export function differences(before: Contract, now: Contract): readonly Change[] {
  const routes = keysOf(now.routes).flatMap((key) =>
    routeChanges(`routes.${key}`, before.routes[key], now.routes[key]),
  );
  const answers = factChanges("answers", before.answers, now.answers);
  const kinds = keysOf(now.kinds).flatMap((kind) => kindChanges(kind, before.kinds[kind], now.kinds[kind]));
  return [...routes, ...answers, ...kinds];
}

export const changeInWords = ({ at, was, is }: Change): string => `${at}: ${was}, now ${is}`;

const keysOf = <Key extends string>(object: { readonly [key in Key]?: unknown }): Key[] => Object.keys(object) as Key[];

function routeChanges(at: string, before: RouteFact | undefined, now: RouteFact | undefined): Change[] {
  if (before === undefined || now === undefined || before.route === now.route) return [];
  const words = (route: string | null): string => route ?? "not there";
  // The best of several that work may be another one each time.
  if (before.route !== null && now.also?.includes(before.route) === true) return [];
  return [{ at, was: words(before.route), is: words(now.route) }];
}

function kindChanges(kind: string, before: KindFacts | undefined, now: KindFacts | undefined): Change[] {
  if (before === undefined || now === undefined) return [];
  const sections = keysOf<keyof KindFacts>(now);
  const mayLack = (now.spelling?.unset ?? before.spelling?.unset) === "absent";
  return sections.flatMap((name) => {
    const at = `${kind}.${name}`;
    switch (name) {
      case "list":
      case "read":
        return shownChanges(at, before[name], now[name], mayLack);
      case "idIn":
        return idChanges(at, before, now);
      // How long it was this time says nothing of the next.
      case "lag":
        return [];
      default:
        return factChanges(at, before[name], now[name]);
    }
  });
}

const all = ({ fields, nullOnly }: Shown): readonly string[] => [...fields, ...nullOnly];

function shownChanges(at: string, before: Shown | undefined, now: Shown | undefined, mayLack: boolean): Change[] {
  if (before === undefined || now === undefined) return [];
  const [then, today] = [all(before), all(now)];
  const gone = mayLack ? [] : then.filter((name) => !today.includes(name));
  const come = mayLack ? [] : today.filter((name) => !then.includes(name));
  return [
    ...gone.map((name) => ({ at: `${at}.fields`, was: `${name} shown`, is: `${name} not shown` })),
    ...come.map((name) => ({ at: `${at}.fields`, was: `${name} not shown`, is: `${name} shown` })),
  ];
}

function idChanges(at: string, before: KindFacts, now: KindFacts): Change[] {
  return idPlaces.flatMap((place) => {
    const [was, is] = [tellsId(before, place), tellsId(now, place)];
    const words = (isThere: boolean): string => `${isThere ? "an ID" : "no ID"} in ${place}`;
    return was === undefined || is === undefined || was === is ? [] : [{ at, was: words(was), is: words(is) }];
  });
}

/** Facts of one section, of which each has one value. */
function factChanges(at: string, before: unknown, now: unknown): Change[] {
  if (Array.isArray(now) || typeof now !== "object" || now === null) {
    const isSame = before === undefined || textOf(before) === textOf(now);
    return isSame ? [] : [{ at, was: textOf(before), is: textOf(now) }];
  }
  const [then, today] = [before as Record<string, unknown> | undefined, now as Record<string, unknown>];
  return Object.keys(today)
    .filter((name) => name !== "day")
    .flatMap((name) => factChanges(`${at}.${name}`, then?.[name], today[name]));
}

const textOf = (value: unknown): string => {
  if (Array.isArray(value))
    return value.length === 0 ? "none" : [...(value as unknown[])].map(String).sort().join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
};
