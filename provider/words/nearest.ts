/** The candidate a mistyped word was most likely meant to be, or undefined if none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  const list = [...candidates];
  const longer = list.filter((candidate) => word.length >= 3 && fold(candidate).startsWith(fold(word)));
  if (longer.length === 1) return longer[0];
  for (const candidate of list) {
    const distance = editDistance(fold(word), fold(candidate), bestDistance + 1);
    // Of two equally near, the one that begins alike: "munday" is Monday, not Sunday.
    const beginsAlike = (text: string): boolean => fold(text)[0] === fold(word)[0];
    if (
      distance < bestDistance ||
      (distance === bestDistance && best !== undefined && beginsAlike(candidate) && !beginsAlike(best))
    )
      [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** All candidates near a word, nearest first, `limit` at most. */
export function nearestFew(word: string, candidates: Iterable<string>, limit = 5): string[] {
  const scored = [...new Set(candidates)].map((candidate) => ({
    candidate,
    distance: fold(candidate).includes(fold(word)) ? 0 : editDistance(fold(word), fold(candidate), word.length),
  }));
  return scored
    .filter(({ distance }) => distance <= Math.max(2, Math.floor(word.length / 2)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

const fold = (text: string): string => text.toLowerCase().replace(/[\s_-]/g, "");

/** Edits (insert, delete, replace, swap of neighbours) between two words; stops counting at `ceiling`. */
function editDistance(a: string, b: string, ceiling: number): number {
  if (Math.abs(a.length - b.length) >= ceiling) return ceiling;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      row.push(value);
    }
    [before, previous] = [previous, row];
  }
  return previous[b.length] ?? ceiling;
}
