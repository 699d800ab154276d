/** Puts the parts together and starts to listen. */
import type { AddressInfo } from "node:net";
import { addControlRoutes } from "./controlRoutes";
import { dashboardOf } from "./dashboard";
import type { Emulator, EmulatorOptions } from "./emulator";
import type { Desk } from "./exchange";
import { Faults } from "./faults";
import { ListLag } from "./lag";
import { Operations } from "./operations";
import { personalityOf } from "./presets";
import { RequestLog } from "./requestLog";
import { servedRoutes } from "./routes";
import { serverOf } from "./server";
import { Store } from "./store";
import { World } from "./world";

/**
 * Starts a Callab API on this machine.
 * @throws {Error} if the port is taken, the data file is not one of the emulator's, or an option is wrong.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 0, host = "127.0.0.1", token = "emulator-token", seed, latencyMs = 0, clock = Date.now } = options;
  let personality = personalityOf(options.personality ?? {});
  const faults = new Faults(seed ?? 0);
  for (const rule of options.faults ?? []) faults.add(rule);
  const store = new Store(options.data);
  const world = new World(store, clock, seed);
  const lag = new ListLag();
  const log = new RequestLog();
  const closing = new AbortController();
  const current = () => personality;
  const operations = new Operations(world, lag, current);
  const desk: Desk = {
    operations,
    faults,
    log,
    clock,
    token,
    latencyMs,
    personality: current,
    closing: closing.signal,
  };
  const server = serverOf(desk);
  let url = "";
  let closed: Promise<void> | undefined;

  const emulator: Emulator = {
    get url() {
      return url;
    },
    token,
    requests: log.entries,
    clearRequests: () => log.clear(),
    dashboard: dashboardOf(world, lag, current),
    get personality() {
      return personality;
    },
    setPersonality(spec) {
      personality = personalityOf(spec);
    },
    addFault: (rule) => faults.add(rule),
    faults: () => faults.list(),
    clearFaults: () => faults.clear(),
    routes: () => servedRoutes(personality),
    reset() {
      world.reset();
      lag.clear();
      log.clear();
      faults.clear();
    },
    close() {
      closing.abort();
      closed ??= server.close().then(() => store.close());
      return closed;
    },
  };
  addControlRoutes(server, emulator);
  try {
    await server.listen({ port, host });
  } catch (problem) {
    store.close();
    throw problem;
  }
  const { port: actual } = server.server.address() as AddressInfo;
  url = `http://${host.includes(":") ? `[${host}]` : host}:${actual}/v1`;
  return emulator;
}
