/**
 * The documented queries of contacts and calls, and one call by its ID. They only read. Strict as the rest: a parameter
 * that is not documented, or whose value is of another form, is refused. Pages are from 0; no answer says how many
 * there are (documented).
 */
import { refusal, success, type Answer } from "../answers";
import { textOf, type Json, type WireObject } from "../json";
import type { Call, People } from "../operations";
import type { Personality } from "../personality";
import type { World } from "../world";
import type { AddressBook, Person } from "./book";
import type { CallCentre, PlacedCall } from "./calling";

/** What a parameter's value must be like. */
interface Form {
  readonly holds: (text: string) => boolean;
  readonly expected: string;
}

const anyText: Form = { holds: () => true, expected: "a text" };
const oneOf = (...words: readonly string[]): Form => ({
  holds: (text) => words.includes(text),
  expected: `one of ${words.join(", ")}`,
});
const whole = (least: number): Form => ({
  holds: (text) => /^\d{1,9}$/.test(text) && Number(text) >= least,
  expected: `a whole number from ${least}`,
});
const day: Form = {
  holds: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)),
  expected: "a date YYYY-MM-DD",
};
const uuid: Form = {
  holds: (text) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
  expected: "a UUID",
};

const paging = { page: whole(0), per_page: whole(1) };

const contactColumns = ["id", "firstname", "lastname", "phone_number", "status", "last_call_status", "last_call_at"];
const callColumns = ["id", "call_status", "call_duration", "started_at", "ended_at", "retry_at", "cost"];

const contactParameters: Readonly<Record<string, Form>> = {
  ...{ tags: anyText, categories: anyText, source_name: anyText, search: anyText, campaign_id: uuid },
  ...{ status: anyText, last_call_statuses: anyText, start_date: day, end_date: day, workspace: anyText },
  sort_column: oneOf(...contactColumns),
  ...paging,
};

const callParameters: Readonly<Record<string, Form>> = {
  ...{ campaign_id: uuid, ai_agent_id: uuid, status: anyText, start_date: day, end_date: day, search: anyText },
  sort_column: oneOf(...callColumns),
  order: oneOf("asc", "desc"),
  ...paging,
};

/** Answers the queries of one account. */
export class Queries implements People {
  constructor(
    private readonly world: World,
    private readonly book: AddressBook,
    private readonly centre: CallCentre,
    private readonly personality: () => Personality,
  ) {}

  catchUp(): void {
    this.centre.catchUp();
  }

  answer({ route, parameter, query }: Call): Answer {
    switch (route.name) {
      case "contacts.query":
        return this.contacts(query);
      case "calls.query":
        return this.callsAsked(query);
      default:
        return this.oneCall(parameter ?? "");
    }
  }

  private contacts(query: URLSearchParams): Answer {
    const refused = this.refuse(query, contactParameters);
    if (refused !== undefined) return refused;
    const personality = this.personality();
    const named = query.get("workspace") ?? "default";
    const slug = this.world.knownWorkspace(named)?.slug;
    if (slug === undefined && personality.unknownWorkspace === "refused")
      return refusal("absent", `workspace "${named}" not found`, personality);
    const list = (name: string): string[] => splitList(query.get(name));
    const source = query.get("source_name");
    const selection = { tags: list("tags"), categories: list("categories"), sources: source === null ? [] : [source] };
    const latest = this.latestCalls();
    const campaigns = this.world.store.all("Campaign");
    const people = this.book
      .select(slug ?? named, selection, personality.contactFilters, campaigns)
      .map((person) => this.contact(person, slug ?? named, latest.get(person.id)));
    const statuses = list("last_call_statuses");
    const found = people
      .filter((item) => fits(query, "campaign_id", item["campaign_id"]) && fits(query, "status", item["status"]))
      .filter((item) => statuses.length === 0 || statuses.includes(textOf(item["last_call_status"]) ?? ""))
      .filter((item) => isWithin(query, item["last_call_at"]))
      .filter((item) => holds(query, ["firstname", "lastname", "phone_number"], item));
    return this.page(sorted(found, query, "id"), query, 20);
  }

  private callsAsked(query: URLSearchParams): Answer {
    const refused = this.refuse(query, callParameters);
    if (refused !== undefined) return refused;
    const found = this.centre.calls
      .map((call) => this.call(call))
      .filter((item) => ["campaign_id", "ai_agent_id"].every((name) => fits(query, name, item[name])))
      .filter((item) => fits(query, "status", item["call_status"]))
      .filter((item) => isWithin(query, item["started_at"]))
      .filter((item) => holds(query, ["id", "contact_id"], item));
    return this.page(sorted(found, query, "started_at", "desc"), query, 10);
  }

  private oneCall(id: string): Answer {
    const found = this.centre.calls.find((call) => call.id === id);
    const personality = this.personality();
    return found === undefined
      ? refusal("absent", `call ${id} not found`, personality)
      : success(this.call(found), false, personality);
  }

  private page(items: readonly WireObject[], query: URLSearchParams, usual: number): Answer {
    const personality = this.personality();
    const size = Math.min(Number(query.get("per_page") ?? usual), personality.pageCap);
    const start = Number(query.get("page") ?? 0) * size;
    const shown = items.slice(start, start + size);
    return success(shown.length === 0 && personality.emptyList === "null" ? null : shown, false, personality);
  }

  private refuse(query: URLSearchParams, known: Readonly<Record<string, Form>>): Answer | undefined {
    const problems = [...query].flatMap(([name, value]) => {
      const form = Object.hasOwn(known, name) ? known[name] : undefined;
      if (form === undefined) return [`${name} is not a parameter of this query`];
      if (query.getAll(name).length > 1) return [`${name} is given more than once`];
      return form.holds(value) ? [] : [`${name} must be ${form.expected}`];
    });
    if (problems.length === 0) return undefined;
    return refusal("invalid", `validation failed: ${[...new Set(problems)].join("; ")}`, this.personality());
  }

  private latestCalls(): ReadonlyMap<string, PlacedCall> {
    return new Map(this.centre.calls.map((call) => [call.person.id, call]));
  }

  private contact(person: Person, workspace: string, latest: PlacedCall | undefined): WireObject {
    return {
      id: person.id,
      firstname: person.firstname,
      lastname: person.lastname,
      phone_number: person.phoneNumber,
      tag_name: person.tag,
      category_name: person.category,
      source_name: person.source,
      campaign_id: latest?.campaignId ?? null,
      status: "active",
      last_call_status: latest === undefined ? null : this.statusOf(latest),
      last_call_at: latest === undefined ? null : this.time(latest.startedAt),
      workspace_id: workspace,
    };
  }

  private call(call: PlacedCall): WireObject {
    const isOver = call.endedAt <= this.world.clock();
    return {
      id: call.id,
      campaign_id: call.campaignId,
      ai_agent_id: call.agentId,
      contact_id: call.person.id,
      call_status: this.statusOf(call),
      call_direction: "outbound",
      call_duration: isOver ? (call.endedAt - call.startedAt) / 1_000 : 0,
      is_test: false,
      started_at: this.time(call.startedAt),
      ended_at: isOver ? this.time(call.endedAt) : null,
      retry_at: isOver && call.retryAt !== null ? this.time(call.retryAt) : null,
      cost: 0,
      price_unit: "USD",
    };
  }

  private statusOf(call: PlacedCall): string {
    return call.endedAt <= this.world.clock() ? call.outcome : "in-progress";
  }

  private time(instant: number): string {
    const text = new Date(instant).toISOString();
    return this.personality().times === "zoneless" ? text.replace(/(\.\d+)?Z$/, "") : text;
  }
}

const splitList = (text: string | null): string[] =>
  (text ?? "")
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");

function fits(query: URLSearchParams, name: string, value: Json | undefined): boolean {
  const asked = query.get(name);
  return asked === null || asked === value;
}

/** By day in UTC, both ends included (documented for calls). */
function isWithin(query: URLSearchParams, time: Json | undefined): boolean {
  const [first, last] = [query.get("start_date"), query.get("end_date")];
  if (first === null && last === null) return true;
  if (typeof time !== "string") return false;
  const date = time.slice(0, 10);
  return (first === null || date >= first) && (last === null || date <= last);
}

function holds(query: URLSearchParams, columns: readonly string[], item: WireObject): boolean {
  const wanted = query.get("search")?.toLowerCase() ?? "";
  return wanted === "" || columns.some((column) => (textOf(item[column]) ?? "").toLowerCase().includes(wanted));
}

function sorted(items: readonly WireObject[], query: URLSearchParams, usual: string, order = "asc"): WireObject[] {
  const column = query.get("sort_column");
  if (column === null && usual === "id") return [...items];
  const sign = (query.get("order") ?? order) === "desc" ? -1 : 1;
  const key = (item: WireObject): string | number => {
    const value = item[column ?? usual];
    return typeof value === "number" ? value : (textOf(value) ?? "");
  };
  const compare = (one: WireObject, other: WireObject): number =>
    key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0;
  return [...items].sort((one, other) => sign * compare(one, other));
}
