/** Prints: whether a field still holds what it held, and nothing that a guess at a secret could be held against. */
import { Printer } from "../../../provider/ledger/prints";

const ours = new Printer("https://api.example.com t0ken");
const theirs = new Printer("https://api.example.com another");
const values = { name: "Spring", pin: "4711", tags: [], unset: null };
const isSecret = (name: string): boolean => name === "pin" || name === "unset";
const prints = ours.print(values, isSecret);

it("tell whether a field holds what it held, and nothing of fields without one", () => {
  for (const [name, value] of Object.entries(values)) expect(ours.heldThen(prints, name, value)).toBe(true);
  expect(ours.heldThen(prints, "name", "Autumn")).toBe(false);
  expect(ours.heldThen(prints, "pin", "4712")).toBe(false);
  expect(ours.heldThen(prints, "tags", ["vip"])).toBe(false);
  expect(ours.heldThen(prints, "notes", "a")).toBeUndefined();
  expect(ours.heldThen("", "name", "Spring")).toBeUndefined();
});

it("of a secret say nothing without the token", () => {
  expect(theirs.heldThen(prints, "pin", "4711")).toBe(false);
  const guessed = theirs.print({ name: "Spring", pin: "4711" }, () => false).split(" ");
  expect(prints.split(" ").filter((print) => guessed.includes(print))).toEqual([guessed[0]]);
});

it("of what is no secret are the same in every account, whatever is marked later", () => {
  expect(theirs.heldThen(prints, "name", "Spring")).toBe(true);
  expect(theirs.heldThen(prints, "unset", "")).toBe(true);
  expect(
    ours.heldThen(
      ours.print(values, () => false),
      "pin",
      "4711",
    ),
  ).toBe(true);
});
