/** What each operation does, once the request is read: create, list, read, update, delete. */
import { error, refusal, success, type Answer } from "./answers";
import { isObject, textOf, type Json, type WireObject } from "./json";
import type { Kind } from "./kinds";
import type { ListLag } from "./lag";
import { storedName } from "./names";
import { listAnswer } from "./pages";
import type { Personality } from "./personality";
import type { Route } from "./routes";
import { shapes } from "./shapes";
import type { StoredObject } from "./store";
import { problemsOf, type WriteForm } from "./validation";
import { view, type Place } from "./views";
import { isDeleted, type World, type Written } from "./world";

/** A request that found its route. */
export interface Call {
  readonly route: Route;
  /** Path below /v1, without the query. */
  readonly path: string;
  /** The `{id}` or `{workspace}` of the path. */
  readonly parameter: string | undefined;
  readonly query: URLSearchParams;
  readonly body: Json;
}

/** The people of an account, and the calls to them. */
export interface People {
  /** Lets happen what has come to pass since it was last asked. */
  catchUp(): void;
  answer(call: Call): Answer;
}

/** Answers calls against a world, as a personality has it. */
export class Operations {
  constructor(
    private readonly world: World,
    private readonly lag: ListLag,
    private readonly personality: () => Personality,
    private readonly people?: People,
  ) {}

  answer(call: Call): Answer {
    this.people?.catchUp();
    const { kind, operation } = call.route;
    if (kind === null || operation === "query")
      return this.people?.answer(call) ?? error(404, "no such route", this.personality());
    switch (operation) {
      case "create":
        return this.create(kind, call.body);
      case "list":
        return this.list(kind, call);
      case "read":
        return this.read(kind, call.parameter ?? "");
      case "update":
        return this.update(kind, call.parameter ?? "", call.body);
      case "delete":
        return this.delete(kind, call.parameter ?? "");
    }
  }

  private create(kind: Kind, body: Json): Answer {
    const personality = this.personality();
    const problems = problemsOf(kind, "create", body);
    if (problems.length > 0 || !isObject(body)) return this.refuse(problems);
    const kept = respelled(kind, body, personality);
    const refused = this.refuseNames(kind, body) ?? this.refuseDouble(kind, { ...kept, workspace: this.slugOf(body) });
    if (refused !== undefined) return refused;
    const written = this.world.create(kind, kept, personality, textOf(body[shapes[kind].naturalKey]));
    this.remember(kind, written);
    const holds = kind === "Campaign" ? personality.campaignCreateData : personality.otherCreateData;
    return this.written(kind, shapes[kind].documentsWrites ? "object" : holds, written, "created");
  }

  private list(kind: Kind, { path, parameter, query }: Call): Answer {
    const personality = this.personality();
    const asked = parameter ?? query.get("workspace") ?? "default";
    const slug = this.world.knownWorkspace(asked)?.slug;
    if (slug === undefined && personality.unknownWorkspace === "refused")
      return refusal("absent", `workspace "${asked}" not found`, personality);
    const now = this.world.clock();
    const items = this.world.store
      .all(kind)
      .map((object) => this.lag.shown(kind, object, now))
      .filter((object) => object !== undefined)
      .filter((object) => personality.deletedInLists === "shown" || !isDeleted(object))
      .filter((object) => !isFiltered(kind, personality) || object["workspace"] === slug)
      .map((object) => this.show(kind, object, "list"))
      .flatMap((item) => (personality.listRepeats === "twice" ? [item, item] : [item]));
    const shown = listAnswer(items, { path, query }, personality);
    if ("reason" in shown) return refusal(shown.reason, shown.message, personality);
    this.lag.listed(kind);
    const { body, ...answer } = success(shown.data, false, personality);
    return { ...answer, headers: shown.headers, body: { ...body, ...shown.envelope } };
  }

  private read(kind: Kind, id: string): Answer {
    const personality = this.personality();
    const object = this.world.store.get(kind, id);
    if (object === undefined || (isDeleted(object) && personality.deletedInLists === "absent"))
      return refusal("absent", `${kind} ${id} not found`, personality);
    return success(this.show(kind, object, "read"), false, personality);
  }

  private update(kind: Kind, id: string, body: Json): Answer {
    const personality = this.personality();
    const before = this.world.find(kind, id);
    if (before === undefined) return refusal("absent", `${kind} ${id} not found`, personality);
    const { documentsWrites } = shapes[kind];
    const form: WriteForm = personality.updateReplaces && !documentsWrites ? "replace" : "update";
    const problems = problemsOf(kind, form, body);
    if (!isObject(body)) return this.refuse(problems);
    if (kind === "Campaign" && personality.updateRequiresStatus)
      problems.push(
        ...["name", "status"]
          .filter((name) => body[name] === undefined && !problems.includes(`${name} is required`))
          .map((name) => `${name} is required`),
      );
    if (problems.length === 0) problems.push(...this.fixedProblems(kind, before, body));
    if (problems.length > 0) return this.refuse(problems);
    const kept = respelled(kind, body, personality);
    const refused = this.refuseNames(kind, body) ?? this.refuseDouble(kind, { ...before, ...kept, id }, before);
    if (refused !== undefined) return refused;
    const patch = form === "replace" ? { ...clearing(kind), ...kept } : kept;
    const written = this.world.change(kind, id, patch, textOf(body[shapes[kind].naturalKey]));
    if (written === undefined) return refusal("absent", `${kind} ${id} not found`, personality);
    this.remember(kind, written);
    const { updateData } = personality;
    const usual = kind === "Campaign" ? "text" : "object";
    return this.written(kind, updateData === "documented" || documentsWrites ? usual : updateData, written, "updated");
  }

  private delete(kind: Kind, id: string): Answer {
    const personality = this.personality();
    const { documentsWrites } = shapes[kind];
    if (this.world.find(kind, id) === undefined) {
      const { deleteOfAbsent } = personality;
      if (deleteOfAbsent === "rows" || documentsWrites) return success(0, documentsWrites, personality);
      if (deleteOfAbsent === "404") return error(404, `${kind} ${id} not found`, personality);
      return refusal("absent", `${kind} ${id} not found`, personality);
    }
    const written = personality.deleteDoes === "done" ? this.world.delete(kind, id) : undefined;
    if (written !== undefined) this.remember(kind, written);
    const holds = documentsWrites ? "rows" : personality.deleteData;
    const data = holds === "rows" ? 1 : holds === "null" ? null : `${kind} deleted successfully`;
    return success(data, documentsWrites, personality);
  }

  /** The answer of a create or an update. */
  private written(
    kind: Kind,
    holds: Personality["campaignCreateData"],
    { object }: Written,
    done: "created" | "updated",
  ): Answer {
    const { id } = object;
    const data = (): Json => {
      switch (holds) {
        case "id":
          return id;
        case "text":
          return `${kind} ${done} successfully`;
        case "textWithId":
          return `${kind} ${id} ${done} successfully`;
        case "object":
          return { ...this.show(kind, object, "write"), id };
        case "objectWithoutId":
          return without("id", this.show(kind, object, "write"));
        case "rows":
          return 1;
      }
    };
    return success(data(), shapes[kind].documentsWrites, this.personality());
  }

  private show(kind: Kind, object: StoredObject, place: Place): WireObject {
    return view(kind, object, place, this.personality(), (slug) => this.world.workspace(slug).id);
  }

  private remember(kind: Kind, { change, object, before }: Written): void {
    this.lag.written(change, kind, object.id, before, this.world.clock(), this.personality());
  }

  private refuse(problems: readonly string[]): Answer {
    return refusal("invalid", `validation failed: ${problems.join("; ")}`, this.personality());
  }

  /** Workspaces and references that must exist, where the personality wants them to. */
  private refuseNames(kind: Kind, body: WireObject): Answer | undefined {
    const { unknownWorkspace, unknownReferences } = this.personality();
    const problems: string[] = [];
    const workspace = textOf(body["workspace"]);
    if (unknownWorkspace === "refused" && workspace !== undefined && !this.world.knownWorkspace(workspace))
      problems.push(`workspace "${workspace}" not found`);
    if (unknownReferences === "refused")
      for (const { name, refersTo } of shapes[kind].fields) {
        const id = textOf(body[name]);
        if (refersTo !== undefined && id !== undefined && !this.world.find(refersTo, id))
          problems.push(`${name}: ${refersTo} ${id} not found`);
      }
    return problems.length > 0 ? this.refuse(problems) : undefined;
  }

  /** A second object of the same natural key, where the personality refuses it. */
  private refuseDouble(kind: Kind, object: WireObject, before?: WireObject): Answer | undefined {
    const key = shapes[kind].naturalKey;
    const { documentsWrites } = shapes[kind];
    if (this.personality().duplicateNames === "allowed" && !documentsWrites) return undefined;
    if (object[key] === undefined || before?.[key] === object[key]) return undefined;
    if (this.world.namesakes(kind, object).length === 0) return undefined;
    const words = documentsWrites
      ? `A ${kind.toLowerCase()} with this name already exists for your company.`
      : `${key} ${JSON.stringify(object[key])} is taken`;
    return refusal("conflict", words, this.personality());
  }

  /** What an update may not change: workspace, campaign type, phone number (inferred). The same value is welcome. */
  private fixedProblems(kind: Kind, before: WireObject, body: WireObject): string[] {
    return shapes[kind].fields
      .filter(({ name, fixed }) => fixed && body[name] !== undefined)
      .filter(({ name, isWorkspace }) => (isWorkspace ? this.slugOf(body) : body[name]) !== before[name])
      .map(({ name }) => `${name} cannot be changed`);
  }

  private slugOf(body: WireObject): string {
    const name = textOf(body["workspace"]) ?? "default";
    return this.world.knownWorkspace(name)?.slug ?? name;
  }
}

/** A body as the personality stores it: without the fields it does not know, and with its own spelling of the name. */
function respelled(kind: Kind, body: WireObject, personality: Personality): WireObject {
  const { droppedFields } = personality;
  const kept = Object.fromEntries(Object.entries(body).filter(([name]) => !droppedFields.includes(name)));
  const name = textOf(kept["name"]);
  if (name === undefined || !shapes[kind].byWorkspace) return kept;
  return { ...kept, name: storedName(name, personality) };
}

function isFiltered(kind: Kind, personality: Personality): boolean {
  switch (kind) {
    case "AiAgent":
      return personality.agentFilter === "honoured";
    case "Webhook":
      return personality.webhookFilter === "honoured";
    case "PhoneNumber":
      return personality.phoneNumberFilter === "honoured";
    default:
      return true;
  }
}

/** A patch that clears every field an update may clear. */
function clearing(kind: Kind): WireObject {
  const { fields, required } = shapes[kind];
  return Object.fromEntries(
    fields
      .filter(({ name, writable, fixed }) => writable && !fixed && !required.includes(name) && name !== "status")
      .map(({ name }) => [name, null]),
  );
}

function without(key: string, object: WireObject): WireObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
