/**
 * The whole program on the real engine, against a Callab API on this machine. Nobody is called, no account is needed.
 * `pulumi` must be on the PATH; the state of these runs is in a temp folder.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { LocalWorkspace, type Stack } from "@pulumi/pulumi/automation";
import { startEmulator, type Emulator } from "pulumi-callab/emulator";

/** This file is compiled to `bin/`; the program is one folder up. */
const program = join(__dirname, "..");

let emulator: Emulator;
let stack: Stack;
let folder: string;

before(async () => {
  // `documented`, but with IDs in lists: without them, a campaign whose first answer is lost cannot be told apart.
  emulator = await startEmulator({ personality: { campaignListIds: true } });
  folder = mkdtempSync(join(tmpdir(), "callab-test-"));
  stack = await LocalWorkspace.createOrSelectStack(
    { stackName: "emulated", workDir: program },
    {
      envVars: {
        PULUMI_BACKEND_URL: `file://${folder}`,
        PULUMI_CONFIG_PASSPHRASE: "a test's own",
        CALLAB_BASE_URL: emulator.url,
        CALLAB_API_TOKEN: emulator.token,
      },
    },
  );
});

after(async () => {
  await stack.workspace.removeStack("emulated", { force: true });
  rmSync(folder, { recursive: true, force: true });
  await emulator.close();
});

/** Requests that change something. */
const writes = (): string[] =>
  emulator.requests.filter(({ method }) => method !== "GET").map(({ method, path }) => `${method} ${path}`);

void test("an answer that is lost makes no second campaign", async () => {
  emulator.addFault({ fault: "dropAfter", match: { kind: "Campaign", operation: "create" } });
  await stack.up().catch(() => undefined);
  await stack.up();
  assert.equal(emulator.dashboard.list("Campaign").length, 1);
  assert.deepEqual(emulator.dashboard.doublesEverMade(), []);
});

void test("the campaign exists, and is paused", () => {
  const [campaign] = emulator.dashboard.list("Campaign");
  assert.equal(campaign?.["status"], "paused");
  assert.deepEqual(campaign["days_of_week"], [1, 2, 3, 4, 5]);
});

void test("a second run changes nothing", async () => {
  emulator.clearRequests();
  const { summary } = await stack.up();
  assert.deepEqual(summary.resourceChanges, { same: 3 });
  assert.deepEqual(writes(), []);
});

void test("what somebody changes in the dashboard is found and repaired", async () => {
  const [id = ""] = emulator.dashboard.ids("Campaign");
  emulator.dashboard.change("Campaign", id, { call_time_of_day_to: "23:00:00" });
  await stack.up({ refresh: true });
  assert.equal(emulator.dashboard.get("Campaign", id)?.["call_time_of_day_to"], "17:00:00");
});

void test("destroy leaves nothing behind", async () => {
  await stack.destroy();
  assert.deepEqual(emulator.dashboard.ids("Campaign"), []);
  assert.deepEqual(emulator.dashboard.ids("AiAgent"), []);
});
