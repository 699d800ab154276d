/** What a page makes of Markdown and SVG: rendered and parsed by the libraries that others use, and never by this package. */
import MarkdownIt from "markdown-it";
import { parseFragment, type DefaultTreeAdapterMap } from "parse5";
import { SaxesParser } from "saxes";

type Node = DefaultTreeAdapterMap["node"];

/** With all that a host may switch on: HTML passes, and addresses become links. A bare host name becomes one nowhere. */
const markdown = new MarkdownIt({ html: true, linkify: true });
markdown.linkify.set({ fuzzyLink: false });

export interface Rendered {
  /** Names of all elements, in order. */
  readonly elements: readonly string[];
  /** Where links and pictures lead. */
  readonly targets: readonly string[];
  /** Names of all attributes. */
  readonly attributes: readonly string[];
  /** The text, but for what stands in code: there, hosts look for nothing. */
  readonly text: string;
}

export function renderedMarkdown(source: string): Rendered {
  const elements: string[] = [];
  const targets: string[] = [];
  const attributes: string[] = [];
  let text = "";
  const walk = (node: Node, isCode: boolean): void => {
    if (node.nodeName === "#text" && "value" in node && !isCode) text += node.value;
    if ("tagName" in node) {
      elements.push(node.tagName);
      for (const { name, value } of node.attrs) {
        attributes.push(name);
        if (name === "href" || name === "src") targets.push(value);
      }
      text += "\n";
    }
    if ("childNodes" in node)
      for (const child of node.childNodes) walk(child, isCode || ["code", "pre"].includes(node.nodeName));
  };
  walk(parseFragment(markdown.render(source)), false);
  return { elements, targets, attributes, text };
}

/** What hosts of code make something of in the text of a rendered comment: who is called, what is referred to, what is drawn. */
export const liveParts = ({ text }: Rendered): readonly string[] => [
  ...(text.match(/(?<![\w/])@\w[\w-]*/g) ?? []),
  ...(text.match(/(?<!\w)#\d+|\bGH-\d+/gi) ?? []),
  ...(text.match(/:[\w+-]*[a-z+-][\w+-]*:/gi) ?? []),
  ...(text.match(/\bwww\.\w|\w:\/\/\w|\w@\w+\.\w/gi) ?? []),
];

/** Elements, attributes and addresses of an SVG. Throws where it is not well-formed. */
export function parsedXml(source: string): Pick<Rendered, "elements" | "attributes" | "targets"> & { text: string } {
  const elements: string[] = [];
  const attributes: string[] = [];
  const targets: string[] = [];
  let text = "";
  const parser = new SaxesParser();
  parser.on("error", (problem) => {
    throw problem;
  });
  parser.on("opentag", ({ name, attributes: given }) => {
    elements.push(name);
    for (const [attribute, value] of Object.entries(given)) {
      attributes.push(attribute);
      if (/href$|^src$/.test(attribute)) targets.push(value);
    }
  });
  parser.on("text", (part) => (text += part));
  parser.write(source).close();
  return { elements, attributes, targets, text };
}
