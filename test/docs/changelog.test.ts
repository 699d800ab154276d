import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../support/repository";
import { readPage } from "./markdown";

const { version, license } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
  version: string;
  license: string;
};
const { headings } = readPage("CHANGELOG.md");

test("the version of the package has an entry, and it is the first", () => {
  expect(headings.find(({ level }) => level === 2)?.title.startsWith(`[${version}] `)).toBe(true);
});

test("every entry has a date, or says that it is not released", () => {
  const releases = headings.filter(({ level }) => level === 2).map(({ title }) => title);
  expect(releases.filter((title) => !/^\[\d+\.\d+\.\d+\] - (Unreleased|\d{4}-\d{2}-\d{2})$/.test(title))).toEqual([]);
});

test("every change is of a kind that the form knows", () => {
  const known = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];
  const kinds = headings.filter(({ level }) => level === 3).map(({ title }) => title);
  expect(kinds.filter((kind) => !known.includes(kind))).toEqual([]);
});

test("the licence file is the licence that package.json names", () => {
  expect(license).toBe("Apache-2.0");
  const text = readFileSync(join(repository, "LICENSE"), "utf8");
  expect(text).toMatch(/Apache License\s+Version 2\.0, January 2004/);
  expect(text).toContain("END OF TERMS AND CONDITIONS");
});
