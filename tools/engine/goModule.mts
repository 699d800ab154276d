import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { CommandFailed, run } from "./command.mts";
import { compareVersions, formatVersion, parseVersion } from "./version.mts";
import type { Version } from "./version.mts";

/** One of the Go modules beside this file: what they pin (versions, Go) is read from their go.mod and written nowhere else. */
export interface GoModule {
  folder: string;
  what: string;
}

export const cli: GoModule = { folder: folderOf("cli"), what: "the Pulumi CLI" };
export const host: GoModule = { folder: folderOf("host"), what: "the Node language host" };
export const yaml: GoModule = { folder: folderOf("yaml"), what: "the YAML language host" };
export const actionlint: GoModule = { folder: folderOf("actionlint"), what: "the linter of workflows" };

function folderOf(name: string): string {
  return dirname(fileURLToPath(new URL(`${name}/go.mod`, import.meta.url)));
}

/** The version of Pulumi that the CLI is built from. */
export function pinnedVersion(): string {
  return wordIn(cli, /^\s*github\.com\/pulumi\/pulumi\/pkg\/v3 v(\S+)/m);
}

/** The oldest Go that can build all. */
export function oldestGo(): string {
  return wordIn(cli, /^go (\S+)/m);
}

function wordIn(module: GoModule, pattern: RegExp): string {
  const word = pattern.exec(readFileSync(`${module.folder}/go.mod`, "utf8"))?.[1];
  if (word === undefined) throw new Error(`${module.folder}/go.mod has no line like ${pattern}`);
  return word;
}

/**
 * The environment of every `go` command. Fixed are those settings that could make the build fail or differ: another toolchain would
 * be downloaded (GOTOOLCHAIN), a workspace or flags of the person's own would apply (GOWORK, GOFLAGS), or another system's program
 * would come out (GOOS, GOARCH). Where modules come from (GOPROXY and its like) is the person's setting and stays.
 */
export function goEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...environment,
    GOTOOLCHAIN: "local",
    GOFLAGS: "-buildvcs=false",
    GOWORK: "off",
    GOOS: "",
    GOARCH: "",
    CGO_ENABLED: "0",
  };
}

/** Why Go cannot build here, or undefined if it can. */
export async function goRefusal(environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  const oldest = oldestGo();
  let printed: string;
  try {
    printed = await run("go", ["env", "GOVERSION"], { environment: goEnvironment(environment), limitSeconds: 30 });
  } catch (error) {
    if (error instanceof CommandFailed && error.code === "ENOENT") {
      return `there is no \`go\` on PATH (Go ${oldest} or newer would do)`;
    }
    return `\`go env\` failed: ${(error as Error).message}`;
  }
  const present = parseVersion(printed);
  if (present && compareVersions(present, parseVersion(oldest) as Version) < 0) {
    return `the \`go\` on PATH is ${formatVersion(present)}, and ${oldest} or newer is needed`;
  }
  return undefined;
}
