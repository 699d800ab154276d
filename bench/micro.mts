/**
 * Micro-benchmarks: the work in the process that is done once a resource, as CPU time a campaign, and what it takes until
 * a process is ready for it. A regression is seen here before a full run.
 *
 *     node bench/micro.mts [--json] [--docs]
 *
 * `unit` is the time of a fixed piece of work (JSON of a campaign written and read), so that numbers of two machines can be
 * compared: the right column is in units.
 */
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { table, writeIntoDocs } from "./report.mts";
import { median } from "./statistics.mts";

const { values } = parseArgs({
  options: { json: { type: "boolean", default: false }, docs: { type: "boolean", default: false } },
});

const require = createRequire(import.meta.url);
const COUNT = 1_000;
process.env["BENCH_COUNT"] = String(COUNT);
const { campaigns } = require("./programs/campaigns.js") as { campaigns: { args: Record<string, unknown> }[] };
const { kinds } = require("../dist/provider/kinds/index.js") as typeof import("../provider/kinds/index.ts");
const { normalForm } =
  require("../dist/provider/kinds/normalForm.js") as typeof import("../provider/kinds/normalForm.ts");
const { validate } =
  require("../dist/provider/kinds/validation.js") as typeof import("../provider/kinds/validation.ts");
const { check } = require("../dist/provider/lifecycle/check.js") as typeof import("../provider/lifecycle/check.ts");
const { diff } = require("../dist/provider/lifecycle/diff.js") as typeof import("../provider/lifecycle/diff.ts");

const kind = kinds.Campaign;
const settings = { workspace: "default", now: new Date() };
const inputs = campaigns.map(({ args }) => check(kind, args, settings).inputs);

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** CPU in milliseconds for all campaigns, the median of several rounds after one that warms up. */
function timed(work: (index: number) => unknown): number {
  const rounds = Array.from({ length: 6 }, () => {
    const began = cpuMs();
    for (let index = 0; index < COUNT; index++) work(index);
    return cpuMs() - began;
  });
  return median(rounds.slice(1));
}

const inputsOf = (index: number): Record<string, unknown> => inputs[index] ?? {};
const unit = timed((index) => JSON.parse(JSON.stringify(inputsOf(index))) as unknown);
const work: Readonly<Record<string, number>> = {
  "normal form": timed((index) => normalForm(kind, inputsOf(index))),
  validation: timed((index) => validate(kind, inputsOf(index))),
  check: timed((index) => check(kind, campaigns[index]?.args ?? {}, settings)),
  "diff, no change": timed((index) => diff(kind, String(index), inputsOf(index), inputsOf(index))),
  "diff, one field": timed((index) => diff(kind, String(index), inputsOf(index), { ...inputsOf(index), notes: "x" })),
};

/** CPU in milliseconds of a new process that runs a text, the median of several. */
function started(text: string): number {
  const script = `const began = process.cpuUsage(); ${text}; const { user, system } = process.cpuUsage(began); console.log((user + system) / 1000);`;
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  const runs = Array.from({ length: 5 }, () =>
    Number(execFileSync(process.execPath, ["-e", script], { cwd, encoding: "utf8" })),
  );
  return median(runs);
}

const sdk = "require('@pulumi/pulumi');";
const host =
  "const host = require('./dist/provider/dynamic/host.js').Campaign; host.configure({ config: { get: () => undefined } });";
const campaign = JSON.stringify(campaigns[0]?.args);
const nothing = started("");
const afterSdk = (text: string): number =>
  started(`${sdk} began.user = process.cpuUsage().user; began.system = process.cpuUsage().system; ${text}`) - nothing;
const start: Readonly<Record<string, number>> = {
  "the SDK alone": started(sdk) - nothing,
  "the package in a program": afterSdk("require('./dist/provider/index.js')"),
  "the provider's modules": afterSdk(host),
  "the provider with its first check": afterSdk(`${host} void host.check({}, ${campaign});`),
  "the provider, its first check and axios": afterSdk(`${host} void host.check({}, ${campaign}); require('axios');`),
};

if (values.json) console.log(JSON.stringify({ unit, work, start }));
else {
  const rows = Object.entries(work).map(([name, ms]) => [name, `${ms.toFixed(0)} ms`, (ms / unit).toFixed(1)]);
  const starts = Object.entries(start).map(([name, ms]) => [name, `${ms.toFixed(0)} ms`]);
  const text = [
    table(
      ["CPU for 1,000 campaigns", "", "units"],
      [["one unit: the campaigns as JSON and back", `${unit.toFixed(0)} ms`, "1"], ...rows],
    ),
    table(["CPU until a new process is ready", ""], starts),
  ].join("\n\n");
  console.log(text);
  if (values.docs) writeIntoDocs("micro", text);
}
