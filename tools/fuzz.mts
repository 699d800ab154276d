/**
 * The fuzz job: `npm run test:fuzz`. Hostile answers against the client, hostile objects through export, hostile names
 * through review, hostile requests to the emulator: all of what `npm test` runs a fixed share of, from a seed that is
 * printed and plays it again.
 *
 *   --seed N    what the values are drawn from (default: the time)
 *   --factor F  how much of it: 1 is 10,000 answers, 5,000 objects, 5,000 comments, 5,000 requests (default)
 *   --only TEXT the tests whose name holds the text
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
    factor: { type: "string", default: "1" },
    only: { type: "string" },
  },
});
const seed = Number(values.seed);
const factor = Number(values.factor);
if (!Number.isInteger(seed) || !(factor > 0))
  throw new Error("--seed must be a whole number, --factor a number above 0");

console.log(`seed ${seed}; again: npm run test:fuzz -- --seed ${seed} --factor ${factor}`);
const root = fileURLToPath(new URL("..", import.meta.url));
const { status } = spawnSync(
  process.execPath,
  [
    fileURLToPath(new URL("../node_modules/jest/bin/jest.js", import.meta.url)),
    "--runInBand",
    ...(values.only === undefined ? [] : ["--testNamePattern", values.only]),
    "test/fuzz",
  ],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, CALLAB_FUZZ_SEED: String(seed), CALLAB_FUZZ_FACTOR: String(factor) },
  },
);
process.exitCode = status ?? 1;
