/** Makes the plugin of the native front, one file that needs no `node_modules`: plugin/callab.cjs. */
import { build } from "esbuild";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

await build({
  entryPoints: [join(root, "provider", "native", "main.ts")],
  outfile: join(root, "plugin", "callab.cjs"),
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node22",
  minify: true,
  // Messages say what a class is called.
  keepNames: true,
  // The licences of what is in it go along.
  legalComments: "linked",
  logLevel: "warning",
  tsconfigRaw: {},
});
