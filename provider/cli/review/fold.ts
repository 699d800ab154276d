/** Changes that are alike are told once, with a list of those they happen to. */

/** Groups by a key, each where its first member is. */
export function folded<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): (readonly Entry[])[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups.values()];
}
