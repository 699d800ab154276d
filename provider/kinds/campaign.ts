/** What is special about campaigns: rules across fields, the summary, and the live status. */
import { campaignRules } from "./campaignRules";
import { campaignSummary } from "./campaignSummary";
import { plainKind, type Kind } from "./kind";
import { kindSchema } from "./schema";

export const campaign: Kind = {
  ...plainKind(kindSchema("Campaign")),
  rules: campaignRules,
  compute: (inputs) => ({ summary: campaignSummary(inputs) }),
};
