/**
 * The judge: what lives in the emulator, against what the program declares and what the state says. It looks at the
 * stored objects, which no personality hides and no list delays.
 */
import type { Dashboard } from "../../emulator/dashboard";
import type { StoredObject } from "../../emulator/store";
import { kinds } from "../../provider/kinds";
import type { ListedKindName } from "../../provider/kinds/schema";
import { sameName } from "../../provider/values/name";
import { toWire } from "../../provider/kinds/wire";
import { isPlaceholder } from "../../provider/lifecycle/identity";
import { keyWords, type Disk } from "./engineDouble";
import type { Program } from "./programs";

/** What the judge must know of what happened before. */
export interface History {
  /** IDs of objects made in the dashboard. */
  readonly byHand: ReadonlySet<string>;
  /** IDs of objects whose deletion policy left them where they are; their natural keys where no ID was told. */
  readonly left: ReadonlySet<string>;
  /** Natural keys whose create was interrupted, and that the program may have stopped declaring since; for which resources. */
  readonly unsettled: ReadonlyMap<string, ReadonlySet<string>>;
  /** IDs of objects that another stack holds as well: what the API hides is as the last of the two wrote it. */
  readonly shared?: ReadonlySet<string>;
}

/** What the judge looks at. */
export interface Account {
  readonly dashboard: Pick<Dashboard, "list" | "get" | "duplicates" | "doublesEverMade">;
  /** Under which name an object was sent, where that is known. */
  sentName?(kind: ListedKindName, id: string): string | undefined;
}

const names: readonly ListedKindName[] = ["Campaign", "AiAgent", "PhoneNumber", "Webhook"];

/** No object was ever made twice. Holds at any moment, whatever happened. */
export function doubles(network: Account): string[] {
  return [
    ...network.dashboard.duplicates().map((entry) => `double now: ${JSON.stringify(entry)}`),
    ...network.dashboard.doublesEverMade().map((entry) => `double made: ${JSON.stringify(entry)}`),
  ];
}

/**
 * Every object has its entry, every entry its object. While a run has failed, a declared object may still be without
 * its entry: the next run finds it by its natural key.
 */
export function losses(
  network: Account,
  disk: Pick<Disk, "state">,
  program: Program,
  record: History,
  settled = false,
): string[] {
  const found: string[] = [];
  const entries = [...disk.state.values()];
  const held = new Set(entries.map(({ id }) => id));
  const unidentified = new Set(
    entries.filter(({ id }) => isPlaceholder(id)).map((entry) => keyWords(entry.kind, entry.outputs)),
  );
  const declared = new Set(program.map(({ kind, args }) => keyWords(kind, args)));
  for (const entry of entries) {
    // A run that failed has not come to its deletes yet: what it would delete may be gone already.
    if (!settled && !program.some(({ name }) => name === entry.name)) continue;
    // Deleted by a replacement whose create has not come yet: the engine knows.
    if (entry.isReplaced === true) continue;
    // A list of numbers without IDs cannot tell one of a number from another.
    const words = keyWords(entry.kind, entry.outputs);
    if (
      entry.kind === "PhoneNumber" &&
      network.dashboard.list("PhoneNumber").some((one) => wordsOf("PhoneNumber", one, undefined) === words)
    )
      continue;
    if (!isPlaceholder(entry.id) && network.dashboard.get(entry.kind, entry.id) === undefined)
      found.push(`${entry.name}: the state has ${entry.kind} ${entry.id}, which is not there`);
  }
  for (const kind of names) {
    for (const object of network.dashboard.list(kind)) {
      const words = wordsOf(kind, object, network.sentName?.(kind, object.id));
      const isExplained =
        held.has(object.id) ||
        record.byHand.has(object.id) ||
        record.left.has(object.id) ||
        record.left.has(words) ||
        unidentified.has(words) ||
        record.unsettled.has(words) ||
        (!settled && declared.has(words));
      if (!isExplained) found.push(`${words} (${object.id}) lives and no state knows it`);
    }
  }
  return found;
}

/** After a clean run: exactly what is declared, field by field. */
export function deviations(network: Account, disk: Pick<Disk, "state">, program: Program, record: History): string[] {
  const found = losses(network, disk, program, { ...record, unsettled: notDeclared(record.unsettled, program) }, true);
  const declared = new Set(program.map(({ name }) => name));
  for (const { name } of disk.state.values())
    if (!declared.has(name)) found.push(`${name}: still in the state, though no longer declared`);
  for (const { name, kind } of program) {
    const entry = disk.state.get(name);
    if (entry === undefined) {
      found.push(`${name}: declared, and not in the state`);
      continue;
    }
    const object = network.dashboard.get(kind, entry.id);
    if (object === undefined) continue;
    const wanted = toWire(kinds[kind], entry.inputs);
    const isForeign = String(entry.outputs["__adopted"]).endsWith(" equal");
    for (const [field, value] of Object.entries(wanted)) {
      // What was taken over because it was equal keeps what the API hides, and the run says so.
      if (
        (isForeign || record.shared?.has(entry.id) === true) &&
        kinds[kind].written.some((known) => known.wireName === field && known.node.readBack === "hidden")
      )
        continue;
      const stored = object[field];
      // Who made it may write it as well, and an API that shows nothing of what is not set hides that it did.
      if (isForeign && stored === undefined) continue;
      if (field === "name" && typeof stored === "string" && typeof value === "string" && sameName(stored, value))
        continue;
      if (stable(object[field]) !== stable(value))
        found.push(`${name}: ${field} is ${JSON.stringify(object[field])}, not ${JSON.stringify(value)}`);
    }
    const status = entry.inputs["desiredStatus"];
    if (status !== undefined && object["status"] !== status && object["status"] !== "completed")
      found.push(`${name}: status is ${JSON.stringify(object["status"])}, not ${JSON.stringify(status)}`);
  }
  return found;
}

/** What may be left of interrupted creates: of resources that are gone, and numbers that another one took the place of. */
const notDeclared = (unsettled: History["unsettled"], program: Program): History["unsettled"] => {
  const declared = new Set(program.map(({ kind, args }) => keyWords(kind, args)));
  const numbers = new Set(program.filter(({ kind }) => kind === "PhoneNumber").map(({ name }) => name));
  const others = new Set(program.map(({ name }) => name).filter((name) => !numbers.has(name)));
  return new Map(
    [...unsettled].filter(([words, names]) => !declared.has(words) && [...names].some((name) => !others.has(name))),
  );
};

const wordsOf = (kind: ListedKindName, object: StoredObject, sent: string | undefined): string =>
  keyWords(kind, {
    workspace: object["workspace"] ?? "default",
    [kinds[kind].naturalKey]: sent ?? object[kind === "PhoneNumber" ? "phone_number" : "name"],
  });

/** Sets are sent in order; an empty list may be stored as none. */
function stable(value: unknown): string {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return "nothing";
  if (Array.isArray(value) && value.every((entry) => typeof entry !== "object"))
    return JSON.stringify([...(value as unknown[])].sort());
  return sorted(value);
}

/** Compares what was sent: fields that the API adds inside (ids and times of steps) do not count. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (key, entry: unknown) =>
    ["id", "step_number", "created_at", "updated_at", "deleted_at"].includes(key)
      ? undefined
      : typeof entry === "object" && entry !== null && !Array.isArray(entry)
        ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
        : entry,
  );
}
