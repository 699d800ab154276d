/** `node emulator.mts OPTIONS`: an emulator in a process of its own; prints its address, ends when its starter does. */
import { createRequire } from "node:module";
import type { EmulatorOptions } from "../emulator/index.ts";

const require = createRequire(import.meta.url);
const { startEmulator } = require("../dist/emulator/index.js") as typeof import("../emulator/index.ts");

const emulator = await startEmulator(JSON.parse(process.argv[2] ?? "{}") as EmulatorOptions);
process.stdout.write(`${emulator.url}\n`);
process.stdin.resume().on("end", () => process.exit(0));
