/**
 * A Python environment with Pulumi's SDK, of the engine's version: made once a machine from the package index, and kept
 * under the Pulumi home beside the engines.
 */
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./command.mts";
import { pinnedVersion } from "./goModule.mts";
import { withLock } from "./lock.mts";
import { lineProgress } from "./progress.mts";
import { versionsFolder } from "./pulumiHome.mts";

/** What generated SDKs need beside Pulumi's, and what installs them. */
const beside = ["parver", "setuptools", "wheel"];

/** The folder of the environment, which holds `bin/python`. Throws, with the reason, where none can be made. */
export async function findPythonEnvironment(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const version = pinnedVersion();
  const versions = versionsFolder(environment);
  const place = join(versions, "tools", `python-${version}`);
  // An environment knows its own place: it is made there, and marked when it is whole.
  const whole = join(place, "whole");
  if (existsSync(whole)) return place;
  const progress = lineProgress((line) => void process.stderr.write(`${line}\n`));
  return withLock(versions, progress, async () => {
    if (existsSync(whole)) return place;
    progress.line(`Making a Python environment with pulumi ${version}, once a machine.`);
    rmSync(place, { recursive: true, force: true });
    await run("python3", ["-m", "venv", place], { environment, limitSeconds: 120 });
    const python = join(place, "bin", "python");
    const install = ["-m", "pip", "install", "--quiet", `pulumi==${version}`, ...beside];
    await run(python, install, { environment, limitSeconds: 600 });
    writeFileSync(whole, "");
    return place;
  });
}
