/**
 * Bringing what was made in the dashboard under version control, one object after the other, without a second copy
 * of anything.
 *
 * Three ways, from careful to firm:
 *  - look it up (`get…`): read it, refer to it, manage nothing;
 *  - declare it exactly as it is: an equal object is taken over, a differing one fails and shows the differences;
 *  - declare it as it should be, with `adopt: true`: it is taken over and changed.
 */
import * as callab from "pulumi-callab";

// Another team's webhook: only looked up. Nothing found, or two of that name, is an error that lists near names.
const audit = callab.getWebhookOutput({ name: "Call audit" });

// Declared exactly as it is: taken over, and not one request is sent to change it.
const agent = new callab.AiAgent("reminders", {
  name: "Appointment reminders",
  language: "en-GB",
  prompt: "You remind people of their appointment and offer to move it.",
  // What happens when this resource leaves the program: the live agent stays.
  deletionPolicy: "retain",
});

// As it should be from now on. In the dashboard this campaign called until 20:00; the program says 18:00.
const campaign = new callab.Campaign("reminders", {
  name: "Appointment reminders",
  notes: "Calls the day before",
  campaignType: "outbound",
  adopt: true,
  aiAgentId: agent.id,
  webhookId: audit.id,
  outboundPhoneNumberId: "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a",
  contactsListSource: ["web"],
  contactsListTags: ["appointment-tomorrow"],
  daysOfWeek: ["sun", "mon", "tue", "wed", "thu"],
  callTimeOfDayFrom: "10:00",
  callTimeOfDayTo: "18:00",
  timeZone: "Europe/Berlin",
  // It calls today, and goes on calling with the new hours.
  desiredStatus: "active",
  // Leaving the program must not delete what others made: stop calling, keep the campaign.
  deletionPolicy: "pause",
});

export const campaignId = campaign.id;
export const summary = campaign.summary;
