/** What an API gives of itself in fields that the program leaves out is told by the run that brought it about. */
import { kinds } from "../../../provider/kinds";
import { checked, contextFor, emulate, leastOf } from "../../support/context";
import { create, update } from "../../support/lifecycle";
import { twisted } from "../../support/twist";

const kind = kinds.Campaign;
const program = (more: object = {}) => checked(kind, { ...leastOf.Campaign, ...more });

/** An API that gives each campaign a selection once this is said. */
async function giving(personality: object = {}) {
  const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true, ...personality } });
  let gives = false;
  const api = await twisted(emulator, ({ operation }) => {
    if (!gives || (operation !== "create" && operation !== "update")) return undefined;
    for (const id of emulator.dashboard.ids("Campaign"))
      emulator.dashboard.change("Campaign", id, { contacts_list_source: ["web", "manual"] });
    return undefined;
  });
  return { emulator, api, begin: () => void (gives = true) };
}

it("with a create", async () => {
  const { api, begin } = await giving();
  begin();
  const context = contextFor(api);
  await create(context, kind, program());
  expect(context.notes.join("\n")).toMatch(/the API has set what the program leaves out/);
  expect(context.notes.join("\n")).toMatch(/contactsListSource +\(not set\) +\["web","manual"\]/);
});

it("with an update, and not again with the next one", async () => {
  const { api, begin } = await giving();
  const { id, state } = await create(contextFor(api), kind, program());
  begin();
  const [one, two] = [contextFor(api), contextFor(api)];
  const edited = await update(one, kind, id, state, program({ notes: "one" }));
  expect(one.notes.join("\n")).toContain("contactsListSource");
  await update(two, kind, id, edited, program({ notes: "two" }));
  expect(two.notes).toEqual([]);
});

it("and is no matter where it is declared", async () => {
  const { api, begin } = await giving();
  begin();
  const context = contextFor(api);
  await create(context, kind, program({ contactsListSource: ["web", "manual"], allowAllContacts: undefined }));
  expect(context.notes).toEqual([]);
});
