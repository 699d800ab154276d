/**
 * Fills an emulator with what somebody might have made in the dashboard: `npm run seed` before the first
 * `pulumi up`. It speaks to an emulator only; the real API has no such address.
 */
import { connectControl } from "pulumi-callab/emulator";

const address = process.env.CALLAB_BASE_URL;
if (address === undefined) throw new Error("Set CALLAB_BASE_URL to the address of your emulator.");

const { dashboard, setPersonality } = connectControl(address);
// An account whose list of campaigns tells their IDs. Whether yours does is not documented; where it does not, a
// campaign cannot be taken over, and the run says so.
await setPersonality({ campaignListIds: true });
if ((await dashboard.ids("Campaign")).length === 0) {
  const workspace = "default";
  await dashboard.create("Webhook", { name: "Call audit", workspace });
  const agent = await dashboard.create("AiAgent", {
    name: "Appointment reminders",
    language: "en-GB",
    prompt: "You remind people of their appointment and offer to move it.",
    workspace,
  });
  await dashboard.create("Campaign", {
    name: "Appointment reminders",
    notes: "Calls the day before",
    campaign_type: "outbound",
    status: "active",
    ai_agent_id: agent.id,
    contacts_list_source: ["web"],
    contacts_list_tags: ["appointment-tomorrow"],
    days_of_week: [0, 1, 2, 3, 4],
    call_time_of_day_from: "10:00:00",
    call_time_of_day_to: "20:00:00",
    time_zone: "Europe/Berlin",
    workspace,
  });
}
