/** A Pulumi project that uses the native front: its programs know the plugin by the place it is installed in. */
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodeModules, packedPackage } from "./installation";
import { languageEnvironment } from "./languageEnvironment";
import { runFolder } from "./oncePerRun";
import { openProject, type Project } from "./project";

export interface NativeOptions {
  readonly emulator: { readonly url: string; readonly token: string };
  readonly language?: "yaml" | "javascript";
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Another project on whose machine this one is. */
  readonly machineOf?: Project;
}

/** The folder of the plugin, as it is in the package. */
export const pluginFolder = async (): Promise<string> => join(await packedPackage(), "plugin");

/** The lines of a Pulumi.yaml that say where the plugin is. */
export const pluginLines = (folder: string): string =>
  ["plugins:", "  providers:", "    - name: callab", `      path: ${folder}`, ""].join("\n");

export interface NativeProject extends Project {
  /** Replaces a YAML program: its resources and outputs, as in a Pulumi.yaml. */
  declare(resources: object, outputs?: object): void;
}

export async function makeNativeProject(options: NativeOptions): Promise<NativeProject> {
  const { language = "yaml", emulator, machineOf } = options;
  const folder = join(mkdtempSync(join(runFolder(), "native-")), "program");
  mkdirSync(folder);
  const plugin = pluginLines(await pluginFolder());
  const head =
    language === "yaml" ? "name: tested\nruntime: yaml\n" : "name: tested\nruntime: nodejs\nmain: index.js\n";
  writeFileSync(join(folder, "Pulumi.yaml"), `${head}${plugin}`);
  symlinkSync(await nodeModules("packed"), join(folder, "node_modules"));
  if (language === "javascript")
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "tested", private: true, main: "index.js" }));
  const additions = {
    CALLAB_BASE_URL: emulator.url,
    CALLAB_API_TOKEN: emulator.token,
    ...(machineOf === undefined ? {} : { PULUMI_HOME: machineOf.environment["PULUMI_HOME"] }),
    ...options.environment,
  };
  const main = language === "yaml" ? "Pulumi.yaml" : "index.js";
  const of = await languageEnvironment(language === "yaml" ? "yaml" : "nodejs");
  const project = await openProject(folder, main, additions, "test", of);
  return {
    ...project,
    // JSON is YAML.
    declare: (resources, outputs = {}) =>
      project.write(`${head}${plugin}resources: ${JSON.stringify(resources)}\noutputs: ${JSON.stringify(outputs)}\n`),
  };
}
