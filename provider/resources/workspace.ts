// Generated from schema.json by tools/generate/kinds.mts. Do not edit: change schema.json and run `npm run generate`.

import * as pulumi from "@pulumi/pulumi";
import own = require("../dynamic/workspace");
import { providerOf } from "./copies";
import { declare, logFindings } from "./declare";
import { heededOptions } from "./options";
import { leaveOutPromiseTraces } from "./traces";
import type { WorkspaceArgs, WorkspaceOutputs } from "./types";

export interface Workspace extends WorkspaceOutputs {}

/**
 * A workspace of the account: the place that campaigns, agents and webhooks live in. The API makes, renames and deletes workspaces, and neither lists nor reads them.
 *
 * Problems in the arguments are reported for the whole program at once, before anything is registered.
 *
 * @example
 * ```ts
 * const north = new callab.Workspace("north", { workspaceName: "North region" });
 *
 * const agent = new callab.AiAgent("renewals", {
 *   workspace: north.workspaceSlug,
 *   name: "Renewals",
 *   prompt: "You call customers whose contract ends soon. Be brief, and end the call when asked to.",
 * });
 *
 * export const agentId = agent.id;
 * ```
 */
export class Workspace extends pulumi.dynamic.Resource {
  constructor(name: string, args: WorkspaceArgs, opts?: pulumi.CustomResourceOptions) {
    const declaration = declare("Workspace", name, args, opts);
    const writeTraces = leaveOutPromiseTraces();
    try {
      super(
        providerOf("workspace", own),
        name,
        declaration.properties,
        heededOptions("Workspace", opts),
        "callab",
        "Workspace",
      );
    } finally {
      writeTraces();
    }
    logFindings("Workspace", name, this, declaration);
  }
}
