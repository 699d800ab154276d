/**
 * The program of one workspace: the stack is called as the workspace is, and what differs is in `workspaces.json`. It is an
 * ordinary program, so `pulumi preview --stack europe` works as well; `fleet.mts` runs it for all.
 */
import * as pulumi from "@pulumi/pulumi";
import * as callab from "pulumi-callab";
import workspaces from "./workspaces.json";

const workspace = pulumi.getStack();
const own = workspaces.find((entry) => entry.workspace === workspace);
if (own === undefined) throw new pulumi.RunError(`workspaces.json has no workspace "${workspace}".`);

const agent = new callab.AiAgent("survey", {
  name: "Survey",
  language: "en-US",
  prompt: "You ask three questions about the last delivery. Thank the person, whatever they say, and end the call.",
  workspace,
});

const number = new callab.PhoneNumber("caller", { phoneNumber: own.phoneNumber });

const campaign = new callab.Campaign("survey", {
  name: "Delivery survey",
  notes: "",
  campaignType: "outbound",
  workspace,
  aiAgentId: agent.id,
  outboundPhoneNumberId: number.id,
  contactsListSource: ["web"],
  contactsListTags: [own.tag],
  daysOfWeek: ["mon", "tue", "wed", "thu"],
  callTimeOfDayFrom: "10:00",
  callTimeOfDayTo: "18:00",
  timeZone: own.timeZone,
  numberOfCallAttempts: [2],
  retryDelay: [3600],
  retryDelayUnit: ["seconds"],
  // "active" makes it call.
  desiredStatus: "paused",
});

export const summary = campaign.summary;
