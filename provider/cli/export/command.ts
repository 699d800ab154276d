/** `callab export` as a command: flags in, a folder and a report out. */
import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { createClient } from "../../api/client";
import { oneLine, printable } from "../../words/plainText";
import { listedKinds } from "../../kinds/schema";
import { kinds } from "../../kinds";
import { ownVersion } from "../../runtime/ownVersion";
import { wrongUsage } from "../failure";
import { kindsNamed } from "../kindSelection";
import { asCommandFailure, withToken, type ConnectionFlags } from "../settings";
import { settingsOrStacks } from "../stackConfiguration";
import { painter, progressOn, type Screen } from "../terminal";
import { exportedFiles, exportWorkspace, type Exported } from "./exportWorkspace";
import { mayWrite, writeFolder } from "./folder";
import type { HintFile } from "./hintsFile";
import { leftHiddenLines } from "./leftHidden";
import { stepLines } from "./nextSteps";
import { projectName } from "./projectFiles";

export interface ExportFlags extends ConnectionFlags {
  /** What `callab doctor --learn` found. */
  readonly contract?: string | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly name?: string | undefined;
  readonly out?: string | undefined;
  readonly hints?: readonly string[] | undefined;
  readonly leaveHidden?: boolean | undefined;
  readonly force?: boolean | undefined;
  readonly json?: boolean | undefined;
}

export interface Screens {
  readonly out: Screen;
  readonly err: Screen;
}

/** Exports and writes the folder. Throws a CommandFailure. */
export async function exportCommand(flags: ExportFlags, screens: Screens): Promise<void> {
  const selected = kindsNamed(flags.kind ?? []);
  const settings = withToken(await settingsOrStacks(flags));
  const folder = flags.out ?? projectName(settings.workspace);
  mayWrite(folder, flags.force === true);
  const hints = hintsOf(flags.hints ?? [], folder);
  const progress = progressOn(screens.err);
  let exported: Exported;
  try {
    progress.show(`Reading workspace ${settings.workspace}…`);
    exported = await exportWorkspace(createClient(settings), {
      workspace: settings.workspace,
      baseUrl: settings.baseUrl,
      contract: flags.contract === undefined ? undefined : relative(folder, flags.contract),
      kinds: selected,
      name: flags.name,
      folder,
      hints,
      leavesHidden: flags.leaveHidden === true,
      version: ownVersion(),
      again: commandLine(flags, folder),
      onProgress: (text) => progress.show(`Reading workspace ${settings.workspace}: ${text}`),
    });
  } catch (error) {
    throw asCommandFailure(error);
  } finally {
    progress.done();
  }
  mayWrite(folder, flags.force === true);
  writeFolder(folder, exported.files, exportedFiles);
  screens.out.write(
    flags.json === true
      ? `${JSON.stringify(reportJson(folder, exported), null, 2)}\n`
      : reportText(folder, exported, screens.out),
  );
  if (flags.json !== true) {
    const paint = painter(screens.err);
    for (const warning of exported.warnings)
      screens.err.write(`${paint("yellow", "warning:")} ${printable(warning)}\n`);
  }
}

/** The files that are given; and the answers in a folder that is about to be replaced, which are so kept. */
function hintsOf(given: readonly string[], folder: string): HintFile[] {
  const earlier = join(folder, "hints.json");
  const isGiven = given.some((file) => resolve(file) === resolve(earlier));
  return [
    ...(existsSync(earlier) && !isGiven ? [{ file: earlier, text: readHints(earlier), isEarlier: true }] : []),
    ...given.map((file) => ({ file, text: readHints(file) })),
  ];
}

function readHints(file: string): string {
  if (!existsSync(file))
    throw wrongUsage(`There is no file ${file}. An export without --hints writes one: hints.json in its folder.`);
  return readFileSync(file, "utf8");
}

/** The same export with the answers of the hints file it writes. */
function commandLine(flags: ExportFlags, folder: string): string {
  const given = [
    ["--workspace", flags.workspace],
    ["--base-url", flags.baseUrl],
    ["--routes", flags.routes],
    ["--contract", flags.contract],
    ["--kind", flags.kind === undefined || flags.kind.length === 0 ? undefined : flags.kind.join(",")],
    ["--name", flags.name],
    ["--out", flags.out],
    ["--hints", `${folder}/hints.json`],
  ] as const;
  const words = given.flatMap(([flag, value]) => (value === undefined ? [] : [flag, quoted(value)]));
  return ["npx callab export", ...words, ...(flags.leaveHidden === true ? ["--leave-hidden"] : []), "--force"].join(
    " ",
  );
}

const quoted = (word: string): string => (/^[\w./:@,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

const reportJson = (folder: string, exported: Exported): object => ({
  folder,
  files: [...exported.files.keys()],
  counts: exported.counts,
  leftHidden: exported.leftHidden,
  incomplete: exported.incomplete,
  withoutId: exported.withoutId,
  secretKeys: exported.secretKeys,
  maskedKeys: exported.maskedKeys,
  warnings: exported.warnings,
  commands: exported.steps.map(({ command }) => command),
});

function reportText(path: string, exported: Exported, screen: Screen): string {
  const paint = painter(screen);
  const folder = oneLine(path);
  const counts = listedKinds
    .filter((kind) => exported.counts[kind] > 0)
    .map((kind) => `${exported.counts[kind]} ${exported.counts[kind] === 1 ? kinds[kind].noun : kinds[kind].plural}`);
  const open =
    exported.incomplete === 0
      ? []
      : [
          "",
          `${exported.incomplete} of them ${exported.incomplete === 1 ? "has" : "have"} fields that the API does not show. The program has a placeholder in each of these places`,
          `and fails its validation until they are answered in ${folder}/hints.json, or in the program itself.`,
          ...(exported.withoutId === 0
            ? []
            : [
                `${exported.withoutId} cannot be imported yet, because the API does not tell ${exported.withoutId === 1 ? "its ID" : "their IDs"}.`,
              ]),
        ];
  const left = leftHiddenLines(exported.leftHidden);
  const leftAlone = left.length === 0 ? [] : ["", left[0] ?? "", ...left.slice(1).map((line) => `  ${line}`)];
  const masked = exported.maskedKeys;
  const unknown =
    masked.length === 0
      ? []
      : [
          "",
          `The API masks ${masked.length} ${masked.length === 1 ? "secret" : "secrets"}, so that nobody knows ${masked.length === 1 ? "its value" : "their values"} here. Set in the stack's configuration before the next \`pulumi up\`:`,
          ...masked.map((key) => `  ${key}`),
        ];
  return [
    `${paint("green", "Exported")} ${counts.join(", ")} to ${paint("bold", folder)}. Nothing in Callab was changed.`,
    ...open,
    ...leftAlone,
    ...unknown,
    "",
    "Next:",
    ...stepLines(exported.steps).map((line) => `  ${oneLine(line)}`),
    "",
    "",
  ].join("\n");
}
