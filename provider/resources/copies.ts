/**
 * Which copy of this package speaks for a program. The engine's provider process looks the package up by its name, from the
 * program's folder. A component library may have brought another copy, or the only one:
 *
 * | the program's folder finds | what is done                                                                             |
 * | -------------------------- | ---------------------------------------------------------------------------------------- |
 * | this copy                  | nothing                                                                                  |
 * | another copy               | its provider is used: one watches over all resources. Another version is warned of       |
 * | none                       | the program ends before anything is registered, and is told to add the package           |
 */
import { createRequire } from "node:module";
import { join, sep } from "node:path";
import { ownVersion } from "../runtime/ownVersion";

/** Where the engine has started the program. It may go elsewhere later. */
const programFolder = process.cwd();
const requireFromProgram = createRequire(join(programFolder, "program.js"));

/**
 * The provider of a kind, of the copy that the program's folder finds; else the own one.
 * @param module name of its module in dynamic/
 */
export function providerOf<Provider>(module: string, own: Provider): Provider {
  try {
    return requireFromProgram(`pulumi-callab/dynamic/${module}`) as Provider;
  } catch {
    return own;
  }
}

/** What all copies of one version in this process share, so that resources of two copies are seen together. */
export function ofAllCopies<T extends object>(what: string, make: () => T): T {
  const all = globalThis as unknown as Record<symbol, T | undefined>;
  return (all[Symbol.for(`pulumi-callab ${ownVersion()}: ${what}`)] ??= make());
}

/** How the package is installed, as far as it matters to the engine. */
export interface Installation {
  /** The program's. */
  readonly folder: string;
  /** Whether pnpm has put this copy where it is. */
  readonly isOfPnpm: boolean;
  /** Of this copy. */
  readonly version: string;
  /** Of the copy that the program's folder finds. */
  readonly found: string | undefined;
  /** Version of the SDK. */
  readonly sdk: string;
}

export const installation = (): Installation => ({
  folder: programFolder,
  isOfPnpm: __dirname.includes(`${sep}.pnpm${sep}`),
  version: ownVersion(),
  found: foundVersion(),
  sdk: (require("@pulumi/pulumi/package.json") as { readonly version: string }).version,
});

function foundVersion(): string | undefined {
  try {
    return (requireFromProgram("pulumi-callab/package.json") as { readonly version: string }).version;
  } catch {
    return undefined;
  }
}

/** The first SDK that leaves the version of a package out of the state where pnpm has installed it. */
const LEAST_SDK_WITH_PNPM = [3, 251] as const;

const isOlder = (version: string, [major, minor]: readonly [number, number]): boolean => {
  const [ofMajor = 0, ofMinor = 0] = version.split(".").map(Number);
  return ofMajor < major || (ofMajor === major && ofMinor < minor);
};

/** What is wrong with it, for people: what ends the program, and what is told beside it. */
export function judgeInstallation({ folder, isOfPnpm, version, found, sdk }: Installation): {
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
} {
  const problems: string[] = [];
  if (found === undefined)
    problems.push(
      `pulumi-callab cannot be found from the program's folder, ${folder}, where the engine looks for it: only a library that the program ` +
        `uses has it. Add it to the program's own dependencies: \`${isOfPnpm ? "pnpm add" : "npm install"} pulumi-callab@${version}\`.`,
    );
  if (isOfPnpm && isOlder(sdk, LEAST_SDK_WITH_PNPM))
    problems.push(
      `@pulumi/pulumi ${sdk} would write the version of pulumi-callab into the state, since pnpm has installed it: after an update ` +
        `\`pulumi refresh\` and \`pulumi destroy\` would fail. Version ${LEAST_SDK_WITH_PNPM.join(".")} does not: \`pnpm add @pulumi/pulumi@latest\`.`,
    );
  const warnings: string[] = [];
  if (found !== undefined && found !== version)
    warnings.push(
      `pulumi-callab is installed in two versions: the program has ${found}, and a library that it uses has ${version}. ` +
        `Version ${found} makes the resources of both. Give them one version.`,
    );
  return { problems, warnings };
}
