/** The one place that decides whether a request is sent again, and when. */
import { CallabError, type Failure, type Outcome } from "../../../provider/api/errors";
import { pauseBeforeRetry, retryPolicy } from "../../../provider/api/retry";
import { routesWith } from "../../../provider/api/routes";

const [route] = routesWith({}).of("Campaign", "create");
if (route === undefined) throw new Error("no route");

const failure = (outcome: Outcome, more: Partial<Failure> = {}): CallabError =>
  new CallabError({ route, outcome, reason: "a reason", ...more });

const policy = { ...retryPolicy(4), random: () => 0.5 };
const first = 0;

describe.each<[Outcome, boolean, boolean]>([
  ["notDone", true, true],
  ["notDone", false, true],
  ["unknown", true, true],
  // A create whose answer was lost may have been done: it is looked for, never sent again.
  ["unknown", false, false],
  ["refused", true, false],
  ["refused", false, false],
])("outcome %s, repeatable: %s", (outcome, repeatable, again) => {
  it(again ? "is sent again" : "is final", () => {
    expect(pauseBeforeRetry(failure(outcome), repeatable, first, policy) !== undefined).toBe(again);
  });

  it.each([429, 500, 502, 503, 200, 404])("whatever the HTTP status (%i)", (status) => {
    expect(pauseBeforeRetry(failure(outcome, { status }), repeatable, first, policy) !== undefined).toBe(again);
  });
});

it("gives up after as many retries as configured", () => {
  const attempts = (maxRetries: number): number => {
    let attempt = 0;
    while (pauseBeforeRetry(failure("notDone"), true, attempt, { ...policy, maxRetries }) !== undefined) attempt++;
    return attempt;
  };
  expect(attempts(4)).toBe(4);
  expect(attempts(0)).toBe(0);
});

it("waits longer each time, up to a cap, and anything from nothing to that", () => {
  const pauses = (random: () => number): (number | undefined)[] =>
    [0, 1, 2, 3, 4, 5, 6, 7].map((attempt) =>
      pauseBeforeRetry(failure("notDone"), true, attempt, { ...retryPolicy(99), random }),
    );
  expect(pauses(() => 1)).toEqual([250, 500, 1000, 2000, 4000, 8000, 8000, 8000]);
  expect(pauses(() => 0)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});

describe("Retry-After", () => {
  it("is honoured to the millisecond, up to a cap", () => {
    const after = (retryAfter: number): number | undefined =>
      pauseBeforeRetry(failure("notDone", { status: 429, retryAfter }), false, first, policy);
    expect(after(0)).toBe(0);
    expect(after(1_500)).toBe(1_500);
    expect(after(60_000)).toBe(60_000);
    expect(after(60_001)).toBeUndefined();
  });

  it("does not make a request repeatable that is not", () => {
    expect(pauseBeforeRetry(failure("unknown", { status: 503, retryAfter: 1 }), false, first, policy)).toBeUndefined();
  });
});
