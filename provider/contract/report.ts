/**
 * A contract as a text that can be posted: what each fact means in the words of its description. It names no account, no
 * address and no workspace, because a contract holds none.
 */
import { isObject } from "../values/empty";
import { contractDescription, inside, type Description } from "./description";
import { textOf } from "./text";
import type { Contract, RouteFact } from "./types";

/** @param release of this package */
export function reportOf(contract: Contract, release: string): string {
  const { day, writesTried, routes, answers, kinds } = JSON.parse(textOf(contract)) as Contract;
  const how = writesTried ? "by reads and by throw-away objects" : "by reads alone";
  return [
    `# What a Callab account was seen to do`,
    "",
    `Seen on ${day} ${how}, with pulumi-callab ${release}. It holds nothing of the account's own.`,
    "",
    "## routes",
    "",
    ...Object.entries(routes).flatMap(([key, route]) => (route === undefined ? [] : [routeLine(key, route)])),
    ...section({ answers, kinds }, contractDescription, 2),
    "",
  ].join("\n");
}

function routeLine(key: string, { route, also = [], absent = [], day }: RouteFact): string {
  const list = (ways: readonly string[]): string => ways.map((way) => `\`${way}\``).join(", ");
  const parts = [
    route === null ? "none of those that were tried" : list([route]),
    ...(also.length === 0 ? [] : [`also ${list(also)}`]),
    ...(absent.length === 0 ? [] : [`not there: ${list(absent)}`]),
  ];
  return `- ${key} (${day}): ${parts.join("; ")}`;
}

function section(facts: object, node: Description, depth: number): string[] {
  const entries = Object.entries(facts).filter(
    ([name, value]) => value !== undefined && name !== "day" && name !== "mark",
  );
  const lines = entries
    .filter(([, value]) => !isObject(value))
    .map(([name, value]) => fact(name, value, inside(node, name)));
  const inner = entries.flatMap(([name, value]): string[] => {
    if (!isObject(value)) return [];
    const child = inside(node, name);
    if (isShort(value)) return [fact(name, Object.values(value).join(", "), child)];
    const day = "day" in value ? ` (${String(value.day)})` : "";
    return depth < 4
      ? [
          "",
          `${"#".repeat(depth)} ${name}${day}`,
          ...(depth === 2 && day === "" ? [] : [""]),
          ...section(value, child, depth + 1),
        ]
      : [`- **${name}**${day}`, ...section(value, child, depth + 1).map((line) => `  ${line}`)];
  });
  return [...lines, ...inner];
}

/** A few words beside one another, such as the form of a refusal. */
const isShort = (value: object): boolean => !("day" in value) && Object.values(value).every((each) => typeof each !== "object") && Object.keys(value).length > 0; // prettier-ignore

function fact(name: string, value: unknown, { description }: Description): string {
  const values: readonly unknown[] = Array.isArray(value) ? value : value === null ? [] : [value];
  const words = values.length === 0 ? "none" : values.map((each) => `\`${String(each)}\``).join(", ");
  return `- ${name}: ${words}${description === undefined ? "" : ` (${description.replace(/\.$/, "")})`}`;
}
