/**
 * What to do about something is said in the words of whoever is asked to do it: of a program that an engine runs, or of a
 * command line. What is said below the fronts holds a hint in the place of such words: a code, and what it is about. Each
 * front has one dictionary for all codes (`runtime/hints.ts`, `cli/hints.ts`).
 */

/** About settings, and the way to the API. */
export interface SettingHints {
  /** What a setting is called where it is set, within a sentence. */
  readonly setting: { readonly setting: string };
  /** Where the value of a setting comes from, within a sentence. */
  readonly "setting-origin": { readonly setting: string };
  /** A setting of the stack, whatever provider is told of it; within a sentence. */
  readonly "stack-setting": { readonly setting: string };
  /** There is no token. */
  readonly "set-token": object;
  /** There is one, and it is refused. */
  readonly "replace-token": object;
  /** What is worked with may be another account than the one that was. */
  readonly "check-account": object;
  readonly "check-address": object;
  /** The API answers with a redirect to another host. */
  readonly "address-moved": object;
  /** It does so to another address of the same host. */
  readonly "set-address": object;
  /** No answer came in time. */
  readonly "set-time-limit": object;
  /** There were too many requests. */
  readonly "set-concurrency": object;
  /** How a route is set, as the end of a sentence: its key, and how it might be written. */
  readonly "set-route": { readonly key: string; readonly example: string };
  /** The same for a list that is given whole in another way, as the end of a sentence. */
  readonly "set-list-route": { readonly key: string };
}

/** About what a run does next, and about what the program or the state says. */
interface RunHints {
  /** What was left to do is done by the next run. */
  readonly "next-run-retries": object;
  /** A status was left to set. */
  readonly "next-run-sets-status": object;
  readonly "next-run-asks": object;
  readonly "next-run-writes": object;
  readonly "next-run-reads-back": object;
  /** An object without an ID is looked for again. */
  readonly "next-run-looks": object;
  /** An unclear create: running again makes no second one. */
  readonly "run-again-is-safe": object;
  /** The state forgets an object that stays as it is; within a sentence. */
  readonly "remove-from-state": object;
  /** An object is gone that nobody is known to have deleted. */
  readonly "gone-on-purpose": object;
  /** @param calls whether it calls people from the beginning then */
  readonly "make-anew": { readonly calls: boolean };
  /** Somebody has changed what the update would set back. */
  readonly "show-drift": object;
  /** What is live is to be known before something is written beside it. */
  readonly "take-live-in": object;
  /** The API stored something else than it was sent. */
  readonly "allow-other-values": object;
  /** What a program leaves out is lost where its object is made anew. */
  readonly "keep-what-is-left-out": object;
  /** What exists and differs may be taken over. */
  readonly adopt: object;
  /** A create has written over what was there. */
  readonly "written-over": object;
  /** What was taken over because it was equal is to be deleted. */
  readonly "delete-taken-over": object;
  /** A delete that fails: what else may become of the object. */
  readonly "keep-on-delete": { readonly policies: readonly string[] };
  /** An ID that the API does not tell. */
  readonly "name-id": object;
  /** The same, within a sentence, of one among several. */
  readonly "name-id-of-one": object;
  /** An object without a list whose create was refused, or had no clear outcome. */
  readonly "take-over-by-id": object;
  readonly "there-take-over": object;
  readonly "not-there-create": object;
  /** What may be the object, under another name. @param key the field that names it */
  readonly "is-suspect": { readonly key: string };
  readonly "no-suspect": object;
  /** What may be the object, in another workspace. */
  readonly "name-workspace": object;
  /** An ID that the program names is not there; within a sentence. */
  readonly "leave-id-out": object;
  /** What a resource has would be beside what is made anew, where an engine creates before it deletes. */
  readonly "delete-first": object;
  /** What cannot be imported. */
  readonly "declare-with-id": object;
  /** An emergency stop that did not come to all campaigns. */
  readonly "reach-all": object;
  /** Another resource has to be done first. */
  readonly "depend-on-it": object;
  /** The program leaves the status out. */
  readonly "declare-status": object;
  /** The same, where no status was sent because none was shown. */
  readonly "set-status": object;
  /** A field that is stored otherwise. */
  readonly "ignore-field": object;
}

/** About a learned contract. */
interface ContractHints {
  /** What writes one. */
  readonly learn: object;
  /** One that is there cannot be used. */
  readonly "learn-again": object;
  /** One that is there is no longer true; within a sentence. */
  readonly "learn-anew": object;
}

type Hints = SettingHints & RunHints & ContractHints;

type HintCode = keyof Hints;

/** Words to be put in by a front. */
export type Hint = { readonly [Code in HintCode]: { readonly code: Code } & Hints[Code] }[HintCode];

/** A front's words for all hints, or for some. */
export type Wording<Code extends HintCode = HintCode> = { readonly [C in Code]: (about: Hints[C]) => string };

type About<Code extends HintCode> = object extends Hints[Code] ? [] : [about: Hints[Code]];

export const hint = <Code extends HintCode>(code: Code, ...[about]: About<Code>): Hint =>
  ({ code, ...about }) as unknown as Hint;
