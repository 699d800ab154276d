import tseslint from "typescript-eslint";
import { above, floors, withoutPulumi } from "./tools/floors.mts";

/** A path that leads from a folder to one of these. */
const leadingTo = (names) => `^\\.\\.?/(\\.\\./)*(${names.join("|")})(/|$)`;

const imports = (name) => [
  ...(above(name).length === 0
    ? []
    : [
        {
          regex: leadingTo(above(name)),
          message: `${name} imports nothing from a floor above it: see docs/architecture.md.`,
        },
      ]),
  { regex: leadingTo(["emulator"]), message: "A mistake that provider and emulator share would be invisible." },
  ...(withoutPulumi.some((floor) => floor.name === name)
    ? [{ regex: "^@pulumi/", message: `Below runtime/ nothing knows an engine, so ${name} does not.` }]
    : []),
];

export default tseslint.config(
  {
    ignores: [
      "dist",
      "node_modules",
      "coverage",
      "reports",
      "test/fixtures",
      "examples/**/node_modules",
      "**/*.js",
      "plugin",
      "sdk",
      "provider/resources/types.ts",
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Only provider/configuration.ts reads the environment." },
      ],
    },
  },
  {
    files: ["provider/configuration.ts", "test/**", "tools/**", "bench/**", "examples/**", "emulator/**"],
    rules: { "no-restricted-properties": "off" },
  },
  {
    // Heavy libraries are loaded with the first use, and the modules the state refers to must be plain CommonJS.
    files: ["provider/**"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  // From the lowest floor of provider/ to the highest.
  ...floors.map(({ name }) => ({
    files: [`provider/${name}.ts`, `provider/${name}/**`],
    ignores: ["provider/cli/emulate/**"],
    rules: { "no-restricted-imports": ["error", { patterns: imports(name) }] },
  })),
  {
    // What to type or to set is said by the fronts: below them, texts hold hints (provider/words/hint.ts).
    files: withoutPulumi.flatMap(({ name }) => [`provider/${name}.ts`, `provider/${name}/**`]),
    rules: {
      "no-restricted-syntax": [
        "error",
        ...["Literal[value=WORDS]", "TemplateElement[value.raw=WORDS]"].map((node) => ({
          selector: node.replace("WORDS", String.raw`/\b(pulumi|callab) [a-z]|\bcallab:/`),
          message: "A command line, or the name of a setting, is for a front to say: put a hint in its place.",
        })),
      ],
    },
  },
  {
    // The emulator and what it is tested against have schema.json in common, and nothing else.
    files: ["emulator/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ regex: leadingTo(["provider"]), message: "A mistake that both share would be invisible." }] },
      ],
    },
  },
  {
    // The outputs of a class are an interface generated from schema.json.
    files: ["provider/resources/*.ts", "provider/native/program/*.ts"],
    rules: {
      "@typescript-eslint/no-unsafe-declaration-merging": "off",
      "@typescript-eslint/no-empty-object-type": "off",
    },
  },
  { files: ["**/*.mjs", "**/*.cjs"], ...tseslint.configs.disableTypeChecked },
  {
    // What jest loads by its name must be CommonJS.
    files: ["**/*.cjs"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
    languageOptions: { globals: { module: "writable", require: "readonly", process: "readonly" } },
  },
);
