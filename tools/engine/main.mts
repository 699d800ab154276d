import { EngineNotFound, findEngine } from "./findEngine.mts";

const USAGE = `usage: npm run engine   (or: node tools/engine/main.mts)

Finds a Pulumi engine for this project, or makes one: on PATH, under the Pulumi home, by Pulumi's official installation, or
built from Go modules (once a machine, some minutes). Prints the folder it is in as the only line of standard output; what goes
on meanwhile is told on standard error.

  PATH="$(node tools/engine/main.mts):$PATH" pulumi version

PULUMI_HOME (default: .pulumi in your home folder) says where an engine that was made is kept.
`;

const found = {
  path: "on PATH",
  cache: "kept under the Pulumi home",
  download: "just installed",
  "go build": "just built",
};

const [argument] = process.argv.slice(2);
if (argument === "--help" || argument === "-h") {
  process.stdout.write(USAGE);
} else if (argument !== undefined) {
  process.stderr.write(`There is no option ${argument}.\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  await main();
}

async function main(): Promise<void> {
  try {
    const engine = await findEngine();
    process.stderr.write(`Pulumi ${engine.version}, ${found[engine.origin]}\n`);
    process.stdout.write(`${engine.bin}\n`);
  } catch (error) {
    if (!(error instanceof EngineNotFound)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
