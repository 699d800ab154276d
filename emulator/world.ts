/**
 * The objects and what happens to them, whoever asks: the API and the dashboard both write through here. Gives ids,
 * times and first statuses, and keeps the record of doubles.
 */
import { randomUUID } from "node:crypto";
import { isObject, textOf, type Json, type WireObject } from "./json";
import type { Change } from "./lag";
import type { Personality } from "./personality";
import { uuidFrom } from "./random";
import { naturalKeyOf, shapes, type Kind, type StoredKind } from "./shapes";
import type { Store, StoredObject } from "./store";

/** Milliseconds since 1970, as `Date.now` gives them. */
export type Clock = () => number;

/** A written object, and what it was before. */
export interface Written {
  readonly change: Change;
  readonly object: StoredObject;
  readonly before: StoredObject | undefined;
}

/** Company of every webhook flow. */
const companyId = uuidFrom("company");

/** The account behind the API. */
export class World {
  private made = 0;

  constructor(
    readonly store: Store,
    readonly clock: Clock,
    private readonly seed: string | number | undefined,
  ) {
    this.workspace("default");
  }

  now(): string {
    return new Date(this.clock()).toISOString();
  }

  /** Forgets every object. */
  reset(): void {
    this.store.reset();
    this.workspace("default");
  }

  /** Makes an object of the given fields. What the fields do not say (id, times, status) is filled in. */
  create(kind: StoredKind, fields: WireObject, personality: Personality): Written {
    const now = this.now();
    const given: WireObject = {
      ...startingFields(kind, personality),
      ...withoutNulls(fields),
      created_at: fields["created_at"] ?? now,
      updated_at: fields["updated_at"] ?? now,
      deleted_at: fields["deleted_at"] ?? null,
    };
    if (kind === "Workspace") given["slug"] ??= this.freeSlug(textOf(given["name"]) ?? "workspace");
    else given["workspace"] = this.workspace(textOf(given["workspace"]) ?? "default").slug;
    const object = this.complete(kind, { ...given, id: textOf(fields["id"]) ?? this.newId() });
    this.keep(kind, object);
    return { change: "create", object, before: undefined };
  }

  /** Sets the given fields of an object; null clears. Undefined if there is no such live object. */
  change(kind: StoredKind, id: string, patch: WireObject): Written | undefined {
    const before = this.find(kind, id);
    if (before === undefined) return undefined;
    const merged = withoutNulls({ ...before, ...patch, id });
    merged["updated_at"] = textOf(patch["updated_at"]) ?? this.now();
    merged["deleted_at"] = patch["deleted_at"] ?? null;
    if (kind !== "Workspace") merged["workspace"] = this.workspace(textOf(merged["workspace"]) ?? "default").slug;
    const object = this.complete(kind, { ...merged, id });
    this.keep(kind, object, before);
    return { change: "update", object, before };
  }

  /** Deletes an object. Undefined if there is no such live object. */
  delete(kind: StoredKind, id: string): Written | undefined {
    const before = this.find(kind, id);
    if (before === undefined) return undefined;
    const object = { ...before, deleted_at: this.now() };
    this.store.put(kind, object);
    return { change: "delete", object, before };
  }

  /** A live object. */
  find(kind: StoredKind, id: string): StoredObject | undefined {
    const object = this.store.get(kind, id);
    return object === undefined || isDeleted(object) ? undefined : object;
  }

  /** Slug and UUID of a workspace named by either; made if it is not there. */
  workspace(name: string): { readonly slug: string; readonly id: string } {
    const known = this.knownWorkspace(name);
    if (known !== undefined) return known;
    const id = uuidFrom("workspace", name);
    const now = this.now();
    this.store.put("Workspace", { id, slug: name, name, created_at: now, updated_at: now, deleted_at: null });
    return { slug: name, id };
  }

  /** Slug and UUID of a workspace that is there, named by either. */
  knownWorkspace(name: string): { readonly slug: string; readonly id: string } | undefined {
    for (const { id, slug } of this.store.live("Workspace"))
      if (id === name || slug === name) return { slug: textOf(slug) ?? id, id };
    return undefined;
  }

  /** The natural key of an object with its scope: equal for two objects that must not both live. */
  identity(kind: StoredKind, object: WireObject): string {
    const scoped = kind !== "PhoneNumber" && kind !== "Workspace";
    return JSON.stringify({
      workspace: scoped ? (textOf(object["workspace"]) ?? "default") : null,
      key: textOf(object[naturalKeyOf(kind)]) ?? "",
    });
  }

  /** Ids of the live objects that share the natural key of the given one. */
  namesakes(kind: StoredKind, object: WireObject): readonly string[] {
    const key = naturalKeyOf(kind);
    const identity = this.identity(kind, object);
    const result: string[] = [];
    for (const other of this.store.live(kind)) {
      if (other[key] !== object[key] || other.id === object["id"]) continue;
      if (this.identity(kind, other) === identity) result.push(other.id);
    }
    return result;
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
    do id = uuidFrom("object", this.seed, this.made++);
    while (["Campaign", "AiAgent", "PhoneNumber", "Webhook"].some((kind) => this.store.get(kind as Kind, id)));
    return id;
  }

  /** Gives the steps of a webhook flow their numbers, ids and times. */
  private complete(kind: StoredKind, object: StoredObject): StoredObject {
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

  private keep(kind: StoredKind, object: StoredObject, before?: StoredObject): void {
    this.store.put(kind, object);
    const identity = this.identity(kind, object);
    if (before !== undefined && this.identity(kind, before) === identity) return;
    const others = this.namesakes(kind, object);
    if (others.length === 0) return;
    const { workspace, key } = JSON.parse(identity) as { workspace: string | null; key: string };
    this.store.noteDouble({ kind, workspace, key, id: object.id, others, at: this.now() });
  }
}

/** Whether an object is deleted. */
export function isDeleted(object: WireObject): boolean {
  return typeof object["deleted_at"] === "string";
}

/** What a new object has before its fields are set. */
function startingFields(kind: StoredKind, { agentDefaults, newCampaignStatus }: Personality): WireObject {
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
    case "Webhook":
      return { status: "scheduled", company_id: companyId, executions: [] };
    case "PhoneNumber":
    case "Workspace":
      return {};
  }
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
