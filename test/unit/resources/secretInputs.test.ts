/** Which inputs a program marks secret: the names go to the provider, which gets the values unmarked. */
import * as pulumi from "@pulumi/pulumi";
import type { KindName } from "../../../provider/kinds/schema";
import { SECRETS } from "../../../provider/lifecycle/secrets";
import { declare } from "../../../provider/resources/declare";
import { leastOf } from "../../support/context";

const secret = pulumi.secret("hush");
const later = new Promise<string>((resolve) => setTimeout(() => resolve("later"), 5));

async function namesOf(kind: KindName, more: object): Promise<unknown> {
  await pulumi.runtime.setMocks({ newResource: () => ({ id: "id", state: {} }), call: () => ({}) });
  const { properties } = declare(kind, "one", { ...leastOf[kind], ...more }, undefined);
  return SECRETS in properties ? properties[SECRETS] : "not there";
}

it.each<[string, KindName, object, unknown]>([
  ["plain values", "AiAgent", {}, "not there"],
  ["a secret", "AiAgent", { prompt: secret }, ["prompt"]],
  ["an output that is none", "AiAgent", { prompt: pulumi.output("p") }, undefined],
  ["a promise", "AiAgent", { prompt: later }, undefined],
  ["something made of a secret", "AiAgent", { prompt: pulumi.interpolate`You are ${secret}.` }, ["prompt"]],
  [
    "something made of a secret and a promise",
    "AiAgent",
    { prompt: pulumi.all([later, secret]).apply(String) },
    ["prompt"],
  ],
  ["a secret in a list", "Campaign", { contactsListTags: ["vip", secret] }, ["contactsListTags"]],
  [
    "a secret in an object",
    "Campaign",
    { webhookMappingVariables: { a: { b: [secret] } } },
    ["webhookMappingVariables"],
  ],
  [
    "a secret in an output",
    "Campaign",
    { contactsListTags: pulumi.output([1]).apply(() => [secret]) },
    ["contactsListTags"],
  ],
  ["a secret number", "Webhook", { maxRetries: pulumi.secret(3) }, ["maxRetries"]],
  ["a secret ID", "Campaign", { aiAgentId: pulumi.secret("0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01") }, ["aiAgentId"]],
  ["several, in the order of the schema", "Campaign", { notes: secret, name: secret }, ["name", "notes"]],
  [
    "a header, which is secret anyway",
    "Webhook",
    { steps: [{ webhookUrl: "https://a.example", webhookHeaders: { k: secret } }] },
    "not there",
  ],
  [
    "headers that come later",
    "Webhook",
    { steps: [{ webhookUrl: "https://a.example", webhookHeaders: secret }] },
    "not there",
  ],
  ["the address beside them", "Webhook", { steps: [{ webhookUrl: pulumi.secret("https://a.example/x") }] }, ["steps"]],
  [
    "steps that come later, with a secret",
    "Webhook",
    { steps: pulumi.output([{ webhookHeaders: { k: secret } }]) },
    ["steps"],
  ],
])("%s", async (_title, kind, more, names) => {
  expect(await namesOf(kind, more)).toEqual(names);
});
