/** Every text that the sources of a folder can print: literals and templates, joined where they are added up. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { repository } from "../support/repository";

/** Stands for a value that is put into a template. */
const GAP = "\u0000";

/** The texts in one source, gaps included. */
export function textsIn(source: string): string[] {
  const found: string[] = [];
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.ES2022, true);
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== undefined && text !== GAP) found.push(text);
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map((span) => GAP + span.literal.text).join("");
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [textOf(node.left), textOf(node.right)];
    return left === undefined && right === undefined ? undefined : (left ?? GAP) + (right ?? GAP);
  }
  return undefined;
}

/** The texts of each error that a source makes; one list an error, empty where the text is made elsewhere. */
export function errorsIn(source: string): string[][] {
  const found: string[][] = [];
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.ES2022, true);
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && /(Error|PartlyCreated)$/.test(node.expression.getText(file)))
      found.push(
        (node.arguments ?? [])
          .flatMap((argument) => textsIn(`(${argument.getText(file)})`))
          .filter((text) => /[a-z]/.test(text)),
      );
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}

/** The texts in all TypeScript sources of a folder of the repository. */
export const textsUnder = (folder: string): string[] =>
  readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => textsIn(readFileSync(join(repository, folder, name), "utf8")));

/** Whether a text can be read as the message. In the message, `…` stands for what is put in. */
export function canSay(text: string, message: string): boolean {
  let at = 0;
  for (const [index, part] of message.split(/ ?… ?/).entries()) {
    const place = text.indexOf(part, at);
    if (place < 0) return false;
    // Between two parts something is put in; a constant text there would be another message.
    if (index > 0 && part !== "" && !text.slice(at, place + 1).includes(GAP)) return false;
    at = place + part.length;
  }
  return true;
}
