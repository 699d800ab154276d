/** create, effectively once: nobody is phoned twice because an answer was lost. */
import type { Emulator, FaultRule } from "../../../emulator";
import { CallabError } from "../../../provider/api/errors";
import { kinds } from "../../../provider/kinds";
import { keyOf } from "../../../provider/ledger/ledger";
import { sentIn } from "../../../provider/lifecycle/asSent";
import { identify } from "../../../provider/lifecycle/identity";
import { notesIn } from "../../../provider/lifecycle/state";
import { TwoResources } from "../../../provider/lifecycle/takeOver";
import { PartlyCreated, create, ownerOf } from "../../support/lifecycle";
import { checked, contextFor, emulate, failureOf, leastOf, now, type TestContextOptions } from "../../support/context";
import { emptyMemory } from "../../support/memoryStore";

const kind = kinds.Campaign;
const inputs = checked(kind, leastOf.Campaign);
const withIds = { campaignListIds: true };

async function partFailure(work: Promise<unknown>): Promise<PartlyCreated> {
  const failure = await failureOf(work);
  if (failure instanceof PartlyCreated) return failure;
  throw failure;
}

const creates = (emulator: Emulator): number =>
  emulator.requests.filter(({ operation }) => operation === "create").length;

const run = (emulator: Emulator, more: object = {}, options: TestContextOptions = {}) =>
  create(contextFor(emulator, options), kind, { ...inputs, ...more });

it("looks first, sends what the program declares and nothing else, reads it back, and knows the ID", async () => {
  const emulator = await emulate();
  const { id, state } = await run(emulator);
  expect(emulator.requests.map(({ operation }) => operation)).toEqual(["list", "create", "read"]);
  expect(emulator.requests[1]?.body).toEqual({
    name: "Spring renewals",
    notes: "",
    campaign_type: "outbound",
    ai_agent_id: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01",
    days_of_week: [1, 2],
    time_zone: "Europe/Paris",
    workspace: "default",
  });
  expect(emulator.dashboard.ids("Campaign")).toEqual([id]);
  // What the API reports is known at once, and not only after a refresh.
  expect(state).toEqual({
    ...inputs,
    __account: expect.stringMatching(/^[\w-]{8}$/) as string,
    status: "active",
    callProgress: 0,
    createdAt: expect.stringMatching(/^\d{4}-/) as string,
    updatedAt: expect.stringMatching(/^\d{4}-/) as string,
  });
});

describe("an answer that was lost", () => {
  it.each<[string, FaultRule]>([
    ["broken connection", { fault: "dropAfter" }],
    ["timeout", { fault: "stall", ms: 3_000, when: "after" }],
    ["500", { fault: "error500", when: "after" }],
    ["503", { fault: "unavailable", when: "after" }],
    ["proxy's page", { fault: "html", when: "after" }],
    ["proxy's page with 200", { fault: "html", status: 200, when: "after" }],
    ["cut body", { fault: "truncated" }],
    ["cut connection", { fault: "truncated", cut: "connection" }],
    ["empty body", { fault: "emptyBody" }],
    ["other envelope", { fault: "wrongEnvelope" }],
  ])("(%s) is looked for, with patience for a list that lags, and found", async (_title, fault) => {
    const emulator = await emulate({ personality: { ...withIds, listLagRequests: 3 } });
    emulator.addFault({ ...fault, match: { operation: "create" } });
    const { id } = await run(emulator, {}, { configuration: { timeoutSeconds: "1" } });
    expect(emulator.dashboard.ids("Campaign")).toEqual([id]);
    expect(creates(emulator)).toBe(1);
  });

  it("of work that was not done fails the run, and the next run creates", async () => {
    const emulator = await emulate({ personality: withIds });
    emulator.addFault({ fault: "dropBefore", match: { operation: "create" } });
    const memory = emptyMemory();
    const { message } = await failureOf(run(emulator, {}, { memory }));
    expect(message).toContain('It is not known whether campaign "Spring renewals" in workspace "default" was created.');
    expect(message).toContain("Running `pulumi up` again is safe");
    expect(creates(emulator)).toBe(1);
    const { id } = await run(emulator, {}, { memory });
    expect(emulator.dashboard.ids("Campaign")).toEqual([id]);
  });

  it("and lists that fail as well: the next run finds what was made", async () => {
    const emulator = await emulate({ personality: withIds });
    emulator.addFault({ fault: "dropAfter", match: { operation: "create" } });
    emulator.addFault({ fault: "error500", match: { operation: "list" }, nth: 2, times: "always" });
    const memory = emptyMemory();
    const { message } = await failureOf(run(emulator, {}, { memory }));
    expect(message).toContain("It could not be looked for either");
    emulator.clearFaults();
    const { id } = await run(emulator, {}, { memory });
    expect(emulator.dashboard.ids("Campaign")).toEqual([id]);
    expect(emulator.dashboard.doublesEverMade()).toEqual([]);
  });
});

describe("a process that died in mid-create", () => {
  it("left a note: the next run waits for what may still turn up in the list", async () => {
    const emulator = await emulate({ personality: { ...withIds, listLagRequests: 4 } });
    const memory = emptyMemory();
    let isDead = false;
    let isSent = (): void => undefined;
    const sent = new Promise<void>((resolve) => (isSent = resolve));
    const dying = contextFor(emulator, { memory, isOver: () => isDead });
    void create(
      {
        ...dying,
        client: {
          ...dying.client,
          routes: dying.client.routes,
          expectations: dying.client.expectations,
          list: dying.client.list.bind(dying.client),
          async send(...request) {
            const data = await dying.client.send(...request);
            if (request[1] !== "create") return data;
            isSent();
            return new Promise(() => undefined);
          },
        },
      },
      kind,
      inputs,
    );
    await sent;
    isDead = true;
    expect(emulator.dashboard.ids("Campaign")).toHaveLength(1);

    const next = contextFor(emulator, { memory });
    const { id } = await create(next, kind, inputs);
    expect(emulator.dashboard.ids("Campaign")).toEqual([id]);
    expect(next.notes.join()).toContain("was interrupted before its outcome was known");
  });

  it("before it sent anything costs the next run patience, and no campaign", async () => {
    const emulator = await emulate({ personality: withIds });
    const memory = emptyMemory();
    let isDead = false;
    const dying = contextFor(emulator, { memory, isOver: () => isDead });
    const sent = new Promise<void>((resolve) => {
      const client = {
        routes: dying.client.routes,
        expectations: dying.client.expectations,
        list: dying.client.list.bind(dying.client),
        send: (...[name, operation, request]: Parameters<typeof dying.client.send>): Promise<unknown> => {
          if (operation !== "create") return dying.client.send(name, operation, request);
          request.onSend?.();
          resolve();
          return new Promise(() => undefined);
        },
      };
      void create({ ...dying, client }, kind, inputs);
    });
    await sent;
    isDead = true;
    const { id } = await create(contextFor(emulator, { memory }), kind, inputs);
    expect(emulator.dashboard.ids("Campaign")).toEqual([id]);
  });
});

describe("a refusal", () => {
  it("is told with what the API said", async () => {
    const emulator = await emulate({ personality: { unknownReferences: "refused" } });
    const { message } = await failureOf(run(emulator));
    expect(message).toContain('campaign "Spring renewals" in workspace "default" was not created.');
    expect(message).toContain("ai_agent_id: AiAgent 0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01 not found");
  });

  it("of a route that is only inferred says so, and how to set another", async () => {
    const emulator = await emulate({ personality: { absentRoutes: ["webhook.create"] } });
    const webhook = kinds.Webhook;
    const { message } = await failureOf(create(contextFor(emulator), webhook, checked(webhook, leastOf.Webhook)));
    expect(message).toContain("is not documented, but inferred");
    expect(message).toContain("pulumi config set callab:routes");
  });

  it("because the name is taken, by an object a lagging list did not show: taken over", async () => {
    const emulator = await emulate({ personality: { ...withIds, duplicateNames: "refused", listLagRequests: 1 } });
    const first = await run(emulator);
    const second = await run(emulator);
    expect(second.id).toBe(first.id);
    expect(emulator.dashboard.doublesEverMade()).toEqual([]);
  });
});

describe("an ID that is told nowhere", () => {
  const nameless = { campaignCreateData: "text", campaignListIds: false } as const;

  it("is recorded as missing, with the reason, and no second campaign is ever made", async () => {
    const emulator = await emulate({ personality: nameless });
    for (let turn = 0; turn < 3; turn++) {
      const failure = await partFailure(run(emulator));
      expect(failure.created).toMatchObject({
        id: expect.stringMatching(/^id-not-told:/) as string,
        state: inputs,
      });
      expect(failure.message).toContain("no second one will be created");
    }
    expect(emulator.dashboard.ids("Campaign")).toHaveLength(1);
  });

  it("because the list failed after a create that was done: the campaign is not forgotten", async () => {
    const emulator = await emulate({ personality: { ...withIds, campaignCreateData: "text", listLagRequests: 3 } });
    emulator.addFault({ fault: "error500", match: { operation: "list" }, nth: 2, times: "always" });
    const failure = await partFailure(run(emulator));
    expect(failure.message).toContain("it was created");
  });

  it("of a phone number is taken from the program", async () => {
    const emulator = await emulate();
    const { id } = emulator.dashboard.create("PhoneNumber", { phone_number: "+442079460958" });
    const number = kinds.PhoneNumber;
    const unknown = await failureOf(create(contextFor(emulator), number, checked(number, leastOf.PhoneNumber)));
    expect(unknown.message).toContain("set `existingId` to the UUID the dashboard shows");
    const known = await create(
      contextFor(emulator),
      number,
      checked(number, { ...leastOf.PhoneNumber, existingId: id }),
    );
    expect(known.id).toBe(id);
    expect(emulator.dashboard.ids("PhoneNumber")).toEqual([id]);
  });

  it("of a phone number must be the one the list shows, in either letter case", async () => {
    const emulator = await emulate({ personality: { phoneNumberIds: true } });
    const { id } = emulator.dashboard.create("PhoneNumber", { phone_number: "+442079460958" });
    const number = kinds.PhoneNumber;
    const take = (existingId: string) =>
      create(contextFor(emulator), number, checked(number, { ...leastOf.PhoneNumber, existingId }));
    expect((await take(id.toUpperCase())).id).toBe(id);
    const other = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a07";
    expect((await failureOf(take(other))).message).toContain(
      `has the ID ${id}, but the program says existingId: "${other}"`,
    );
  });
});

describe("the wanted status", () => {
  it.each(["active", "paused"] as const)(
    "%s is set after the create, whichever a new campaign gets",
    async (desiredStatus) => {
      for (const newCampaignStatus of ["active", "paused"] as const) {
        const emulator = await emulate({ personality: { newCampaignStatus } });
        const { id, state } = await run(emulator, { desiredStatus });
        expect(emulator.dashboard.get("Campaign", id)?.["status"]).toBe(desiredStatus);
        expect(state["status"]).toBe(desiredStatus);
      }
    },
  );

  it("that cannot be set leaves a campaign that is recorded, and says what it is", async () => {
    const emulator = await emulate({ personality: { absentRoutes: ["campaign.update"] } });
    const failure = await partFailure(run(emulator, { desiredStatus: "paused" }));
    const [id] = emulator.dashboard.ids("Campaign");
    expect(failure.created.id).toBe(id);
    expect(failure.message).toContain(
      'its status could not be set to "paused". It may be calling: pause it in the dashboard now.',
    );
  });

  it("is left alone where the program says nothing", async () => {
    const emulator = await emulate({ personality: { newCampaignStatus: "paused" } });
    await run(emulator);
    expect(emulator.requests.map(({ operation }) => operation)).toEqual(["list", "create", "read"]);
  });
});

it("makes hundreds of campaigns with one look at the list", async () => {
  const emulator = await emulate();
  const context = contextFor(emulator);
  const names = Array.from({ length: 200 }, (_, index) => `Campaign ${index}`);
  await Promise.all(names.map((name) => create(context, kind, { ...inputs, name })));
  expect(emulator.dashboard.ids("Campaign")).toHaveLength(200);
  expect(emulator.requests.filter(({ operation }) => operation === "list").length).toBeLessThanOrEqual(2);
});

describe("what is noted of a create", () => {
  const [mine, theirs] = [ownerOf("a"), ownerOf("a", "theirs")];
  const setUp = async (personality: object = {}) => {
    const emulator = await emulate({ personality: { ...withIds, ...personality } });
    const memory = emptyMemory();
    const run = () => contextFor(emulator, { memory });
    const identity = identify(run(), kind, inputs);
    return { emulator, memory, run, identity, begun: () => run().ledger.recall(identity, mine).begun };
  };

  it("is forgotten when it was surely not done, or refused, and the failure is the API's", async () => {
    const busy = await setUp();
    busy.emulator.addFault({ fault: "rateLimit", match: { operation: "create" }, times: "always" });
    const failure = await failureOf(create(busy.run(), kind, inputs, mine));
    expect(failure).toBeInstanceOf(CallabError);
    expect(busy.begun()).toEqual([]);
    const strict = await setUp({ unknownReferences: "refused" });
    const refused = await failureOf(create(strict.run(), kind, inputs, mine));
    expect(refused).not.toBeInstanceOf(PartlyCreated);
    expect(refused.cause).toBeInstanceOf(CallabError);
    expect(refused.message).not.toContain("callab:routes");
    expect(strict.begun()).toEqual([]);
  });

  it("of a documented route says nothing of other routes where that one is not there", async () => {
    const one = await setUp({ absentRoutes: ["campaign.create"] });
    const { message } = await failureOf(create(one.run(), kind, inputs, mine));
    expect(message).toContain("was not created.");
    expect(message).not.toContain("callab:routes");
  });

  it("is what was sent, what was there before, and for whom", async () => {
    const one = await setUp();
    one.emulator.dashboard.create("Campaign", { name: "Another" });
    one.emulator.addFault({ fault: "dropBefore", match: { operation: "create" } });
    const failure = await partFailure(create(one.run(), kind, inputs, mine));
    const noted = { owner: mine, done: false, sent: sentIn(one.run().ledger.printer, kind, inputs) };
    expect(one.begun()).toMatchObject([noted]);
    expect(notesIn(failure.created.state)).toMatchObject({ owner: mine, begun: noted });
    expect(one.begun()[0]?.before).toMatch(/^[\w-]{8}\|$/);
    expect(failure.message).toContain("It has not turned up in the list.");
  });

  it("of another stack stays, and is not recorded as this one's when a look-up fails", async () => {
    const one = await setUp();
    const { ledger } = one.run();
    ledger.begin(ledger.begunNow(one.identity, theirs, "|"));
    one.emulator.addFault({ fault: "error500", match: { operation: "list" }, times: "always" });
    expect(await failureOf(create(one.run(), kind, inputs, mine))).not.toBeInstanceOf(PartlyCreated);
    one.emulator.clearFaults();
    await create(one.run(), kind, inputs, mine);
    expect(one.run().ledger.recall(one.identity, theirs).begun).toEqual([]);
  });

  it("of its own is recorded with the failure when a look-up fails, whoever else began one", async () => {
    const one = await setUp();
    const { ledger } = one.run();
    for (const owner of [theirs, mine]) ledger.begin(ledger.begunNow(one.identity, owner, "|"));
    one.emulator.addFault({ fault: "error500", match: { operation: "list" }, times: "always" });
    const failure = await partFailure(create(one.run(), kind, inputs, mine));
    expect(failure.message).toContain("GET /campaigns/");
    expect(notesIn(failure.created.state).begun).toMatchObject({ owner: mine });
  });

  it("that was done counts for ten minutes, for its own name, and then the object is made again", async () => {
    for (const [minutes, name, isSent] of [
      [9, inputs["name"], false],
      [11, inputs["name"], true],
      [9, "Autumn", true],
      // By a clock that was set back since.
      [-9, inputs["name"], false],
      [-300, inputs["name"], true],
    ] as const) {
      const one = await setUp();
      const { ledger } = one.run();
      const begun = { ...ledger.begunNow(one.identity, mine, "|"), done: true, at: now() - minutes * 60_000 };
      const context = one.run();
      context.ledger.run.carry(begun);
      const outcome = await Promise.allSettled([create(context, kind, { ...inputs, name }, mine)]);
      expect([outcome[0].status, creates(one.emulator)]).toEqual(isSent ? ["fulfilled", 1] : ["rejected", 0]);
    }
  });

  it("is known by its name, whether or not a program marks that secret", async () => {
    const one = await setUp();
    const secretly = { ...inputs, __secrets: ["name"] };
    // Two stacks at once, and only one of them marks it.
    const outcomes = await Promise.all([
      create(one.run(), kind, secretly, mine),
      create(one.run(), kind, inputs, theirs),
    ]);
    expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1);
    expect(creates(one.emulator)).toBe(1);
  });

  it("for another workspace is waited for no longer where the clock was set back since", async () => {
    const one = await setUp();
    const context = one.run();
    const elsewhere = { unique: "there", place: "north", words: "" };
    context.ledger.run.carry({ ...context.ledger.begunNow(elsewhere, mine, "|"), at: now() + 5 * 3_600_000 });
    const before = now();
    expect((await failureOf(create(context, kind, inputs, mine))).message).toMatch(/had no clear outcome/);
    expect(now() - before).toBeLessThan(2 * context.patience.interruptedMs);
    expect(creates(one.emulator)).toBe(0);
  });

  it("for other workspaces is waited for until the latest of them can no longer be carried out, and not after that", async () => {
    const one = await setUp();
    const context = one.run();
    const { interruptedMs } = context.patience;
    const began = now();
    const begin = (place: string, ago: number): void => {
      const begun = context.ledger.begunNow({ unique: place, place, words: "" }, mine, "|");
      context.ledger.run.carry({ ...begun, at: began - ago });
    };
    begin("south", interruptedMs + 1_000);
    expect((await failureOf(create(context, kind, inputs, mine))).message).toMatch(/had no clear outcome/);
    expect(context.notes.join()).not.toContain("waiting until");
    begin("north", 1_000);
    begin("east", interruptedMs / 2);
    expect((await failureOf(create(context, kind, inputs, mine))).message).toMatch(/had no clear outcome/);
    expect(context.notes.join()).toContain("waiting until");
    expect(now() - began).toBeGreaterThanOrEqual(interruptedMs - 1_000);
    expect(creates(one.emulator)).toBe(0);
  });

  it("is refused before it is sent where another resource is about to take the name", async () => {
    const one = await setUp();
    const context = one.run();
    const wants = keyOf(one.identity.unique);
    context.ledger.run.hold("another", { owners: [ownerOf("b")], mark: undefined, wants });
    const failure = await failureOf(create(context, kind, inputs, mine));
    expect(failure).toBeInstanceOf(TwoResources);
    expect(failure.message).toContain('in workspace "default" belongs to the resource "b"');
    expect(creates(one.emulator)).toBe(0);
    context.ledger.run.hold("another", { owners: [mine], mark: undefined, wants });
    await create(context, kind, inputs, mine);
    expect(creates(one.emulator)).toBe(1);
  });

  it("that is gone from its name since leaves a doubt, which is told", async () => {
    const one = await setUp();
    const { id } = await create(one.run(), kind, inputs, mine);
    one.emulator.dashboard.change("Campaign", id, { name: "By hand" });
    const failure = await partFailure(create(one.run(), kind, inputs, ownerOf("b")));
    expect(failure.message).toContain("was made or taken over here before, and nothing is called so any more.");
    expect(failure.message).toContain(`campaign "By hand" (ID ${id})`);
    expect(creates(one.emulator)).toBe(1);
  });

  it("with a sentence for an answer, and an ID in it, is looked for", async () => {
    const one = await setUp({ campaignCreateData: "textWithId" });
    const { id } = await create(one.run(), kind, inputs, mine);
    expect(one.emulator.dashboard.ids("Campaign")).toEqual([id]);
  });
});
