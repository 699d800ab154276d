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
import { fileJournal } from "../api/journal";
import {
  ConfigurationError,
  configurationKeys,
  readConfiguration,
  type Configuration,
  type ConfigurationKey,
} from "../configuration";
import { describe } from "../kinds/diagnostic";
import { kinds } from "../kinds";
import type { Properties } from "../kinds/normalForm";
import type { KindName } from "../kinds/schema";
import { check } from "../lifecycle/check";
import { Claims } from "../lifecycle/claims";
import { patienceFor, type Context } from "../lifecycle/context";
import { create, PartlyCreated } from "../lifecycle/create";
import { deleteObject } from "../lifecycle/delete";
import { diff } from "../lifecycle/diff";
import { read } from "../lifecycle/read";
import { update } from "../lifecycle/update";

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
  readonly claims = new Claims();
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
    return (this.#context ??= makeContext(this.configuration, this.claims));
  }
}

const say = (text: string): void => console.log(text);

const tellRetries: NonNullable<ClientOptions["onRetry"]> = (error, pause) => {
  if (pause >= 2_000) say(`${error.message} Trying again in ${Math.round(pause / 1_000)} s.`);
};

export function makeContext(configuration: Configuration, claims: Claims): Context {
  const client = createClient(configuration, { onRetry: tellRetries });
  return {
    client,
    inventory: new Inventory(client),
    journal: fileJournal(configuration.journalFolder),
    claims,
    workspace: configuration.workspace,
    baseUrl: configuration.baseUrl,
    patience: patienceFor(configuration),
    now: Date.now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
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
    check: (_olds, news) =>
      forPeople(() => {
        const settings = workspaceSettings();
        const { inputs, diagnostics } = check(kind, news, { workspace: settings.workspace, now: new Date() });
        const errors = diagnostics.filter(({ severity }) => severity === "error");
        const failures: CheckFailure[] = errors.map((entry) => ({ property: entry.property, reason: describe(entry) }));
        return Promise.resolve({ inputs, failures: [...settings.failures, ...failures] });
      }),
    diff: (id, olds, news) =>
      forPeople(() => {
        const { workspace, baseUrl } = workspaceSettings();
        return Promise.resolve(diff({ claims: here.claims, workspace, baseUrl }, kind, id, olds, news));
      }),
    create: (inputs) =>
      forPeople(async () => {
        try {
          const { id, state } = await create(here.context, kind, inputs);
          return { id, outs: state };
        } catch (error) {
          throw error instanceof PartlyCreated ? partial(error, inputs) : error;
        }
      }),
    read: (id, props) =>
      forPeople(async () => {
        const found = await read(here.context, kind, id, props);
        return found === undefined ? {} : { id, props: found.state, inputs: found.inputs };
      }),
    update: (id, olds, news) => forPeople(async () => ({ outs: await update(here.context, kind, id, olds, news) })),
    delete: (id, props) =>
      forPeople(() => (needsNoApi(name, props) ? Promise.resolve() : deleteObject(here.context, kind, id, props))),
  };
}

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

/** The engine records an object from an error that carries an ID; the program's own inputs must be among its properties. */
function partial(error: PartlyCreated, inputs: Properties): Error {
  const { id, state } = error.created;
  return Object.assign(new Error(error.message), { id, reasons: [error.reason], properties: { ...inputs, ...state } });
}

/**
 * The engine's host prints the stack of what is thrown. Failures that a user can act on go out as text alone; a
 * mistake of this package keeps its stack, and says so.
 */
async function forPeople<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (
      error instanceof TypeError ||
      error instanceof ReferenceError ||
      error instanceof RangeError ||
      error instanceof SyntaxError
    ) {
      error.message = `This is a mistake in pulumi-callab, please report it: ${error.message}`;
      throw error;
    }
    // The engine shows the message at the resource; the host's own print of `${error}: ${error.stack}` need not repeat it.
    const pointer = {
      stack: { value: "the failure is told at the resource" },
      toString: { value: () => "pulumi-callab" },
    };
    Object.defineProperties(error, pointer);
    throw error;
  }
}

export const Campaign = hostKind("Campaign");
export const AiAgent = hostKind("AiAgent");
export const PhoneNumber = hostKind("PhoneNumber");
export const Webhook = hostKind("Webhook");
