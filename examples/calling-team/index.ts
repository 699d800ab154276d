/** Two teams, made of the same component. */
import type { CampaignArgs } from "pulumi-callab";
import { CallingTeam } from "./callingTeam";

/** In office hours, and calling nobody until "active" says so. */
const officeHours = {
  daysOfWeek: ["mon", "tue", "wed", "thu", "fri"],
  callTimeOfDayFrom: "09:00",
  callTimeOfDayTo: "17:00",
  timeZone: "Europe/Paris",
  desiredStatus: "paused",
} satisfies Partial<CampaignArgs>;

const renewals = new CallingTeam("renewals", {
  title: "Renewals",
  language: "fr-FR",
  prompt: "You call customers whose contract ends soon, and offer to renew it.",
  phoneNumber: "+442079460106",
  reportTo: "https://example.com/hooks/renewals",
  campaigns: {
    early: { ...officeHours, name: "two months before", notes: "", contactsListTags: ["ends-in-60-days"] },
    last: { ...officeHours, name: "last call", notes: "Once only", contactsListTags: ["ends-in-7-days"] },
  },
});

const surveys = new CallingTeam("surveys", {
  title: "Surveys",
  language: "fr-FR",
  prompt: "You ask three questions about the last delivery.",
  phoneNumber: "+442079460107",
  reportTo: "https://example.com/hooks/surveys",
  campaigns: {
    delivery: { ...officeHours, name: "after delivery", notes: "", contactsListTags: ["delivered"] },
  },
});

export const summaries = { renewals: renewals.summaries, surveys: surveys.summaries };
