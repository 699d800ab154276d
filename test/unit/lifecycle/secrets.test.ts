/** What is secret about a resource, and that its mark is kept, changes nothing at Callab, and is read from older states. */
import { createHash } from "node:crypto";
import { kinds } from "../../../provider/kinds";
import { inputRules } from "../../../provider/kinds/inputRules";
import { finding } from "../../../provider/kinds/rule";
import { declaredIn, makeState, nothingReported } from "../../../provider/lifecycle/state";
import { secretsOf, SECRETS } from "../../../provider/lifecycle/secrets";
import { read } from "../../../provider/lifecycle/read";
import { sideBySide } from "../../../provider/lifecycle/sideBySide";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";
import { create, deleteObject, diff, ownerOf, PartlyCreated, update } from "../../support/lifecycle";
import { emptyMemory } from "../../support/memoryStore";

const headers = { Authorization: "Bearer 4711-0815-token" };
const webhook = checked(kinds.Webhook, {
  ...leastOf.Webhook,
  steps: [{ webhookUrl: "https://me:my-password@example.com/a?key=a-long-query", webhookHeaders: headers }],
});
const agent = { ...checked(kinds.AiAgent, leastOf.AiAgent), [SECRETS]: ["prompt"] };
const mine = ownerOf("a");
const writes = (requests: readonly { readonly method: string }[]): number =>
  requests.filter(({ method }) => method === "POST").length;

describe("what is secret", () => {
  it("is what the schema says, the inputs that the program marks, and the credentials of web addresses", () => {
    expect(secretsOf(kinds.Webhook, webhook).texts).toEqual(
      expect.arrayContaining([headers.Authorization, "4711-0815-token", "my-password", "a-long-query"]),
    );
    expect(secretsOf(kinds.Webhook, webhook).texts).not.toContain(leastOf.Webhook["name"]);
    expect(secretsOf(kinds.AiAgent, agent).texts).toEqual(["You are Ada."]);
    expect(secretsOf(kinds.AiAgent, checked(kinds.AiAgent, leastOf.AiAgent)).texts).toEqual([]);
  });

  it("is each long word of what the schema says, and no short one", () => {
    const words = { Authorization: "Key  1234567 12345678" };
    const { texts } = secretsOf(
      kinds.Webhook,
      checked(kinds.Webhook, {
        ...leastOf.Webhook,
        steps: [{ webhookUrl: "https://example.com", webhookHeaders: words }],
      }),
    );
    expect(texts).toEqual([words.Authorization, "12345678"]);
  });

  it("is told of either side: of what was declared before, and of what is now", () => {
    const secrets = secretsOf(kinds.AiAgent, agent, { ...leastOf.AiAgent, prompt: "You are Bob." });
    expect(secrets.scrub("from You are Ada. to You are Bob.")).toBe("from [secret] to [secret]");
  });

  it("is any value but that of an input with nothing secret in it", () => {
    const secrets = secretsOf(kinds.AiAgent, agent);
    expect(secrets.isOpen("name", "Renewals")).toBe(true);
    expect(secrets.isOpen("name", "after You are Ada. came")).toBe(false);
    expect(secrets.isOpen("prompt", "another")).toBe(false);
    expect(secrets.isOpen("createdAt", "2026-01-01")).toBe(false);
    expect(secrets.isOpen("unheardOf", "x")).toBe(false);
  });

  it("is in no finding about the inputs", () => {
    const long = finding(inputRules.type, "prompt[0]", "must be shorter than You are Ada.", { value: "You are Ada." });
    expect(secretsOf(kinds.AiAgent, agent).describe(long)).toBe("must be shorter than [secret] (input/type)");
    expect(secretsOf(kinds.AiAgent).describe(long)).toContain('"You are Ada." must be');
  });

  it("is shown as such, in one value or in two", () => {
    const secrets = secretsOf(kinds.AiAgent, agent);
    expect(secrets.shown("prompt", "You are Ada.")).toBe("(secret)");
    expect(secrets.shown("prompt", null)).toBe("(not set)");
    expect(secrets.shown("name", "Ada\u202e")).toBe('"Ada"');
    expect(secrets.shownSideBySide("prompt", "a", "b")).toEqual(["(secret)", "(secret, differs)"]);
    expect(secrets.shownSideBySide("prompt", "a", undefined)).toEqual(["(secret)", "(not shown)"]);
    expect(secrets.shownSideBySide("name", "a", "b")).toEqual(['"a"', '"b"']);
    expect(secretsOf(kinds.Webhook, webhook).shown("steps", webhook["steps"])).not.toContain("4711");
  });

  it("is what is called a credential, beside what the schema says", () => {
    const steps = [
      {
        ...(webhook["steps"] as object[])[0],
        webhookBody: { api_key: "BODY-4711", deep: [{ name: "x-token", value: "DEEP-4711" }], to: "you" },
        webhookUrlParams: { key: "PARAM-4711" },
      },
    ];
    const secrets = secretsOf(kinds.Webhook, { ...webhook, steps });
    expect(secrets.texts).toEqual(expect.arrayContaining(["BODY-4711", "DEEP-4711", "PARAM-4711"]));
    expect(secrets.texts).not.toContain("you");
    const live = [{ ...steps[0], webhookBody: { api_key: "LIVE-4711", to: "me" } }];
    const told = [
      secrets.shown("steps", live),
      sideBySide([{ field: "steps", declared: steps, live }], secrets),
      sideBySide([{ field: "steps", declared: steps, live: [...live, ...live] }], secrets),
    ].join("\n");
    expect(told).toContain('{"api_key":"(secret)","to":"me"}');
    expect(told).not.toMatch(/-4711"/);
  });

  it("is no value that is not there", () => {
    const secrets = secretsOf(kinds.Webhook, webhook);
    expect(secrets.shown("steps", null)).toBe("(not set)");
    expect(secrets.shown("steps", undefined)).toBe("(not shown)");
    expect(secrets.shown("steps", [null])).toBe("[null]");
  });

  it("is what is called as credentials are from eight signs on", () => {
    const body = { api_key: "12345678", token: "1234567", words: ["12345678"] };
    const { texts } = secretsOf(
      kinds.Webhook,
      checked(kinds.Webhook, {
        ...leastOf.Webhook,
        steps: [{ webhookUrl: "https://example.com/a", webhookBody: body }],
      }),
    );
    expect(texts).toEqual(["12345678"]);
  });

  it("is each text and number in what a program marks, at any depth", () => {
    const agentFlow = { a: "text-in-a-flow", b: 4_711, c: null, d: [true, { e: "deep-text" }] };
    expect(secretsOf(kinds.AiAgent, { agentFlow, [SECRETS]: ["agentFlow"] }).texts).toEqual([
      "text-in-a-flow",
      "4711",
      "deep-text",
    ]);
  });

  it("may be what no schema knows, beside what is secret; elsewhere that is shown", () => {
    const beside = secretsOf(kinds.Webhook, webhook).shown("steps", [{ stepNumber: 1, newerField: "NEWER-4711" }]);
    expect(beside).toBe('[{"stepNumber":1,"newerField":"(secret)"}]');
    expect(secretsOf(kinds.AiAgent, agent).shown("newerField", { a: "open" })).toBe('{"a":"open"}');
  });

  it("is nothing where the note is damaged or there is none", () => {
    for (const note of [undefined, null, "prompt", 7, {}, [7]]) {
      const inputs = { ...leastOf.AiAgent, [SECRETS]: note };
      expect(secretsOf(kinds.AiAgent, inputs).texts).toEqual([]);
      expect(declaredIn(kinds.AiAgent, inputs)).toEqual(leastOf.AiAgent);
    }
  });
});

describe("no note holds what a guess could be tried on without the token", () => {
  const guesses = (...values: string[]): string[] =>
    values.map((value) => createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 8));

  it("not of a create without a clear outcome, in the state or on the machine", async () => {
    const emulator = await emulate();
    emulator.addFault({ fault: "dropBefore", match: { operation: "create" } });
    const memory = emptyMemory();
    const failure = await failureOf(create(contextFor(emulator, { memory }), kinds.AiAgent, agent, mine));
    if (!(failure instanceof PartlyCreated)) throw failure;
    for (const notes of [failure.created.state, memory].map((side) => JSON.stringify(side))) {
      expect(notes).toContain(guesses("Ada")[0]);
      expect(notes).not.toContain(guesses("You are Ada.")[0]);
    }
  });

  it("not of an update, nor of what the API keeps otherwise; and that is nobody's change all the same", async () => {
    const emulator = await emulate({ personality: { names: "lower" } });
    const memory = emptyMemory();
    const named = { ...agent, name: "Ada B", [SECRETS]: ["name", "prompt"] };
    const { id, state } = await create(contextFor(emulator, { memory }), kinds.AiAgent, named, mine);
    expect(state["__kept"]).toMatch(/^name:/);
    const edited = { ...named, prompt: "You are Bob." };
    const after = await update(contextFor(emulator, { memory }), kinds.AiAgent, id, state, edited, mine);
    expect(emulator.dashboard.get("AiAgent", id)).toMatchObject({ name: "ada b", prompt: "You are Bob." });
    const notes = JSON.stringify([state, after, memory]);
    for (const guess of guesses("Ada B", "ada b", "You are Ada.", "You are Bob.")) expect(notes).not.toContain(guess);
  });
});

describe("the note of it", () => {
  it("goes with the inputs into the state, through a read, and into what a read tells of drift", async () => {
    const emulator = await emulate();
    const { id, state } = await create(contextFor(emulator), kinds.AiAgent, agent);
    expect(state[SECRETS]).toEqual(["prompt"]);
    expect(declaredIn(kinds.AiAgent, state)).toEqual(agent);
    for (const prompt of ["You are Ada.", "You are somebody's."]) {
      emulator.dashboard.change("AiAgent", id, { prompt });
      const found = await read(contextFor(emulator), kinds.AiAgent, id, state);
      expect(found?.inputs).toEqual({ ...agent, prompt });
      expect(found?.state[SECRETS]).toEqual(["prompt"]);
      expect(diff(contextFor(emulator), kinds.AiAgent, id, found?.state ?? {}, { ...agent, prompt }).changes).toBe(
        false,
      );
    }
  });

  it("changes the state and nothing at Callab when the program marks another input, or none any more", async () => {
    const emulator = await emulate();
    const context = contextFor(emulator);
    const plain = checked(kinds.AiAgent, leastOf.AiAgent);
    const created = await create(context, kinds.AiAgent, plain);
    const { id } = created;
    let { state } = created;
    const before = emulator.requests.length;
    for (const names of [["prompt"], ["name", "prompt"], undefined]) {
      const inputs = names === undefined ? plain : { ...plain, [SECRETS]: names };
      expect(diff(context, kinds.AiAgent, id, state, inputs)).toMatchObject({ changes: true, replaces: [] });
      state = await update(context, kinds.AiAgent, id, state, inputs);
      expect(state[SECRETS]).toEqual(names);
      expect(diff(context, kinds.AiAgent, id, state, inputs)).toMatchObject({ changes: false });
    }
    expect(emulator.requests).toHaveLength(before);
  });

  it("does not hold back a status that an earlier run left unset, nor another change", async () => {
    const emulator = await emulate({ personality: "object" });
    const context = contextFor(emulator);
    const campaign = checked(kinds.Campaign, leastOf.Campaign);
    const { id, state } = await create(context, kinds.Campaign, campaign);
    const paused = { ...campaign, desiredStatus: "paused", [SECRETS]: ["notes"] };
    for (const known of [{ status: undefined }, { status: "active" }]) {
      emulator.dashboard.change("Campaign", id, { status: "active" });
      await update(context, kinds.Campaign, id, { ...state, desiredStatus: "paused", ...known }, paused);
      expect(emulator.dashboard.get("Campaign", id)?.["status"]).toBe("paused");
    }
    const written = writes(emulator.requests);
    await update(context, kinds.Campaign, id, state, { ...campaign, notes: "New", [SECRETS]: ["notes"] });
    expect(writes(emulator.requests)).toBe(written + 1);
  });

  it("is none in a state of a program that marks nothing", () => {
    const state = makeState(checked(kinds.AiAgent, leastOf.AiAgent), nothingReported, {});
    expect(Object.keys(state).filter((name) => name.startsWith("__"))).toEqual([]);
  });
});

describe.each(["plain", "address", "page", "base64"] as const)(
  "an API that repeats what it was sent (%s)",
  (sentAs) => {
    it("repeats no secret into a message: not of a create, an update, or a take-over", async () => {
      const emulator = await emulate();
      emulator.addFault({
        fault: "refusal",
        text: "not valid: {sent}",
        sentAs,
        times: "always",
        match: { method: "POST" },
      });
      const context = contextFor(emulator);
      const agentId = emulator.dashboard.create("AiAgent", { name: "Bob", prompt: "You are Ada." }).id;
      const failures = [
        await failureOf(create(context, kinds.AiAgent, agent)),
        await failureOf(create(context, kinds.Webhook, webhook)),
        await failureOf(
          update(
            context,
            kinds.AiAgent,
            agentId,
            { ...agent, name: "Bob" },
            { ...agent, name: "Bob", description: "x" },
          ),
        ),
        await failureOf(
          create(contextFor(emulator), kinds.AiAgent, { ...agent, name: "Bob", adopt: true, language: "en" }),
        ),
      ];
      for (const { message } of failures) {
        expect(message).toMatch(/not valid: .*\[secret\]/);
        for (const part of ["You are Ada", "You%20are%20Ada", "4711-0815", "my-password", "a-long-query"])
          expect(message).not.toContain(part);
      }
    });
  },
);

it("a delete's pause repeats none either", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true } });
  const context = contextFor(emulator);
  const campaign = {
    ...checked(kinds.Campaign, { ...leastOf.Campaign, notes: "For our eyes only" }),
    [SECRETS]: ["notes"],
  };
  const { id, state } = await create(context, kinds.Campaign, campaign);
  emulator.addFault({ fault: "refusal", text: "no: {sent}", times: "always", match: { method: "POST" } });
  const { message } = await failureOf(deleteObject(context, kinds.Campaign, id, state));
  expect(message).toContain("no: ");
  expect(message).not.toContain("For our eyes only");
});
