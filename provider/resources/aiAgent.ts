import * as pulumi from "@pulumi/pulumi";
import provider = require("../dynamic/aiAgent");
import { declare, tell } from "./declare";
import { leaveOutPromiseTraces } from "./traces";
import { deletedFirst } from "./deletedFirst";
import type { AiAgentArgs, AiAgentOutputs } from "./types";

/**
 * A voice agent on Callab AI.
 *
 * Problems in the arguments are reported for the whole program at once, before anything is registered.
 *
 * @example
 * ```ts
 * const agent = new callab.AiAgent("renewals", { name: "Renewals", prompt: "You call about…", language: "en-US" });
 * ```
 */
export class AiAgent extends pulumi.dynamic.Resource {
  constructor(name: string, args: AiAgentArgs, opts?: pulumi.CustomResourceOptions) {
    const declaration = declare("AiAgent", name, args, opts);
    const done = leaveOutPromiseTraces();
    try {
      super(provider, name, declaration.properties, deletedFirst(opts), "callab", "AiAgent");
    } finally {
      done();
    }
    tell("AiAgent", this, args, declaration);
  }
}

// The outputs, one for each field of schema.json.
export interface AiAgent extends AiAgentOutputs {}
