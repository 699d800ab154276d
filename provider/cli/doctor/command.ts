/** `callab doctor`: what would stand in the way of a `pulumi up`, found without changing anything. */
import { createClient } from "../../api/client";
import { retryPolicy } from "../../api/retry";
import { routesWith, type Route } from "../../api/routes";
import { reportOf } from "../../contract/report";
import type { Contract } from "../../contract/types";
import { ownVersion } from "../../runtime/ownVersion";
import { contractIn } from "../contractFile";
import { exitCodes, wrongUsage } from "../failure";
import { withToken, type Settings } from "../settings";
import { settingsOrStacks } from "../stackConfiguration";
import { progressOn } from "../terminal";
import { apiFindings, markOf, tokenSetting, type ApiFindings, type Finding, type RouteFinding } from "./checks";
import { changesSince, learnCommand, type LearnFlags, type LearnRun, type Screens } from "./learn/command";
import { apiDate, clockFinding, nodeFinding, pulumiFinding, pulumiVersion } from "./machine";
import type { HiddenField } from "./exportQuestions";
import { report as inWords } from "./report";

/** `contract` is held against what the account does now, and its routes are those that are looked at. */
export type DoctorFlags = LearnFlags;

export interface Diagnosis {
  readonly isHealthy: boolean;
  readonly findings: readonly Finding[];
  readonly routes: readonly RouteFinding[];
  /** What the account does otherwise than a contract says; undefined: none was given. */
  readonly changes?: readonly string[] | undefined;
  /** What `callab export` will have to ask. */
  readonly exportAsks: readonly HiddenField[];
}

/** Gives the exit code. Throws a CommandFailure for a command line that cannot be used. */
export async function doctorCommand(flags: DoctorFlags, screens: Screens, run?: LearnRun): Promise<number> {
  const { contract: file, learn, report, tryWrites, yes } = flags;
  if (file !== undefined && learn !== undefined)
    throw wrongUsage("--contract holds an account against a file, and --learn writes one: say one of the two.");
  if (yes === true && tryWrites !== true) throw wrongUsage("--yes agrees to --try-writes, which is not there.");
  const contract = file === undefined ? undefined : contractIn(file);
  if (contract !== undefined && report === true && tryWrites !== true) {
    screens.out.write(reportOf(contract, ownVersion()));
    return exitCodes.ok;
  }
  if (learn !== undefined || report === true || tryWrites === true) return learnCommand(flags, screens, run);
  const progress = progressOn(screens.err);
  progress.show("Looking…");
  const look = async (): Promise<{ readonly settings: Settings; readonly found: Diagnosis }> => {
    const settings = await settingsOrStacks(flags);
    return { settings, found: await diagnose(settings) };
  };
  const { settings, found } = await look().finally(() => progress.done());
  const diagnosis =
    file === undefined || contract === undefined
      ? found
      : await withChanges(found, { file, contract }, settings, screens, run);
  screens.out.write(
    flags.json === true ? `${JSON.stringify(diagnosis, null, 2)}\n` : `${inWords(diagnosis, screens.out)}\n`,
  );
  return diagnosis.isHealthy ? exitCodes.ok : exitCodes.failed;
}

/** Also what has changed since a contract was learned; a change is wrong until the contract says it, too. */
async function withChanges(
  diagnosis: Diagnosis,
  { file, contract }: { readonly file: string; readonly contract: Contract },
  settings: Settings,
  screens: Screens,
  run?: LearnRun,
): Promise<Diagnosis> {
  const { changes, problems } = await changesSince(contract, withToken(settings), screens.err, run);
  const verdict = changes.length > 0 ? "failed" : problems.length > 0 ? "warning" : "ok";
  const detail =
    changes.length > 0
      ? `${changes.length} changed since ${contract.day}; after a look at them: callab doctor --learn ${file}`
      : (problems[0] ?? `as on ${contract.day}`);
  const findings = [...diagnosis.findings, { check: "contract", verdict, detail } as const];
  return { ...diagnosis, findings, changes, isHealthy: diagnosis.isHealthy && changes.length === 0 };
}

async function diagnose(settings: Settings): Promise<Diagnosis> {
  const token = tokenSetting(settings);
  const [api, pulumi, date] = await Promise.all([
    settings.apiToken === undefined
      ? withoutToken(routesWith(settings.routes, settings.contract).all())
      : apiFindings(createClient(settings, { retry: retryPolicy(1) }), settings),
    pulumiVersion(),
    apiDate(settings),
  ]);
  const findings = [
    token,
    ...api.findings,
    clockFinding(date, Date.now()),
    nodeFinding(process.version),
    pulumiFinding(pulumi),
  ];
  const isHealthy = [...findings, ...api.routes].every(({ verdict }) => verdict !== "failed");
  return { isHealthy, findings, routes: api.routes, exportAsks: api.exportAsks };
}

const withoutToken = (routes: readonly Route[]): ApiFindings => ({
  findings: [],
  exportAsks: [],
  routes: routes.map((route) => ({
    route: `${route.method} ${route.path}`,
    mark: markOf(route),
    verdict: "not tried",
    detail: "there is no token",
  })),
});
