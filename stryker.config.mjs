/**
 * Stryker: breaks every line of the ledger and the lifecycle in every simple way, and asks whether a test notices.
 * `npm run test:stryker` in development and never in `npm test`: a whole run takes hours. A fifth of it, drawn from all
 * files, and a few files:
 *
 *   STRYKER_SHARE=1/5 npm run test:stryker
 *   npm run test:stryker -- --mutate provider/ledger/census.ts,provider/lifecycle/delete.ts
 *
 * Deliberate breaks with a name, one for each promise, are in tools/mutation/mutants.mts (`npm run test:mutation`).
 */
import { tmpdir } from "node:os";
import { join } from "node:path";

export default {
  mutate: ["provider/ledger/**/*.ts", "provider/lifecycle/**/*.ts"],
  testRunner: "jest",
  // Which tests, and why these, is said there.
  jest: { projectType: "custom", configFile: "tools/mutation/stryker/jest.config.cjs", enableFindRelatedTests: false },
  coverageAnalysis: "perTest",
  plugins: [
    "@stryker-mutator/jest-runner",
    "./tools/mutation/stryker/messageTexts.mjs",
    "./tools/mutation/stryker/share.mjs",
  ],
  // What a message says is judged by people; that it is said, and what is in it, is tested.
  ignorers: ["messageTexts", "share"],
  // For a mutant that hangs: this, and one and a half times what its tests take.
  timeoutMS: 4_000,
  concurrency: 2,
  // The floor: it may be raised, never lowered.
  thresholds: { high: 95, low: 90, break: 85 },
  reporters: ["clear-text", "progress-append-only", "html", "json"],
  clearTextReporter: { allowColor: false, reportTests: false, allowEmojis: false },
  htmlReporter: { fileName: "reports/stryker/index.html" },
  jsonReporter: { fileName: "reports/stryker/mutants.json" },
  // With `--incremental`, what was judged before is taken from there where neither code nor test has changed.
  incrementalFile: "reports/stryker/incremental.json",
  // Not in the tree: others run jest, eslint and prettier beside it.
  tempDirName: join(tmpdir(), "callab-stryker"),
  ignorePatterns: [
    "*",
    "!provider/**",
    "!emulator/**",
    "!test/**",
    "!tools/**",
    "!schema.json",
    "!contract.schema.json",
    "!package.json",
    "!tsconfig.json",
    "!jest.config.json",
  ],
};
