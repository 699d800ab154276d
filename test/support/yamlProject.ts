/** A YAML project, which uses the native front. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pluginLines } from "./installation";
import { languageEnvironment } from "./languageEnvironment";
import { runFolder } from "./oncePerRun";
import { openProject, type Project } from "./project";

export interface YamlProject extends Project {
  /** Replaces the program: its resources and outputs, as in a Pulumi.yaml. */
  declare(resources: object, outputs?: object): void;
}

export async function makeYamlProject(options: {
  readonly emulator: { readonly url: string; readonly token: string };
}): Promise<YamlProject> {
  const { url, token } = options.emulator;
  const folder = join(mkdtempSync(join(runFolder(), "yaml-")), "program");
  mkdirSync(folder);
  const head = `name: tested\nruntime: yaml\n${await pluginLines()}`;
  writeFileSync(join(folder, "Pulumi.yaml"), head);
  const additions = { CALLAB_BASE_URL: url, CALLAB_API_TOKEN: token };
  const project = await openProject(folder, "Pulumi.yaml", additions, "test", await languageEnvironment("yaml"));
  return {
    ...project,
    // JSON is YAML.
    declare: (resources, outputs = {}) =>
      project.write(`${head}resources: ${JSON.stringify(resources)}\noutputs: ${JSON.stringify(outputs)}\n`),
  };
}
