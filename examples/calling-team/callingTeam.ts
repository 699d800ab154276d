import * as pulumi from "@pulumi/pulumi";
import * as callab from "pulumi-callab";

type OfTheTeam = "campaignType" | "aiAgentId" | "outboundPhoneNumberId" | "webhookId" | "workspace";

/** What the campaigns of a team have in common is the team's; the rest is said here. */
export interface TeamCampaignArgs extends Omit<callab.CampaignArgs, OfTheTeam | "name"> {
  /** A plain text, not an output: two campaigns of one name are then found before anything is made. */
  readonly name: string;
}

export interface CallingTeamArgs {
  /** Shown in the dashboard, in front of each campaign's name. */
  readonly title: string;
  /** What the agent is told about its work. */
  readonly prompt: pulumi.Input<string>;
  readonly language: pulumi.Input<string>;
  /** The number that people see. It stays in the account when the team is deleted. */
  readonly phoneNumber: pulumi.Input<string>;
  /** Is told about every call. */
  readonly reportTo: pulumi.Input<string>;
  /** Workspace of everything the team has. Default: the configured one. */
  readonly workspace?: string;
  readonly campaigns: Readonly<Record<string, TeamCampaignArgs>>;
}

/**
 * A team that calls: one agent, its number, the webhook that is told, and any number of outbound campaigns.
 *
 * The parts are children of the team: they are shown under it, and options such as `protect` on the team hold for
 * all of them.
 */
export class CallingTeam extends pulumi.ComponentResource {
  readonly agentId: pulumi.Output<string>;
  /** One sentence a campaign: who is called when. */
  readonly summaries: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: CallingTeamArgs, opts?: pulumi.ComponentResourceOptions) {
    super("example:calling:Team", name, {}, opts);
    const own = { parent: this };
    const place = args.workspace === undefined ? {} : { workspace: args.workspace };

    const agent = new callab.AiAgent(
      `${name}-agent`,
      { ...place, name: args.title, prompt: args.prompt, language: args.language },
      own,
    );
    const number = new callab.PhoneNumber(`${name}-number`, { ...place, phoneNumber: args.phoneNumber }, own);
    const webhook = new callab.Webhook(
      `${name}-report`,
      {
        ...place,
        name: `${args.title}, report`,
        flowDirection: "outbound",
        steps: [{ stepNumber: 1, webhookUrl: args.reportTo, webhookMethod: "POST" }],
      },
      own,
    );
    const campaigns = Object.entries(args.campaigns).map(([key, campaignArgs]) => {
      const campaign = new callab.Campaign(
        `${name}-${key}`,
        {
          ...place,
          ...campaignArgs,
          name: `${args.title}: ${campaignArgs.name}`,
          campaignType: "outbound",
          aiAgentId: agent.id,
          outboundPhoneNumberId: number.id,
          webhookId: webhook.id,
        },
        own,
      );
      return [key, campaign.summary] as const;
    });

    this.agentId = agent.id;
    this.summaries = pulumi.output(Object.fromEntries(campaigns));
    this.registerOutputs({ agentId: this.agentId, summaries: this.summaries });
  }
}
