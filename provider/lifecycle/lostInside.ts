/**
 * What an update has taken out of an object or a step that the program declares, and the program never had there. A server
 * adds keys of its own, so a key that nobody declared is no drift, and cannot be told from somebody's. But an object is
 * written as the program has it: what the API does not show after that any more, and showed before, was somebody's, and is
 * told.
 */
import { innerKeys, type InnerKey } from "../kinds/innerKeys";
import type { Properties } from "../kinds/normalForm";
import { isEmpty } from "../values/empty";
import { table } from "../words/table";
import type { Context } from "./context";
import type { Making } from "./created";
import { secretsOf } from "./secrets";

/**
 * @param state what the program had before: what it takes out itself is not lost
 * @param after what was read back; a field that is not shown is not told of
 */
export function tellLostInside(
  context: Context,
  { identity: { kind, words }, inputs }: Making,
  id: string,
  state: Properties = {},
  before: Properties,
  after: Properties,
): void {
  const secrets = secretsOf(kind, inputs, state);
  const rows = kind.content
    .filter(({ name }) => !isEmpty(inputs[name]) && !isEmpty(after[name]))
    .flatMap(({ name }) => {
      const known = [inputs, state, after].flatMap((side) => innerKeys(side[name], name));
      return outermost(innerKeys(before[name], name), new Set(known.map(({ path }) => path))).map(
        ({ path, key, value }) => [secrets.scrub(path), secrets.shownInside(name, key, value)],
      );
    });
  if (rows.length === 0) return;
  context.note(
    `${words} (ID ${id}): the update has taken out what is not in the program, inside of what it declares:\n` +
      `${table([["key", "before"], ...rows]).replace(/^/gm, "  ")}\nIf it is to be there, declare it.`,
  );
}

/** Keys whose names are not known, each name once, without those inside another one. */
function outermost(keys: readonly InnerKey[], known: ReadonlySet<string>): InnerKey[] {
  const told = new Set(known);
  let last: string | undefined;
  return keys.filter(({ path }) => {
    if (last !== undefined && (path.startsWith(`${last}.`) || path.startsWith(`${last}[]`))) return false;
    if (told.has(path)) return false;
    told.add(path);
    last = path;
    return true;
  });
}
