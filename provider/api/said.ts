/**
 * What an API said, in its own words, whatever the form of its answer:
 *
 * | answer                                              | words                                   |
 * | --------------------------------------------------- | --------------------------------------- |
 * | `{"status":"error","message":"no","data":"name"}`   | no; name                                |
 * | plain text                                          | the text                                |
 * | `{"error":"no"}`, `{"message":"no"}`                | no                                      |
 * | `{"error":{"code":7,"message":"no"}}`               | no                                      |
 * | `{"errors":{"name":["is too long"]}}`               | name: is too long                       |
 * | `{"detail":[{"loc":["body","name"],"msg":"no"}]}`   | body.name: no                           |
 * | problem+json                                        | its title and detail                    |
 * | other JSON                                          | the JSON                                |
 * | an HTML page                                        | its title, else the beginning of its text |
 */

import { isObject } from "../values/empty";
import { LONGEST_READ, MOST_VALUES, readJson } from "./limits";

/** The words in the body of an answer that is no success; undefined where it has none, or broke off. */
export function saidIn(text: string): string | undefined {
  const body = text.trim();
  if (body.startsWith("<")) return orNothing(wordsOfPage(body.slice(0, LONGEST_READ)));
  const json = parsed(body);
  if (json !== undefined) return orNothing(saidInJson(json));
  // JSON that breaks off is no sentence.
  return /^[[{"]/.test(body) ? undefined : orNothing(body.slice(0, LONGEST_READ));
}

/** The same for JSON, where nothing is said unless it stands in a place for messages. */
export function messageIn(text: string): string | undefined {
  const json = parsed(text);
  return isObject(json) ? orNothing(saidInPlaces(json)) : undefined;
}

const orNothing = (text: string): string | undefined => (text === "" ? undefined : text.slice(0, LONGEST_READ));

/** Where APIs say what is wrong. */
const places = ["title", "message", "msg", "error", "error_description", "reason", "detail", "details", "errors"];

/** A word that says no more than that there is an error. */
const saysNothing = /^(?:error|errors|fail|failed|failure|false|true|null)?$/i;

/** No message is nested deeper. */
const DEEPEST = 8;

/** What a value of an answer says. */
function saidInJson(value: unknown, depth = 0): string {
  if (value === null || value === undefined || depth > DEEPEST) return "";
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value))
    return joined(
      value.map((entry) => saidInJson(entry, depth + 1)),
      "; ",
    );
  const said = isObject(value) ? saidInPlaces(value, depth + 1) : "";
  return said === "" ? JSON.stringify(value) : said;
}

function saidInPlaces(object: Readonly<Record<string, unknown>>, depth = 0): string {
  const parts = places.map((place) => withoutEmpty(place in object ? saidAt(place, object[place], depth) : ""));
  const said = joined(parts, "; ");
  const where = whereIn(object);
  return said === "" || where === "" ? said : `${where}: ${said}`;
}

const withoutEmpty = (said: string): string => (saysNothing.test(said) ? "" : said);

const fieldByField = new Set(["error", "errors", "detail", "details", "message"]);

/** In `errors` and the like, an object names what is wrong field by field. */
function saidAt(place: string, value: unknown, depth: number): string {
  if (!isObject(value) || places.some((name) => name in value)) return saidInJson(value, depth);
  if (!fieldByField.has(place)) return saidInJson(value, depth);
  return joined(
    Object.entries(value).map(([name, entry]) => {
      const said = saidInJson(entry, depth + 1);
      return said === "" ? name : `${name}: ${said}`;
    }),
    "; ",
  );
}

/** Which part of the request is meant. */
function whereIn({ loc, field, path, pointer }: Readonly<Record<string, unknown>>): string {
  const place = [loc, field, path, pointer].find((entry) => entry !== undefined && entry !== null);
  if (Array.isArray(place)) return place.map(String).join(".");
  return typeof place === "string" ? place : "";
}

const joined = (parts: readonly string[], between: string): string =>
  [...new Set(parts)].filter((part) => part !== "").join(between);

/** What a page says: what is said in its title, or first of all. */
function wordsOfPage(page: string): string {
  const title = /<title[^>]*>([\s\S]*?)<\/title>/i.exec(page)?.[1] ?? /<h1[^>]*>([\s\S]*?)<\/h1>/i.exec(page)?.[1];
  const words = bare(title ?? "");
  return words === ""
    ? bare(page.replace(/<(script|style)\b[\s\S]*?(?:<\/\1>|$)/gi, " ")).slice(0, LONGEST_PAGE)
    : words;
}

const LONGEST_PAGE = 120;

const signs: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

const bare = (html: string): string =>
  html
    .replace(/<[^>]*(?:>|$)/g, " ")
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (entity, name: string) => signs[name] ?? entity)
    .replace(/\s+/g, " ")
    .trim();

function parsed(text: string): unknown {
  try {
    return readJson(text, MOST_VALUES);
  } catch {
    return undefined;
  }
}
