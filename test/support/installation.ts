/**
 * The package as a program finds it, in one of two forms:
 *
 * - `packed`: what `npm pack` makes, extracted to a real `node_modules/pulumi-callab`. As users have it; the engine's
 *   state then refers to the provider by name.
 * - `linked`: this repository's own `node_modules`, where the package is a link to the repository. The provider's
 *   methods are then written into the state as text.
 */
import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { freshBuild } from "./build";
import { ownEnvironment, run, succeeded } from "./command";
import { oncePerRun, runFolder } from "./oncePerRun";
import { repository } from "./repository";

export type Form = "packed" | "linked";

/** A `node_modules` folder with the package in this form, to be linked to from a program's folder. */
export async function nodeModules(form: Form): Promise<string> {
  await freshBuild();
  return form === "linked" ? join(repository, "node_modules") : packedModules();
}

/** The folder of the packed package. */
export const packedPackage = async (): Promise<string> => join(await nodeModules("packed"), "pulumi-callab");

/** The folder of the plugin, as it is in the package. */
export const pluginFolder = async (): Promise<string> => join(await packedPackage(), "plugin");

/** The lines of a Pulumi.yaml that say where the plugin is. */
export const pluginLines = async (): Promise<string> =>
  ["plugins:", "  providers:", "    - name: callab", `      path: ${await pluginFolder()}`, ""].join("\n");

const packedModules = (): Promise<string> =>
  oncePerRun("packed", async () => {
    const folder = join(runFolder(), "packed");
    const modules = join(folder, "node_modules");
    mkdirSync(modules, { recursive: true });
    // Without scripts: the build was made, and must not change under tests that run already.
    const environment = ownEnvironment();
    const packing = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
    const packed = succeeded(await run("npm", packing, { cwd: repository, environment }));
    const [tarball] = JSON.parse(packed.stdout) as { filename: string }[];
    if (tarball === undefined) throw new Error(`npm pack made nothing:\n${packed.output}`);
    succeeded(await run("tar", ["-xzf", tarball.filename], { cwd: folder, environment }));
    succeeded(await run("mv", ["package", join("node_modules", "pulumi-callab")], { cwd: folder, environment }));
    // The SDK looks the package up from its own place to learn the name it is exported under, so it stands beside it.
    cpSync(join(repository, "node_modules", "@pulumi"), join(modules, "@pulumi"), {
      recursive: true,
      dereference: true,
    });
    // All else is the repository's, so that nothing is downloaded.
    for (const name of readdirSync(join(repository, "node_modules"))) {
      if (name === "pulumi-callab" || name === "@pulumi" || name.startsWith(".")) continue;
      symlinkSync(join(repository, "node_modules", name), join(modules, name));
    }
    return modules;
  });
