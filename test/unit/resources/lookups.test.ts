/** Lookups of live objects, as programs make them: exactly one, or an error that says why and what to do. */
import * as pulumi from "@pulumi/pulumi";
import { getAiAgent, getCampaign, getPhoneNumber, getWebhook } from "../../../provider/resources/lookups";
import { LookupError } from "../../../provider/resources/lookup";
import { failureOf, serve } from "../../support/context";

interface Answer {
  readonly data: unknown;
  readonly total?: number;
  readonly status?: string;
}

/** A program whose API answers by path; what it says to others is that there is nothing. */
async function programWith(answers: Readonly<Record<string, Answer>>): Promise<string[]> {
  const asked: string[] = [];
  const url = await serve(({ url: path = "" }) => {
    asked.push(path.replace("/v1", ""));
    return { text: JSON.stringify({ status: "ok", data: [], ...answers[asked.at(-1) ?? ""] }) };
  });
  await pulumi.runtime.setMocks({ newResource: () => ({ id: "id", state: {} }), call: () => ({}) });
  pulumi.runtime.setAllConfig({ "callab:baseUrl": url, "callab:apiToken": "t0ken-t0ken" });
  return asked;
}

const list = "/campaigns/by-workspace/default";
const spring = { id: "1", name: "Spring renewals" };
const autumn = { id: "2", name: "Autumn" };

const refused = async (lookup: Promise<unknown>): Promise<string> => {
  const failure = await failureOf(lookup);
  expect(failure).toBeInstanceOf(LookupError);
  return failure.message;
};

describe("by name", () => {
  it("finds the one of the name, in the workspace that is configured or named", async () => {
    await programWith({ [list]: { data: [spring, autumn] }, "/campaigns/by-workspace/sales": { data: [autumn] } });
    expect(await getCampaign({ name: "Spring renewals" })).toMatchObject(spring);
    expect(await getCampaign({ name: "Autumn", workspace: "sales" })).toMatchObject(autumn);
  });

  it("finds it in another spelling, unless one has exactly this", async () => {
    const respelled = { id: "3", name: "Spring  renewals " };
    await programWith({ [list]: { data: [respelled, autumn] } });
    expect(await getCampaign({ name: "Spring renewals" })).toMatchObject({ id: "3" });
    await programWith({ [list]: { data: [respelled, spring] } });
    expect(await getCampaign({ name: "Spring renewals" })).toMatchObject({ id: "1" });
  });

  it("fails where there is none, and tells near names", async () => {
    await programWith({ [list]: { data: [spring] } });
    expect(await refused(getCampaign({ name: "Spring renewal" }))).toBe(
      'There is no campaign "Spring renewal" in workspace "default". Near it are: "Spring renewals".',
    );
    expect(await refused(getWebhook({ name: "CRM" }))).toContain("There are none at all.");
  });

  it("fails where there are several", async () => {
    await programWith({ [list]: { data: [spring, { ...spring, id: "3" }] } });
    expect(await refused(getCampaign({ name: "Spring renewals" }))).toContain(
      'There are 2 campaigns "Spring renewals" in workspace "default": 1, 3. Look it up by its ID instead.',
    );
  });

  it("fails where the list does not tell its ID, though it be listed twice", async () => {
    const { name } = spring;
    await programWith({ [list]: { data: [{ name }, { name }] } });
    expect(await refused(getCampaign({ name }))).toContain("without its ID");
  });

  it.each(["Spring renewals", "Summer"])("fails in a list that may not be whole: %s", async (name) => {
    await programWith({ [list]: { data: [spring], total: 3 } });
    expect(await refused(getCampaign({ name }))).toBe(
      `Whether there is one campaign "${name}" in workspace "default", and no more, cannot be told: the list of campaigns may not be whole ` +
        "(the API says that there are 3 and showed 1). Write the ID from the dashboard into the program instead.",
    );
  });

  it("tells near names as text, whatever is in them", async () => {
    const name = "Spring\nrenewalz";
    await programWith({ [list]: { data: [{ id: "1", name }] } });
    expect(await refused(getCampaign({ name: "Spring renewals" }))).toContain('Near it are: "Spring renewalz".');
  });

  it("finds a number in whatever way it is written", async () => {
    await programWith({ "/phone_number": { data: [{ id: "7", phone_number: "+44 20 7946 0958" }] } });
    expect(await getPhoneNumber({ phoneNumber: "+442079460958" })).toMatchObject({ id: "7" });
  });
});

describe("by ID", () => {
  it("reads it alone, and lists nothing", async () => {
    const asked = await programWith({ "/campaigns/by-id/1": { data: [{ name: "Spring renewals" }] } });
    expect(await getCampaign({ id: "1" })).toMatchObject(spring);
    expect(asked).toEqual(["/campaigns/by-id/1"]);
  });

  it("finds it in the list where it cannot be read alone, though the list may not be whole", async () => {
    const { name } = spring;
    const id = "6F1A2B3C-0000-4000-8000-00000000ABCD";
    await programWith({
      [`/campaigns/by-id/${id}`]: { data: "", status: "error" },
      [list]: { data: [{ id: id.toLowerCase(), name }], total: 3 },
      "/webhooks?workspace=default": { data: [{ id: "5", name: "CRM" }] },
    });
    expect(await getCampaign({ id })).toMatchObject({ id, name });
    expect(await getWebhook({ id: "5" })).toMatchObject({ name: "CRM" });
  });

  it("fails where there is none", async () => {
    await programWith({ "/ai-agent/9": { data: null } });
    expect(await refused(getAiAgent({ id: "9" }))).toBe('There is no agent with the ID 9 in workspace "default".');
  });

  it("fails where the list that lacks it may not be whole, and says why", async () => {
    await programWith({ "/webhooks?workspace=default": { data: [{ id: "5", name: "CRM" }], total: 3 } });
    expect(await refused(getWebhook({ id: "9" }))).toContain(
      "cannot be told: the list of webhooks may not be whole (the API says that there are 3 and showed 1).",
    );
  });

  it("fails where the answer holds several objects", async () => {
    await programWith({ "/campaigns/by-id/1": { data: [spring, autumn] } });
    expect(await refused(getCampaign({ id: "1" }))).toContain("2 objects where one was asked for");
  });
});
