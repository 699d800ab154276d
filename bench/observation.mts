/**
 * What a command and all it starts use: CPU by role and the provider's peak memory, read from /proc while it runs. On
 * other systems than Linux there is nothing to read, and the columns stay empty.
 */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export type Role = "engine" | "program" | "provider";
const roles: readonly Role[] = ["engine", "program", "provider"];

export interface Observation {
  readonly seconds: number;
  /** CPU in seconds; what a process used in its last tenth of a second is missing. */
  readonly cpu: Readonly<Record<Role, number>> | undefined;
  /** Peak of the provider process's resident memory. */
  readonly providerMegabytes: number | undefined;
  /** The most resident memory that all processes of a role had at one moment. */
  readonly megabytes: Readonly<Record<Role, number>> | undefined;
}

interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
}

const TICKS_PER_SECOND = 100;
const INTERVAL_MS = 100;
/** On the machines that are measured on. */
const BYTES_PER_PAGE = 4_096;

/** Runs a command to its end. Throws with all it printed if it fails. */
export async function observe({ command, args, cwd, environment }: Command): Promise<Observation> {
  const began = performance.now();
  const child = spawn(command, args, { cwd, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  const watch = process.platform === "linux" ? new Watch(child.pid ?? 0) : undefined;
  const timer = setInterval(() => watch?.look(), INTERVAL_MS);
  const code = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  clearInterval(timer);
  const seconds = (performance.now() - began) / 1_000;
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code ?? "a signal"}:\n${output}`);
  return { seconds, cpu: watch?.cpu(), providerMegabytes: watch?.providerMegabytes(), megabytes: watch?.megabytes() };
}

interface Seen {
  role: Role;
  ticks: number;
  peakKilobytes: number;
}

class Watch {
  readonly #root: number;
  readonly #seen = new Map<number, Seen>();
  readonly #peaks: Record<Role, number> = { engine: 0, program: 0, provider: 0 };

  constructor(root: number) {
    this.#root = root;
  }

  look(): void {
    const bytes: Record<Role, number> = { engine: 0, program: 0, provider: 0 };
    for (const { pid, ticks, pages } of family(this.#root)) {
      const before = this.#seen.get(pid);
      const role = roleOf(pid) ?? before?.role ?? "engine";
      const peakKilobytes = role === "provider" ? peakOf(pid) : 0;
      this.#seen.set(pid, { role, ticks, peakKilobytes: Math.max(peakKilobytes, before?.peakKilobytes ?? 0) });
      bytes[role] += pages * BYTES_PER_PAGE;
    }
    for (const role of roles) this.#peaks[role] = Math.max(this.#peaks[role], bytes[role]);
  }

  cpu(): Record<Role, number> {
    const sum: Record<Role, number> = { engine: 0, program: 0, provider: 0 };
    for (const { role, ticks } of this.#seen.values()) sum[role] += ticks / TICKS_PER_SECOND;
    return sum;
  }

  megabytes(): Record<Role, number> {
    const { engine, program, provider } = this.#peaks;
    const MEGABYTE = 1_024 * 1_024;
    return { engine: engine / MEGABYTE, program: program / MEGABYTE, provider: provider / MEGABYTE };
  }

  providerMegabytes(): number {
    return Math.max(0, ...[...this.#seen.values()].map(({ peakKilobytes }) => peakKilobytes)) / 1_024;
  }
}

interface Entry {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
  /** Resident memory. */
  readonly pages: number;
}

function family(root: number): Entry[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)) ?? []);
  const members = new Set([root]);
  // A child may come before its parent in the list; families here are four generations deep at most.
  for (let generation = 0; generation < 5; generation++)
    for (const { pid, parent } of all) if (members.has(parent)) members.add(pid);
  return all.filter(({ pid }) => members.has(pid));
}

function statOf(pid: number): Entry | undefined {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // pid (command) state parent …; the command may hold anything, so the last parenthesis counts.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { pid, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]), pages: Number(fields[21]) };
}

/** Undefined of a process that has ended and waits for its parent to notice. */
function roleOf(pid: number): Role | undefined {
  const command = read(`/proc/${pid}/cmdline`) ?? "";
  if (command === "") return undefined;
  if (/dynamic-provider|pulumi-resource-(pulumi-nodejs|callab)|plugin\/start\.cjs/.test(command)) return "provider";
  return /cmd\/run|pulumi-language-nodejs-exec|fleet\.mts/.test(command) ? "program" : "engine";
}

const peakOf = (pid: number): number => Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`) ?? "")?.[1] ?? 0);

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined; // It ended on its own.
  }
}
