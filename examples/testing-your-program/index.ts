import * as pulumi from "@pulumi/pulumi";
import { declareCampaigns } from "./campaigns";

const config = new pulumi.Config();

const { renewals } = declareCampaigns({
  live: config.getBoolean("live") ?? false,
  tags: config.getObject<string[]>("tags") ?? ["colleagues"],
});

export const status = renewals.status;
export const summary = renewals.summary;
