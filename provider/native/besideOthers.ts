/**
 * The resources of a program beside one another, as far as one process sees them: those of its provider, one after the
 * other. What is wrong with two of them is told at the one that comes later.
 */
import { acceptedBy } from "../kinds/acceptance";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { asFarAsKnown } from "../kinds/leftAlone";
import { Neighbours } from "../resources/neighbours";
import { Twins } from "../resources/twins";
import { holdsUnknown } from "../values/unknown";
import type { Diagnostic } from "../words/diagnostic";

/** A resource whose inputs are in normal form. */
export interface Beside {
  readonly kind: Kind;
  readonly urn: string;
  /** Its name in the program. */
  readonly name: string;
  readonly inputs: Properties;
  /** Whether it has an object already: in its state, or by an import. Two of those may be of one name. */
  readonly hasObject?: boolean;
}

const inWords = ({ kind, name }: Beside): string => `${kind.name} "${name}"`;

export class BesideOthers {
  readonly #twins = new Twins();
  readonly #neighbours = new Neighbours();

  /**
   * What is wrong with a resource beside those that came before.
   * @param later takes what is found once the campaign's agent is known
   */
  check(resource: Beside, acceptedEverywhere: readonly string[], later: (found: Diagnostic) => void): Diagnostic[] {
    const { kind, urn, name, inputs, hasObject = false } = resource;
    const accepted = acceptedBy(inputs, acceptedEverywhere);
    const unaccepted = (found: readonly Diagnostic[]): Diagnostic[] => found.filter(({ rule }) => !accepted.has(rule));
    const twins = this.#twins.declare(kind.name, { resource: urn, name, hasObject }, inputs);
    if (kind.name !== "Campaign") return twins;
    const campaign = { resource: inWords(resource), inputs: asFarAsKnown(inputs) };
    const { aiAgentId } = inputs;
    if (typeof aiAgentId === "string" && !holdsUnknown(aiAgentId))
      this.#neighbours.talking(aiAgentId, {
        ...campaign,
        report: (found) => unaccepted(found).forEach(later),
      });
    return [...twins, ...unaccepted(this.#neighbours.campaign(campaign))];
  }

  /** A resource whose ID is known: campaigns say by that which agent is theirs. */
  known(resource: Beside, id: string): void {
    if (resource.kind.name === "AiAgent")
      this.#neighbours.agent(id, { resource: inWords(resource), inputs: resource.inputs });
  }
}
