/** `node runOfficialInstall.mts FOLDER`: one official installation into that folder. The last line of stderr is the reason of a failure. */

const SITE = "https://get.pulumi.com";
const REACH_SECONDS = 10;

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: node runOfficialInstall.mts FOLDER");

try {
  await reach();
  const { PulumiCommand } = await loadAutomationApi();
  await PulumiCommand.install({ root: folder });
} catch (error) {
  // The text of the API's errors has the installer's output in it; its last line tells most.
  const lines = (error as Error).message.trim().split("\n");
  process.stderr.write(`${lines.findLast((line) => line.trim() !== "") ?? "no reason given"}\n`);
  // At once, and not when the last connection is closed: the next source waits.
  process.exit(1);
}

/** The API itself waits two minutes for an answer; this question is answered, or given up, in seconds. */
async function reach(): Promise<void> {
  let status: number;
  try {
    const answer = await fetch(`${SITE}/install.sh`, {
      method: "HEAD",
      signal: AbortSignal.timeout(REACH_SECONDS * 1000),
    });
    status = answer.status;
  } catch (error) {
    const { cause, message } = error as Error;
    throw new Error(`${SITE} cannot be reached (${cause instanceof Error ? cause.message : message})`);
  }
  if (status !== 200) throw new Error(`${SITE} answered with HTTP ${status}`);
}

async function loadAutomationApi(): Promise<typeof import("@pulumi/pulumi/automation/index.js")> {
  try {
    return await import("@pulumi/pulumi/automation/index.js");
  } catch {
    throw new Error("the package @pulumi/pulumi is not installed here (`npm ci` does it)");
  }
}
