/** Processes of this machine (Linux). */
import { readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";

/** The IDs of those that run in the folder and whose command line has these words in it. */
export const processesIn = (folder: string, words: string): string[] =>
  readdirSync("/proc").filter((id) => {
    try {
      return (
        /^\d+$/.test(id) &&
        readlinkSync(`/proc/${id}/cwd`) === realpathSync(folder) &&
        readFileSync(`/proc/${id}/cmdline`, "utf8").includes(words)
      );
    } catch {
      // It has ended meanwhile, or is none of ours.
      return false;
    }
  });
