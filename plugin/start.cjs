// In the words of old releases of Node: they have to read it to say that they are too old.
var parts = process.versions.node.split(".").map(Number);
if (parts[0] > 22 || (parts[0] === 22 && parts[1] >= 12)) {
  require("./callab.cjs");
} else {
  console.error(
    "pulumi-resource-callab: Node.js 22.12 or newer is needed; the `node` on PATH is " + process.versions.node + ".",
  );
  process.exitCode = 1;
}
