/** Reading the file of a learned contract: it is held against contract.schema.json, and what is wrong is told with its place. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { hint } from "../words/hint";
import { nearest } from "../words/nearest";
import { oneLine } from "../words/plainText";
import { text, withCodes, type Text } from "../words/text";
import { descriptionAt } from "./description";
import { builtInRoutes } from "../kinds/routes";
import type { Contract, RouteFact } from "./types";
import type { ContractProblem } from "./validator";

/** The form that this release reads and writes. */
const VERSION = 1;

/** Larger files are none: one of all that can be said has some 30 kB. */
const MOST_CHARACTERS = 1_000_000;

/** What reading gives: the contract, or what is wrong with it, one sentence each. */
type ContractRead =
  | { readonly contract: Contract; readonly problems?: undefined }
  | { readonly contract?: undefined; readonly problems: readonly Text[] };

/** Reads a file. @param path absolute, or from the folder of the process; messages name it in full. */
export function readContract(path: string): ContractRead {
  const file = resolve(path);
  let json: string;
  try {
    json = readFileSync(file, "utf8");
  } catch (error) {
    return { problems: [text`${oneLine(file)} cannot be read (${codeOf(error)}). ${hint("learn")}`] };
  }
  const { contract, problems } = parseContract(json);
  return problems === undefined
    ? { contract }
    : { problems: problems.map((problem) => text`${oneLine(file)}: ${problem}`) };
}

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "no reason is known";

/** Reads the text of a file. */
export function parseContract(json: string): ContractRead {
  if (json.length > MOST_CHARACTERS) return { problems: ["it is larger than any learned contract."] };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { problems: [text`it is no JSON. ${AGAIN}`] };
  }
  const version = typeof value === "object" && value !== null && "version" in value ? value.version : undefined;
  if (typeof version === "number" && version > VERSION)
    return { problems: [`it has the version ${version}, and this release reads ${VERSION}: use a newer release.`] };
  // Large, and only of use where there is a contract.
  const { validator } = require("./validator") as typeof import("./validator");
  if (validator(value)) {
    const problems = unfit(value as Contract);
    return problems.length === 0 ? { contract: value as Contract } : { problems };
  }
  return { problems: onceEach((validator.errors ?? []).flatMap(inWords)) };
}

/** Routes that cannot be what they are said to be: what only reads is a GET, and what is about one object names it. */
function unfit({ routes }: Contract): Text[] {
  const known = builtInRoutes();
  return (Object.entries(routes) as [string, RouteFact][]).flatMap(([key, { route, also = [] }]) => {
    const builtIn = known.get(key)?.[0];
    if (builtIn === undefined) return [];
    return [route, ...also].flatMap((way) => {
      if (way === null) return [];
      const at = `routes.${key}: "${oneLine(way)}"`;
      if (builtIn.method === "GET" && !way.startsWith("GET ")) return [`${at} must be a GET: it only reads.`];
      if (builtIn.method !== "GET" && way.startsWith("GET ")) return [`${at} cannot be a GET: it writes.`];
      return builtIn.path.includes("{id}") && !way.includes("{id}") ? [`${at} must hold {id}.`] : [];
    });
  });
}

const AGAIN = hint("learn-again");

const onceEach = (texts: readonly Text[]): Text[] => [
  ...new Map(texts.map((each) => [withCodes(each), each])).values(),
];

function inWords({ keyword, instancePath, params }: ContractProblem): Text[] {
  const place = instancePath.split("/").slice(1).map(oneLine).join(".");
  const at = place === "" ? "" : `${place}: `;
  switch (keyword) {
    case "additionalProperties": {
      const name = oneLine(String(params["additionalProperty"]));
      const known = Object.keys(descriptionAt(instancePath).properties ?? {});
      const match = nearest(name, known);
      return [text`${at}"${name}" is not known; ${match === undefined ? AGAIN : `did you mean "${match}"?`}`];
    }
    case "required":
      return [text`${at}"${String(params["missingProperty"])}" is missing. ${AGAIN}`];
    case "enum": {
      const values = params["allowedValues"] as readonly unknown[];
      return [`${at}must be ${values.map((value) => JSON.stringify(value)).join(" or ")}.`];
    }
    case "const":
      return [`${at}must be ${JSON.stringify(params["allowedValue"])}.`];
    // What its branches say tells it better.
    case "anyOf":
      return [];
    case "pattern":
      return [`${at}it is not what must stand there. ${descriptionAt(instancePath).description ?? ""}`.trim()];
    case "type":
      // Of the two branches of what may be null, the other one tells it.
      return params["type"] === "null" ? [] : [`${at}must be ${[params["type"]].flat().join(" or ")}.`];
    default:
      return [text`${at === "" ? "it " : at}is not of the form of a learned contract. ${AGAIN}`];
  }
}
