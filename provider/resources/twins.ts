/**
 * Two resources of one program must not declare the same object. Objects are told apart by their names alone: an
 * `existingId` would only say which of the two resources gets the object that exists. Where it is known that each of two
 * resources has an object already, they are two objects of one name.
 */
import { kinds } from "../kinds";
import { inputRules } from "../kinds/inputRules";
import type { Properties } from "../kinds/normalForm";
import { finding } from "../kinds/rule";
import type { KindName } from "../kinds/schema";
import { foldedName } from "../values/name";
import { holdsUnknown } from "../values/unknown";
import { asText, type Diagnostic } from "../words/diagnostic";

interface Declared {
  /** Tells the resource from any other. */
  readonly resource: string | number;
  readonly name: string;
  /** What it calls the object. */
  readonly key: string;
  /** Whether it is known to have an object already. */
  readonly hasObject?: boolean;
}

export class Twins {
  readonly #byObject = new Map<string, readonly Declared[]>();
  readonly #objects = new Map<Declared["resource"], string>();

  /** A resource with its inputs in normal form, which may have been declared otherwise before. Told at the later of two. */
  declare(kindName: KindName, declared: Omit<Declared, "key">, normal: Properties): Diagnostic[] {
    const { resource, name, hasObject = false } = declared;
    const kind = kinds[kindName];
    this.#forget(resource);
    const key = normal[kind.naturalKey];
    const workspace = normal[kind.placeField];
    if (typeof key !== "string" || holdsUnknown([key, workspace])) return [];
    const place = kind.listedByWorkspace ? String(workspace) : "";
    const object = JSON.stringify([kindName, place, foldedName(key)]);
    const others = this.#byObject.get(object) ?? [];
    const other = others.find((each) => !hasObject || each.hasObject !== true);
    if (other === undefined) {
      this.#byObject.set(object, [...others, { resource, name, key, hasObject }]);
      this.#objects.set(resource, object);
      return [];
    }
    const spelling = other.key === key ? "" : `, in another spelling of ${asText(other.key)}`;
    return [
      finding(
        inputRules.declaredTwice,
        kind.naturalKey,
        `is declared twice${spelling}: the resources "${other.name}" and "${name}" would be the same ${kind.noun}`,
        { value: key },
      ),
    ];
  }

  #forget(resource: Declared["resource"]): void {
    const object = this.#objects.get(resource);
    if (object === undefined) return;
    this.#objects.delete(resource);
    const others = (this.#byObject.get(object) ?? []).filter((each) => each.resource !== resource);
    this.#byObject.set(object, others);
  }
}
