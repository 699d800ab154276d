import { chmodSync, copyFileSync, mkdirSync } from "node:fs";
import { join, sep } from "node:path";
import { run } from "./command.mts";
import { cli, goEnvironment, goRefusal, host, pinnedVersion } from "./goModule.mts";
import type { GoModule } from "./goModule.mts";
import type { Progress } from "./progress.mts";
import { stopwatch } from "./progress.mts";
import { versionsFolder } from "./pulumiHome.mts";
import type { Source } from "./searchOrder.mts";
import { inWorkshop, putInPlace } from "./workshop.mts";

const SILENCE_SECONDS = 600;
const DOWNLOADING = /^go: downloading /;

/** The engine from its source, through the machine's Go module proxy: for machines that reach package registries only. */
export function goBuild(environment: NodeJS.ProcessEnv, progress: Progress): Source {
  return {
    name: "a build from Go modules",
    look: async () => {
      const refusal = await goRefusal(environment);
      if (refusal !== undefined) return { refusal };
      const versions = versionsFolder(environment);
      const elapsed = stopwatch();
      progress.line(
        `Building the Pulumi engine ${pinnedVersion()} from Go modules. This is done once a machine and takes some minutes ` +
          `(about four on two cores); later runs take it from ${versions}.`,
      );
      return inWorkshop(versions, async (folder) => {
        const bin = join(folder, "bin");
        mkdirSync(bin);
        for (const module of [host, cli]) await build(module, bin, goEnvironment(environment), progress);
        await addScripts(bin, goEnvironment(environment));
        const placed = await putInPlace(bin, versions);
        progress.line(`The engine is in ${placed.bin} (${elapsed()}).`);
        return { engine: { ...placed, origin: "go build" } };
      });
    },
  };
}

async function build(module: GoModule, bin: string, environment: NodeJS.ProcessEnv, progress: Progress): Promise<void> {
  const packages = await download(module, environment, progress);
  const elapsed = stopwatch();
  let compiled = 0;
  // `go build -v` names each package it compiles; those that Go's own cache has are not named, hence "of at most".
  const stopTelling = progress.during(
    () => `  compiling ${module.what}: ${compiled} of at most ${packages} packages, ${elapsed()}`,
  );
  try {
    await run("go", ["build", "-v", ...flags(), "-o", bin + sep, "tool"], {
      environment,
      cwd: module.folder,
      silenceSeconds: SILENCE_SECONDS,
      onLine: () => compiled++,
    });
  } catch (error) {
    throw new Error(`compiling ${module.what} failed: ${(error as Error).message}`);
  } finally {
    stopTelling();
  }
  progress.line(`  compiled ${module.what} (${compiled} packages, ${elapsed()})`);
}

/** Fetches what is missing of the module's sources. Returns how many packages there are to compile. */
async function download(module: GoModule, environment: NodeJS.ProcessEnv, progress: Progress): Promise<number> {
  const elapsed = stopwatch();
  let modules = 0;
  const stopTelling = progress.during(
    () => `  fetching the sources of ${module.what}: ${modules} modules, ${elapsed()}`,
  );
  try {
    const list = await run("go", ["list", "-mod=readonly", "-deps", ...tags, "tool"], {
      environment,
      cwd: module.folder,
      silenceSeconds: SILENCE_SECONDS,
      noise: DOWNLOADING,
      onLine: (line) => {
        if (DOWNLOADING.test(line)) modules++;
      },
    });
    if (modules > 0) progress.line(`  fetched the sources of ${module.what} (${modules} modules, ${elapsed()})`);
    return list.trim().split("\n").length;
  } catch (error) {
    throw new Error(`the sources of ${module.what} could not be fetched: ${(error as Error).message}`);
  } finally {
    stopTelling();
  }
}

/** As in Pulumi's own releases: no cgo user lookup, no gRPC tracing (it keeps the linker from dropping unused methods). */
const tags = ["-tags", "osusergo,grpcnotrace"];

function flags(): string[] {
  // Without the version the CLI takes itself for a development build, and the SDK's check of it fails.
  const version = `github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${pinnedVersion()}`;
  return ["-mod=readonly", "-trimpath", ...tags, "-ldflags", `-s -w -X ${version}`];
}

/** Scripts that official installations have too, taken from the sources the programs were built from. */
async function addScripts(bin: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const extension = process.platform === "win32" ? ".cmd" : "";
  copyProgram(
    join(await sdkFolder(cli, environment), "nodejs", "dist", `pulumi-resource-pulumi-nodejs${extension}`),
    join(bin, `pulumi-resource-pulumi-nodejs${extension}`),
  );
  // Under this name it runs policy packs whose `runtime` is `script`: see the README on why not `nodejs`.
  copyProgram(
    join(await sdkFolder(host, environment), "nodejs", "dist", `pulumi-analyzer-policy${extension}`),
    join(bin, `pulumi-analyzer-policy-script${extension}`),
  );
}

async function sdkFolder(module: GoModule, environment: NodeJS.ProcessEnv): Promise<string> {
  const args = ["list", "-mod=readonly", "-m", "-f", "{{.Dir}}", "github.com/pulumi/pulumi/sdk/v3"];
  return (await run("go", args, { environment, cwd: module.folder, limitSeconds: 60 })).trim();
}

function copyProgram(from: string, to: string): void {
  copyFileSync(from, to);
  // Files of Go's module cache are read-only and not executable.
  chmodSync(to, 0o755);
}
