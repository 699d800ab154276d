/**
 * The host: one per provider process. Holds the configuration, the client and the inventory that all resources of the
 * four kinds share, and turns the engine's calls into the lifecycle's words and back.
 */
import type {
  CheckFailure,
  CheckResult,
  ConfigureRequest,
  CreateResult,
  DiffResult,
  ReadResult,
  UpdateResult,
} from "@pulumi/pulumi/dynamic";
import { createClient, type ClientOptions } from "../api/client";
import { Inventory } from "../api/inventory";
import { printable } from "../api/plainText";
import {
  ConfigurationError,
  configurationKeys,
  readConfiguration,
  type Configuration,
  type ConfigurationKey,
} from "../configuration";
import { kinds } from "../kinds";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import type { KindName } from "../kinds/schema";
import { check } from "../lifecycle/check";
import { fileStore } from "../ledger/fileStore";
import { Ledger } from "../ledger/ledger";
import { Run } from "../ledger/run";
import { claim } from "../lifecycle/claim";
import { patienceFor, type Context } from "../lifecycle/context";
import { create } from "../lifecycle/create";
import { PartlyCreated, PartlyUpdated, type Created } from "../lifecycle/created";
import { deleteObject } from "../lifecycle/delete";
import { diff } from "../lifecycle/diff";
import { identify, isPlaceholder, type Identity } from "../lifecycle/identity";
import { read } from "../lifecycle/read";
import { secretsOf, type Secrets } from "../lifecycle/secrets";
import { OWNER, ownerIn } from "../lifecycle/state";
import { update } from "../lifecycle/update";
import { failureOf } from "./failure";

type Inputs = Record<string, unknown>;

/** The methods of a dynamic provider, for one kind. */
export interface KindHost {
  configure(request: ConfigureRequest): Promise<void>;
  check(olds: Inputs, news: Inputs): Promise<CheckResult>;
  diff(id: string, olds: Inputs, news: Inputs): Promise<DiffResult>;
  create(inputs: Inputs): Promise<CreateResult>;
  read(id: string, props: Inputs): Promise<ReadResult>;
  update(id: string, olds: Inputs, news: Inputs): Promise<UpdateResult>;
  delete(id: string, props: Inputs): Promise<void>;
}

/** What one process knows: read from the engine's configuration once, the client made with the first request. */
class Process {
  readonly run = new Run();
  /** Resources that the program of this run declares, as far as their checks have come. */
  readonly declared = new Set<string>();
  #get: (key: ConfigurationKey) => string | undefined = () => undefined;
  #configuration: Configuration | undefined;
  #context: Context | undefined;

  configure(request: ConfigureRequest): void {
    const values = new Map(configurationKeys.map((key) => [key, request.config.get(`callab:${key}`)]));
    // Called once for each kind; what was begun for the first goes on for the others.
    if (configurationKeys.every((key) => values.get(key) === this.#get(key))) return;
    this.#get = (key) => values.get(key);
    this.#configuration = undefined;
    this.#context = undefined;
  }

  get configuration(): Configuration {
    return (this.#configuration ??= readConfiguration(this.#get));
  }

  /** Throws a ConfigurationError without a token. */
  get context(): Context {
    return (this.#context ??= makeContext(this.configuration, this.run));
  }
}

const say = (text: string): void => console.log(printable(text));

const tellRetries: NonNullable<ClientOptions["onRetry"]> = (error, pause) => {
  if (pause >= 2_000) say(`${error.message} Trying again in ${Math.round(pause / 1_000)} s.`);
};

export function makeContext(configuration: Configuration, run: Run): Context {
  const client = createClient(configuration, { onRetry: tellRetries });
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const { baseUrl, runName, ledgerFolder: folder, apiToken } = configuration;
  return {
    client,
    inventory: new Inventory(client),
    ledger: new Ledger({
      store: fileStore({ folder, now: Date.now, sleep, tell: say }),
      run,
      account: `${baseUrl} ${apiToken?.value ?? ""}`,
      runName,
      now: Date.now,
      note: say,
    }),
    workspace: configuration.workspace,
    baseUrl,
    patience: patienceFor(configuration),
    settings: configuration,
    now: Date.now,
    sleep,
    note: say,
  };
}

const here = new Process();

function hostKind(name: KindName): KindHost {
  const kind = kinds[name];
  return {
    // Not awaited by the engine before the first calls: everything is stored before the first await.
    configure: (request) => {
      here.configure(request);
      return Promise.resolve();
    },
    check: (_olds, news) => {
      const secrets = secretsOf(kind, news);
      return forPeople(secrets, () => {
        here.run.heard(Date.now());
        const settings = workspaceSettings();
        const { inputs, diagnostics } = check(kind, news, { workspace: settings.workspace, now: new Date() });
        const owner = ownerIn(news);
        if (owner !== undefined) {
          inputs[OWNER] = owner;
          here.declared.add(owner);
        }
        const errors = diagnostics.filter(({ severity }) => severity === "error");
        const failures: CheckFailure[] = errors.map((entry) => ({
          property: entry.property,
          reason: secrets.describe(entry),
        }));
        return Promise.resolve({ inputs, failures: [...settings.failures, ...failures] });
      });
    },
    diff: (id, olds, news) =>
      forPeople(secretsOf(kind, olds, news), () => {
        const result = diff(kind, id, olds, news);
        const settings = workspaceSettings();
        // The check of what a program declares comes before anything else is asked of it.
        const owner = ownerIn(news);
        const isDeclared = owner === undefined || here.declared.has(owner);
        claim({ ...settings, run: here.run, now: Date.now }, kind, id, olds, news, result, isDeclared);
        if (isPlaceholder(id) && isDeclared) say(whatReplacingMeans(identify(settings, kind, olds)));
        return Promise.resolve(result);
      }),
    create: (inputs) =>
      forPeople(secretsOf(kind, inputs), async () => {
        try {
          const { id, state } = await create(here.context, kind, inputs, ownerIn(inputs));
          return { id, outs: state };
        } catch (error) {
          throw error instanceof PartlyCreated ? partial(kind, error.created, error.reason, inputs) : error;
        }
      }),
    read: (id, props) =>
      forPeople(secretsOf(kind, props), async () => {
        const found = await read(here.context, kind, id, props);
        if (found === undefined) return {};
        const owner = ownerIn(props);
        const inputs = owner === undefined ? found.inputs : { ...found.inputs, [OWNER]: owner };
        return { id: found.id, props: found.state, inputs };
      }),
    update: (id, olds, news) =>
      forPeople(secretsOf(kind, olds, news), async () => {
        try {
          return { outs: await update(here.context, kind, id, olds, news, ownerIn(news) ?? ownerIn(olds)) };
        } catch (error) {
          throw error instanceof PartlyUpdated ? partial(kind, { id, state: error.state }, error.message, news) : error;
        }
      }),
    delete: (id, props) =>
      forPeople(secretsOf(kind, props), () => {
        if (!needsNoApi(name, props)) return deleteObject(here.context, kind, id, props, ownerIn(props));
        here.run.release(id);
        return Promise.resolve();
      }),
  };
}

/** The engine calls it a replacement, which sounds like two campaigns. */
const whatReplacingMeans = ({ words }: Identity): string =>
  `The ID of ${words} is not known yet. What is shown as its replacement looks for it: nothing is deleted, and it is created only if it is not there. ` +
  "The engine refuses to replace what is protected: then run `pulumi up --refresh`.";

/** Leaving an object where it is must work without a token. */
const needsNoApi = (name: KindName, props: Properties): boolean =>
  (props["deletionPolicy"] ?? kinds[name].field("deletionPolicy")?.node.default) === "retain";

/** The settings that need no token; a broken configuration is a failure of check, and no reason to stop looking. */
function workspaceSettings(): { workspace: string; baseUrl: string; failures: CheckFailure[] } {
  try {
    const { workspace, baseUrl } = here.configuration;
    return { workspace, baseUrl, failures: [] };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return { workspace: "default", baseUrl: "", failures: error.problems.map((reason) => ({ property: "", reason })) };
  }
}

/**
 * The engine records an object from an error that carries an ID. What the engine's host keeps among the inputs must be
 * among its properties; what the program declared must not, where the state says that it is not so.
 */
function partial(kind: Kind, { id, state }: Created, reason: string, inputs: Properties): Error {
  const hostsOwn = Object.entries(inputs).filter(([key]) => kind.field(key) === undefined);
  const properties = { ...Object.fromEntries(hostsOwn), ...state };
  return Object.assign(new Error(reason), { id, reasons: [reason], properties });
}

/** Each call fails with an error of its own, which shows nothing that its resource holds as secret. */
async function forPeople<T>(secrets: Secrets, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw failureOf(error, (text) => secrets.scrub(text));
  }
}

export const Campaign = hostKind("Campaign");
export const AiAgent = hostKind("AiAgent");
export const PhoneNumber = hostKind("PhoneNumber");
export const Webhook = hostKind("Webhook");
