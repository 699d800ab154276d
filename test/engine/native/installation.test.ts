/** The plugin on machines that have no npm: from an archive in a file, and from any web server. */
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { ownEnvironment, run, succeeded } from "../../support/command";
import { startEmulatorProcess } from "../../support/emulatorProcess";
import { makeYamlProject, type YamlProject } from "../../support/yamlProject";
import { campaign } from "../../support/programs";
import { runFolder } from "../../support/oncePerRun";
import { repository } from "../../support/repository";

jest.setTimeout(240_000);

let archives: string;
beforeAll(async () => {
  archives = mkdtempSync(join(runFolder(), "archives-"));
  const args = [join("tools", "plugin", "archives.mts"), archives];
  succeeded(await run(process.execPath, args, { cwd: repository, environment: ownEnvironment() }));
});

const ours = (): string => {
  const cpu = process.arch === "x64" ? "amd64" : process.arch;
  const found = readdirSync(archives).find((name) => name.includes(`-${process.platform}-${cpu}.`));
  if (found === undefined) throw new Error(`no archive for this machine among ${readdirSync(archives).join()}`);
  return join(archives, found);
};

/** A project that does not say where the plugin is. */
async function projectWithoutPlugin(): Promise<YamlProject> {
  const project = await makeYamlProject({ emulator: await startEmulatorProcess() });
  const resources = { spring: { type: "callab:index:Campaign", properties: campaign } };
  project.write(`name: tested\nruntime: yaml\nresources: ${JSON.stringify(resources)}\n`);
  return project;
}

test("from a file", async () => {
  const project = await projectWithoutPlugin();
  const version = /-(v[\d.]+)-/.exec(basename(ours()))?.[1] ?? "";
  succeeded(await project.pulumi(["plugin", "install", "resource", "callab", version, "--file", ours()]));
  expect((await project.preview()).output).toContain("callab:index:Campaign");
});

test("from a server", async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = basename(request.url ?? "");
    asked.push(name);
    // The engine wants to be told the length, which is known of what is sent in one piece.
    if (existsSync(join(archives, name))) response.end(readFileSync(join(archives, name)));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/plugins`;
  const project = await projectWithoutPlugin();
  const version = /-(v[\d.]+)-/.exec(basename(ours()))?.[1] ?? "";
  succeeded(await project.pulumi(["plugin", "install", "resource", "callab", version, "--server", address]));
  expect(asked).toEqual([basename(ours())]);
  expect((await project.preview()).output).toContain("callab:index:Campaign");
  server.close();
});
