/** Random programs of the four kinds with references among them, and what people change about them between runs. */
import type { ListedKindName } from "../../provider/kinds/schema";
import type { Chance } from "./random";

/** The ID of another resource of the program. */
export interface Reference {
  readonly idOf: string;
}

export type Args = Readonly<Record<string, unknown>>;

/** One resource of a program. */
export interface Declaration {
  readonly kind: ListedKindName;
  /** Name in the program, unique across all kinds. */
  readonly name: string;
  readonly args: Args;
}

export type Program = readonly Declaration[];

export const isReference = (value: unknown): value is Reference =>
  typeof value === "object" && value !== null && "idOf" in value;

/** Names of the resources that an argument list refers to. */
export const referencesIn = (args: Args): string[] =>
  Object.values(args)
    .filter(isReference)
    .map(({ idOf }) => idOf);

/** Makes programs and changes them. Natural keys are never used twice, unless a change keeps one on purpose. */
export class Author {
  #made = 0;

  constructor(readonly chance: Chance) {}

  /** A program of 1 to `most` resources. */
  program(most: number): Program {
    let program: Program = [];
    const size = this.chance.happens(0.2) ? this.chance.whole(1, most) : this.chance.whole(1, Math.min(6, most));
    while (program.length < size) program = [...program, this.#declaration(program)];
    return program;
  }

  /** The program after somebody worked on it. */
  edited(program: Program): Program {
    let edited = program;
    for (let count = this.chance.whole(0, 3); count > 0; count--) edited = this.#edit(edited);
    return edited;
  }

  #edit(program: Program): Program {
    const { chance } = this;
    const target = program.length === 0 ? undefined : chance.pick(program);
    const what = chance.whole(0, 9);
    if (target === undefined || what <= 1) return [...program, this.#declaration(program)];
    if (what === 2) return without(program, target.name);
    if (what === 3) return renamed(program, target.name, `r${this.#made++}`);
    if (what === 4) return changed(program, target, this.#replacement(target));
    if (what === 5 && target.kind !== "PhoneNumber")
      return changed(program, target, { name: this.#naturalKey(target.kind) });
    if (what === 6) return changed(program, target, { deletionPolicy: this.#policy(target.kind) });
    // A program can only refer to what it has declared before.
    return changed(program, target, this.#change(target, program.slice(0, program.indexOf(target))));
  }

  #declaration(program: Program): Declaration {
    const kind = this.chance.pick(["Campaign", "Campaign", "AiAgent", "Webhook", "PhoneNumber"] as const);
    return { kind, name: `r${this.#made++}`, args: this.#args(kind, program) };
  }

  #args(kind: ListedKindName, program: Program): Args {
    const { chance } = this;
    const workspace = chance.happens(0.2) ? { workspace: "north" } : {};
    const policy = chance.happens(0.2) ? { deletionPolicy: this.#policy(kind) } : {};
    const adopt = chance.happens(0.1) ? { adopt: true } : {};
    const more = { ...workspace, ...policy, ...adopt };
    switch (kind) {
      case "Campaign":
        return {
          name: this.#naturalKey(kind),
          notes: this.#text(),
          campaignType: chance.pick(["outbound", "inbound"]),
          allowAllContacts: true,
          aiAgentId: this.#reference(program, "AiAgent") ?? foreign.AiAgent,
          daysOfWeek: chance.pick([["mon"], ["sunday", "sat"], [1, 2, 3, 4, 5]]),
          timeZone: chance.pick(["UTC", "Asia/Calcutta", "Europe/Paris"]),
          ...(chance.happens(0.4) ? { desiredStatus: chance.pick(["active", "paused"]) } : {}),
          ...(chance.happens(0.4) ? { contactsListTags: chance.pick([["vip"], ["b", "a"], []]) } : {}),
          ...(chance.happens(0.4) ? { callTimeOfDayFrom: "9:00", callTimeOfDayTo: "17:00" } : {}),
          ...(chance.happens(0.3) ? { webhookId: this.#reference(program, "Webhook") ?? foreign.Webhook } : {}),
          ...(chance.happens(0.3)
            ? { outboundPhoneNumberId: this.#reference(program, "PhoneNumber") ?? foreign.PhoneNumber }
            : {}),
          ...more,
        };
      case "AiAgent":
        return {
          name: this.#naturalKey(kind),
          prompt: this.#text(),
          ...(chance.happens(0.4) ? { description: this.#text() } : {}),
          ...(chance.happens(0.4) ? { voiceId: this.#text() } : {}),
          ...(chance.happens(0.3) ? { voiceSpeed: chance.pick([0, 1, 1.25]) } : {}),
          ...(chance.happens(0.3) ? { agentDynamicVariables: [{ first: this.#text() }] } : {}),
          ...more,
        };
      case "Webhook":
        return {
          name: this.#naturalKey(kind),
          maxRetries: chance.whole(0, 3),
          ...(chance.happens(0.5)
            ? {
                steps: [
                  { webhookUrl: "https://example.com/hook", webhookMethod: "post", webhookHeaders: { key: "k" } },
                ],
              }
            : {}),
          ...more,
        };
      case "PhoneNumber":
        return { phoneNumber: this.#naturalKey(kind), nickname: this.#text(), ...policy, ...adopt };
    }
  }

  #change({ kind, args }: Declaration, before: Program): Args {
    const { chance } = this;
    switch (kind) {
      case "Campaign":
        return chance.pick<Args>([
          { notes: this.#text() },
          { contactsListTags: args["contactsListTags"] === undefined ? ["new"] : undefined },
          { desiredStatus: chance.pick(["active", "paused", undefined]) },
          { aiAgentId: this.#reference(before, "AiAgent") ?? foreign.AiAgent },
        ]);
      case "AiAgent":
        return chance.pick<Args>([{ prompt: this.#text() }, { voiceId: this.#text() }, { description: undefined }]);
      case "Webhook":
        return { maxRetries: chance.whole(0, 9) };
      case "PhoneNumber":
        return { nickname: this.#text() };
    }
  }

  /** A change that needs a new object. */
  #replacement({ kind, args }: Declaration): Args {
    if (kind === "PhoneNumber") return { phoneNumber: this.#naturalKey(kind) };
    if (kind === "Campaign" && this.chance.happens(0.6))
      return { campaignType: args["campaignType"] === "inbound" ? "outbound" : "inbound" };
    return { workspace: args["workspace"] === "north" ? "default" : "north" };
  }

  #policy(kind: ListedKindName): string {
    const ofCampaigns = ["delete", "delete", "pause", "complete", "retain"];
    return this.chance.pick(kind === "Campaign" ? ofCampaigns : ["delete", "delete", "retain"]);
  }

  #reference(program: Program, kind: ListedKindName): Reference | undefined {
    const known = program.filter((entry) => entry.kind === kind);
    return known.length === 0 || this.chance.happens(0.2) ? undefined : { idOf: this.chance.pick(known).name };
  }

  #naturalKey(kind: ListedKindName): string {
    const number = this.#made++;
    if (kind === "PhoneNumber") return `+1555555${String(100 + (number % 100)).padStart(4, "0")}`;
    return this.chance.happens(0.8) ? `${kind} ${number}` : this.chance.pick(spellings)(`${kind} ${number}`);
  }

  #text(): string {
    return `text ${this.#made++}`;
  }
}

/** Names that servers like to spell otherwise. */
const spellings: readonly ((name: string) => string)[] = [
  (name) => `Cafe\u0301 ${name}`,
  (name) => `${name}  twice`,
  (name) => ` ${name} `,
  (name) => `"${name}" & <sons>`,
  (name) => `A name that is too long for some, ${name}`,
];

/** Objects that were made in the dashboard long ago, for programs to refer to. */
export const foreign = {
  AiAgent: "11111111-1111-4111-8111-111111111111",
  Webhook: "22222222-2222-4222-8222-222222222222",
  PhoneNumber: "33333333-3333-4333-8333-333333333333",
} as const;

/** The program without a resource; what referred to it refers to an object made in the dashboard. */
function without(program: Program, name: string): Program {
  return program.filter((entry) => entry.name !== name).map((entry) => redirected(entry, name, undefined));
}

function renamed(program: Program, name: string, to: string): Program {
  return program.map((entry) => redirected(entry.name === name ? { ...entry, name: to } : entry, name, to));
}

function redirected(entry: Declaration, from: string, to: string | undefined): Declaration {
  const args = Object.entries(entry.args).map(([key, value]) => {
    if (!isReference(value) || value.idOf !== from) return [key, value];
    if (to !== undefined) return [key, { idOf: to }];
    return [key, key === "aiAgentId" ? foreign.AiAgent : key === "webhookId" ? foreign.Webhook : foreign.PhoneNumber];
  });
  return { ...entry, args: Object.fromEntries(args) as Args };
}

const changed = (program: Program, target: Declaration, patch: Args): Program =>
  program.map((entry) => (entry.name === target.name ? { ...entry, args: { ...entry.args, ...patch } } : entry));
