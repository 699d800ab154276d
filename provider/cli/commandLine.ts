/** The commands with their options, help and examples; the work itself is in the modules beside. */
import type { Command } from "commander" with { "resolution-mode": "import" };
import { ownVersion } from "../runtime/ownVersion";
import { printable } from "../words/plainText";
import { emulateCommand, type EmulateFlags } from "./emulate/command";
import { doctorCommand, type DoctorFlags } from "./doctor/command";
import { exportCommand, type ExportFlags } from "./export/command";
import { CommandFailure, exitCodes } from "./failure";
import { reviewCommand } from "./review";
import { asCommandFailure } from "./settings";
import { statusCommand, type StatusFlags } from "./status/command";
import { painter } from "./terminal";

const screens = { out: process.stdout, err: process.stderr };

/** Runs one command line; gives the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { Command, CommanderError } = await import("commander");
  let code: number = exitCodes.ok;
  const program = new Command();
  build(program, (result) => (code = result));
  program.addCommand(reviewCommand());
  for (const command of [program, ...program.commands])
    command.exitOverride().showHelpAfterError("(add --help for help)");
  try {
    await program.parseAsync(asked(args, program), { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 || error.code === "commander.help" ? exitCodes.ok : exitCodes.usage;
    const failure = asCommandFailure(error);
    const paint = painter(process.stderr);
    if (failure instanceof CommandFailure) {
      process.stderr.write(`${paint("red", "error:")} ${printable(failure.message)}\n`);
      return failure.exitCode;
    }
    process.stderr.write(
      printable(
        `This is a mistake in pulumi-callab, please report it:\n${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}\n`,
      ),
    );
    return exitCodes.failed;
  }
}

/** `help` for what is no command is answered like that command: commander shows the help of all, as if it were one. */
function asked(args: readonly string[], { commands }: Command): readonly string[] {
  const [first, named = "-", ...rest] = args;
  const isMistyped = first === "help" && !named.startsWith("-") && !commands.some((one) => one.name() === named);
  return isMistyped ? [named, ...rest] : args;
}

const connection = (command: Command): Command =>
  command
    .option("-w, --workspace <slug>", "workspace (default: CALLAB_WORKSPACE, else `default`)")
    .option("--base-url <url>", "address of the API (default: CALLAB_BASE_URL, else Callab's own)")
    .option("--routes <json>", "routes that are other ones here, as for callab:routes");

const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

function build(program: Command, end: (code: number) => void): void {
  program
    .name("callab")
    .description("Callab AI workspaces as code: look at one, export one, or run one on this machine.")
    .version(ownVersion(), "-V, --version")
    .addHelpText(
      "after",
      `
The API token is read from the environment variable CALLAB_API_TOKEN, else from the stack that is selected in this folder.

Exit codes: 0 done; 1 failed, or something is wrong; 2 wrong command line or file; 130 interrupted.

Examples:
  $ callab doctor                      is everything ready?
  $ callab status                      what calls now?
  $ callab export --out our-calls      the workspace as a Pulumi project
  $ callab emulate --data calls.json   a Callab API on this machine`,
    );

  connection(program.command("export"))
    .description("write a Pulumi program of a live workspace; only reads, changes nothing")
    .option("-k, --kind <kind>", "only this kind: campaign, agent, phone-number or webhook (repeatable)", several)
    .option("-n, --name <glob>", "only objects whose name (or number) fits, such as 'Spring*'")
    .option("-o, --out <folder>", "folder to write (default: callab-<workspace>)")
    .option(
      "--hints <file>",
      "answers to what the API does not show: the hints.json that an export writes, CSV, or a saved answer of the dashboard (repeatable)",
      several,
    )
    .option(
      "--contract <file>",
      "what callab doctor --learn found: ask for what the account hides, and for nothing else",
    )
    .option("--leave-hidden", "leave what the API hides as it is, and ask for no more than a program must have")
    .option("-f, --force", "replace the program in a folder that exists; other files in it are kept")
    .option("--json", "report as JSON on stdout")
    .addHelpText(
      "after",
      `
Writes a whole project: program, package.json, tsconfig.json, Pulumi.yaml, an import.json for
\`pulumi import --file\`, and a README.md with the commands to run next.

Examples:
  $ callab export
  $ callab export --workspace sales --out sales
  $ callab export --kind campaign --name 'Spring*'
  $ callab export --leave-hidden
  $ callab export --contract callab.contract.json
  $ callab export --hints answers.csv --hints dashboard.json --force
  $ callab export --hints callab-default/hints.json --force`,
    )
    .action((flags: ExportFlags) => exportCommand(flags, screens));

  connection(program.command("doctor"))
    .description("check token, address, workspace, routes, clock and versions; only reads")
    .option("--learn <file>", "write what the account is seen to do to this file; only reads")
    .option("--try-writes", "with --learn and --workspace: also by throw-away objects that can call nobody")
    .option("-y, --yes", "agree to --try-writes, where there is no terminal")
    .option("--contract <file>", "say what the account does otherwise than this file")
    .option("--report", "what was learned, as text that can be posted")
    .option("--json", "report as JSON on stdout")
    .addHelpText(
      "after",
      `
Ends with 0 if nothing is wrong (warnings may be there), else with 1: also where a contract is no longer
true, where something could not be learned, and where a throw-away object is left.

Examples:
  $ callab doctor
  $ callab doctor --workspace sales --json
  $ callab doctor --learn callab.contract.json
  $ callab doctor --learn callab.contract.json --try-writes --workspace sandbox
  $ callab doctor --contract callab.contract.json
  $ callab doctor --contract callab.contract.json --report`,
    )
    .action(async (flags: DoctorFlags) => end(await doctorCommand(flags, screens)));

  connection(program.command("status"))
    .description("what calls now, and what calls next; only reads")
    .option("--calls", "with today's calls by outcome")
    .option("--watch", "a table that redraws every ten seconds, until Ctrl-C")
    .option("--json", "as JSON on stdout")
    .addHelpText(
      "after",
      `
Calling now is what is active, within its dates, and within its hours in its own time zone.

Examples:
  $ callab status
  $ callab status --calls --watch
  $ callab status --workspace sales --json`,
    )
    .action((flags: StatusFlags) => statusCommand(flags, screens));

  program
    .command("emulate")
    .description("run a Callab API on this machine, for tests and for trying things out")
    .option("-p, --port <number>", "port to listen on; 0: any free one (default: 4599)")
    .option("--host <address>", "address to listen on (default: 127.0.0.1)")
    .option("-d, --data <file>", "file that keeps the objects (default: memory only)")
    .option("--personality <spec>", "how it answers: a preset, switch=position, or several with commas between")
    .option("--contract <file>", "answer as the account did from which this was learned (callab doctor --learn)")
    .option("--fault <rule>", "something that goes wrong: a name with settings, or JSON (repeatable)", several)
    .option("--seed <text>", "makes IDs and random faults repeatable")
    .option("--latency <ms>", "time every answer takes")
    .option("--token <token>", "the token it accepts; not a secret (default: emulator-token)")
    .option("--people <tag=number>", "made-up people with a tag, such as vip=1240 (repeatable)", several)
    .option("--list", "list personalities, switches and faults, and end")
    .option("-q, --quiet", "no line on stderr for each request")
    .option("--json", "the ready line as JSON")
    .addHelpText(
      "after",
      `
The first line on stdout says that it is ready, and where. Ctrl-C ends it.

Examples:
  $ callab emulate
  $ callab emulate --port 0 --json --data calls.json
  $ callab emulate --personality legacy,listLagRequests=2
  $ callab emulate --fault dropAfter,operation=create,kind=Campaign
  $ callab emulate --fault '{"fault":"error500","match":{"method":"POST"},"times":2}'`,
    )
    .action((flags: EmulateFlags) => emulateCommand(flags, screens));
}
