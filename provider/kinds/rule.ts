/**
 * A rule for what programs declare: what it finds, and all that docs/rules.md says of it. A rule is one object in one place,
 * a family of which is listed in rules.ts. What guessing would make phone people is an error; what is thought to be a
 * mistake, and nobody has documented, is a warning that a program can accept.
 */
import type { Diagnostic, Finding } from "../words/diagnostic";
import { found } from "../words/diagnostic";
import type { Properties } from "./normalForm";
import type { Provenance } from "./schema";

export interface Rule {
  /** `campaign/no-window`: the family, and what is found in a word or two. */
  readonly id: string;
  readonly severity: Diagnostic["severity"];
  /** What it finds, in a sentence. */
  readonly what: string;
  /** What would happen else, in a sentence. */
  readonly why: string;
  /** Where the rule is known from; `package`: it is a promise of this package. */
  readonly mark: Provenance | "package";
  /** What to write instead, in a sentence. */
  readonly instead: string;
  /** Whether it only concerns what is created, so that nobody is told again of what is there. */
  readonly isOfCreate?: boolean;
}

/** A rule that looks at all inputs of one resource. */
export interface JudgedRule extends Rule {
  /**
   * What is wrong. Values that are not known yet, and such as are no valid ones, cause no finding.
   * @param inputs in normal form, but for the order of sets
   * @param now the moment of the run
   */
  judge(inputs: Properties, now: Date): readonly Finding[];
}

/** A finding of a rule. */
export const finding = (rule: Rule, ...what: Parameters<typeof found>): Diagnostic => by(rule, found(...what));

/** What a rule finds wrong with inputs. */
export const judged = (rule: JudgedRule, inputs: Properties, now: Date): Diagnostic[] =>
  rule.judge(inputs, now).map((each) => by(rule, each));

/** A finding as that of a rule. */
export const by = ({ id, severity }: Rule, what: Finding): Diagnostic => ({ rule: id, severity, ...what });
