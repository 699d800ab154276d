/**
 * What a learned contract leads one to expect of answers. It saves requests that would bring nothing; it proves nothing, and
 * what an answer shows goes before it. What turns out otherwise is told, once for each fact.
 */
import { setting } from "../configuration";
import { shownOf } from "../contract/shown";
import type { Contract } from "../contract/types";
import { hint } from "../words/hint";
import { text, withCodes, type Text } from "../words/text";
import { kindSchema, type KindName, type Operation } from "../kinds/schema";
import type { CallabError } from "./errors";
import { isItem, reportedId } from "./object";
import type { Route } from "./routes";

export class Expectations {
  readonly #told = new Set<string>();
  /** Kinds of which an update was seen to change what it does not name. */
  readonly #replaced = new Set<KindName>();

  constructor(
    readonly contract: Contract | undefined,
    readonly log: (text: Text) => void,
  ) {}

  /** Fields that a read of one object is not worth making for: it has never shown them. */
  neverRead(kind: KindName): readonly string[] {
    return shownOf(this.contract, kind)?.hidden ?? [];
  }

  /** Whether an update of the kind replaces the whole object, as far as is known. */
  updatesReplace(kind: KindName): boolean {
    return this.#replaced.has(kind) || this.contract?.kinds[kind]?.update?.leftOut === "cleared";
  }

  /** An update has changed what it did not name. */
  sawReplaced(kind: KindName): void {
    this.#replaced.add(kind);
  }

  /** Looks at the `data` of a success. */
  saw(kind: KindName, operation: Operation, data: unknown): void {
    const facts = this.contract?.kinds[kind];
    if (facts === undefined || (operation !== "list" && operation !== "read")) return;
    const items = (Array.isArray(data) ? data : [data]).filter(isItem);
    if (items.length === 0) return;
    const { plural } = kindSchema(kind);
    for (const name of facts.hidden ?? [])
      if (items.some((item) => (item[name] ?? null) !== null))
        this.#say(`that the API does not show ${name} of ${plural}`, `it is shown by the ${operation}`);
    const seen = facts[operation];
    const namesAll = facts.spelling?.unset === "null" || facts.spelling?.unset === "empty";
    for (const name of namesAll ? (seen?.fields ?? []) : [])
      if (items.every((item) => !(name in item)))
        this.#say(`that the ${operation} of ${plural} shows ${name}`, "it does not");
    if (
      seen !== undefined &&
      facts.idIn?.includes(operation) === true &&
      items.every((item) => reportedId(item) === undefined)
    )
      this.#say(`that the ${operation} of ${plural} shows IDs`, "it does not");
  }

  /** A way that was seen to be there was asked, and seems not to be. */
  missed({ method, path, mark }: Route, { status }: CallabError): void {
    if (mark === "observed")
      this.#say(`that ${method} ${path} is there`, `it was refused (HTTP ${status ?? "unknown"})`);
  }

  #say(contract: string, did: string): void {
    const surprise = text`The contract (${setting("contract")}, ${this.contract?.day ?? ""}) says ${contract}, and ${did}: ${hint("learn-anew")}.`;
    if (this.#told.has(withCodes(surprise))) return;
    this.#told.add(withCodes(surprise));
    this.log(surprise);
  }
}
