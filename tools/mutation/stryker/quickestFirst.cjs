/**
 * The order of the test files: units before scenes, and small files before large ones, since a mutant that is caught
 * early costs little. Files without a test that a mutant is to be tried with are left out: to load them takes longer
 * than to run the others.
 */
const { default: Sequencer } = require("@jest/test-sequencer");
const { statSync } = require("node:fs");
const { testsOf } = require("./testsByFile.cjs");

const costOf = ({ path }) =>
  statSync(path).size + (path.includes("/chaos/") ? 1e6 : path.includes("/schedules.") ? 2e6 : 0);

module.exports = class QuickestFirst extends Sequencer {
  #wanted;

  constructor(options) {
    super(options);
    const pattern = options.globalConfig.testNamePattern;
    this.#wanted = pattern === undefined || pattern === "" ? undefined : new RegExp(pattern, "i");
  }

  sort(tests) {
    return tests
      .filter(
        ({ path }) => this.#wanted === undefined || (testsOf(path)?.some((name) => this.#wanted.test(name)) ?? true),
      )
      .sort((one, other) => costOf(one) - costOf(other));
  }
};
