import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import { run } from "./command.mts";
import { findExecutable } from "./executable.mts";
import { compareVersions, formatVersion, OLDEST_ENGINE, parseVersion } from "./version.mts";

/** What must stand beside the CLI, or elsewhere on PATH, for a TypeScript program with dynamic resources. */
const companions = {
  "pulumi-language-nodejs": "the Node language host",
  "pulumi-resource-pulumi-nodejs": "the script of the dynamic provider",
};

type Inspection = { bin: string; version: string } | { refusal: string };

/**
 * Says whether the `pulumi` at this path can run this project's programs, by asking it for its version and looking for its
 * companions. `alsoIn` are further folders where the engine itself would look for them (PATH). `bin` in the answer is the folder
 * that has all of them, if there is one.
 */
export async function inspect(pulumi: string, alsoIn: readonly string[] = []): Promise<Inspection> {
  let printed: string;
  try {
    printed = await run(pulumi, ["version"], {
      environment: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
      limitSeconds: 20,
    });
  } catch (error) {
    return { refusal: `${pulumi} does not run: ${(error as Error).message}` };
  }
  const version = parseVersion(printed);
  if (!version) return { refusal: `${pulumi} names no version (it printed "${printed.trim()}")` };
  if (compareVersions(version, OLDEST_ENGINE) < 0) {
    return { refusal: `${pulumi} is ${formatVersion(version)}, older than ${formatVersion(OLDEST_ENGINE)}` };
  }
  const beside = dirname(pulumi);
  // A package manager may link only `pulumi` into a folder of PATH; the engine then looks beside the file the link leads to.
  const linkedFrom = dirname(realpathSync(pulumi));
  const complete = [beside, linkedFrom].find((folder) =>
    ["pulumi", ...Object.keys(companions)].every((name) => findExecutable(name, [folder])),
  );
  if (complete !== undefined) return { bin: complete, version: formatVersion(version) };
  for (const [name, what] of Object.entries(companions)) {
    if (!findExecutable(name, [beside, linkedFrom, ...alsoIn])) {
      return { refusal: `${pulumi} has no ${name} (${what}) beside it or on PATH` };
    }
  }
  return { bin: beside, version: formatVersion(version) };
}
