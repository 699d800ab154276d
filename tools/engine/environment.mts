import { mkdirSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { findExecutable, pathFolders, pathVariable } from "./executable.mts";
import type { Engine } from "./searchOrder.mts";

interface EnvironmentOptions {
  /** A folder for the state of the backend and for what the CLI keeps beside it; created if it is not there. */
  home: string;
  /** Encrypts the secrets in that state. The default is no secret: fit for tests and tours, not for real accounts. */
  passphrase?: string;
}

/**
 * Everything `pulumi` needs to run unattended on this machine alone: no login, no question, no update check, no download.
 *
 * The rest of this process's environment stays, except:
 * - `CALLAB_*`: a token or address of the person's real account must never reach a test or the tour;
 * - `PULUMI_*`, every one: some choose another backend, stack or organization (PULUMI_ACCESS_TOKEN, PULUMI_STACK,
 *   PULUMI_DEFAULT_ORGANIZATION, PULUMI_CONFIG_PASSPHRASE_FILE), some change what the engine does or prints (PULUMI_PARALLEL,
 *   PULUMI_SKIP_CHECKPOINTS, PULUMI_RUN_PROGRAM, PULUMI_EXPERIMENTAL, PULUMI_OPTION_…), some hide the programs beside the CLI
 *   (PULUMI_IGNORE_AMBIENT_PLUGINS), and inside a running program others point to that program's engine. A list would always lag
 *   behind. Who wants one adds it to the result.
 */
export function engineEnvironment(engine: Engine, options: EnvironmentOptions): Record<string, string> {
  const home = resolve(options.home);
  mkdirSync(home, { recursive: true });
  return {
    ...undisturbing(process.env),
    [pathVariable(process.env)]: searchPath(engine, process.env),
    // The engine takes the text after file:// as it is, so a blank must not become %20, as a URL class would have it.
    PULUMI_BACKEND_URL: `file://${home.replaceAll("\\", "/")}`,
    // Of its own, so that neither the person's logins and settings nor the logs of other runs come in.
    PULUMI_HOME: join(home, "pulumi-home"),
    PULUMI_CONFIG_PASSPHRASE: options.passphrase ?? "local",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  };
}

function undisturbing(environment: NodeJS.ProcessEnv): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [key, value] of Object.entries(environment)) {
    if (value !== undefined && !/^(CALLAB|PULUMI)_/i.test(key)) kept[key] = value;
  }
  return kept;
}

/**
 * The engine, then the Node that runs this, then the repository's own tools, then what was there. The language host and the
 * dynamic provider start the first `node` they find, so Node changes places with the engine where the engine's folder has
 * another `node` in it (/usr/local/bin is such a folder).
 */
function searchPath(engine: Engine, environment: NodeJS.ProcessEnv): string {
  const node = dirname(process.execPath);
  const first = findExecutable("node", [engine.bin]) ? [node, engine.bin] : [engine.bin, node];
  const tools = fileURLToPath(new URL("../../node_modules/.bin", import.meta.url));
  return [...first, tools, ...pathFolders(environment)].join(delimiter);
}
