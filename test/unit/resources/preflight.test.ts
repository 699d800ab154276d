/** The report a program with mistakes ends with, and what of a program's inputs can be judged before it runs. */
import * as pulumi from "@pulumi/pulumi";
import { UNKNOWN } from "../../../provider/values/unknown";
import { inputRules } from "../../../provider/kinds/inputRules";
import { finding } from "../../../provider/kinds/rule";
import { examine, knownNow, preflight, reportOf } from "../../../provider/resources/preflight";
import { leastOf } from "../../support/context";

describe("what is known of a program's inputs now", () => {
  it("is every plain value, at any depth", () => {
    const inputs = {
      name: "a",
      daysOfWeek: ["mon", 2],
      webhookMappingVariables: { a: null, b: { c: [0, false, ""] } },
    };
    expect(knownNow(inputs)).toEqual(inputs);
  });

  it("is not what will only come: outputs, promises, and whatever waits like one", () => {
    const waits = { then: (done: (value: string) => void) => done("x") };
    const inputs = {
      a: pulumi.output("x"),
      b: Promise.resolve("x"),
      c: waits,
      d: [pulumi.secret("x"), { e: pulumi.output(1) }],
    };
    expect(knownNow(inputs)).toEqual({ a: UNKNOWN, b: UNKNOWN, c: UNKNOWN, d: [UNKNOWN, { e: UNKNOWN }] });
  });
});

describe("the report", () => {
  const problem = (property: string) => finding(inputRules.required, property, "is required");

  it("is none where nothing is wrong", () => {
    expect(reportOf([], [])).toBeUndefined();
  });

  it("tells every mistake of every resource, and those of the configuration, at once", () => {
    const problems = [
      {
        resource: 'Campaign "spring"',
        diagnostics: [
          problem("notes"),
          finding(inputRules.timeZone, "timeZone", "is not the name of a time zone", {
            value: "EST5",
            suggestion: 'did you mean "America/New_York"?',
          }),
        ],
      },
      { resource: 'Webhook "after"', diagnostics: [problem("steps[1].webhookUrl")] },
    ];
    expect(reportOf(problems, ["The configuration key callab:apitoken is not known; did you mean callab:apiToken?"]))
      .toMatchInlineSnapshot(`
     "4 problems in this program; nothing was changed.

       configuration: The configuration key callab:apitoken is not known; did you mean callab:apiToken?

       Campaign "spring": notes: is required (input/required)
       Campaign "spring": timeZone: "EST5" is not the name of a time zone; did you mean "America/New_York"? (input/time-zone)

       Webhook "after": steps[1].webhookUrl: is required (input/required)"
    `);
  });

  it("counts one problem as one", () => {
    expect(reportOf([], ["x"])).toMatch(/^1 problem in this program; nothing was changed\./);
  });
});

describe("a resource without errors", () => {
  it("goes on once its turn is over, with what there is to warn of", async () => {
    const { cleared, warnings, incomplete } = preflight("Campaign", "spring", leastOf.Campaign);
    await expect(cleared).resolves.toBeUndefined();
    expect(incomplete).toBe(false);
    expect(warnings.map(({ property }) => property)).toEqual([
      "callTimeOfDayFrom",
      "desiredStatus",
      "outboundPhoneNumberId",
    ]);
  });

  it("says that some of it will only be known later, and complains of none of that", async () => {
    const args = {
      ...leastOf.Campaign,
      name: "another",
      aiAgentId: pulumi.output("x"),
      startedAt: Promise.resolve("x"),
    };
    const { cleared, incomplete } = preflight("Campaign", "another", args);
    await expect(cleared).resolves.toBeUndefined();
    expect(incomplete).toBe(true);
  });
});

it("finds in plain inputs what check would find", () => {
  expect(examine("PhoneNumber", 'PhoneNumber "main"', { phoneNumber: "+442079460958" }).warnings).toEqual([]);
  expect(examine("PhoneNumber", 'PhoneNumber "main"', { phoneNumber: "+15550100199" }).warnings).toMatchObject([
    { severity: "warning", property: "phoneNumber", rule: "input/number-plan" },
  ]);
});
