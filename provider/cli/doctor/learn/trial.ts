/**
 * Learning what writes do, on throw-away objects. For each kind: one that says all that can be told something of, which is
 * changed and deleted; then one with empty values, and another of its name. What is sent is harmless, what is changed is ours, and what was
 * made is noted before it is sent.
 */
import { candidatesFor } from "../../../api/candidates";
import { reportedId, type Item } from "../../../api/object";
import type { Probed } from "../../../api/probe";
import type { Route } from "../../../api/routes";
import type { Create, Delay } from "../../../contract/types";
import { kinds } from "../../../kinds";
import { isUuid } from "../../../kinds/formats";
import { isEmpty, isObject } from "../../../values/empty";
import { createdIn } from "../../../lifecycle/write";
import { lookElsewhere } from "./account";
import { isOurs, listOurs, readOurs } from "./ours";
import { deletesOf, isGone, removeOne } from "./remove";
import type { KindSightings, Sightings } from "./sightings";
import {
  bodyOf,
  mustBeHarmless,
  newMark,
  playthings,
  triedKinds,
  type Body,
  type Fullness,
  type Making,
  type TriedKind,
} from "./throwAways";
import type { TryNotes } from "./tryNotes";
import { isOfOneKind, withPatience, type World } from "./world";

/** A throw-away object that was made. */
interface Made {
  readonly kind: TriedKind;
  readonly making: Making;
  readonly fullness: Fullness;
  readonly body: Body;
  /** Undefined where no answer has told it. */
  readonly id: string | undefined;
}

/** Tries all kinds. Gives what could not be tried, a sentence each; what was made stays, and is noted. */
export async function tryWrites(
  world: World,
  sightings: Sightings,
  notes: TryNotes,
  account: string,
): Promise<readonly string[]> {
  const problems: string[] = [];
  const made: Partial<Record<TriedKind, string>> = {};
  sightings.writesTried = true;
  for (const kind of triedKinds) {
    const trial = new Trial(world, sightings, notes, account, kind, made);
    try {
      const id = await trial.run();
      if (id !== undefined) made[kind] = id;
    } catch (error) {
      if (!isOfOneKind(world, error)) throw error;
      problems.push(error.message);
    }
    problems.push(...trial.problems);
  }
  return problems;
}

class Trial {
  readonly problems: string[] = [];
  readonly #seen: KindSightings;
  /** What the last update wrote that was seen to be written. */
  #written: string | undefined;

  constructor(
    readonly world: World,
    readonly sightings: Sightings,
    readonly notes: TryNotes,
    readonly account: string,
    readonly kind: TriedKind,
    readonly made: Partial<Record<TriedKind, string>>,
  ) {
    this.#seen = sightings.kinds[kind];
  }

  get #noun(): string {
    return kinds[this.kind].noun;
  }

  /**
   * Gives the ID of an object that stays until the end, for what refers to it. Where nothing can be deleted, one is left and
   * no more are made.
   */
  async run(): Promise<string | undefined> {
    const first = await this.#make(["full", "least"]);
    if (first === undefined) return undefined;
    await this.#show(first);
    await lookElsewhere(this.world, kinds[this.kind], true, this.sightings);
    if (first.id === undefined) return undefined;
    const route = await this.#findUpdate(first);
    if (route !== undefined) await this.#learnUpdate(first, route);
    if (!(await this.#findDelete(first, first.id))) return first.id;
    const second = await this.#make(["empties", "least"]);
    if (second === undefined) return undefined;
    await this.#show(second);
    await this.#makeNamesake(second);
    return second.id;
  }

  /** Makes one, of the fullest body that is taken. */
  async #make(fullnesses: readonly Fullness[]): Promise<Made | undefined> {
    const making: Making = {
      mark: newMark(this.world.random),
      workspace: this.world.workspace,
      now: this.world.now(),
      // Nobody talks in a campaign whose agent does not exist.
      agent: this.made.AiAgent ?? "00000000-0000-4000-8000-000000000000",
      webhook: this.made.Webhook,
    };
    for (const fullness of fullnesses) {
      const body = bodyOf(this.kind, fullness, making);
      const answer = await this.#send(making, body);
      if (answer === "absent") return undefined;
      if (answer.isSuccess) return this.#made(making, fullness, body, answer);
    }
    this.problems.push(`The API refused a throw-away ${this.#noun}, so what its writes do was not learned.`);
    return undefined;
  }

  /** Sends a create, once, by the first way; noted before. */
  async #send(making: Making, body: Body): Promise<Probed | "absent"> {
    const { kind, world, notes } = this;
    const [route] = world.client.routes.of(kind, "create");
    if (route === undefined) return "absent";
    mustBeHarmless(kind, body, making);
    world.progress(`Making a throw-away ${this.#noun}…`);
    const { mark, workspace } = making;
    const ids = notes.all().find((note) => note.mark === mark)?.ids ?? [];
    const note = { mark, kind, workspace, account: this.account, at: world.now(), ids, isOpen: true };
    notes.write(note);
    const answer = await world.client.probe(route, { operation: "create", workspace, body });
    this.sightings.answered(answer);
    // What was refused may be there all the same; a look without patience tells.
    if (!answer.isSuccess) notes.write({ ...note, isOpen: false });
    const isAbsent = this.sightings.isAbsent(answer);
    this.#seen.tried("create", route, answer.isSuccess ? "works" : isAbsent ? "absent" : "open");
    if (isAbsent) this.#seen.exhausted.add("create");
    return isAbsent ? "absent" : answer;
  }

  /** Looks for what was made, by the answer and in the list. */
  async #made(making: Making, fullness: Fullness, body: Body, answer: Probed): Promise<Made> {
    const { kind, world } = this;
    const told = createdIn(kinds[kind], answer.data).id;
    if (told !== undefined) {
      this.#seen.idIn.add("create");
      this.#noteId(making, told);
    }
    const begun = world.now();
    let lists = 0;
    const item = await withPatience(world, async () => {
      const { alive } = await listOurs(world, kind, this.#seen, making.mark);
      if (alive.length === 0) lists++;
      return alive[0];
    });
    if (item !== undefined) this.#lag("create", { lists, ms: lists === 0 ? 0 : world.now() - begun });
    const id = told ?? (item === undefined ? undefined : reportedId(item));
    if (id !== undefined) this.#noteId(making, id);
    this.#seen.create.data ??= heldIn(answer.data, id);
    const made = { kind, making, fullness, body, id };
    // What an answer has told must be seen to be so, before anything is done by it.
    if (id !== undefined && (await isOurs(world, kind, this.#seen, id, making.mark))) return made;
    return { ...made, id: undefined };
  }

  #noteId({ mark, workspace }: Making, id: string): void {
    const before = this.notes.all().find((note) => note.mark === mark);
    const ids = [...new Set([...(before?.ids ?? []), id])];
    const at = before?.at ?? this.world.now();
    this.notes.write({ mark, kind: this.kind, workspace, account: this.account, at, ids, isOpen: false });
  }

  /** The longest of several. */
  #lag(of: "create" | "update" | "delete", delay: Delay): void {
    const before = this.#seen.lag[of];
    if (before === undefined || delay.lists > before.lists || delay.ms > before.ms) this.#seen.lag[of] = delay;
  }

  /** Notes what list and read show of it. */
  async #show({ kind, making, fullness, body, id }: Made): Promise<void> {
    const { mark } = making;
    const own = (item: Item): boolean => reportedId(item) === undefined || reportedId(item) === id;
    const { alive } = await listOurs(this.world, kind, this.#seen, mark);
    const listed = alive.find(own);
    if (listed !== undefined) {
      this.#seen.seen.push({ place: "list", shown: listed, sent: body, fullness });
      if (reportedId(listed) !== undefined) this.#seen.idIn.add("list");
    }
    const read = id === undefined ? undefined : await readOurs(this.world, kind, this.#seen, id, mark);
    if (read !== undefined) {
      this.#seen.seen.push({ place: "read", shown: read, sent: body, fullness });
      if (reportedId(read) !== undefined) this.#seen.idIn.add("read");
    }
    const status = (read ?? listed)?.["status"];
    if (kinds[kind].hasStatus && typeof status === "string")
      this.#seen.create.status ??=
        (["active", "paused"] as const).find((one) => one === status.toLowerCase()) ?? "other";
  }

  /** The object as it is now: alone where the API can do that, else in its list. */
  async #look({
    kind,
    making,
    id = "",
  }: Made): Promise<{ readonly item: Item | undefined; readonly isListed: boolean }> {
    const read = await readOurs(this.world, kind, this.#seen, id, making.mark);
    if (read !== undefined) return { item: read, isListed: false };
    const { alive } = await listOurs(this.world, kind, this.#seen, making.mark);
    return { item: alive.find((item) => (reportedId(item) ?? id) === id), isListed: true };
  }

  #wire(name: string): string {
    return kinds[this.kind].field(name)?.wireName ?? name;
  }

  /** Sends an update of an object that is ours, with all that keeps it harmless. */
  async #update(
    { kind, making, body, id = "" }: Made,
    route: Route,
    changes: Body,
    without: readonly string[] = [],
  ): Promise<Probed> {
    const { world } = this;
    const status = kinds[kind].hasStatus ? { status: "paused" } : {};
    const whole = { ...body, ...status, ...changes };
    const sent = Object.fromEntries(Object.entries(whole).filter(([name]) => !without.includes(name)));
    mustBeHarmless(kind, sent, making);
    const answer = await world.client.probe(route, { operation: "update", workspace: world.workspace, id, body: sent });
    this.sightings.answered(answer);
    return answer;
  }

  /** Waits until the object shows a text. */
  async #shows(made: Made, text: string): Promise<Item | undefined> {
    const field = this.#wire(playthings[this.kind].text);
    const shown = await withPatience(this.world, async () => {
      const { item } = await this.#look(made);
      return holds(item?.[field], text) ? item : undefined;
    });
    if (shown !== undefined) this.#written = text;
    return shown;
  }

  /** Tries the ways to update, the built-in ones first; the others where none of those is there. */
  async #findUpdate(made: Made): Promise<Route | undefined> {
    const { kind, world } = this;
    const builtIn = world.client.routes.of(kind, "update");
    const field = this.#wire(playthings[kind].text);
    for (const [index, route] of [...builtIn, ...candidatesFor(kind, "update")].entries()) {
      if (index >= builtIn.length && this.#seen.works("update") !== undefined) break;
      world.progress(`Trying ${route.method} ${route.path}…`);
      const text = `${made.making.mark} ${index}`;
      const begun = world.now();
      const answer = await this.#update(made, route, { [field]: text });
      const isThere = answer.isSuccess && (await this.#shows(made, text)) !== undefined;
      this.#seen.tried("update", route, isThere ? "works" : this.sightings.isAbsent(answer) ? "absent" : "open");
      if (!isThere) continue;
      this.#seen.update.data ??= heldIn(answer.data, made.id);
      if (this.#seen.lag.update !== undefined) continue;
      const lists = await this.#listed(made, text);
      if (lists !== undefined) this.#lag("update", { lists, ms: lists === 0 ? 0 : world.now() - begun });
    }
    if (this.#seen.works("update") === undefined) this.#seen.exhausted.add("update");
    return this.#seen.works("update");
  }

  /** Waits for the list to show what was written. Gives how many lists did not; undefined where they never show it. */
  async #listed({ kind, making, id }: Made, text: string): Promise<number | undefined> {
    const field = this.#wire(playthings[kind].text);
    let lists = 0;
    const seen = await withPatience(this.world, async () => {
      const { alive } = await listOurs(this.world, kind, this.#seen, making.mark);
      const item = alive.find((each) => (reportedId(each) ?? id) === id);
      if (item === undefined || !(field in item)) return "not shown";
      if (holds(item[field], text)) return "new";
      lists++;
      return undefined;
    });
    return seen === "new" ? lists : undefined;
  }

  /** What becomes of fields that are left out, and of those that are null; without which it is refused. */
  async #learnUpdate(made: Made, route: Route): Promise<void> {
    const { kind, world } = this;
    const { mark } = made.making;
    const { text, leftOut, nulled } = playthings[kind];
    const field = this.#wire(text);
    const { update } = this.#seen;
    world.progress(`Updating a throw-away ${this.#noun}…`);
    const has = (name: string): boolean => !isEmpty(made.body[this.#wire(name)]);
    if (has(leftOut)) {
      const answer = await this.#update(made, route, { [field]: `${mark} left` }, [this.#wire(leftOut)]);
      const item = answer.isSuccess ? await this.#shows(made, `${mark} left`) : undefined;
      if (item !== undefined) update.leftOut = isEmpty(item[this.#wire(leftOut)]) ? "cleared" : "kept";
    }
    if (has(nulled)) {
      const answer = await this.#update(made, route, { [field]: `${mark} null`, [this.#wire(nulled)]: null });
      const item = answer.isSuccess ? await this.#shows(made, `${mark} null`) : undefined;
      if (!answer.isSuccess) update.null = "refused";
      else if (item !== undefined) update.null = isEmpty(item[this.#wire(nulled)]) ? "cleared" : "kept";
    }
    if (kinds[kind].hasStatus) {
      const answer = await this.#update(made, route, { [field]: `${mark} status` }, ["status"]);
      update.needs = answer.isSuccess ? [] : ["status"];
      if (!answer.isSuccess) this.sightings.refused("invalidBody", answer);
    }
    const invalid = await this.#update(made, route, { [field]: { callab: "no text" } });
    this.sightings.refused("invalidBody", invalid);
  }

  /** Tries the ways to delete it. Gives whether one works. */
  async #findDelete(made: Made, id: string): Promise<boolean> {
    const { kind, world } = this;
    const { mark } = made.making;
    // A list that still lags behind an update would seem to lag behind the delete.
    const hasCaughtUp = this.#written === undefined || (await this.#listed(made, this.#written)) !== undefined;
    for (const route of deletesOf(world, this.#seen, kind)) {
      world.progress(`Trying ${route.method} ${route.path}…`);
      const before = (await listOurs(world, kind, this.#seen, mark)).alive.length;
      const begun = world.now();
      const answer = await world.client.probe(route, { operation: "delete", workspace: world.workspace, id });
      this.sightings.answered(answer);
      let lists = 0;
      const isDone =
        answer.isSuccess &&
        (await isGone(world, this.#seen, { kind, id, mark, before }, (gone) => (lists += gone ? 0 : 1)));
      this.#seen.tried("delete", route, isDone ? "works" : this.sightings.isAbsent(answer) ? "absent" : "open");
      if (!isDone) continue;
      if (hasCaughtUp) this.#lag("delete", { lists, ms: lists === 0 ? 0 : world.now() - begun });
      this.#seen.delete.data = heldIn(answer.data, id);
      const { deleted } = await listOurs(world, kind, this.#seen, mark);
      this.#seen.listing.deleted = deleted.length > 0 ? "listed" : "gone";
      const again = await world.client.probe(route, { operation: "delete", workspace: world.workspace, id });
      this.#seen.delete.again = !again.isSuccess
        ? again.status === 404
          ? "404"
          : "refused"
        : again.data === 0
          ? "nothing"
          : "done";
      if (!again.isSuccess) this.sightings.refused("absentObject", again);
      // It was seen to be there, and to be gone.
      this.notes.remove(mark);
      return true;
    }
    this.#seen.exhausted.add("delete");
    return false;
  }

  /** Another object of the same name; only where the two can be told apart. It is taken away again. */
  async #makeNamesake(first: Made): Promise<void> {
    const { kind, world } = this;
    const name = this.#wire(kinds[kind].naturalKey);
    const canBeTold = this.#seen.idIn.has("create") || this.#seen.idIn.has("list");
    if (first.id === undefined || !canBeTold) return;
    const body = { ...bodyOf(kind, "least", first.making), [name]: first.body[name] };
    const answer = await this.#send(first.making, body);
    if (answer === "absent") return;
    if (!answer.isSuccess) {
      this.#seen.create.sameName = "refused";
      this.sightings.refused("sameName", answer);
      return;
    }
    this.#seen.create.sameName = "made";
    const told = createdIn(kinds[kind], answer.data).id;
    const id =
      told ??
      (await withPatience(world, async () => {
        const { alive } = await listOurs(world, kind, this.#seen, first.making.mark);
        return alive.map(reportedId).find((each) => each !== undefined && each !== first.id);
      }));
    if (id === undefined || id === first.id) return;
    this.#noteId(first.making, id);
    await removeOne(world, this.#seen, kind, id, first.making.mark);
  }
}

const holds = (value: unknown, text: string): boolean =>
  typeof value === "string" && value.toLowerCase().includes(text);

/** What `data` of an answer holds, in the words of a contract. */
function heldIn(data: unknown, id: string | undefined): NonNullable<Create["data"]> {
  if (data === null || data === undefined) return "null";
  if (typeof data === "number") return String(data) === id ? "id" : "rows";
  if (typeof data === "string") {
    if (isUuid(data.trim()) || data === id) return "id";
    return id !== undefined && data.includes(id) ? "textWithId" : "text";
  }
  if (!isObject(data)) return "other";
  return reportedId(data) === undefined ? "objectWithoutId" : "object";
}
