import * as pulumi from "@pulumi/pulumi";
import provider = require("../dynamic/campaign");
import { declare, tell } from "./declare";
import { leaveOutPromiseTraces } from "./traces";
import { deletedFirst } from "./deletedFirst";
import type { CampaignArgs, CampaignOutputs } from "./types";

/**
 * A calling campaign on Callab AI. It phones real people: two live copies are never made, not even for a moment.
 *
 * Problems in the arguments are reported for the whole program at once, before anything is registered.
 *
 * @example
 * ```ts
 * new callab.Campaign("spring", {
 *   name: "Spring renewals",
 *   notes: "Customers whose contract ends in May",
 *   campaignType: "outbound",
 *   aiAgentId: agent.id,
 *   daysOfWeek: ["mon", "tue", "wed", "thu", "fri"],
 *   timeZone: "Europe/Paris",
 * });
 * ```
 */
export class Campaign extends pulumi.dynamic.Resource {
  constructor(name: string, args: CampaignArgs, opts?: pulumi.CustomResourceOptions) {
    const declaration = declare("Campaign", name, args, opts);
    const done = leaveOutPromiseTraces();
    try {
      super(provider, name, declaration.properties, deletedFirst(opts), "callab", "Campaign");
    } finally {
      done();
    }
    tell("Campaign", this, args, declaration);
  }
}

// The outputs, one for each field of schema.json.
export interface Campaign extends CampaignOutputs {}
