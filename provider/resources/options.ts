/** The resource options that a program gives: those that would promise what does not happen, and those that are always set. */
import type { CustomResourceOptions } from "@pulumi/pulumi";
import type { Diagnostic } from "../words/diagnostic";
import { inputRules } from "../kinds/inputRules";
import { finding, type Rule } from "../kinds/rule";
import { kindSchema, type KindName } from "../kinds/schema";

/**
 * The options of a resource as its engine gets them.
 *
 * - The old object of a replacement is deleted before the new one is created. A program's `deleteBeforeReplace: false`
 *   would win over what the provider's diff says, and two copies of a campaign would dial the same contacts for a moment.
 * - Nothing is forgotten without a delete but what calls nobody and is said to stay: see `unseenDeletes`. A component hands
 *   its `retainOnDelete` on to all that says nothing of it, so a campaign says no.
 */
export function heededOptions(kind: KindName, options: CustomResourceOptions | undefined): CustomResourceOptions {
  const calls = kindSchema(kind).hasStatus;
  const heeded = { ...options, deleteBeforeReplace: true, ...(calls ? { retainOnDelete: false } : {}) };
  delete heeded.deletedWith;
  return heeded;
}

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

/**
 * Options with which an engine forgets an object and asks the provider for no delete. What goes on living then is in no
 * state, and nobody sees it: a campaign calls on, also after a destroy or an emergency stop that ends well.
 */
export function unseenDeletes(kind: KindName, options: CustomResourceOptions | undefined): Diagnostic[] {
  const { noun, hasStatus } = kindSchema(kind);
  const rest = hasStatus
    ? "it would call on, in no state, also after an emergency stop"
    : "it would live on, in no state";
  const found = (option: keyof CustomResourceOptions, suggestion: string): Diagnostic =>
    finding(inputRules.unseenDelete, option, `has the engine forget the ${noun} without a delete: ${rest}`, {
      suggestion,
    });
  return [
    ...(hasStatus && options?.retainOnDelete === true
      ? [found("retainOnDelete", 'write `deletionPolicy: "retain"`: it stays, and an emergency stop pauses it before')]
      : []),
    ...(options?.deletedWith !== undefined
      ? [found("deletedWith", "take it out: nothing in Callab is known to be deleted with something else")]
      : []),
  ];
}

/** What is wrong with the options of a resource. */
export const judgeOptions = (kind: KindName, options: CustomResourceOptions | undefined): Diagnostic[] => [
  ...optionsWithoutEffect(options),
  ...unseenDeletes(kind, options),
];

/** What a program asks for by an option that changes nothing here. */
const optionsWithoutEffect = (options: CustomResourceOptions | undefined): Diagnostic[] =>
  withoutEffect
    .filter(({ option, isMeant }) => isMeant(options?.[option]))
    .map(({ option, rule, instead }) =>
      finding(rule, option, "is a resource option that has no effect here", { suggestion: instead }),
    );
