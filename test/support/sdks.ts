/** The generated SDKs of the native front, made once in a test run. */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownEnvironment, run, succeeded } from "./command";
import { ENGINE_SEARCH_SECONDS } from "./engine";
import { oncePerRun, runFolder } from "./oncePerRun";
import { repository } from "./repository";

const environment = (): Record<string, string> => ({ ...ownEnvironment(), GOFLAGS: "-buildvcs=false" });

/** The folder that holds `nodejs`, `python` and `go`. */
export const sdks = (): Promise<string> =>
  oncePerRun("sdks", async () => {
    const folder = join(runFolder(), "sdks");
    const args = [join("tools", "sdk", "main.mts"), folder];
    const seconds = ENGINE_SEARCH_SECONDS;
    succeeded(await run(process.execPath, args, { cwd: repository, environment: environment(), seconds }));
    return folder;
  });

/** The Python SDK, installed for an environment: the folder to have on PYTHONPATH. */
export const pythonPackages = (python: string): Promise<string> =>
  oncePerRun("python-packages", async () => {
    const folder = join(runFolder(), "python-packages");
    const install = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--target", folder];
    const args = [...install, join(await sdks(), "python")];
    succeeded(await run(join(python, "bin", "python"), args, { cwd: repository, environment: environment() }));
    return folder;
  });

/** The Go program of test/fixtures/go, built with the generated SDK: its path. */
export const goProgram = (): Promise<string> =>
  oncePerRun("go-program", async () => {
    const folder = join(runFolder(), "go-program");
    mkdirSync(folder);
    copyFileSync(join(repository, "test", "fixtures", "go", "main.go"), join(folder, "main.go"));
    // The versions are those that the engine is built from.
    copyFileSync(join(repository, "tools", "engine", "cli", "go.sum"), join(folder, "go.sum"));
    const sdk = join(await sdks(), "go", "callab");
    writeFileSync(join(folder, "go.mod"), goModule(sdk));
    const args = ["build", "-mod=mod", "-o", "program", "."];
    succeeded(
      await run("go", args, { cwd: folder, environment: { ...environment(), CGO_ENABLED: "0" }, seconds: 600 }),
    );
    return join(folder, "program");
  });

const goModule = (sdk: string): string =>
  [
    "module pulumi-callab.invalid/program",
    "go 1.25.11",
    "require github.com/pulumi/pulumi/sdk/v3 v3.259.0",
    "require pulumi-callab.invalid/sdk/go/callab v0.0.0",
    `replace pulumi-callab.invalid/sdk/go/callab => ${sdk}`,
    "",
  ].join("\n");
