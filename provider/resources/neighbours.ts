/**
 * The resources of one program beside one another: what rules for several of them find, as soon as they are known. Told at
 * the campaign, and of two campaigns at one of them.
 */
import type { Diagnostic } from "../words/diagnostic";
import type { Properties } from "../kinds/normalForm";
import {
  callsTheSame,
  isToCall,
  MOST_NAMED,
  samePeople,
  textsWithPlaceholders,
  unmappedPlaceholder,
  whomItCalls,
  type Neighbour,
  type NeighbourRule,
} from "../kinds/programRules";
import { by } from "../kinds/rule";
import { secretNamesIn } from "../lifecycle/secrets";
import { without } from "../lifecycle/state";
import { IdMap } from "../values/id";

interface Talking extends Neighbour {
  readonly report: (found: readonly Diagnostic[]) => void;
}

const judge = (rule: NeighbourRule, { inputs }: Neighbour, others: readonly Neighbour[], now: Date): Diagnostic[] =>
  rule.judge(inputs, others, now).map((each) => by(rule, each));

export class Neighbours {
  /** Campaigns that are to call, by whom they call; and by which of these each campaign is found. */
  readonly #toCall = new Map<string, Map<string, Properties>>();
  readonly #places = new Map<string, string>();
  readonly #reported = new Set<string>();
  readonly #agents = new IdMap<Neighbour>();
  readonly #waiting = new IdMap<Talking[]>();

  /** A campaign, as far as it is known. Gives what is wrong with it beside those that are known by then. */
  campaign(campaign: Neighbour): Diagnostic[] {
    const { resource, inputs } = campaign;
    if (!isToCall(inputs)) return [];
    const now = new Date();
    const others: Neighbour[] = [];
    for (const [other, properties] of this.#place(campaign)) {
      const pair = [resource, other].sort().join();
      if (other === resource || this.#reported.has(pair) || !callsTheSame(inputs, properties, now)) continue;
      this.#reported.add(pair);
      // One more than are named shows that there are more.
      if (others.push({ resource: other, inputs: properties }) > MOST_NAMED) break;
    }
    return judge(samePeople, campaign, others, now);
  }

  /** Puts a campaign among those that call whom it calls, and gives these. Whom it calls may not have been known before. */
  #place({ resource, inputs }: Neighbour): ReadonlyMap<string, Properties> {
    const whom = whomItCalls(inputs);
    const before = this.#places.get(resource);
    if (before !== undefined && before !== whom) this.#toCall.get(before)?.delete(resource);
    if (whom === undefined) return new Map();
    const alike = this.#toCall.get(whom) ?? new Map<string, Properties>();
    this.#toCall.set(whom, alike.set(resource, inputs));
    this.#places.set(resource, whom);
    return alike;
  }

  /** A campaign whose agent's ID is known. What is wrong is told once that agent is known as well. */
  talking(agentId: string, campaign: Talking): void {
    const agent = this.#agents.get(agentId);
    if (agent === undefined) this.#waiting.set(agentId, [...(this.#waiting.get(agentId) ?? []), campaign]);
    else campaign.report(judge(unmappedPlaceholder, campaign, [agent], new Date()));
  }

  /** An agent whose ID is known. Texts of it that the program marks secret are quoted at no campaign. */
  agent(id: string, { resource, inputs }: Neighbour): void {
    const unquoted = secretNamesIn(inputs).filter((name) => textsWithPlaceholders.includes(name));
    const agent = { resource, inputs: without(inputs, unquoted) };
    this.#agents.set(id, agent);
    for (const campaign of this.#waiting.get(id) ?? [])
      campaign.report(judge(unmappedPlaceholder, campaign, [agent], new Date()));
    this.#waiting.delete(id);
  }
}
