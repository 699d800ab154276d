/**
 * What each resource has, by the notes. An engine that creates a resource anew before it deletes what that has, says
 * nothing of it to the create. Pure: notes go in, in their order.
 */
import { IdMap, IdSet } from "../values/id";
import type { Note } from "./notes";
import type { Owner } from "./owner";

/** An object that a resource has. */
export interface Belonging {
  /** What it was called when this was noted last. */
  readonly key: string;
  /** Whether the user was asked if the resource still has it. */
  readonly isAsked: boolean;
}

const none = new IdMap<Belonging>();

export class Belongings {
  readonly #byOwner = new Map<Owner, IdMap<Belonging>>();
  readonly #owners = new IdMap<Owner>();
  readonly #givenUp = new IdSet();

  /** What the resource has, by ID. */
  of(owner: Owner): IdMap<Belonging> {
    return this.#byOwner.get(owner) ?? none;
  }

  isKnown(id: string): boolean {
    return this.#owners.has(id);
  }

  /** Whether it was deleted, or left where it is, and no resource was heard to have it since. */
  isGivenUp(id: string): boolean {
    return this.#givenUp.has(id);
  }

  learn(note: Note): void {
    switch (note.step) {
      case "made":
      case "recorded":
        this.#give(note.owner, note);
        break;
      case "held":
        // An import may be that of a mere preview until a state was seen to have it.
        if (note.isImport !== true) this.#give(note.owner, note);
        break;
      case "wrote":
        // Of an object that was made on another machine, this is the first that is heard here.
        if (note.from !== undefined && !this.isKnown(note.id)) this.#give(note.owner, note);
        break;
      case "asked":
        this.#asked(note.id);
        break;
      case "gone":
      case "left":
        this.#take(note.id);
        this.#givenUp.add(note.id);
    }
  }

  #give(owner: Owner | undefined, { id, key }: { readonly id: string; readonly key: string }): void {
    this.#take(id);
    this.#givenUp.delete(id);
    if (owner === undefined) return;
    this.#owners.set(id, owner);
    const had = this.#byOwner.get(owner) ?? new IdMap<Belonging>();
    this.#byOwner.set(owner, had.set(id, { key, isAsked: false }));
  }

  #asked(id: string): void {
    const had = this.#byOwner.get(this.#owners.get(id) ?? "");
    const known = had?.get(id);
    if (known !== undefined) had?.set(id, { ...known, isAsked: true });
  }

  #take(id: string): void {
    this.#byOwner.get(this.#owners.get(id) ?? "")?.delete(id);
    this.#owners.delete(id);
  }
}
