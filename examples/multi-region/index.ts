/**
 * One program, three regions: a loop makes a campaign for each, all with the same agent. Everybody is called between
 * ten and six on their own clock.
 */
import * as callab from "pulumi-callab";

interface Region {
  readonly timeZone: string;
  readonly tag: string;
  /** The number people see; bought in the dashboard. */
  readonly phoneNumber: string;
}

const regions: Readonly<Record<string, Region>> = {
  americas: { timeZone: "America/New_York", tag: "region-americas", phoneNumber: "+442079460101" },
  europe: { timeZone: "Europe/London", tag: "region-europe", phoneNumber: "+442079460102" },
  asia: { timeZone: "Asia/Singapore", tag: "region-asia", phoneNumber: "+442079460103" },
};

const agent = new callab.AiAgent("survey", {
  name: "Survey",
  language: "en-US",
  prompt: "You ask three questions about the last delivery. Thank the person, whatever they say, and end the call.",
});

const campaigns = Object.entries(regions).map(([region, { timeZone, tag, phoneNumber }]) => {
  const number = new callab.PhoneNumber(region, { phoneNumber });
  const campaign = new callab.Campaign(region, {
    // The name is how a campaign is found again after a lost answer: it must be unique in the workspace.
    name: `Delivery survey, ${region}`,
    notes: "",
    campaignType: "outbound",
    aiAgentId: agent.id,
    outboundPhoneNumberId: number.id,
    contactsListSource: ["web"],
    contactsListTags: [tag],
    daysOfWeek: ["mon", "tue", "wed", "thu"],
    callTimeOfDayFrom: "10:00",
    callTimeOfDayTo: "18:00",
    timeZone,
    numberOfCallAttempts: [2],
    retryDelay: [3600],
    retryDelayUnit: ["seconds"],
    // "active" makes it call.
    desiredStatus: "paused",
  });
  return [region, campaign.summary] as const;
});

export const summaries = Object.fromEntries(campaigns);
