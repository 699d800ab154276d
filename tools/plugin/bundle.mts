/** Makes the plugin of the native front, one file that needs no `node_modules`: plugin/callab.cjs. */
import { build, type Plugin } from "esbuild";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The HTTP client can send forms with files, and names all media types for that. No request of the provider is a form. */
const noForms: Plugin = {
  name: "no forms",
  setup(bundle) {
    bundle.onResolve({ filter: /^mime-types$/ }, ({ path }) => ({ path, namespace: "no-forms" }));
    bundle.onLoad({ filter: /.*/, namespace: "no-forms" }, () => ({ contents: "exports.lookup = () => false;" }));
  },
};

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
  plugins: [noForms],
  logLevel: "warning",
  tsconfigRaw: {},
});
