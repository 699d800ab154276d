/** A preview waits for an API as long as it answers anything, and a few seconds where it answers nothing. */
import { kinds } from "../../../provider/kinds";
import { Run } from "../../../provider/ledger/run";
import { foresee } from "../../../provider/lifecycle/foresee";
import { Silent, unlessSilent } from "../../../provider/lifecycle/unlessSilent";
import { checked, contextFor, emulate, leastOf } from "../../support/context";
import { ownerOf } from "../../support/lifecycle";

const never = new Promise<never>(() => undefined);

describe("waiting", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const later = (seconds: number): Promise<string> =>
    new Promise((resolve) => setTimeout(() => resolve("answer"), seconds * 1_000));

  async function endOf(run: Run, work: Promise<unknown>): Promise<[outcome: unknown, seconds: number]> {
    const begun = Date.now();
    let end = Number.NaN;
    const outcome = unlessSilent(run, work)
      .catch((error: unknown) => (error instanceof Silent ? "silent" : (error as Error).message))
      .finally(() => (end = Date.now()));
    await jest.advanceTimersByTimeAsync(60_000);
    return [await outcome, Math.round((end - begun) / 1_000)];
  }

  it("ends with the answer, or the failure, or when nothing was answered for 5 s", async () => {
    expect(await endOf(new Run(), later(4))).toEqual(["answer", 4]);
    expect(await endOf(new Run(), Promise.reject(new Error("refused")))).toEqual(["refused", 0]);
    expect(await endOf(new Run(), never)).toEqual(["silent", 5]);
  });

  it("goes on as long as something else is answered", async () => {
    const run = new Run();
    const [slow] = await Promise.all([endOf(run, later(12)), endOf(run, later(4)), endOf(run, later(8))]);
    expect(slow).toEqual(["answer", 12]);
  });

  it("is no more once nothing was answered, until something is", async () => {
    const run = new Run();
    expect(await endOf(run, never)).toEqual(["silent", 5]);
    expect(await endOf(run, never)).toEqual(["silent", 0]);
    expect(await endOf(run, Promise.resolve("known"))).toEqual(["known", 0]);
    expect(await endOf(run, later(3))).toEqual(["answer", 3]);
  });
});

it("what is foreseen is not waited for where a list never comes, but for what is known without it", async () => {
  const context = contextFor(await emulate());
  const hanging = { ...context, inventory: { list: () => never } as unknown as typeof context.inventory };
  const inputs = checked(kinds.Campaign, leastOf.Campaign);
  jest.useFakeTimers();
  try {
    const begun = Date.now();
    const silent = expect(foresee(hanging, kinds.Campaign, inputs, ownerOf("spring"))).rejects.toThrow(
      "the API has answered nothing for 5 s",
    );
    await jest.advanceTimersByTimeAsync(5_000);
    await silent;
    const replaced = { id: "11111111-1111-4111-8111-111111111111", state: { ...inputs } };
    let end = Number.NaN;
    const known = foresee(hanging, kinds.Campaign, inputs, ownerOf("spring"), replaced).finally(
      () => (end = Date.now()),
    );
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await known).toMatchObject({ what: "made anew" });
    expect(end - begun).toBeLessThan(10_000);
  } finally {
    jest.useRealTimers();
  }
});
