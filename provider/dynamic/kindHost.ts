/** One kind as the engine's dynamic provider asks for it: translates to the operations that every front shares. */
import type {
  CheckFailure,
  CheckResult,
  ConfigureRequest,
  CreateResult,
  DiffResult,
  ReadResult,
  UpdateResult,
} from "@pulumi/pulumi/dynamic";
import { propertyOf, type Diagnostic } from "../words/diagnostic";
import { printable } from "../words/plainText";
import type { Text } from "../words/text";
import { engineAddress } from "../configuration";
import { kinds } from "../kinds";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import type { KindName } from "../kinds/schema";
import { PartlyCreated, PartlyUpdated, type Created } from "../lifecycle/created";
import { heardIn, IGNORED, ignoredIn, ignoredNote } from "../lifecycle/ignored";
import { secretsOf, type Secrets } from "../lifecycle/secrets";
import { CREATED, createMark, ownerIn, pick } from "../lifecycle/state";
import { wordedForRun } from "../runtime/hints";
import { operationsOf } from "../runtime/operations";
import { Calls, followEngine } from "../runtime/engineWatch";
import { Session } from "../runtime/session";
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

/** One for all kinds: they share the client and the ledger's run. */
const session = new Session((text) => console.log(text));

const calls = new Calls();
let isFollowing = false;

function follow(): void {
  if (isFollowing) return;
  isFollowing = true;
  followEngine(engineAddress(), calls, () => process.exit());
}

export function kindHost(name: KindName): KindHost {
  const kind = kinds[name];
  const operations = operationsOf(kind, session);
  return {
    // Not awaited by the engine before the first calls: everything is stored before the first await.
    configure: (request) => {
      follow();
      session.configure((key) => request.config.get(`callab:${key}`));
      return Promise.resolve();
    },
    check: (olds, news) => {
      const secrets = secretsOf(kind, news);
      return failingAlone(secrets, () => {
        const { inputs, diagnostics, settings } = operations.check(news, isNew(olds) ? undefined : olds);
        const failures: CheckFailure[] = [
          ...settings.map((reason) => ({ property: "", reason })),
          ...diagnostics.filter(({ severity }) => severity === "error").map((entry) => failureAt(entry, news, secrets)),
        ];
        // No comparison follows, and what the engine has begun with others goes on.
        if (failures.length > 0 && !isNew(olds)) operations.stays(olds, ownerIn(news));
        // Kept as it is: inputs that differ in nothing else would have the engine write the state anew for each resource.
        const created = isNew(olds) ? { [CREATED]: createMark(Date.now()) } : pick(olds, [CREATED]);
        return Promise.resolve({
          inputs: { ...inputs, ...created, ...ignoredNote(isNew(olds) ? ignoredIn(news) : heardIn(olds, news)) },
          failures,
        });
      });
    },
    diff: (id, olds, news) =>
      failingAlone(secretsOf(kind, olds, news), () => Promise.resolve(operations.diff(id, olds, news))),
    create: (inputs) =>
      failingAlone(secretsOf(kind, inputs), async () => {
        try {
          const { id, state } = await operations.create(inputs);
          return { id, outs: { ...state, ...pick(inputs, [CREATED]) } };
        } catch (error) {
          throw error instanceof PartlyCreated ? partial(kind, error.created, error.text, inputs) : error;
        }
      }),
    read: (id, props) =>
      failingAlone(secretsOf(kind, props), async () => {
        const found = await operations.read(id, props);
        return found === undefined ? {} : { id: found.id, props: found.state, inputs: found.inputs };
      }),
    update: (id, olds, news) =>
      failingAlone(secretsOf(kind, olds, news), async () => {
        try {
          return { outs: await operations.update(id, olds, news) };
        } catch (error) {
          throw error instanceof PartlyUpdated ? partial(kind, { id, state: error.state }, error.text, news) : error;
        }
      }),
    delete: (id, props) => failingAlone(secretsOf(kind, props), () => operations.delete(id, props)),
  };
}

/** The engine prints the value of a property that a failure names. Where that may be secret, the reason has the path. */
function failureAt(entry: Diagnostic, given: Inputs, secrets: Secrets): CheckFailure {
  const reason = printable(secrets.describe(entry));
  const name = propertyOf(entry);
  if (name === "" || secrets.isOpen(name, given[name])) return { property: entry.property, reason };
  return { property: "", reason: `${printable(entry.property)}: ${reason}` };
}

/** Whether there is nothing that a check's inputs were before: the engine asks so for what is to be created. */
const isNew = (olds: Inputs): boolean => Object.keys(olds).every((key) => key.startsWith("__"));

/**
 * The engine records an object from an error that carries an ID. What the engine's host keeps among the inputs must be
 * among its properties; what the program declared must not, where the state says that it is not so.
 */
function partial(kind: Kind, { id, state }: Created, text: Text, inputs: Properties): Error {
  const hostsOwn = Object.entries(inputs).filter(([key]) => kind.field(key) === undefined && key !== IGNORED);
  const properties = { ...Object.fromEntries(hostsOwn), ...state };
  const reason = wordedForRun(text);
  return Object.assign(new Error(reason), { id, reasons: [reason], properties });
}

/** Each call fails with an error of its own, which shows nothing that its resource holds as secret. */
async function failingAlone<T>(secrets: Secrets, work: () => Promise<T>): Promise<T> {
  try {
    return await calls.during(work);
  } catch (error) {
    throw failureOf(error, (text) => secrets.scrub(text));
  }
}
