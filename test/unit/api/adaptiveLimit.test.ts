/** How the limit of requests at once follows what comes back: rises one by one, is halved, and remembers where it went wrong. */
import { AdaptiveLimit, START, type Begun, type Sign } from "../../../provider/api/adaptiveLimit";

/** An API whose requests are all sent and answered together, round by round. */
class Rounds {
  at = 0;

  constructor(readonly limit: AdaptiveLimit) {}

  /** As many as are allowed at once, or `level`, all with the same end after `ms`. */
  round(sign: Sign, { ms = 50, level = this.limit.height }: { ms?: number; level?: number } = {}): number {
    const begun = Array.from({ length: level }, (_, index): Begun => this.limit.begin(index + 1, this.at));
    this.at += ms;
    // Where some are too many, those that were sent last are.
    for (const each of begun.toReversed()) this.limit.end(each, { at: this.at, sign, route: "campaign.read" });
    return this.limit.height;
  }

  rounds(count: number, sign: Sign, more?: { ms?: number; level?: number }): number[] {
    return Array.from({ length: count }, () => this.round(sign, more));
  }
}

const rounds = (ceiling = 32): Rounds => new Rounds(new AdaptiveLimit(ceiling));

it("begins at eight, or at the ceiling where that is lower", () => {
  expect(new AdaptiveLimit(32).height).toBe(START);
  expect(new AdaptiveLimit(3).height).toBe(3);
});

it("rises by one a round, up to the ceiling", () => {
  expect(rounds(11).rounds(5, "answered")).toEqual([9, 10, 11, 11, 11]);
});

it("rises where the API refuses what is asked for: that is an answer, too", () => {
  expect(rounds().rounds(2, "refused")).toEqual([9, 10]);
});

it("does not rise where no more is wanted", () => {
  expect(rounds().rounds(9, "answered", { level: 4 }).at(-1)).toBe(START);
});

it("is halved by a 429, once for all that were under way, down to one", () => {
  expect(rounds().rounds(5, "tooMuch")).toEqual([4, 2, 1, 1, 1]);
});

it("learns nothing from answers to what was sent before it was halved", () => {
  const limit = new AdaptiveLimit(32);
  const before = Array.from({ length: 8 }, (_, index) => limit.begin(index + 1, 0));
  const [first, ...others] = before;
  if (first !== undefined) limit.end(first, { at: 10, sign: "tooMuch", route: "campaign.read" });
  for (const each of others) limit.end(each, { at: 50, sign: "answered", route: "campaign.read" });
  expect(limit.height).toBe(4);
});

it("is halved by an answer that does not come, but not below where it began", () => {
  const api = rounds();
  api.rounds(12, "answered");
  expect(api.limit.height).toBe(20);
  expect(api.rounds(3, "trouble")).toEqual([10, 8, 8]);
});

it("is not brought up to where it began by an answer that does not come", () => {
  const api = rounds();
  api.rounds(2, "tooMuch");
  expect(api.round("trouble")).toBe(2);
});

describe("answers that come twice as late as the quickest", () => {
  it("halve it, but not below where it began", () => {
    const api = rounds();
    api.rounds(12, "answered");
    expect(api.round("answered", { ms: 99 })).toBe(21);
    expect(api.rounds(3, "answered", { ms: 110 })).toEqual([10, 8, 8]);
  });

  it("change nothing where one of the round was as quick as ever", () => {
    const { limit } = rounds();
    const end = (begun: Begun, at: number): void => limit.end(begun, { at, sign: "answered", route: "campaign.read" });
    const round = (at: number, ...ms: number[]): void => {
      const begun = Array.from({ length: limit.height }, (_, index) => limit.begin(index + 1, at));
      for (const [index, each] of begun.entries()) end(each, at + (ms[index] ?? ms.at(-1) ?? 0));
    };
    round(0, 50);
    round(1_000, 50, 500);
    expect(limit.height).toBe(10);
  });

  it("change nothing where they are a few milliseconds late", () => {
    const api = rounds();
    api.round("answered", { ms: 2 });
    expect(api.rounds(3, "answered", { ms: 20 })).toEqual([10, 11, 12]);
  });

  it("are the API's own pace after a minute", () => {
    const api = rounds();
    api.round("answered", { ms: 50 });
    expect(api.limit.height).toBe(9);
    expect(api.round("answered", { ms: 200 })).toBe(START);
    api.at += 60_000;
    api.round("answered", { ms: 200 });
    api.at += 60_000;
    expect(api.rounds(2, "answered", { ms: 200 }).at(-1)).toBeGreaterThan(START);
  });
});

describe("the level at which it was too much", () => {
  /** Answers 429 to whatever is above a level. */
  const capped = (api: Rounds, cap: number, count: number): number[] =>
    Array.from({ length: count }, () => api.round(api.limit.height > cap ? "tooMuch" : "answered"));

  it("is gone to again soon after it was found, and quickly, but no further", () => {
    expect(capped(rounds(), 9, 9)).toEqual([9, 10, 5, 7, 8, 9, 9, 9, 9]);
  });

  it("is tried again after a while that doubles each time", () => {
    const api = rounds();
    const tries: number[] = [];
    while (api.at < 200_000) {
      if (api.limit.height === 10) tries.push(api.at);
      capped(api, 9, 1);
    }
    const waits = tries.slice(1).map((at, index) => Math.round((at - (tries[index] ?? 0)) / 1_000));
    expect(waits).toEqual([10, 20, 40, 80]);
  });

  it("is forgotten once it goes well", () => {
    const api = rounds();
    capped(api, 9, 9);
    api.at += 10_000;
    expect(api.rounds(4, "answered")).toEqual([10, 11, 12, 13]);
  });

  it("is not to blame where it went well before: the way back leads there, and beyond", () => {
    const api = rounds();
    api.rounds(4, "answered");
    expect(api.round("answered")).toBe(13);
    // At twelve a round went well, and now twelve are too many: something else has changed.
    api.round("tooMuch", { level: 12 });
    expect(api.limit.height).toBe(6);
    expect(api.rounds(5, "answered")).toEqual([9, 11, 12, 13, 14]);
  });
});
