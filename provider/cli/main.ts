#!/usr/bin/env node
/** Entry of the `callab` command. Node loads commander, an ES module, with the first use. */
import { run } from "./commandLine";
import { exitCodes } from "./failure";
import { isNodeNewEnough, leastNode } from "./nodeVersion";

// A process whose work waits for what never comes just ends. That must not pass for a success.
process.exitCode = exitCodes.failed;
const cutShort = (): void => {
  process.stderr.write("error: The command ended before its work was done: what it waited for never came.\n");
};
process.once("exit", cutShort);

const { node } = process.versions;
if (isNodeNewEnough(node)) {
  void run(process.argv.slice(2)).then((code) => {
    process.removeListener("exit", cutShort);
    process.exitCode = code;
  });
} else {
  process.removeListener("exit", cutShort);
  process.stderr.write(`error: Node.js ${leastNode()} or newer is needed; the \`node\` that runs this is ${node}.\n`);
}
