/** What an export says of objects that are not plain: unknown references, twins, values this package does not take. */
import type { Emulator, PersonalitySpec, WireObject } from "../../../emulator";
import { createClient } from "../../../provider/api/client";
import { Inventory } from "../../../provider/api/inventory";
import { exportQuestions } from "../../../provider/cli/doctor/exportQuestions";
import { exportWorkspace, type Exported } from "../../../provider/cli/export/exportWorkspace";
import { HintsError, type HintFile } from "../../../provider/cli/export/hintsFile";
import { providerText } from "../../../provider/cli/export/importFile";
import { notShownFile } from "../../../provider/cli/export/projectFiles";
import type { Contract } from "../../../provider/contract/types";
import { kinds } from "../../../provider/kinds";
import { listedKinds, kindSchema, type ListedKindName } from "../../../provider/kinds/schema";
import { check } from "../../../provider/lifecycle/check";
import { changedFields } from "../../../provider/lifecycle/diff";
import { SECRETS } from "../../../provider/lifecycle/secrets";
import { declaredIn } from "../../../provider/lifecycle/state";
import { update } from "../../../provider/lifecycle/update";
import { contextFor, serve } from "../../support/context";
import { learnByReads, learnByWrites } from "../learn/learner";
import { opened } from "./changes";
import { evaluate } from "./evaluate";
import { emulatorWith, exportAnswered, exportFrom, importFile, settingsOf, textOf } from "./exported";
import { agent, campaign, idOf, seed, stepWithCredentials } from "./seed";

let emulator: Emulator;
afterEach(() => emulator.close());

const start = async (personality = "open"): Promise<Emulator> => (emulator = await emulatorWith(personality, 12));

const program = async (options: Parameters<typeof exportFrom>[1] = {}): Promise<string> =>
  textOf(await exportFrom(emulator, options), "index.ts");

const hints = (content: object): HintFile[] => [{ file: "hints.json", text: JSON.stringify(content) }];

const failure = async (promise: Promise<unknown>): Promise<string> => {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof Error) return outcome.message;
  throw new Error("it did not fail");
};

describe("references", () => {
  test("every ID field of a campaign is known to be a reference to a kind", () => {
    emulator = { close: () => Promise.resolve() } as Emulator;
    const fields = kindSchema("Campaign").written.filter(({ node }) => node.format === "uuid");
    expect(fields.map(({ name }) => name)).toEqual(kindSchema("Campaign").references.map(({ name }) => name));
  });

  test("an ID that no list has stays, with the reason", async () => {
    await start();
    emulator.dashboard.change("Campaign", idOf("Campaign", 0), { ai_agent_id: idOf("AiAgent", 77) });
    expect(await program()).toMatch(
      /\/\/ An ID, because the list of agents has none with it: deleted, or of another workspace\.\n {2}aiAgentId: "aaaaaaaa-/,
    );
  });

  test("an object outside of the export is named where it is referred to", async () => {
    await start();
    const source = await program({ kinds: ["Campaign"], name: "spring*" });
    expect(source).toContain('// The agent "Renewals", which is not part of this export.');
    expect(source).not.toContain("new callab.AiAgent");
    expect(source.match(/new callab\.Campaign/g)).toHaveLength(1);
  });
});

describe("a live campaign that selects nobody", () => {
  const nobody = { contacts_list_source: [], contacts_list_tags: [" "], contacts_list_categories: null };

  test("says that it is meant to call everybody, and why a reader should look", async () => {
    await start();
    emulator.dashboard.change("Campaign", idOf("Campaign", 0), nobody);
    const source = await program({ name: "spring*" });
    expect(source).toContain("allowAllContacts: true");
    expect(source).toMatch(/whom it calls is not documented, perhaps everybody/);
    expect((await program({ name: "welcome*" })).match(/allowAllContacts/)).toBeNull();
  });

  test("says nothing of it where it calls nobody", async () => {
    await start();
    emulator.dashboard.change("Campaign", idOf("Campaign", 0), { ...nobody, campaign_type: "inbound" });
    expect(await program({ name: "spring*" })).not.toContain("allowAllContacts");
  });
});

describe("objects that a program cannot declare", () => {
  test("of several of one name none is exported, and the user is told their IDs", async () => {
    await start();
    emulator.dashboard.create("AiAgent", { ...agent(0), id: idOf("AiAgent", 50) });
    const exported = await exportFrom(emulator);
    expect(exported.counts.AiAgent).toBe(2);
    expect(exported.warnings.join()).toContain('2 agents are called "Renewals"');
    expect(exported.warnings.join()).toContain(idOf("AiAgent", 50));
    expect(textOf(exported, "index.ts")).toContain('// An ID, because the agent "Renewals" is not alone of its name');
    expect(textOf(exported, "import.json")).not.toContain(`"id": "${idOf("AiAgent", 50)}"`);
  });

  test("a live value that this package does not take is left alone, and told", async () => {
    await start();
    emulator.dashboard.change("Campaign", idOf("Campaign", 0), { started_at: "soon" });
    const source = await program();
    expect(source).toMatch(
      /\/\/ Left as it is, because this package does not take what Callab holds in startedAt: .*soon/,
    );
    expect(source).not.toMatch(/^ +startedAt: "soon"/m);
  });

  test("an empty workspace, and a filter that fits nothing, are failures that say so", async () => {
    await start();
    expect(await failure(exportFrom(emulator, { name: "Spring renewal" }))).toContain(
      'Did you mean "Spring renewals"?',
    );
    emulator.reset();
    expect(await failure(exportFrom(emulator))).toContain("nothing to export");
  });

  test("a kind whose list is missing is left out with a warning, unless it was asked for", async () => {
    emulator = await emulatorWith({ routes: { "phoneNumber.list": "GET /numbers" } }, 12);
    const exported = await exportFrom(emulator);
    expect(exported.counts).toMatchObject({ PhoneNumber: 0, Campaign: 5 });
    expect(exported.warnings.join()).toContain("The phone numbers could not be listed, and are left out.");
    expect(await failure(exportFrom(emulator, { kinds: ["PhoneNumber"] }))).toContain("GET /phone_number (older)");
  });

  test("a list that fails for another reason ends the export: half a workspace is not one", async () => {
    await start();
    emulator.addFault({ fault: "html", status: 502, match: { path: "/phone_number" }, times: "always" });
    expect(await failure(exportFrom(emulator))).toContain("/phone_number");
  });

  test("a workspace that the API refuses to list is a failure with the API's reason", async () => {
    emulator = await emulatorWith({ unknownWorkspace: "refused" }, 12);
    expect(await failure(exportFrom(emulator, { workspace: "sals", kinds: ["Campaign"] }))).toContain("sals");
  });

  test("a list that mixes workspaces it names by ID is told: nobody can tell which objects are meant", async () => {
    emulator = await emulatorWith({ agentFilter: "ignored", workspaceValue: "uuid" }, 12);
    emulator.dashboard.create("AiAgent", { ...agent(3), workspace: "sales" });
    expect((await exportFrom(emulator)).warnings.join()).toContain("The list of agents has objects of 2 workspaces");
  });
});

describe("a list that may not be whole", () => {
  const exported = async (references: object, given?: object): ReturnType<typeof exportWorkspace> => {
    await start();
    const listed: Readonly<Record<string, object>> = {
      campaigns: { data: [{ ...campaign(0, { agents: 0, webhooks: 0, numbers: 0 }), ...references }] },
      "ai-agent": { data: [agent(0)], total: 3 },
    };
    const baseUrl = await serve(({ url = "" }) => ({
      text: JSON.stringify({ status: "ok", data: [], ...listed[url.split(/[/?]/)[2] ?? ""] }),
    }));
    return exportWorkspace(createClient({ ...settingsOf(emulator), baseUrl }), {
      ...{ workspace: "default", baseUrl, kinds: [], name: undefined, folder: "folder", version: "0.1.0" },
      ...{
        again: "",
        leavesHidden: false,
        onProgress: () => undefined,
        hints: given === undefined ? [] : hints(given),
      },
    });
  };

  test("is told, with why, and what it shows is exported", async () => {
    const { warnings, counts, files } = await exported({ ai_agent_id: idOf("AiAgent", 7) });
    expect(counts).toMatchObject({ AiAgent: 1, Campaign: 1 });
    expect(warnings).toContain(
      "The list of agents may not be whole: the API says that there are 3 and showed 1. What it does not show is not exported.",
    );
    expect(files.get("index.ts")?.text).toContain(
      "// An ID, because the list of agents has none with it, and may not be whole.",
    );
  });

  test("says of no name which object is meant: there may be two", async () => {
    const message = await failure(
      exported({ ai_agent_id: undefined }, { Campaign: { "Spring renewals": { aiAgentId: "Renewals" } } }),
    );
    expect(message).toContain("there is not exactly one AiAgent of that name whose ID is known");
    expect(message).toContain("The list of agents may not be whole: the API says that there are 3 and showed 1.");
  });
});

describe("hints", () => {
  test("speak of an object by its name in whatever spelling", async () => {
    await start("documented");
    const asked = hints({ Campaign: { "Spring  renewals ": { aiAgentId: "Renewals" } } });
    expect(JSON.parse(textOf(await exportFrom(emulator, { hints: asked }), "hints.json"))).toMatchObject({
      Campaign: { "Spring  renewals": { aiAgentId: "Renewals", id: "?" } },
    });
  });

  test("a reference may be a name, and a wildcard answers for all", async () => {
    await start("documented");
    const exported = await exportFrom(emulator, {
      hints: hints({
        Campaign: {
          "*": { aiAgentId: "Welcome", webhookId: null, inboundPhoneNumberId: null, outboundPhoneNumberId: null },
          "Spring renewals": { id: idOf("Campaign", 0), aiAgentId: "Renewals" },
        },
      }),
    });
    const source = textOf(exported, "index.ts");
    expect(source.match(/aiAgentId: welcome\.id/g)).toHaveLength(4);
    expect(source.match(/aiAgentId: renewals\.id/g)).toHaveLength(1);
    expect(importFile(exported).resources.map(({ name }) => name)).toContain("spring-renewals");
  });

  test("null in place of answers leaves everything alone that may be, and asks for the rest", async () => {
    await start("documented");
    const given = hints({ AiAgent: { "*": null }, Campaign: { Renewals: null } });
    const exported = await exportFrom(emulator, { hints: given });
    const [agents = ""] = textOf(exported, "index.ts").split("new callab.PhoneNumber(");
    expect(agents).toContain("new callab.AiAgent(");
    expect(agents).not.toContain("...notShown(");
    const asked = JSON.parse(textOf(exported, "hints.json")) as Record<string, Record<string, unknown>>;
    expect(asked["AiAgent"]).toEqual({ "*": null });
    expect(asked["Campaign"]?.["Renewals"]).toMatchObject({ aiAgentId: "?", id: "?", webhookId: null });
  });

  test("what is answered is not asked again, and what is open stays open", async () => {
    await start("documented");
    const given = { Campaign: { Renewals: { aiAgentId: "Renewals", webhookId: "?" } } };
    const asked = JSON.parse(textOf(await exportFrom(emulator, { hints: hints(given) }), "hints.json")) as {
      Campaign: Record<string, Record<string, unknown>>;
    };
    expect(asked.Campaign["Renewals"]).toEqual({
      aiAgentId: "Renewals",
      webhookId: "?",
      outboundPhoneNumberId: "?",
      id: "?",
    });
  });

  test.each([
    ["outbound", "inboundPhoneNumberId", "outboundPhoneNumberId"],
    ["inbound", "outboundPhoneNumberId", "inboundPhoneNumberId"],
  ])("an %s campaign is not asked for its %s, and an answer for it counts", async (type, other, own) => {
    await start("documented");
    emulator.dashboard.change("Campaign", idOf("Campaign", 4), { campaign_type: type });
    const exported = await exportFrom(emulator, { kinds: ["Campaign"], name: "Renewals" });
    expect(textOf(exported, "hints.json")).toContain(own);
    expect(textOf(exported, "hints.json")).not.toContain(other);
    const answer = hints({ Campaign: { Renewals: { [other]: idOf("PhoneNumber", 0) } } });
    const source = textOf(await exportFrom(emulator, { kinds: ["Campaign"], hints: answer }), "index.ts");
    expect(source).toContain(`${other}: "${idOf("PhoneNumber", 0)}"`);
  });

  test("all that is wrong with the file is told at once, with what was meant", async () => {
    await start("documented");
    const wrong = {
      Campain: {},
      Campaign: { "*": { id: idOf("Campaign", 0) }, Spring: { aiAgent: "x", id: "12" } },
    };
    const message = await failure(exportFrom(emulator, { hints: hints(wrong) }));
    expect(message).toContain('"Campain" is no kind; did you mean "Campaign"?');
    expect(message).toContain("an ID cannot be that of every object");
    expect(message).toContain('"aiAgent" is no field; did you mean "aiAgentId"?');
    expect(message).toContain('id "12" is no ID');
    expect(emulator.requests).toEqual([]);
  });

  test("answers for objects that are not there, of no such agent, or of a wrong type are refused", async () => {
    await start("documented");
    const wrong = {
      Campaign: {
        "Spring renewal": {},
        Renewals: { aiAgentId: "Nobody" },
        "Spring renewals": { aiAgentId: "Renewal", outboundPhoneNumberId: "+1555555010" },
      },
      AiAgent: { Welcome: { amdTimeout: "long" } },
    };
    const outcome = exportFrom(emulator, { hints: hints(wrong) });
    await expect(outcome).rejects.toBeInstanceOf(HintsError);
    const message = await failure(outcome);
    expect(message).toContain('there is no such campaign; did you mean "Spring renewals"?');
    expect(message).toContain('aiAgentId is "Nobody", but there is not exactly one AiAgent of that name');
    expect(message).toMatch(/aiAgentId is "Renewal", but .*; did you mean "Renewals"\?$/m);
    expect(message).toMatch(/outboundPhoneNumberId is "\+1555555010", but .*; did you mean "\+15555550100"\?$/m);
    // That a name is no UUID is no mistake of a file that may have names.
    expect(message).not.toContain("UUID");
    expect(message).toContain("amdTimeout");
  });

  test("an ID that belongs to another object is refused: an edit would reach the wrong people", async () => {
    await start("documented");
    const swapped = { Campaign: { "Spring renewals": { id: idOf("Campaign", 4) } } };
    const message = await failure(exportFrom(emulator, { hints: hints(swapped) }));
    expect(message).toContain(`that is the ID of "Renewals"`);
  });

  test("an ID that the API does not know is refused", async () => {
    await start("documented");
    const unknown = { Campaign: { "Spring renewals": { id: idOf("Campaign", 99) } } };
    expect(await failure(exportFrom(emulator, { hints: hints(unknown) }))).toContain(
      "The API has no campaign with the ID",
    );
  });

  test("none is no ID: not of an object, and not of one that is referred to", async () => {
    await start("documented");
    const wrong = { Campaign: { "Spring renewals": { id: "none" } }, PhoneNumber: { "+15555550100": { id: "none" } } };
    const message = await failure(exportFrom(emulator, { hints: hints(wrong) }));
    expect(message).toContain('Campaign "Spring renewals": id "none" is no ID');
    expect(message).toContain('PhoneNumber "+15555550100": id "none" is no ID');
    const reference = { Campaign: { "Spring renewals": { aiAgentId: "none" } } };
    expect(await failure(exportFrom(emulator, { hints: hints(reference) }))).toContain(
      'aiAgentId is "none", but there is not exactly one AiAgent of that name',
    );
  });

  test("an answered ID is in the program only where the API cannot be asked for the object by its ID", async () => {
    await start("documented");
    const exported = await exportAnswered(emulator);
    const source = textOf(exported, "index.ts");
    expect(source.match(/existingId/g)).toHaveLength(exported.counts.PhoneNumber);
    expect(source).toMatch(new RegExp(`PhoneNumber\\([^;]*existingId: "${idOf("PhoneNumber", 0)}"`));
    const campaigns = importFile(exported).resources.filter(({ type }) => type.endsWith(":Campaign"));
    expect(campaigns).toHaveLength(exported.counts.Campaign);
    expect(campaigns.filter(({ inputs }) => "existingId" in inputs)).toEqual([]);
  });

  test("what the API shows needs no answer, and an answer does not outweigh it", async () => {
    await start();
    const source = await program({ hints: hints({ Campaign: { "Spring renewals": { aiAgentId: "Welcome" } } }) });
    expect(source).toMatch(/"Spring renewals",[^]*?aiAgentId: renewals\.id/);
  });
});

describe("--contract", () => {
  /** Everything shown, and what has no value is left out. */
  const silent = {
    campaignReferences: "shown",
    campaignListIds: true,
    phoneNumberIds: true,
    agentHiddenFields: "shown",
    unsetFields: "absent",
  };
  type Questions = Readonly<Record<string, Readonly<Record<string, object>>>>;

  const knowing = async (contract: Contract | undefined, leavesHidden = false): Promise<Exported> => {
    const client = createClient({ ...settingsOf(emulator), contract });
    return exportFrom(emulator, { leavesHidden }, client);
  };
  const questions = ({ files }: Exported): Questions => JSON.parse(files.get("hints.json")?.text ?? "{}") as Questions;

  test("what the account was seen to show is not asked for where an object has none, and doctor foretells that", async () => {
    emulator = await emulatorWith(silent as PersonalitySpec, 12);
    emulator.dashboard.change("Campaign", idOf("Campaign", 0), { webhook_id: null });
    expect(questions(await knowing(undefined))["Campaign"]?.["Spring renewals"]).toHaveProperty("webhookId", "?");

    const { contract } = await learnByReads(emulator);
    const exported = await knowing(contract);
    expect(JSON.stringify(questions(exported))).not.toContain("webhookId");
    expect(textOf(exported, "index.ts")).toMatch(/"Spring renewals",[^]*?aiAgentId: renewals\.id/);
    const client = createClient({ ...settingsOf(emulator), contract });
    const foretold = await exportQuestions(new Inventory(client), "default");
    expect(foretold.map(({ kind, field }) => `${kind}.${field}`)).not.toContain("Campaign.webhookId");
  });

  test("where throw-away objects were learned from as well, an account that shows everything is asked for little", async () => {
    emulator = await emulatorWith(silent as PersonalitySpec, 12);
    for (const kind of ["Campaign", "AiAgent"] as const)
      emulator.dashboard.change(kind, idOf(kind, 0), { webhook_id: null, begin_message: null, voice_id: null });
    expect((await knowing(undefined)).incomplete).toBeGreaterThan(0);
    const { contract } = await learnByWrites(emulator, { workspace: "sandbox" });
    // What holds the ID of something else is not tried: no throw-away has one to give.
    const untried = ["backgroundAudioId", "knowledgeBaseId", "voiceId", "voiceUuid"];
    const { $comment, ...asked } = questions(await knowing(contract));
    expect($comment).toBeDefined();
    expect(asked).toEqual({ AiAgent: { "*": Object.fromEntries(untried.map((name) => [name, "?"])) } });
  });

  const hides = (kind: ListedKindName, ...hidden: string[]): Contract => {
    const day = "2026-12-01";
    return { version: 1, day, writesTried: true, routes: {}, kinds: { [kind]: { hidden } } };
  };

  test("what the account hides is asked for or left, whatever the documentation says", async () => {
    await start();
    emulator.dashboard.change("Campaign", idOf("Campaign", 0), {
      call_time_of_day_from: null,
      call_time_of_day_to: null,
    });
    emulator.setPersonality({ ...silent, campaignReferences: "shown" } as PersonalitySpec);
    const contract = hides("Campaign", "call_time_of_day_to");
    const asked = questions(await knowing(contract))["Campaign"];
    expect(asked?.["*"]).toHaveProperty("callTimeOfDayTo", "?");
    expect(JSON.stringify(asked)).not.toContain("callTimeOfDayFrom");
    expect((await knowing(contract, true)).leftHidden.Campaign).toContain("callTimeOfDayTo");
  });

  test("what an answer shows goes before what the contract says", async () => {
    await start();
    const asked = questions(await knowing(hides("Campaign", "ai_agent_id", "call_time_of_day_from")));
    expect(JSON.stringify(asked["Campaign"] ?? {})).not.toMatch(/aiAgentId|callTimeOfDayFrom/);
  });

  test("what a program must have is asked for wherever an object shows none", async () => {
    emulator = await emulatorWith(silent as PersonalitySpec, 12);
    const { contract } = await learnByReads(emulator);
    emulator.dashboard.change("Campaign", idOf("Campaign", 0), { ai_agent_id: null });
    expect(questions(await knowing(contract))["Campaign"]?.["Spring renewals"]).toEqual({ aiAgentId: "?" });
  });
});

describe("--leave-hidden", () => {
  const left = { leavesHidden: true };

  test("asks for what a program must have, and leaves everything else that the API hides", async () => {
    await start("documented");
    const exported = await exportFrom(emulator, left);
    const asked = JSON.parse(textOf(exported, "hints.json")) as Record<string, Record<string, object>>;
    expect(asked["AiAgent"]).toBeUndefined();
    expect(asked["Campaign"]?.["Renewals"]).toEqual({ aiAgentId: "?", id: "?" });
    const hidden = kinds.AiAgent.content.filter(({ node }) => node.readBack === "hidden").map(({ name }) => name);
    expect(exported.leftHidden.AiAgent).toEqual(hidden);
    expect(exported.leftHidden.Campaign).toContain("webhookId");
    expect(exported.leftHidden.Campaign).not.toContain("aiAgentId");
    const [agents = ""] = textOf(exported, "index.ts").split("new callab.PhoneNumber(");
    expect(agents).toContain("new callab.AiAgent(");
    expect(agents).not.toContain("notShown(");
    const told = textOf(exported, "README.md").split("--leave-hidden leaves them as they are");
    expect(told).toHaveLength(2);
    expect(told[1]).toContain(`- agents: ${hidden.join(", ")}`);
  });

  test("sends nothing of what was left with the first edit", async () => {
    await start("documented");
    const exported = await exportFrom(emulator, { ...left, kinds: ["AiAgent"] });
    expect(exported.files.has("hints.json")).toBe(false);
    const entry = importFile(exported).resources.find(({ name }) => name === "renewals");
    const before = emulator.dashboard.list("AiAgent").find(({ name }) => name === "Renewals");
    const edited = { ...entry?.inputs, description: "Edited" };
    await update(contextFor(emulator), kinds.AiAgent, entry?.id ?? "", entry?.outputs ?? {}, edited, undefined);
    const sent = emulator.requests.find(({ method }) => method === "POST")?.body;
    for (const name of exported.leftHidden.AiAgent ?? [])
      expect(sent).not.toHaveProperty([kinds.AiAgent.field(name)?.wireName ?? name]);
    const after = emulator.dashboard.list("AiAgent").find(({ name }) => name === "Renewals");
    expect(after).toMatchObject({ description: "Edited", begin_message: before?.["begin_message"] });
  });

  test("an answer counts, and a question that was open is asked no more", async () => {
    await start("documented");
    const given = { AiAgent: { "*": { beginMessage: "?", amdTimeout: 7 } }, Webhook: { "*": { name: "?" } } };
    const exported = await exportFrom(emulator, { ...left, kinds: ["AiAgent"], hints: hints(given) });
    expect(JSON.parse(textOf(exported, "hints.json"))).toMatchObject({ AiAgent: { "*": { amdTimeout: 7 } } });
    expect(textOf(exported, "hints.json")).not.toContain("beginMessage");
    expect(textOf(exported, "index.ts").match(/amdTimeout: 7,/g)).toHaveLength(3);
  });

  test("leaves nothing that the API shows", async () => {
    await start();
    const { leftHidden } = await exportFrom(emulator, { ...left, kinds: ["Campaign"] });
    for (const name of ["webhookId", "outboundPhoneNumberId"]) expect(leftHidden.Campaign ?? []).not.toContain(name);
  });
});

describe("placeholders", () => {
  test("one fails the validation of every field that may be asked for", () => {
    emulator = { close: () => Promise.resolve() } as Emulator;
    for (const name of listedKinds) {
      const kind = kinds[name];
      const asked = kind.written.filter(
        (field) =>
          field.name !== "workspace" && (field.node.readBack === "hidden" || kind.node.required?.includes(field.name)),
      );
      for (const field of [...asked.map((entry) => entry.name), "existingId"]) {
        const inputs = { [field]: [`not shown by the API: ${field}`] };
        const { diagnostics } = check(kind, inputs, { workspace: "default", now: new Date() });
        const found = diagnostics.filter(
          ({ property, severity }) => property.startsWith(field) && severity === "error",
        );
        expect({ name, field, errors: found.length }).toEqual({ name, field, errors: 1 });
      }
    }
    expect(notShownFile).toContain("not shown by the API");
  });
});

describe("secrets", () => {
  test("no header value is in any file but the two that are private and ignored by git", async () => {
    await start();
    const { files } = await exportFrom(emulator);
    const holding = [...files].filter(([, { text }]) => text.includes("secret-token")).map(([name]) => name);
    expect(holding.sort()).toEqual(["import.json", "secrets.json"]);
    for (const name of holding) expect(files.get(".gitignore")?.text.split("\n")).toContain(name);
  });

  test("what looks like a credential in addresses, parameters and bodies is one of them", async () => {
    await start();
    emulator.dashboard.change("Webhook", idOf("Webhook", 0), { steps: [stepWithCredentials] });
    const { files } = await exportFrom(emulator);
    const holding = [...files].filter(([, { text }]) => /-in-(?!out)/.test(text)).map(([name]) => name);
    expect(holding.sort()).toEqual(["import.json", "secrets.json"]);
    expect(textOf({ files }, "index.ts")).toContain('user: "crm"');
    expect(textOf({ files }, "index.ts")).toContain('page: "1"');
  });

  test("elsewhere it is shown, with a warning that names the place and not the value", async () => {
    await start();
    const secret = { web: { source_url: "https://example.com/?token=t0ken-of-a-source" } };
    emulator.dashboard.change("Campaign", idOf("Campaign", 0), { contacts_list_source_metadata: secret });
    const { warnings } = await exportFrom(emulator);
    const told = warnings.filter((warning) => warning.includes("looks like a credential"));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("contactsListSourceMetadata.web.source_url");
    expect(told.join()).not.toContain("t0ken-of-a-source");
  });

  test("a variable of a webhook is what its name says", async () => {
    await start();
    emulator.dashboard.change("Webhook", idOf("Webhook", 0), {
      predefinedVariables: [{ name: "crm_token", value: "t0ken-of-a-variable" }],
      variables: [
        {
          name: "token",
          customValue: "t0ken-of-a-variable",
          location: "body",
          type: "t",
          dataType: "string",
          stepId: null,
        },
        { name: "page", customValue: "1", location: "body", type: "t", dataType: "string", stepId: null },
      ],
    });
    const { warnings } = await exportFrom(emulator);
    const told = warnings.filter((warning) => warning.includes("looks like a credential")).join();
    expect(told).toContain("predefinedVariables[0].value");
    expect(told).toContain("variables[1].customValue");
    expect(told).not.toMatch(/[ ,]variables\[0\]|t0ken-of-a-variable/);
  });

  test("in the import file they are marked, so that the engine encrypts them", async () => {
    await start();
    const webhooks = importFile(await exportFrom(emulator)).resources.filter(({ type }) => type.endsWith(":Webhook"));
    for (const { inputs, outputs } of webhooks)
      for (const steps of [inputs["steps"], outputs["steps"]])
        expect(steps).toMatchObject({ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" });
  });

  test("one value in several webhooks is one secret; headers that hold no credential stay readable", async () => {
    await start();
    const steps = emulator.dashboard.list("Webhook")[0]?.["steps"];
    emulator.dashboard.change("Webhook", idOf("Webhook", 1), { steps: steps ?? null });
    const exported = await exportFrom(emulator);
    expect(exported.secretKeys).toEqual(["crmAuthorization"]);
    expect(textOf(exported, "index.ts")).toContain('"Content-Type": "application/json"');
  });
});

describe("secrets that the API masks", () => {
  const masking = "open,secrets=masked";
  const keys = ["crmAuthorization", "crmContentType", "hook1Authorization", "hook1ContentType"];
  /** The first webhook as the program declares it, where somebody set these values. */
  const declared = (exported: Exported, secrets: Readonly<Record<string, string>>): unknown =>
    evaluate(exported.files, { ids: new Map(), secrets }).find(({ name }) => name === "crm")?.args;
  const typed = (exported: Exported): Record<string, string> =>
    Object.fromEntries(exported.maskedKeys.map((key) => [key, `the value of ${key}`]));

  test.each(["masked", "partly"] as const)("are asked for, and no mask is in the program (%s)", async (secrets) => {
    emulator = await emulatorWith(`open,secrets=${secrets}`, 12);
    const exported = await exportFrom(emulator);
    expect(exported.maskedKeys).toEqual(keys);
    expect(exported.secretKeys).toEqual([]);
    const holding = [...exported.files].filter(([, { text }]) => text.includes("***")).map(([name]) => name);
    expect(holding).toEqual(["import.json"]);
    expect(exported.files.has("secrets.json")).toBe(false);
  });

  test("keep the program from running until they are set, and are sent as they were set", async () => {
    emulator = await emulatorWith(masking, 12);
    const exported = await exportFrom(emulator);
    expect(() => declared(exported, {})).toThrow("crmAuthorization");
    const args = declared(exported, typed(exported));
    expect(args).toMatchObject({
      steps: [{ webhookHeaders: { Authorization: "the value of crmAuthorization" } }, {}],
    });
    const { inputs } = check(kinds.Webhook, args, { workspace: "default", now: new Date() });
    const [entry] = importFile(exported).resources.filter(({ name }) => name === "crm");
    const state = opened(entry?.outputs ?? {});
    expect(changedFields(kinds.Webhook, declaredIn(kinds.Webhook, state), inputs)).toEqual(["steps"]);
    await update(contextFor(emulator), kinds.Webhook, idOf("Webhook", 0), state, inputs, undefined);
    const stored = JSON.stringify(emulator.dashboard.get("Webhook", idOf("Webhook", 0)));
    expect(stored).toContain("the value of crmAuthorization");
    expect(stored).not.toContain("***");
  });

  test("have a key each: two masks that look the same may hide two values", async () => {
    emulator = await emulatorWith(masking, 12);
    const [step] = emulator.dashboard.list("Webhook")[0]?.["steps"] as WireObject[];
    const steps = [step ?? {}, { ...step, step_number: 2 }];
    emulator.dashboard.change("Webhook", idOf("Webhook", 0), { steps });
    expect((await exportFrom(emulator)).maskedKeys).toEqual(
      expect.arrayContaining(["crmAuthorization", "crmAuthorization2"]),
    );
  });

  test("are told with the command that sets each, in the steps and in the README", async () => {
    emulator = await emulatorWith(masking, 12);
    const exported = await exportFrom(emulator);
    const commands = exported.steps.map(({ command }) => command);
    const readme = textOf(exported, "README.md");
    for (const key of keys) {
      expect(commands).toContain(`pulumi config set --secret ${key}`);
      expect(readme).toContain(`- \`${key}\``);
    }
    expect(readme).not.toContain("secrets.json");
    expect(readme).not.toContain("After it `pulumi preview` shows no change.");
  });

  test.each([
    [
      "a parameter of a webhook's step",
      "Webhook",
      { steps: [{ step_number: 1, webhook_url: "https://example.com/", webhook_url_params: { plan: "********" } }] },
    ],
    [
      "an address of a webhook's step",
      "Webhook",
      { steps: [{ step_number: 1, webhook_url: "https://example.com/?sig=********" }] },
    ],
    [
      "a credential of a campaign's source",
      "Campaign",
      { contacts_list_source_metadata: { web: { api_key: "[redacted]" } } },
    ],
    ["a credential in a list of free objects", "AiAgent", { agent_dynamic_variables: [{ api_key: "********" }] }],
  ] as const)("may be elsewhere too: %s", async (_, kind, fields) => {
    await start();
    emulator.dashboard.change(kind, idOf(kind, 0), fields as unknown as WireObject);
    const exported = await exportFrom(emulator);
    expect(exported.maskedKeys).toHaveLength(1);
    expect(textOf(exported, "index.ts")).not.toMatch(/\*{3}|redacted/);
    expect(exported.warnings).toEqual([]);
    expect(importFile(exported).resources.filter(({ inputs }) => SECRETS in inputs)).toHaveLength(1);
  });
});

test("a campaign whose ID nobody knows is not in the import file, and its program cannot be run by mistake", async () => {
  await start("nameless");
  const exported = await exportFrom(emulator);
  expect(exported.withoutId).toBeGreaterThanOrEqual(5);
  expect(importFile(exported).resources.filter(({ type }) => type.endsWith(":Campaign"))).toEqual([]);
  expect(textOf(exported, "index.ts")).toContain('"outboundPhoneNumberId", "existingId")');
});

test("another workspace is pinned in the program, whatever is configured later", async () => {
  emulator = await emulatorWith("open", 1);
  emulator.dashboard.create("Campaign", { ...campaign(0, { agents: 1, numbers: 0, webhooks: 0 }), workspace: "sales" });
  const source = await program({ workspace: "sales" });
  expect(source).toContain('const workspace = "sales";');
  expect(source).toContain("  workspace,\n");
  expect(source).not.toContain("AiAgent");
});

test("the provider's text is the one the SDK makes of an installed package", () => {
  emulator = { close: () => Promise.resolve() } as Emulator;
  expect(providerText("AiAgent")).toContain('require("pulumi-callab/dynamic/aiAgent")');
  expect(providerText("Campaign")).toHaveLength(270);
});

test("a workspace that is filled twice over still exports under its own names", async () => {
  await start();
  emulator.reset();
  await seed(emulator.dashboard, 12);
  expect((await exportAnswered(emulator)).counts).toEqual({ Campaign: 5, AiAgent: 3, PhoneNumber: 2, Webhook: 2 });
});
