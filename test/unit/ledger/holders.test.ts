/** Who holds an object in this run. */
import { Holders, markAt, timeOfMark } from "../../../provider/ledger/holders";
import { isSameStack, ownerInWords } from "../../../provider/ledger/owner";
import { ownerOf } from "../../support/lifecycle";

const [a, b] = [ownerOf("a"), ownerOf("b")];

it("knows a resource under its present and its former name", () => {
  const holders = new Holders();
  holders.hold("1", { owners: [b, a], mark: undefined, wants: "spring" });
  for (const owner of [a, b]) expect(holders.otherThan({ owner }, "1")).toBeUndefined();
  expect(holders.otherThan({ owner: ownerOf("c") }, "1")).toMatchObject({ wants: "spring" });
  expect(holders.otherThan({ owner: a }, "2")).toBeUndefined();
});

it("tells resources without an owner apart by the marks of their take-overs", () => {
  const holders = new Holders();
  holders.hold("1", { owners: [undefined], mark: "m", wants: "spring" });
  expect(holders.otherThan({ owner: undefined, mark: "m" }, "1")).toBeUndefined();
  expect(holders.otherThan({ owner: undefined }, "1")).toBeDefined();
  expect(holders.otherThan({ owner: a, mark: "n" }, "1")).toBeDefined();
  expect(holders.otherThan({ owner: a, mark: "m" }, "1")).toBeUndefined();
  holders.hold("2", { owners: [a, undefined], mark: "m", wants: "spring" });
  expect(holders.otherThan({ owner: undefined, mark: "m" }, "2")).toBeUndefined();
  expect(holders.otherThan({ owner: undefined, mark: "n" }, "2")).toBeDefined();
  // Where both owners are known, a mark in common means nothing.
  expect(holders.otherThan({ owner: b, mark: "m" }, "2")).toBeDefined();
});

it("knows who wants a name, until that one wants another or lets go", () => {
  const holders = new Holders();
  holders.hold("1", { owners: [a], mark: undefined, wants: "spring" });
  expect(holders.whoWants("spring")).toMatchObject({ owners: [a] });
  expect(holders.whoWants("spring", { owner: a })).toBeUndefined();
  expect(holders.whoWants("spring", { owner: b })).toMatchObject({ owners: [a] });
  holders.hold("1", { owners: [a], mark: undefined, wants: "autumn" });
  expect(holders.whoWants("spring")).toBeUndefined();
  holders.hold("2", { owners: [b], mark: undefined, wants: "autumn" });
  expect(holders.whoWants("autumn", { owner: a })).toMatchObject({ owners: [b] });
  expect(holders.whoWants("autumn", { owner: b })).toMatchObject({ owners: [a] });
  holders.release("1");
  expect(holders.whoWants("autumn")).toMatchObject({ owners: [b] });
  holders.release("2");
  expect(holders.whoWants("autumn")).toBeUndefined();
  expect(holders.of("1")).toBeUndefined();
  holders.release("3");
});

it("knows when an object was taken over, by the mark of that", () => {
  expect(timeOfMark(markAt(1_700_000_000_000))).toBe(1_700_000_000_000);
  expect(markAt(0)).not.toBe(markAt(0));
  for (const mark of ["", "abc", " abc"]) expect(timeOfMark(mark)).toBeNaN();
});

it("knows the stacks of owners, and says who they are", () => {
  expect(isSameStack(a, b)).toBe(true);
  expect(isSameStack(a, ownerOf("a", "prod"))).toBe(false);
  expect(isSameStack(a, ownerOf("a", "demo"))).toBe(false);
  expect(isSameStack(a, a.replace("::calls::", "::campaigns::"))).toBe(false);
  for (const [one, other] of [
    [undefined, undefined],
    [a, undefined],
    [undefined, a],
  ] as const)
    expect(isSameStack(one, other)).toBe(false);
  expect(ownerInWords(a, b)).toBe('the resource "a" of this program');
  expect(ownerInWords(ownerOf("a::x", "prod"), b)).toBe('the resource "a::x" of the stack "prod"');
  expect(ownerInWords("urn:odd", b)).toBe('the resource "urn:odd" of the stack "urn:odd"');
  expect(ownerInWords(undefined, b)).toBe("another resource of this program");
});
