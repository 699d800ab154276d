/** What an API said is found in whatever form it said it. */
import { messageIn, saidIn } from "../../../provider/api/said";

describe("the words of an answer that is no success", () => {
  it.each<[string, string | undefined]>([
    ["", undefined],
    [" \n ", undefined],
    [
      "Failed to deserialize the JSON body: missing field `notes`",
      "Failed to deserialize the JSON body: missing field `notes`",
    ],
    ['{"error":"name is too long"}', "name is too long"],
    ['{"message":"name is too long"}', "name is too long"],
    ['{"error":true,"message":"name is too long"}', "name is too long"],
    ['{"error":{"code":7,"message":"name is too long"}}', "name is too long"],
    [
      '{"error":"Bad Request","message":["name is too long","notes is missing"]}',
      "name is too long; notes is missing; Bad Request",
    ],
    ['{"errors":{"name":["is too long","is taken"],"notes":[]}}', "name: is too long; is taken; notes"],
    ['{"errors":["name is too long","notes is missing"]}', "name is too long; notes is missing"],
    ['{"errors":[{"field":"name","message":"is too long"},{"message":"no notes"}]}', "name: is too long; no notes"],
    ['{"detail":"Not authenticated"}', "Not authenticated"],
    [
      '{"detail":[{"loc":["body","steps",0,"url"],"msg":"field required","type":"missing"}]}',
      "body.steps.0.url: field required",
    ],
    [
      '{"type":"https://example.com/p","title":"Not valid","status":422,"detail":"name is too long","instance":"/a"}',
      "Not valid; name is too long",
    ],
    ['["name is too long",{"msg":"notes is missing"}]', "name is too long; notes is missing"],
    ['"name is too long"', "name is too long"],
    ['{"code":17}', '{"code":17}'],
    ["{}", "{}"],
    ["[]", undefined],
    ["null", undefined],
    ["17", "17"],
    [
      "<!doctype html><html><head><title>502\n Bad &amp; Gateway</title></head><body>nginx</body></html>",
      "502 Bad & Gateway",
    ],
    ["<html><body><h1>No <b>such</b> page</h1></body></html>", "No such page"],
    ["<error><code>7</code><text>name is too long</text></error>", "7 name is too long"],
    ["<style>p {}</style><script>alert(1)", undefined],
    ['{"status":"ok","data":[{"name":"Spr', undefined],
    ['"Spring rene', undefined],
  ])("%s", (text, words) => {
    expect(saidIn(text)).toBe(words);
  });

  it("are found in pages and JSON of any size and depth", () => {
    expect(saidIn(`<title>${"<title>".repeat(200_000)}`)?.length ?? 0).toBeLessThan(200);
    const deep = 100_000;
    expect(() => saidIn(`${"[".repeat(deep)}${"]".repeat(deep)}`)).not.toThrow();
    expect(() => saidIn(`${'{"error":'.repeat(deep)}1${"}".repeat(deep)}`)).not.toThrow();
    expect(saidIn("x".repeat(1_000_000))?.length).toBeLessThan(100_000);
  });
});

describe("a message in JSON that may be anything else", () => {
  it.each<[string, string | undefined]>([
    ['{"error":"no such workspace"}', "no such workspace"],
    ['{"result":"done"}', undefined],
    ['{"id":"1","name":"Spring"}', undefined],
    ["[1]", undefined],
    ["no", undefined],
  ])("%s", (text, words) => {
    expect(messageIn(text)).toBe(words);
  });
});
