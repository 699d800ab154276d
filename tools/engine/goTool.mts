/**
 * Programs beside the engine that only some work needs: the language hosts of YAML and Python, the generator of SDKs,
 * and the linter of workflows. Each is taken from PATH or built once a machine from Go modules; kept under the Pulumi home, beside the engines.
 */
import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { run } from "./command.mts";
import { findExecutable, pathFolders } from "./executable.mts";
import { actionlint, cli, goEnvironment, goRefusal, host, yaml, type GoModule } from "./goModule.mts";
import { withLock } from "./lock.mts";
import { lineProgress } from "./progress.mts";
import { versionsFolder } from "./pulumiHome.mts";
import { inWorkshop } from "./workshop.mts";

interface GoTool {
  readonly module: GoModule;
  /** The Go package of its `main`. */
  readonly target: string;
  readonly program: string;
  /** Scripts that stand beside it, by their folder in a module of Go. */
  readonly scripts?: { readonly module: string; readonly folder: string; readonly names: readonly string[] };
}

export const goTools = {
  yaml: {
    module: yaml,
    target: "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml",
    program: "pulumi-language-yaml",
  },
  python: {
    module: host,
    target: "github.com/pulumi/pulumi/sdk/v3/python/cmd/pulumi-language-python",
    program: "pulumi-language-python",
    scripts: {
      module: "github.com/pulumi/pulumi/sdk/v3",
      folder: join("python", "cmd"),
      names: ["pulumi-language-python-exec"],
    },
  },
  sdks: { module: cli, target: "./sdks", program: "callab-sdks" },
  actionlint: { module: actionlint, target: "github.com/rhysd/actionlint/cmd/actionlint", program: "actionlint" },
} as const satisfies Readonly<Record<string, GoTool>>;

export type GoToolName = keyof typeof goTools;

/** The folder that holds the program. Throws, with the reason, if there is none and none can be built. */
export async function findGoTool(name: GoToolName, environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const tool: GoTool = goTools[name];
  const onPath = findExecutable(tool.program, pathFolders(environment));
  if (onPath !== undefined) return onPath.folder;
  const versions = versionsFolder(environment);
  const place = join(versions, "tools", `${tool.program}-${fingerprint(tool)}`);
  if (existsSync(place)) return place;
  const progress = lineProgress((line) => void process.stderr.write(`${line}\n`));
  return withLock(versions, progress, async () => {
    if (existsSync(place)) return place;
    const refusal = await goRefusal(environment);
    if (refusal !== undefined) throw new Error(`${tool.program} is not on PATH and cannot be built: ${refusal}.`);
    progress.line(`Building ${tool.program} from Go modules, once a machine.`);
    return inWorkshop(versions, async (folder) => {
      const made = join(folder, "tool");
      mkdirSync(made);
      await build(tool, made, goEnvironment(environment));
      mkdirSync(join(versions, "tools"), { recursive: true });
      renameSync(made, place);
      return place;
    });
  });
}

async function build(tool: GoTool, into: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const { module, target, program, scripts } = tool;
  const flags = ["-mod=readonly", "-trimpath", "-tags", "osusergo,grpcnotrace", "-ldflags", "-s -w"];
  await run("go", ["build", "-v", ...flags, "-o", join(into, program), target], {
    environment,
    cwd: module.folder,
    silenceSeconds: 600,
  });
  if (scripts === undefined) return;
  const args = ["list", "-mod=readonly", "-m", "-f", "{{.Dir}}", scripts.module];
  const sources = (await run("go", args, { environment, cwd: module.folder, limitSeconds: 60 })).trim();
  for (const script of scripts.names) {
    copyFileSync(join(sources, scripts.folder, script), join(into, script));
    chmodSync(join(into, script), 0o755);
  }
}

/** Tells what it is built from. */
function fingerprint({ module: { folder } }: GoTool): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort())
    if (/\.(go|mod|sum)$/.test(name)) hash.update(readFileSync(join(folder, name)));
  return hash.digest("hex").slice(0, 12);
}
