/**
 * The life of a program with all four kinds: made, found unchanged, edited and repaired at once, made anew, and gone. Whatever
 * is between the program and the API must make no difference to it.
 */
import type { EmulatorProcess } from "./emulatorProcess";
import type { Version } from "./fourKinds";
import type { Project } from "./project";
import { requestsDuring, writes } from "./requests";

async function onlyOneOfEach(emulator: EmulatorProcess): Promise<void> {
  const { objects } = await emulator.health();
  expect(objects).toMatchObject({ AiAgent: 1, Webhook: 1, PhoneNumber: 1, Campaign: 1 });
  expect(await emulator.dashboard.doublesEverMade()).toEqual([]);
}

const the = async (emulator: EmulatorProcess, kind: "AiAgent" | "Webhook" | "PhoneNumber" | "Campaign") => {
  const [only] = await emulator.dashboard.list(kind);
  if (only === undefined) throw new Error(`there is no ${kind}`);
  return only;
};

/** @param written the text of the program, in the versions that its life brings */
export async function fourKindsLife(
  emulator: EmulatorProcess,
  project: Project,
  written: (version?: Version) => string,
): Promise<void> {
  project.write(written());
  const made = await requestsDuring(emulator, () => project.up("--skip-preview"));
  expect(writes(made).sort()).toEqual(["create AiAgent", "create Campaign", "create PhoneNumber", "create Webhook"]);
  await onlyOneOfEach(emulator);

  // Nothing has changed, neither here nor there: that is seen by reading alone, in every spelling.
  const unchanged = await requestsDuring(emulator, () =>
    project.up("--refresh", "--skip-preview", "--expect-no-changes"),
  );
  expect(writes(unchanged)).toEqual([]);

  // An edit of the program and a change in the dashboard at once; and what moves by itself.
  await emulator.dashboard.change("Campaign", (await the(emulator, "Campaign")).id, {
    call_time_of_day_to: "23:00:00",
    call_progress: 40,
  });
  await emulator.dashboard.change("PhoneNumber", (await the(emulator, "PhoneNumber")).id, { nickname: "Paris" });
  project.write(written({ prompt: "Be kind.", maxRetries: 5 }));
  const edited = await requestsDuring(emulator, () => project.up("--refresh", "--skip-preview"));
  expect(writes(edited).filter((words) => !words.startsWith("update "))).toEqual([]);
  expect(await the(emulator, "Campaign")).toMatchObject({ call_time_of_day_to: "17:00:00", call_progress: 40 });
  expect(await the(emulator, "PhoneNumber")).toMatchObject({ nickname: "London" });
  expect(await the(emulator, "AiAgent")).toMatchObject({ prompt: "Be kind." });
  expect(await the(emulator, "Webhook")).toMatchObject({ max_retries: 5 });

  project.write(written({ prompt: "Be kind.", maxRetries: 5, campaignType: "inbound" }));
  const before = (await the(emulator, "Campaign")).id;
  const replaced = writes(await requestsDuring(emulator, () => project.up("--skip-preview")));
  expect(replaced.slice(-2)).toEqual(["delete Campaign", "create Campaign"]);
  expect((await the(emulator, "Campaign")).id).not.toBe(before);
  await onlyOneOfEach(emulator);

  await project.destroy("--skip-preview");
  expect((await emulator.health()).objects).toMatchObject({ AiAgent: 0, Webhook: 0, PhoneNumber: 0, Campaign: 0 });
  expect(await project.resources()).toEqual([]);
}
