/** The whole life of a campaign by the native front, whatever language declares it. */
import type { EmulatorControl } from "../../emulator";
import { campaign, liveCampaign } from "./programs";
import { requestsDuring, writes } from "./requests";

type Properties = Readonly<Record<string, unknown>>;

/** A program of one campaign. Operations give the engine's output, with `--diff` where that shows more. */
export interface Program {
  /** @param importing the live campaign to import, as the `import` option names it */
  declare(properties: Properties, importing?: string): void;
  preview(): Promise<string>;
  up(): Promise<string>;
  /** An `up` that must find no change. */
  unchanged(): Promise<string>;
  /** An `up` with a refresh. */
  repair(): Promise<string>;
  destroy(): Promise<string>;
}

/** Throws where something is not as it must be. */
export async function wholeLife(emulator: EmulatorControl, program: Program): Promise<void> {
  const live = async (): Promise<Properties | undefined> => (await emulator.dashboard.list("Campaign"))[0];
  const ids = (): Promise<readonly string[]> => emulator.dashboard.ids("Campaign");
  const written = async (work: () => Promise<unknown>): Promise<string[]> =>
    writes(await requestsDuring(emulator, work));

  program.declare(campaign);
  expect(await written(() => program.preview())).toEqual([]);
  expect(await written(() => program.up())).toEqual(["create Campaign"]);
  expect(await live()).toMatchObject({ days_of_week: [1, 2, 3], call_time_of_day_from: "09:00:00" });
  expect(await written(() => program.unchanged())).toEqual([]);
  const [first = ""] = await ids();

  // An edit is shown by its path.
  program.declare({ ...campaign, daysOfWeek: ["mon", "thu", "wed"] });
  const edit = await program.preview();
  expect(edit).toMatch(/~ daysOfWeek *: \[/);
  expect(edit).toMatch(/"tuesday" => "wednesday"/);
  expect(await written(() => program.up())).toEqual(["update Campaign"]);

  // What somebody changes is found, shown and set back.
  await emulator.dashboard.change("Campaign", first, { days_of_week: [6] });
  expect(await program.repair()).toMatch(/"saturday"/);
  expect(await live()).toMatchObject({ days_of_week: [1, 3, 4] });

  // What cannot be changed is made anew, never twice at a time.
  program.declare({ ...campaign, campaignType: "inbound" });
  expect(await program.preview()).toMatch(/\+- .*campaignType|campaignType.*"outbound" => "inbound"/);
  await program.up();
  expect(await ids()).toHaveLength(1);
  expect(await ids()).not.toContain(first);
  await program.destroy();
  expect(await ids()).toEqual([]);

  // What exists is imported by its name, as it is.
  const { id } = await emulator.dashboard.create("Campaign", imported);
  program.declare(campaign, `default/${campaign.name}`);
  expect((await written(() => program.up())).filter((words) => !words.startsWith("update"))).toEqual([]);
  expect(await live()).toMatchObject(imported);
  program.declare(campaign);
  await program.unchanged();
  expect(await ids()).toEqual([id]);
  await program.destroy();
  expect(await ids()).toEqual([]);
  expect(await emulator.dashboard.doublesEverMade()).toEqual([]);
}

/** The campaign of the programs, with a field more than they declare. */
const imported = { ...liveCampaign, contacts_list_categories: ["renewal"] };
