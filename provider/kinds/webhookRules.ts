/** Rules for webhook flows: steps that depend on each other. */
import { found, type Finding } from "../words/diagnostic";
import type { Properties } from "./normalForm";
import type { JudgedRule, Rule } from "./rule";

interface Step {
  readonly step: Properties;
  /** `steps[0]` */
  readonly path: string;
  /** Numbers of the steps before it, and of all. */
  readonly before: readonly unknown[];
  readonly all: readonly unknown[];
}

/** A rule that looks at each step. */
const ofSteps = (rule: Omit<Rule, "severity">, judge: (step: Step) => Finding | undefined): JudgedRule => ({
  ...rule,
  severity: "warning",
  judge: (inputs) => {
    const steps: unknown[] = Array.isArray(inputs["steps"]) ? inputs["steps"] : [];
    const isStep = (step: unknown): step is Properties => typeof step === "object" && step !== null;
    const numbers = steps.map((step) => (isStep(step) ? step["stepNumber"] : undefined));
    return steps.flatMap((step, index) => {
      if (!isStep(step)) return [];
      return judge({ step, path: `steps[${index}]`, before: numbers.slice(0, index), all: numbers }) ?? [];
    });
  },
});

const stepNumber = ofSteps(
  {
    id: "webhook/step-number",
    what: "Two steps of one number.",
    why: "Which of them another step depends on cannot be told.",
    mark: "inferred",
    instead: "Give each step a number of its own.",
  },
  ({ step: { stepNumber: number }, path, before }) =>
    typeof number === "number" && before.includes(number)
      ? found(`${path}.stepNumber`, "is the number of another step too", { value: number })
      : undefined,
);

const dependsOnStep = ofSteps(
  {
    id: "webhook/depends-on-step",
    what: "A step that depends on itself, or on a number that no step has.",
    why: "It may never run.",
    mark: "inferred",
    instead: "Name the number of another step.",
  },
  ({ step: { stepNumber: own, dependsOnStep: number }, path, all }) => {
    if (typeof number !== "number") return undefined;
    if (number === own) return found(`${path}.dependsOnStep`, "is the step itself", { value: number });
    return all.some((entry) => typeof entry === "number") && !all.includes(number)
      ? found(`${path}.dependsOnStep`, "is not the number of any step", { value: number })
      : undefined;
  },
);

const bodyOfGet = ofSteps(
  {
    id: "webhook/body-of-get",
    what: "A step that sends a body with GET.",
    why: "It is usually left out.",
    mark: "inferred",
    instead: "Use POST, or put the values into `webhookUrlParams`.",
  },
  ({ step: { webhookMethod, webhookBody }, path }) =>
    webhookMethod === "GET" && typeof webhookBody === "object" && webhookBody !== null
      ? found(`${path}.webhookBody`, "is usually not sent with GET")
      : undefined,
);

const notEncrypted = ofSteps(
  {
    id: "webhook/not-encrypted",
    what: "A step that calls an address with `http://`.",
    why: "What it tells about calls and people travels in clear, and so do its headers.",
    mark: "package",
    instead: "Use `https://`.",
  },
  ({ step: { webhookUrl }, path }) =>
    typeof webhookUrl === "string" && /^http:/i.test(webhookUrl)
      ? found(`${path}.webhookUrl`, "is not encrypted", { suggestion: "use https://" })
      : undefined,
);

export const webhookRules: readonly JudgedRule[] = [stepNumber, dependsOnStep, bodyOfGet, notEncrypted];
