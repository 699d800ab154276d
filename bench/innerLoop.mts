/**
 * What a person waits for most: `pulumi preview` without a change, of a TypeScript program, by the ways in which Node can be
 * made to run it.
 *
 *     node bench/innerLoop.mts                  previews of 1 and 100 campaigns
 *     node bench/innerLoop.mts --docs           writes the table into docs/performance.md too
 */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findEngine } from "../tools/engine/findEngine.mts";
import { inTurn, type Contender } from "./contenders.mts";
import { install } from "./installation.mts";
import { operations } from "./operations.mts";
import { table, writeIntoDocs } from "./report.mts";
import { Stack, type Measurement } from "./stack.mts";
import { cpuOf, Group } from "./statistics.mts";

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
  for (const count of values.sizes.split(",").map(Number)) rows.push(...(await previews(programs, count)));
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

function operation(name: string): (typeof operations)[number] {
  const found = operations.find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`there is no operation ${name}`);
  return found;
}
