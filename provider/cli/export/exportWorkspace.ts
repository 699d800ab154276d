/**
 * `callab export`: a live workspace as a Pulumi project. Reads, decides everything in memory, and writes one folder at
 * the end.
 */
import { Inventory } from "../../api/inventory";
import type { Client } from "../../api/client";
import { oneLine } from "../../words/plainText";
import { DEFAULT_BASE_URL } from "../../configuration";
import { hiddenFields } from "../../contract/shown";
import { kinds, referredFirst } from "../../kinds";
import { foldedName, namesakes } from "../../values/name";
import { nearest } from "../../words/nearest";
import { normalKey } from "../../kinds/normalForm";
import { listedKinds, type ListedKindName } from "../../kinds/schema";
import { idsOf } from "../../lifecycle/identity";
import { CommandFailure } from "../failure";
import { fitsGlob } from "../kindSelection";
import { shownCredentials } from "./credentials";
import { declare, questionsOf, type Declaration } from "./declaration";
import type { NewFile } from "./folder";
import { Hints, HintsError, hintsFile, type HintFile } from "./hintsFile";
import { moduleOf } from "./identifiers";
import { importFileOf } from "./importFile";
import { readWorkspace, type LiveObject, type LiveWorkspace } from "./liveWorkspace";
import { leftHiddenIn, type LeftHidden } from "./leftHidden";
import { nextSteps, readme, type Step } from "./nextSteps";
import { programOf, type Program } from "./programFiles";
import { notShownFile, projectFiles, secretsFile } from "./projectFiles";
import { isSameId } from "../../values/id";

export interface ExportOptions {
  readonly workspace: string;
  readonly baseUrl: string;
  /** The learned contract that the program is to go by, as a path from its folder. */
  readonly contract?: string | undefined;
  /** Empty: all kinds. */
  readonly kinds: readonly ListedKindName[];
  /** Glob over names and numbers. */
  readonly name: string | undefined;
  /** The folder, as the user named it; only for texts. */
  readonly folder: string;
  /** Files with answers to what the API does not show. */
  readonly hints: readonly HintFile[];
  /** Whether what the API hides is left as it is, and not asked for, wherever a program can leave it out. */
  readonly leavesHidden: boolean;
  /** Version of this package, for the project's dependency. */
  readonly version: string;
  /** The command line that would export again with answers. */
  readonly again: string;
  readonly onProgress: (text: string) => void;
}

export interface Exported {
  readonly files: ReadonlyMap<string, NewFile>;
  /** Exported objects by kind. */
  readonly counts: Readonly<Record<ListedKindName, number>>;
  /** Fields of each kind that are left as they are, because the API hides them; kinds without one are left out. */
  readonly leftHidden: LeftHidden;
  /** Objects with questions left open. */
  readonly incomplete: number;
  /** Objects that are not in the import file, because nobody knows their ID. */
  readonly withoutId: number;
  /** Configuration keys of the secrets whose values are in secrets.json. */
  readonly secretKeys: readonly string[];
  /** Configuration keys of the secrets that the API masks: without a value for each of them the program does not run. */
  readonly maskedKeys: readonly string[];
  /** What the user should know: objects left out and why. */
  readonly warnings: readonly string[];
  readonly steps: readonly Step[];
}

/** Names of all files an export can make: what `--force` replaces. */
export const exportedFiles: readonly string[] = [
  "index.ts",
  "workspace.ts",
  ...referredFirst.map((kind) => `${moduleOf(kind)}.ts`),
  "notShown.ts",
  "import.json",
  "secrets.json",
  "hints.json",
  "README.md",
  "package.json",
  "tsconfig.json",
  "Pulumi.yaml",
  ".gitignore",
];

/** Throws a CommandFailure if there is nothing to export, or the hints cannot be used. */
export async function exportWorkspace(client: Client, options: ExportOptions): Promise<Exported> {
  const hints = options.hints.length === 0 ? Hints.none : Hints.read(options.hints);
  const isSelected = (kind: ListedKindName, key: string): boolean =>
    (options.kinds.length === 0 || options.kinds.includes(kind)) &&
    (options.name === undefined || fitsGlob(options.name, key));
  const live = await readWorkspace(new Inventory(client), {
    workspace: options.workspace,
    answeredId: (kind, key) => hints.id(kind, key),
    needed: options.kinds,
    isWanted: isSelected,
    onProgress: options.onProgress,
  });
  const warnings = [...live.unlisted].map(
    ([kind, reason]) => `The ${kinds[kind].plural} could not be listed, and are left out. ${reason}`,
  );
  warnings.push(...[...live.notWhole].map(([kind, reason]) => mayBeMore(kind, reason)));
  const problems = unknownNames(hints, live);
  warnings.push(...strangers(live, options.workspace));
  const left = leftOut(live, warnings);
  const hidden = hiddenFields(client.expectations.contract);
  const declarations = listedKinds.flatMap((kind) =>
    live.objects[kind]
      .filter((object) => isSelected(kind, object.key) && !left.has(object))
      .map((object) =>
        declare(object, {
          workspace: options.workspace,
          hints,
          hidden,
          leavesHidden: options.leavesHidden,
          resolve: (kind, name) => idOf(live, kind, name),
          meant: (kind, name) => {
            const keys = live.objects[kind].map(({ key }) => key);
            return keys.includes(name) ? undefined : nearest(name, keys);
          },
          canRead: (name) => client.routes.of(name, "read").length > 0,
          onProblem: (problem) => problems.push(`${hints.placeOf(kind, object.key)}${problem}`),
        }),
      ),
  );
  if (problems.length > 0) {
    problems.push(...[...live.notWhole].map(([kind, reason]) => mayBeMore(kind, reason)));
    throw new HintsError(options.hints.map(({ file }) => file).join(", "), problems);
  }
  if (declarations.length === 0) throw nothing(options, live);
  warnings.push(...declarations.flatMap(shownSecrets));
  const program = programOf(declarations, {
    workspace: options.workspace,
    whyUnresolved: (kind, id) => whyUnresolved(live, left, kind, id),
  });
  const questions = declarations.flatMap(questionsOf);
  const leftHidden = leftHiddenIn(declarations);
  const steps = {
    folder: options.folder,
    baseUrl: options.baseUrl === DEFAULT_BASE_URL ? undefined : options.baseUrl,
    contract: options.contract,
    secrets: program.secrets,
    questions: questions.length,
    leftHidden,
    again: options.again,
  };
  const files = filesOf(options, program, hintsFile(hints, questions), readme(options.workspace, steps));
  const withoutId = declarations.filter(({ object }) => object.id === undefined).length;
  return {
    files,
    counts: countsOf(declarations),
    leftHidden,
    incomplete: declarations.filter(({ open }) => open.length > 0).length,
    withoutId,
    secretKeys: program.secrets.shown().map(({ key }) => key),
    maskedKeys: program.secrets.masked().map(({ key }) => key),
    warnings,
    steps: nextSteps(steps),
  };
}

function filesOf(
  options: ExportOptions,
  program: Program,
  hints: string | undefined,
  readmeText: string,
): Map<string, NewFile> {
  const files = new Map<string, NewFile>();
  const add = (name: string, text: string): void => void files.set(name, { text });
  for (const [name, text] of program.files) add(name, text);
  if (program.resources.some(({ declaration }) => declaration.open.length > 0)) add("notShown.ts", notShownFile);
  for (const [name, text] of projectFiles(options.workspace, options.version)) add(name, text);
  add("README.md", readmeText);
  if (hints !== undefined) add("hints.json", hints);
  add("import.json", `${JSON.stringify(importFileOf(program.resources), null, 2)}\n`);
  if (program.secrets.shown().length > 0) add("secrets.json", secretsFile(program.secrets));
  return files;
}

/**
 * Objects that a program cannot declare: of several with one name (or number) no one could tell which is meant, and an
 * object without a name cannot be found again.
 */
function leftOut(live: LiveWorkspace, warnings: string[]): ReadonlySet<LiveObject> {
  const left = new Set<LiveObject>();
  for (const kind of listedKinds) {
    const byKey = new Map<string, LiveObject[]>();
    for (const object of live.objects[kind]) {
      const key = foldedName(object.key);
      byKey.set(key, [...(byKey.get(key) ?? []), object]);
    }
    for (const [key, objects] of byKey) {
      const ids = idsOf(objects);
      const { noun, plural } = kinds[kind];
      if (key === "") warnings.push(`Left out: ${objects.length} ${noun}(s) without a name (${ids}).`);
      else if (objects.length > 1)
        warnings.push(
          `Left out: ${objects.length} ${plural} are called "${oneLine(key)}" (${ids}). Objects are found again by their name, so it must be ` +
            "unique; rename all but one in the dashboard and export again.",
        );
      if (key === "" || objects.length > 1) for (const object of objects) left.add(object);
    }
  }
  return left;
}

/**
 * A list may hold objects of other workspaces. Where it names workspaces by slug they were left out; where it names them
 * by ID nobody can tell which is the one that was asked for, and only the user can.
 */
function strangers(live: LiveWorkspace, workspace: string): string[] {
  return listedKinds.flatMap((kind) => {
    const named = new Set(
      live.objects[kind].flatMap(({ fields: { workspace: name } }) => (typeof name === "string" ? [name] : [])),
    );
    return named.size > 1
      ? [
          `The list of ${kinds[kind].plural} has objects of ${named.size} workspaces, which it names by ID, so those of "${workspace}" cannot be told ` +
            "apart. Check the program, or choose by name with --name.",
        ]
      : [];
  });
}

function shownSecrets({ object: { kind, key }, inputs }: Declaration): string[] {
  const paths = shownCredentials(kind, inputs);
  return paths.length === 0
    ? []
    : [
        `${kind.noun} "${oneLine(key)}": the program shows what looks like a credential, in ${oneLine(paths.join(", "))}. Before you commit it, have the ` +
          "value from the stack's configuration, by config.requireSecret.",
      ];
}

const mayBeMore = (kind: ListedKindName, reason: string): string =>
  `The list of ${kinds[kind].plural} may not be whole: ${reason}. What it does not show is not exported.`;

function unknownNames(hints: Hints, live: LiveWorkspace): string[] {
  return listedKinds.flatMap((kind) => {
    if (live.unlisted.has(kind)) return [];
    const known = live.objects[kind].map(({ key }) => nameIn(kind, key));
    return hints
      .names(kind)
      .filter((name) => namesakes(name, known, (other) => other).length === 0)
      .map((name) => {
        const match = nearest(name, known);
        return `${hints.placeOf(kind, name)}${kind} "${oneLine(name)}": there is no such ${kinds[kind].noun}${match === undefined ? "." : `; did you mean "${oneLine(match)}"?`}`;
      });
  });
}

/** The ID of the one object a hint names. */
function idOf(live: LiveWorkspace, kind: ListedKindName, name: string): string | undefined {
  // One of this name may be missing in a list that is not whole, so that nobody can say which is meant.
  if (live.notWhole.has(kind)) return undefined;
  const [found, ...others] = namesakes(nameIn(kind, name), live.objects[kind], ({ key }) => nameIn(kind, key));
  return others.length === 0 ? found?.id : undefined;
}

const nameIn = (kind: ListedKindName, key: string): string => normalKey(kinds[kind], key);

function whyUnresolved(live: LiveWorkspace, left: ReadonlySet<LiveObject>, kind: ListedKindName, id: string): string {
  const { noun, plural } = kinds[kind];
  const found = live.objects[kind].find((object) => isSameId(object.id, id));
  if (found !== undefined && left.has(found))
    return `An ID, because the ${noun} "${oneLine(found.key)}" is not alone of its name and was left out.`;
  if (found !== undefined) return `The ${noun} "${oneLine(found.key)}", which is not part of this export.`;
  if (live.unlisted.has(kind)) return `An ID, because the ${plural} could not be listed.`;
  if (live.notWhole.has(kind)) return `An ID, because the list of ${plural} has none with it, and may not be whole.`;
  if (live.objects[kind].some((object) => object.id === undefined))
    return `An ID, because the API lists ${plural} without their IDs.`;
  return `An ID, because the list of ${plural} has none with it: deleted, or of another workspace.`;
}

function nothing(options: ExportOptions, live: LiveWorkspace): CommandFailure {
  const all = listedKinds.flatMap((kind) => live.objects[kind]);
  const [reason] = live.unlisted.values();
  if (all.length === 0 && reason !== undefined) return new CommandFailure(`Nothing could be listed. ${reason}`);
  if (all.length === 0)
    return new CommandFailure(`The workspace "${options.workspace}" has nothing to export: every list is empty.`);
  const near =
    options.name === undefined
      ? undefined
      : nearest(
          options.name,
          all.map(({ key }) => key),
        );
  const hint = near === undefined ? "" : ` Did you mean "${oneLine(near)}"?`;
  return new CommandFailure(
    `Nothing to export: none of the ${all.length} objects in the workspace "${options.workspace}" fits.${hint}`,
  );
}

function countsOf(declarations: readonly Declaration[]): Record<ListedKindName, number> {
  const counts = Object.fromEntries(listedKinds.map((name) => [name, 0])) as Record<ListedKindName, number>;
  for (const { object } of declarations) counts[object.kind.name]++;
  return counts;
}
