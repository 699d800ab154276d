/** `callab doctor`: what would stand in the way of a `pulumi up`, found without changing anything. */
import { createClient } from "../../api/client";
import { retryPolicy } from "../../api/retry";
import { routesWith, type Route } from "../../api/routes";
import { exitCodes } from "../failure";
import { settingsFrom, type ConnectionFlags } from "../settings";
import { painter, progressOn, table, type Screen } from "../terminal";
import { apiFindings, tokenSetting, type ApiFindings, type Finding, type RouteFinding, type Verdict } from "./checks";
import { apiDate, clockFinding, nodeFinding, pulumiFinding, pulumiVersion } from "./machine";

export interface DoctorFlags extends ConnectionFlags {
  readonly json?: boolean | undefined;
}

export interface Diagnosis {
  readonly isHealthy: boolean;
  readonly findings: readonly Finding[];
  readonly routes: readonly RouteFinding[];
}

/** Gives the exit code. Throws a CommandFailure for a command line that cannot be used. */
export async function doctorCommand(flags: DoctorFlags, screens: { out: Screen; err: Screen }): Promise<number> {
  const progress = progressOn(screens.err);
  progress.show("Looking…");
  const diagnosis = await diagnose(flags).finally(() => progress.done());
  screens.out.write(
    flags.json === true ? `${JSON.stringify(diagnosis, null, 2)}\n` : `${inWords(diagnosis, screens.out)}\n`,
  );
  return diagnosis.isHealthy ? exitCodes.ok : exitCodes.failed;
}

export async function diagnose(flags: ConnectionFlags): Promise<Diagnosis> {
  const settings = settingsFrom(flags);
  const token = tokenSetting(settings);
  const [api, pulumi, date] = await Promise.all([
    settings.apiToken === undefined
      ? withoutToken(routesWith(settings.routes).all())
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
  return { isHealthy, findings, routes: api.routes };
}

const withoutToken = (routes: readonly Route[]): ApiFindings => ({
  findings: [],
  routes: routes.map(({ method, path, mark }) => ({
    route: `${method} ${path}`,
    mark,
    verdict: "not tried",
    detail: "there is no token",
  })),
});

const styles = { ok: "green", warning: "yellow", failed: "red", "not tried": "dim" } as const;

function inWords({ isHealthy, findings, routes }: Diagnosis, screen: Screen): string {
  const paint = painter(screen);
  const coloured = (cell: string, row: number, column: number): string =>
    row === 0
      ? paint("bold", cell)
      : Object.hasOwn(styles, cell) && column > 0
        ? paint(styles[cell as Verdict], cell)
        : cell;
  return [
    table(
      [["check", "verdict", "detail"], ...findings.map((entry) => [entry.check, entry.verdict, entry.detail])],
      coloured,
    ),
    "",
    table(
      [
        ["route", "mark", "verdict", "detail"],
        ...routes.map((entry) => [entry.route, entry.mark, entry.verdict, entry.detail]),
      ],
      coloured,
    ),
    "",
    "Marks: documented; older: in an older description only; inferred: by the API's conventions, nobody promised it.",
    isHealthy ? paint("green", "Nothing is wrong.") : paint("red", "Something is wrong."),
  ].join("\n");
}
