/** All mistakes in one report: told by each check, refused once there are no more checks. */
import { Mistakes } from "../../../provider/native/mistakes";
import { failureOf } from "../../support/context";

let now = 0;
const slept: number[] = [];
let whileAsleep: (() => void) | undefined;
const clock = {
  now: () => now,
  sleep: (ms: number): Promise<void> => {
    slept.push(ms);
    now += ms;
    whileAsleep?.();
    whileAsleep = undefined;
    return Promise.resolve();
  },
};
beforeEach(() => {
  now = 1_000;
  slept.length = 0;
});

it("lets a resource without mistakes go on at once", async () => {
  const mistakes = new Mistakes(clock);
  mistakes.checked("urn:a", 0);
  await mistakes.refuse("urn:a");
  await mistakes.refuse("urn:never-checked");
  expect(slept).toEqual([]);
});

it("refuses one with mistakes when no check came for a while", async () => {
  const mistakes = new Mistakes(clock);
  mistakes.checked("urn:a", 2);
  whileAsleep = () => mistakes.checked("urn:b", 1);
  expect((await failureOf(mistakes.refuse("urn:a"))).message).toContain("There are 2 problems");
  expect(slept).toEqual([400, 400]);
  expect((await failureOf(mistakes.refuse("urn:b"))).message).toContain("There is a problem");
});

it("lets it go on once its program is mended", async () => {
  const mistakes = new Mistakes(clock);
  mistakes.checked("urn:a", 2);
  mistakes.checked("urn:a", 0);
  await mistakes.refuse("urn:a");
});

it("tells the same text of a resource once", () => {
  const mistakes = new Mistakes(clock);
  expect(mistakes.unreported("urn:a", ["one", "two"])).toEqual(["one", "two"]);
  expect(mistakes.unreported("urn:a", ["two", "three"])).toEqual(["three"]);
  expect(mistakes.unreported("urn:b", ["two"])).toEqual(["two"]);
});
