/**
 * The review as one page that needs nothing from elsewhere: dangers, totals, the week, and a table of all campaigns with
 * filters. It is opened by people who trust it, and holds what others called things: every text is escaped, the policy
 * of the page allows its own script and style alone, and the script reads and writes no markup.
 */
import { createHash } from "node:crypto";
import { oneLine, printable } from "../../words/plainText";
import type { CampaignReport, Report } from "./report";
import { riskTitles, riskKinds } from "./risks";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
/** Text of one line, its reading direction its own. */
const html = (text: string): string => escaped(oneLine(text));

const style = `
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --paper: #ffffff; --line: #d1d9e0; --wash: #f6f8fa; --bad: #b42318; --bad-wash: #fff1f0; --accent: #0a5fcb; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9aa5b1; --paper: #0d1117; --line: #3d444d; --wash: #151b23; --bad: #ff8d85; --bad-wash: #2a1514; --accent: #4f94f5; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem 1rem 4rem; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
.dangers { border: 1px solid var(--bad); border-left-width: .4rem; background: var(--bad-wash); border-radius: .4rem; padding: .75rem 1rem .75rem 2rem; margin: 0 0 1rem; }
.dangers b { color: var(--bad); }
.calm { border: 1px solid var(--line); background: var(--wash); border-radius: .4rem; padding: .75rem 1rem; margin: 0 0 1rem; }
.numbers { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 0; padding: 0; list-style: none; }
.numbers b { font-size: 1.25rem; display: block; }
.week { overflow-x: auto; } .week svg { display: block; min-width: 44rem; max-width: 100%; height: auto; }
form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: 0 0 .75rem; }
input[type=search] { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; padding: .35rem .6rem; flex: 1 1 14rem; min-width: 0; }
label { display: inline-flex; gap: .35rem; align-items: center; white-space: nowrap; }
table { width: 100%; border-collapse: collapse; }
th { white-space: nowrap; text-align: left; color: var(--soft); font-weight: 600; font-size: .85rem; }
th, td { padding: .6rem .75rem .6rem 0; border-top: 1px solid var(--line); vertical-align: top; }
td ul { margin: .25rem 0 0; padding-left: 1.1rem; } td p { margin: 0; }
.name { font-weight: 600; } .risk { color: var(--bad); } .soft { color: var(--soft); font-size: .9rem; }
tr[hidden] { display: none; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
pre { white-space: pre-wrap; background: var(--wash); border: 1px solid var(--line); border-radius: .4rem; padding: .75rem; }
@media (max-width: 40rem) {
  thead { position: absolute; left: -99rem; }
  table, tbody, tr, td { display: block; }
  tr { border-top: 1px solid var(--line); padding: .75rem 0; }
  td { border: 0; padding: .15rem 0; }
  td[data-head]:not(.name)::before { content: attr(data-head) ": "; color: var(--soft); font-size: .85rem; }
}
@media print { form { display: none; } }
`;

const script = `
const form = document.querySelector("form");
const rows = [...document.querySelectorAll("tbody tr")];
const count = document.querySelector("output");
function show() {
  const words = form.elements.words.value.toLowerCase();
  const kinds = [...form.elements.kind].filter((box) => box.checked).map((box) => box.value);
  let shown = 0;
  for (const row of rows) {
    row.hidden = !kinds.includes(row.dataset.kind) || !row.textContent.toLowerCase().includes(words);
    if (!row.hidden) shown++;
  }
  count.textContent = shown === rows.length ? "" : shown + " of " + rows.length;
}
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
show();
`;

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The page. `picture` is the SVG of the week, which is a part of it. */
export function reviewPage(report: Report, picture: string): string {
  const where = report.stack === null ? "" : ` (${report.stack?.project ?? ""}, stack ${report.stack?.name ?? ""})`;
  const title = `What this change does to calls${where}`;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
  return `${[
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${html(title)}</title>`,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    `<h1>${html(title)}</h1>`,
    failure(report),
    dangers(report),
    numbers(report),
    "<h2>The week</h2>",
    `<div class="week" tabindex="0" role="region" aria-label="The week">${picture}</div>`,
    "<h2>Campaigns</h2>",
    report.campaigns.length === 0 ? "<p>No campaigns.</p>" : campaigns(report.campaigns),
    others(report),
    warnings(report),
    '<p class="soft">This is a preview: nothing has been changed yet.</p>',
    ...(report.campaigns.length === 0 ? [] : [`<script>${script}</script>`]),
    "</body>",
    "</html>",
  ]
    .filter((part) => part !== "")
    .join("\n")}\n`;
}

function failure({ notices, failed }: Report): string {
  if (!failed) return "";
  const messages = notices.filter(({ severity }) => severity === "error").map(({ message }) => printable(message));
  return `<p class="risk"><b>The preview failed: as it stands, this change cannot be carried out.</b></p>\n<pre>${escaped(messages.join("\n\n"))}</pre>`;
}

function dangers({ campaigns: all }: Report): string {
  const lines = riskKinds.flatMap((kind) => {
    const named = all.filter(({ risks }) => risks.some((risk) => risk.kind === kind)).map(({ name }) => html(name));
    return named.length === 0
      ? []
      : [`<li><b>${riskTitles[kind]}:</b> ${named.map((name) => `<bdi>${name}</bdi>`).join("; ")}</li>`];
  });
  return lines.length === 0
    ? '<p class="calm">Nobody is called who is not called today.</p>'
    : `<ul class="dangers">\n${lines.join("\n")}\n</ul>`;
}

function numbers({ totals, campaigns: all }: Report): string {
  const { hoursBefore, hoursAfter, notCounted, statuses } = totals;
  const changed = all.filter(({ action }) => action !== "same").length;
  const cells: readonly (readonly [string, string])[] = [
    [`${changed} of ${all.length}`, "campaigns change"],
    [
      `${hoursBefore} → ${hoursAfter}`,
      `hours a week may be called at${notCounted === 0 ? "" : `, without ${notCounted} that cannot be told`}`,
    ],
    ...Object.entries(statuses).map(([status, number]) => [String(number), status] as const),
  ];
  return `<ul class="numbers">${cells.map(([number, of]) => `<li><b>${html(number)}</b> ${html(of)}</li>`).join("")}</ul>`;
}

const actionWords: Readonly<Record<CampaignReport["action"], string>> = {
  create: "new",
  update: "changed",
  replace: "made anew",
  delete: "deleted",
  same: "unchanged",
};

function campaigns(all: readonly CampaignReport[]): string {
  const kinds = [...new Set(all.map(({ action }) => action))];
  const boxes = kinds.map(
    (kind) => `<label><input type="checkbox" name="kind" value="${kind}" checked> ${actionWords[kind]}</label>`,
  );
  // One box alone is no list of boxes to the script.
  const hidden = kinds.length === 1 ? '<input type="checkbox" name="kind" value="" hidden>' : "";
  const heads = ["Campaign", "What happens", "Who is called when", "Hours a week"];
  return [
    `<form><input type="search" name="words" placeholder="Filter by any word" aria-label="Filter by any word">${boxes.join("")}${hidden}<output class="soft"></output></form>`,
    `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead>`,
    `<tbody>${all.map((campaign) => row(campaign, heads)).join("\n")}</tbody></table>`,
  ].join("\n");
}

function row(campaign: CampaignReport, heads: readonly string[]): string {
  const { action, risks, before, after, changes, people } = campaign;
  const about = [actionWords[action], campaign.status, campaign.direction === "inbound" ? "inbound" : null];
  const heading = about.filter((word) => word !== null).join(", ");
  const happens = [
    ...risks.map(({ words }) => `<li class="risk">${html(words)}</li>`),
    ...campaign.consequences.map((sentence) => `<li>${html(sentence)}</li>`),
    ...changes.map(({ label, before: old, after: now }) => `<li>${html(label)}: ${html(old)} → ${html(now)}</li>`),
    ...(people === undefined ? [] : [`<li>People: ${html(people)}</li>`]),
  ];
  const who = [
    ...(before !== null && before !== after
      ? [`<p class="soft">${after === null ? "until now" : "before"}: ${html(before)}</p>`]
      : []),
    ...(after === null ? [] : [`<p>${html(after)}</p>`]),
  ];
  const cells = [
    `<td class="name" data-head="${heads[0] ?? ""}"><bdi>${html(campaign.name)}</bdi></td>`,
    `<td>${html(heading)}${happens.length === 0 ? "" : `<ul>${happens.join("")}</ul>`}</td>`,
    `<td>${who.join("")}</td>`,
    `<td data-head="${heads[3] ?? ""}">${campaign.hoursAWeek ?? "not known"}</td>`,
  ];
  return `<tr data-kind="${action}">${cells.join("")}</tr>`;
}

function others({ others: all }: Report): string {
  return all.length === 0
    ? ""
    : `<h2>Agents, numbers and webhooks</h2>\n<ul>${all.map(({ words }) => `<li>${html(words)}</li>`).join("")}</ul>`;
}

function warnings({ notices }: Report): string {
  const found = notices.filter(({ severity }) => severity === "warning");
  if (found.length === 0) return "";
  const lines = found.map(
    ({ resource, message }) => `<li>${resource === null ? "" : `<b>${html(resource)}</b>: `}${html(message)}</li>`,
  );
  return `<h2>Warnings</h2>\n<ul>${[...new Set(lines)].join("")}</ul>`;
}
