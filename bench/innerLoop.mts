/**
 * What a person waits for most: `pulumi preview` without a change, of a TypeScript program, by the ways in which Node can be
 * made to run it; and of the same campaigns in YAML, by the native front.
 *
 *     node bench/innerLoop.mts                  previews of 1 and 100 campaigns
 *     node bench/innerLoop.mts --docs           writes the table into docs/performance.md too
 */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { parseArgs } from "node:util";
import { findEngine } from "../tools/engine/findEngine.mts";
import { engineEnvironment } from "../tools/engine/environment.mts";
import { findGoTool } from "../tools/engine/goTool.mts";
import { inTurn, type Contender } from "./contenders.mts";
import { install } from "./installation.mts";
import { operations } from "./operations.mts";
import { table, writeIntoDocs } from "./report.mts";
import { Stack, type Measurement, type Setting } from "./stack.mts";
import { cpuOf, Group, median } from "./statistics.mts";

const require = createRequire(import.meta.url);
const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1,100" },
    runs: { type: "string", default: "3" },
    docs: { type: "boolean", default: false },
  },
});

interface Way {
  readonly title: string;
  readonly main: string;
  readonly environment: Readonly<Record<string, string>>;
}

const engine = await findEngine();
const folder = mkdtempSync(join(realpathSync(tmpdir()), "callab-inner-loop-"));
const compileCache = { NODE_COMPILE_CACHE: join(folder, "compile-cache") };
const ways: readonly Way[] = [
  { title: "TypeScript, checked at each run (ts-node; the CLI's default)", main: "typed.ts", environment: {} },
  {
    title: "TypeScript, types stripped by ts-node (`PULUMI_NODEJS_TRANSPILE_ONLY=true`)",
    main: "typed.ts",
    environment: { PULUMI_NODEJS_TRANSPILE_ONLY: "true" },
  },
  { title: "JavaScript", main: "index.js", environment: {} },
  { title: "JavaScript, with `NODE_COMPILE_CACHE`", main: "index.js", environment: compileCache },
];
const contenders: readonly Contender[] = ["floor", "package"];
const packages = { floor: "callab-bench-floor", package: "pulumi-callab" } as const;

const programText = (name: string): string =>
  [
    `import { Campaign } from "${name}";`,
    `const { campaigns } = require("./campaigns") as { campaigns: { resource: string; args: any }[] };`,
    "for (const { resource, args } of campaigns) new Campaign(resource, args);",
    "",
  ].join("\n");

const rows: string[][] = [];
try {
  const programs = install(folder);
  for (const contender of ["floor", "package"] as const) {
    writeFileSync(join(programs[contender], "typed.ts"), programText(packages[contender]));
    writeFileSync(
      join(programs[contender], "tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          target: "es2022",
          module: "commonjs",
          moduleResolution: "node10",
          skipLibCheck: true,
          types: ["node"],
        },
      }),
    );
  }
  for (const count of values.sizes.split(",").map(Number)) {
    rows.push(...(await previews(programs, count)));
    rows.push(await yamlPreview(programs, count));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const head = ["", "campaigns", "floor", "pulumi-callab", "the package adds", "CPU, s (floor / pulumi-callab)"];
const text = table(head, rows);
console.log(text);
if (values.docs) writeIntoDocs("inner loop", text);

async function previews(programs: Readonly<Record<Contender, string>>, count: number): Promise<string[][]> {
  const stacks = new Map<Contender, Stack>();
  try {
    for (const contender of contenders) {
      const setting = { contender, program: programs[contender], count, latencyMs: 0, personality: "open" };
      stacks.set(contender, await Stack.create(engine, join(folder, "homes", `${contender}-${count}`), setting));
      await stacks.get(contender)?.run(operation("first up"));
    }
    const found: string[][] = [];
    for (const way of ways) found.push([way.title, String(count), ...(await compare(stacks, way))]);
    return found;
  } finally {
    for (const stack of stacks.values()) stack.close();
  }
}

async function compare(stacks: ReadonlyMap<Contender, Stack>, way: Way): Promise<string[]> {
  const measurements: Measurement[] = [];
  for (const stack of stacks.values()) {
    stack.useMain(way.main);
    // The first one fills caches.
    await stack.run(operation("preview, no change"), way.environment);
  }
  for (let run = 0; run < Number(values.runs); run++)
    for (const contender of inTurn(contenders, run)) {
      const stack = stacks.get(contender);
      if (stack !== undefined) measurements.push(await stack.run(operation("preview, no change"), way.environment));
    }
  const group = new Group(measurements);
  const [floor = 0, ours = 0] = contenders.map((contender) => group.typical(contender, (entry) => entry.seconds));
  const cpu = contenders.map((contender) => group.typical(contender, cpuOf)?.toFixed(1) ?? "–").join(" / ");
  process.stderr.write(`${way.title}: ${floor.toFixed(2)} s, ${ours.toFixed(2)} s\n`);
  return [`${floor.toFixed(2)} s`, `${ours.toFixed(2)} s`, `${Math.round((ours - floor) * 1_000)} ms`, cpu];
}

/** The same in YAML, by the native front, beside the program as most write it: TypeScript that is checked at each run. */
async function yamlPreview(programs: Readonly<Record<Contender, string>>, count: number): Promise<string[]> {
  const settingOf = (contender: Contender): Setting => ({
    contender,
    program: programs[contender],
    count,
    latencyMs: 0,
    personality: "open",
  });
  const homeOf = (name: string): string => join(folder, "homes", `${name}-${count}`);
  const typed = await Stack.create(engine, homeOf("typed"), settingOf("package"));
  const yaml = await Stack.create(engine, homeOf("yaml"), settingOf("native"));
  try {
    typed.useMain("typed.ts");
    yaml.useYaml(campaignsInYaml(count));
    const environment = { PATH: await pathWithYaml() };
    for (const name of ["first up", "preview, no change"]) {
      await typed.run(operation(name));
      await yaml.run(operation(name), environment);
    }
    const measured: { typed: Measurement; yaml: Measurement }[] = [];
    for (let run = 0; run < Number(values.runs); run++)
      measured.push({
        typed: await typed.run(operation("preview, no change")),
        yaml: await yaml.run(operation("preview, no change"), environment),
      });
    const seconds = median(measured.map((both) => both.yaml.seconds));
    const ratio = median(measured.map((both) => both.yaml.seconds / both.typed.seconds));
    const cpu = median(measured.map((both) => cpuOf(both.yaml) ?? Number.NaN));
    process.stderr.write(`YAML: ${seconds.toFixed(2)} s, ${ratio.toFixed(2)} × TypeScript\n`);
    const title = "YAML, by the native front";
    return [
      title,
      String(count),
      "–",
      `${seconds.toFixed(2)} s`,
      `${ratio.toFixed(2)} × the first row`,
      `– / ${cpu.toFixed(1)}`,
    ];
  } finally {
    typed.close();
    yaml.close();
  }
}

function campaignsInYaml(count: number): Record<string, unknown> {
  process.env["BENCH_COUNT"] = String(count);
  const file = require.resolve("./programs/campaigns.js");
  // It counts when it is loaded.
  Reflect.deleteProperty(require.cache, file);
  const { campaigns } = require(file) as { campaigns: readonly { resource: string; args: object }[] };
  return Object.fromEntries(
    campaigns.map(({ resource, args }) => [resource, { type: "callab:Campaign", properties: args }]),
  );
}

async function pathWithYaml(): Promise<string> {
  const environment = engineEnvironment(engine, { home: folder });
  return [environment["PATH"] ?? "", await findGoTool("yaml")].join(delimiter);
}

function operation(name: string): (typeof operations)[number] {
  const found = operations.find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`there is no operation ${name}`);
  return found;
}
