import { homedir } from "node:os";
import { join } from "node:path";

/** The folder in which Pulumi keeps what belongs to the machine and not to a project. */
export function pulumiHome(environment: NodeJS.ProcessEnv): string {
  return environment["PULUMI_HOME"] || join(homedir(), ".pulumi");
}

/** Engines are kept here, one folder a version: the same layout as the Automation API's own installations. */
export function versionsFolder(environment: NodeJS.ProcessEnv): string {
  return join(pulumiHome(environment), "versions");
}
