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
const oneProcess = "test/unit/lifecycle/oneProcess.test.ts";
const ledgerTests = "test/unit/ledger/ledger.test.ts";
const lockTests = "test/unit/ledger/lock.test.ts";
const storeTests = "test/unit/ledger/fileStore.test.ts";
const driftGate = "test/unit/lifecycle/driftGate.test.ts";
const verified = "test/unit/lifecycle/verify.test.ts";

export const mutants: readonly Mutant[] = [
  // What is sent, and how often.
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
    name: "a connection that broke while it was written to counts as never made",
    file: "provider/api/client.ts",
    search: `return error.syscall === "connect" || error.syscall === "getaddrinfo";`,
    replace: "return true;",
    tests: ["test/unit/api/client.test.ts"],
  },
  // Looking before a create.
  {
    name: "nothing is looked up before a create",
    file: "provider/lifecycle/create.ts",
    search: "await (locateById(context, making) ?? locate(context, identity, owner));",
    replace: "{ live: undefined, before: undefined, begun: [], suspects: [] };",
  },
  {
    name: "another spelling of a name is another name",
    file: "provider/kinds/name.ts",
    search: `decodedText(text).replace(/\\s+/gu, " ").trim();`,
    replace: "text;",
  },
  {
    name: "several objects of a name count as none",
    file: "provider/lifecycle/locate.ts",
    search: "if (matches.length > 1) throw new Ambiguous(identity, matches);",
    replace: "if (matches.length > 1) return undefined;",
  },
  {
    name: "a list that is not whole proves that there is nothing of the name",
    file: "provider/lifecycle/locate.ts",
    search: "if (listing.notWhole !== undefined) throw notWhole(identity, listing.notWhole);\n  return listing;",
    replace: "return listing;",
  },
  {
    name: "what an earlier run made is not remembered",
    file: "provider/lifecycle/locate.ts",
    search: "const made = await lastMade(context, identity, recalled);",
    replace: "const made = undefined as Live | undefined;",
    tests: [mishaps],
  },
  {
    name: "an object that was deleted in this run is found again in a lagging list",
    file: "provider/ledger/run.ts",
    search: "return this.#deleted.has(id) || this.removed(key).has(id);",
    replace: "return false;",
    tests: [ledgerTests],
  },
  {
    name: "a note on an object that is gone takes the place of the one on its namesake",
    file: "provider/ledger/memory.ts",
    search: "if (record.last === undefined || record.last.id === note.id) record.last = note;",
    replace: "record.last = note;",
    tests: [ledgerTests],
  },
  // A create whose outcome is not known.
  {
    name: "no patience with a list after a lost answer",
    file: "provider/lifecycle/locate.ts",
    search: "const live = await patiently(context, async () => {",
    replace:
      "const live = await patiently({ ...context, patience: { ...context.patience, pauses: [] } }, async () => {",
  },
  {
    name: "a create is not noted when it is sent",
    file: "provider/lifecycle/sendOnce.ts",
    search: "onSend: () => void (begun = ledger.begin(begun)),",
    replace: "",
    tests: [mishaps],
  },
  {
    name: "a create is noted with the time at which it began to wait for its turn",
    file: "provider/ledger/memory.ts",
    search: `case "begun": {`,
    replace: 'case "begun": {\n        if (record.begun.length > 0) break;',
    tests: [ledgerTests],
  },
  {
    name: "the notes of interrupted creates are not asked for",
    file: "provider/ledger/ledger.ts",
    search: "...memory.begun(key, asker),",
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
    name: "the notes of another account count",
    file: "provider/ledger/memory.ts",
    search: "account === asker.account || (owner !== undefined && owner === asker.owner)",
    replace: "true",
    tests: [ledgerTests],
  },
  {
    name: "what the list showed before a create is not kept",
    file: "provider/lifecycle/locate.ts",
    search: "before: takeCensus(kind.naturalKey, objects),",
    replace: "before: undefined,",
  },
  {
    name: "what may be the object does not keep a second one from being sent",
    file: "provider/lifecycle/create.ts",
    search: "if (suspects.length > 0) throw suspected(",
    replace: "if (suspects.length > 100) throw suspected(",
  },
  {
    name: "`existingId: none` clears up what nobody was told of",
    file: "provider/lifecycle/locate.ts",
    search: "(told === undefined ? left : newSince(told, kind.naturalKey, left))",
    replace: "[]",
  },
  {
    name: "what was ruled out is asked about again for ever",
    file: "provider/lifecycle/create.ts",
    search: "suspects, located.suspects);",
    replace: "suspects);",
  },
  {
    name: "a create that the API said was done is sent again",
    file: "provider/lifecycle/create.ts",
    search: "if (begun.some((entry) => entry.done",
    replace: "if (false && begun.some((entry) => entry.done",
  },
  {
    name: "a create without a clear outcome is not recorded in the state",
    file: "provider/lifecycle/unclear.ts",
    search: "makeState(inputs, nothingReported, { owner, begun })",
    replace: "makeState(inputs, nothingReported, { owner })",
  },
  {
    name: "what the state remembers of a create is not heard",
    file: "provider/lifecycle/claim.ts",
    search: "run.carry(begun ??",
    replace: "void (begun ??",
  },
  {
    name: "what the state remembers is lost when a look-up fails",
    file: "provider/lifecycle/create.ts",
    search: "if (error instanceof PartlyCreated || own === undefined) throw error;",
    replace: "throw error;",
    tests: ["test/unit/lifecycle/create.test.ts"],
  },
  {
    name: "a refresh drops a create that may still be carried out",
    file: "provider/lifecycle/unidentified.ts",
    search: `if (last.what === "absent" && !isOver) last = { what: "open" };`,
    replace: "",
  },
  {
    name: "an object whose ID was not told is given up when its name changes",
    file: "provider/lifecycle/delete.ts",
    search: "if (wanted === key) return;",
    replace: "if (wanted !== undefined) return;",
    tests: [mishaps],
  },
  // Whose is it.
  {
    name: "an object that differs is taken over without being asked",
    file: "provider/lifecycle/takeOver.ts",
    search: "if (found.length > 0 && (!isAllowed || fixed))",
    replace: "if (found.length > 100)",
  },
  {
    name: "what cannot be changed is adopted all the same",
    file: "provider/lifecycle/takeOver.ts",
    search: "(!isAllowed || fixed)",
    replace: "!isAllowed",
    tests: [mishaps],
  },
  {
    name: "a paused object is set calling because it is equal",
    file: "provider/lifecycle/takeOver.ts",
    search: ", ...statusDiffers(kind, inputs, live.fields)",
    replace: "",
    tests: [oneProcess],
  },
  {
    name: "hidden fields of an object from an interrupted run are believed to be right",
    file: "provider/lifecycle/takeOver.ts",
    search: "different.length > 0, isAsked || isOurs);",
    replace: "different.length > 0, isAsked);",
    tests: [mishaps],
  },
  {
    name: "hidden fields are written without asking whose the object is",
    file: "provider/lifecycle/takeOver.ts",
    search: "different.length > 0, isAsked || isOurs);",
    replace: "different.length > 0, true);",
    tests: [oneProcess],
  },
  {
    name: "another stack's interrupted create makes its object ours",
    file: "provider/lifecycle/takeOver.ts",
    search: "const mine = begun.filter((entry) => entry.owner === owner);",
    replace: "const mine = begun;",
    tests: [oneProcess],
  },
  {
    name: "a second resource takes what another one holds",
    file: "provider/ledger/holders.ts",
    search: "of(id: string): Holder | undefined {\n    return this.#byId.get(id);",
    replace: "of(id: string): Holder | undefined {\n    void id;\n    return undefined;",
    tests: [oneProcess],
  },
  {
    name: "who exists is not heard before something is taken",
    file: "provider/lifecycle/takeOver.ts",
    search: "if (other() === undefined) await run.quiet(context);",
    replace: "",
    tests: [oneProcess],
  },
  {
    name: "a create does not wait for a rename",
    file: "provider/lifecycle/takeOver.ts",
    search: "if (await run.waitFor(() => other() !== holder || run.isGone(key, id), context)) return false;",
    replace: "",
    tests: [oneProcess],
  },
  {
    name: "a rename does not take the new name's turn",
    file: "provider/lifecycle/update.ts",
    search: "former.unique === identity.unique ? ledger.run.working(work) : ledger.alone(identity, work)",
    replace: "ledger.run.working(work)",
    tests: [oneProcess],
  },
  {
    name: "a rename takes a name that another resource has",
    file: "provider/lifecycle/update.ts",
    search: "refuse(run.holders.whoWants(wants, claimant));",
    replace: "",
    tests: [oneProcess],
  },
  {
    name: "two creates of a name do not wait for each other",
    file: "provider/ledger/run.ts",
    search: "const mine = before.then(work, work);",
    replace: "const mine = work();",
    tests: [ledgerTests],
  },
  {
    name: "the lock of the machine is not taken",
    file: "provider/ledger/ledger.ts",
    search: "const unlock = await this.#store.lock(key, () =>",
    replace: "const unlock = await ((_: string, wait: () => void) => Promise.resolve(() => void wait))(key, () =>",
    tests: [oneProcess],
  },
  {
    name: "a lock is taken from a process that lives",
    file: "provider/ledger/lock.ts",
    search: `if (fate !== "unknown") return fate === "ended";`,
    replace: `if (fate !== "unknown") return true;`,
    tests: [lockTests],
  },
  {
    name: "the lock of a process that was killed is kept for ever",
    file: "provider/ledger/lock.ts",
    search: `if (fate !== "unknown") return fate === "ended";`,
    replace: `if (fate !== "unknown") return false;`,
    tests: [lockTests],
  },
  {
    name: "what a killed process left behind swallows the next note",
    file: "provider/ledger/fileStore.ts",
    search: '`${size === 0 ? HEADER : ""}\\n${line}\\n`',
    replace: '`${size === 0 ? `${HEADER}\\n` : ""}${line}\\n`',
    tests: [storeTests],
  },
  // Reads.
  {
    name: "an unread list counts as absence",
    file: "provider/lifecycle/observe.ts",
    search: `const listing = await list(isFirst ? freshness : "now");`,
    replace: `const listing = await list(isFirst ? freshness : "now").catch((): Listing => ({ objects: [], notWhole: undefined }));`,
  },
  {
    name: "an HTTP 5xx of a read counts as absence",
    file: "provider/api/object.ts",
    search: `if (error instanceof CallabError && error.mayBeAbsentObject) return "absent";`,
    replace: `if (error instanceof CallabError) return "absent";`,
  },
  {
    name: "a list that is not whole proves that an object is gone",
    file: "provider/lifecycle/observe.ts",
    search: 'if (listing.notWhole !== undefined) throw notWhole(identity, listing.notWhole);\n      return "gone";',
    replace: `return "gone";`,
  },
  {
    name: "what the API hides is dropped at a read",
    file: "provider/lifecycle/drift.ts",
    search: "if (shown === undefined || field.name",
    replace: "if (field.name",
  },
  // Updates.
  {
    name: "an update carries no status",
    file: "provider/lifecycle/write.ts",
    search: "...(more.status === undefined ? {} : { status: more.status }),",
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
    search:
      "const cleared = changed.filter((name) => inputs[name] === undefined && kind.field(name)?.node.providerOnly !== true);",
    replace: "const cleared: string[] = [];",
  },
  {
    name: "a rename that no run has seen the end of is forgotten",
    file: "provider/lifecycle/update.ts",
    search: "if (isRenamed) context.ledger.naming(identity, owner, id);",
    replace: "",
    tests: [mishaps],
  },
  {
    name: "what was looked for and is not there is taken for what is listed later",
    file: "provider/lifecycle/sendOnce.ts",
    search: "if (former !== undefined) ledger.deleted(identity, owner, former);",
    replace: "",
    tests: [mishaps],
  },
  {
    name: "an object of ours that somebody changed is written over unasked",
    file: "provider/lifecycle/takeOver.ts",
    search: "const isEditOfTheProgram = isOurs && isAsBegun(kind, begun, owner, different);",
    replace: "const isEditOfTheProgram = isOurs;",
    tests: ["test/chaos/edited.test.ts"],
  },
  // What somebody changed, and what is stored.
  {
    name: "an update writes over what somebody changed",
    file: "provider/lifecycle/driftGate.ts",
    search: `if (unseen.length > 0 && context.settings.onDrift === "fail") {`,
    replace: "if (false as boolean) {",
    tests: [driftGate],
  },
  {
    name: "a pause that somebody made is undone by an edit",
    file: "provider/lifecycle/driftGate.ts",
    search: "return [...fields, ...statusChange(kind, state, inputs, live)];",
    replace: "return fields;",
    tests: [driftGate],
  },
  {
    name: "what the API makes of a value counts as somebody's change",
    file: "provider/lifecycle/driftGate.ts",
    search: "!== true,",
    replace: "!== null,",
    tests: [driftGate],
  },
  {
    name: "a campaign that is stored otherwise than declared goes on",
    file: "provider/lifecycle/verify.ts",
    search: "if (deciding.length > 0 && isStrict)",
    replace: "if (false as boolean)",
    tests: [verified],
  },
  {
    name: "a field that a read lacks counts as stored",
    file: "provider/lifecycle/verify.ts",
    search: "const lacking = isReadAlone ?",
    replace: "const lacking = (false as boolean) ?",
    tests: [verified],
  },
  {
    name: "a campaign is set calling before it was read back",
    file: "provider/lifecycle/sync.ts",
    search: `const first = isResumed ? (now ?? "paused") : status;`,
    replace: "const first = status;",
    tests: [verified],
  },
  {
    name: "a new campaign that cannot be read back goes on calling",
    file: "provider/lifecycle/verify.ts",
    search: "if (isStrict && written.isNew)",
    replace: "if (false as boolean)",
    tests: [verified],
  },
  {
    name: "a pause that the API ignores counts as made",
    file: "provider/lifecycle/verify.ts",
    search: "...statusMismatch(inputs, live, status),",
    replace: "",
    tests: [verified],
  },
  {
    name: "a field that was taken out and is still there is forgotten",
    file: "provider/lifecycle/stored.ts",
    search: "...stillThere(kind, cleared, live, isRead),",
    replace: "",
    tests: [verified],
  },
  {
    name: "an update without an answer is forgotten",
    file: "provider/lifecycle/update.ts",
    search: "if (isUnknown(error))",
    replace: "if (false as boolean)",
    tests: [verified],
  },
  {
    name: "a pause is undone by the second try of an update",
    file: "provider/lifecycle/write.ts",
    search: `if (seen === undefined || statusOf(seen.live) !== "paused") return;`,
    replace: "if (seen !== undefined) return;",
    tests: [verified],
  },
  // What nobody may read.
  {
    name: "what the program marks secret is shown in a table",
    file: "provider/lifecycle/secrets.ts",
    search: "return this.#names.has(field) || this.kind.field(field)?.node.secret === true;",
    replace: "return this.kind.field(field)?.node.secret === true;",
    tests: ["test/unit/lifecycle/secrets.test.ts"],
  },
  // Deletes.
  {
    name: "a delete is believed without proof",
    file: "provider/lifecycle/delete.ts",
    search: "if (await isStillThere(context, identity, id, { wasListed, wasAccepted: failure === undefined }))",
    replace: "if (false as boolean)",
  },
  {
    name: "a delete is believed without proof where the API said ok",
    file: "provider/lifecycle/delete.ts",
    search: "if (await isStillThere(context, identity, id, { wasListed, wasAccepted: failure === undefined }))",
    replace:
      "if (failure !== undefined && (await isStillThere(context, identity, id, { wasListed, wasAccepted: failure === undefined })))",
  },
  {
    name: "a campaign is not paused before it is deleted",
    file: "provider/lifecycle/delete.ts",
    search:
      "const pauseFailure = identity.kind.hasStatus ? await pauseFirst(context, identity, id, state) : undefined;",
    replace: `const pauseFailure = undefined as Error | "gone" | undefined;`,
  },
  {
    name: "an object that was taken over because it was equal is deleted",
    file: "provider/lifecycle/delete.ts",
    search: "if (!isOurs) throw mayBeSomebodyElses(identity, id);",
    replace: "",
    tests: [oneProcess],
  },
  {
    name: "the delete of a renamed resource takes the object with it",
    file: "provider/lifecycle/delete.ts",
    search: "if (holder !== undefined || taken !== undefined) {",
    replace: "if (false as boolean) {",
  },
  {
    name: "a delete of a later run (`--target`) takes the new holder's object",
    file: "provider/ledger/ledger.ts",
    search: `if (holder?.step !== "held" || holder.mark === mark) return undefined;`,
    replace: "if (holder !== undefined) return undefined;",
    tests: [oneProcess],
  },
  {
    name: "a phone number is released by default",
    file: "schema.json",
    search: '"enum": ["retain", "delete"],\n          "default": "retain"',
    replace: '"enum": ["retain", "delete"],\n          "default": "delete"',
  },
];
