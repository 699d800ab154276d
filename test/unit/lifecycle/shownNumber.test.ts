/** Numbers that the list shows in another writing: the same number, or a doubt, and never a second one. */
import type { WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { diff } from "../../../provider/lifecycle/diff";
import { foresee } from "../../../provider/lifecycle/foresee";
import { isListed, observe } from "../../../provider/lifecycle/observe";
import { identify } from "../../../provider/lifecycle/identity";
import { SECRETS } from "../../../provider/lifecycle/secrets";
import { read } from "../../../provider/lifecycle/read";
import { wordedForRun } from "../../../provider/runtime/hints";
import { checked, contextFor, emulate, failureOf } from "../../support/context";
import { create } from "../../support/lifecycle";

const { PhoneNumber } = kinds;
const number = "+442079460958";
const inputs = checked(PhoneNumber, { phoneNumber: number });
const unread: WireObject = { phone_number: "020 7946 0958", number_country_code: null };

async function stage(shown: WireObject, phoneNumberIds = true) {
  const emulator = await emulate({ personality: { phoneNumberIds } });
  const { id } = emulator.dashboard.create("PhoneNumber", shown);
  return { emulator, id, sent: () => emulator.requests.filter(({ method }) => method === "POST").length };
}

const read442 = [
  { phone_number: "020 7946 0958", number_country_code: "GB" },
  { phone_number: "2079460958", number_country_code: "44" },
  { phone_number: "442079460958", number_country_code: null },
  { phone_number: "00442079460958", number_country_code: null },
  { phone_number: "tel:+442079460958", number_country_code: null },
] as const satisfies readonly WireObject[];

describe("a number that can be read", () => {
  it.each<WireObject>(read442)("%j is taken over, and no second one is bought", async (shown) => {
    const { emulator, id, sent } = await stage(shown);
    const made = await create(contextFor(emulator), PhoneNumber, inputs);
    expect(made.id).toBe(id);
    expect(sent()).toBe(0);
    const seen = await read(contextFor(emulator), PhoneNumber, id, made.state);
    expect(diff(PhoneNumber, id, seen?.state ?? {}, inputs)).toMatchObject({
      changes: false,
      replaces: [],
    });
  });

  it.each<WireObject>(read442)("%j is there for a refresh, also where the list tells no IDs", async (shown) => {
    const { emulator, id } = await stage(shown, false);
    const seen = await read(contextFor(emulator), PhoneNumber, id, { ...inputs });
    expect(seen).toMatchObject({ id, inputs: { phoneNumber: number } });
  });

  it("and is another one is no obstacle", async () => {
    const { emulator, sent } = await stage({ phone_number: "2079460958", number_country_code: "US" });
    await create(contextFor(emulator), PhoneNumber, inputs);
    expect(sent()).toBeGreaterThan(0);
  });
});

describe("a number that cannot be read, and ends in the same digits", () => {
  it("fails the create, which names it and what to do, and so does a preview", async () => {
    const { emulator, id, sent } = await stage(unread);
    const message = wordedForRun((await failureOf(create(contextFor(emulator), PhoneNumber, inputs))).message);
    expect(message).toContain(`Whether there is phone number "${number}" cannot be told, so nothing was created`);
    expect(message).toContain(`  phone number "020 7946 0958" (ID ${id})`);
    expect(message).toContain("give its ID as `existingId`");
    expect(message).toContain('`existingId: "none"`');
    expect(sent()).toBe(0);
    expect(await foresee(contextFor(emulator), PhoneNumber, inputs, undefined)).toMatchObject({ what: "refused" });
  });

  it("is not shown where the program keeps its own number secret", async () => {
    const { emulator, id } = await stage(unread);
    const secret = { ...inputs, [SECRETS]: ["phoneNumber"] };
    const failure = await failureOf(create(contextFor(emulator), PhoneNumber, secret));
    expect(failure.message).toContain(`(ID ${id})`);
    expect(failure.message).not.toContain("0958");
  });

  it("is it where the program names its ID", async () => {
    const { emulator, id, sent } = await stage(unread);
    const named = checked(PhoneNumber, { phoneNumber: number, existingId: id });
    const made = await create(contextFor(emulator), PhoneNumber, named);
    expect(made.id).toBe(id);
    expect(sent()).toBe(0);
    const seen = await read(contextFor(emulator), PhoneNumber, id, made.state);
    expect(diff(PhoneNumber, id, seen?.state ?? {}, named)).toMatchObject({ replaces: [] });
  });

  it("is it where the program names its ID, which no list tells", async () => {
    const { emulator, id } = await stage(unread, false);
    const context = contextFor(emulator);
    const identity = identify(context, PhoneNumber, inputs);
    expect(await observe(context, identity, id, "now", [], "asNamed")).toEqual({ id: undefined, fields: {} });
  });

  it("is none of it where the program says so", async () => {
    const { emulator } = await stage(unread);
    const none = checked(PhoneNumber, { phoneNumber: number, existingId: "none" });
    await create(contextFor(emulator), PhoneNumber, none);
    expect(emulator.dashboard.ids("PhoneNumber")).toHaveLength(2);
  });

  it("is not gone for a refresh or a delete where the list tells no IDs", async () => {
    const { emulator, id } = await stage(unread, false);
    const context = contextFor(emulator);
    expect(await read(context, PhoneNumber, id, { ...inputs })).toMatchObject({ id, inputs: { phoneNumber: number } });
    const identity = identify(context, PhoneNumber, inputs);
    expect(await isListed(context, identity, id, "now")).toBe(true);
  });

  it("is another one where the list tells another ID", async () => {
    const { emulator } = await stage(unread);
    const context = contextFor(emulator);
    const identity = identify(context, PhoneNumber, inputs);
    const other = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a07";
    expect(await observe(context, identity, other, "now", [])).toBeUndefined();
  });

  it("keeps a resource without an ID from being dropped", async () => {
    const { emulator } = await stage(unread, false);
    const id = "id-not-told:default/+442079460958";
    expect(await read(contextFor(emulator), PhoneNumber, id, { ...inputs })).toMatchObject({ id });
  });
});
