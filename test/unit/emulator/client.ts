/** A plain client for these tests: starts emulators, asks them, and closes them after each test. */
import { startEmulator, type Emulator, type EmulatorOptions, type Json, type WireObject } from "../../../emulator";

const open: Emulator[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((emulator) => emulator.close()));
});

/** A clock that stands still until it is told to go on. */
export interface StoppedClock {
  (): number;
  advance(ms: number): void;
}

export function stoppedClock(iso = "2026-03-01T10:00:00.000Z"): StoppedClock {
  let now = Date.parse(iso);
  return Object.assign(() => now, {
    advance(ms: number) {
      now += ms;
    },
  });
}

/** What an answer looked like. */
export interface Reply {
  readonly http: number;
  readonly headers: Headers;
  readonly text: string;
  /** The whole envelope, where the body is one. */
  readonly envelope: Readonly<Record<string, Json | undefined>>;
  readonly status: Json | undefined;
  readonly message: Json | undefined;
  readonly data: Json | undefined;
}

/** An emulator with short ways to ask it. */
export interface Asked extends Emulator {
  get(path: string): Promise<Reply>;
  post(path: string, body?: unknown): Promise<Reply>;
  /** The items of a list. */
  items(path: string): Promise<WireObject[]>;
}

export async function start(options: EmulatorOptions = {}): Promise<Asked> {
  const emulator = await startEmulator({ seed: 1, ...options });
  open.push(emulator);
  return asked(emulator);
}

export function asked(emulator: Emulator): Asked {
  const get = (path: string) => ask(emulator, "GET", path);
  return Object.assign(Object.create(emulator) as Emulator, {
    get,
    post: (path: string, body: unknown = {}) => ask(emulator, "POST", path, body),
    items: async (path: string) => ((await get(path)).data ?? []) as WireObject[],
  });
}

/** The same emulator, asked with the token of another account. */
export function withToken(emulator: Emulator, token: string): Asked {
  return asked(Object.create(emulator, { token: { value: token } }) as Emulator);
}

export async function ask(
  { url, token }: Pick<Emulator, "url" | "token">,
  method: string,
  path: string,
  body?: unknown,
): Promise<Reply> {
  const response = await fetch(url + path, {
    method,
    redirect: "manual",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const envelope = envelopeOf(text);
  const { status, message, data } = envelope;
  return { http: response.status, headers: response.headers, text, envelope, status, message, data };
}

function envelopeOf(text: string): Reply["envelope"] {
  try {
    return JSON.parse(text) as WireObject;
  } catch {
    return {};
  }
}

export const agentId = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01";
export const webhookId = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a02";

/** The least a campaign create must carry. */
export const campaign = {
  name: "Spring renewals",
  notes: "",
  campaign_type: "outbound",
  ai_agent_id: agentId,
  days_of_week: [1, 2, 3],
  time_zone: "UTC",
  workspace: "default",
};

/** A campaign with every field. */
export const fullCampaign = {
  ...campaign,
  notes: "Customers whose contract ends in May",
  contacts_list_source: ["web"],
  contacts_list_tags: ["vip", "renewal"],
  contacts_list_categories: ["renewal"],
  contacts_list_source_metadata: { web: { source_url: "https://example.com" } },
  agent_variables_contact_metadata_mapping: { first_name: "contact.firstname" },
  webhook_id: webhookId,
  call_time_of_day_from: "09:00:00",
  call_time_of_day_to: "17:00:00",
  number_of_call_attempts: [3],
  retry_delay: [60],
  retry_delay_unit: ["seconds"],
  inbound_phone_number_id: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a03",
  outbound_phone_number_id: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a04",
  started_at: "2026-12-01",
  ended_at: "2026-12-31",
  webhook_mapping_variables: { event: "call_completed" },
  webhook_mapping_variables_sources: { event: "system" },
};

/** The object without some of its fields. */
export function without(object: object, ...names: readonly string[]): WireObject {
  return Object.fromEntries(Object.entries(object as WireObject).filter(([name]) => !names.includes(name)));
}

export const agent = { name: "Ada", prompt: "You are Ada.", workspace: "default" };

/** A webhook flow with a step and variables. */
export const webhook = {
  name: "After the call",
  retry_delay: 30,
  retry_delay_unit: "seconds",
  max_retries: 2,
  flow_direction: "outbound",
  steps: [
    {
      webhook_url: "https://example.com/hooks/callab",
      webhook_method: "POST",
      webhook_timeout: 10,
      webhook_headers: { "X-Key": "k" },
      depends_on_step: null,
    },
  ],
  predefinedVariables: [
    { name: "a", value: 1 },
    { name: "b", value: "two" },
  ],
  variables: [{ name: "c", stepId: "1", dataType: "string" }],
  workspace: "default",
};

export const campaigns = "/campaigns/by-workspace/default";

/** Makes a campaign and tells its id, whatever the personality answers. */
export async function makeCampaign(emulator: Asked, fields: object = campaign): Promise<string> {
  await emulator.post("/campaigns/create", fields);
  const id = emulator.dashboard.ids("Campaign").at(-1);
  if (id === undefined) throw new Error("the campaign was not made");
  return id;
}
