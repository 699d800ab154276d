/** Which mutant is at work in this process, and whether a test has caught it. */
let caught;

const atWork = () => process.env["__STRYKER_ACTIVE_MUTANT__"];

module.exports = {
  isAtWork: () => atWork() !== undefined,
  isCaught: () => atWork() !== undefined && caught === atWork(),
  noteCaught: () => void (caught = atWork()),
};
