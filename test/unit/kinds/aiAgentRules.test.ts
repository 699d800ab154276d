/** Rules of agents. None of them is documented. */
import { UNKNOWN } from "../../../provider/values/unknown";
import { remarks } from "./remarks";

describe("an agent's tools", () => {
  it("that are declared as none are warned of, since it may not hang up then", () => {
    expect(remarks("AiAgent", { globalTools: {} }).join()).toContain("globalTools: is empty");
    for (const globalTools of [undefined, UNKNOWN, { end_call: {} }])
      expect(remarks("AiAgent", { globalTools })).toEqual([]);
  });
});

describe("an agent's language", () => {
  it.each(["en-US", "en", "fr-CA", "zh-Hant-TW", "EN-us", "es-419"])("%s is one", (language) => {
    expect(remarks("AiAgent", { language })).toEqual([]);
  });

  it.each(["english", "en_US", "xx-YY", "", "e"])("%j is none", (language) => {
    expect(remarks("AiAgent", { language }).join()).toContain('write it as "en-US"');
  });
});
