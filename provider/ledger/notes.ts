/**
 * The notes of the ledger: one line for each step of an object's life, in the order in which they happened. They hold
 * IDs, times, owners (stack and resource) and hashes, and nothing else: no names of objects, no values, no tokens.
 *
 * | step       | when                                                                                   |
 * | ---------- | -------------------------------------------------------------------------------------- |
 * | `list`     | what a list showed before a create; others refer to it                                 |
 * | `begun`    | a create is being sent; `done`: the API said that it made the object, and not its ID   |
 * |            | `isAsked`: the user was asked what became of it, in another workspace                  |
 * | `ended`    | nothing was made after all, or what was begun is recorded elsewhere                    |
 * | `made`     | a create ended with an ID, or an object took this name                                 |
 * | `recorded` | a state was seen to hold the object: the run that made it was not cut off before that  |
 * | `named`    | an object that exists is about to be given this name                                   |
 * | `wrote`    | an update is being sent: prints of the fields that it changes, before and after        |
 * | `answered` | no update of an object that a process has sent can be under way any more               |
 * | `held`     | an object that existed was taken over; `isImport`: imported, perhaps by a mere preview |
 * | `imported` | the same of an object that another resource of the stack had: that one keeps it        |
 * |            | `isDeclared`: the program of that run declares the resource                            |
 * | `gone`     | an object was deleted, or gave this name up                                            |
 * | `asked`    | the user was asked whether a resource still has an object                              |
 * | `left`     | a resource gave an object up, which stays                                              |
 * | `rest`     | a campaign that calls is being paused before its delete; `isOver`: that is done with   |
 */
import type { Prints } from "./prints";

export type Note =
  | ListNote
  | BegunNote
  | EndedNote
  | MadeNote
  | RecordedNote
  | NamedNote
  | WroteNote
  | AnsweredNote
  | HeldNote
  | ImportedNote
  | GoneNote
  | AskedNote
  | LeftNote
  | RestNote;

interface Step {
  /** Hash of what the object is called: address, kind, workspace and folded name. */
  readonly key: string;
  /** Hash of the account: address and token. */
  readonly account: string;
  /** Who did it; left out where that is not known. */
  readonly owner?: string;
  /** In ms since the epoch. */
  readonly at: number;
}

/** See census.ts. */
interface ListNote {
  readonly step: "list";
  readonly list: string;
  readonly census: string;
  readonly at: number;
}

export interface BegunNote extends Step {
  readonly step: "begun";
  /** Hash of the workspace. */
  readonly place?: string;
  /** Which list was read before. */
  readonly list?: string;
  readonly sent?: Prints;
  readonly done?: boolean;
  readonly isAsked?: boolean;
  /** The run in which this was noted. */
  readonly run?: string;
}

interface EndedNote extends Step {
  readonly step: "ended";
  /** When what has ended was begun; left out: whatever was, under this name and on this machine. */
  readonly begunAt?: number;
}

export interface MadeNote extends Step {
  readonly step: "made";
  /** Hash of the workspace. */
  readonly place?: string;
  readonly id: string;
  /** The run in which this happened. */
  readonly run: string;
}

export interface RecordedNote extends Step {
  readonly step: "recorded";
  readonly id: string;
  /** The run whose program declares the resource, where another one had taken the object over meanwhile. */
  readonly run?: string;
  /** What the state of that resource calls it, where it goes by an alias, and the mark of its own take-over. */
  readonly formerly?: string;
  readonly mark?: string;
}

export interface NamedNote extends Step {
  readonly step: "named";
  readonly id: string;
}

interface WroteNote extends Step {
  readonly step: "wrote";
  readonly id: string;
  /** Who sent it: unlike any other process of any run. */
  readonly process: string;
  /** Both are left out where the update changes nothing of what a state has. */
  readonly from?: Prints;
  readonly to?: Prints;
}

interface AnsweredNote extends Step {
  readonly step: "answered";
  readonly id: string;
  readonly process: string;
}

export interface HeldNote extends Step {
  readonly step: "held";
  readonly id: string;
  readonly run: string;
  /** Whether the program said in so many words that the object is to be taken over. */
  readonly asked: boolean;
  /** Tells take-overs apart where owners are not known. */
  readonly mark: string;
  /** An engine imports in a preview in the same words: it counts for other runs once a state was seen to hold the object. */
  readonly isImport?: boolean;
}

export interface ImportedNote extends Step {
  readonly step: "imported";
  readonly id: string;
  readonly run: string;
  readonly isDeclared?: boolean;
}

export interface GoneNote extends Step {
  readonly step: "gone";
  readonly id: string;
}

export interface AskedNote extends Step {
  readonly step: "asked";
  readonly id: string;
}

export interface LeftNote extends Step {
  readonly step: "left";
  readonly id: string;
}

export interface RestNote extends Step {
  readonly step: "rest";
  readonly id: string;
  /** Of the state that it was to be deleted by. */
  readonly state?: Prints;
  /** It was seen calling again, or the pause was refused: what pauses it from now on is somebody else. */
  readonly isOver?: boolean;
}
