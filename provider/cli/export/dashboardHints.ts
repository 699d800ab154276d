/**
 * Hints from an answer of the dashboard's own requests, saved as JSON: a list of objects on the wire, alone or in an
 * envelope, with the IDs and fields that the API's lists hide. That the dashboard's answers look like this is inferred: nothing documents them.
 */
import { isAlive, isItem, readLive, reportedId, reportedName, type Item } from "../../api/object";
import { kinds } from "../../kinds";
import type { Kind } from "../../kinds/kind";
import { listedKinds, type ListedKindName } from "../../kinds/schema";
import { isUuid } from "../../kinds/formats";
import type { GivenAnswers } from "./hintsFile";

/** The objects of a saved answer; undefined where the JSON is none. */
export function savedObjects(content: unknown): readonly unknown[] | undefined {
  if (Array.isArray(content)) return content as unknown[];
  if (!isItem(content) || listedKinds.some((kind) => kind in content)) return undefined;
  if (Array.isArray(content["data"])) return content["data"] as unknown[];
  return isItem(content["data"]) ? [content["data"]] : undefined;
}

/**
 * Of each object that lives its ID, and what it tells of fields that the API hides. Of several with one name nobody can tell which is
 * meant, so none of them answers.
 */
export function readSavedObjects(
  objects: readonly unknown[],
  onProblem: (place: string, problem: string) => void,
): GivenAnswers[] {
  const found = objects.flatMap((object, index): GivenAnswers[] => {
    if (isItem(object) && !isAlive(object)) return [];
    const place = `, entry ${index + 1}`;
    const kind = isItem(object) ? kindOf(object) : undefined;
    if (!isItem(object) || kind === undefined) {
      onProblem(
        place,
        `It is no ${listedKinds.map((name) => kinds[name].noun).join(", ")} that can be told by its fields.`,
      );
      return [];
    }
    const name = reportedName(kinds[kind], object);
    if (typeof name !== "string" || name.trim() === "") {
      onProblem(place, `The ${kinds[kind].noun} has no ${kinds[kind].naturalKey}.`);
      return [];
    }
    return [{ kind, name, answers: answersOf(kinds[kind], object), place }];
  });
  return found.filter(
    ({ kind, name }) => found.filter((other) => other.kind === kind && other.name === name).length === 1,
  );
}

function answersOf(kind: Kind, object: Item): Record<string, unknown> {
  const id = reportedId(object);
  const { fields } = readLive(kind, object);
  const hidden = kind.content
    .filter(({ node, wireName }) => node.readBack === "hidden" && object[wireName] !== undefined)
    .map(({ name }) => [name, fields[name] ?? null] as const);
  return { ...(id !== undefined && isUuid(id) ? { id } : {}), ...Object.fromEntries(hidden) };
}

/** The one kind that has its name and more fields of this object than any other kind. */
function kindOf(object: Item): ListedKindName | undefined {
  const scores = listedKinds
    .filter((kind) => typeof reportedName(kinds[kind], object) === "string")
    .map((kind) => ({ kind, score: kinds[kind].fields.filter(({ wireName }) => wireName in object).length }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scores;
  return best === undefined || best.score < 2 || best.score === next?.score ? undefined : best.kind;
}
