/** The answers that may tell the ID of an object. `idIn` names those that do; which were seen at all, their own sections say. */
import type { KindFacts } from "./types";

type IdPlace = NonNullable<KindFacts["idIn"]>[number];

export const idPlaces: readonly IdPlace[] = ["create", "list", "read"];

/** Whether the answer tells the ID; undefined where no such answer was seen. */
export const tellsId = (facts: KindFacts, place: IdPlace): boolean | undefined =>
  facts[place] === undefined ? undefined : (facts.idIn?.includes(place) ?? false);
