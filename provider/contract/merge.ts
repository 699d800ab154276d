/** What was learned now, over what was learned before: what this time could not see stays, with the day on which it was seen. */
import { idPlaces, tellsId } from "./idPlaces";
import type { Contract, KindFacts } from "./types";

/** @param before the contract as it was; @param now what was seen today */
export function mergedOver(before: Contract | undefined, now: Contract): Contract {
  if (before === undefined) return now;
  const kinds: Record<string, KindFacts | undefined> = { ...before.kinds };
  for (const [kind, facts] of Object.entries(now.kinds) as [string, KindFacts][])
    kinds[kind] = mergedFacts(kinds[kind] ?? {}, facts);
  return {
    ...now,
    $schema: before.$schema,
    writesTried: before.writesTried || now.writesTried,
    routes: { ...before.routes, ...now.routes },
    answers: mergedSection(before.answers, now.answers),
    kinds,
  };
}

function mergedFacts(before: KindFacts, now: KindFacts): KindFacts {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])] as (keyof KindFacts)[];
  const merged = names.map((name) => {
    const [old, fresh] = [before[name], now[name]];
    if (fresh === undefined) return [name, old];
    // Where an ID stands is only unlearned in places that were looked at; what was tried and hidden stays so until then.
    if (name === "idIn")
      return [name, idPlaces.filter((place) => tellsId(now, place) ?? before.idIn?.includes(place) ?? false)];
    return [name, Array.isArray(fresh) ? fresh : mergedSection(old as object | undefined, fresh as object)];
  });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined)) as KindFacts;
}

/** The day of a section says that all of it was seen then, or later. */
function mergedSection<Section extends object>(
  before: Section | undefined,
  now: Section | undefined,
): Section | undefined {
  if (before === undefined || now === undefined) return now ?? before;
  const isAllOfIt = Object.keys(before).every((name) => name in now);
  return isAllOfIt || !("day" in before) ? now : { ...before, ...now, day: before.day };
}
