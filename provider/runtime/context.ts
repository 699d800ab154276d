/** What the lifecycle works with, made of a configuration. */
import { createClient, type ClientOptions } from "../api/client";
import { Inventory } from "../api/inventory";
import { unlessStopped } from "../api/stop";
import { accountMark, accountOf, engineAddress, type Configuration } from "../configuration";
import { fileStore } from "../ledger/fileStore";
import { Ledger } from "../ledger/ledger";
import type { Run } from "../ledger/run";
import { patienceFor, type Context } from "../lifecycle/context";
import { text, type Text } from "../words/text";

/** Pauses between tries that are shorter than this are not worth a line, in milliseconds. */
const WORTH_TELLING_MS = 2_000;

/**
 * @param run one for all contexts of a run of the engine: it knows which resource holds which object
 * @param log tells the user something that is no failure
 * @param signal ends all work
 * @throws ConfigurationError without a token
 */
export function makeContext(
  configuration: Configuration,
  run: Run,
  log: (text: Text) => void,
  signal?: AbortSignal,
): Context {
  const onRetry: NonNullable<ClientOptions["onRetry"]> = (error, pause) => {
    if (pause >= WORTH_TELLING_MS) log(text`${error.unquoted} Trying again in ${Math.round(pause / 1_000)} s.`);
  };
  const client = createClient(configuration, { onRetry, onSurprise: log, ...(signal === undefined ? {} : { signal }) });
  const sleep = (ms: number): Promise<void> => unlessStopped(new Promise((resolve) => setTimeout(resolve, ms)), signal);
  const { baseUrl, runName, ledgerFolder: folder } = configuration;
  const patience = patienceFor(configuration);
  return {
    client,
    inventory: new Inventory(client),
    ledger: new Ledger({
      store: fileStore({ folder, now: Date.now, sleep, warn: log }),
      run,
      account: accountOf(configuration),
      runName,
      hasOthers: engineAddress() !== undefined,
      lateMs: patience.interruptedMs,
      now: Date.now,
      note: log,
    }),
    workspace: configuration.workspace,
    baseUrl,
    account: accountMark(configuration),
    patience,
    settings: configuration,
    now: Date.now,
    sleep,
    note: log,
  };
}
