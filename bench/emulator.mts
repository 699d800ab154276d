/**
 * `node emulator.mts OPTIONS`: an emulator in a process of its own; prints its address, ends when its starter does. For
 * each line it reads it prints, as JSON, what there was since the last one (see emulatorProcess.mts).
 */
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import type { EmulatorOptions } from "../emulator/index.ts";
import type { Tally } from "./emulatorProcess.mts";

const require = createRequire(import.meta.url);
const { startEmulator } = require("../dist/emulator/index.js") as typeof import("../emulator/index.ts");

// Counted here, and not in the emulator's log: that forgets the oldest of very many.
let requests: Record<string, number> = {};
let cpu = process.cpuUsage();

const emulator = await startEmulator({
  ...(JSON.parse(process.argv[2] ?? "{}") as EmulatorOptions),
  onRequest: ({ operation }) => {
    const name = operation ?? "unknown";
    requests[name] = (requests[name] ?? 0) + 1;
  },
});
process.stdout.write(`${emulator.url}\n`);

const lines = createInterface({ input: process.stdin });
lines.on("line", () => {
  const { user, system } = process.cpuUsage(cpu);
  const megabytes = process.resourceUsage().maxRSS / 1_024;
  const tally: Tally = { requests, cpuSeconds: (user + system) / 1_000_000, megabytes };
  process.stdout.write(`${JSON.stringify(tally)}\n`);
  requests = {};
  cpu = process.cpuUsage();
});
lines.on("close", () => process.exit(0));
