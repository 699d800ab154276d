/** What is special about webhook flows: steps that depend on each other. These rules are inferred, so they only warn. */
import { warning, type Diagnostic } from "./diagnostic";
import { plainKind, type Kind } from "./kind";
import type { Properties } from "./normalForm";
import { kindSchema } from "./schema";

export const webhook: Kind = {
  ...plainKind(kindSchema("Webhook")),
  rules: (inputs) => {
    const steps = (Array.isArray(inputs["steps"]) ? inputs["steps"] : []) as unknown[];
    const objects = steps.filter((step): step is Properties => typeof step === "object" && step !== null);
    const numbers = objects.map((step) => step["stepNumber"]);
    return steps.flatMap((step, index) =>
      typeof step === "object" && step !== null
        ? stepRules(
            step as Properties,
            `steps[${index}]`,
            numbers,
            numbers.indexOf((step as Properties)["stepNumber"]) < index,
          )
        : [],
    );
  },
};

function stepRules(step: Properties, path: string, numbers: readonly unknown[], repeated: boolean): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { stepNumber, dependsOnStep, webhookMethod, webhookBody, webhookUrl } = step;
  if (repeated && typeof stepNumber === "number") {
    found.push(warning(`${path}.stepNumber`, "is the number of another step too", { value: stepNumber }));
  }
  if (
    typeof dependsOnStep === "number" &&
    numbers.some((entry) => typeof entry === "number") &&
    !numbers.includes(dependsOnStep)
  ) {
    found.push(warning(`${path}.dependsOnStep`, "is not the number of any step", { value: dependsOnStep }));
  }
  if (typeof dependsOnStep === "number" && dependsOnStep === stepNumber) {
    found.push(warning(`${path}.dependsOnStep`, "is the step itself", { value: dependsOnStep }));
  }
  if (webhookMethod === "GET" && typeof webhookBody === "object" && webhookBody !== null) {
    found.push(warning(`${path}.webhookBody`, "is usually not sent with GET"));
  }
  if (typeof webhookUrl === "string" && /^http:/i.test(webhookUrl)) {
    found.push(warning(`${path}.webhookUrl`, "is not encrypted", { suggestion: "use https://" }));
  }
  return found;
}
