/** The floor: resources that do nothing. */
const { Campaign } = require("callab-bench-floor");
const { campaigns } = require("./campaigns");

for (const { resource, args } of campaigns) new Campaign(resource, args);
