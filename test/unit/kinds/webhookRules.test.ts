/** Rules of webhook flows. None of them is documented. */
import { UNKNOWN } from "../../../provider/values/unknown";
import { remarks } from "./remarks";

describe("a webhook flow", () => {
  const url = "https://example.com/hook";

  it("of steps that depend on each other is fine", () => {
    const steps = [
      { stepNumber: 1, webhookUrl: url },
      { stepNumber: 2, webhookUrl: url, dependsOnStep: 1, webhookMethod: "POST", webhookBody: { a: 1 } },
    ];
    expect(remarks("Webhook", { steps })).toEqual([]);
    expect(remarks("Webhook", { steps: [{ webhookUrl: url }, { webhookUrl: url, dependsOnStep: 1 }] })).toEqual([]);
  });

  it("is warned of where a step cannot mean what it says", () => {
    const steps = [
      { stepNumber: 1, webhookUrl: "http://example.com/hook", webhookMethod: "get", webhookBody: { a: 1 } },
      { stepNumber: 1, webhookUrl: url, dependsOnStep: 3 },
      { stepNumber: 2, webhookUrl: url, dependsOnStep: 2 },
    ];
    expect(remarks("Webhook", { steps })).toEqual([
      "steps[1].stepNumber: 1 is the number of another step too",
      "steps[1].dependsOnStep: 3 is not the number of any step",
      "steps[2].dependsOnStep: 2 is the step itself",
      "steps[0].webhookBody: is usually not sent with GET",
      "steps[0].webhookUrl: is not encrypted; use https://",
    ]);
  });

  it("is not warned of for what is not known yet", () => {
    const steps = [UNKNOWN, { stepNumber: UNKNOWN, webhookUrl: UNKNOWN, dependsOnStep: UNKNOWN, webhookBody: UNKNOWN }];
    expect(remarks("Webhook", { steps })).toEqual([]);
  });
});
