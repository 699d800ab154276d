/**
 * The engine's dynamic-provider process, driven as the engine drives it: over gRPC, with the provider's text among the
 * properties. For what an engine would do only now and then: unknown values, calls at once, partial failures.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import * as status from "@pulumi/pulumi/proto/status_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { KindName } from "../../provider/kinds/names";
import { ownEnvironment, run, succeeded } from "./command";
import { leastOf } from "./context";
import { nodeModules, type Form } from "./installation";
import { runFolder } from "./oncePerRun";

type Properties = Readonly<Record<string, unknown>>;

export type ClassName = KindName;

/** A value that is not known during a preview, as the engine writes it. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What a failed call told the engine. */
export class CallFailed extends Error {
  override readonly name = "CallFailed";
  constructor(
    message: string,
    /** The object that exists although the call failed. */
    readonly partial:
      { readonly id: string; readonly properties: Properties; readonly reasons: readonly string[] } | undefined,
  ) {
    super(message);
  }
}

export interface DynamicHost {
  /** The text with which the engine's state refers to the provider of a kind. */
  providerText(kind: ClassName): string;
  check(
    kind: ClassName,
    olds: Properties,
    news: Properties,
  ): Promise<{ inputs: Properties; failures: readonly { property: string; reason: string }[] }>;
  diff(
    kind: ClassName,
    id: string,
    olds: Properties,
    news: Properties,
  ): Promise<{ changes: "some" | "none" | "unknown"; replaces: readonly string[]; deleteBeforeReplace: boolean }>;
  create(kind: ClassName, inputs: Properties): Promise<{ id: string; properties: Properties }>;
  read(
    kind: ClassName,
    id: string,
    properties: Properties,
  ): Promise<{ id: string; properties: Properties; inputs: Properties }>;
  update(kind: ClassName, id: string, olds: Properties, news: Properties): Promise<Properties>;
  delete(kind: ClassName, id: string, properties: Properties): Promise<void>;
  /** What the process has printed so far: the engine shows it to the user. */
  printed(): string;
  /** Resolves when the process has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends the process, which is else done after the tests of this file. */
  stop(): Promise<void>;
}

export interface DynamicHostOptions {
  readonly form: Form;
  /** `callab:…` keys of the stack. */
  readonly config: Readonly<Record<string, string>>;
  /** Address of the engine; left out: nothing answers there. */
  readonly engine?: string;
}

const running = new Set<DynamicHost>();

afterAll(async () => {
  await Promise.all([...running].map((host) => host.stop()));
});

/** Starts the process in a folder that has the package, and configures it. */
export async function startDynamicHost({
  form,
  config,
  engine = "127.0.0.1:1",
}: DynamicHostOptions): Promise<DynamicHost> {
  const folder = await programFolder(form);
  const home = join(folder, "..", "home");
  const environment = { ...ownEnvironment(), PULUMI_HOME: home };
  const texts = await providerTexts(folder);
  const script = join(folder, "node_modules", "@pulumi", "pulumi", "cmd", "dynamic-provider");
  const child = spawn(process.execPath, [script, engine], {
    cwd: folder,
    env: environment,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let printed = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (printed += text));
  const lines = createInterface({ input: child.stdout });
  const port = await new Promise<string>((resolve, reject) => {
    lines.once("line", resolve);
    void ended.then(() => reject(new Error(`the dynamic provider's process ended early:\n${printed}`)));
  });
  lines.on("line", (line) => (printed += `${line}\n`));
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());

  const withText = (kind: ClassName, properties: Properties): Struct =>
    Struct.fromJavaScript({ ...properties, __provider: texts[kind] });
  const plain = (struct: Struct | undefined): Properties => {
    const properties: Record<string, unknown> = struct?.toJavaScript() ?? {};
    delete properties["__provider"];
    return properties;
  };

  const configuration = new proto.ConfigureRequest();
  configuration.setArgs(Struct.fromJavaScript({ ...config }));
  // As the engine does it: the answer does not mean that a provider's own configure has run, let alone ended.
  await call((done) => client.configure(configuration, done));

  const host: DynamicHost = {
    ended,
    providerText: (kind) => texts[kind],
    check: async (kind, olds, news) => {
      const request = new proto.CheckRequest();
      request.setOlds(withText(kind, olds));
      request.setNews(withText(kind, news));
      const answer = await call<proto.CheckResponse>((done) => client.check(request, done));
      const failures = answer
        .getFailuresList()
        .map((entry) => ({ property: entry.getProperty(), reason: entry.getReason() }));
      return { inputs: plain(answer.getInputs()), failures };
    },
    diff: async (kind, id, olds, news) => {
      const request = new proto.DiffRequest();
      request.setId(id);
      request.setOlds(withText(kind, olds));
      request.setNews(withText(kind, news));
      const answer = await call<proto.DiffResponse>((done) => client.diff(request, done));
      return {
        changes: (["unknown", "none", "some"] as const)[answer.getChanges()],
        replaces: answer.getReplacesList(),
        deleteBeforeReplace: answer.getDeletebeforereplace(),
      };
    },
    create: async (kind, inputs) => {
      const request = new proto.CreateRequest();
      request.setProperties(withText(kind, inputs));
      const answer = await call<proto.CreateResponse>((done) => client.create(request, done));
      return { id: answer.getId(), properties: plain(answer.getProperties()) };
    },
    read: async (kind, id, properties) => {
      const request = new proto.ReadRequest();
      request.setId(id);
      request.setProperties(withText(kind, properties));
      const answer = await call<proto.ReadResponse>((done) => client.read(request, done));
      return { id: answer.getId(), properties: plain(answer.getProperties()), inputs: plain(answer.getInputs()) };
    },
    update: async (kind, id, olds, news) => {
      const request = new proto.UpdateRequest();
      request.setId(id);
      request.setOlds(withText(kind, olds));
      request.setNews(withText(kind, news));
      return plain((await call<proto.UpdateResponse>((done) => client.update(request, done))).getProperties());
    },
    delete: async (kind, id, properties) => {
      const request = new proto.DeleteRequest();
      request.setId(id);
      request.setProperties(withText(kind, properties));
      await call((done) => client.delete(request, done));
    },
    printed: () => printed,
    stop: async () => {
      running.delete(host);
      client.close();
      child.kill("SIGKILL");
      await ended;
    },
  };
  running.add(host);
  return host;
}

function call<Answer>(
  begin: (done: (failure: grpc.ServiceError | null, answer: Answer) => void) => unknown,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    begin((failure, answer) => {
      if (failure === null) resolve(answer);
      else reject(new CallFailed(failure.details, partialIn(failure.metadata)));
    });
  });
}

/** The engine finds an object that exists in spite of the failure in the details that travel with it. */
function partialIn(metadata: grpc.Metadata): CallFailed["partial"] {
  const [bytes] = metadata.get("grpc-status-details-bin");
  if (!(bytes instanceof Uint8Array)) return undefined;
  for (const detail of status.Status.deserializeBinary(bytes).getDetailsList()) {
    const found = detail.unpack<proto.ErrorResourceInitFailed>(
      (content) => proto.ErrorResourceInitFailed.deserializeBinary(content),
      "pulumirpc.ErrorResourceInitFailed",
    );
    if (found === null) continue;
    return {
      id: found.getId(),
      properties: found.getProperties()?.toJavaScript() ?? {},
      reasons: found.getReasonsList(),
    };
  }
  return undefined;
}

async function programFolder(form: Form): Promise<string> {
  const folder = join(mkdtempSync(join(runFolder(), "host-")), "program");
  mkdirSync(folder);
  symlinkSync(await nodeModules(form), join(folder, "node_modules"));
  return folder;
}

/**
 * What a program hands to the engine as the providers' text. In a process of its own: jest's modules are not those of
 * Node, and the serializer looks at Node's.
 */
async function providerTexts(folder: string): Promise<Record<ClassName, string>> {
  const program = `
    const pulumi = require("@pulumi/pulumi");
    const callab = require("pulumi-callab");
    const texts = {};
    pulumi.runtime.setMocks({
      newResource: ({ name, inputs }) => { texts[name] = inputs.__provider; return { id: name, state: inputs }; },
      call: () => ({}),
    });
    for (const [kind, args] of Object.entries(${JSON.stringify(leastOf)})) new callab[kind](kind, args);
    process.on("exit", () => process.stdout.write(JSON.stringify(texts)));
  `;
  const result = await run(process.execPath, ["-e", program], { cwd: folder, environment: ownEnvironment() });
  return JSON.parse(succeeded(result).stdout) as Record<ClassName, string>;
}
