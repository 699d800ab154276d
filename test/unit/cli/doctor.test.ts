/** `callab doctor`: what it finds, and that it only looks. */
import { startEmulator, type Emulator, type PersonalitySpec } from "../../../emulator";
import { apiFindings, type ApiFindings } from "../../../provider/cli/doctor/checks";
import { questionLines } from "../../../provider/cli/doctor/exportQuestions";
import { clockFinding, nodeFinding, pulumiFinding } from "../../../provider/cli/doctor/machine";
import { createClient } from "../../../provider/api/client";
import { retryPolicy } from "../../../provider/api/retry";
import type { Configuration } from "../../../provider/configuration";
import { listedKinds } from "../../../provider/kinds/schema";
import { serve } from "../../support/context";
import { exportFrom, settingsOf } from "./exported";
import { seed } from "./seed";

let emulator: Emulator;
afterEach(() => emulator.close());

async function look(
  personality: PersonalitySpec,
  settings: (emulator: Emulator) => Configuration = settingsOf,
): Promise<ApiFindings> {
  emulator = await startEmulator({ personality });
  await seed(emulator.dashboard, 12);
  const configuration = settings(emulator);
  return apiFindings(createClient(configuration, { retry: retryPolicy(0) }), configuration);
}

const verdicts = ({ findings }: ApiFindings): Record<string, string> =>
  Object.fromEntries(findings.map(({ check, verdict }) => [check, verdict]));

test("a workspace that answers: every GET route is tried and carries its mark, nothing is written", async () => {
  const found = await look("open");
  expect(verdicts(found)).toEqual({ address: "ok", "token accepted": "ok", workspace: "ok" });
  const tried = found.routes.filter(({ verdict }) => verdict !== "not tried").map(({ route }) => route);
  expect(tried).toEqual([
    "GET /campaigns/by-workspace/{workspace}",
    "GET /campaigns/by-id/{id}",
    "GET /ai-agent?workspace={workspace}",
    "GET /ai-agent/{id}",
    "GET /phone_number",
    "GET /webhooks?workspace={workspace}",
  ]);
  const marks = new Map(found.routes.map(({ route, mark }) => [route, mark]));
  expect(marks.get("GET /phone_number")).toBe("older");
  expect(marks.get("POST /campaigns/delete/{id}")).toBe("inferred");
  expect(marks.get("POST /campaign/update/{id}")).toBe("older");
  expect(emulator.requests.every(({ method }) => method === "GET")).toBe(true);
});

test("a route is not tried where no ID is known, and says so", async () => {
  const { routes } = await look("documented");
  expect(routes.find(({ route }) => route.includes("by-id"))).toMatchObject({
    verdict: "not tried",
    detail: "no object whose ID is known",
  });
});

test.each(["documented", "open", "legacy"])(
  "an API that is %s: what an export will ask is foretold",
  async (personality) => {
    const { exportAsks } = await look(personality);
    const exported = await exportFrom(emulator);
    const asked = JSON.parse(exported.files.get("hints.json")?.text ?? "{}") as Record<string, Record<string, object>>;
    const counted = listedKinds.flatMap((kind) => {
      const objects = Object.entries(asked[kind] ?? {}).flatMap(([name, questions]) =>
        Object.keys(questions).map((field) => ({ field, count: name === "*" ? undefined : 1 })),
      );
      const fields = [...new Set(objects.map(({ field }) => field))];
      return fields.map((field) => {
        const own = objects.filter((entry) => entry.field === field && entry.count === 1).length;
        return { kind, field, objects: own === 0 ? exported.counts[kind] : own };
      });
    });
    const inOrder = (entries: readonly object[]): string[] => entries.map((entry) => JSON.stringify(entry)).sort();
    expect(inOrder(exportAsks)).toEqual(inOrder(counted));
    expect(exportAsks.length > 0).toBe(exported.incomplete > 0);
    expect(emulator.requests.every(({ method }) => method === "GET")).toBe(true);
  },
);

test.each([
  [5, ["5 campaigns: id, aiAgentId", "1 campaign: webhookId"]],
  [1, ["1 campaign: id, aiAgentId, webhookId"]],
])("questions of %i objects, in a line for each number", (objects, lines) => {
  const hidden = ["id", "aiAgentId"].map((field) => ({ kind: "Campaign" as const, field, objects }));
  expect(questionLines([...hidden, { kind: "Campaign", field: "webhookId", objects: 1 }])).toEqual(lines);
});

test("an address that lacks the version: nothing answers, and the reason is told once", async () => {
  const found = await look("documented", (running) => ({
    ...settingsOf(running),
    baseUrl: settingsOf(running).baseUrl.replace(/\/v1$/, ""),
  }));
  const address = found.findings.find(({ check }) => check === "address");
  expect(address).toMatchObject({ verdict: "failed", stopsAll: true });
  expect(address?.detail).toContain("does not end in /v1, as the documented address does");
});

test("a token that is not accepted", async () => {
  const found = await look("documented", (running) => ({
    ...settingsOf(running),
    apiToken: { value: "another-token", origin: "the environment variable CALLAB_API_TOKEN" },
  }));
  expect(verdicts(found)).toMatchObject({ address: "ok", "token accepted": "failed" });
  const detail = found.findings.find(({ check }) => check === "token accepted")?.detail ?? "";
  expect(detail).toContain("CALLAB_API_TOKEN");
  expect(detail).not.toContain("another-token");
  expect(detail).not.toContain("pulumi config");
});

test("an address where nobody answers", async () => {
  const found = await look("documented", (running) => ({ ...settingsOf(running), baseUrl: "http://127.0.0.1:9/v1" }));
  expect(verdicts(found)).toEqual({ address: "failed", "token accepted": "failed", workspace: "failed" });
});

test("a workspace with nothing in it is a warning: it may not exist", async () => {
  const found = await look("documented", (running) => settingsOf(running, "sales"));
  emulator.dashboard.ids("PhoneNumber").forEach((id) => emulator.dashboard.delete("PhoneNumber", id));
  const again = await apiFindings(createClient(settingsOf(emulator, "sales")), settingsOf(emulator, "sales"));
  expect(found.findings).not.toEqual(again.findings);
  expect(verdicts(again)["workspace"]).toBe("warning");
});

test("one list that fails is told at its route, and the rest is looked at all the same", async () => {
  emulator = await startEmulator();
  emulator.addFault({ fault: "html", status: 502, match: { path: "/webhooks*" }, times: "always" });
  const settings = settingsOf(emulator);
  const { routes } = await apiFindings(createClient(settings, { retry: retryPolicy(0) }), settings);
  const failed = routes.filter(({ verdict }) => verdict === "failed");
  expect(failed.map(({ route }) => route)).toEqual(["GET /webhooks?workspace={workspace}"]);
});

test("a list that may not be whole is a warning that says why", async () => {
  emulator = await startEmulator();
  const agents = JSON.stringify({ status: "ok", data: [{ id: "1", name: "Renewals" }], total: 3 });
  const url = await serve(({ url: path = "" }) => ({
    text: path.startsWith("/v1/ai-agent?") ? agents : '{"status":"ok","data":[]}',
  }));
  const settings = { ...settingsOf(emulator), baseUrl: url };
  const { findings, routes } = await apiFindings(createClient(settings, { retry: retryPolicy(0) }), settings);
  expect(routes.find(({ route }) => route.startsWith("GET /ai-agent?"))).toMatchObject({
    verdict: "warning",
    detail: "1 listed, and there may be more: the API says that there are 3 and showed 1",
  });
  expect(findings.every(({ verdict }) => verdict === "ok")).toBe(true);
});

describe("this machine", () => {
  beforeEach(async () => (emulator = await startEmulator()));

  test.each([
    ["v24.1.0", "ok"],
    ["v22.12.0", "ok"],
    ["v22.11.9", "failed"],
    ["v23.0.0", "ok"],
    ["v20.19.0", "failed"],
  ])("Node %s: %s", (version, verdict) => {
    expect(nodeFinding(version).verdict).toBe(verdict);
  });

  test.each([
    ["v3.259.0\n", "ok"],
    ["3.216.0", "ok"],
    ["v3.215.9", "warning"],
    ["v4.0.0", "ok"],
    ["none of your business", "warning"],
    [undefined, "warning"],
  ])("Pulumi %s: %s", (printed, verdict) => {
    expect(pulumiFinding(printed).verdict).toBe(verdict);
  });

  test("a clock that is off is a warning, with the direction", () => {
    const theirs = "Mon, 02 Nov 2026 09:00:00 GMT";
    expect(clockFinding(theirs, Date.parse(theirs) + 20_000).verdict).toBe("ok");
    expect(clockFinding(theirs, Date.parse(theirs) + 400_000)).toMatchObject({
      verdict: "warning",
      detail: expect.stringContaining("400 s ahead") as string,
    });
    expect(clockFinding(theirs, Date.parse(theirs) - 400_000).detail).toContain("behind");
    expect(clockFinding(null, 0).verdict).toBe("not tried");
  });
});
