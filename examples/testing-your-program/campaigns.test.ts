/** What the program declares, without an engine and without a network: in milliseconds. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import * as pulumi from "@pulumi/pulumi";
import { declareCampaigns } from "./campaigns";

const agentId = "3f1f7a52-0a55-4c8e-9f0e-6a1c2b3d4e5f";

/** What a resource is once it is created: its inputs come back as they are, and an agent gets an ID. */
const mocks: pulumi.runtime.Mocks = {
  newResource: ({ type, inputs }) => ({
    id: type.endsWith(":AiAgent") ? agentId : "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a",
    state: inputs as Record<string, unknown>,
  }),
  call: () => ({}),
};

// New mocks are a new program: each test may declare the same campaign again.
beforeEach(() => pulumi.runtime.setMocks(mocks));

const valueOf = <T>(output: pulumi.Output<T>): Promise<T> => new Promise((resolve) => void output.apply(resolve));

void test("a campaign that is not live calls nobody", async () => {
  const { renewals } = declareCampaigns({ live: false, tags: ["colleagues"] });
  assert.equal(await valueOf(renewals.desiredStatus), "paused");
});

void test("a live campaign calls the contacts with the given tags", async () => {
  const { renewals } = declareCampaigns({ live: true, tags: ["vip"] });
  assert.equal(await valueOf(renewals.desiredStatus), "active");
  assert.deepEqual(await valueOf(renewals.contactsListTags), ["vip"]);
});

void test("the campaign talks with the program's own agent", async () => {
  const { renewals } = declareCampaigns({ live: false, tags: ["colleagues"] });
  assert.equal(await valueOf(renewals.aiAgentId), agentId);
});
