/**
 * Before all tests of a run: a folder for what is made once and shared by all test files (see oncePerRun.ts). It is the
 * temp folder of the run too, also for the processes that tests start: globalTeardown.ts removes whatever they left.
 */
import { mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export default function globalSetup(): void {
  // The real path: whether a package counts as installed is judged by real paths, and a temp folder may be a link.
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "callab-test-run-"));
  process.env["TEST_RUN_FOLDER"] = folder;
  process.env["TMPDIR"] = folder;
}
