/** What is told to people: by the engine, at the resource of the call under way. */
import { AsyncLocalStorage } from "node:async_hooks";
import * as grpc from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

export type Severity = "info" | "warning" | "error";

const severities = { info: LogSeverity.INFO, warning: LogSeverity.WARNING, error: LogSeverity.ERROR };

export class EngineLog {
  readonly #urn = new AsyncLocalStorage<string>();
  #engine: EngineClient | undefined;
  #pending: Promise<void> = Promise.resolve();

  /** @param address where the engine listens: `127.0.0.1:4711` */
  attach(address: string): void {
    this.#engine = new EngineClient(address, grpc.credentials.createInsecure());
  }

  /** Runs a call that is about a resource: what it tells is told there. */
  about<T>(urn: string, work: () => Promise<T>): Promise<T> {
    return this.#urn.run(urn, work);
  }

  log(severity: Severity, message: string): void {
    const engine = this.#engine;
    if (engine === undefined) return;
    const request = new LogRequest();
    request.setSeverity(severities[severity]);
    request.setMessage(message);
    request.setUrn(this.#urn.getStore() ?? "");
    const earlier = this.#pending;
    // In order, and a message that cannot be told is no reason to fail.
    this.#pending = earlier.then(() => new Promise((resolve) => void engine.log(request, () => resolve())));
  }

  /** Resolves when the engine has all that was told: an answer must not overtake it. */
  flushed(): Promise<void> {
    return this.#pending;
  }
}
