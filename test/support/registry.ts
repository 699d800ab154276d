/**
 * A registry of npm packages on this machine, for tests in which a package manager installs. It has what this repository's
 * node_modules has, in the versions of the lock file, and what a test publishes. So nothing is downloaded, and the
 * machine's own registry does not matter.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { createGzip } from "node:zlib";
import { repository } from "./repository";

export interface Registry {
  readonly url: string;
  close(): Promise<void>;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

/** The folders of all packages that are installed in this repository. */
function installed(): string[] {
  const lock = JSON.parse(readFileSync(join(repository, "package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, { readonly link?: boolean }>>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { link }]) => path !== "" && link !== true)
    .map(([path]) => join(repository, path))
    .filter((folder) => existsSync(join(folder, "package.json")));
}

/** A package as registries serve it: a folder of any name, gzipped. */
function tarballOf(folder: string): Promise<Buffer> {
  const packing = ["-cf", "-", "--exclude=node_modules", "-C", dirname(folder), basename(folder)];
  const tar = spawn("tar", packing, { stdio: ["ignore", "pipe", "inherit"] });
  return buffer(tar.stdout.pipe(createGzip({ level: 1 })));
}

/** Starts it on a free port. @param published folders of packages that are no dependency of this repository */
export async function startRegistry(published: readonly string[]): Promise<Registry> {
  const folders = new Map<string, Map<string, string>>();
  for (const folder of [...installed(), ...published]) {
    const { name, version } = manifestOf(folder);
    folders.set(name, (folders.get(name) ?? new Map<string, string>()).set(version, folder));
  }
  const tarballs = new Map<string, Promise<Buffer>>();
  const tarball = (folder: string): Promise<Buffer> => {
    const made = tarballs.get(folder) ?? tarballOf(folder);
    tarballs.set(folder, made);
    return made;
  };

  /** All that there is of one package, as the managers ask for it. */
  async function everyVersion(name: string, versions: ReadonlyMap<string, string>): Promise<object> {
    const entries = [...versions].map(async ([version, folder]) => {
      const hash = createHash("sha512").update(await tarball(folder));
      const dist = { tarball: `${url}/${name}/-/${version}.tgz`, integrity: `sha512-${hash.digest("base64")}` };
      return [version, { ...manifestOf(folder), dist }] as const;
    });
    return {
      name,
      "dist-tags": { latest: [...versions.keys()][0] },
      versions: Object.fromEntries(await Promise.all(entries)),
    };
  }

  async function answer(path: string): Promise<Buffer | object | undefined> {
    const [, name = "", version] = /^\/((?:@[^/]+\/)?[^/]+)(?:\/-\/(.+)\.tgz)?$/.exec(decodeURIComponent(path)) ?? [];
    const versions = folders.get(name);
    if (versions === undefined) return undefined;
    if (version === undefined) return everyVersion(name, versions);
    const folder = versions.get(version);
    return folder === undefined ? undefined : tarball(folder);
  }

  const server = createServer((request, response) => {
    void answer((request.url ?? "").replace(/\?.*/, "")).then(
      (found) => {
        if (found === undefined) response.writeHead(404).end("{}");
        else if (Buffer.isBuffer(found)) response.end(found);
        else response.setHeader("content-type", "application/json").end(JSON.stringify(found));
      },
      (failure: unknown) => response.writeHead(500).end(String(failure)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
