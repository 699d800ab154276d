/**
 * What the notes add up to: for each name, what was begun, made and given up under it; for each object, who made it and
 * who holds it. Pure: notes go in, in their order, and questions are answered.
 *
 * | state of a name | by                | what it means                                              |
 * | --------------- | ----------------- | ---------------------------------------------------------- |
 * | unknown         | no note, `ended`  | the list alone decides                                     |
 * | begun           | `begun`           | an object may turn up, under this name or another spelling |
 * | made            | `made`            | the object with this ID exists, though a list lacks it     |
 * | held            | `held`            | the same, and it existed before                            |
 * | gone            | `gone`            | the object with this ID is not called so any more          |
 */
import type { Properties } from "../kinds/normalForm";
import { Belongings } from "./belongings";
import type { Census } from "./census";
import type {
  BegunNote,
  GoneNote,
  HeldNote,
  ImportedNote,
  MadeNote,
  NamedNote,
  Note,
  RecordedNote,
  RestNote,
} from "./notes";
import { isSameStack, type Owner } from "./owner";
import type { Prints } from "./prints";
import { IdMap, IdSet, isSameId } from "../values/id";

/** A create whose outcome is not known yet. */
export interface Begun {
  readonly key: string;
  /** Hash of its workspace; undefined: nobody knows. */
  readonly place?: string | undefined;
  /** Hash of the account that it was noted for; undefined: of the present one. */
  readonly account?: string | undefined;
  /** Whether the user was asked what became of it, once it could not be carried out any more. */
  readonly isAsked?: boolean | undefined;
  readonly owner: Owner | undefined;
  /** When it was last sent, in ms since the epoch. */
  readonly at: number;
  /** What the list showed before; undefined: nobody knows. */
  readonly before: Census | undefined;
  /** undefined: nobody knows. */
  readonly sent?: Prints | undefined;
  /** The API said that it made the object, and did not tell its ID: it is never made again. */
  readonly done: boolean;
  /** The objects that were named to the user as what may have been made. */
  readonly suspects?: Census | undefined;
  /** The state that says so, where one does. */
  readonly state?: Properties | undefined;
  /** The run that noted it on this machine. */
  readonly run?: string | undefined;
}

/** Who asks, and of which account. */
export interface Asker {
  readonly account: string;
  readonly owner: Owner | undefined;
}

/** What is known of one object. */
export interface ObjectRecord {
  /** Who made it, if it was made on this machine. */
  readonly maker: MadeNote | undefined;
  /** Who holds it: who made it, took it over or had it back last. */
  readonly holder: MadeNote | HeldNote | RecordedNote | undefined;
  /** By owner: the imports of it while another resource had it. Whether a state has come of them is not known here. */
  readonly imports: ReadonlyMap<ImportedNote["owner"], ImportedNote>;
  /** Whether a state was seen to hold it since it was made. */
  readonly isRecorded: boolean;
  /** What its create sent, until it is recorded. */
  readonly sent: Prints | undefined;
  /** What the last update that was sent for it changed, and for which resource. */
  readonly wrote: (Change & { readonly owner?: Owner }) | undefined;
  /** Which resource's run paused it for its delete, as far as nothing else was heard of it since. */
  readonly rest: RestNote | undefined;
  /** When each process last sent an update of it, in ms since the epoch. */
  readonly writes: ReadonlyMap<string, number>;
  /** The same, as far as the answer is not known. */
  readonly underWay: ReadonlyMap<string, number>;
}

/** What an update changes. */
export interface Change {
  readonly from: Prints;
  readonly to: Prints;
}

/** What became last of an object of a name. */
type LastNote = MadeNote | NamedNote | HeldNote | GoneNote;

interface NameRecord {
  begun: readonly Begun[];
  last: LastNote | undefined;
  /** What came to its end, by the time at which it was begun, and by whom. */
  readonly ended: Set<string>;
}

const none: ReadonlyMap<string, number> = new Map();
const noImports: ObjectRecord["imports"] = new Map();

/** An import whose mark a state was seen to have was none of a mere preview. */
function seenInState(holder: ObjectRecord["holder"], { mark }: RecordedNote): ObjectRecord["holder"] {
  if (holder?.step !== "held" || mark === undefined || holder.mark !== mark) return holder;
  const { isImport, ...seen } = holder;
  return isImport === true ? seen : holder;
}

export class Memory {
  readonly #lists = new Map<BegunNote["list"], Census>();
  /** By key and account. */
  readonly #names = new Map<string, Map<string, NameRecord>>();
  readonly #byOwner = new Map<Begun["owner"], Set<Begun>>();
  readonly #objects = new IdMap<Partial<ObjectRecord>>();
  /** IDs of objects that were made, and that no state was seen to hold. */
  readonly #unrecorded = new Map<MadeNote["owner"], IdSet>();
  /** What each resource has. */
  readonly belongings = new Belongings();

  learn(note: Note): void {
    this.belongings.learn(note);
    if (note.step === "list") {
      this.#lists.set(note.list, note.census);
      return;
    }
    const record = this.#recordOf(note.key, note.account);
    const others = record.begun.filter(({ owner }) => owner !== note.owner);
    switch (note.step) {
      case "begun": {
        const { key, account, place, owner, at, list, sent, done = false, isAsked, run } = note;
        const before = this.#lists.get(list);
        this.#setBegun(record, [...others, { key, account, place, owner, at, before, sent, done, isAsked, run }]);
        break;
      }
      case "ended":
        this.#setBegun(record, others);
        if (note.begunAt !== undefined) record.ended.add(`${note.begunAt} ${note.owner ?? ""}`);
        break;
      case "made": {
        const sent = record.begun.find(({ owner }) => owner === note.owner)?.sent;
        // Whatever else was begun under this name was looked for before this object was made, and is none.
        this.#setBegun(record, []);
        record.last = note;
        this.#isRecorded(note.id);
        this.#objects.set(note.id, {
          ...this.#objects.get(note.id),
          maker: note,
          holder: note,
          isRecorded: false,
          sent,
          rest: undefined,
        });
        this.#unrecorded.set(note.owner, (this.#unrecorded.get(note.owner) ?? new IdSet()).add(note.id));
        break;
      }
      case "recorded": {
        this.#isRecorded(note.id);
        const known = this.#objects.get(note.id);
        this.#objects.set(note.id, {
          ...known,
          holder: note.run === undefined ? seenInState(known?.holder, note) : note,
          isRecorded: true,
          sent: undefined,
        });
        break;
      }
      case "named":
        record.last = note;
        break;
      case "wrote": {
        const { id, process, at, owner, from, to } = note;
        const known = this.object(id);
        const wrote = from === undefined || to === undefined ? known.wrote : { ...(owner && { owner }), from, to };
        // What brings it to rest changes nothing of what a state has.
        const rest = from === undefined ? known.rest : undefined;
        const writes = new Map(known.writes).set(process, at);
        this.#objects.set(id, { ...known, wrote, rest, writes, underWay: new Map(known.underWay).set(process, at) });
        break;
      }
      case "answered": {
        const known = this.object(note.id);
        const others = [...known.underWay].filter(([process]) => process !== note.process);
        this.#objects.set(note.id, { ...known, underWay: new Map(others) });
        break;
      }
      case "held":
        this.#setBegun(record, others);
        record.last = note;
        if (this.#objects.get(note.id)?.maker?.owner !== note.owner) this.#isRecorded(note.id);
        this.#objects.set(note.id, { ...this.#objects.get(note.id), holder: note });
        break;
      case "imported": {
        const known = this.object(note.id);
        this.#objects.set(note.id, { ...known, imports: new Map(known.imports).set(note.owner, note) });
        break;
      }
      case "rest": {
        this.#objects.set(note.id, { ...this.object(note.id), rest: note.isOver === true ? undefined : note });
        break;
      }
      case "asked":
        break;
      case "left":
        this.#isRecorded(note.id);
        break;
      case "gone":
        this.#isRecorded(note.id);
        // A note on another object of this name is worth more.
        if (record.last === undefined || isSameId(record.last.id, note.id)) record.last = note;
    }
  }

  knowsList(list: string): boolean {
    return this.#lists.has(list);
  }

  /** Creates of this name, by anybody of the account, or by the asker under another token. */
  begun(key: string, asker: Asker): readonly Begun[] {
    return [...(this.#names.get(key) ?? [])].flatMap(([account, { begun }]) =>
      begun.filter(({ owner }) => account === asker.account || (owner !== undefined && owner === asker.owner)),
    );
  }

  /** Whether what a state says was begun has come to its end since. */
  isEnded({ key, owner, at }: Begun): boolean {
    return [...(this.#names.get(key)?.values() ?? [])].some(({ ended }) => ended.has(`${at} ${owner ?? ""}`));
  }

  /** Creates by the asker, whatever the object was to be called. */
  begunBy(owner: Owner): readonly Begun[] {
    return [...(this.#byOwner.get(owner) ?? [])];
  }

  /** Creates by all resources of the stack that this one is of. */
  begunInStackOf(owner: Owner): readonly Begun[] {
    return [...this.#byOwner].flatMap(([by, begun]) => (isSameStack(by, owner) ? [...begun] : []));
  }

  /** What became last of an object of this name. */
  last(key: string, { account }: Asker): LastNote | undefined {
    return this.#names.get(key)?.get(account)?.last;
  }

  /** The same by other accounts, of objects that they made or took over: perhaps other tokens of this one. */
  lastByOthers(key: string, { account }: Asker): readonly (MadeNote | NamedNote | HeldNote)[] {
    return [...(this.#names.get(key) ?? [])].flatMap(([by, { last }]) =>
      by === account || last === undefined || last.step === "gone" ? [] : [last],
    );
  }

  object(id: string): ObjectRecord {
    const known = this.#objects.get(id) ?? {};
    const { maker, holder, wrote, sent, rest, isRecorded = false, imports = noImports } = known;
    const { writes = none, underWay = none } = known;
    return { maker, holder, wrote, sent, rest, isRecorded, writes, underWay, imports };
  }

  /** IDs of the objects that the owner made, that are not known to be gone or another's, and that no state holds. */
  unrecorded(owner: Owner): readonly string[] {
    return [...(this.#unrecorded.get(owner) ?? [])];
  }

  #isRecorded(id: string): void {
    this.#unrecorded.get(this.#objects.get(id)?.maker?.owner)?.delete(id);
  }

  #setBegun(record: NameRecord, begun: readonly Begun[]): void {
    for (const entry of record.begun) this.#byOwner.get(entry.owner)?.delete(entry);
    record.begun = begun;
    for (const entry of begun) this.#byOwner.set(entry.owner, (this.#byOwner.get(entry.owner) ?? new Set()).add(entry));
  }

  #recordOf(key: string, account: string): NameRecord {
    const accounts = this.#names.get(key) ?? new Map<string, NameRecord>();
    this.#names.set(key, accounts);
    const record = accounts.get(account) ?? { begun: [], last: undefined, ended: new Set() };
    accounts.set(account, record);
    return record;
  }
}
