/** Who holds an object in this run. */
import { Holders } from "../../../provider/ledger/holders";
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
});

it("knows who wants a name, until that one wants another or lets go", () => {
  const holders = new Holders();
  holders.hold("1", { owners: [a], mark: undefined, wants: "spring" });
  expect(holders.whoWants("spring")).toMatchObject({ owners: [a] });
  expect(holders.whoWants("spring", { owner: a })).toBeUndefined();
  expect(holders.whoWants("spring", { owner: b })).toMatchObject({ owners: [a] });
  holders.hold("1", { owners: [a], mark: undefined, wants: "autumn" });
  expect(holders.whoWants("spring")).toBeUndefined();
  holders.release("1");
  expect(holders.whoWants("autumn")).toBeUndefined();
  expect(holders.of("1")).toBeUndefined();
});

it("knows the stacks of owners, and says who they are", () => {
  expect(isSameStack(a, b)).toBe(true);
  expect(isSameStack(a, ownerOf("a", "prod"))).toBe(false);
  expect(isSameStack(a, a.replace("dev::", "acme/dev::"))).toBe(false);
  expect(isSameStack(undefined, undefined)).toBe(false);
  expect(ownerInWords(a, b)).toBe('the resource "a" of this program');
  expect(ownerInWords(ownerOf("a::x", "prod"), b)).toBe('the resource "a::x" of the stack "prod"');
  expect(ownerInWords(undefined, b)).toBe("another resource of this program");
});
