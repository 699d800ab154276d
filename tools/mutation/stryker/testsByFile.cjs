/** Which tests each file has, as noted by the initial run of Stryker, for all its processes. */
const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const { basename, join } = require("node:path");
const { tmpdir } = require("node:os");

// Beside the copy of the tree that Stryker works in, and named after it.
const folder = join(tmpdir(), "callab-stryker", `tests-of-${basename(process.cwd())}`);

const noteOf = (file) => join(folder, `${createHash("sha256").update(file).digest("hex").slice(0, 16)}.json`);

module.exports = {
  noteTests(file, names) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(noteOf(file), JSON.stringify(names));
  },

  /** Undefined where nobody has noted it. */
  testsOf(file) {
    try {
      return JSON.parse(readFileSync(noteOf(file), "utf8"));
    } catch {
      return undefined;
    }
  },
};
