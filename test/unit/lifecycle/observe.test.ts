/** Whether the object with an ID is there, by lists with and without IDs and by reads where they are possible. */
import type { PersonalityPatch, WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import type { KindName } from "../../../provider/kinds/schema";
import { identify } from "../../../provider/lifecycle/identity";
import { isListed, observe, observeNow } from "../../../provider/lifecycle/observe";
import { create } from "../../support/lifecycle";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";
import { showing, without } from "../../support/twist";

const campaign: WireObject = { name: "Spring renewals", notes: "n", campaign_type: "outbound", status: "active" };
const number: WireObject = { phone_number: "+442079460958" };
const withIds = { phoneNumberIds: true } as const;
const short = { listPages: "paged", pageQuery: "ignored", pageHints: "total", pageSize: 1 } as const;

async function stage(name: KindName, personality: PersonalityPatch = {}) {
  const emulator = await emulate({ personality });
  const context = contextFor(emulator);
  const identity = identify(context, kinds[name], checked(kinds[name], leastOf[name]));
  const make = (fields: WireObject): string => emulator.dashboard.create(name, fields).id;
  return {
    emulator,
    context,
    identity,
    make,
    see: (id: string, wanted: string[] = [], mode?: "readAlone" | "asNamed") =>
      observe(context, identity, id, "shared", wanted, mode),
    asked: () => emulator.requests.map(({ operation }) => operation),
  };
}

describe("where lists tell IDs and nothing can be read alone", () => {
  it("an object is found by its ID, in either letter case, and no other one of its name is taken for it", async () => {
    const { make, see } = await stage("PhoneNumber", withIds);
    const [id, other] = [make(number), make(number)];
    expect(await see(id.toUpperCase())).toMatchObject({ id, fields: { phoneNumber: "+442079460958" } });
    expect(await see(other)).toMatchObject({ id: other });
    expect(await see("0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a07")).toBeUndefined();
  });

  it("a list that lags is asked again, until it shows the object", async () => {
    const { emulator, see, asked } = await stage("PhoneNumber", {
      ...withIds,
      listLagRequests: 4,
      otherCreateData: "id",
    });
    const inputs = checked(kinds.PhoneNumber, leastOf.PhoneNumber);
    // What is not read back does not age the list.
    const context = contextFor(emulator, { configuration: { verifyWrites: "off" } });
    const { id } = await create(context, kinds.PhoneNumber, inputs);
    emulator.clearRequests();
    expect(await see(id)).toMatchObject({ id });
    expect(new Set(asked())).toEqual(new Set(["list"]));
    expect(asked().length).toBeGreaterThan(2);
  });

  it("a list that is not whole proves nothing, and which one is said", async () => {
    const { context, identity, make, see } = await stage("PhoneNumber", { ...withIds, ...short });
    const ids = [make(number), make({ phone_number: "+442079460959" })];
    expect(await see(ids[0] ?? "")).toMatchObject({ id: ids[0] });
    const { message } = await failureOf(see(ids[1] ?? ""));
    expect(message).toContain("The list of phone numbers may not be whole");
    expect(message).toContain('set the route "phoneNumber.list"');
    expect(await isListed(context, identity, ids[0] ?? "", "now")).toBe(true);
    expect((await failureOf(isListed(context, identity, ids[1] ?? "", "now"))).message).toContain("may not be whole");
  });
});

describe("where lists tell no IDs and nothing can be read alone", () => {
  it("an object is found by what it is called, unless another one is known to be called so", async () => {
    const { context, identity, make, see } = await stage("PhoneNumber");
    const id = make(number);
    expect(await see(id)).toMatchObject({ id: undefined, fields: { phoneNumber: "+442079460958" } });
    expect(await isListed(context, identity, id, "now")).toBe(true);
    context.ledger.made(identity, undefined, "another");
    expect(await see(id)).toBeUndefined();
    expect(await isListed(context, identity, id, "now")).toBe(false);
    // The program's own word goes before what is remembered.
    expect(await see(id, [], "asNamed")).toMatchObject({ fields: { phoneNumber: "+442079460958" } });
    context.ledger.made(identity, undefined, id);
    expect(await see(id)).toBeDefined();
  });

  it("so it is in a list that is not whole, which proves no absence", async () => {
    const { context, identity, make, see } = await stage("PhoneNumber", short);
    const ids = [make(number), make({ phone_number: "+442079460959" })];
    expect(await see(ids[0] ?? "")).toMatchObject({ fields: { phoneNumber: "+442079460958" } });
    expect(await isListed(context, identity, ids[0] ?? "", "now")).toBe(true);
  });

  it("several of a name are there, and what they hold cannot be told", async () => {
    const { make, see } = await stage("PhoneNumber");
    const id = make(number);
    make({ ...number, nickname: "Desk" });
    expect(await see(id)).toEqual({ id: undefined, fields: {} });
  });
});

describe("where an object can be read alone", () => {
  it("it is not, where the list shows all that is wanted, unless that is asked for", async () => {
    const { make, see, asked } = await stage("Campaign", { campaignListIds: true, campaignReadIds: true });
    const id = make(campaign);
    await see(id, ["status"]);
    expect(asked()).toEqual(["list"]);
    await see(id, ["status"], "readAlone");
    expect(asked()).toEqual(["list", "read"]);
  });

  it("what the list leaves out is read, and goes before what it shows", async () => {
    const { make, see, asked } = await stage("Campaign", {
      campaignListIds: true,
      campaignReadIds: true,
      listFields: "brief",
    });
    const id = make(campaign);
    expect(await see(id, ["notes"])).toMatchObject({ id, fields: { name: "Spring renewals", notes: "n" } });
    expect(asked()).toContain("read");
  });

  it("a read that failed says nothing of what reads show", async () => {
    const personality = { campaignListIds: true, campaignReadIds: true, listFields: "brief" } as const;
    const { emulator, make, see } = await stage("Campaign", personality);
    const [first, second] = ["One", "Two"].map((name) => make({ ...campaign, name }));
    emulator.addFault({ fault: "forbidden", match: { operation: "read" } });
    await failureOf(see(first ?? "", ["notes"]));
    expect(await see(second ?? "", ["notes"])).toMatchObject({ fields: { notes: "n" } });
  });

  it("what reads do not show either is not read for every object", async () => {
    const { make, see, asked } = await stage("Campaign", { campaignListIds: true, campaignReadIds: true });
    const all = ["One", "Two", "Three"].map((name) => make({ ...campaign, name }));
    for (const id of all) await see(id, ["status", "aiAgentId"]);
    expect(asked()).toEqual(["list", "read"]);
  });

  it("that no list shows it yet does not matter", async () => {
    const { make, see } = await stage("Campaign", { campaignListIds: true, listLagRequests: 3 });
    const id = make(campaign);
    expect(await see(id)).toMatchObject({ id, fields: { status: "active" } });
  });

  it("another one of its name that is listed without an ID leaves a doubt, and the way out is said", async () => {
    const { emulator, make, see } = await stage("Campaign", { campaignListIds: false });
    const id = make(campaign);
    emulator.dashboard.delete("Campaign", id);
    make(campaign);
    const { message } = await failureOf(see(id));
    expect(message).toContain(`is still listed, but reading it by its ID ${id} says that it is not there`);
    expect(message).toContain("pulumi state delete");
  });

  it("one that is gone takes a list and a read, and a list that is not whole proves nothing", async () => {
    const whole = await stage("Campaign", { campaignListIds: true });
    const id = whole.make(campaign);
    whole.emulator.dashboard.delete("Campaign", id);
    expect(await whole.see(id)).toBeUndefined();
    expect(whole.asked()).toEqual(["list", "read"]);
    const cut = await stage("Campaign", { campaignListIds: true, ...short });
    for (const name of ["One", "Two"]) cut.make({ ...campaign, name });
    expect((await failureOf(cut.see(id))).message).toContain("The list of campaigns may not be whole");
  });

  it("at this moment means a read and no list, where the read shows what is wanted", async () => {
    const { context, identity, make, asked } = await stage("Campaign", { campaignListIds: true });
    const id = make(campaign);
    expect(await observeNow(context, identity, id, ["status"])).toMatchObject({ id, fields: { status: "active" } });
    expect(asked()).toEqual(["read"]);
    const more = ["status", "aiAgentId"];
    expect(await observeNow(context, identity, id, more)).toMatchObject({ id, fields: { status: "active" } });
    expect(asked().slice(1)).toContain("list");
  });

  it("at this moment means both, where the read does not show all: what it shows goes before what a list does", async () => {
    const { emulator, identity, make } = await stage("Campaign", { campaignListIds: true });
    const id = make(campaign);
    const [briefRead, briefList] = [without("read", ["status"]), without("list", ["campaign_type"])];
    const api = await showing(emulator, "Campaign", (operation, there) =>
      operation === "read" ? { ...briefRead(operation, there), notes: "new" } : briefList(operation, there),
    );
    const both = { status: "active", notes: "new", campaignType: "outbound" };
    const seen = await observeNow(contextFor(api), identity, id, ["status"]);
    expect(seen).toMatchObject({ id, fields: both, isReadAlone: true });
  });

  it("at this moment means a list that is read now where a read is not possible", async () => {
    const { emulator, context, identity, make, see } = await stage("PhoneNumber", withIds);
    const id = make(number);
    await see(id);
    emulator.dashboard.change("PhoneNumber", id, { nickname: "Desk" });
    expect(await observeNow(context, identity, id, [])).toMatchObject({ id, fields: { nickname: "Desk" } });
    emulator.dashboard.delete("PhoneNumber", id);
    expect(await observeNow(context, identity, id, [])).toBeUndefined();
  });
});
