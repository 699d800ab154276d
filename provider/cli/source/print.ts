/**
 * Prints statements the way prettier would: two spaces, double quotes, trailing commas, one line where it fits.
 * Generated code must survive the formatter of the repository it is put into, or the first save would be a diff.
 */
import { oneLine } from "../../words/plainText";
import type { Entry, Expression, Statement } from "./expression";
import { quote, template } from "./quote";
import { textWidth } from "./textWidth";

/** Longest line. The generated package.json tells prettier the same. */
export const PRINT_WIDTH = 120;

/** The text of a file. `heading` lines become its first comment. */
export function printFile(heading: readonly string[], statements: readonly Statement[]): string {
  const lines: string[] = heading.length === 0 ? [] : [block(heading)];
  for (const [index, statement] of statements.entries()) {
    const before = statements[index - 1];
    if (before !== undefined && !(isImport(before) && isImport(statement)) && !(isSmall(before) && isSmall(statement)))
      lines.push("");
    lines.push(printStatement(statement));
  }
  return `${lines.join("\n")}\n`;
}

const isImport = (statement: Statement): boolean => statement.type === "import" || statement.type === "importNames";

const isSmall = (statement: Statement): boolean =>
  statement.type === "const" && statement.comments.length === 0 && statement.value.type !== "call"
    ? statement.value.type === "text"
    : statement.type === "const" && statement.value.type === "call" && statement.value.args.length === 0;

/** Whatever a name holds, it ends no comment. */
const block = (lines: readonly string[]): string =>
  ["/**", ...lines.map((line) => ` * ${oneLine(line).replaceAll("*/", "*\\/")}`.trimEnd()), " */"].join("\n");

function printStatement(statement: Statement): string {
  switch (statement.type) {
    case "import":
      return statement.as === undefined
        ? `import ${quote(statement.from)};`
        : `import * as ${statement.as} from ${quote(statement.from)};`;
    case "importNames":
      return `import { ${statement.names.join(", ")} } from ${quote(statement.from)};`;
    case "const": {
      const head = `${statement.isExported ? "export " : ""}const ${statement.name} = `;
      return [...commentLines(statement.comments, 0), `${head}${print(statement.value, 0, head.length, 1)};`].join(
        "\n",
      );
    }
    case "expression":
      return [...commentLines(statement.comments, 0), `${print(statement.value, 0, 0, 1)};`].join("\n");
  }
}

const pad = (depth: number): string => "  ".repeat(depth);

/** Line comments, wrapped at words. */
function commentLines(comments: readonly string[], depth: number): string[] {
  const room = PRINT_WIDTH - 2 * depth - 3;
  return comments.flatMap((comment) => {
    const lines: string[] = [];
    for (const word of oneLine(comment).split(/\s+/)) {
      const last = lines.at(-1);
      if (last === undefined || textWidth(`${last} ${word}`) > room) lines.push(word);
      else lines[lines.length - 1] = `${last} ${word}`;
    }
    return lines.map((line) => `${pad(depth)}// ${line}`);
  });
}

/** `column` is where the text begins, `after` what must still fit behind its last character. */
function print(expression: Expression, depth: number, column: number, after: number): string {
  const oneLine = flat(expression);
  if (oneLine !== undefined && column + textWidth(oneLine) + after <= PRINT_WIDTH) return oneLine;
  switch (expression.type) {
    case "list":
      return `${printList(expression.items, depth)}${expression.isConst ? " as const" : ""}`;
    case "object":
      return printObject(expression.entries, depth);
    case "call":
      return printCall(expression.callee, expression.args, depth, column);
    case "spread":
      return `...${print(expression.value, depth, column + 3, after)}`;
    case "text":
      return expression.value.includes("\n") ? template(expression.value) : quote(expression.value);
    case "plain":
    case "reference":
      return oneLine ?? "";
  }
}

/** The expression in one line, or undefined if it must have several. */
function flat(expression: Expression): string | undefined {
  switch (expression.type) {
    case "text":
      return expression.value.includes("\n") ? undefined : quote(expression.value);
    case "plain":
      return String(expression.value).replace("e+", "e");
    case "reference":
      return expression.path.join(".");
    case "spread": {
      const value = flat(expression.value);
      return value === undefined ? undefined : `...${value}`;
    }
    case "list": {
      const items = mustBreak(expression.items) ? undefined : allFlat(expression.items);
      return items === undefined ? undefined : `[${items.join(", ")}]${expression.isConst ? " as const" : ""}`;
    }
    case "call": {
      const args = allFlat(expression.args);
      return args === undefined ? undefined : `${expression.callee}(${args.join(", ")})`;
    }
    case "object": {
      if (expression.entries.length === 0) return "{}";
      const entries = expression.isOpen ? undefined : expression.entries.map(flatEntry);
      return entries === undefined || entries.includes(undefined) ? undefined : `{ ${entries.join(", ")} }`;
    }
  }
}

function allFlat(items: readonly Expression[]): string[] | undefined {
  const printed = items.map(flat);
  return printed.every((item) => item !== undefined) ? printed : undefined;
}

function flatEntry(entry: Entry): string | undefined {
  if ("shorthand" in entry) return entry.shorthand;
  if ("spread" in entry) {
    const value = flat(entry.spread);
    return value === undefined ? undefined : `...${value}`;
  }
  const value = entry.comments.length > 0 ? undefined : flat(entry.value);
  return value === undefined ? undefined : `${key(entry.name)}: ${value}`;
}

/** Several objects, or several lists, of more than one entry each stand one below the other. */
function mustBreak(items: readonly Expression[]): boolean {
  return (
    items.length > 1 &&
    (items.every((item) => item.type === "list" && item.items.length > 1) ||
      items.every((item) => item.type === "object" && item.entries.length > 1))
  );
}

function printList(items: readonly Expression[], depth: number): string {
  const isNumber = (item: Expression): boolean => item.type === "plain" && typeof item.value === "number";
  const lines =
    items.length > 1 && items.every(isNumber)
      ? filled(allFlat(items) ?? [], depth + 1)
      : items.map((item) => `${pad(depth + 1)}${print(item, depth + 1, 2 * depth + 2, 1)},`);
  return `[\n${lines.join("\n")}\n${pad(depth)}]`;
}

/** Numbers, as many on a line as fit. */
function filled(items: readonly string[], depth: number): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + item.length + 1 > PRINT_WIDTH) lines.push(`${pad(depth)}${item},`);
    else lines[lines.length - 1] = `${last} ${item},`;
  }
  return lines;
}

function printObject(entries: readonly Entry[], depth: number): string {
  const lines = entries.map((entry) => {
    const start = pad(depth + 1);
    if ("shorthand" in entry) return `${start}${entry.shorthand},`;
    if ("spread" in entry) return `${start}...${print(entry.spread, depth + 1, 2 * depth + 5, 1)},`;
    const lines = [...commentLines(entry.comments, depth + 1), `${start}${printProperty(entry, depth + 1)},`];
    return lines.join("\n");
  });
  return `{\n${lines.join("\n")}\n${pad(depth)}}`;
}

/** A long text goes below its name, unless the name is so short that nothing would be won. */
function printProperty({ name, value }: { name: string; value: Expression }, depth: number): string {
  const head = `${key(name)}:`;
  const column = 2 * depth + textWidth(head) + 1;
  const isLongText = value.type === "text" && !value.value.includes("\n");
  if (isLongText && column + textWidth(quote(value.value)) + 1 > PRINT_WIDTH && textWidth(head) > 5)
    return `${head}\n${pad(depth + 1)}${quote(value.value)}`;
  return `${head} ${print(value, depth, column, 1)}`;
}

/** The last argument of a call may open its braces on the line of the call. */
function printCall(callee: string, args: readonly Expression[], depth: number, column: number): string {
  const before = allFlat(args.slice(0, -1));
  const last = args.at(-1);
  if (before !== undefined && last?.type === "object") {
    const head = `${callee}(${before.map((arg) => `${arg}, `).join("")}`;
    if (column + textWidth(head) + 1 <= PRINT_WIDTH) return `${head}${printObject(last.entries, depth)})`;
  }
  const lines = args.map((arg) => `${pad(depth + 1)}${print(arg, depth + 1, 2 * depth + 2, 1)},`);
  return `${callee}(\n${lines.join("\n")}\n${pad(depth)})`;
}

/** Bare where every JavaScript since ES5 takes it so: letters of the first plane. `__proto__: value` is no entry at all. */
const key = (name: string): string =>
  name === "__proto__"
    ? `[${quote(name)}]`
    : /^[\p{L}\p{Nl}$_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}$]*$/u.test(name) && !/[\u{10000}-\u{10ffff}]/u.test(name)
      ? name
      : quote(name);
