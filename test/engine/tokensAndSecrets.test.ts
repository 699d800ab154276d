/** What must stay secret stays secret, and what is told when a token is wrong. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { startEmulatorProcess } from "../support/emulatorProcess";
import { campaign, program, resource } from "../support/programs";
import { makeProject, type Project } from "../support/project";

jest.setTimeout(240_000);

const header = "header-credential-4711";
const token = "first-token-0815";

const crm = (url: string): string =>
  program(
    resource("Campaign", "spring", campaign),
    `const crm = new callab.Webhook("crm", { name: "CRM", steps: [{ webhookUrl: "${url}", webhookMethod: "POST", webhookHeaders: { Authorization: "${header}" } }] });`,
    "exports.steps = crm.steps;",
  );

/** Every file under the state's folder, in one text. */
function written(project: Project): string {
  const home = join(project.folder, "..", "state");
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
}

it("shows neither the token nor a webhook's headers: not in previews, differences, outputs, logs or the state", async () => {
  const emulator = await startEmulatorProcess({ token, personality: "open" });
  const project = await makeProject({
    program: crm("https://example.com/a"),
    environment: { CALLAB_BASE_URL: emulator.url },
  });
  await project.pulumi(["config", "set", "--secret", "callab:apiToken", token]);
  const outputs = [await project.preview("--diff"), await project.up("--skip-preview")];

  project.write(crm("https://example.com/b"));
  outputs.push(await project.preview("--diff"), await project.up("--skip-preview"));
  const [webhook] = await emulator.dashboard.list("Webhook");
  expect(JSON.stringify(webhook)).toContain(header);

  await emulator.dashboard.change("Webhook", webhook?.id ?? "", { max_retries: 9 });
  outputs.push(await project.refresh("--skip-preview", "--diff"), await project.preview("--refresh", "--diff"));
  for (const { output } of outputs) {
    expect(output).not.toContain(header);
    expect(output).not.toContain(token);
  }
  // Of properties, the SDK's own log shows even secrets, but the token is in none of them.
  expect((await project.up("--skip-preview", "--logtostderr", "-v=4")).output).not.toContain(token);
  const state = written(project);
  expect(state).toContain("pulumi-callab/dynamic/webhook");
  expect(state).not.toContain(header);
  expect(state).not.toContain(token);
  // Still there for who holds the passphrase.
  expect(JSON.stringify(await project.outputs())).toContain(header);
});

it("says, when a token has been changed, why plain refresh and destroy still use the old one, and what helps", async () => {
  const emulator = await startEmulatorProcess({ token });
  const project = await makeProject({
    program: program(resource("Campaign", "spring", campaign)),
    environment: { CALLAB_BASE_URL: emulator.url },
  });
  await project.pulumi(["config", "set", "--secret", "callab:apiToken", "revoked-token-1"]);
  const refused = await project.fails("up", "--skip-preview");
  expect(refused.output).toMatch(/callab:apiToken in the stack's configuration/);
  expect(refused.output).not.toContain("revoked-token-1");

  await project.pulumi(["config", "set", "--secret", "callab:apiToken", token]);
  await project.up("--skip-preview");
  // The token is changed: the emulator takes another one from now on.
  const renewed = await startEmulatorProcess({ token: "second-token-0816" });
  await renewed.dashboard.create("Campaign", { ...(await emulator.dashboard.list("Campaign"))[0] });
  const moved = { CALLAB_BASE_URL: renewed.url };
  await project.pulumi(["config", "set", "--secret", "callab:apiToken", "second-token-0816"]);

  const refresh = await project.pulumi(["refresh", "--yes", "--skip-preview"], { environment: moved });
  expect(refresh.code).not.toBe(0);
  expect(refresh.output).toMatch(/HTTP 401/);
  expect(refresh.output).toMatch(/--run-program/);
  expect(refresh.output).not.toContain(token);
  // The remedy that was told works, and what could not be read was not taken for gone.
  const remedy = await project.pulumi(["refresh", "--yes", "--skip-preview", "--run-program"], { environment: moved });
  expect(remedy.code).toBe(0);
  expect(await project.resources()).toHaveLength(1);
});
