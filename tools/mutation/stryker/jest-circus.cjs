/**
 * Jest's runner of one test file, but once a mutant is caught, the files that are left are not even loaded: Stryker asks
 * for no more, and loading them takes longer than all the rest. (Stryker wants to see the name in this file's.)
 */
const { createEmptyTestResult } = require("@jest/test-result");
const { default: run } = require("jest-circus/runner");
const { isCaught } = require("./caught.cjs");

/** To jest, a file without a test is a failure: Stryker would take the mutant for one that cannot be run. */
const leftOut = {
  ancestorTitles: [],
  failureDetails: [],
  failureMessages: [],
  fullName: "left out",
  numPassingAsserts: 0,
  status: "pending",
  title: "left out",
};

module.exports = (globalConfig, config, environment, runtime, path, ...others) =>
  isCaught()
    ? Promise.resolve({ ...createEmptyTestResult(), testFilePath: path, numPendingTests: 1, testResults: [leftOut] })
    : run(globalConfig, config, environment, runtime, path, ...others);
