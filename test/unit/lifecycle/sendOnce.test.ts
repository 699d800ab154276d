/** The one POST of a create: what each kind of answer comes to. */
import type { PersonalityPatch, WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { toWire } from "../../../provider/kinds/wire";
import { keyOf } from "../../../provider/ledger/ledger";
import { identify } from "../../../provider/lifecycle/identity";
import { notesIn } from "../../../provider/lifecycle/state";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";
import { create, diff, ownerOf, PartlyCreated } from "../../support/lifecycle";
import { emptyMemory } from "../../support/memoryStore";
import { twisted } from "../../support/twist";

const kind = kinds.Campaign;
const inputs = checked(kind, leastOf.Campaign);
const ids = { campaignListIds: true, campaignReadIds: true } as const;
const [a, theirs] = [ownerOf("a"), ownerOf("a", "theirs")];

async function stage(personality: PersonalityPatch = {}, answer?: (envelope: WireObject) => object) {
  const emulator = await emulate({ personality: { ...ids, ...personality } });
  const memory = emptyMemory();
  const api =
    answer === undefined
      ? emulator
      : await twisted(emulator, ({ operation, envelope }) =>
          operation === "create" ? JSON.stringify({ ...envelope, ...answer(envelope as WireObject) }) : undefined,
        );
  // What is stored is another file's affair (verify.test.ts).
  const run = () => contextFor(api, { memory, configuration: { verifyWrites: "off" } });
  return {
    emulator,
    memory,
    run,
    identity: identify(run(), kind, inputs),
    send: (more: object = {}, context = run()) => create(context, kind, { ...inputs, ...more }, a),
    live: () => emulator.dashboard.list("Campaign"),
    asked: () => emulator.requests.map(({ operation }) => operation),
    begun: () => run().ledger.recall(identify(run(), kind, inputs), a).begun,
  };
}

async function partFailure(work: Promise<unknown>): Promise<PartlyCreated> {
  const failure = await failureOf(work);
  if (failure instanceof PartlyCreated) return failure;
  throw failure;
}

describe("an answer with an ID", () => {
  it.each<[string, PersonalityPatch]>([
    ["alone", { campaignCreateData: "id" }],
    ["in an object", { campaignCreateData: "object" }],
  ])("%s is the end of it: the object is made, and held by its resource", async (_title, personality) => {
    const one = await stage(personality);
    const context = one.run();
    const { id, state } = await one.send({}, context);
    expect(one.live()).toMatchObject([{ id }]);
    expect(one.asked()).toEqual(["list", "create"]);
    expect(notesIn(state)).toMatchObject({ owner: a, adoption: undefined, begun: undefined });
    expect(context.ledger.run.holders.of(id)).toEqual({
      owners: [a],
      mark: undefined,
      wants: keyOf(one.identity.unique),
    });
    expect(one.memory.notes.map(({ step }) => step)).toEqual(["list", "begun", "made"]);
  });

  it("with blanks around it is one too; another text is none, and the object is looked for", async () => {
    const blank = await stage({}, ({ data }) => ({ data: ` ${data as string}\n` }));
    const { id } = await blank.send();
    expect(blank.live()).toMatchObject([{ id }]);
    expect(blank.asked()).toEqual(["list", "create"]);
    const other = await stage({}, () => ({ data: "created" }));
    expect((await other.send()).id).toBe(other.live()[0]?.id);
    expect(other.asked()).toEqual(["list", "create", "list"]);
  });
});

describe("an answer with the ID of an object that is not what was made", () => {
  const telling = (told: { id: string }) => stage({}, () => ({ data: told.id }));

  it("which was there before: that one is left as it is, and the new one is looked for", async () => {
    const told = { id: "" };
    const one = await telling(told);
    told.id = one.emulator.dashboard.create("Campaign", { name: "Somebody's", notes: "hands off" }).id;
    const { id } = await one.send({ desiredStatus: "active" });
    expect(id).not.toBe(told.id);
    expect(one.live()).toMatchObject([{ id: told.id, name: "Somebody's", notes: "hands off" }, { id }]);
    expect(one.emulator.requests.filter(({ path }) => path.includes(told.id))).toEqual([]);
  });

  it("which another resource of the program has: it keeps it, and the new one is looked for", async () => {
    const told = { id: "" };
    const one = await telling(told);
    const context = one.run();
    // Its own answer is as the API's, and the list shows it only later.
    const first = await create(
      contextFor(one.emulator, { memory: one.memory }),
      kind,
      { ...inputs, name: "Autumn" },
      ownerOf("b"),
    );
    context.ledger.run.hold(first.id, { owners: [ownerOf("b")], mark: undefined, wants: "autumn" });
    told.id = first.id;
    const second = await one.send({}, context);
    expect(second.id).not.toBe(first.id);
    expect(context.ledger.run.holders.of(first.id)?.owners).toEqual([ownerOf("b")]);
  });

  it("and a list that lacks the new one: recorded as done, with the reason, and not made again", async () => {
    const told = { id: "" };
    const one = await telling(told);
    told.id = one.emulator.dashboard.create("Campaign", { name: "Somebody's" }).id;
    one.emulator.setPersonality({ ...ids, listLagRequests: 50 });
    const failure = await partFailure(one.send());
    expect(failure.message).toContain(`the answer told the ID ${told.id}, of what was there before`);
    await partFailure(one.send());
    expect(one.asked().filter((operation) => operation === "create")).toHaveLength(1);
  });
});

describe('an answer that says "done" and tells no ID', () => {
  const mute = { campaignCreateData: "text" } as const;

  it("and a list that shows the object under another name: that is named, and nothing is made again", async () => {
    const one = await stage({ ...mute, names: "lower" });
    const failure = await partFailure(one.send());
    expect(failure.message).toContain("was created, and the answer held no ID. This may be it:");
    expect(failure.message).not.toContain("and then");
    expect(failure.message).toContain(`campaign "spring renewals" (ID ${String(one.live()[0]?.id)})`);
    expect(notesIn(failure.created.state).begun).toMatchObject({ owner: a, done: true });
    await partFailure(one.send());
    expect(one.live()).toHaveLength(1);
  });

  it.each(["text", "textWithId", "objectWithoutId", "rows"] as const)(
    "(%s) and a list that shows it: that is the object",
    async (campaignCreateData) => {
      const one = await stage({ campaignCreateData });
      const { id } = await one.send();
      expect(one.live()).toMatchObject([{ id }]);
      expect(one.asked()).toEqual(["list", "create", "list"]);
    },
  );

  it("and a list that lacks it is recorded as done", async () => {
    const one = await stage({ ...mute, listLagRequests: 50 });
    const failure = await partFailure(one.send());
    expect(failure.message).toContain("the answer held no ID, and it is not in the list yet");
    expect(notesIn(failure.created.state).begun).toMatchObject({ owner: a, done: true });
    expect(one.begun()).toMatchObject([{ owner: a, done: true }]);
  });

  it("and a list that cannot be read is recorded as done, with both reasons", async () => {
    const one = await stage(mute);
    one.emulator.addFault({ fault: "forbidden", match: { operation: "list" }, nth: 2, times: "always" });
    const failure = await partFailure(one.send());
    expect(failure.message).toMatch(
      /it was created, the answer held no ID, and it could not be looked for, so nothing .*does not allow this/,
    );
    expect(notesIn(failure.created.state).begun).toMatchObject({ done: true });
  });

  it("and a list that tells none either is recorded with what is known of the create", async () => {
    const one = await stage({ ...mute, campaignListIds: false });
    const failure = await partFailure(one.send());
    expect(failure.message).toContain("neither the answer nor the list tells its ID");
    expect(failure.message).not.toContain("and then");
    const { begun } = notesIn(failure.created.state);
    expect(begun).toMatchObject({ owner: a, before: "|", done: true });
    expect(one.begun()).toMatchObject([{ before: "|", done: true }]);
  });
});

describe("a refusal", () => {
  const refusing = () => stage({}, () => ({ status: "error", message: "no more campaigns", data: null }));

  it("of a server that did the work all the same: what is new is the resource's own, and is taken over", async () => {
    const one = await refusing();
    const context = one.run();
    const { id, state } = await one.send({}, context);
    expect(one.live()).toMatchObject([{ id }]);
    expect(notesIn(state).adoption?.isForeign).toBe(false);
    expect(context.ledger.isMadeByStackOf(id, a)).toBe(true);
  });

  it("is told with the API's words", async () => {
    const one = await refusing();
    one.emulator.addFault({ fault: "forbidden", match: { operation: "create" }, times: "always" });
    const failure = await failureOf(one.send());
    expect(failure).not.toBeInstanceOf(PartlyCreated);
    expect(failure.message).toContain("was not created.");
    expect(failure.message).toContain("does not allow this to the token");
    expect(one.asked().filter((operation) => operation === "create")).toHaveLength(1);
    expect(one.begun()).toEqual([]);
  });

  it("is held against one look where that shows it, or nothing that may be it", async () => {
    const found = await refusing();
    await found.send();
    const none = await refusing();
    none.emulator.addFault({ fault: "forbidden", match: { operation: "create" }, times: "always" });
    await failureOf(none.send());
    for (const one of [found, none]) {
      const asked = one.asked();
      expect(asked.slice(asked.indexOf("create")).filter((operation) => operation === "list")).toHaveLength(1);
    }
  });

  it("waits for what is new where it may be another resource's, which has not ended yet", async () => {
    const one = await refusing();
    const context = one.run();
    let other = "";
    const sleep = (ms: number): Promise<void> => {
      context.ledger.run.hold(other, { owners: [ownerOf("b")], mark: undefined, wants: undefined });
      return context.sleep(ms);
    };
    const refuse = ({ operation }: { readonly operation: string }) => {
      if (operation !== "create") return undefined;
      other = one.emulator.dashboard.create("Campaign", { name: "Another", campaign_type: "outbound" }).id;
      return { text: JSON.stringify({ status: "error", message: "no more campaigns", data: null }) };
    };
    const api = await twisted(one.emulator, () => undefined, undefined, refuse);
    const failure = await failureOf(
      one.send({}, { ...contextFor(api, { memory: one.memory }), ledger: context.ledger, sleep, notes: [] }),
    );
    expect(failure).not.toBeInstanceOf(PartlyCreated);
    expect(failure.message).toContain("was not created.");
    expect(one.live()).toMatchObject([{ id: other }]);
    // Before the create, with what is new, and once that is known to be another one's.
    expect(one.asked().filter((operation) => operation === "list")).toHaveLength(3);
  });

  it("is not believed where the list cannot be read: the work may be done all the same", async () => {
    const one = await refusing();
    one.emulator.addFault({ fault: "forbidden", match: { operation: "list" }, nth: 2, times: "always" });
    const failure = await failureOf(one.send());
    expect(failure).toBeInstanceOf(PartlyCreated);
    expect(failure.message).toMatch(/not known whether .*no more campaigns.*could not be looked for either/s);
    expect(one.asked().filter((operation) => operation === "create")).toHaveLength(1);
    expect(one.begun()).toHaveLength(1);
  });
});

describe("a refusal of what was made all the same", () => {
  const respelled = () =>
    stage({ names: "lower" }, () => ({ status: "error", message: "the mail was not sent", data: "" }));

  it("under another name ends in a question to a person, and in no second one in any run", async () => {
    const one = await respelled();
    const { message, created } = await partFailure(one.send());
    expect(message).toMatch(/The API refused to create campaign "Spring renewals" .*, and something new is there\./);
    expect(message).toContain("the mail was not sent");
    expect(message).toMatch(/This may be it:\n {2}campaign "spring renewals" \(ID /);
    expect(notesIn(created.state).begun).toBeDefined();
    for (let run = 0; run < 2; run++) await partFailure(one.send());
    expect(one.live()).toHaveLength(1);
  });

  it("which a list shows without an ID is recorded, and no second one is made in any run", async () => {
    const one = await stage({ campaignListIds: false }, () => ({ status: "error", message: "the mail was not sent" }));
    const { message, created } = await partFailure(one.send());
    expect(message).toMatch(/the API refused to create it, and it exists all the same.*the mail was not sent/s);
    expect(message).not.toContain("was not created");
    expect(notesIn(created.state).begun).toMatchObject({ owner: a, before: "|", done: true });
    expect(one.begun()).toMatchObject([{ owner: a, done: true }]);
    await partFailure(one.send());
    expect(one.live()).toHaveLength(1);
  });

  it("and is not to be taken over as it is recorded too", async () => {
    const one = await stage({ campaignListIds: false }, () => ({ status: "error", message: "the mail was not sent" }));
    const context = one.run();
    // Somebody has been at it before it was seen.
    const list = context.inventory.list.bind(context.inventory);
    jest.spyOn(context.inventory, "list").mockImplementation((...asked) => {
      for (const { id } of one.live()) one.emulator.dashboard.change("Campaign", id, { notes: "By hand." });
      return list(...asked);
    });
    const { message, created } = await partFailure(one.send({}, context));
    expect(message).toContain("By hand.");
    expect(notesIn(created.state).begun).toMatchObject({ owner: a, before: "|" });
    await partFailure(one.send());
    expect(one.live()).toHaveLength(1);
  });

  it("is asked about where what has the name is gone again, and something else is new", async () => {
    const one = await stage({}, () => ({ status: "error", message: "the mail was not sent" }));
    const context = one.run();
    const list = context.inventory.list.bind(context.inventory);
    jest.spyOn(context.inventory, "list").mockImplementation(async (...asked) => {
      const [made] = one.live();
      if (made !== undefined && one.live().length === 1) one.emulator.dashboard.create("Campaign", { name: "Spring" });
      const listing = await list(...asked);
      if (made !== undefined) one.emulator.dashboard.delete("Campaign", made.id);
      return listing;
    });
    const { message } = await partFailure(one.send({}, context));
    expect(message).toMatch(/something new is there.*"Spring" \(ID/s);
  });

  it("is no question where what is new turns out to be another resource's", async () => {
    const emulator = await emulate({ personality: ids });
    emulator.addFault({ fault: "forbidden", match: { operation: "create" }, times: "always" });
    let id: string | undefined;
    const api = await twisted(emulator, ({ operation }) => {
      if (operation === "list")
        id ??= emulator.dashboard.create("Campaign", { ...(toWire(kind, inputs) as WireObject), name: "Autumn" }).id;
      return undefined;
    });
    const context = contextFor(api);
    const { run } = context.ledger;
    // The answer to the other one's create comes while this one waits.
    const sleep = (ms: number): Promise<void> => {
      run.hold(id ?? "", { owners: [ownerOf("b")], mark: undefined, wants: undefined });
      return context.sleep(ms);
    };
    const failure = await failureOf(create({ ...context, sleep }, kind, inputs, a));
    expect(failure).not.toBeInstanceOf(PartlyCreated);
    expect(failure.message).toContain("was not created.");
  });
});

it("a refusal that no missing route explains says nothing of other routes", async () => {
  const emulator = await emulate();
  emulator.addFault({ fault: "forbidden", match: { operation: "create" }, times: "always" });
  const webhook = checked(kinds.Webhook, leastOf.Webhook);
  const { message } = await failureOf(create(contextFor(emulator), kinds.Webhook, webhook, a));
  expect(message).toContain("does not allow this to the token");
  expect(message).not.toContain("callab:routes");
});

describe("an answer that does not tell", () => {
  it("and something new under another name: that is named, and begun counts from when it was given up", async () => {
    const one = await stage({ names: "lower" });
    one.emulator.addFault({ fault: "dropAfter", match: { operation: "create" } });
    const context = one.run();
    const failure = await partFailure(one.send({}, context));
    expect(failure.message).toContain("It has not turned up in the list. This may be it:");
    expect(failure.message).toContain('campaign "spring renewals"');
    const { begun } = notesIn(failure.created.state);
    expect(begun).toMatchObject({ owner: a, before: "|", done: false });
    expect(context.now() - (begun?.at ?? 0)).toBeLessThan(1_000);
  });

  it("and a list that cannot be read: both reasons are told, and what is known is recorded", async () => {
    const one = await stage();
    one.emulator.addFault({ fault: "dropAfter", match: { operation: "create" } });
    one.emulator.addFault({ fault: "forbidden", match: { operation: "list" }, nth: 2, times: "always" });
    const failure = await partFailure(one.send());
    expect(failure.message).toMatch(/It could not be looked for either: .*does not allow this/);
    expect(notesIn(failure.created.state).begun).toMatchObject({ owner: a, before: "|", done: false });
    expect(one.begun()).toMatchObject([{ owner: a, before: "|", done: false }]);
  });

  it("because the request broke off in this process is looked for as well", async () => {
    const one = await stage();
    const context = one.run();
    const send = context.client.send.bind(context.client);
    jest.spyOn(context.client, "send").mockImplementation(async (...request) => {
      await send(...request);
      throw new Error("it broke off");
    });
    expect((await one.send({}, context)).id).toBe(one.live()[0]?.id);
    expect(one.asked()).toEqual(["list", "create", "list"]);
  });

  it("though the list shows it without an ID is recorded as done", async () => {
    const one = await stage({ campaignListIds: false });
    one.emulator.addFault({ fault: "dropAfter", match: { operation: "create" } });
    const failure = await partFailure(one.send());
    expect(failure.message).toContain("neither the answer nor the list tells its ID");
    expect(notesIn(failure.created.state).begun).toMatchObject({ before: "|", done: true });
  });
});

it("leaves what was made under the name to the resource that has it by another name now", async () => {
  const one = await stage();
  const { id } = await one.send();
  one.emulator.dashboard.change("Campaign", id, { name: "Autumn" });
  const [b, c] = [ownerOf("b"), ownerOf("c")];
  const autumn = { ...inputs, name: "Autumn", existingId: id };
  // On another machine.
  const { state } = await create(contextFor(one.emulator), kind, autumn, b);
  const context = one.run();
  diff(context, kind, id, state, autumn, b);
  await one.send({}, context);
  expect(context.ledger.run.holders.of(id)?.owners).toContain(b);
  const { message } = await failureOf(create(context, kind, { ...inputs, name: "Autumn" }, c));
  expect(message).toContain(`(ID ${id}) belongs to`);
  expect(one.live().map(({ name }) => name)).toEqual(["Autumn", inputs["name"]]);
});

it("settles what the resource began under other names, and nobody else's", async () => {
  const one = await stage();
  const { ledger } = one.run();
  const autumn = identify(one.run(), kind, { ...inputs, name: "Autumn" });
  ledger.begin(ledger.begunNow(autumn, a, "|"));
  await one.send();
  expect(one.run().ledger.recall(autumn, a).begun).toMatchObject([]);
  const two = await stage();
  const memory = two.run().ledger;
  memory.begin(memory.begunNow(two.identity, theirs, "|"));
  two.emulator.addFault({ fault: "dropBefore", match: { operation: "create" } });
  await partFailure(two.send());
  expect(two.begun().map(({ owner }) => owner)).toEqual([theirs, a]);
});

describe("the wanted status of what was made", () => {
  const creating = (more: object, answer: PersonalityPatch) =>
    stage({ campaignCreateData: "object", ...answer }).then(async (one) => ({ ...one, made: await one.send(more) }));

  it("is not sent where the answer shows it already", async () => {
    const one = await creating({ desiredStatus: "active" }, { newCampaignStatus: "active" });
    expect(one.asked()).toEqual(["list", "create"]);
    expect(one.made.state["status"]).toBe("active");
  });

  it("is sent where the answer shows another one, and recorded as it is then", async () => {
    const one = await creating({ desiredStatus: "paused" }, { newCampaignStatus: "active" });
    expect(one.asked()).toEqual(["list", "create", "update"]);
    expect(one.made.state).toMatchObject({ status: "paused", desiredStatus: "paused" });
  });

  it("that cannot be set is not recorded", async () => {
    const one = await stage({ campaignCreateData: "object", absentRoutes: ["campaign.update"] });
    const { created } = await partFailure(one.send({ desiredStatus: "paused" }));
    expect(created.state).toMatchObject({ __owner: a });
    // Nobody knows whether it was set: the next run does that.
    for (const name of ["status", "desiredStatus"]) expect(created.state).not.toHaveProperty(name);
  });
});

it("of a kind without a status sends none", async () => {
  const emulator = await emulate();
  const agent = checked(kinds.AiAgent, leastOf.AiAgent);
  await create(contextFor(emulator, { configuration: { verifyWrites: "off" } }), kinds.AiAgent, agent, a);
  expect(emulator.requests.map(({ operation }) => operation)).toEqual(["list", "create"]);
  expect(emulator.requests[1]?.body).toEqual(toWire(kinds.AiAgent, agent));
});
