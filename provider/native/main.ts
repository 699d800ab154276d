/**
 * The process of the plugin, as the engine starts it: `pulumi-resource-callab <address of the engine>`. It tells the port
 * it listens on in the first line of standard output, and nothing else.
 */
import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { engineAddress } from "../configuration";
import { Calls, followEngine } from "../runtime/engineWatch";
import { EngineLog } from "./engineLog";
import { CallFailed } from "./partial";
import { Plugin } from "./plugin";

/** As the engine's own limit: a state may be large. */
const LONGEST_MESSAGE = 400 * 1024 * 1024;

interface Call {
  readonly request: { getUrn?(): string };
}
type Method = (request: unknown) => Promise<unknown>;
type Done = (failure: Partial<grpc.ServiceError> | null, answer?: unknown) => void;

function handlersOf(plugin: Plugin, log: EngineLog, calls: Calls): grpc.UntypedServiceImplementation {
  const names = Object.keys(ResourceProviderService).filter((name) => name in plugin);
  return Object.fromEntries(
    names.map((name) => {
      const method = (plugin as unknown as Readonly<Record<string, Method>>)[name] ?? unimplemented;
      return [
        name,
        ({ request }: Call, done: Done) =>
          void calls
            .during(() => log.about(request.getUrn?.() ?? "", async () => method.call(plugin, request)))
            .then(
              (answer) => done(null, answer),
              (error: unknown) => done(error instanceof CallFailed ? error : new CallFailed(asText(error))),
            ),
      ];
    }),
  );
}

const unimplemented: Method = () => Promise.reject(new Error("not implemented"));
const asText = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export function serve(args: readonly string[]): void {
  const log = new EngineLog();
  const address = engineAddress(args);
  if (address !== undefined) log.attach(address);
  const calls = new Calls();
  followEngine(address, calls, () => process.exit());
  const server = new grpc.Server({
    "grpc.max_receive_message_length": LONGEST_MESSAGE,
    "grpc.max_send_message_length": LONGEST_MESSAGE,
  });
  server.addService(ResourceProviderService, handlersOf(new Plugin(log), log, calls));
  server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (failure, port) => {
    if (failure !== null) throw failure;
    process.stdout.write(`${port}\n`);
  });
}

serve(process.argv.slice(2));
