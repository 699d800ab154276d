/** Type-checks pieces of TypeScript as a user's compiler would, against the package's own sources. */
import { join } from "node:path";
import ts from "typescript";
import { repository } from "../support/repository";

export interface Piece {
  /** What it is called in a complaint. */
  readonly name: string;
  readonly text: string;
  /** Lines put in front of it. */
  readonly prelude: readonly string[];
  /** The page's line of its first line. */
  readonly line: number;
}

const options: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  types: ["node", "jest"],
  esModuleInterop: true,
  resolveJsonModule: true,
  skipLibCheck: true,
  noEmit: true,
  paths: {
    "pulumi-callab": [join(repository, "provider/index.ts")],
    "pulumi-callab/native": [join(repository, "provider/native/program/index.ts")],
    "pulumi-callab/emulator": [join(repository, "emulator/index.ts")],
  },
};

/** The complaints of the compiler, each with the page's own line. All pieces are checked in one go. */
export function complaints(pieces: readonly Piece[]): string[] {
  const texts = new Map(
    pieces.map((piece, index) => [
      join(repository, "docs", `piece${index}.ts`),
      { piece, text: [...piece.prelude, piece.text, "export {};"].join("\n") },
    ]),
  );
  const host = ts.createCompilerHost(options);
  const fileExists = host.fileExists.bind(host);
  const readFile = host.readFile.bind(host);
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  host.readFile = (file) => texts.get(file)?.text ?? readFile(file);
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts].flatMap(([file, { piece }]) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((found) => {
      const at = source?.getLineAndCharacterOfPosition(found.start ?? 0).line ?? 0;
      const text = ts.flattenDiagnosticMessageText(found.messageText, " ");
      return `${piece.name}:${piece.line + at - piece.prelude.length} ${text}`;
    });
  });
}
