import { readdirSync } from "node:fs";
import { join } from "node:path";
import { findExecutable, pathFolders } from "./executable.mts";
import { inspect } from "./installation.mts";
import { pulumiHome, versionsFolder } from "./pulumiHome.mts";
import type { Source } from "./searchOrder.mts";
import { compareVersions, parseVersion } from "./version.mts";

/** The engine the person has chosen: the `pulumi` that their own shell would run. */
export function onPath(environment: NodeJS.ProcessEnv): Source {
  return {
    name: "pulumi on PATH",
    look: async () => {
      const folders = pathFolders(environment);
      const found = findExecutable("pulumi", folders);
      if (!found) return { refusal: "there is none" };
      const result = await inspect(found.path, folders);
      if ("refusal" in result) return result;
      return { engine: { ...result, origin: "path" } };
    },
  };
}

/** The newest usable engine under the Pulumi home: one that an earlier run made, or Pulumi's installer while PATH lacks it. */
export function underPulumiHome(environment: NodeJS.ProcessEnv): Source {
  return {
    name: `an earlier one under ${pulumiHome(environment)}`,
    look: async () => {
      const refusals: string[] = [];
      for (const bin of keptFolders(environment)) {
        const found = findExecutable("pulumi", [bin]);
        if (!found) continue;
        const result = await inspect(found.path);
        if ("version" in result) return { engine: { ...result, origin: "cache" } };
        refusals.push(result.refusal);
      }
      return { refusal: refusals.join("; ") || "there is none" };
    },
  };
}

function keptFolders(environment: NodeJS.ProcessEnv): string[] {
  const versions = versionsFolder(environment);
  const newestFirst = namesIn(versions)
    .flatMap((name) => {
      const version = /^\d/.test(name) ? parseVersion(name) : undefined;
      return version ? [{ name, version }] : [];
    })
    .sort((a, b) => compareVersions(b.version, a.version));
  return [...newestFirst.map(({ name }) => join(versions, name, "bin")), join(pulumiHome(environment), "bin")];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
