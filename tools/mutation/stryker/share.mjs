/**
 * One share of all mutants, for a run that takes a part of the hours: `STRYKER_SHARE=2/5`. Whole functions and members of
 * classes are drawn, in every file alike, so that the score of a share tells of the whole; all shares together are the whole.
 */
import { createHash } from "node:crypto";
import { relative } from "node:path";
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

const wanted = process.env["STRYKER_SHARE"] ?? "1/1";
const [share, shares] = (/^([1-9]\d*)\/([1-9]\d*)$/.exec(wanted) ?? []).slice(1).map(Number);
if (share === undefined || share > shares) throw new Error(`STRYKER_SHARE must be as 2/5 is, not ${wanted}.`);

const isClass = (node) => (node.declaration ?? node).type === "ClassDeclaration";

/** A declaration at the top of a file, or a member of a class there. */
const isDrawn = ({ node, parent }) => parent?.type === "ClassBody" || (parent?.type === "Program" && !isClass(node));

function shareOf({ node, hub }) {
  const place = `${relative(process.cwd(), hub.file.opts.filename)} ${node.start}`;
  return 1 + (createHash("sha256").update(place).digest().readUInt32BE() % shares);
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "share", {
    shouldIgnore: (path) => (isDrawn(path) && shareOf(path) !== share ? "of another share" : undefined),
  }),
];
