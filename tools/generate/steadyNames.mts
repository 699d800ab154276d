/**
 * Names in generated code by where they stand, and not by how many came before: ajv numbers what it declares through a whole
 * module, so that one new field would give every later line another number.
 */
import ts from "typescript";

/** Numbered variables of blocks and loops; a number is then the depth: `data1` is a value inside of `data0`. */
const numbered = /^(data|len|i|key)\d+$/;

/** One name that is to stand for another. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** The code with its numbered variables named by depth. They must be declared by `let` or `const`, before they are used. */
export function steadyNames(code: string): string {
  const source = ts.createSourceFile("generated.js", code, ts.ScriptTarget.ES2022, true);
  const edits: Edit[] = [];
  const visit = (node: ts.Node, scope: Map<string, string>): void => {
    if (ts.isBlock(node) || ts.isForStatement(node) || ts.isForInStatement(node)) scope = new Map(scope);
    if (ts.isIdentifier(node)) {
      const base = numbered.exec(node.text)?.[1];
      if (base !== undefined && ts.isVariableDeclaration(node.parent) && node.parent.name === node) {
        const outer = [...scope.values()].filter((name) => numbered.exec(name)?.[1] === base);
        scope.set(node.text, `${base}${outer.length}`);
      }
      const isProperty = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
      const name = isProperty ? undefined : scope.get(node.text);
      if (name !== undefined) edits.push({ start: node.getStart(source), end: node.end, name });
    }
    ts.forEachChild(node, (child) => visit(child, scope));
  };
  visit(source, new Map());
  return edits.reduceRight((text, { start, end, name }) => text.slice(0, start) + name + text.slice(end), code);
}
