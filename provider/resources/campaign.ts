// Generated from schema.json by tools/generate/kinds.mts. Do not edit: change schema.json and run `npm run generate`.

import * as pulumi from "@pulumi/pulumi";
import own = require("../dynamic/campaign");
import { providerOf } from "./copies";
import { declare, logFindings } from "./declare";
import { heededOptions } from "./options";
import { leaveOutPromiseTraces } from "./traces";
import type { CampaignArgs, CampaignOutputs } from "./types";

export interface Campaign extends CampaignOutputs {}

/**
 * A calling campaign: who is called (or who may call in), by which agent, on which days and hours, and how often. A campaign phones real people.
 *
 * Problems in the arguments are reported for the whole program at once, before anything is registered.
 *
 * @example
 * ```ts
 * const agent = callab.getAiAgentOutput({ name: "Renewals" });
 *
 * const campaign = new callab.Campaign("spring", {
 *   name: "Spring renewals",
 *   notes: "Customers whose contract ends in May",
 *   campaignType: "outbound",
 *   aiAgentId: agent.id,
 *   outboundPhoneNumberId: "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a",
 *   contactsListSource: ["web"],
 *   contactsListTags: ["vip"],
 *   daysOfWeek: ["mon", "tue", "wed", "thu", "fri"],
 *   callTimeOfDayFrom: "9:00",
 *   callTimeOfDayTo: "17:00",
 *   timeZone: "Europe/Paris",
 *   startedAt: "2099-03-02",
 *   endedAt: "2099-05-29",
 *   numberOfCallAttempts: [3],
 *   retryDelay: [60],
 *   retryDelayUnit: ["seconds"],
 *   desiredStatus: "paused",
 * });
 *
 * export const summary = campaign.summary;
 * ```
 */
export class Campaign extends pulumi.dynamic.Resource {
  constructor(name: string, args: CampaignArgs, opts?: pulumi.CustomResourceOptions) {
    const declaration = declare("Campaign", name, args, opts);
    const writeTraces = leaveOutPromiseTraces();
    try {
      super(
        providerOf("campaign", own),
        name,
        declaration.properties,
        heededOptions("Campaign", opts),
        "callab",
        "Campaign",
      );
    } finally {
      writeTraces();
    }
    logFindings("Campaign", name, this, declaration);
  }
}
