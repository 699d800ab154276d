import tseslint from "typescript-eslint";

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
