/** `node runEmulator.mts OPTIONS`: an emulator; prints its address when it listens, ends when its starter does. */
import { startEmulator, type EmulatorOptions } from "pulumi-callab/emulator";

const emulator = await startEmulator(JSON.parse(process.argv[2] ?? "{}") as EmulatorOptions);
process.stdout.write(`${emulator.url}\n`);
process.stdin.resume().on("end", () => process.exit(0));
