/**
 * `node runBrowser.mts`: a real browser. It reads one command a line and answers each with a line of JSON; it is a process
 * of its own because what drives it is ES modules, which tests cannot load.
 */
import chromium from "@sparticuz/chromium";
import { createInterface } from "node:readline";
import puppeteer, { type Page } from "puppeteer-core";
import type { BrowserCommand } from "./browser.ts";

const browser = await puppeteer.launch({
  args: [...chromium.args, "--no-sandbox"],
  executablePath: await chromium.executablePath(),
  headless: "shell",
});
const page = await browser.newPage();
let heard: string[] = [];
page.on("console", (message) => heard.push(message.text()));
page.on("pageerror", (error) => heard.push(String(error)));
page.on("dialog", (dialog) => {
  heard.push(`dialog ${dialog.message()}`);
  void dialog.dismiss();
});
page.on("request", (request) => {
  if (!request.url().startsWith("file:")) heard.push(`request ${request.url()}`);
});

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await done(page, JSON.parse(line) as BrowserCommand).then(
    (result) => ({ result }),
    (error: unknown) => ({ error: String(error) }),
  );
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
await browser.close();

async function done(at: Page, command: BrowserCommand): Promise<unknown> {
  switch (command.do) {
    case "open":
      heard = [];
      await at.setViewport({ width: command.width, height: 900 });
      await at.emulateMediaFeatures([{ name: "prefers-color-scheme", value: command.scheme }]);
      await at.goto(`file://${command.file}`);
      return null;
    case "ask":
      return at.evaluate(command.expression);
    case "type":
      return at.type(command.selector, command.text);
    case "click":
      return at.click(command.selector);
    case "picture":
      await at.screenshot({ path: command.file, fullPage: true });
      return null;
    case "heard":
      return heard;
  }
}
