/** `callab review` on what the real engine prints: the example of docs/review.md, a run without changes, a refresh, a failure. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { review } from "../../provider/cli/review/review";
import { run, succeeded } from "../support/command";
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { makeProject, openProject, type Project } from "../support/project";
import { repository } from "../support/repository";
import { copyOf } from "../support/repositoryCopy";
import {
  edited,
  page,
  part,
  parts,
  picture,
  program,
  recorded,
  reviewExample,
  strippedPreview,
  updatePage,
} from "../unit/review/example";

jest.setTimeout(240_000);

const now = new Date("2026-01-01T00:00:00Z");
const previewOf = async (project: Project, ...flags: string[]): Promise<string> =>
  (await project.preview("--json", ...flags)).stdout;

describe("the example of docs/review.md", () => {
  const source = readFileSync(join(repository, program), "utf8");
  let json: string;

  beforeAll(async () => {
    const emulator = await startEmulatorProcess({ seed: "review" });
    const folder = await copyOf([join("examples", "multi-region")]);
    const project = await openProject(join(folder, "examples", "multi-region"), "index.ts", {
      CALLAB_BASE_URL: emulator.url,
      CALLAB_API_TOKEN: emulator.token,
    });
    await project.up("--skip-preview");
    project.write(edited(source));
    json = await previewOf(project);
    if (process.env["UPDATE_EXAMPLE"] === "1") {
      writeFileSync(recorded, strippedPreview(json));
      updatePage(source, reviewExample(json));
    }
  });

  it("is what the engine's own preview gives, byte for byte", () => {
    const made = reviewExample(json);
    expect(part("comment")).toBe(parts(source, made).comment);
    expect(readFileSync(picture, "utf8")).toBe(made.picture);
  });

  it("comes out of the command too, through a pipe", async () => {
    const command = [
      join(repository, "dist", "provider", "cli", "main.js"),
      ...["review", "--zone", "Europe/London", "--week", "2099-03-09", "--picture-link", "images/review-week.svg"],
    ];
    const { stdout } = succeeded(
      await run("sh", ["-c", `"$0" "$@" < "$PREVIEW"`, process.execPath, ...command], {
        cwd: repository,
        environment: { PATH: process.env["PATH"] ?? "", PREVIEW: recorded },
      }),
    );
    expect(readFileSync(page, "utf8")).toContain(stdout);
  });
});

describe("other previews", () => {
  const campaign = (fields: string): string =>
    `new callab.Campaign("spring", { name: "Spring", notes: "", campaignType: "outbound", aiAgentId: agent.id, contactsListTags: ["vip"], daysOfWeek: ["mon"], callTimeOfDayFrom: "9:00", callTimeOfDayTo: "17:00", timeZone: "Europe/Paris", ${fields} });`;
  const text = (fields: string, header = "Bearer first-secret"): string =>
    [
      `const callab = require("pulumi-callab");`,
      `const agent = new callab.AiAgent("nora", { name: "Nora", prompt: "Be kind." });`,
      `new callab.Webhook("crm", { name: "CRM", steps: [{ webhookUrl: "https://example.com/a", webhookHeaders: { Authorization: "${header}" } }] });`,
      campaign(fields),
    ].join("\n");
  let emulator: EmulatorProcess;
  let project: Project;

  beforeAll(async () => {
    emulator = await startEmulatorProcess();
    project = await makeProject({ emulator, program: text("") });
    await project.up("--skip-preview");
  });

  it("says that nothing changes; --show-sames still draws the campaigns", async () => {
    const { comment, picture: drawn } = review(await previewOf(project, "--show-sames"), { now });
    expect(comment).toContain("**Nothing changes: campaigns, agents, numbers and webhooks stay as they are.**");
    expect(drawn).toContain("Spring: unchanged, active, Mon 09:00–17:00 Europe/Paris.");
  });

  it("says that a webhook's secret changes, and shows neither the old one nor the new one", async () => {
    project.write(text("", "Bearer second-secret"));
    const { comment, picture } = review(await previewOf(project), { now });
    expect(comment).toContain("**CRM** (webhook) changes: something that is secret, not shown.");
    expect(comment + picture).not.toMatch(/first-secret|second-secret/);
    project.write(text(""));
  });

  it("shows no secret tag, nor does the engine: the summary that is made of one is secret with it", async () => {
    const secret = `require("@pulumi/pulumi").secret(["hidden-tag"])`;
    project.write(text("").replace(`contactsListTags: ["vip"]`, `contactsListTags: ${secret}`));
    const json = await previewOf(project);
    const { comment } = review(json, { now });
    // Nor the value before: what is marked now may have been there in clear.
    expect(comment).toContain("What changes is secret, not shown.");
    expect(comment).not.toContain("vip");
    expect(json + comment).not.toContain("hidden-tag");

    await project.up("--skip-preview");
    project.write(text(`endedAt: "2099-12-31"`).replace(`contactsListTags: ["vip"]`, `contactsListTags: ${secret}`));
    const beside = review(await previewOf(project), { now }).comment;
    expect(beside).toContain("- **Calls more or other people:** Spring (tags: secret, may have changed)");
    project.write(text(""));
    await project.up("--skip-preview");
  });

  it("tells a replacement and why", async () => {
    project.write(text("").replace(`campaignType: "outbound"`, `campaignType: "inbound"`));
    const { comment } = review(await previewOf(project), { now });
    expect(comment).toContain("**1 campaign is deleted and made anew.**");
    expect(comment).toContain(
      "`campaignType` of a live campaign cannot be changed: the campaign is deleted and made anew.",
    );
    project.write(text(""));
  });

  it("tells with --refresh what somebody changed by hand, and who talks by name", async () => {
    const [live] = await emulator.dashboard.list("Campaign");
    await emulator.dashboard.change("Campaign", live?.id ?? "", { call_time_of_day_from: "07:00:00" });
    const { comment } = review(await previewOf(project, "--refresh"), { now });
    expect(comment).toContain(
      "Somebody changed it outside of this program since the last run: hours 09:00–17:00 → 07:00–17:00",
    );
    expect(comment).toContain("| Hours | 07:00–17:00 | 09:00–17:00 |");
    await emulator.dashboard.change("Campaign", live?.id ?? "", { call_time_of_day_from: "09:00:00" });
  });

  it("tells with --refresh what an edit makes of days that somebody set and the program leaves out", async () => {
    const [live] = await emulator.dashboard.list("Campaign");
    await emulator.dashboard.change("Campaign", live?.id ?? "", { ended_at: "2099-05-31" });
    project.write(text(`endedAt: "2100-01-01"`));
    const { comment } = review(await previewOf(project, "--refresh"), { now });
    expect(comment.split("\n\n")[1]).toBe("- **Calls at more hours:** Spring (it ends later, 2100-01-01)");
    expect(comment).toContain("| First and last day | until 2099-05-31 | until 2100-01-01 |");
    expect(comment).not.toContain("Somebody changed it");
    await emulator.dashboard.change("Campaign", live?.id ?? "", { ended_at: null });
    project.write(text(""));
  });

  it("tells with --refresh that somebody deleted a campaign", async () => {
    const [live] = await emulator.dashboard.list("Campaign");
    await emulator.dashboard.delete("Campaign", live?.id ?? "");
    const { comment } = review(await previewOf(project, "--refresh"), { now });
    expect(comment).toContain("**Somebody deleted it outside of this program: it is made anew");
    expect(comment).toContain("Agent: Nora.");
  });

  it("puts first that a preview failed", async () => {
    project.write(text("").replace("Europe/Paris", "EST5"));
    const { stdout } = await project.fails("preview", "--json");
    const { comment } = review(stdout, { now });
    expect(comment).toMatch(/^## .*\n\n\*\*The preview failed: as it stands, this change cannot be carried out\.\*\*/);
    expect(comment).toContain(`timeZone: "EST5" is not the name of a time zone`);
    expect(comment).not.toContain("Nothing changes");
  });
});
