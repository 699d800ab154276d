/** What the engine needs to run programs of a language, beside itself. */
import { delimiter, join } from "node:path";
import { goTool, pythonEnvironment } from "./engine";
import { pythonPackages } from "./sdks";

export interface LanguageEnvironment {
  /** Folders to search for programs before all others. */
  readonly first: readonly string[];
  /** And after them. */
  readonly last: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

export type Language = "yaml" | "python" | "nodejs";

export async function languageEnvironment(language: Language): Promise<LanguageEnvironment> {
  switch (language) {
    case "nodejs":
      return { first: [], last: [], variables: {} };
    case "yaml":
      return { first: [], last: [await goTool("yaml")], variables: {} };
    case "python": {
      // This old host knows no virtual environments of its own: the environment's `python` must be the first.
      const python = await pythonEnvironment();
      return {
        first: [join(python, "bin")],
        last: [await goTool("python")],
        variables: { VIRTUAL_ENV: python, PYTHONPATH: await pythonPackages(python) },
      };
    }
  }
}

/** A search path with the folders of the language in it. */
export const searchPath = ({ first, last }: LanguageEnvironment, path: string): string =>
  [...first, path, ...last].join(delimiter);
