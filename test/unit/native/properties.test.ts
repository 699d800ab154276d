/** Secrets on their way in and out. */
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { kinds } from "../../../provider/kinds";
import { SECRETS } from "../../../provider/lifecycle/secrets";
import { received, sent } from "../../../provider/native/properties";

const sealed = (value: unknown): unknown => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  value,
});
const struct = (value: object): Struct => Struct.fromJavaScript(value as Record<string, JavaScriptValue>);

it("come in plain, with the names of the inputs that the program marks, at any depth", () => {
  const given = struct({ name: sealed("Spring"), notes: "n", contactsListTags: ["a", sealed("b")] });
  expect(received(kinds.Campaign, given)).toEqual({
    name: "Spring",
    notes: "n",
    contactsListTags: ["a", "b"],
    [SECRETS]: ["name", "contactsListTags"],
  });
  expect(received(kinds.Campaign, undefined)).toEqual({ [SECRETS]: undefined });
});

it("need no name where the schema says that they are secret", () => {
  const steps = [{ webhookUrl: "https://example.com", webhookHeaders: sealed({ Authorization: "x" }) }];
  expect(received(kinds.Webhook, struct({ name: "CRM", steps }))[SECRETS]).toBeUndefined();
  expect(received(kinds.Webhook, struct({ name: "CRM", steps: sealed(steps) }))[SECRETS]).toEqual(["steps"]);
});

it("go out sealed where the schema or the program says so; so does a text made of them", () => {
  const steps = [{ webhookUrl: "https://example.com", webhookHeaders: { Authorization: "x" } }];
  expect(sent(kinds.Webhook, { name: "CRM", steps }, []).toJavaScript()).toEqual({
    name: "CRM",
    steps: [{ webhookUrl: "https://example.com", webhookHeaders: sealed({ Authorization: "x" }) }],
  });
  const campaign = { timeZone: "UTC", summary: "s", aiAgentId: "a", [SECRETS]: ["timeZone"] };
  expect(sent(kinds.Campaign, campaign, [SECRETS]).toJavaScript()).toEqual({
    timeZone: sealed("UTC"),
    summary: sealed("s"),
    aiAgentId: "a",
  });
  expect(sent(kinds.Campaign, { ...campaign, [SECRETS]: ["aiAgentId"] }, [SECRETS]).toJavaScript()).toMatchObject({
    summary: "s",
    aiAgentId: sealed("a"),
  });
});

it("stay sealed under names that nobody knows, at any depth", () => {
  const given = {
    promt: sealed("S"),
    extra: { deep: [{ er: sealed("T") }] },
    plainly: "p",
    __defaults: sealed("d"),
  };
  const properties = received(kinds.AiAgent, struct(given));
  expect(properties[SECRETS]).toEqual(["promt", "extra"]);
  expect(sent(kinds.AiAgent, properties, [SECRETS, "__defaults"]).toJavaScript()).toEqual({
    promt: sealed("S"),
    extra: sealed({ deep: [{ er: "T" }] }),
    plainly: "p",
  });
  const inSteps = { name: "CRM", steps: [{ webhookUrl: "https://example.com", webhokHeaders: sealed({ a: "S" }) }] };
  const steps = received(kinds.Webhook, struct(inSteps));
  expect(steps[SECRETS]).toEqual(["steps"]);
  expect(
    JSON.stringify(sent(kinds.Campaign, { summary: "s", nam: "n", [SECRETS]: ["nam"] }, []).toJavaScript()),
  ).toContain('"summary":"s"');
});
