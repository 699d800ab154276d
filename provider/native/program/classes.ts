// Generated from schema.json by tools/generate/nativeClasses.mts. Do not edit: change schema.json and run `npm run generate`.
import * as pulumi from "@pulumi/pulumi";
import type { LookupArgs, PhoneNumberLookupArgs } from "../../resources/lookups";
import { leaveOutPromiseTraces } from "../../resources/traces";
import type * as types from "../../resources/types";
import { optionsOf, propertiesOf, tokenOf } from "./register";

/** A calling campaign: who is called (or who may call in), by which agent, on which days and hours, and how often. A campaign phones real people. */
export class Campaign extends pulumi.CustomResource {
  /** A live one that another program manages, by its ID. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): Campaign {
    return new Campaign(name, undefined, { ...opts, id });
  }

  constructor(name: string, args: types.CampaignArgs, opts?: pulumi.CustomResourceOptions);
  /** @internal */
  constructor(name: string, args: undefined, opts: pulumi.CustomResourceOptions);
  constructor(name: string, args: types.CampaignArgs | undefined, opts?: pulumi.CustomResourceOptions) {
    const writeTraces = leaveOutPromiseTraces();
    try {
      super(tokenOf("Campaign"), name, propertiesOf("Campaign", args), optionsOf("Campaign", name, opts));
    } finally {
      writeTraces();
    }
  }
}

// The outputs, one for each field of schema.json.
export interface Campaign extends types.CampaignOutputs {}

/** A voice agent: what it says, in which voice and language, and how it behaves on a call. Most fields can be written but are never read back. */
export class AiAgent extends pulumi.CustomResource {
  /** A live one that another program manages, by its ID. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): AiAgent {
    return new AiAgent(name, undefined, { ...opts, id });
  }

  constructor(name: string, args: types.AiAgentArgs, opts?: pulumi.CustomResourceOptions);
  /** @internal */
  constructor(name: string, args: undefined, opts: pulumi.CustomResourceOptions);
  constructor(name: string, args: types.AiAgentArgs | undefined, opts?: pulumi.CustomResourceOptions) {
    const writeTraces = leaveOutPromiseTraces();
    try {
      super(tokenOf("AiAgent"), name, propertiesOf("AiAgent", args), optionsOf("AiAgent", name, opts));
    } finally {
      writeTraces();
    }
  }
}

// The outputs, one for each field of schema.json.
export interface AiAgent extends types.AiAgentOutputs {}

/** A phone number of the account. Numbers are bought or brought in the dashboard; the documented API only lists them, so a number is normally found and taken over, and never released unless the program says so. */
export class PhoneNumber extends pulumi.CustomResource {
  /** A live one that another program manages, by its ID. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): PhoneNumber {
    return new PhoneNumber(name, undefined, { ...opts, id });
  }

  constructor(name: string, args: types.PhoneNumberArgs, opts?: pulumi.CustomResourceOptions);
  /** @internal */
  constructor(name: string, args: undefined, opts: pulumi.CustomResourceOptions);
  constructor(name: string, args: types.PhoneNumberArgs | undefined, opts?: pulumi.CustomResourceOptions) {
    const writeTraces = leaveOutPromiseTraces();
    try {
      super(tokenOf("PhoneNumber"), name, propertiesOf("PhoneNumber", args), optionsOf("PhoneNumber", name, opts));
    } finally {
      writeTraces();
    }
  }
}

// The outputs, one for each field of schema.json.
export interface PhoneNumber extends types.PhoneNumberOutputs {}

/** A webhook flow: the requests that tell other systems about calls. The documented API only lists flows; that they can be written is inferred. */
export class Webhook extends pulumi.CustomResource {
  /** A live one that another program manages, by its ID. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): Webhook {
    return new Webhook(name, undefined, { ...opts, id });
  }

  constructor(name: string, args: types.WebhookArgs, opts?: pulumi.CustomResourceOptions);
  /** @internal */
  constructor(name: string, args: undefined, opts: pulumi.CustomResourceOptions);
  constructor(name: string, args: types.WebhookArgs | undefined, opts?: pulumi.CustomResourceOptions) {
    const writeTraces = leaveOutPromiseTraces();
    try {
      super(tokenOf("Webhook"), name, propertiesOf("Webhook", args), optionsOf("Webhook", name, opts));
    } finally {
      writeTraces();
    }
  }
}

// The outputs, one for each field of schema.json.
export interface Webhook extends types.WebhookOutputs {}

/** A workspace of the account: the place that campaigns, agents and webhooks live in. The API makes, renames and deletes workspaces, and neither lists nor reads them. */
export class Workspace extends pulumi.CustomResource {
  /** A live one that another program manages, by its ID. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): Workspace {
    return new Workspace(name, undefined, { ...opts, id });
  }

  constructor(name: string, args: types.WorkspaceArgs, opts?: pulumi.CustomResourceOptions);
  /** @internal */
  constructor(name: string, args: undefined, opts: pulumi.CustomResourceOptions);
  constructor(name: string, args: types.WorkspaceArgs | undefined, opts?: pulumi.CustomResourceOptions) {
    const writeTraces = leaveOutPromiseTraces();
    try {
      super(tokenOf("Workspace"), name, propertiesOf("Workspace", args), optionsOf("Workspace", name, opts));
    } finally {
      writeTraces();
    }
  }
}

// The outputs, one for each field of schema.json.
export interface Workspace extends types.WorkspaceOutputs {}

/** A live campaign by `{ id }` or `{ name, workspace? }`. Rejects if there is none, or more than one. */
export const getCampaign = (args: LookupArgs, opts?: pulumi.InvokeOptions): Promise<types.CampaignResult> =>
  pulumi.runtime.invoke("callab:index:getCampaign", args, opts);

/** `getCampaign` for arguments that are outputs. */
export const getCampaignOutput = (
  args: { [Key in keyof LookupArgs]: pulumi.Input<LookupArgs[Key]> },
  opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<types.CampaignResult> => pulumi.runtime.invokeOutput("callab:index:getCampaign", args, opts);

/** A live agent by `{ id }` or `{ name, workspace? }`. Rejects if there is none, or more than one. */
export const getAiAgent = (args: LookupArgs, opts?: pulumi.InvokeOptions): Promise<types.AiAgentResult> =>
  pulumi.runtime.invoke("callab:index:getAiAgent", args, opts);

/** `getAiAgent` for arguments that are outputs. */
export const getAiAgentOutput = (
  args: { [Key in keyof LookupArgs]: pulumi.Input<LookupArgs[Key]> },
  opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<types.AiAgentResult> => pulumi.runtime.invokeOutput("callab:index:getAiAgent", args, opts);

/** A live phone number by `{ phoneNumber }`. Rejects if there is none, or more than one. */
export const getPhoneNumber = (
  args: PhoneNumberLookupArgs,
  opts?: pulumi.InvokeOptions,
): Promise<types.PhoneNumberResult> => pulumi.runtime.invoke("callab:index:getPhoneNumber", args, opts);

/** `getPhoneNumber` for arguments that are outputs. */
export const getPhoneNumberOutput = (
  args: { [Key in keyof PhoneNumberLookupArgs]: pulumi.Input<PhoneNumberLookupArgs[Key]> },
  opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<types.PhoneNumberResult> => pulumi.runtime.invokeOutput("callab:index:getPhoneNumber", args, opts);

/** A live webhook by `{ id }` or `{ name, workspace? }`. Rejects if there is none, or more than one. */
export const getWebhook = (args: LookupArgs, opts?: pulumi.InvokeOptions): Promise<types.WebhookResult> =>
  pulumi.runtime.invoke("callab:index:getWebhook", args, opts);

/** `getWebhook` for arguments that are outputs. */
export const getWebhookOutput = (
  args: { [Key in keyof LookupArgs]: pulumi.Input<LookupArgs[Key]> },
  opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<types.WebhookResult> => pulumi.runtime.invokeOutput("callab:index:getWebhook", args, opts);
