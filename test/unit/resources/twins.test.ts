/** Two resources of one program that would be the same object are told before anything is registered. */
import * as pulumi from "@pulumi/pulumi";
import type { Properties } from "../../../provider/kinds/normalForm";
import type { KindName } from "../../../provider/kinds/schema";
import { preflight } from "../../../provider/resources/preflight";
import { leastOf } from "../../support/context";

const firstId = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a11";
const secondId = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a22";

/** What a program of these resources is told, if anything; they are called a, b, … */
async function reportOf(kind: KindName, ...resources: readonly Properties[]): Promise<string | undefined> {
  await pulumi.runtime.setMocks({ newResource: () => ({ id: "id", state: {} }), call: () => ({}) });
  let endTurn = (): void => undefined;
  // In a program of its own the report is thrown at the end of the turn, where nothing catches it.
  const immediate = jest.spyOn(globalThis, "setImmediate").mockImplementation((end: () => void) => {
    endTurn = end;
    return undefined as unknown as NodeJS.Immediate;
  });
  try {
    resources.forEach((args, index) => preflight(kind, "abc".charAt(index), { ...leastOf[kind], ...args }));
    endTurn();
    return undefined;
  } catch (failure) {
    if (failure instanceof pulumi.RunError) return failure.message;
    throw failure;
  } finally {
    immediate.mockRestore();
  }
}

test.each(["Campaign", "AiAgent", "PhoneNumber", "Webhook"] as const)("a %s is declared twice", async (kind) => {
  expect(await reportOf(kind, {}, {})).toMatch(/^1 problem.* declared twice: the resources "a" and "b" would be/s);
});

test("the report names the resource and both of the two", async () => {
  expect(await reportOf("Campaign", {}, { name: "Autumn" }, { name: "Autumn" })).toMatchInlineSnapshot(`
   "1 problem in this program; nothing was changed.

     Campaign "c": name: "Autumn" is declared twice: the resources "b" and "c" would be the same campaign (input/declared-twice)"
  `);
});

describe("two names are the same where a server may store them as one", () => {
  it.each([
    ["blanks at the ends", "Spring", "Spring "],
    ["blanks within", "Spring renewals", "Spring \t renewals"],
    ["blanks that are none of ASCII", "Spring renewals", "Spring\u00a0renewals"],
    ["Unicode forms", "Cafe\u0301 renewals", "Caf\u00e9 renewals"],
    ["HTML entities", "Tea & cakes", "Tea &amp; cakes"],
  ])("%s", async (_what, one, other) => {
    for (const kind of ["Campaign", "AiAgent", "Webhook"] as const)
      expect(await reportOf(kind, { name: one }, { name: other })).toMatch(
        /the resources "a" and "b" would be the same/,
      );
  });

  it("and the report shows both spellings", async () => {
    expect(await reportOf("Campaign", { name: "Tea & cakes" }, { name: "Tea &amp; cakes" })).toContain(
      'name: "Tea &amp; cakes" is declared twice, in another spelling of "Tea & cakes": the resources "a" and "b" would be the same campaign',
    );
  });

  it("and so are two spellings of one number", async () => {
    expect(
      await reportOf("PhoneNumber", { phoneNumber: "+44 20 7946 0958" }, { phoneNumber: "+442079460958" }),
    ).toMatch(/declared twice/);
  });
});

it("refuses one name for two objects that exist and are told by their IDs", async () => {
  const report = await reportOf("Campaign", { existingId: firstId }, { existingId: secondId });
  expect(report).toMatch(/declared twice: the resources "a" and "b" would be the same campaign/);
});

describe("no twins are", () => {
  it.each([
    ["names in another letter case", [{ name: "Spring" }, { name: "spring" }]],
    ["names of which one only begins like the other", [{ name: "Spring" }, { name: "Spring 2" }]],
    ["one name in two workspaces", [{ workspace: "sales" }, { workspace: "service" }]],
    ["names that are not known yet", [{ name: pulumi.output("Spring") }, { name: pulumi.output("Spring") }]],
    ["workspaces that are not known yet", [{ workspace: pulumi.output("a") }, { workspace: pulumi.output("b") }]],
  ])("%s", async (_what, resources) => {
    expect(await reportOf("Campaign", ...resources)).toBeUndefined();
  });
});
