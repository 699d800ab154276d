/** After all tests of a run: what they shared is removed. */
import { rmSync } from "node:fs";

export default function globalTeardown(): void {
  const folder = process.env["TEST_RUN_FOLDER"];
  if (folder !== undefined && folder !== "") rmSync(folder, { recursive: true, force: true });
}
