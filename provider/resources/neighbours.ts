/**
 * The resources of one program beside one another: what rules for several of them find, as soon as they are known. Told at
 * the campaign, and of two campaigns at one of them.
 */
import type { Diagnostic } from "../words/diagnostic";
import type { Properties } from "../kinds/normalForm";
import {
  callsTheSame,
  isToCall,
  samePeople,
  unmappedPlaceholder,
  type Neighbour,
  type NeighbourRule,
} from "../kinds/programRules";
import { by } from "../kinds/rule";

interface Talking extends Neighbour {
  readonly report: (found: readonly Diagnostic[]) => void;
}

const judge = (rule: NeighbourRule, { inputs }: Neighbour, others: readonly Neighbour[], now: Date): Diagnostic[] =>
  rule.judge(inputs, others, now).map((each) => by(rule, each));

export class Neighbours {
  readonly #toCall = new Map<string, Properties>();
  readonly #reported = new Set<string>();
  readonly #agents = new Map<string, Neighbour>();
  readonly #waiting = new Map<string, Talking[]>();

  /** A campaign, as far as it is known. Gives what is wrong with it beside those that are known by then. */
  campaign(campaign: Neighbour): Diagnostic[] {
    const { resource, inputs } = campaign;
    if (!isToCall(inputs)) return [];
    const now = new Date();
    const others: Neighbour[] = [];
    for (const [other, properties] of this.#toCall) {
      const pair = [resource, other].sort().join();
      if (other === resource || this.#reported.has(pair) || !callsTheSame(inputs, properties, now)) continue;
      this.#reported.add(pair);
      others.push({ resource: other, inputs: properties });
    }
    this.#toCall.set(resource, inputs);
    return judge(samePeople, campaign, others, now);
  }

  /** A campaign whose agent's ID is known. What is wrong is told once that agent is known as well. */
  talking(agentId: string, campaign: Talking): void {
    const agent = this.#agents.get(agentId);
    if (agent === undefined) this.#waiting.set(agentId, [...(this.#waiting.get(agentId) ?? []), campaign]);
    else campaign.report(judge(unmappedPlaceholder, campaign, [agent], new Date()));
  }

  /** An agent whose ID is known. */
  agent(id: string, agent: Neighbour): void {
    this.#agents.set(id, agent);
    for (const campaign of this.#waiting.get(id) ?? [])
      campaign.report(judge(unmappedPlaceholder, campaign, [agent], new Date()));
    this.#waiting.delete(id);
  }
}
