/** What a learned contract, and what a run has seen, lead to expect of the API. */
import { Expectations } from "../../../provider/api/expectations";
import type { Contract } from "../../../provider/contract/types";

const day = "2026-01-01";
const contractOf = (leftOut: "kept" | "cleared") =>
  ({ version: 1, day, routes: {}, kinds: { Campaign: { update: { day, leftOut } } } }) as unknown as Contract;

describe("that an update replaces the whole object", () => {
  it("is what the contract says of the kind", () => {
    const expectations = new Expectations(contractOf("cleared"), () => undefined);
    expect(expectations.updatesReplace("Campaign")).toBe(true);
    expect(expectations.updatesReplace("AiAgent")).toBe(false);
  });

  it("is what was seen, whatever the contract says", () => {
    for (const contract of [undefined, contractOf("kept")]) {
      const expectations = new Expectations(contract, () => undefined);
      expect(expectations.updatesReplace("Campaign")).toBe(false);
      expectations.sawReplaced("Campaign");
      expect(expectations.updatesReplace("Campaign")).toBe(true);
    }
  });
});
