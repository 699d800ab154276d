/**
 * Works on several items at a time, in their order. Once `stop` is aborted no more are begun, and those under way end
 * properly. Gives what came of each that was begun.
 */
export async function sideBySide<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  stop: AbortSignal,
  work: (item: Item) => Promise<Result>,
): Promise<Map<Item, Result>> {
  const results = new Map<Item, Result>();
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (;;) {
      const item = stop.aborted ? undefined : waiting.shift();
      if (item === undefined) return;
      results.set(item, await work(item));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
