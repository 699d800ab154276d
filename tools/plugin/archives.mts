/**
 * Packs the plugin for machines without npm: one archive a platform, named as engines ask for it below a
 * `pluginDownloadURL`, and as `pulumi plugin install --file` takes it. All hold the same files; each needs Node.
 *
 *     npm run plugin:archives            writes them to plugin-archives/
 *     npm run plugin:archives -- FOLDER  writes them there
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import "./bundle.mts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const platforms = ["linux-amd64", "linux-arm64", "darwin-amd64", "darwin-arm64", "windows-amd64"];

const folder = resolve(process.argv[2] ?? join(root, "plugin-archives"));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const [first = "", ...others] = platforms.map((platform) =>
  join(folder, `pulumi-resource-callab-v${version}-${platform}.tar.gz`),
);
execFileSync("tar", ["-czf", first, "-C", join(root, "plugin"), "."]);
for (const other of others) cpSync(first, other);
console.log(`The archives of ${platforms.length} platforms are in ${folder}.`);
