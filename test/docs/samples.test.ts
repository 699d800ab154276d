/** Messages that pages show as examples are what the package says, to the letter. */
import { DEFAULT_BASE_URL } from "../../provider/configuration";
import { kinds } from "../../provider/kinds";
import { create, deleteObject } from "../support/lifecycle";
import { checked, contextFor, failureOf, leastOf, withEmulator } from "../support/context";
import { pages, readPage } from "./markdown";

jest.setTimeout(60_000);

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const withoutIds = (text: string): string => text.replace(uuid, "(an ID)");

const campaign = checked(kinds.Campaign, { ...leastOf.Campaign, callTimeOfDayFrom: "9:00", callTimeOfDayTo: "17:00" });

/** The plain text blocks of a page that hold these words. */
const shownIn = (path: string, words: string): string[] =>
  readPage(path)
    .blocks.filter(({ language, text }) => language === "text" && text.includes(words))
    .map(({ text }) => withoutIds(text));

test("the refusal to adopt is shown as it is", async () => {
  await withEmulator({ personality: "campaignListIds=true" }, async (emulator) => {
    const { id } = await create(contextFor(emulator), kinds.Campaign, campaign);
    emulator.dashboard.change("Campaign", id, { call_time_of_day_to: "21:00:00" });
    const { message } = await failureOf(create(contextFor(emulator), kinds.Campaign, campaign));
    expect(shownIn("docs/adoption.md", "and differs from this program")).toEqual([withoutIds(message)]);
  });
});

test("the failure of a delete whose route is not there is shown as it is", async () => {
  await withEmulator({ personality: "minimal" }, async (emulator) => {
    const { id, state } = await create(contextFor(emulator), kinds.Campaign, campaign);
    const { message } = await failureOf(deleteObject(contextFor(emulator), kinds.Campaign, id, state));
    const shown = pages.flatMap(({ path }) => shownIn(path, "POST /campaigns/delete/{id} (inferred)"));
    expect(shown.length).toBeGreaterThan(1);
    const asAtCallab = withoutIds(message).replaceAll(emulator.url, DEFAULT_BASE_URL);
    for (const text of shown) expect(asAtCallab).toContain(text);
  });
});
