#!/usr/bin/env node
/** Entry of the `callab` command. Node loads commander, an ES module, with the first use. */
import { run } from "./commandLine";

void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
