/** What the lifecycle works with, made of a configuration. */
import { createClient, type ClientOptions } from "../api/client";
import { Inventory } from "../api/inventory";
import type { Configuration } from "../configuration";
import { fileStore } from "../ledger/fileStore";
import { Ledger } from "../ledger/ledger";
import type { Run } from "../ledger/run";
import { patienceFor, type Context } from "../lifecycle/context";

/** Pauses between tries that are shorter than this are not worth a line, in milliseconds. */
const WORTH_TELLING_MS = 2_000;

/**
 * @param run one for all contexts of a run of the engine: it knows which resource holds which object
 * @param say tells the user something that is no failure
 * @throws ConfigurationError without a token
 */
export function makeContext(configuration: Configuration, run: Run, say: (text: string) => void): Context {
  const onRetry: NonNullable<ClientOptions["onRetry"]> = (error, pause) => {
    if (pause >= WORTH_TELLING_MS) say(`${error.message} Trying again in ${Math.round(pause / 1_000)} s.`);
  };
  const client = createClient(configuration, { onRetry });
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
