/**
 * Jest's runner of one test file, but once a mutant is caught, the files that are left are not even loaded: Stryker asks
 * for no more, and loading them takes longer than all the rest. (Stryker wants to see the name in this file's.)
 */
const { createEmptyTestResult } = require("@jest/test-result");
const { default: run } = require("jest-circus/runner");
const { isCaught } = require("./caught.cjs");

module.exports = (globalConfig, config, environment, runtime, path, ...others) =>
  isCaught()
    ? Promise.resolve({ ...createEmptyTestResult(), testFilePath: path, skipped: true })
    : run(globalConfig, config, environment, runtime, path, ...others);
