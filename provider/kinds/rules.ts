/** All rules there are, by their IDs: for docs/rules.md, and for what a program accepts. */
import { kinds } from "./index";
import { inputRules } from "./inputRules";
import { programRules } from "./programRules";
import type { Rule } from "./rule";

const all: readonly Rule[] = [
  ...Object.values(inputRules),
  ...Object.values(kinds).flatMap(({ rules }) => rules),
  ...programRules,
];

export const rules: ReadonlyMap<string, Rule> = new Map(all.map((rule) => [rule.id, rule]));
