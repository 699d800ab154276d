import * as pulumi from "@pulumi/pulumi";
import provider = require("../dynamic/webhook");
import { declare, tell } from "./declare";
import { leaveOutPromiseTraces } from "./traces";
import { deletedFirst } from "./deletedFirst";
import type { WebhookArgs, WebhookOutputs } from "./types";

/**
 * A webhook flow on Callab AI: the requests that tell other systems about calls.
 *
 * Problems in the arguments are reported for the whole program at once, before anything is registered.
 *
 * @example
 * ```ts
 * const webhook = new callab.Webhook("crm", { name: "CRM", steps: [{ webhookUrl: "https://example.com/calls" }] });
 * ```
 */
export class Webhook extends pulumi.dynamic.Resource {
  constructor(name: string, args: WebhookArgs, opts?: pulumi.CustomResourceOptions) {
    const declaration = declare("Webhook", name, args, opts);
    const done = leaveOutPromiseTraces();
    try {
      super(provider, name, declaration.properties, deletedFirst(opts), "callab", "Webhook");
    } finally {
      done();
    }
    tell("Webhook", this, args, declaration);
  }
}

// The outputs, one for each field of schema.json.
export interface Webhook extends WebhookOutputs {}
