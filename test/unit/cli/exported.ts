/** Exports the workspace of an emulator in this process, with all questions answered if that is asked for. */
import { startEmulator, type Emulator, type PersonalitySpec } from "../../../emulator";
import { createClient } from "../../../provider/api/client";
import { exportWorkspace, type Exported, type ExportOptions } from "../../../provider/cli/export/exportWorkspace";
import type { ImportFile } from "../../../provider/cli/export/importFile";
import { readConfiguration, type Configuration } from "../../../provider/configuration";
import { answered } from "./answers";
import { seed, type Size } from "./seed";

export async function emulatorWith(personality: PersonalitySpec, size: Size): Promise<Emulator> {
  const emulator = await startEmulator({ personality, seed: "export", clock: () => Date.UTC(2026, 10, 2, 9) });
  await seed(emulator.dashboard, size);
  return emulator;
}

export const settingsOf = ({ url, token }: Emulator, workspace = "default"): Configuration =>
  readConfiguration((key) => ({ baseUrl: url, apiToken: token, workspace })[key as string], {});

export async function exportFrom(
  emulator: Emulator,
  options: Partial<ExportOptions> = {},
  client = createClient(settingsOf(emulator, options.workspace)),
): Promise<Exported> {
  return exportWorkspace(client, {
    workspace: "default",
    baseUrl: "https://api.callab.ai/v1",
    kinds: [],
    name: undefined,
    folder: "callab-default",
    hints: [],
    leavesHidden: false,
    version: "0.1.0",
    again: "npx callab export --hints callab-default/hints.json --force",
    onProgress: () => undefined,
    ...options,
  });
}

/** Exports, and once more with the answers if there are questions. */
export async function exportAnswered(emulator: Emulator): Promise<Exported> {
  const first = await exportFrom(emulator);
  const hints = first.files.get("hints.json");
  if (hints === undefined) return first;
  const { dashboard } = emulator;
  const truth = {
    Campaign: dashboard.list("Campaign"),
    AiAgent: dashboard.list("AiAgent"),
    PhoneNumber: dashboard.list("PhoneNumber"),
    Webhook: dashboard.list("Webhook"),
  };
  return exportFrom(emulator, { hints: [{ file: "hints.json", text: answered(hints.text, truth) }] });
}

export const textOf = ({ files }: Pick<Exported, "files">, name: string): string => {
  const file = files.get(name);
  if (file === undefined) throw new Error(`${name} was not written; there are ${[...files.keys()].join(", ")}`);
  return file.text;
};

export const importFile = (exported: Exported): ImportFile => JSON.parse(textOf(exported, "import.json")) as ImportFile;
