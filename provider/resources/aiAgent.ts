// Generated from schema.json by tools/generate/kinds.mts. Do not edit: change schema.json and run `npm run generate`.

import * as pulumi from "@pulumi/pulumi";
import own = require("../dynamic/aiAgent");
import { providerOf } from "./copies";
import { declare, logFindings } from "./declare";
import { heededOptions } from "./options";
import { leaveOutPromiseTraces } from "./traces";
import type { AiAgentArgs, AiAgentOutputs } from "./types";

export interface AiAgent extends AiAgentOutputs {}

/**
 * A voice agent: what it says, in which voice and language, and how it behaves on a call. Most fields can be written but are never read back.
 *
 * Problems in the arguments are reported for the whole program at once, before anything is registered.
 *
 * @example
 * ```ts
 * const agent = new callab.AiAgent("renewals", {
 *   name: "Renewals",
 *   description: "Calls customers whose contract ends soon",
 *   language: "en-US",
 *   prompt: "You call customers whose contract ends soon. Be brief, and end the call when asked to.",
 *   whoTalksFirst: "agent",
 *   beginMessage: "Hello, this is the renewals desk.",
 *   agentDynamicVariables: [{ first_name: "" }],
 *   isAmdEnabled: true,
 * });
 *
 * export const agentId = agent.id;
 * ```
 */
export class AiAgent extends pulumi.dynamic.Resource {
  constructor(name: string, args: AiAgentArgs, opts?: pulumi.CustomResourceOptions) {
    const declaration = declare("AiAgent", name, args, opts);
    const writeTraces = leaveOutPromiseTraces();
    try {
      super(
        providerOf("aiAgent", own),
        name,
        declaration.properties,
        heededOptions("AiAgent", opts),
        "callab",
        "AiAgent",
      );
    } finally {
      writeTraces();
    }
    logFindings("AiAgent", name, this, declaration);
  }
}
