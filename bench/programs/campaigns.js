/**
 * The campaigns that every contender declares: the same properties, so that what differs is the provider's work alone.
 * BENCH_COUNT says how many there are, BENCH_CHANGED how many of them were edited since the last run.
 */
const count = Number(process.env.BENCH_COUNT);
const changed = Number(process.env.BENCH_CHANGED ?? 0);

exports.campaigns = Array.from({ length: count }, (_, index) => ({
  resource: `campaign-${index}`,
  args: {
    name: `Renewals ${index}`,
    notes: index < changed ? "Edited since the last run" : "Customers whose contract ends in spring",
    campaignType: "outbound",
    workspace: "default",
    aiAgentId: "3f1f7a52-0a55-4c8e-9f0e-6a1c2b3d4e5f",
    outboundPhoneNumberId: "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a",
    daysOfWeek: ["monday", "tuesday", "wednesday", "thursday", "friday"],
    callTimeOfDayFrom: "09:00:00",
    callTimeOfDayTo: "17:00:00",
    timeZone: "Europe/Paris",
    startedAt: "2099-03-02",
    endedAt: "2099-05-29",
    contactsListSource: ["web"],
    contactsListTags: ["vip"],
    contactsListCategories: ["renewal"],
    numberOfCallAttempts: [3],
    retryDelay: [60],
    retryDelayUnit: ["seconds"],
  },
}));
