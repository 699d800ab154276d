/** A campaign that is not known to be what was declared is brought to rest, and what is said of it is what was seen. */
import type { PersonalityPatch, WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { toWire } from "../../../provider/kinds/wire";
import { identify } from "../../../provider/lifecycle/identity";
import { stopped } from "../../../provider/lifecycle/stopped";
import { observeNow } from "../../../provider/lifecycle/observe";
import { wordedForRun } from "../../../provider/runtime/hints";
import { checked, contextFor, emulate, leastOf, type ServedAnswer } from "../../support/context";
import { create } from "../../support/lifecycle";
import { twisted, type Twist } from "../../support/twist";

const kind = kinds.Campaign;
const hours = { callTimeOfDayFrom: "09:00", callTimeOfDayTo: "17:00" };
const refusal = (status: number): ServedAnswer => ({
  status,
  text: '{"status":"error","message":"Locked.","data":""}',
});

interface Around {
  readonly personality?: PersonalityPatch;
  readonly taken?: (body: string) => string;
  readonly refused?: (asked: Pick<Twist, "operation">, body: string) => ServedAnswer;
  readonly shown?: (answer: Twist) => string | undefined;
  /** What the campaign is in when it is stopped. */
  readonly status?: string;
  /** The status that was sent before. */
  readonly sent?: string;
}

async function stop({ personality, taken, refused, shown, status = "active", sent = "active" }: Around = {}) {
  const emulator = await emulate({ personality: { campaignListIds: true, ...personality } });
  const inputs = checked(kind, { ...leastOf.Campaign, ...hours });
  const { id } = await create(contextFor(emulator), kind, inputs);
  emulator.dashboard.change("Campaign", id, { status, call_progress: status === "completed" ? 100 : 0 });
  emulator.clearRequests();
  const api = await twisted(emulator, shown ?? (() => undefined), taken, refused);
  const context = contextFor(api);
  const identity = identify(context, kind, inputs);
  const live = (await observeNow(contextFor(emulator), identity, id, ["status"])) ?? { id, fields: {} };
  const making = { identity, inputs, owner: undefined };
  const failure = await stopped(context, making, live, ["It is not so.", "Look."], true, { sent });
  return {
    said: wordedForRun(failure.text).split("\n"),
    status: failure.live.fields["status"],
    live: emulator.dashboard.get("Campaign", id) as WireObject,
    notes: context.notes.join("\n"),
    writes: emulator.requests.filter(({ method }) => method === "POST").length,
  };
}

it("is paused, and that is seen; what is to be said comes before and after", async () => {
  const { said, status, live } = await stop();
  expect(said).toEqual(["It is not so. It was paused: nobody is called by it.", "Look."]);
  expect([status, live["status"]]).toEqual(["paused", "paused"]);
});

it("is completed again where it was completed by the write before", async () => {
  const { said, live } = await stop({ sent: "completed" });
  expect(said[0]).toBe("It is not so. It was completed: nobody is called by it.");
  expect(live["status"]).toBe("completed");
});

it.each([
  ["completed", "active", 0, "It is completed: nobody is called by it."],
  ["paused", "paused", 0, "It is paused: nobody is called by it."],
  // What shows it paused may be older than what set it calling.
  ["paused", "active", 1, "It was paused: nobody is called by it."],
])("that is seen %s, after %s was sent, is written %d times", async (status, sent, writes, words) => {
  const end = await stop({ status, sent });
  expect(end.said[0]).toBe(`It is not so. ${words}`);
  expect(end).toMatchObject({ status, writes });
});

describe("where the pause is refused", () => {
  const refused: NonNullable<Around["refused"]> = ({ operation }) =>
    operation === "update" ? refusal(422) : undefined;
  const asPaused =
    (of: readonly string[]): NonNullable<Around["shown"]> =>
    ({ operation, envelope }) =>
      of.includes(operation)
        ? JSON.stringify(envelope).replaceAll('"status":"active"', '"status":"paused"')
        : undefined;

  it("it may be calling, and what the API said stands in the first line", async () => {
    const { said, status, live } = await stop({ refused });
    expect(said[0]).toMatch(
      /^It is not so\. It could not be paused and may be calling: pause it in the dashboard now\. .*Locked\./,
    );
    expect(said.at(-1)).toBe("Look.");
    expect([status, live["status"]]).toEqual([undefined, "active"]);
  });

  it("with the way to another route, where the route may not be there", async () => {
    const { said } = await stop({ refused: ({ operation }) => (operation === "update" ? refusal(404) : undefined) });
    expect(said.join("\n")).toMatch(/pulumi config set callab:routes/);
  });

  it("and it is seen at rest by its ID and in the list, it is at rest", async () => {
    const { said, status } = await stop({ refused, shown: asPaused(["read", "list"]) });
    expect(said[0]).toBe("It is not so. It is paused: nobody is called by it.");
    expect(status).toBe("paused");
  });

  it("and the list alone shows that it calls, it may be calling: a read may be older", async () => {
    const { said, status } = await stop({ refused, shown: asPaused(["read"]) });
    expect(said[0]).toContain("It could not be paused and may be calling");
    expect(status).toBeUndefined();
  });
});

it("may be calling where the API answers that it is paused, and shows another status, or none", async () => {
  const taken = (body: string): string => body.replace('"paused"', '"active"');
  const other = await stop({ taken });
  expect(other.said[0]).toBe(
    "It is not so. The API answered that it was paused, and shows that it is active: it may be calling: pause it in the dashboard now.",
  );
  expect(other.status).toBe("active");
  const none = await stop({
    taken,
    shown: ({ envelope }) => JSON.stringify(envelope).replaceAll('"status":"active"', '"x":1'),
  });
  expect(none.said[0]).toContain(
    "It was paused, as far as the API says, which shows no status of it: it may be calling",
  );
  expect(none.status).toBeUndefined();
});

it("keeps what a pause of the name and the status alone has set back", async () => {
  const needed = toWire(kind, checked(kind, leastOf.Campaign)) as WireObject;
  let isNext = false;
  const { live, notes } = await stop({
    personality: { updateReplaces: true },
    taken: (body) => JSON.stringify({ ...needed, ...(JSON.parse(body) as WireObject) }),
    // The pause with all that is declared is refused, and only that.
    refused: ({ operation }, body) => {
      if (operation !== "update" || isNext || !body.includes('"time_zone"')) return undefined;
      isNext = true;
      return refusal(423);
    },
  });
  expect(live).toMatchObject({ status: "paused", call_time_of_day_from: "09:00:00", call_time_of_day_to: "17:00:00" });
  expect(notes).toContain("this API sets back what an update does not name");
});
