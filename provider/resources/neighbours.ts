/**
 * The resources of one program beside one another: what rules for two of them find, as soon as both are known. Told at the
 * campaign, once for each pair.
 */
import type { Diagnostic } from "../kinds/diagnostic";
import type { Properties } from "../kinds/normalForm";
import { isToCall, samePeople, unmappedPlaceholder, type PairRule } from "../kinds/programRules";
import { by } from "../kinds/rule";

interface Declared {
  /** `Campaign "spring"` */
  readonly resource: string;
  /** In normal form. */
  readonly inputs: Properties;
}

interface Talking extends Declared {
  readonly tell: (found: readonly Diagnostic[]) => void;
}

const judge = (rule: PairRule, one: Declared, other: Declared): Diagnostic[] =>
  rule.judge(one.inputs, other.inputs, other.resource, new Date()).map((each) => by(rule, each));

export class Neighbours {
  readonly #toCall = new Map<string, Properties>();
  readonly #agents = new Map<string, Declared>();
  readonly #waiting = new Map<string, Talking[]>();

  /** A campaign, as far as it is known. Gives what is wrong with it beside those that came before. */
  campaign(declared: Declared): Diagnostic[] {
    const { resource, inputs } = declared;
    const found: Diagnostic[] = [];
    if (!isToCall(inputs)) return found;
    for (const [other, properties] of this.#toCall)
      if (other !== resource) found.push(...judge(samePeople, declared, { resource: other, inputs: properties }));
    this.#toCall.set(resource, inputs);
    return found;
  }

  /** A campaign whose agent's ID is known. What is wrong is told once that agent is known as well. */
  talking(agentId: string, campaign: Talking): void {
    const agent = this.#agents.get(agentId);
    if (agent === undefined) this.#waiting.set(agentId, [...(this.#waiting.get(agentId) ?? []), campaign]);
    else campaign.tell(judge(unmappedPlaceholder, campaign, agent));
  }

  /** An agent whose ID is known. */
  agent(id: string, agent: Declared): void {
    this.#agents.set(id, agent);
    for (const campaign of this.#waiting.get(id) ?? []) campaign.tell(judge(unmappedPlaceholder, campaign, agent));
    this.#waiting.delete(id);
  }
}
