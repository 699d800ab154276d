/**
 * The plugin: translates between the engine's calls and the operations that every front shares. One process stands for
 * one configured provider.
 *
 * What Pulumi allows a plugin, and a dynamic resource not: a preview that asks the API what a create will come to, import,
 * the paths of what changes, times to keep, and an end when a run is cancelled.
 */
import { isDeepStrictEqual } from "node:util";
import * as rpc from "@pulumi/pulumi/proto/provider_pb";
import { PluginInfo, type PluginAttach } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { version } from "../../package.json";
import { Stopped } from "../api/stop";
import { printable } from "../words/plainText";
import { worded } from "../words/text";
import { kinds } from "../kinds";
import type { Diagnostic } from "../words/diagnostic";
import type { Kind } from "../kinds/kind";
import { LEFT_ALONE } from "../kinds/leftAlone";
import type { Properties } from "../kinds/normalForm";
import { rules } from "../kinds/rules";
import { kindNames } from "../kinds/schema";
import { shaped } from "../kinds/shape";
import { UNKNOWN } from "../values/unknown";
import { changedFields } from "../lifecycle/diff";
import { resourceOf } from "../ledger/owner";
import { PartlyCreated, PartlyUpdated } from "../lifecycle/created";
import type { Imported } from "../lifecycle/import";
import { identify, isPlaceholder } from "../lifecycle/identity";
import { heeded, IGNORED, ignoredNote } from "../lifecycle/ignored";
import type { Replaced } from "../lifecycle/replaced";
import { SECRETS, secretsOf, type Secrets } from "../lifecycle/secrets";
import { adoptionIn, declaredIn, managedBy, OWNER, ownerIn } from "../lifecycle/state";
import { Silent } from "../lifecycle/unlessSilent";
import { describeFailure } from "../runtime/failure";
import { whatWillCome } from "../runtime/words";
import { operationsOf, type Operations } from "../runtime/operations";
import { Session } from "../runtime/session";
import { BesideOthers, type Beside } from "./besideOthers";
import { untilDeadline } from "./deadline";
import { changesOf, type Change } from "./detailedDiff";
import type { EngineLog } from "./engineLog";
import { Mistakes } from "./mistakes";
import packageSchema from "./packageSchema.json";
import { CallFailed } from "./partial";
import { markedByEngine, plain, received, sent, structOf } from "./properties";
import { kept, problemsIn, remarksOn, settingsIn, wordingFor } from "./providerConfig";
import { isSameId } from "../values/id";

/** Every call about a resource says which. */
interface Request {
  getUrn(): string;
}

/** One resource, for the time of one call. */
interface Subject {
  readonly urn: string;
  readonly kind: Kind;
  readonly operations: Operations;
}

/** Names of notes that the lifecycle makes among inputs; the engine need not keep them. */
const inputNotes = [OWNER, SECRETS, IGNORED];
/** A state says whose it is; its values say themselves what is secret, and the inputs what is left alone. */
const stateNotes = [SECRETS, LEFT_ALONE];

export class Plugin {
  readonly #log: EngineLog;
  readonly #cancelled = new AbortController();
  readonly #session: Session;
  readonly #others = new BesideOthers();
  readonly #mistakes = new Mistakes({ now: Date.now, sleep: (ms) => new Promise((done) => setTimeout(done, ms)) });
  /** By URN: what was read of objects that no state has. Whether that is an import tells the check that follows. */
  readonly #read = new Map<string, Imported>();
  /** By URN: what resources have that were compared with the program. A create that comes all the same replaces it. */
  readonly #compared = new Map<string, Replaced>();
  /** By URN: required fields that the API did not show of an object that this process imported. */
  readonly #hidden = new Map<string, readonly string[]>();

  #isSilenceTold = false;

  constructor(log: EngineLog) {
    this.#log = log;
    this.#session = new Session((text, severity) => log.log(severity, text), undefined, this.#cancelled.signal);
  }

  attach(request: PluginAttach): Promise<Empty> {
    this.#log.attach(request.getAddress());
    return Promise.resolve(new Empty());
  }

  getPluginInfo(): Promise<PluginInfo> {
    const info = new PluginInfo();
    info.setVersion(version);
    return Promise.resolve(info);
  }

  getSchema(): Promise<rpc.GetSchemaResponse> {
    const response = new rpc.GetSchemaResponse();
    response.setSchema(JSON.stringify({ ...packageSchema, version }));
    return Promise.resolve(response);
  }

  async checkConfig(request: rpc.CheckRequest): Promise<rpc.CheckResponse> {
    const given = plain(request.getNews());
    const response = new rpc.CheckResponse();
    response.setInputs(structOf(kept(request.getNews()?.toJavaScript() ?? {})));
    const wording = wordingFor(request.getUrn());
    response.setFailuresList(problemsIn(given, wording).map((reason) => failureOf("", reason)));
    for (const text of remarksOn(given, wording)) this.#log.log("warning", printable(text));
    await this.#log.flushed();
    return response;
  }

  /** Never a replacement: that would make every campaign anew. */
  diffConfig(request: rpc.DiffRequest): Promise<rpc.DiffResponse> {
    const [before, now] = [plain(request.getOldInputs()), plain(request.getNews())];
    const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
    const response = new rpc.DiffResponse();
    const changes = changesOf(names, before, now);
    response.setChanges(
      changes.length > 0 ? rpc.DiffResponse.DiffChanges.DIFF_SOME : rpc.DiffResponse.DiffChanges.DIFF_NONE,
    );
    return Promise.resolve(response);
  }

  configure(request: rpc.ConfigureRequest): Promise<rpc.ConfigureResponse> {
    this.#session.configure(settingsIn(plain(request.getArgs())), wordingFor(request.getUrn() ?? ""));
    const response = new rpc.ConfigureResponse();
    response.setAcceptsecrets(true);
    response.setSupportspreview(true);
    return Promise.resolve(response);
  }

  /** Mistakes are told, and refused by the next call: see mistakes.ts. */
  check(request: rpc.CheckRequest): Promise<rpc.CheckResponse> {
    return this.#failingAlone(request, () => this.#check(request));
  }

  async #check(request: rpc.CheckRequest): Promise<rpc.CheckResponse> {
    const { urn, kind, operations } = this.#subject(request);
    await this.#keepImported(operations, urn);
    const news = received(kind, request.getNews());
    const isNew = Object.keys(plain(request.getOlds())).length === 0;
    const before = isNew ? undefined : owned(received(kind, request.getOlds()), urn);
    const { inputs, diagnostics, settings } = operations.check(owned(news, urn), before);
    const secrets = secretsOf(kind, news);
    // Who is imported has its object, though it has no state.
    const hasObject = !isNew || this.#hidden.has(urn);
    const beside = this.#beside({ kind, urn, name: resourceOf(urn), inputs, hasObject }, secrets);
    const hidden = this.#hidden.get(urn) ?? [];
    const isHidden = (entry: Diagnostic): boolean =>
      hidden.includes(entry.property) && news[entry.property] === undefined;
    const isOfNow = (entry: Diagnostic): boolean => isNew || rules.get(entry.rule)?.isOfCreate !== true;
    const found = [...diagnostics, ...beside].filter((entry) => !isHidden(entry) && isOfNow(entry));
    const messagesOf = (wanted: Diagnostic["severity"]): string[] =>
      found.filter(({ severity }) => severity === wanted).map((entry) => finding(kind, urn, entry, secrets));
    const [errors, warnings] = [[...settings, ...messagesOf("error")], messagesOf("warning")];
    this.#mistakes.checked(urn, errors.length);
    // What is live is no mistake of anybody's yet: an import goes on, and a program that declares it so does not.
    const severity = this.#hidden.has(urn) ? "warning" : "error";
    for (const text of this.#mistakes.unreported(urn, errors)) this.#log.log(severity, text);
    for (const text of this.#mistakes.unreported(urn, warnings)) this.#log.log("warning", text);
    const response = new rpc.CheckResponse();
    response.setInputs(sent(kind, inputs, inputNotes));
    await this.#log.flushed();
    return response;
  }

  /** What is wrong with a resource beside others. An emergency stop is not held back by it. */
  #beside(resource: Beside, secrets: Secrets): Diagnostic[] {
    const { kind, urn } = resource;
    if (this.#session.isStop) return [];
    const { acceptedWarnings } = this.#session.place;
    const later = (entry: Diagnostic): void => {
      const texts = this.#mistakes.unreported(urn, [finding(kind, urn, entry, secrets)]);
      void this.#log.about(urn, async () => {
        for (const text of texts) this.#log.log("warning", text);
        await this.#log.flushed();
      });
    };
    return this.#others.check(resource, acceptedWarnings, later);
  }

  diff(request: rpc.DiffRequest): Promise<rpc.DiffResponse> {
    return this.#failingAlone(request, () => this.#compare(request));
  }

  #compare(request: rpc.DiffRequest): rpc.DiffResponse {
    const { urn, kind, operations } = this.#subject(request);
    const response = new rpc.DiffResponse();
    const { DIFF_SOME, DIFF_NONE } = rpc.DiffResponse.DiffChanges;
    if (this.#mistakes.isRefused(urn)) {
      operations.stays(received(kind, request.getOlds()), urn, request.getId());
      // An engine checks the next resource once it has this answer: the update, which it asks for then, is refused.
      response.setChanges(DIFF_SOME);
      return response;
    }
    const { inputs, state } = sidesOf(kind, urn, request);
    this.#others.known({ kind, urn, name: resourceOf(urn), inputs }, request.getId());
    // Of what has no ID yet nothing is deleted.
    if (!isPlaceholder(request.getId())) this.#compared.set(urn, { id: request.getId(), state });
    const { changes, replaces, deleteBeforeReplace } = operations.diff(request.getId(), state, inputs);
    response.setChanges(changes ? DIFF_SOME : DIFF_NONE);
    response.setReplacesList(replaces);
    response.setDeletebeforereplace(deleteBeforeReplace);
    response.setStablesList(stableIn(kind, replaces));
    const compared = heeded(kind, state, inputs);
    const before = declaredIn(kind, compared.state);
    const names = new Set([
      ...changedFields(kind, before, compared.inputs, compared.state),
      ...replaces,
      ...(changes ? computed(kind) : []),
    ]);
    const detail = changesOf([...names], before, compared.inputs);
    response.setHasdetaileddiff(detail.length > 0);
    for (const change of detail) response.getDetaileddiffMap().set(change.path, propertyDiff(change, replaces));
    return response;
  }

  async create(request: rpc.CreateRequest): Promise<rpc.CreateResponse> {
    const { urn, kind, operations } = this.#subject(request);
    await this.#mistakes.refuse(urn);
    const inputs = owned(received(kind, request.getProperties()), urn);
    const response = new rpc.CreateResponse();
    return this.#ending(request, [kind, inputs], async (signal) => {
      if (request.getPreview()) {
        await this.#logForeseen(kind, operations, inputs, this.#compared.get(urn), signal);
        const later = Object.fromEntries(kind.reported.map(({ name }) => [name, UNKNOWN]));
        response.setProperties(sent(kind, { ...later, ...inputs }, inputNotes));
        return response;
      }
      const { id, state } = await operations.create(inputs, signal);
      if (adoptionIn(state) !== undefined) this.#log.log("info", tookOver(kind, inputs, state));
      this.#others.known({ kind, urn, name: resourceOf(urn), inputs }, id);
      response.setId(id);
      response.setProperties(this.#state(kind, state, inputs));
      return response;
    });
  }

  /** What a preview can know of a create: it is worth no failure. */
  async #logForeseen(
    kind: Kind,
    operations: Operations,
    inputs: Properties,
    replaced: Replaced | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const secrets = secretsOf(kind, inputs, replaced?.state ?? {});
    try {
      const foreseen = await operations.foresee(inputs, replaced, signal);
      if (foreseen === undefined) return;
      const isHarmless = foreseen.what === "taken over" && foreseen.before === undefined;
      const text = secrets.scrub(whatWillCome(foreseen, this.#session.wording));
      this.#log.log(isHarmless ? "info" : "warning", printable(text));
    } catch (error) {
      // What answers nothing is silent about all resources alike.
      if (error instanceof Silent && this.#isSilenceTold) return;
      this.#isSilenceTold ||= error instanceof Silent;
      this.#log.log("info", `What is there already could not be looked up: ${this.#messageOf(error, secrets)}`);
    }
  }

  async read(request: rpc.ReadRequest): Promise<rpc.ReadResponse> {
    const { urn, kind, operations } = this.#subject(request);
    const inputs = received(kind, request.getInputs());
    const known = received(kind, request.getProperties());
    return this.#ending(request, [kind, inputs, known], async (signal) => {
      const isNew = Object.entries(known).every(([, value]) => value === undefined);
      const found = isNew
        ? await this.#import(operations, urn, request.getId(), signal)
        : await operations.read(request.getId(), managedBy(kind, known, inputs), signal);
      const response = new rpc.ReadResponse();
      if (found === undefined) return response;
      response.setId(found.id);
      response.setProperties(this.#state(kind, found.state, { ...known, [SECRETS]: secretNotes(known, inputs) }));
      // Marks that the engine keeps in the state alone are none of the program's.
      const [marking] = [inputs, known].filter((side) => Object.values(side).some((value) => value !== undefined));
      const live = sent(kind, { ...found.inputs, [SECRETS]: marking?.[SECRETS] }, inputNotes);
      // Told nothing, the engine keeps the inputs that it has; told the same, it reads and logs them once more.
      const isManaged = ownerIn(known) !== undefined;
      const isNews = !isDeepStrictEqual(live.toJavaScript(), request.getInputs()?.toJavaScript());
      if (isNews || !isManaged) response.setInputs(live);
      return response;
    });
  }

  async #import(
    operations: Operations,
    urn: string,
    named: string,
    signal: AbortSignal,
  ): ReturnType<Operations["import"]> {
    const found = await operations.import(named, urn, signal);
    if (found !== undefined) this.#read.set(urn, found);
    return found;
  }

  /**
   * What was read without a state is managed from now on. An engine reads for a `.get` in the same words, and then no
   * check follows: that holds nothing, and declares nothing.
   */
  async #keepImported(operations: Operations, urn: string): Promise<void> {
    const found = this.#read.get(urn);
    if (found === undefined) return;
    this.#read.delete(urn);
    this.#hidden.set(urn, found.hidden);
    const former = operations.keepImported(found, urn);
    const hidden =
      found.hidden.length === 0
        ? []
        : [
            `The API does not show ${found.hidden.join(", ")}, which a program must declare: look it up in the dashboard. ` +
              "The first `pulumi up` that declares it writes it.",
          ];
    const remarks = [
      ...(former === undefined ? [] : [printable(worded(former, this.#session.wording))]),
      ...found.remarks,
      ...hidden,
    ];
    for (const remark of remarks) this.#log.log("warning", remark);
    await this.#log.flushed();
  }

  async update(request: rpc.UpdateRequest): Promise<rpc.UpdateResponse> {
    const { urn, kind, operations } = this.#subject(request);
    await this.#mistakes.refuse(urn);
    const { inputs, state } = sidesOf(kind, urn, request);
    const response = new rpc.UpdateResponse();
    return this.#ending(request, [kind, inputs, state], async (signal) => {
      if (request.getPreview()) {
        response.setProperties(sent(kind, operations.foreseeUpdate(request.getId(), state, inputs), inputNotes));
        return response;
      }
      try {
        response.setProperties(
          this.#state(kind, await operations.update(request.getId(), state, inputs, signal), inputs),
        );
        return response;
      } catch (error) {
        if (!(error instanceof PartlyUpdated)) throw error;
        throw new PartlyCreated({ id: request.getId(), state: error.state }, error.text);
      }
    });
  }

  async delete(request: rpc.DeleteRequest): Promise<Empty> {
    const { urn, kind, operations } = this.#subject(request);
    // It may be the first half of a replacement whose create is refused. A stop pauses the campaign in any case.
    if (!this.#session.isStop) await this.#mistakes.refuse(urn);
    const state = owned(received(kind, request.getProperties()), urn);
    const id = request.getId();
    // What becomes a `.get` by another text than its ID is replaced, for an engine: it would delete what it reads.
    const isRead = isSameId(this.#read.get(urn)?.id, id);
    const work = async (signal: AbortSignal): Promise<Empty> => {
      await operations.delete(id, isRead ? { ...state, deletionPolicy: "retain" } : state, signal);
      if (isRead) this.#log.log("info", nowOnlyRead(kind, id));
      return new Empty();
    };
    const { words } = identify(this.#session.place, kind, state);
    return this.#ending(request, [kind, state], work, (why) => notSeenDeleted(words, id, why));
  }

  async invoke(request: rpc.InvokeRequest): Promise<rpc.InvokeResponse> {
    const name = request.getTok().split(":").at(-1) ?? "";
    const kind = kinds[kindNames.find((each) => `get${each}` === name) ?? unknownName(request.getTok())];
    const args = plain(request.getArgs());
    return this.#ending(undefined, [kind], async (signal) => {
      const response = new rpc.InvokeResponse();
      response.setReturn(sent(kind, await operationsOf(kind, this.#session).lookUp(args, signal), []));
      return response;
    });
  }

  cancel(): Promise<Empty> {
    this.#cancelled.abort(new Stopped("the run was cancelled"));
    return Promise.resolve(new Empty());
  }

  #subject(request: Request): Subject {
    const urn = request.getUrn();
    const name = urn.split("::")[2]?.split("$").at(-1)?.split(":").at(-1);
    const kind = kinds[kindNames.find((each) => each === name) ?? unknownName(urn)];
    return { urn, kind, operations: operationsOf(kind, this.#session) };
  }

  /** The state as the engine is to keep it, and programs to read it: secret is what is so among the inputs. */
  #state(kind: Kind, state: Properties, inputs: Properties): Struct {
    return sent(kind, { ...shaped(kind, state), [SECRETS]: inputs[SECRETS] }, stateNotes);
  }

  #messageOf(error: unknown, secrets: Secrets): string {
    return describeFailure(error, (text) => secrets.scrub(text), this.#session.wording).message;
  }

  /** A call without an end, which fails without a word of what its resource holds as secret. */
  async #failingAlone<T>(request: rpc.CheckRequest | rpc.DiffRequest, work: () => T | Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const { kind } = this.#subject(request);
      const sides = [received(kind, request.getNews()), received(kind, request.getOlds())];
      throw new CallFailed(this.#messageOf(error, secretsOf(kind, ...sides)));
    } finally {
      await this.#log.flushed();
    }
  }

  /**
   * A call that has an end, and that fails without a word of what its resource holds as secret.
   * @param stopped what there is to say where it is stopped; left out: the work says it itself
   */
  async #ending<T>(
    request: { getTimeout(): number } | undefined,
    [kind, ...sides]: readonly [Kind, ...Properties[]],
    work: (signal: AbortSignal) => Promise<T>,
    stopped?: (why: string) => Error,
  ): Promise<T> {
    try {
      return await untilDeadline(request?.getTimeout() ?? 0, this.#cancelled.signal, work);
    } catch (failure) {
      const error = failure instanceof Stopped && stopped !== undefined ? stopped(failure.message) : failure;
      const reason = this.#messageOf(error, secretsOf(kind, ...sides));
      if (!(error instanceof PartlyCreated)) throw new CallFailed(reason);
      const [inputs = {}] = sides;
      throw new CallFailed(reason, {
        id: error.created.id,
        state: this.#state(kind, error.created.state, inputs),
        inputs: sent(kind, inputs, inputNotes),
        reason,
      });
    } finally {
      await this.#log.flushed();
    }
  }
}

/** A finding as every front tells it: the resource, the place, what is wrong, and the rule. */
function finding(kind: Kind, urn: string, entry: Diagnostic, secrets: Secrets): string {
  const name = resourceOf(urn);
  const place = entry.property === "" ? "" : `${entry.property}: `;
  return printable(`${kind.name} "${name}": ${place}${secrets.describe(entry)}`);
}

/** The properties with the name of their resource in them. */
const owned = (properties: Properties, urn: string): Record<string, unknown> => ({
  ...properties,
  [OWNER]: urn,
});

/** What the program declares of a resource, and what the engine has of it. */
function sidesOf(
  kind: Kind,
  urn: string,
  request: rpc.DiffRequest | rpc.UpdateRequest,
): { readonly inputs: Properties; readonly state: Properties } {
  const known = received(kind, request.getOlds());
  const former = request.getOldInputs();
  const news = markedByEngine(received(kind, request.getNews()), known, former && received(kind, former));
  const inputs = { ...owned(news, urn), ...ignoredNote(request.getIgnorechangesList()) };
  return { inputs, state: managedBy(kind, known, inputs) };
}

const secretNotes = (...sides: readonly Properties[]): unknown =>
  sides.find((side) => side[SECRETS] !== undefined)?.[SECRETS];

const computed = (kind: Kind): string[] =>
  kind.fields.filter(({ node }) => node.computed === true).map(({ name }) => name);

/** Outputs that an update does not change: what depends on them can be shown. */
const stableIn = (kind: Kind, replaces: readonly string[]): string[] =>
  kind.inputs
    .filter(({ name, node }) => node.replaceOnChange === true && !replaces.includes(name))
    .map(({ name }) => name);

function propertyDiff({ path, kind }: Change, replaces: readonly string[]): rpc.PropertyDiff {
  const isReplaced = replaces.includes(path.split(/[.[]/)[0] ?? "");
  const diff = new rpc.PropertyDiff();
  const { Kind: of } = rpc.PropertyDiff;
  diff.setKind(
    isReplaced ? { ADD: of.ADD_REPLACE, DELETE: of.DELETE_REPLACE, UPDATE: of.UPDATE_REPLACE }[kind] : of[kind],
  );
  diff.setInputdiff(true);
  return diff;
}

function tookOver(kind: Kind, inputs: Properties, state: Properties): string {
  const unseen = kind.written.filter(
    ({ name, node }) => node.readBack === "hidden" && name !== "workspace" && inputs[name] !== undefined,
  );
  const caveat =
    unseen.length === 0 || adoptionIn(state)?.isForeign !== true
      ? ""
      : ` The API usually hides ${unseen.map(({ name }) => name).join(", ")}: what is hidden was not compared.`;
  return `took over the existing object instead of creating one.${caveat}`;
}

const notSeenDeleted = (words: string, id: string, why: string): Error =>
  new Error(`${words} (ID ${id}) was being deleted, and that was not seen done: ${why}. The next run goes on with it.`);

const nowOnlyRead = ({ noun }: Kind, id: string): string =>
  `The ${noun} with the ID ${id} was left as it is: the program only reads it by now, and this stack manages it no more.`;

function failureOf(property: string, reason: string): rpc.CheckFailure {
  const failure = new rpc.CheckFailure();
  failure.setProperty(property);
  failure.setReason(reason);
  return failure;
}

const unknownName = (name: string): never => {
  throw new CallFailed(`${name} is nothing that this plugin knows.`);
};
