/**
 * Another account lacks all that a state has, and says so in good faith: a wrong token, an address left over from the
 * emulator. Nothing is gone by its word.
 */
import type { Emulator } from "../../../emulator";
import { accountMark } from "../../../provider/configuration";
import { kinds } from "../../../provider/kinds";
import type { Kind } from "../../../provider/kinds/kind";
import { identify } from "../../../provider/lifecycle/identity";
import { OtherAccount, refuseOtherAccount } from "../../../provider/lifecycle/otherAccount";
import { read } from "../../../provider/lifecycle/read";
import { pauseNow } from "../../../provider/lifecycle/stop";
import type { TestContext } from "../../support/context";
import { checked, configurationFor, contextFor, emulate, failureOf, leastOf } from "../../support/context";
import { create, deleteObject, update, type Created } from "../../support/lifecycle";

const OTHER = "token-of-another-account";
const WHY = /is not there\. But its state was written with another token or address.*it may be there, and calling/;

/** Two accounts, and a campaign of the first one that calls. */
async function twoAccounts(personality: object = {}) {
  const emulator = await emulate({
    accounts: [OTHER],
    personality: { campaignListIds: true, campaignReadIds: true, ...personality },
  });
  const kind = kinds.Campaign;
  const inputs = checked(kind, leastOf.Campaign);
  const made = await create(contextFor(emulator), kind, inputs);
  emulator.dashboard.change("Campaign", made.id, { status: "active" });
  const context = (settings: Readonly<Record<string, string>> = {}): TestContext =>
    contextFor({ url: emulator.url, token: OTHER }, { configuration: settings });
  return { emulator, kind, inputs, ...made, context, status: () => statusIn(emulator) };
}

const statusIn = (emulator: Emulator): unknown => emulator.dashboard.list("Campaign")[0]?.["status"];

describe("in another account, a campaign that calls", () => {
  it("is not gone by a refresh", async () => {
    const { context, kind, id, state } = await twoAccounts();
    const { message } = await failureOf(read(context(), kind, id, state));
    expect(message).toMatch(WHY);
    expect(message).toContain("Check callab:apiToken and callab:baseUrl");
    expect(message).toContain("remove this one from the state with `pulumi state delete`");
  });

  it("is not stopped by an emergency stop, which says so", async () => {
    const { context, kind, id, state, status } = await twoAccounts();
    const stop = context({ pauseAll: "true" });
    const { message } = await failureOf(pauseNow(stop, kind, id, state, undefined));
    expect(message).toContain("was not seen paused and may be calling: pause it in the dashboard now.");
    expect(message).toMatch(WHY);
    expect(stop.notes).toEqual([]);
    expect(status()).toBe("active");
  });

  it.each(["delete", "pause", "complete"])("is not done with by a delete (deletionPolicy: %s)", async (policy) => {
    const { context, kind, id, state, status } = await twoAccounts();
    const { message } = await failureOf(deleteObject(context(), kind, id, { ...state, deletionPolicy: policy }));
    expect(message).toMatch(WHY);
    expect(status()).toBe("active");
  });

  it("is not said to be had back by another one, where it is edited", async () => {
    const { context, kind, id, state, inputs } = await twoAccounts();
    const { message } = await failureOf(update(context(), kind, id, state, { ...inputs, notes: "edited" }));
    expect(message).toMatch(WHY);
    expect(message).not.toContain("To have it back");
  });

  it("is not made anew, where its ID was never told", async () => {
    const hidden = { campaignListIds: false, campaignReadIds: false, campaignCreateData: "objectWithoutId" } as const;
    const emulator = await emulate({ accounts: [OTHER], personality: hidden });
    const kind = kinds.Campaign;
    const inputs = checked(kind, leastOf.Campaign);
    const { created } = (await failureOf(create(contextFor(emulator), kind, inputs))) as unknown as {
      created: Created;
    };
    const later = contextFor({ url: emulator.url, token: OTHER });
    const aged = { ...created.state, __begun: { ...(created.state["__begun"] as object), at: 1 } };
    expect((await failureOf(read(later, kind, created.id, aged))).message).toMatch(WHY);
  });
});

it("is not that of a kind without lists, of which no row was deleted", async () => {
  const emulator = await emulate({ accounts: [OTHER] });
  const kind = kinds.Workspace;
  const { id, state } = await create(contextFor(emulator), kind, checked(kind, leastOf.Workspace));
  const other = contextFor({ url: emulator.url, token: OTHER });
  expect((await failureOf(deleteObject(other, kind, id, state))).message).toMatch(
    /is not there\. But its state was written with another token/,
  );
});

describe("a token that was renewed", () => {
  /** Two objects of the kind, and a state of each that another token has written. */
  async function renewed(kind: Kind, name: "Campaign" | "AiAgent") {
    const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true } });
    const before = contextFor(emulator);
    const account = accountMark(configurationFor({ url: emulator.url, token: "the-one-before" }));
    const least = leastOf[name];
    const one = await create(before, kind, checked(kind, { ...least, name: "One" }));
    const two = await create(before, kind, checked(kind, { ...least, name: "Two" }));
    const noted = ({ id, state }: Created) => ({ id, state: { ...state, __account: account } });
    return { emulator, one: noted(one), two: noted(two) };
  }

  it.each(["Campaign", "AiAgent"] as const)("is known by the first %s that is there", async (name) => {
    const kind = kinds[name];
    const { emulator, one, two } = await renewed(kind, name);
    emulator.dashboard.delete(name, two.id);
    const context = contextFor(emulator);
    // In whatever order the engine asks.
    const gone = read(context, kind, two.id, two.state);
    const there = read(context, kind, one.id, one.state);
    expect(await gone).toBeUndefined();
    expect(await there).toMatchObject({ id: one.id, state: { __account: one.state["__account"] } });
  });

  it("is waited for where nothing has shown it yet, and not believed where nothing does", async () => {
    const { emulator, one, two } = await renewed(kinds.Campaign, "Campaign");
    emulator.dashboard.delete("Campaign", two.id);
    const whole = contextFor(emulator);
    const refused = (onSleep: (pauses: number) => void) => {
      let pauses = 0;
      const sleep = (ms: number): Promise<void> => {
        onSleep(++pauses);
        return whole.sleep(ms);
      };
      return refuseOtherAccount({ ...whole, sleep }, identify(whole, kinds.Campaign, two.state));
    };
    const account = one.state.__account;
    expect(await failureOf(refused(() => undefined))).toBeInstanceOf(OtherAccount);
    await refused((pauses) => (pauses === 2 ? whole.ledger.called(account) : undefined));
    // From then on it is known.
    await refused(() => {
      throw new Error("it is known");
    });
  });

  it.each(["AiAgent", "Webhook", "PhoneNumber", "Campaign"] as const)(
    "does not have the delete of a single %s fail once it is done",
    async (name) => {
      const kind = kinds[name];
      const emulator = await emulate({
        personality: { campaignListIds: true, campaignReadIds: true, phoneNumberIds: true },
      });
      const inputs = checked(kind, { ...leastOf[name], deletionPolicy: "delete" });
      const { id, state } = await create(contextFor(emulator), kind, inputs);
      const account = accountMark(configurationFor({ url: emulator.url, token: "the-one-before" }));
      await deleteObject(contextFor(emulator), kind, id, { ...state, __account: account });
      expect(emulator.dashboard.ids(name)).toEqual([]);
    },
  );

  it("is noted with the next write, and a refresh alone changes nothing of a state", async () => {
    const kind = kinds.Campaign;
    const { emulator, one } = await renewed(kind, "Campaign");
    const context = contextFor(emulator);
    expect((await read(context, kind, one.id, one.state))?.state["__account"]).toBe(one.state["__account"]);
    const inputs = checked(kind, { ...leastOf.Campaign, name: "One", notes: "edited" });
    expect(await update(context, kind, one.id, one.state, inputs)).toMatchObject({ __account: context.account });
  });

  it("is not known by an object of the same name, nor by one of the same ID and another name", async () => {
    const kind = kinds.Campaign;
    const { emulator, one, two } = await renewed(kind, "Campaign");
    emulator.dashboard.delete("Campaign", two.id);
    emulator.dashboard.change("Campaign", one.id, { name: "Something else" });
    const context = contextFor(emulator);
    await read(context, kind, one.id, one.state);
    expect((await failureOf(read(context, kind, two.id, two.state))).message).toMatch(WHY);
  });
});

it("is no question where a state says nothing of its account, as those of earlier releases", async () => {
  const { context, kind, id, state } = await twoAccounts();
  const { __account: account, ...older } = state;
  expect(account).toMatch(/^[\w-]{8}$/);
  expect(await read(context(), kind, id, older)).toBeUndefined();
});
