/** Whose an object is: which resource of which stack. */
import { isSameStack } from "../../../provider/ledger/owner";

const owner = (stack: string, project = "calls", resource = "spring"): string =>
  `urn:pulumi:${stack}::${project}::callab:index:Campaign::${resource}`;

it("takes two resources of one stack for what they are, whatever the front", () => {
  expect(isSameStack(owner("dev"), owner("dev", "calls", "autumn"))).toBe(true);
  expect(isSameStack(owner("dev"), "urn:pulumi:dev::calls::pulumi-nodejs:dynamic/callab:Campaign::spring")).toBe(true);
  expect(isSameStack(owner("dev"), owner("prod"))).toBe(false);
  expect(isSameStack(owner("dev"), owner("dev", "mails"))).toBe(false);
  expect(isSameStack(owner("dev"), undefined)).toBe(false);
});

it("tells organizations apart where both are said, and only there: a plugin does not know its own", () => {
  expect(isSameStack(owner("acme/dev"), owner("acme/dev"))).toBe(true);
  expect(isSameStack(owner("acme/dev"), owner("other/dev"))).toBe(false);
  expect(isSameStack(owner("acme/dev"), owner("dev"))).toBe(true);
});
