/** What the engine is told of a check: it prints the value of each property that a failure names, secret or not. */
import { kindHost } from "../../../provider/dynamic/kindHost";
import type { KindName } from "../../../provider/kinds/schema";
import { SECRETS } from "../../../provider/lifecycle/secrets";
import { leastOf } from "../../support/context";

const failuresOf = async (kind: KindName, fields: object): Promise<readonly { property: string; reason: string }[]> => {
  const { failures = [] } = await kindHost(kind).check({}, { ...leastOf[kind], ...fields });
  return failures;
};
/** All that an engine prints of the failures. */
async function printed(kind: KindName, fields: Readonly<Record<string, unknown>>): Promise<string> {
  const failures = await failuresOf(kind, fields);
  return failures.map(({ property, reason }) => `${property} ${JSON.stringify(fields[property])} ${reason}`).join("\n");
}

describe("a failure", () => {
  it("names its property", async () => {
    const [only, ...others] = await failuresOf("Campaign", { timeZone: "EST5" });
    expect(only).toMatchObject({ property: "timeZone", reason: expect.stringContaining('"EST5"') as string });
    expect(others).toEqual([]);
  });

  it.each<[KindName, string, unknown]>([
    ["Campaign", "timeZone", "/root/4711"],
    ["Campaign", "aiAgentId", "4711"],
    ["Campaign", "callTimeOfDayFrom", "25:61-4711"],
    ["Campaign", "startedAt", "2099-13-4711"],
    ["Campaign", "daysOfWeek", ["4711"]],
    ["AiAgent", "prompt", { x: "4711" }],
    ["AiAgent", "responsiveness", "4711"],
    ["PhoneNumber", "phoneNumber", "+1-4711-x"],
  ])("of %s %s that the program marks secret names none, and tells the path alone", async (kind, name, value) => {
    expect(await printed(kind, { [name]: value })).toContain("4711");
    const told = await printed(kind, { [name]: value, [SECRETS]: [name] });
    expect(told).not.toContain("4711");
    expect(told).toMatch(new RegExp(`^ undefined ${name}(\\[0\\])?: .+\\([a-z]+/[a-z-]+\\)$`, "m"));
  });

  it.each<[string, object]>([
    ["a text in the place of a list in which something is secret", { steps: "Authorization: 4711" }],
    ["an object in its place", { steps: { webhookHeaders: { Authorization: "4711" } } }],
    ["what is no input, so that nobody knows whether it is secret", { logo: "a 4711" }],
  ])("of %s names none either", async (_, fields) => {
    const told = await printed("Webhook", fields as Record<string, unknown>);
    expect(told).toMatch(/^ undefined (steps|logo): /);
    expect(told).not.toContain("4711");
  });
});
