/**
 * The page of `callab review --html` in a real browser: on a wide screen in light and dark, and on a phone. With PICTURES=<folder>
 * it leaves pictures there, to be looked at.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { review } from "../../provider/cli/review/review";
import { startBrowser, type Browser } from "../support/browser";
import { recorded } from "../unit/review/example";
import { previewText, spring, type Step } from "../unit/review/previewText";

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), "callab-page-"));
let browser: Browser;

beforeAll(() => {
  if (process.platform === "linux") browser = startBrowser();
});
afterAll(async () => {
  if (process.platform === "linux") await browser.close();
  rmSync(folder, { recursive: true });
});

interface Look {
  readonly name: string;
  readonly width: number;
  readonly scheme: "light" | "dark";
}

const looks: readonly Look[] = [
  { name: "light", width: 1_200, scheme: "light" },
  { name: "dark", width: 1_200, scheme: "dark" },
  { name: "phone", width: 390, scheme: "light" },
  { name: "phone-dark", width: 390, scheme: "dark" },
];

async function open(json: string, { name, width, scheme }: Look): Promise<void> {
  const file = join(folder, "review.html");
  writeFileSync(file, review(json, { now: new Date("2026-01-05T00:00:00Z") }).page());
  await browser.tell({ do: "open", file, width, scheme });
  const pictures = process.env["PICTURES"];
  if (pictures !== undefined) await browser.tell({ do: "picture", file: join(pictures, `${name}.png`) });
}

const example = readFileSync(recorded, "utf8");

const several = previewText([
  { op: "update", name: "a", old: { ...spring, name: "Amber" }, new: { ...spring, name: "Amber", notes: "x" } },
  { op: "create", name: "b", new: { ...spring, name: "Blue", desiredStatus: "active" } },
  { op: "delete", name: "c", old: { ...spring, name: "Coral" } },
]);

/** Run in the browser, as text: nothing of this file is known there. */
const ask = <Result>(expression: string): Promise<Result> => browser.tell({ do: "ask", expression });

const heard = (): Promise<string[]> => browser.tell({ do: "heard" });

/** The browser that the package brings is one for Linux. */
const isThere = process.platform === "linux";

(isThere ? describe : describe.skip).each(looks)("$name", (look) => {
  it("fits the screen, asks for nothing and complains of nothing", async () => {
    await open(example, look);
    expect(await ask<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(look.width);
    expect(await heard()).toEqual([]);
  });

  it("shows the worst before anything else", async () => {
    await open(several, look);
    const top = await ask<number>(`document.querySelector(".dangers").getBoundingClientRect().bottom`);
    expect(top).toBeLessThan(600);
    expect(await ask<string>(`document.querySelector(".dangers li").textContent`)).toBe("Starts calling: Blue");
  });

  it("can be read: every text stands out from what is behind it", async () => {
    await open(example, look);
    // WCAG 2.2, 1.4.3: a contrast of 4.5 at least.
    const poor = await ask<string[]>(`(() => {
      const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
      const light = (colour) => channels(colour).slice(0, 3).map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
        .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
      const behind = (element) => {
        for (let at = element; at !== null; at = at.parentElement) {
          const colour = getComputedStyle(at).backgroundColor;
          if ((channels(colour)[3] ?? 1) > 0) return colour;
        }
        return "rgb(255, 255, 255)";
      };
      return [...document.querySelectorAll("body *:not(svg, svg *, script)")]
        .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ""))
        .filter((element) => {
          const [one, other] = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => b - a);
          return (one + 0.05) / (other + 0.05) < 4.5;
        })
        .map((element) => element.textContent.slice(0, 40));
    })()`);
    expect(poor).toEqual([]);
  });
});

const visible = (): Promise<string[]> =>
  ask(
    `[...document.querySelectorAll("tbody tr")].filter((row) => row.offsetParent !== null).map((row) => row.cells[0].textContent)`,
  );

const inBrowser = isThere ? it : it.skip;

inBrowser("filters the table by word and by what happens", async () => {
  await open(several, looks[0] as Look);
  expect(await visible()).toEqual(["Blue", "Amber", "Coral"]);
  await browser.tell({ do: "type", selector: "input[type=search]", text: "blue" });
  expect(await visible()).toEqual(["Blue"]);
  expect(await ask(`document.querySelector("output").textContent`)).toBe("1 of 3");
  await ask(`(document.querySelector("input[type=search]").value = "")`);
  await browser.tell({ do: "click", selector: "input[value=update]" });
  expect(await visible()).toEqual(["Blue", "Coral"]);
});

inBrowser("filters where all campaigns have the same in store", async () => {
  const steps = ["Amber", "Blue"].map((name): Step => ({ op: "create", name, new: { ...spring, name } }));
  await open(previewText(steps), looks[0] as Look);
  expect(await visible()).toEqual(["Amber", "Blue"]);
  await browser.tell({ do: "click", selector: "input[value=create]" });
  expect(await visible()).toEqual([]);
  expect(await heard()).toEqual([]);
});

inBrowser("runs nothing that a name holds", async () => {
  const names = [
    `<img src="https://evil.example.com/x.png" onerror="alert(1)">`,
    `</script><script>alert(2)</script>`,
    `"><svg onload=alert(3)>`,
    `</style><link rel=stylesheet href=https://evil.example.com/x.css>`,
  ];
  const steps = names.map((name, index): Step => ({ op: "create", name: `c${index}`, new: { ...spring, name } }));
  await open(previewText(steps), looks[0] as Look);
  expect([...(await visible())].sort()).toEqual([...names].sort());
  expect(await heard()).toEqual([]);
});
