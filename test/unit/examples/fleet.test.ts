/** What the fleet goes by: how many stacks run at a time, when no more are begun, and which failures say so. */

// The example is ES modules that Node runs as they are, hence the dynamic imports in a CommonJS test.
const modules = async () => ({
  ...(await import("../../../examples/fleet/sideBySide.mts")),
  ...(await import("../../../examples/fleet/failures.mts")),
});

describe("side by side", () => {
  /** Work that ends when the test says so. */
  function stage() {
    const ends = new Map<string, () => void>();
    const begun: string[] = [];
    const stop = new AbortController();
    const work = async (item: string): Promise<string> => {
      begun.push(item);
      await new Promise<void>((resolve) => ends.set(item, resolve));
      return `${item} done`;
    };
    const end = async (item: string): Promise<void> => {
      ends.get(item)?.();
      await new Promise(setImmediate);
    };
    return { begun, stop, work, end };
  }

  test("so many are under way at a time, in their order, and the next begins when one ends", async () => {
    const { sideBySide } = await modules();
    const { begun, stop, work, end } = stage();
    const all = sideBySide(["a", "b", "c"], 2, stop.signal, work);
    expect(begun).toEqual(["a", "b"]);
    await end("b");
    expect(begun).toEqual(["a", "b", "c"]);
    await end("a");
    await end("c");
    expect(await all).toEqual(
      new Map([
        ["b", "b done"],
        ["a", "a done"],
        ["c", "c done"],
      ]),
    );
  });

  test("once it is stopped none is begun, and what is under way comes to its end", async () => {
    const { sideBySide } = await modules();
    const { begun, stop, work, end } = stage();
    const all = sideBySide(["a", "b", "c", "d"], 2, stop.signal, work);
    stop.abort();
    await end("a");
    await end("b");
    expect([...(await all).keys()]).toEqual(["a", "b"]);
    expect(begun).toEqual(["a", "b"]);
  });
});

describe("a failure", () => {
  test.each([
    ["GET /agents (documented): https://api.callab.ai/v1/agents: HTTP 401, the API does not accept the token", /token/],
    ["error: There is no API token. Set it with `pulumi config set`", /token/],
    ["error: 2 problems in this program; nothing was changed.", /mistakes in the program/],
    ["error: Running program '/work/index.ts' failed with an unhandled exception:", /does not run/],
    ["nothing answers at this address (connection refused): http://127.0.0.1:9/v1/", /out of reach/],
  ])("that would meet every stack is known: %s", async (output, words) => {
    const { failureIn } = await modules();
    expect(failureIn(output)).toEqual({ isShared: true, words: expect.stringMatching(words) as string });
  });

  test.each([
    ['error: campaign "Delivery survey" was changed since', 'campaign "Delivery survey" was changed since'],
    ["something else", "see its log"],
  ])("of one stack alone is told in the engine's words: %s", async (output, words) => {
    const { failureIn } = await modules();
    expect(failureIn(output)).toEqual({ isShared: false, words });
  });
});
