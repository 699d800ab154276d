/**
 * What the lifecycle needs, against an emulator in this process: the real client and inventory, a ledger in memory,
 * and a clock that is moved on by whoever sleeps, so that the real patience costs no time. Also the emulators and small
 * servers themselves, closed after each test file.
 */
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { startEmulator, type Emulator, type EmulatorOptions } from "../../emulator";
import { createClient, type ClientOptions } from "../../provider/api/client";
import { Inventory } from "../../provider/api/inventory";
import { retryPolicy } from "../../provider/api/retry";
import { accountMark, accountOf, readConfiguration, type Configuration } from "../../provider/configuration";
import { kinds } from "../../provider/kinds";
import type { Kind } from "../../provider/kinds/kind";
import type { KindName } from "../../provider/kinds/schema";
import type { Properties } from "../../provider/kinds/normalForm";
import { check } from "../../provider/lifecycle/check";
import { Ledger } from "../../provider/ledger/ledger";
import { Run } from "../../provider/ledger/run";
import { patienceFor, type Context, type Patience } from "../../provider/lifecycle/context";
import { wordedForRun } from "../../provider/runtime/hints";
import { HintedError } from "../../provider/words/text";
import { memoryStore, type Memory } from "./memoryStore";

const closing: (() => Promise<unknown>)[] = [];

afterAll(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** An emulator that is closed after the tests of this file. */
export async function emulate(options: EmulatorOptions = {}): Promise<Emulator> {
  const emulator = await startEmulator(options);
  closing.push(() => emulator.close());
  return emulator;
}

/** Work with an emulator of its own, closed after it: for properties, which would hold thousands of connections open. */
export async function withEmulator<T>(options: EmulatorOptions, work: (emulator: Emulator) => Promise<T>): Promise<T> {
  const emulator = await startEmulator(options);
  try {
    return await work(emulator);
  } finally {
    await emulator.close();
  }
}

/** What a small server answers with; undefined hangs up. */
export type ServedAnswer =
  { readonly status?: number; readonly text: string; readonly headers?: Readonly<Record<string, string>> } | undefined;

/** A server that answers whatever the test wants, for answers too odd for the emulator. Gives its base address. */
export async function serve(
  answer: (request: IncomingMessage, body: string) => ServedAnswer | Promise<ServedAnswer>,
): Promise<string> {
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      void Promise.resolve(answer(request, Buffer.concat(parts).toString("utf8"))).then((served) => {
        if (served === undefined) return request.socket.destroy();
        response.writeHead(served.status ?? 200, { "content-type": "application/json", ...served.headers });
        response.end(served.text);
        return undefined;
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

/** A configuration for an address, read as a user's would be. */
export function configurationFor(
  { url, token }: { readonly url: string; readonly token: string },
  more: Readonly<Partial<Record<string, string>>> = {},
): Configuration {
  const values: Readonly<Partial<Record<string, string>>> = { baseUrl: url, apiToken: token, ...more };
  return readConfiguration((key) => values[key], {});
}

let runs = 0;

let skipped = 0;

/** Time as the tests have it: it goes by, and whoever sleeps moves it on at once. */
export const now = (): number => Date.now() + skipped;

/** Lets time go by. Nobody waits for it; other work gets its turn. */
export function sleep(ms: number): Promise<void> {
  skipped += ms;
  return new Promise((resolve) => setImmediate(resolve));
}

export interface TestContext extends Context {
  /** What the user was told beside failures. */
  readonly notes: readonly string[];
}

export interface Api {
  readonly url: string;
  readonly token: string;
  /** The account of what it stands in front of (see accountMark), where it is another address of the same one. */
  readonly mark?: string;
}

export interface TestContextOptions {
  /** Other settings, e.g. `{ routes: "…" }`. */
  readonly configuration?: Readonly<Partial<Record<string, string>>>;
  readonly client?: ClientOptions;
  /** What the machine remembers over "processes": files in real life. Left out: an empty machine. */
  readonly memory?: Memory;
  readonly patience?: Patience;
  /** Whether the process has been killed. */
  readonly isOver?: () => boolean;
  /** Names a run that has several processes. Left out: a run of its own. */
  readonly run?: string;
}

/** A context as one process of the provider has it: make a second one to play the next run. */
export function contextFor(api: Api, options: TestContextOptions = {}): TestContext {
  const configuration = configurationFor(api, options.configuration);
  const notes: string[] = [];
  const client = createClient(configuration, {
    retry: { ...retryPolicy(configuration.maxRetries), baseMs: 1, capMs: 4 },
    onSurprise: (surprise) => void notes.push(wordedForRun(surprise)),
    ...options.client,
  });
  const patience = options.patience ?? patienceFor(configuration);
  return {
    client,
    inventory: new Inventory(client, now),
    ledger: new Ledger({
      store: memoryStore({
        sleep,
        ...(options.memory === undefined ? {} : { memory: options.memory }),
        ...(options.isOver === undefined ? {} : { isOver: options.isOver }),
      }),
      run: new Run(),
      account: accountOf(configuration),
      runName: options.run ?? `run ${++runs}`,
      hasOthers: options.run !== undefined,
      lateMs: patience.interruptedMs,
      now,
      note: (text) => void notes.push(text),
    }),
    workspace: configuration.workspace,
    baseUrl: configuration.baseUrl,
    account: api.mark ?? accountMark(configuration),
    patience,
    settings: configuration,
    now,
    sleep,
    note: (text) => void notes.push(wordedForRun(text)),
    notes,
  };
}

/** Inputs as the engine hands them on after check. Throws if they are not valid. */
export function checked(kind: Kind, inputs: Properties): Record<string, unknown> {
  const result = check(kind, inputs, { workspace: "default", now: new Date() });
  const errors = result.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(`not valid inputs: ${JSON.stringify(errors)}`);
  return result.inputs;
}

/** The error a promise rejects with, in the words of a run; fails the test if it does not reject. */
export async function failureOf(work: Promise<unknown>): Promise<Error> {
  try {
    await work;
  } catch (error) {
    if (error instanceof HintedError) error.message = wordedForRun(error.text);
    if (error instanceof Error) return error;
    throw new Error("what was thrown is no Error", { cause: error });
  }
  throw new Error("expected a failure, and there was none");
}

/** The least a program must declare of a kind, of the examples in schema.json. */
const examplesOf = (kind: Kind): Properties =>
  Object.fromEntries((kind.node.required ?? []).map((name) => [name, kind.field(name)?.node.examples?.[0]]));

/** The kinds with the least a program must declare of each. */
export const leastOf: Readonly<Record<KindName, Properties>> = {
  ...(Object.fromEntries(Object.values(kinds).map((kind) => [kind.name, examplesOf(kind)])) as Record<
    KindName,
    Properties
  >),
  Campaign: {
    name: "Spring renewals",
    notes: "",
    campaignType: "outbound",
    aiAgentId: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01",
    daysOfWeek: ["mon", "tue"],
    timeZone: "Europe/Paris",
    allowAllContacts: true,
  },
  AiAgent: { name: "Ada", prompt: "You are Ada." },
  PhoneNumber: { phoneNumber: "+442079460958" },
  Webhook: { name: "After the call" },
};
