/**
 * Calls that come to pass as the clock moves: an active outbound campaign calls one of its people each minute of its
 * hours, and again who did not answer. It is looked at only when somebody asks or writes: what happened meanwhile then
 * happens at once. Calls are kept in memory; after a restart a campaign goes on where its progress stands.
 */
import { textOf, type Json } from "../json";
import type { Personality } from "../personality";
import { draw, uuidFrom } from "../random";
import type { StoredObject } from "../store";
import type { World } from "../world";
import { selectionOf, type AddressBook, type Person } from "./book";
import { nextMinute } from "./hours";

/** A call that was made. Times in milliseconds since 1970. */
export interface PlacedCall {
  readonly id: string;
  readonly campaignId: string;
  readonly agentId: string | null;
  readonly person: Person;
  readonly workspace: string;
  /** How it ends; until then it is in progress. */
  readonly outcome: string;
  readonly startedAt: number;
  readonly endedAt: number;
  /** When the person is called again. */
  readonly retryAt: number | null;
}

const MINUTE = 60_000;

/** What becomes of a call, and how often of a hundred. `completed` is talked to its end. */
const outcomes: readonly (readonly [outcome: string, share: number])[] = [
  ["completed", 62],
  ["no-answer", 22],
  ["busy", 8],
  ["failed", 8],
];

/** Somebody to be called. */
interface Due {
  readonly person: Person;
  readonly attempt: number;
  readonly at: number;
}

/** How far a campaign has come. */
interface Progress {
  due: Due[];
  total: number;
  done: number;
  /** The next call is not before. */
  free: number;
}

/** The calls of one account. */
export class CallCentre {
  readonly calls: PlacedCall[] = [];
  private readonly progress = new Map<string, Progress>();
  private movedTo: number;

  constructor(
    private readonly world: World,
    private readonly book: AddressBook,
    private readonly personality: () => Personality,
    /** Whether anybody is called at all. */
    private readonly isOpen: boolean,
  ) {
    this.movedTo = world.clock();
  }

  /** Forgets every call. */
  clear(): void {
    this.calls.length = 0;
    this.progress.clear();
  }

  /** Lets happen what has come to pass since it was last asked. */
  catchUp(): void {
    const now = this.world.clock();
    const since = this.movedTo;
    this.movedTo = now;
    if (!this.isOpen || now <= since) return;
    for (const campaign of [...this.world.store.live("Campaign")])
      if (campaign["status"] === "active" && campaign["campaign_type"] === "outbound") this.call(campaign, since, now);
  }

  private call(campaign: Readonly<StoredObject>, since: number, now: number): void {
    const made = this.calls.length;
    const progress = this.progress.get(campaign.id) ?? this.begun(campaign, since);
    progress.free = Math.max(progress.free, since);
    for (;;) {
      const [next] = progress.due.sort((one, other) => one.at - other.at);
      if (next === undefined) break;
      const at = nextMinute(campaign, Math.max(next.at, progress.free), now);
      if (at === undefined || at > now) break;
      progress.due.shift();
      progress.free = at + MINUTE;
      this.place(campaign, next, at, progress);
    }
    // Where there is nobody to call, it is through when it would have called, and not as soon as it is made.
    const isThrough =
      progress.due.length === 0 &&
      (progress.total > 0 || (nextMinute(campaign, progress.free, now) ?? Infinity) <= now);
    if (this.calls.length > made || isThrough) this.note(campaign, progress);
  }

  private begun(campaign: Readonly<StoredObject>, at: number): Progress {
    const people = this.peopleOf(campaign);
    const done = Math.floor((people.length * numberOf(campaign["call_progress"])) / 100);
    const progress = {
      due: people.slice(done).map((person) => ({ person, attempt: 1, at })),
      total: people.length,
      done,
      free: at + MINUTE,
    };
    this.progress.set(campaign.id, progress);
    return progress;
  }

  private peopleOf(campaign: Readonly<StoredObject>): Person[] {
    const { contactFilters } = this.personality();
    const workspace = textOf(campaign["workspace"]) ?? "default";
    return this.book.select(workspace, selectionOf(campaign), contactFilters, this.world.store.all("Campaign"));
  }

  private place(campaign: Readonly<StoredObject>, { person, attempt }: Due, at: number, progress: Progress): void {
    const luck = (what: string): number => draw(what, campaign.id, person.id, attempt);
    const outcome = outcomeOf(luck("outcome") * 100);
    const endedAt = at + 1_000 * Math.round(outcome === "completed" ? 30 + luck("length") * 150 : 20);
    const again = outcome !== "completed" && attempt < numberOf(first(campaign["number_of_call_attempts"]), 1);
    const retryAt = again ? endedAt + pauseOf(campaign) : null;
    if (retryAt === null) progress.done++;
    else progress.due.push({ person, attempt: attempt + 1, at: retryAt });
    this.calls.push({
      id: uuidFrom("call", campaign.id, person.id, attempt),
      campaignId: campaign.id,
      agentId: textOf(campaign["ai_agent_id"]) ?? null,
      workspace: textOf(campaign["workspace"]) ?? "default",
      person,
      outcome,
      startedAt: at,
      endedAt,
      retryAt,
    });
  }

  /** Progress, and the end, move by themselves (documented); nobody has written the campaign. */
  private note(campaign: Readonly<StoredObject>, { total, done, due }: Progress): void {
    const call_progress = total === 0 ? 100 : Math.round((done / total) * 1_000) / 10;
    const status = due.length === 0 ? "completed" : "active";
    this.world.store.put(
      "Campaign",
      { ...campaign, call_progress, status },
      this.world.store.sentKey("Campaign", campaign.id),
    );
  }
}

function outcomeOf(hundredth: number): string {
  let sum = 0;
  return outcomes.find(([, share]) => (sum += share) > hundredth)?.[0] ?? "failed";
}

const first = (list: Json | undefined): Json | undefined => (Array.isArray(list) ? list[0] : undefined);

const numberOf = (value: Json | undefined, otherwise = 0): number => (typeof value === "number" ? value : otherwise);

function pauseOf(campaign: Readonly<StoredObject>): number {
  const unit = first(campaign["retry_delay_unit"]) === "minutes" ? MINUTE : 1_000;
  return Math.max(numberOf(first(campaign["retry_delay"])) * unit, MINUTE);
}
