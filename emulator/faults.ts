/** Faults: what goes wrong between a request and its answer, one request at a time or at random from a seed. */
import type { Fault, FaultMatch, FaultRule } from "./fault";
import { checkRule } from "./faultRules";
import type { Kind } from "./kinds";
import { draw } from "./random";
import type { Operation } from "./routes";

/** A rule with what it has seen and done. */
export interface StandingFault {
  readonly rule: FaultRule;
  readonly seen: number;
  readonly struck: number;
}

/** What a rule is matched against. */
export interface FaultTarget {
  readonly kind: Kind | null;
  readonly operation: Operation | null;
  readonly method: string;
  readonly path: string;
  readonly route: string | null;
  readonly body: string;
}

/** The standing rules. The first rule that strikes wins; the others count the request all the same. */
export class Faults {
  private standing: { rule: FaultRule; number: number; seen: number; struck: number }[] = [];
  private added = 0;

  constructor(private readonly seed: string | number) {}

  /** @throws {Error} if one of the rules is not one; then none is added. */
  add(...rules: readonly FaultRule[]): void {
    rules.forEach(checkRule);
    for (const rule of rules) this.standing.push({ rule, number: this.added++, seen: 0, struck: 0 });
  }

  clear(): void {
    this.standing = [];
    this.added = 0;
  }

  list(): readonly StandingFault[] {
    return this.standing.map(({ rule, seen, struck }) => ({ rule, seen, struck }));
  }

  /** The fault that strikes a request, if any. */
  strike(target: FaultTarget): Fault | undefined {
    let struck: Fault | undefined;
    for (const entry of this.standing) {
      if (!matches(entry.rule.match ?? {}, target)) continue;
      entry.seen++;
      if (struck !== undefined || !this.isDue(entry)) continue;
      entry.struck++;
      struck = entry.rule;
    }
    return struck;
  }

  private isDue({ rule, number, seen, struck }: { rule: FaultRule; number: number; seen: number; struck: number }) {
    const times = rule.times ?? (rule.probability === undefined ? 1 : "always");
    if (seen < (rule.nth ?? 1) || (times !== "always" && struck >= times)) return false;
    return rule.probability === undefined || draw("fault", this.seed, number, seen) < rule.probability;
  }
}

function matches(match: FaultMatch, target: FaultTarget): boolean {
  return (
    (match.kind === undefined || match.kind === target.kind) &&
    (match.operation === undefined || match.operation === target.operation) &&
    (match.method === undefined || match.method.toUpperCase() === target.method) &&
    (match.path === undefined || isLike(match.path, target.path) || isLike(match.path, target.route ?? "")) &&
    (match.bodyContains === undefined || target.body.includes(match.bodyContains))
  );
}

function isLike(pattern: string, text: string): boolean {
  const escaped = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join(".*")}$`, "s").test(text);
}
