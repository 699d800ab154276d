/** What is special about agents: dynamic variables go out as a list and come back as an object. */
import { aiAgentRules } from "./aiAgentRules";
import { plainKind, type Kind } from "./kind";
import { isBlank, isEmpty, isObject } from "../values/empty";
import { kindSchema } from "./schema";
import { sameFreeForm } from "./spelling";

/**
 * How a list of variables comes back as an object is not documented. Two readings are tried: all objects merged into
 * one, or one entry a place. If the live object fits neither, nothing can be told from it, and the declared value stands.
 */
function interpretVariables(declared: unknown, live: unknown): unknown {
  if (!Array.isArray(declared)) return live;
  const entries = declared.filter(isObject);
  const merged = Object.fromEntries(entries.flatMap((entry) => Object.entries(entry)));
  // The documentation's own sample, [{}], merges into nothing; nothing is answered in several forms.
  if (isBlank(merged) && isEmpty(live)) return declared;
  if (!isObject(live)) return live;
  const list = placesIn(live);
  const hasNames = Object.keys(merged).some((name) => Object.hasOwn(live, name));
  if (list !== undefined && !hasNames) return list;
  if (sameFreeForm(merged, live) || sameFreeForm(declared, list)) return declared;
  return list ?? (hasNames ? divided(declared, live) : declared);
}

/** The entries of an object whose keys are the places of a list. */
function placesIn(live: Readonly<Record<string, unknown>>): unknown[] | undefined {
  const places = Object.values(live);
  const areInOrder = Object.keys(live).every((key, index) => key === String(index));
  return places.length > 0 && areInOrder && places.every((entry) => typeof entry === "object") ? places : undefined;
}

/** A merged live object as the list it was merged of: each value is that of the last entry which has its name. */
function divided(declared: readonly unknown[], live: Readonly<Record<string, unknown>>): unknown[] {
  const last = new Map(
    declared.flatMap((entry, index) =>
      isObject(entry) ? Object.keys(entry).map((name) => [name, index] as const) : [],
    ),
  );
  return declared.map((entry, index) =>
    isObject(entry)
      ? Object.fromEntries(
          Object.entries(entry).flatMap(([name, value]) => {
            if (last.get(name) !== index) return [[name, value]];
            return Object.hasOwn(live, name) ? [[name, live[name]]] : value === null ? [[name, value]] : [];
          }),
        )
      : entry,
  );
}

export const aiAgent: Kind = {
  ...plainKind(kindSchema("AiAgent")),
  rules: aiAgentRules,
  interpret: (field, declared, live) => (field === "agentDynamicVariables" ? interpretVariables(declared, live) : live),
};
