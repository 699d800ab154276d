/**
 * Jest's environment, but nothing goes on in it after its end, and once a mutant is caught, the tests that are left are skipped. Where no mutant is at work, it
 * notes which tests a file has, so that quickestFirst.cjs can leave whole files out.
 */
const { TestEnvironment } = require("jest-environment-node");
const { isAtWork, isCaught, noteCaught } = require("./caught.cjs");
const { noteTests } = require("./testsByFile.cjs");

module.exports = class StopAtFailure extends TestEnvironment {
  #names = [];
  #file;

  #isOver = false;

  constructor(config, context) {
    super(config, context);
    this.#file = context.testPath;
    // A mutant that loops without end must not go on beside those that come after it.
    for (const timer of ["setImmediate", "setTimeout", "setInterval"]) {
      const start = this.global[timer];
      this.global[timer] = Object.assign((...rest) => (this.#isOver ? undefined : start(...rest)), start);
    }
  }

  async teardown() {
    this.#isOver = true;
    await super.teardown();
  }

  handleTestEvent({ name, test }) {
    if (!isAtWork()) {
      if (name === "test_start") this.#names.push(fullNameOf(test));
      if (name === "run_finish") noteTests(this.#file, this.#names);
    } else if (name === "test_start" && isCaught()) test.mode = "skip";
    else if (name === "test_done" && test.errors.length > 0) noteCaught();
  }
};

function fullNameOf(test) {
  const names = [];
  for (let at = test; at.parent !== undefined; at = at.parent) names.unshift(at.name);
  return names.join(" ");
}
