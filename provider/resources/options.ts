/** The resource options that a program gives: those that would promise what does not happen, and the one that is always set. */
import type { CustomResourceOptions } from "@pulumi/pulumi";
import type { Diagnostic } from "../words/diagnostic";
import { inputRules } from "../kinds/inputRules";
import { finding, type Rule } from "../kinds/rule";

/**
 * The options of a resource, with the old object of a replacement deleted before the new one is created. A program's
 * `deleteBeforeReplace: false` would win over what the provider's diff says, and two copies of a campaign would
 * dial the same contacts for a moment.
 */
export const deletedFirst = (options: CustomResourceOptions | undefined): CustomResourceOptions => ({
  ...options,
  deleteBeforeReplace: true,
});

interface WithoutEffect {
  readonly option: keyof CustomResourceOptions;
  readonly rule: Rule;
  readonly instead: string;
  readonly isMeant: (value: unknown) => boolean;
}

const isThere = (value: unknown): boolean => value !== undefined;

const withoutEffect: readonly WithoutEffect[] = [
  {
    option: "import",
    rule: inputRules.import,
    instead: "declare the object as it is, set `adopt: true`, or name its ID as `existingId`, and take `import` out",
    isMeant: isThere,
  },
  {
    option: "customTimeouts",
    rule: inputRules.optionWithoutEffect,
    instead: "callab:timeoutSeconds says how long one answer may take",
    isMeant: isThere,
  },
  {
    option: "replaceOnChanges",
    rule: inputRules.optionWithoutEffect,
    instead: "what needs a new object is made anew by itself; `pulumi up --replace` makes one anew by hand",
    isMeant: (value) => Array.isArray(value) && value.length > 0,
  },
  {
    option: "provider",
    rule: inputRules.optionWithoutEffect,
    instead: "callab:apiToken and callab:baseUrl say which account is meant, and the input `workspace` where in it",
    isMeant: isThere,
  },
  {
    option: "deleteBeforeReplace",
    rule: inputRules.optionWithoutEffect,
    instead: "the old object is always deleted first: two copies would call the same people",
    isMeant: (value) => value === false,
  },
];

/** What a program asks for by an option that changes nothing here. */
export const optionsWithoutEffect = (options: CustomResourceOptions | undefined): Diagnostic[] =>
  withoutEffect
    .filter(({ option, isMeant }) => isMeant(options?.[option]))
    .map(({ option, rule, instead }) =>
      finding(rule, option, "is a resource option that has no effect here", { suggestion: instead }),
    );
