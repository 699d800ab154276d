/**
 * The floor: a dynamic provider that does nothing, in the cheapest form there is (a module of an installed package, which
 * the engine's state refers to by name). What a run of it costs is the engine, the SDK and the language host.
 */
const { randomUUID } = require("node:crypto");

const differs = (olds, news) =>
  Object.keys(news).some((key) => key !== "__provider" && JSON.stringify(olds[key]) !== JSON.stringify(news[key]));

module.exports = {
  check: async (_olds, news) => ({ inputs: news }),
  diff: async (_id, olds, news) => ({ changes: differs(olds, news) }),
  create: async (inputs) => ({ id: randomUUID(), outs: inputs }),
  read: async (id, props) => ({ id, props }),
  update: async (_id, _olds, news) => ({ outs: news }),
  delete: async () => undefined,
};
