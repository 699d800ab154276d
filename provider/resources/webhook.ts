// Generated from schema.json by tools/generate/kinds.mts. Do not edit: change schema.json and run `npm run generate`.

import * as pulumi from "@pulumi/pulumi";
import own = require("../dynamic/webhook");
import { providerOf } from "./copies";
import { declare, logFindings } from "./declare";
import { heededOptions } from "./options";
import { leaveOutPromiseTraces } from "./traces";
import type { WebhookArgs, WebhookOutputs } from "./types";

export interface Webhook extends WebhookOutputs {}

/**
 * A webhook flow: the requests that tell other systems about calls. The documented API only lists flows; that they can be written is inferred.
 *
 * Problems in the arguments are reported for the whole program at once, before anything is registered.
 *
 * @example
 * ```ts
 * import * as pulumi from "@pulumi/pulumi";
 *
 * const crmToken = new pulumi.Config().requireSecret("crmToken");
 *
 * const webhook = new callab.Webhook("crm", {
 *   name: "CRM",
 *   maxRetries: 3,
 *   retryDelay: 30,
 *   retryDelayUnit: "seconds",
 *   steps: [
 *     {
 *       stepNumber: 1,
 *       webhookUrl: "https://example.com/hooks/callab",
 *       webhookMethod: "POST",
 *       webhookTimeout: 10,
 *       webhookHeaders: crmToken.apply((token) => ({ Authorization: `Bearer ${token}` })),
 *     },
 *   ],
 * });
 *
 * export const webhookId = webhook.id;
 * ```
 */
export class Webhook extends pulumi.dynamic.Resource {
  constructor(name: string, args: WebhookArgs, opts?: pulumi.CustomResourceOptions) {
    const declaration = declare("Webhook", name, args, opts);
    const writeTraces = leaveOutPromiseTraces();
    try {
      super(
        providerOf("webhook", own),
        name,
        declaration.properties,
        heededOptions("Webhook", opts),
        "callab",
        "Webhook",
      );
    } finally {
      writeTraces();
    }
    logFindings("Webhook", name, this, declaration);
  }
}
