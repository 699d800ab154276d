/**
 * The tests that Stryker runs: those of the ledger and the lifecycle that work in this process and without wall time.
 * Tests that start processes are left out but for those that take one for a moment: a process that a test starts has
 * the same mutant (it is told by an environment variable), but three seconds for each of thousands are an hour.
 * stopWhileReadsHang is left out since it waits for time limits: a mutant that no test catches would take as long.
 * everyKind is left out since it repeats for each personality of the API what others say once.
 */
const everyday = require("../../../jest.config.json");

module.exports = {
  ...everyday,
  rootDir: "../../..",
  testMatch: [
    "<rootDir>/test/unit/{ledger,lifecycle}/*.test.ts",
    "<rootDir>/test/chaos/{promises,mishaps,elsewhere,edited}.test.ts",
    "<rootDir>/tools/mutation/stryker/schedules.test.ts",
  ],
  testPathIgnorePatterns: [
    "/processesAtOnce\\.test\\.ts$",
    "/everyKind\\.test\\.ts$",
    "/stopWhileReadsHang\\.test\\.ts$",
  ],
  testEnvironment: require.resolve("./stopAtFailure.cjs"),
  testRunner: require.resolve("./jest-circus.cjs"),
  testSequencer: require.resolve("./quickestFirst.cjs"),
};
