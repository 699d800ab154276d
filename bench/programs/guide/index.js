/**
 * The provider that a team writes after reading Pulumi's guide to dynamic providers: a class in the program, axios at its
 * top, one request for each method. It is written fairly: nothing in it is slower than the guide's way has to be.
 */
const pulumi = require("@pulumi/pulumi");
const axios = require("axios");
const { campaigns } = require("./campaigns");

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

class CampaignProvider {
  async configure(request) {
    this.baseUrl = request.config.require("callab:baseUrl");
    this.headers = { Authorization: `Bearer ${request.config.require("callab:apiToken")}` };
  }

  body(inputs) {
    const { __provider, ...fields } = inputs;
    const body = {};
    for (const [key, value] of Object.entries(fields)) {
      body[key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] = value;
    }
    body.days_of_week = inputs.daysOfWeek.map((day) => weekdays.indexOf(day));
    return body;
  }

  async diff(id, olds, news) {
    const changes = Object.keys(news).some((key) => JSON.stringify(olds[key]) !== JSON.stringify(news[key]));
    return { changes };
  }

  async create(inputs) {
    const { data } = await axios.post(`${this.baseUrl}/campaigns/create`, this.body(inputs), { headers: this.headers });
    return { id: data.data, outs: inputs };
  }

  async read(id, props) {
    const { data } = await axios.get(`${this.baseUrl}/campaigns/by-id/${id}`, { headers: this.headers });
    return { id, props: { ...props, name: data.data.name, notes: data.data.notes } };
  }

  async update(id, olds, news) {
    const body = { ...this.body(news), status: "active" };
    await axios.post(`${this.baseUrl}/campaigns/update/${id}`, body, { headers: this.headers });
    return { outs: news };
  }

  async delete(id) {
    await axios.post(`${this.baseUrl}/campaigns/delete/${id}`, {}, { headers: this.headers });
  }
}

class Campaign extends pulumi.dynamic.Resource {
  constructor(name, args, opts) {
    super(new CampaignProvider(), name, args, opts);
  }
}

for (const { resource, args } of campaigns) new Campaign(resource, args);
