/**
 * What is no mutant, since people judge it and not tests: plain literals in what a person is told, that is within an
 * argument of an error's constructor or of a function that tells or words something; the name of an error's class; and
 * that an error keeps its cause. A condition or a call in a text stays a mutant, and so does a whole template that holds
 * one: that the message is there, and what depends on the case in it, is tested. So is every literal that is compared.
 */
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

const errors = /(Error|Refused|Created|TwoResources|Ambiguous)$/;
const telling = new Set(["note", "warn", "warnOnce", "notIdentified", "notKnown", "suspected", "recorded", "hint"]);
const simple = new Set(["Identifier", "MemberExpression"]);
const deciding = new Set(["BinaryExpression", "MemberExpression", "OptionalMemberExpression", "SwitchCase"]);

const isError = ({ type, callee }) =>
  (type === "NewExpression" && callee.type === "Identifier" && errors.test(callee.name)) ||
  (type === "CallExpression" && callee.type === "Super");

const isTelling = (node) =>
  isError(node) ||
  (node.type === "CallExpression" &&
    telling.has(node.callee.type === "MemberExpression" ? node.callee.property.name : node.callee.name));

const isHint = ({ type, callee }) => type === "CallExpression" && callee.name === "hint";

const isPlain = ({ type, expressions }) =>
  type === "StringLiteral" ||
  (type === "TemplateLiteral" && expressions.every((each) => simple.has(each.type) || isHint(each)));

const decides = ({ type, operator }) => deciding.has(type) && operator !== "+";

/** Up to the function or statement that the text is in. */
function isTold(path) {
  for (let at = path.parentPath; at && !at.isStatement() && !at.isFunction(); at = at.parentPath)
    if (isTelling(at.node)) return true;
  return false;
}

const isMessage = (path) => isPlain(path.node) && !decides(path.parent) && isTold(path);

const isErrorName = ({ node, parent }) =>
  node.type === "StringLiteral" && parent.type === "ClassProperty" && parent.override && parent.key.name === "name";

const isCause = ({ node, parent }) =>
  node.type === "ObjectExpression" &&
  node.properties.length === 1 &&
  node.properties[0].key?.name === "cause" &&
  isError(parent);

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "messageTexts", {
    shouldIgnore: (path) =>
      isMessage(path) || isErrorName(path) || isCause(path) ? "what a person is told is judged by people" : undefined,
  }),
];
