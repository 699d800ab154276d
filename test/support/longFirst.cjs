/** The order of the test files: those that run an engine take minutes and go first, so that no worker ends with one alone. */
const { default: Sequencer } = require("@jest/test-sequencer");

const isLong = ({ path }) => /[\\/]test[\\/](engine|package)[\\/]/.test(path);

module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
};
