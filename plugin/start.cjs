// In the words of old releases of Node: they have to read it to say that they are too old.
var major = Number(process.versions.node.split(".")[0]);
if (major >= 22) {
  require("./callab.cjs");
} else {
  console.error(
    "pulumi-resource-callab: Node.js 22 or newer is needed; the `node` on PATH is " + process.versions.node + ".",
  );
  process.exitCode = 1;
}
