/**
 * The objects of one account and what happens to them, whoever asks: the API and the dashboard both write through here.
 * Gives ids, times and first statuses, and keeps the record of doubles.
 */
import { randomUUID } from "node:crypto";
import { isObject, textOf, type Json, type WireObject } from "./json";
import { Judge, scopeOf, type Duplicates } from "./judge";
import { kinds, type Kind } from "./kinds";
import type { Change } from "./lag";
import type { Personality } from "./personality";
import { uuidFrom } from "./random";
import { shapes } from "./shapes";
import type { Store, StoredObject } from "./store";

/** Milliseconds since 1970, as `Date.now` gives them. */
export type Clock = () => number;

/** A written object, and what it was before. */
export interface Written {
  readonly change: Change;
  readonly object: StoredObject;
  readonly before: StoredObject | undefined;
}

/** The account behind the API. */
export class World {
  private made = 0;
  private readonly judge: Judge;

  /** @param account tells its ids from those of other accounts. */
  constructor(
    readonly store: Store,
    readonly clock: Clock,
    private readonly seed: string | number | undefined,
    private readonly account = "",
  ) {
    this.judge = new Judge((kind, id) => this.find(kind, id));
    for (const kind of kinds)
      for (const object of store.live(kind)) this.judge.place(kind, object, this.sentKey(kind, object));
    this.workspace("default");
  }

  now(): string {
    return new Date(this.clock()).toISOString();
  }

  /** Forgets every object. */
  reset(): void {
    this.store.reset();
    this.judge.clear();
    this.workspace("default");
  }

  /**
   * Makes an object of the given fields. What the fields do not say (id, times, status) is filled in.
   * @param sentKey its natural key as it was sent, where the fields have it in another spelling.
   */
  create(kind: Kind, fields: WireObject, personality: Personality, sentKey?: string): Written {
    const now = this.now();
    const given: WireObject = {
      ...this.startingFields(kind, personality, fields),
      ...withoutNulls(fields),
      created_at: fields["created_at"] ?? now,
      updated_at: fields["updated_at"] ?? now,
      deleted_at: fields["deleted_at"] ?? null,
    };
    const object = this.complete(kind, {
      ...given,
      ...this.placeOf(kind, given),
      id: textOf(fields["id"]) ?? this.newId(),
    });
    this.keep(kind, object, sentKey);
    return { change: "create", object, before: undefined };
  }

  /**
   * Sets the given fields of an object; null clears. Undefined if there is no such live object.
   * @param sentKey its natural key as it was sent, where the patch has it in another spelling.
   */
  change(kind: Kind, id: string, patch: WireObject, sentKey?: string): Written | undefined {
    const before = this.find(kind, id);
    if (before === undefined) return undefined;
    const merged = withoutNulls({ ...before, ...patch, id });
    merged["updated_at"] = textOf(patch["updated_at"]) ?? this.now();
    merged["deleted_at"] = patch["deleted_at"] ?? null;
    const object = this.complete(kind, { ...merged, ...this.placeOf(kind, merged), id });
    const key = shapes[kind].naturalKey;
    // What is stored under the same name as before is not sent under another one because that was read back.
    this.keep(kind, object, object[key] === before[key] ? this.store.sentKey(kind, id) : sentKey);
    return { change: "update", object, before };
  }

  /** Deletes an object. Undefined if there is no such live object. */
  delete(kind: Kind, id: string): Written | undefined {
    const before = this.find(kind, id);
    if (before === undefined) return undefined;
    const object = { ...before, deleted_at: this.now() };
    this.store.put(kind, object);
    this.judge.remove(kind, id);
    return { change: "delete", object, before };
  }

  /** A live object. */
  find(kind: Kind, id: string): StoredObject | undefined {
    const object = this.store.get(kind, id);
    return object === undefined || isDeleted(object) ? undefined : object;
  }

  /** Slug and UUID of a workspace named by either; made if it is not there. */
  workspace(name: string): { readonly slug: string; readonly id: string } {
    const known = this.knownWorkspace(name);
    if (known !== undefined) return known;
    const id = this.uuid("workspace", name);
    const now = this.now();
    const names = { workspace_slug: name, workspace_name: name, company_id: this.uuid("company") };
    this.keep("Workspace", { id, ...names, created_at: now, updated_at: now, deleted_at: null });
    return { slug: name, id };
  }

  /** Slug and UUID of a workspace that is there, named by either. */
  knownWorkspace(name: string): { readonly slug: string; readonly id: string } | undefined {
    for (const { id, workspace_slug: slug } of this.store.live("Workspace"))
      if (id === name || slug === name) return { slug: textOf(slug) ?? id, id };
    return undefined;
  }

  /** Ids of the live objects that are stored under the natural key of the given one, to the letter. */
  namesakes(kind: Kind, object: WireObject): readonly string[] {
    const key = shapes[kind].naturalKey;
    const scope = scopeOf(kind, object);
    const result: string[] = [];
    for (const other of this.store.live(kind)) {
      if (other[key] !== object[key] || other.id === object["id"]) continue;
      if (scopeOf(kind, other) === scope) result.push(other.id);
    }
    return result;
  }

  /** Live objects that are one thing made more than once. */
  duplicates(): Duplicates[] {
    return kinds.flatMap((kind) => this.judge.duplicates(kind));
  }

  /** The workspace of an object that lives in one, by its slug. */
  private placeOf(kind: Kind, object: WireObject): WireObject {
    const { workspaceField: name } = shapes[kind];
    return name === undefined ? {} : { [name]: this.workspace(textOf(object[name]) ?? "default").slug };
  }

  /** What a new object has before its fields are set. */
  private startingFields(
    kind: Kind,
    { agentDefaults, newCampaignStatus }: Personality,
    { workspace_name: name }: WireObject,
  ): WireObject {
    switch (kind) {
      case "Campaign":
        return { status: newCampaignStatus, call_progress: 0 };
      case "AiAgent":
        return {
          ...(agentDefaults === "samples" ? agentSamples() : {}),
          status: "active",
          max_silence_duration: 30,
          interruption_sensitivity: 0.5,
          llm_temperature: 0.2,
          agent_type: "single",
        };
      case "Workspace":
        return { company_id: this.uuid("company"), workspace_slug: this.freeSlug(textOf(name) ?? "workspace") };
      case "Webhook":
        return { status: "scheduled", company_id: this.uuid("company"), executions: [] };
      default:
        return {};
    }
  }

  private freeSlug(name: string): string {
    const slug = slugOf(name);
    let free = slug;
    for (let turn = 2; this.knownWorkspace(free) !== undefined; turn++) free = `${slug}-${turn}`;
    return free;
  }

  private newId(): string {
    if (this.seed === undefined) return randomUUID();
    let id: string;
    do id = this.uuid("object", this.seed, this.made++);
    while (kinds.some((kind) => this.store.get(kind, id)));
    return id;
  }

  private uuid(...parts: readonly (string | number)[]): string {
    return uuidFrom(...parts, ...(this.account === "" ? [] : [this.account]));
  }

  /** Gives the steps of a webhook flow their numbers, ids and times. */
  private complete(kind: Kind, object: StoredObject): StoredObject {
    const { steps } = object;
    if (kind !== "Webhook" || !Array.isArray(steps)) return object;
    const now = this.now();
    const stamped = steps.map((step, index) =>
      isObject(step)
        ? {
            step_number: index + 1,
            ...withoutNulls(step),
            id: step["id"] ?? uuidFrom("step", object.id, index),
            created_at: step["created_at"] ?? now,
            updated_at: step["updated_at"] ?? now,
            deleted_at: step["deleted_at"] ?? null,
          }
        : step,
    );
    return { ...object, steps: stamped };
  }

  private keep(kind: Kind, object: StoredObject, sentKey?: string): void {
    const { id } = object;
    this.store.put(kind, object, sentKey);
    if (isDeleted(object)) {
      this.judge.remove(kind, id);
      return;
    }
    const key = this.sentKey(kind, object);
    this.judge.place(kind, object, key);
    const others = this.judge.doublesOf(kind, id).filter((other) => !this.isNoted(kind, id, other));
    if (others.length === 0) return;
    this.store.noteDouble({ kind, workspace: scopeOf(kind, object), key, id, others, at: this.now() });
  }

  /** Whether two objects were a double before: each pair counts once. */
  private isNoted(kind: Kind, one: string, other: string): boolean {
    return this.store
      .allDoubles()
      .some(
        ({ kind: of, id, others }) =>
          of === kind && ((id === one && others.includes(other)) || (id === other && others.includes(one))),
      );
  }

  private sentKey(kind: Kind, object: WireObject & { id: string }): string {
    return this.store.sentKey(kind, object.id) ?? textOf(object[shapes[kind].naturalKey]) ?? "";
  }
}

/** Whether an object is deleted. */
export function isDeleted(object: WireObject): boolean {
  return typeof object["deleted_at"] === "string";
}

function agentSamples(): WireObject {
  return Object.fromEntries(
    shapes.AiAgent.fields.flatMap(({ name, sample, writable }): [string, Json][] =>
      writable && sample !== undefined ? [[name, structuredClone(sample)]] : [],
    ),
  );
}

function withoutNulls(object: WireObject): WireObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
}

function slugOf(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "") || "workspace"
  );
}
