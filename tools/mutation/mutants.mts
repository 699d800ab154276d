/**
 * Deliberate breaks of the provider, each of a promise that somebody's phone depends on. A break is one replacement in
 * one file; the tests named must fail with it. Where the provider is rewritten so that a text is no longer there, the
 * mutation run says so, and the break must be written anew.
 */
export interface Mutant {
  /** What is broken, in a few words. */
  readonly name: string;
  readonly file: string;
  readonly search: string;
  readonly replace: string;
  /** Test files that must fail; left out: `promises`. */
  readonly tests?: readonly string[];
}

export const promises = "test/chaos/promises.test.ts";
export const mishaps = "test/chaos/mishaps.test.ts";

const create = "provider/lifecycle/create.ts";
const lookUp = "provider/lifecycle/lookUp.ts";

export const mutants: readonly Mutant[] = [
  {
    name: "a create is sent again though its outcome is unknown",
    file: "provider/api/retry.ts",
    search: `if (!repeatable && error.outcome !== "notDone") return undefined;`,
    replace: "",
  },
  {
    name: "a create that was surely not done is given up",
    file: "provider/api/retry.ts",
    search: `if (!repeatable && error.outcome !== "notDone") return undefined;`,
    replace: "if (!repeatable) return undefined;",
  },
  {
    name: "every 5xx counts as not done",
    file: "provider/api/client.ts",
    search: `if (answer.status >= 500) return { outcome: "unknown",`,
    replace: `if (answer.status >= 500) return { outcome: "notDone",`,
  },
  {
    name: "nothing is looked up before a create",
    file: create,
    search: "const existing = await lookBefore(context, identity);",
    replace: "const existing = undefined as Live | undefined;",
  },
  {
    name: "no patience with a list after a lost answer",
    file: lookUp,
    search:
      "for (const pause of [0, ...context.patience.pauses]) {\n    if (pause > 0) await context.sleep(pause);\n    const found = onlyOne(context, identity, await context.inventory.listNow(identity.kind, identity.workspace));\n    if (found !== undefined) return found;",
    replace:
      "for (const pause of [0]) {\n    if (pause > 0) await context.sleep(pause);\n    const found = onlyOne(context, identity, await context.inventory.listNow(identity.kind, identity.workspace));\n    if (found !== undefined) return found;",
  },
  {
    name: "an object that differs is taken over without being asked",
    file: create,
    search: `if (found.length > 0 && (inputs["adopt"] !== true || fixed))`,
    replace: "if (found.length > 100)",
  },
  {
    name: "what cannot be changed is adopted all the same",
    file: create,
    search: `(inputs["adopt"] !== true || fixed))`,
    replace: `inputs["adopt"] !== true)`,
    tests: [mishaps],
  },
  {
    name: "an object whose ID was not told is forgotten",
    file: "provider/lifecycle/diff.ts",
    search: "context.claims.expect(object);",
    replace: "void object;",
  },
  {
    name: "an object whose ID was not told is given up when its name changes",
    file: "provider/lifecycle/diff.ts",
    search: "if (identify(context, kind, inputs).unique === object) context.claims.expect(object);",
    replace: "context.claims.expect(object);",
    tests: [mishaps],
  },
  {
    name: "the journal is not asked for interrupted creates",
    file: lookUp,
    search: "const begun = journal.begunAt(identity.unique);",
    replace: "const begun = undefined as number | undefined;",
    tests: [mishaps],
  },
  {
    name: "the journal is not asked for what an earlier run made",
    file: lookUp,
    search: `known?.step === "made" ? known.id : undefined`,
    replace: `known?.step === "made" ? undefined : undefined`,
    tests: [mishaps],
  },
  {
    name: "the read of an object that is gone makes the journal forget its namesake",
    file: "provider/lifecycle/read.ts",
    search: "if (context.journal.known(unique)?.id === id) context.journal.end(unique);",
    replace: "context.journal.end(unique);",
    tests: [mishaps],
  },
  {
    name: "a create is noted before it waits for its turn, and not when it is sent",
    file: create,
    search: "onSend: noteBegin,",
    replace: "",
    tests: [mishaps],
  },
  {
    name: "an interrupted create is waited for less long than its answer would be",
    file: "provider/lifecycle/context.ts",
    search: "interruptedMs: timeoutSeconds * 1_000 + 10_000,",
    replace: "interruptedMs: 10_000,",
    tests: [mishaps],
  },
  {
    name: "hidden fields of an object from an interrupted run are believed to be right",
    file: create,
    search: "((isWanted || isOurs) && unseen.length > 0)",
    replace: "(isWanted && unseen.length > 0)",
    tests: [mishaps],
  },
  {
    name: "an object that was deleted in this run is found again in a lagging list",
    file: "provider/lifecycle/claims.ts",
    search: "return this.#deleted.has(id) || this.removedHere(unique).has(id);",
    replace: "return false;",
    tests: [mishaps],
  },
  {
    name: "a refused read and an unread list count as absence",
    file: "provider/lifecycle/observe.ts",
    search: `const objects = await list(context, identity, pause === 0 ? freshness : "now");`,
    replace: `const objects = await list(context, identity, pause === 0 ? freshness : "now").catch(() => []);`,
  },
  {
    name: "an HTTP 5xx of a read counts as absence",
    file: "provider/lifecycle/observe.ts",
    search: `if (error instanceof CallabError && error.mayBeAbsentObject) return "absent";`,
    replace: `if (error instanceof CallabError) return "absent";`,
  },
  {
    name: "what the API hides is dropped at a read",
    file: "provider/lifecycle/drift.ts",
    search: "if (shown === undefined || field.name",
    replace: "if (field.name",
  },
  {
    name: "an update carries no status",
    file: "provider/lifecycle/write.ts",
    search: `...(more.status === undefined ? {} : { status: more.status }),`,
    replace: "",
  },
  {
    name: "an update resumes what somebody paused",
    file: "provider/lifecycle/status.ts",
    search: `typeof wanted === "string" ? wanted : live;`,
    replace: `typeof wanted === "string" ? wanted : live === "paused" ? "active" : live;`,
  },
  {
    name: "a completed campaign is set calling again",
    file: "provider/lifecycle/status.ts",
    search: `live !== "completed" && typeof wanted`,
    replace: "typeof wanted",
  },
  {
    name: "a field taken out of the program stays on the wire",
    file: "provider/lifecycle/update.ts",
    search: "const cleared = changed.filter((name) => inputs[name] === undefined);",
    replace: "const cleared: string[] = [];",
  },
  {
    name: "a delete is believed without proof",
    file: "provider/lifecycle/delete.ts",
    search: "if (!(await isStillThere(context, identity, id))) return;",
    replace: "return;",
  },
  {
    name: "a campaign is not paused before it is deleted",
    file: "provider/lifecycle/delete.ts",
    search: "const pauseFailure = kind.hasStatus ? await pauseFirst(context, identity, id, state) : undefined;",
    replace: 'const pauseFailure = undefined as Error | "gone" | undefined;',
  },
  {
    name: "the delete of a renamed resource takes the object with it",
    file: "provider/lifecycle/delete.ts",
    search: "if (context.claims.isHeldByAnother(id, adoptionMark(state))) {",
    replace: "if (false as boolean) {",
  },
  {
    name: "a phone number is released by default",
    file: "schema.json",
    search: `"enum": ["retain", "delete"],\n          "default": "retain"`,
    replace: `"enum": ["retain", "delete"],\n          "default": "delete"`,
  },
];
