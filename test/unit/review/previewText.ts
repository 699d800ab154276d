/** Previews as the engine prints them, made by hand: one step a resource. */
type Fields = Readonly<Record<string, unknown>>;

export const spring: Fields = {
  name: "Spring renewals",
  notes: "Ends in May",
  campaignType: "outbound",
  aiAgentId: "11111111-1111-4111-8111-111111111111",
  contactsListTags: ["vip"],
  daysOfWeek: ["monday", "tuesday", "wednesday", "thursday", "friday"],
  callTimeOfDayFrom: "09:00:00",
  callTimeOfDayTo: "17:00:00",
  timeZone: "Europe/Paris",
  numberOfCallAttempts: [3],
  retryDelay: [60],
  retryDelayUnit: ["seconds"],
  workspace: "default",
};

export const urnOf = (name: string, kind = "Campaign"): string =>
  `urn:pulumi:dev::renewals::pulumi-nodejs:dynamic/callab:${kind}::${name}`;

interface State {
  readonly inputs: Fields;
  readonly [more: string]: unknown;
}

export interface Step {
  readonly op: string;
  readonly name?: string;
  readonly kind?: string;
  readonly old?: Fields;
  readonly new?: Fields;
  /** More of the old or new state: id, outputs, retainOnDelete, propertyDependencies. */
  readonly oldState?: Fields;
  readonly newState?: Fields;
  readonly replaceReasons?: readonly string[];
  /** What the provider says that changes, by path; left out: it cannot say it. */
  readonly detailedDiff?: Fields;
}

export function step({ op, name = "spring", kind = "Campaign", ...rest }: Step): Fields {
  const urn = urnOf(name, kind);
  const state = (inputs: Fields | undefined, more: Fields | undefined): State | undefined =>
    inputs && { urn, custom: true, inputs: { __provider: "code of the provider", ...inputs }, ...more };
  return {
    op,
    urn,
    oldState: state(rest.old, { id: "22222222-2222-4222-8222-222222222222", ...rest.oldState }),
    newState: state(rest.new, rest.newState),
    replaceReasons: rest.replaceReasons,
    detailedDiff: rest.detailedDiff ?? null,
  };
}

export const previewText = (steps: readonly Step[], diagnostics: readonly Fields[] = []): string =>
  JSON.stringify({
    steps: [{ op: "same", urn: "urn:pulumi:dev::renewals::pulumi:pulumi:Stack::renewals-dev" }, ...steps.map(step)],
    diagnostics,
    changeSummary: {},
  });
