/** The package as CommonJS and as ES modules import it, without an engine. */
import { succeeded, run, ownEnvironment } from "../support/command";
import { consumer } from "./installation";

jest.setTimeout(120_000);

const names = [
  "AiAgent",
  "Campaign",
  "PhoneNumber",
  "Webhook",
  "Workspace",
  "getAiAgent",
  "getAiAgentOutput",
  "getCampaign",
  "getCampaignOutput",
  "getPhoneNumber",
  "getPhoneNumberOutput",
  "getWebhook",
  "getWebhookOutput",
];

async function output(file: string, text: string): Promise<unknown> {
  const cwd = await consumer({ [file]: text });
  const result = succeeded(await run(process.execPath, [file], { cwd, environment: ownEnvironment() }));
  return JSON.parse(result.stdout);
}

test("require gives the public names, and no others", async () => {
  const program = 'console.log(JSON.stringify(Object.keys(require("pulumi-callab")).sort()));';
  expect(await output("program.cjs", program)).toEqual(names);
});

test("import gives the same names", async () => {
  const program = `import * as all from "pulumi-callab";
    import { ${names.join(", ")} } from "pulumi-callab";
    const named = { ${names.join(", ")} };
    console.log(JSON.stringify(Object.keys(named).filter((name) => named[name] !== undefined && named[name] === all[name])));`;
  expect(await output("program.mjs", program)).toEqual(names);
});

test("both are the same classes: the package is loaded once", async () => {
  const program = `import { createRequire } from "node:module";
    import { Campaign } from "pulumi-callab";
    console.log(JSON.stringify(createRequire(import.meta.url)("pulumi-callab").Campaign === Campaign));`;
  expect(await output("program.mjs", program)).toBe(true);
});

test("TypeScript that node runs by itself imports it", async () => {
  const program = `import * as callab from "pulumi-callab";
    const name: string = callab.Campaign.name;
    console.log(JSON.stringify(name));`;
  expect(await output("program.mts", program)).toBe("Campaign");
});

test.each(["require", "import"])("the emulator starts and answers (%s)", async (way) => {
  const load = way === "import" ? "await import" : "require";
  const program = `(async () => {
    const { startEmulator, connectControl } = ${load}("pulumi-callab/emulator");
    const emulator = await startEmulator();
    const { ok } = await connectControl(emulator.url).health();
    await emulator.close();
    console.log(JSON.stringify(ok));
  })();`;
  expect(await output("program.cjs", program)).toBe(true);
});

test("a program does not load the emulator or the command", async () => {
  const program = `require("pulumi-callab");
    const loaded = Object.keys(require.cache).filter((path) => /[\\\\/](emulator|cli|commander)[\\\\/]/.test(path));
    console.log(JSON.stringify(loaded));`;
  expect(await output("program.cjs", program)).toEqual([]);
});

test("what is not public cannot be imported", async () => {
  const program = `const refused = ["pulumi-callab/dist/provider/lifecycle/create.js", "pulumi-callab/provider/index"].filter((path) => {
      try { require(path); return false; } catch (error) { return error.code === "ERR_PACKAGE_PATH_NOT_EXPORTED"; }
    });
    console.log(JSON.stringify(refused.length));`;
  expect(await output("program.cjs", program)).toBe(2);
});

/** States refer to these by name, for ever; see docs/versioning.md. */
test.each(["campaign", "aiAgent", "phoneNumber", "webhook", "workspace"])(
  "what states refer to is there: dynamic/%s",
  async (kind) => {
    const program = `const byName = require("pulumi-callab/dynamic/${kind}");
    const byPath = require("pulumi-callab/dist/provider/dynamic/${kind}.js");
    console.log(JSON.stringify([byName === byPath, Object.keys(byName).sort()]));`;
    const methods = ["check", "configure", "create", "delete", "diff", "read", "update"];
    expect(await output("program.cjs", program)).toEqual([true, methods]);
  },
);

test("the command tells its version", async () => {
  const cwd = await consumer({});
  const result = succeeded(
    await run(process.execPath, ["node_modules/pulumi-callab/dist/provider/cli/main.js", "--version"], {
      cwd,
      environment: ownEnvironment(),
    }),
  );
  expect(result.stdout.trim()).toMatch(/^\d+\.\d+\.\d+/);
});
