/** Puts the parts together and starts to listen. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { openAccount, type Account } from "./account";
import { controlDesk } from "./controlRoutes";
import { personalityOfContract } from "./contract";
import type { Emulator, EmulatorOptions } from "./emulator";
import type { Desk } from "./exchange";
import { Faults } from "./faults";
import { personalityOf } from "./presets";
import { RequestLog } from "./requestLog";
import { servedRoutes } from "./routes";
import { serverOf } from "./server";
import { Store } from "./store";

/**
 * Starts a Callab API on this machine.
 * @throws {Error} if the port is taken, the data file is not one of the emulator's, or an option is wrong.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 0, host = "127.0.0.1", token = "emulator-token", seed, latencyMs = 0 } = options;
  let ahead = 0;
  const clock = (): number => (options.clock ?? Date.now)() + ahead;
  const learned = options.contract === undefined ? {} : personalityOfContract(options.contract);
  let personality = personalityOf(options.personality ?? {}, learned);
  const faults = new Faults(seed ?? 0);
  faults.add(...(options.faults ?? []));
  const current = () => personality;
  const tokens = [token, ...(options.accounts ?? [])];
  if (new Set(tokens).size < tokens.length) throw new Error("every account needs a token of its own");
  const accounts = new Map<string, Account>();
  const closeStores = (): void => {
    for (const { world } of accounts.values()) world.store.close();
  };
  try {
    for (const [index, each] of tokens.entries()) {
      const store = new Store(dataFile(options.data, index));
      const name = index === 0 ? "" : each;
      const people = index === 0 ? (options.people ?? []) : [];
      const calls = options.calls ?? false;
      accounts.set(each, openAccount({ store, clock, seed, personality: current, name, people, calls }));
    }
  } catch (problem) {
    closeStores();
    throw problem;
  }
  const account = (asked: string): Account => {
    const found = accounts.get(asked);
    if (found === undefined) throw new Error("no account of this emulator has that token");
    return found;
  };
  const { operations, dashboard, people } = account(token);
  const log = new RequestLog();
  const { onRequest } = options;
  const closing = new AbortController();
  const desk: Desk = {
    operations,
    faults,
    log,
    clock,
    token,
    others: new Map([...accounts].slice(1).map(([other, { operations }]) => [other, operations])),
    latencyMs,
    personality: current,
    closing: closing.signal,
    ...(onRequest === undefined ? {} : { onRequest }),
  };
  let url = "";
  let closed: Promise<void> | undefined;

  const emulator: Emulator = {
    get url() {
      return url;
    },
    token,
    requests: log.entries,
    clearRequests: () => log.clear(),
    dashboard,
    account: (asked) => ({ token: asked, dashboard: account(asked).dashboard }),
    get personality() {
      return personality;
    },
    setPersonality(spec) {
      personality = personalityOf(spec);
    },
    addFault: (...rules) => faults.add(...rules),
    faults: () => faults.list(),
    clearFaults: () => faults.clear(),
    addPeople: (group) => people.add(group),
    advance(ms) {
      if (!Number.isFinite(ms) || ms < 0) throw new Error("the clock is put forward by milliseconds, never back");
      ahead += ms;
    },
    routes: () => servedRoutes(personality),
    reset() {
      for (const { world, lag, centre } of accounts.values()) {
        world.reset();
        centre.clear();
        lag.clear();
      }
      log.clear();
      faults.clear();
    },
    close() {
      closing.abort();
      closed ??= new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }).then(closeStores);
      return closed;
    },
  };
  const server = serverOf({ api: desk, control: controlDesk(emulator), host });
  try {
    server.listen({ port, host });
    await once(server, "listening");
  } catch (problem) {
    closeStores();
    throw problem;
  }
  const { port: actual } = server.address() as AddressInfo;
  url = `http://${host.includes(":") ? `[${host}]` : host}:${actual}/v1`;
  return emulator;
}

/** The file of an account; the first one keeps the name that was given. */
function dataFile(data: string | undefined, index: number): string | undefined {
  return data === undefined || index === 0 ? data : `${data}.${index + 1}`;
}
