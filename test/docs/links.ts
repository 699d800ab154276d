/** Whether the links of a page lead somewhere: to a file of the same folder, and to a heading that is in it. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { repository } from "../support/repository";
import { anchorsOf, readPage } from "./markdown";

export const isOutside = (target: string): boolean => /^[a-z]+:/.test(target);

/** What is wrong with the links of a page of the repository, or of another folder that has it. */
export function brokenLinks(path: string, root = repository): string[] {
  return readPage(path, root).links.flatMap(({ target, line }) => {
    if (isOutside(target))
      return URL.canParse(target) && target.startsWith("https://") ? [] : [`${path}:${line} ${target}`];
    const [file = "", anchor] = target.split("#");
    const to = file === "" ? path : join(dirname(path), file);
    if (!existsSync(join(root, to))) return [`${path}:${line} ${target}: there is no ${to}`];
    if (anchor === undefined || anchorsOf(readPage(to, root)).has(anchor)) return [];
    return [`${path}:${line} ${target}: ${to} has no such heading`];
  });
}
