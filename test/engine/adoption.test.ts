/** Objects that exist already, resources that change their name, and statuses that somebody or the program wants. */
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { agentId, campaign, program, resource } from "../support/programs";
import { makeProject, type Project } from "../support/project";
import { requestsDuring, writes } from "../support/requests";

jest.setTimeout(240_000);

const live = {
  name: campaign.name,
  notes: campaign.notes,
  campaign_type: "outbound",
  ai_agent_id: agentId,
  days_of_week: [1, 2, 3],
  call_time_of_day_from: "09:00:00",
  call_time_of_day_to: "17:00:00",
  time_zone: "Europe/Paris",
  contacts_list_tags: ["vip"],
  workspace: "default",
};

let emulator: EmulatorProcess;
let project: Project;

beforeEach(async () => {
  emulator = await startEmulatorProcess({ personality: "object" });
  project = await makeProject({ emulator });
});

describe("a campaign of this name exists", () => {
  it("and is another one: it is refused with both sides of each difference, and taken over only if the program says so", async () => {
    const { id } = await emulator.dashboard.create("Campaign", {
      ...live,
      notes: "Somebody else's",
      days_of_week: [6],
    });
    project.write(program(resource("Campaign", "spring", campaign)));
    const refused = await requestsDuring(emulator, async () => {
      const { output } = await project.fails("up", "--skip-preview");
      expect(output).toMatch(/exists already \(ID [0-9a-f-]+\) and differs from this program; nothing was changed/);
      expect(output).toMatch(/field +declared +live/);
      expect(output).toMatch(/notes +"Customers whose contract ends in spring" +"Somebody else's"/);
      expect(output).toMatch(/daysOfWeek +\["monday","tuesday","wednesday"\] +\["saturday"\]/);
      expect(output).toContain("adopt: true");
      expect(output).not.toMatch(/^\s+at /m);
    });
    expect(writes(refused)).toEqual([]);

    project.write(program(resource("Campaign", "spring", { ...campaign, adopt: true })));
    const adopted = await requestsDuring(emulator, async () => {
      const { output } = await project.up("--skip-preview");
      expect(output).toMatch(/notes +"Customers whose contract ends in spring" +"Somebody else's"/);
    });
    expect(writes(adopted)).toEqual(["update Campaign"]);
    expect(await emulator.dashboard.list("Campaign")).toMatchObject([
      { id, notes: campaign.notes, days_of_week: [1, 2, 3] },
    ]);
    await project.up("--skip-preview", "--expect-no-changes");
  });

  it("and equals the declared one: it is taken over without a write, and the run says so at the resource, once", async () => {
    const { id } = await emulator.dashboard.create("Campaign", live);
    project.write(program(resource("Campaign", "spring", campaign)));
    const asked = await requestsDuring(emulator, async () => {
      const { output } = await project.up("--skip-preview");
      expect(output).toMatch(/Campaign \(spring\):\n(?: +.*\n)* +took over the existing object/);
    });
    expect(writes(asked)).toEqual([]);
    expect((await project.resources())[0]?.id).toBe(id);
    expect((await project.up("--skip-preview", "--expect-no-changes")).output).not.toContain("took over");
  });
});

it("a resource renamed in the program keeps the one live object", async () => {
  project.write(
    program(resource("Campaign", "spring", campaign), resource("AiAgent", "ada", { name: "Ada", prompt: "Be brief." })),
  );
  await project.up("--skip-preview");
  const before = [await emulator.dashboard.ids("Campaign"), await emulator.dashboard.ids("AiAgent")];
  project.write(
    program(
      resource("Campaign", "renewals", campaign),
      resource("AiAgent", "voice", { name: "Ada", prompt: "Be brief." }),
    ),
  );
  const asked = await requestsDuring(emulator, () => project.up("--skip-preview"));
  // What the API does not show may be written again; nothing is made, paused or removed.
  expect(writes(asked).filter((words) => !words.startsWith("update "))).toEqual([]);
  expect((await emulator.dashboard.list("Campaign"))[0]).toMatchObject({ status: "active", ai_agent_id: agentId });
  expect([await emulator.dashboard.ids("Campaign"), await emulator.dashboard.ids("AiAgent")]).toEqual(before);
  await project.up("--skip-preview", "--expect-no-changes");
  // The new resource really holds them.
  await project.destroy("--skip-preview");
  expect(await emulator.dashboard.ids("Campaign")).toEqual([]);
});

it("desiredStatus is set, kept and left alone when it is not given", async () => {
  const declare = (more: object): void =>
    project.write(program(resource("Campaign", "spring", { ...campaign, ...more })));
  const status = async (): Promise<unknown> => (await emulator.dashboard.list("Campaign"))[0]?.["status"];
  const change = async (to: string): Promise<void> => {
    const [id = ""] = await emulator.dashboard.ids("Campaign");
    await emulator.dashboard.change("Campaign", id, { status: to });
  };
  declare({ desiredStatus: "paused" });
  await project.up("--skip-preview");
  expect(await status()).toBe("paused");

  await change("active");
  await project.up("--refresh", "--skip-preview");
  expect(await status()).toBe("paused");

  // No longer managed: what somebody sets by hand survives an edit.
  declare({ notes: "Edited" });
  await project.up("--skip-preview");
  expect(await status()).toBe("paused");
  await change("active");
  declare({ notes: "Edited again" });
  await project.up("--skip-preview");
  expect(await status()).toBe("active");

  // It has run to its end: nobody is called again.
  await change("completed");
  declare({ desiredStatus: "active", notes: "Once more" });
  await project.up("--refresh", "--skip-preview");
  expect(await status()).toBe("completed");
});
