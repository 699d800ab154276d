/** What somebody with the dashboard at hand would answer: the open questions of a hints file, from the objects as they are. */
import type { StoredObject } from "../../../emulator";
import { kindSchema, type ListedKindName } from "../../../provider/kinds/schema";

export type Truth = Readonly<Record<ListedKindName, readonly StoredObject[]>>;

/** The text of the hints file with every question answered. */
export function answered(hintsText: string, truth: Truth): string {
  const hints = JSON.parse(hintsText) as Record<string, Record<string, Record<string, unknown>>>;
  for (const [kind, objects] of Object.entries(hints)) {
    if (kind.startsWith("$")) continue;
    const schema = kindSchema(kind as ListedKindName);
    const isOpen = (value: unknown): boolean => value === "?";
    const everywhere = Object.keys(objects["*"] ?? {}).filter((field) => isOpen(objects["*"]?.[field]));
    for (const live of truth[kind as ListedKindName]) {
      const name = live[schema.field(schema.naturalKey)?.wireName ?? "name"];
      if (typeof name !== "string") throw new Error(`a ${kind} without a name`);
      const own = (objects[name] ??= {});
      const open = Object.keys(own).filter((field) => isOpen(own[field]));
      for (const field of [...open, ...everywhere]) own[field] = live[schema.field(field)?.wireName ?? field] ?? null;
    }
    delete objects["*"];
  }
  return JSON.stringify(hints, null, 2);
}
