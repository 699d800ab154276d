/**
 * House rules for calling campaigns (`pulumi-callab/policy`): the rules of rules.ts, told to Pulumi with their settings.
 *
 * @packageDocumentation
 */
import type {
  PolicyResource,
  ResourceValidation,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationPolicy,
} from "@pulumi/policy";
import { numberMatchesZone, type NumberCountry } from "./numberCountry";
import {
  callingHours,
  callsApart,
  defaultCeilings,
  defaultHours,
  managedStatus,
  namedAttempts,
  namedAudience,
  protectedCampaign,
  retryCeilings,
  saysSomething,
  type Audience,
  type CallingHours,
  type ProtectedCampaigns,
  type RetryCeilings,
} from "./rules";

/** Whether a type is that of a kind, in either of the two fronts. */
const isOf = (kind: "Campaign" | "AiAgent" | "PhoneNumber", type: string): boolean =>
  type === `pulumi-nodejs:dynamic/callab:${kind}` || type === `callab:index:${kind}`;

const times = { type: "string", pattern: "^\\d{1,2}:\\d{2}(:\\d{2})?$" } as const;
const weekdays = { type: "array", items: { type: "string" } } as const;

/** What a rule finds wrong with a campaign. */
const ofCampaigns =
  (judge: (args: ResourceValidationArgs) => readonly string[]): ResourceValidation =>
  (args, reportViolation) => {
    if (!isOf("Campaign", args.type)) return;
    for (const problem of judge(args)) reportViolation(`${problem}.`);
  };

const audience: ResourceValidationPolicy = {
  name: "callab-names-audience",
  description: "An outbound campaign names whom it calls: a source, a tag or a category.",
  enforcementLevel: "mandatory",
  configSchema: { properties: { everybody: { type: "string", enum: ["refused", "allowed"], default: "refused" } } },
  validateResource: ofCampaigns((args) => namedAudience(args.props, args.getConfig<Audience>())),
};

const hours: ResourceValidationPolicy = {
  name: "callab-calling-hours",
  description: "People are called only in the hours and on the days that their time zone allows.",
  enforcementLevel: "mandatory",
  configSchema: {
    properties: {
      hours: {
        type: "object",
        description: "For every zone without hours of its own, local time.",
        properties: { from: times, to: times, days: weekdays },
        required: ["from", "to", "days"],
        additionalProperties: false,
        default: { ...defaultHours, days: [...defaultHours.days] },
      },
      zones: {
        type: "object",
        description: "IANA name of a zone → its own hours; what is left out is as in `hours`.",
        additionalProperties: {
          type: "object",
          properties: { from: times, to: times, days: weekdays },
          additionalProperties: false,
        },
        default: {},
      },
    },
  },
  validateResource: ofCampaigns((args) => callingHours(args.props, args.getConfig<CallingHours>())),
};

const retries: ResourceValidationPolicy = {
  name: "callab-retry-ceilings",
  description: "Nobody is called too often or too soon again.",
  enforcementLevel: "mandatory",
  configSchema: {
    properties: {
      maxAttempts: { type: "integer", minimum: 1, default: defaultCeilings.maxAttempts },
      minPauseSeconds: { type: "integer", minimum: 0, default: defaultCeilings.minPauseSeconds },
    },
  },
  validateResource: ofCampaigns((args) => retryCeilings(args.props, args.getConfig<RetryCeilings>())),
};

const attempts: ResourceValidationPolicy = {
  name: "callab-names-attempts",
  description: "An outbound campaign says how often a contact is tried, and how long it waits between two attempts.",
  enforcementLevel: "advisory",
  validateResource: ofCampaigns((args) => namedAttempts(args.props)),
};

const status: ResourceValidationPolicy = {
  name: "callab-status-managed",
  description: "An outbound campaign says whether it is to call: its desiredStatus is in the program.",
  enforcementLevel: "advisory",
  validateResource: ofCampaigns((args) => managedStatus(args.props)),
};

const overlap: StackValidationPolicy = {
  name: "callab-no-overlap",
  description: "No two active campaigns of the stack call the same people in the same hours.",
  enforcementLevel: "advisory",
  validateStack: (args, reportViolation) => {
    const campaigns = args.resources.filter(({ type }) => isOf("Campaign", type));
    campaigns.forEach(({ urn, props }, index) => {
      for (const other of campaigns.slice(0, index))
        for (const problem of callsApart(props, other.props, other.name, new Date()))
          reportViolation(`${problem}.`, urn);
    });
  },
};

const texts: ResourceValidationPolicy = {
  name: "callab-nothing-empty",
  description: "Agents have a prompt, and campaigns have notes for the people who run them.",
  enforcementLevel: "mandatory",
  validateResource: (args, reportViolation) => {
    const field = isOf("Campaign", args.type) ? "notes" : isOf("AiAgent", args.type) ? "prompt" : undefined;
    if (field === undefined) return;
    for (const problem of saysSomething(args.props, field)) reportViolation(`${problem}.`);
  },
};

const protection: ResourceValidationPolicy = {
  name: "callab-protected-campaigns",
  description: "Campaigns that are to be active have the resource option `protect`, so that no slip deletes them.",
  enforcementLevel: "advisory",
  configSchema: { properties: { campaigns: { type: "string", enum: ["active", "all"], default: "active" } } },
  validateResource: ofCampaigns((args) =>
    protectedCampaign(
      args.props,
      args.opts.protect,
      args.getConfig<{ readonly campaigns: ProtectedCampaigns }>().campaigns,
    ),
  ),
};

/** A number is another resource than the campaign that uses it, so this rule looks at the whole stack. */
const countries: StackValidationPolicy = {
  name: "callab-number-country",
  description: "Calls come from a number of the country whose time zone the campaign has.",
  enforcementLevel: "advisory",
  configSchema: {
    properties: {
      countries: {
        type: "object",
        description: "IANA name of a zone → countries (ISO 3166 codes) whose numbers may call there.",
        additionalProperties: { type: "array", items: { type: "string" } },
        default: {},
      },
    },
  },
  validateStack: (args, reportViolation) => {
    const settings = args.getConfig<NumberCountry>();
    for (const campaign of args.resources.filter(({ type }) => isOf("Campaign", type))) {
      for (const number of numbersOf(campaign)) {
        for (const problem of numberMatchesZone(campaign.props, number, settings))
          reportViolation(`${problem}.`, campaign.urn);
      }
    }
  },
};

/** The numbers a campaign's IDs come from, as far as they are resources of the program. */
function numbersOf(campaign: PolicyResource): Set<string> {
  const sources = Object.values(campaign.propertyDependencies).flat();
  return new Set(
    sources.flatMap(({ type, props }): string[] => {
      const number: unknown = isOf("PhoneNumber", type) ? props["phoneNumber"] : undefined;
      return typeof number === "string" ? [number] : [];
    }),
  );
}

/** All rules. A pack is made of them, and of rules of your own: `new PolicyPack("our-rules", { policies })`. */
export const policies: (ResourceValidationPolicy | StackValidationPolicy)[] = [
  audience,
  hours,
  retries,
  attempts,
  overlap,
  status,
  texts,
  protection,
  countries,
];
