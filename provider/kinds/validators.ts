// Generated from schema.json by tools/generate/validators.mts. Do not edit: change schema.json and run `npm run generate`.
/* eslint-disable */
// @ts-nocheck: a machine wrote this for a machine.
import { formats } from "./formats";
import type { KindName } from "./schema";

/** One thing that is wrong: where in the inputs, and which part of the schema says so. */
export interface SchemaProblem {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Says whether inputs are valid; what is wrong is in `errors` until the next call. */
export interface Validator {
  (inputs: unknown): boolean;
  errors?: readonly SchemaProblem[] | null;
}

const schemaOfCampaign = {
  type: "object",
  additionalProperties: false,
  required: ["name", "notes", "campaignType", "aiAgentId", "daysOfWeek", "timeZone"],
  properties: {
    name: { type: "string", minLength: 1 },
    notes: { type: "string" },
    campaignType: { type: "string", enum: ["outbound", "inbound"] },
    contactsListSource: { type: ["array", "null"], items: { type: ["string", "null"] } },
    contactsListTags: { type: "array", items: { type: "string" } },
    contactsListCategories: { type: "array", items: { type: "string" } },
    contactsListSourceMetadata: { type: "object" },
    agentVariablesContactMetadataMapping: { type: "object" },
    webhookId: { type: "string", format: "uuid" },
    aiAgentId: { type: "string", format: "uuid" },
    callTimeOfDayFrom: { type: "string", format: "time-of-day" },
    callTimeOfDayTo: { type: "string", format: "time-of-day" },
    numberOfCallAttempts: { type: "array", items: { type: "integer" } },
    retryDelay: { type: "array", items: { type: "integer" } },
    retryDelayUnit: { type: "array", items: { type: "string" } },
    daysOfWeek: {
      type: "array",
      items: {
        type: "string",
        format: "weekday",
        enum: ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"],
      },
    },
    timeZone: { type: "string", format: "time-zone" },
    inboundPhoneNumberId: { type: "string", format: "uuid" },
    outboundPhoneNumberId: { type: "string", format: "uuid" },
    startedAt: { type: "string", format: "date" },
    endedAt: { type: "string", format: "date" },
    webhookMappingVariables: { type: "object" },
    webhookMappingVariablesSources: { type: "object" },
    workspace: { type: "string", format: "slug" },
    desiredStatus: { type: "string", enum: ["active", "paused"] },
    adopt: { type: "boolean" },
    deletionPolicy: { type: "string", enum: ["delete", "complete", "pause", "retain"] },
    existingId: { type: "string", format: "existing-id" },
    allowAllContacts: { type: "boolean" },
    acceptedWarnings: { type: "array", items: { type: "string", format: "rule-id" } },
    status: { type: "string" },
    callProgress: { type: "number" },
    createdAt: { type: "string", format: "date-time" },
    updatedAt: { type: "string", format: "date-time" },
    deletedAt: { type: ["string", "null"], format: "date-time" },
    summary: { type: "string" },
  },
};
function validateCampaign(
  data,
  { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validateCampaign.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === undefined) {
      (vErrors ??= []).push({
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "name" },
      });
      errors++;
    }
    if (data.notes === undefined) {
      (vErrors ??= []).push({
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "notes" },
      });
      errors++;
    }
    if (data.campaignType === undefined) {
      (vErrors ??= []).push({
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "campaignType" },
      });
      errors++;
    }
    if (data.aiAgentId === undefined) {
      (vErrors ??= []).push({
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "aiAgentId" },
      });
      errors++;
    }
    if (data.daysOfWeek === undefined) {
      (vErrors ??= []).push({
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "daysOfWeek" },
      });
      errors++;
    }
    if (data.timeZone === undefined) {
      (vErrors ??= []).push({
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "timeZone" },
      });
      errors++;
    }
    for (const key0 in data) {
      if (!Object.prototype.hasOwnProperty.call(schemaOfCampaign.properties, key0)) {
        (vErrors ??= []).push({
          instancePath,
          schemaPath: "#/additionalProperties",
          keyword: "additionalProperties",
          params: { additionalProperty: key0 },
        });
        errors++;
      }
    }
    if (data.name !== undefined) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (data0.length < 1) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/name",
            schemaPath: "#/properties/name/minLength",
            keyword: "minLength",
            params: { limit: 1 },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/name",
          schemaPath: "#/properties/name/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.notes !== undefined) {
      if (typeof data.notes !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/notes",
          schemaPath: "#/properties/notes/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.campaignType !== undefined) {
      let data0 = data.campaignType;
      if (typeof data0 !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/campaignType",
          schemaPath: "#/properties/campaignType/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
      if (!(data0 === "outbound" || data0 === "inbound")) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/campaignType",
          schemaPath: "#/properties/campaignType/enum",
          keyword: "enum",
          params: { allowedValues: schemaOfCampaign.properties.campaignType.enum },
        });
        errors++;
      }
    }
    if (data.contactsListSource !== undefined) {
      let data0 = data.contactsListSource;
      if (!Array.isArray(data0) && data0 !== null) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/contactsListSource",
          schemaPath: "#/properties/contactsListSource/type",
          keyword: "type",
          params: { type: schemaOfCampaign.properties.contactsListSource.type },
        });
        errors++;
      }
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 !== "string" && data1 !== null) {
            (vErrors ??= []).push({
              instancePath: instancePath + "/contactsListSource/" + i0,
              schemaPath: "#/properties/contactsListSource/items/type",
              keyword: "type",
              params: { type: schemaOfCampaign.properties.contactsListSource.items.type },
            });
            errors++;
          }
        }
      }
    }
    if (data.contactsListTags !== undefined) {
      let data0 = data.contactsListTags;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data0[i0] !== "string") {
            (vErrors ??= []).push({
              instancePath: instancePath + "/contactsListTags/" + i0,
              schemaPath: "#/properties/contactsListTags/items/type",
              keyword: "type",
              params: { type: "string" },
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/contactsListTags",
          schemaPath: "#/properties/contactsListTags/type",
          keyword: "type",
          params: { type: "array" },
        });
        errors++;
      }
    }
    if (data.contactsListCategories !== undefined) {
      let data0 = data.contactsListCategories;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data0[i0] !== "string") {
            (vErrors ??= []).push({
              instancePath: instancePath + "/contactsListCategories/" + i0,
              schemaPath: "#/properties/contactsListCategories/items/type",
              keyword: "type",
              params: { type: "string" },
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/contactsListCategories",
          schemaPath: "#/properties/contactsListCategories/type",
          keyword: "type",
          params: { type: "array" },
        });
        errors++;
      }
    }
    if (data.contactsListSourceMetadata !== undefined) {
      let data0 = data.contactsListSourceMetadata;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/contactsListSourceMetadata",
          schemaPath: "#/properties/contactsListSourceMetadata/type",
          keyword: "type",
          params: { type: "object" },
        });
        errors++;
      }
    }
    if (data.agentVariablesContactMetadataMapping !== undefined) {
      let data0 = data.agentVariablesContactMetadataMapping;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/agentVariablesContactMetadataMapping",
          schemaPath: "#/properties/agentVariablesContactMetadataMapping/type",
          keyword: "type",
          params: { type: "object" },
        });
        errors++;
      }
    }
    if (data.webhookId !== undefined) {
      let data0 = data.webhookId;
      if (typeof data0 === "string") {
        if (!formats.uuid(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/webhookId",
            schemaPath: "#/properties/webhookId/format",
            keyword: "format",
            params: { format: "uuid" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/webhookId",
          schemaPath: "#/properties/webhookId/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.aiAgentId !== undefined) {
      let data0 = data.aiAgentId;
      if (typeof data0 === "string") {
        if (!formats.uuid(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/aiAgentId",
            schemaPath: "#/properties/aiAgentId/format",
            keyword: "format",
            params: { format: "uuid" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/aiAgentId",
          schemaPath: "#/properties/aiAgentId/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.callTimeOfDayFrom !== undefined) {
      let data0 = data.callTimeOfDayFrom;
      if (typeof data0 === "string") {
        if (!formats["time-of-day"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/callTimeOfDayFrom",
            schemaPath: "#/properties/callTimeOfDayFrom/format",
            keyword: "format",
            params: { format: "time-of-day" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/callTimeOfDayFrom",
          schemaPath: "#/properties/callTimeOfDayFrom/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.callTimeOfDayTo !== undefined) {
      let data0 = data.callTimeOfDayTo;
      if (typeof data0 === "string") {
        if (!formats["time-of-day"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/callTimeOfDayTo",
            schemaPath: "#/properties/callTimeOfDayTo/format",
            keyword: "format",
            params: { format: "time-of-day" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/callTimeOfDayTo",
          schemaPath: "#/properties/callTimeOfDayTo/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.numberOfCallAttempts !== undefined) {
      let data0 = data.numberOfCallAttempts;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
            (vErrors ??= []).push({
              instancePath: instancePath + "/numberOfCallAttempts/" + i0,
              schemaPath: "#/properties/numberOfCallAttempts/items/type",
              keyword: "type",
              params: { type: "integer" },
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/numberOfCallAttempts",
          schemaPath: "#/properties/numberOfCallAttempts/type",
          keyword: "type",
          params: { type: "array" },
        });
        errors++;
      }
    }
    if (data.retryDelay !== undefined) {
      let data0 = data.retryDelay;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
            (vErrors ??= []).push({
              instancePath: instancePath + "/retryDelay/" + i0,
              schemaPath: "#/properties/retryDelay/items/type",
              keyword: "type",
              params: { type: "integer" },
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/retryDelay",
          schemaPath: "#/properties/retryDelay/type",
          keyword: "type",
          params: { type: "array" },
        });
        errors++;
      }
    }
    if (data.retryDelayUnit !== undefined) {
      let data0 = data.retryDelayUnit;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data0[i0] !== "string") {
            (vErrors ??= []).push({
              instancePath: instancePath + "/retryDelayUnit/" + i0,
              schemaPath: "#/properties/retryDelayUnit/items/type",
              keyword: "type",
              params: { type: "string" },
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/retryDelayUnit",
          schemaPath: "#/properties/retryDelayUnit/type",
          keyword: "type",
          params: { type: "array" },
        });
        errors++;
      }
    }
    if (data.daysOfWeek !== undefined) {
      let data0 = data.daysOfWeek;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (!(
            data1 === "sunday" ||
            data1 === "monday" ||
            data1 === "tuesday" ||
            data1 === "wednesday" ||
            data1 === "thursday" ||
            data1 === "friday" ||
            data1 === "saturday"
          )) {
            (vErrors ??= []).push({
              instancePath: instancePath + "/daysOfWeek/" + i0,
              schemaPath: "#/properties/daysOfWeek/items/enum",
              keyword: "enum",
              params: { allowedValues: schemaOfCampaign.properties.daysOfWeek.items.enum },
            });
            errors++;
          }
          if (typeof data1 === "string") {
            if (!formats.weekday(data1)) {
              (vErrors ??= []).push({
                instancePath: instancePath + "/daysOfWeek/" + i0,
                schemaPath: "#/properties/daysOfWeek/items/format",
                keyword: "format",
                params: { format: "weekday" },
              });
              errors++;
            }
          } else {
            (vErrors ??= []).push({
              instancePath: instancePath + "/daysOfWeek/" + i0,
              schemaPath: "#/properties/daysOfWeek/items/type",
              keyword: "type",
              params: { type: "string" },
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/daysOfWeek",
          schemaPath: "#/properties/daysOfWeek/type",
          keyword: "type",
          params: { type: "array" },
        });
        errors++;
      }
    }
    if (data.timeZone !== undefined) {
      let data0 = data.timeZone;
      if (typeof data0 === "string") {
        if (!formats["time-zone"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/timeZone",
            schemaPath: "#/properties/timeZone/format",
            keyword: "format",
            params: { format: "time-zone" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/timeZone",
          schemaPath: "#/properties/timeZone/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.inboundPhoneNumberId !== undefined) {
      let data0 = data.inboundPhoneNumberId;
      if (typeof data0 === "string") {
        if (!formats.uuid(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/inboundPhoneNumberId",
            schemaPath: "#/properties/inboundPhoneNumberId/format",
            keyword: "format",
            params: { format: "uuid" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/inboundPhoneNumberId",
          schemaPath: "#/properties/inboundPhoneNumberId/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.outboundPhoneNumberId !== undefined) {
      let data0 = data.outboundPhoneNumberId;
      if (typeof data0 === "string") {
        if (!formats.uuid(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/outboundPhoneNumberId",
            schemaPath: "#/properties/outboundPhoneNumberId/format",
            keyword: "format",
            params: { format: "uuid" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/outboundPhoneNumberId",
          schemaPath: "#/properties/outboundPhoneNumberId/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.startedAt !== undefined) {
      let data0 = data.startedAt;
      if (typeof data0 === "string") {
        if (!formats.date(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/startedAt",
            schemaPath: "#/properties/startedAt/format",
            keyword: "format",
            params: { format: "date" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/startedAt",
          schemaPath: "#/properties/startedAt/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.endedAt !== undefined) {
      let data0 = data.endedAt;
      if (typeof data0 === "string") {
        if (!formats.date(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/endedAt",
            schemaPath: "#/properties/endedAt/format",
            keyword: "format",
            params: { format: "date" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/endedAt",
          schemaPath: "#/properties/endedAt/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.webhookMappingVariables !== undefined) {
      let data0 = data.webhookMappingVariables;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/webhookMappingVariables",
          schemaPath: "#/properties/webhookMappingVariables/type",
          keyword: "type",
          params: { type: "object" },
        });
        errors++;
      }
    }
    if (data.webhookMappingVariablesSources !== undefined) {
      let data0 = data.webhookMappingVariablesSources;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/webhookMappingVariablesSources",
          schemaPath: "#/properties/webhookMappingVariablesSources/type",
          keyword: "type",
          params: { type: "object" },
        });
        errors++;
      }
    }
    if (data.workspace !== undefined) {
      let data0 = data.workspace;
      if (typeof data0 === "string") {
        if (!formats.slug(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/workspace",
            schemaPath: "#/properties/workspace/format",
            keyword: "format",
            params: { format: "slug" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/workspace",
          schemaPath: "#/properties/workspace/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.desiredStatus !== undefined) {
      let data0 = data.desiredStatus;
      if (typeof data0 !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/desiredStatus",
          schemaPath: "#/properties/desiredStatus/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
      if (!(data0 === "active" || data0 === "paused")) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/desiredStatus",
          schemaPath: "#/properties/desiredStatus/enum",
          keyword: "enum",
          params: { allowedValues: schemaOfCampaign.properties.desiredStatus.enum },
        });
        errors++;
      }
    }
    if (data.adopt !== undefined) {
      if (typeof data.adopt !== "boolean") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/adopt",
          schemaPath: "#/properties/adopt/type",
          keyword: "type",
          params: { type: "boolean" },
        });
        errors++;
      }
    }
    if (data.deletionPolicy !== undefined) {
      let data0 = data.deletionPolicy;
      if (typeof data0 !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/deletionPolicy",
          schemaPath: "#/properties/deletionPolicy/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
      if (!(data0 === "delete" || data0 === "complete" || data0 === "pause" || data0 === "retain")) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/deletionPolicy",
          schemaPath: "#/properties/deletionPolicy/enum",
          keyword: "enum",
          params: { allowedValues: schemaOfCampaign.properties.deletionPolicy.enum },
        });
        errors++;
      }
    }
    if (data.existingId !== undefined) {
      let data0 = data.existingId;
      if (typeof data0 === "string") {
        if (!formats["existing-id"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/existingId",
            schemaPath: "#/properties/existingId/format",
            keyword: "format",
            params: { format: "existing-id" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/existingId",
          schemaPath: "#/properties/existingId/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.allowAllContacts !== undefined) {
      if (typeof data.allowAllContacts !== "boolean") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/allowAllContacts",
          schemaPath: "#/properties/allowAllContacts/type",
          keyword: "type",
          params: { type: "boolean" },
        });
        errors++;
      }
    }
    if (data.acceptedWarnings !== undefined) {
      let data0 = data.acceptedWarnings;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === "string") {
            if (!formats["rule-id"](data1)) {
              (vErrors ??= []).push({
                instancePath: instancePath + "/acceptedWarnings/" + i0,
                schemaPath: "#/properties/acceptedWarnings/items/format",
                keyword: "format",
                params: { format: "rule-id" },
              });
              errors++;
            }
          } else {
            (vErrors ??= []).push({
              instancePath: instancePath + "/acceptedWarnings/" + i0,
              schemaPath: "#/properties/acceptedWarnings/items/type",
              keyword: "type",
              params: { type: "string" },
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/acceptedWarnings",
          schemaPath: "#/properties/acceptedWarnings/type",
          keyword: "type",
          params: { type: "array" },
        });
        errors++;
      }
    }
    if (data.status !== undefined) {
      if (typeof data.status !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/status",
          schemaPath: "#/properties/status/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.callProgress !== undefined) {
      let data0 = data.callProgress;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/callProgress",
          schemaPath: "#/properties/callProgress/type",
          keyword: "type",
          params: { type: "number" },
        });
        errors++;
      }
    }
    if (data.createdAt !== undefined) {
      let data0 = data.createdAt;
      if (typeof data0 === "string") {
        if (!formats["date-time"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/createdAt",
            schemaPath: "#/properties/createdAt/format",
            keyword: "format",
            params: { format: "date-time" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/createdAt",
          schemaPath: "#/properties/createdAt/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.updatedAt !== undefined) {
      let data0 = data.updatedAt;
      if (typeof data0 === "string") {
        if (!formats["date-time"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/updatedAt",
            schemaPath: "#/properties/updatedAt/format",
            keyword: "format",
            params: { format: "date-time" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/updatedAt",
          schemaPath: "#/properties/updatedAt/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.deletedAt !== undefined) {
      let data0 = data.deletedAt;
      if (typeof data0 !== "string" && data0 !== null) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/deletedAt",
          schemaPath: "#/properties/deletedAt/type",
          keyword: "type",
          params: { type: schemaOfCampaign.properties.deletedAt.type },
        });
        errors++;
      }
      if (typeof data0 === "string") {
        if (!formats["date-time"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/deletedAt",
            schemaPath: "#/properties/deletedAt/format",
            keyword: "format",
            params: { format: "date-time" },
          });
          errors++;
        }
      }
    }
    if (data.summary !== undefined) {
      if (typeof data.summary !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/summary",
          schemaPath: "#/properties/summary/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
  } else {
    (vErrors ??= []).push({ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } });
    errors++;
  }
  validateCampaign.errors = vErrors;
  return errors === 0;
}
validateCampaign.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
const schemaOfAiAgent = {
  type: "object",
  additionalProperties: false,
  required: ["name", "prompt"],
  properties: {
    name: { type: "string", minLength: 1 },
    description: { type: "string" },
    language: { type: "string" },
    status: { type: "string" },
    agentFlow: { type: "object" },
    agentDynamicVariables: { type: "array", items: { type: "object" } },
    agentPostCallOutcomes: { type: "object" },
    prompt: { type: "string" },
    promptType: { type: "string" },
    beginMessage: { type: "string" },
    voiceId: { type: "string" },
    whoTalksFirst: { type: "string" },
    reminderFrequencyFrom: { type: "number" },
    reminderFrequencyTo: { type: "number" },
    responsiveness: { type: "number" },
    voiceSpeed: { type: "number" },
    voiceTemperature: { type: "number" },
    backgroundAudioStatus: { type: "string" },
    backgroundVolume: { type: "number" },
    backgroundAudioId: { type: "string" },
    globalTools: { type: "object" },
    voiceUuid: { type: "string", format: "uuid" },
    voiceParams: { type: "object" },
    isDenoiserEnabled: { type: "boolean" },
    denoiserReductionLevel: { type: "string" },
    denoiserBoostLevel: { type: "string" },
    vadMinSpeechDuration: { type: "number" },
    vadMinSilenceDuration: { type: "number" },
    vadActivationThreshold: { type: "number" },
    vadPrefixPaddingDuration: { type: "number" },
    vadEosTimeout: { type: "number" },
    isAmdEnabled: { type: "boolean" },
    isAmdMultilingual: { type: "boolean" },
    amdTimeout: { type: "number" },
    knowledgeBaseId: { type: "string", format: "uuid" },
    chunkerMode: { type: "string" },
    isTurnDetectionEnabled: { type: "boolean" },
    turnDetectionMode: { type: "string" },
    turnDetectionTimeout: { type: "number" },
    workspace: { type: "string", format: "slug" },
    adopt: { type: "boolean" },
    deletionPolicy: { type: "string", enum: ["delete", "retain"] },
    existingId: { type: "string", format: "existing-id" },
    acceptedWarnings: { type: "array", items: { type: "string", format: "rule-id" } },
    startingState: { type: ["string", "null"] },
    maxSilenceDuration: { type: "number" },
    interruptionSensitivity: { type: "number" },
    llmTemperature: { type: "number" },
    agentType: { type: "string" },
  },
};
function validateAiAgent(
  data,
  { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validateAiAgent.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === undefined) {
      (vErrors ??= []).push({
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "name" },
      });
      errors++;
    }
    if (data.prompt === undefined) {
      (vErrors ??= []).push({
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "prompt" },
      });
      errors++;
    }
    for (const key0 in data) {
      if (!Object.prototype.hasOwnProperty.call(schemaOfAiAgent.properties, key0)) {
        (vErrors ??= []).push({
          instancePath,
          schemaPath: "#/additionalProperties",
          keyword: "additionalProperties",
          params: { additionalProperty: key0 },
        });
        errors++;
      }
    }
    if (data.name !== undefined) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (data0.length < 1) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/name",
            schemaPath: "#/properties/name/minLength",
            keyword: "minLength",
            params: { limit: 1 },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/name",
          schemaPath: "#/properties/name/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.description !== undefined) {
      if (typeof data.description !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/description",
          schemaPath: "#/properties/description/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.language !== undefined) {
      if (typeof data.language !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/language",
          schemaPath: "#/properties/language/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.status !== undefined) {
      if (typeof data.status !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/status",
          schemaPath: "#/properties/status/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.agentFlow !== undefined) {
      let data0 = data.agentFlow;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/agentFlow",
          schemaPath: "#/properties/agentFlow/type",
          keyword: "type",
          params: { type: "object" },
        });
        errors++;
      }
    }
    if (data.agentDynamicVariables !== undefined) {
      let data0 = data.agentDynamicVariables;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (!(data1 && typeof data1 == "object" && !Array.isArray(data1))) {
            (vErrors ??= []).push({
              instancePath: instancePath + "/agentDynamicVariables/" + i0,
              schemaPath: "#/properties/agentDynamicVariables/items/type",
              keyword: "type",
              params: { type: "object" },
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/agentDynamicVariables",
          schemaPath: "#/properties/agentDynamicVariables/type",
          keyword: "type",
          params: { type: "array" },
        });
        errors++;
      }
    }
    if (data.agentPostCallOutcomes !== undefined) {
      let data0 = data.agentPostCallOutcomes;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/agentPostCallOutcomes",
          schemaPath: "#/properties/agentPostCallOutcomes/type",
          keyword: "type",
          params: { type: "object" },
        });
        errors++;
      }
    }
    if (data.prompt !== undefined) {
      if (typeof data.prompt !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/prompt",
          schemaPath: "#/properties/prompt/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.promptType !== undefined) {
      if (typeof data.promptType !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/promptType",
          schemaPath: "#/properties/promptType/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.beginMessage !== undefined) {
      if (typeof data.beginMessage !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/beginMessage",
          schemaPath: "#/properties/beginMessage/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.voiceId !== undefined) {
      if (typeof data.voiceId !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/voiceId",
          schemaPath: "#/properties/voiceId/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.whoTalksFirst !== undefined) {
      if (typeof data.whoTalksFirst !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/whoTalksFirst",
          schemaPath: "#/properties/whoTalksFirst/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.reminderFrequencyFrom !== undefined) {
      let data0 = data.reminderFrequencyFrom;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/reminderFrequencyFrom",
          schemaPath: "#/properties/reminderFrequencyFrom/type",
          keyword: "type",
          params: { type: "number" },
        });
        errors++;
      }
    }
    if (data.reminderFrequencyTo !== undefined) {
      let data0 = data.reminderFrequencyTo;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/reminderFrequencyTo",
          schemaPath: "#/properties/reminderFrequencyTo/type",
          keyword: "type",
          params: { type: "number" },
        });
        errors++;
      }
    }
    if (data.responsiveness !== undefined) {
      let data0 = data.responsiveness;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/responsiveness",
          schemaPath: "#/properties/responsiveness/type",
          keyword: "type",
          params: { type: "number" },
        });
        errors++;
      }
    }
    if (data.voiceSpeed !== undefined) {
      let data0 = data.voiceSpeed;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/voiceSpeed",
          schemaPath: "#/properties/voiceSpeed/type",
          keyword: "type",
          params: { type: "number" },
        });
        errors++;
      }
    }
    if (data.voiceTemperature !== undefined) {
      let data0 = data.voiceTemperature;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/voiceTemperature",
          schemaPath: "#/properties/voiceTemperature/type",
          keyword: "type",
          params: { type: "number" },
        });
        errors++;
      }
    }
    if (data.backgroundAudioStatus !== undefined) {
      if (typeof data.backgroundAudioStatus !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/backgroundAudioStatus",
          schemaPath: "#/properties/backgroundAudioStatus/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.backgroundVolume !== undefined) {
      let data0 = data.backgroundVolume;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/backgroundVolume",
          schemaPath: "#/properties/backgroundVolume/type",
          keyword: "type",
          params: { type: "number" },
        });
        errors++;
      }
    }
    if (data.backgroundAudioId !== undefined) {
      if (typeof data.backgroundAudioId !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/backgroundAudioId",
          schemaPath: "#/properties/backgroundAudioId/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.globalTools !== undefined) {
      let data0 = data.globalTools;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/globalTools",
          schemaPath: "#/properties/globalTools/type",
          keyword: "type",
          params: { type: "object" },
        });
        errors++;
      }
    }
    if (data.voiceUuid !== undefined) {
      let data0 = data.voiceUuid;
      if (typeof data0 === "string") {
        if (!formats.uuid(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/voiceUuid",
            schemaPath: "#/properties/voiceUuid/format",
            keyword: "format",
            params: { format: "uuid" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/voiceUuid",
          schemaPath: "#/properties/voiceUuid/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.voiceParams !== undefined) {
      let data0 = data.voiceParams;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/voiceParams",
          schemaPath: "#/properties/voiceParams/type",
          keyword: "type",
          params: { type: "object" },
        });
        errors++;
      }
    }
    if (data.isDenoiserEnabled !== undefined) {
      if (typeof data.isDenoiserEnabled !== "boolean") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/isDenoiserEnabled",
          schemaPath: "#/properties/isDenoiserEnabled/type",
          keyword: "type",
          params: { type: "boolean" },
        });
        errors++;
      }
    }
    if (data.denoiserReductionLevel !== undefined) {
      if (typeof data.denoiserReductionLevel !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/denoiserReductionLevel",
          schemaPath: "#/properties/denoiserReductionLevel/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.denoiserBoostLevel !== undefined) {
      if (typeof data.denoiserBoostLevel !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/denoiserBoostLevel",
          schemaPath: "#/properties/denoiserBoostLevel/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.vadMinSpeechDuration !== undefined) {
      let data0 = data.vadMinSpeechDuration;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/vadMinSpeechDuration",
          schemaPath: "#/properties/vadMinSpeechDuration/type",
          keyword: "type",
          params: { type: "number" },
        });
        errors++;
      }
    }
    if (data.vadMinSilenceDuration !== undefined) {
      let data0 = data.vadMinSilenceDuration;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/vadMinSilenceDuration",
          schemaPath: "#/properties/vadMinSilenceDuration/type",
          keyword: "type",
          params: { type: "number" },
        });
        errors++;
      }
    }
    if (data.vadActivationThreshold !== undefined) {
      let data0 = data.vadActivationThreshold;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/vadActivationThreshold",
          schemaPath: "#/properties/vadActivationThreshold/type",
          keyword: "type",
          params: { type: "number" },
        });
        errors++;
      }
    }
    if (data.vadPrefixPaddingDuration !== undefined) {
      let data0 = data.vadPrefixPaddingDuration;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/vadPrefixPaddingDuration",
          schemaPath: "#/properties/vadPrefixPaddingDuration/type",
          keyword: "type",
          params: { type: "number" },
        });
        errors++;
      }
    }
    if (data.vadEosTimeout !== undefined) {
      let data0 = data.vadEosTimeout;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/vadEosTimeout",
          schemaPath: "#/properties/vadEosTimeout/type",
          keyword: "type",
          params: { type: "number" },
        });
        errors++;
      }
    }
    if (data.isAmdEnabled !== undefined) {
      if (typeof data.isAmdEnabled !== "boolean") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/isAmdEnabled",
          schemaPath: "#/properties/isAmdEnabled/type",
          keyword: "type",
          params: { type: "boolean" },
        });
        errors++;
      }
    }
    if (data.isAmdMultilingual !== undefined) {
      if (typeof data.isAmdMultilingual !== "boolean") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/isAmdMultilingual",
          schemaPath: "#/properties/isAmdMultilingual/type",
          keyword: "type",
          params: { type: "boolean" },
        });
        errors++;
      }
    }
    if (data.amdTimeout !== undefined) {
      let data0 = data.amdTimeout;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/amdTimeout",
          schemaPath: "#/properties/amdTimeout/type",
          keyword: "type",
          params: { type: "number" },
        });
        errors++;
      }
    }
    if (data.knowledgeBaseId !== undefined) {
      let data0 = data.knowledgeBaseId;
      if (typeof data0 === "string") {
        if (!formats.uuid(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/knowledgeBaseId",
            schemaPath: "#/properties/knowledgeBaseId/format",
            keyword: "format",
            params: { format: "uuid" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/knowledgeBaseId",
          schemaPath: "#/properties/knowledgeBaseId/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.chunkerMode !== undefined) {
      if (typeof data.chunkerMode !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/chunkerMode",
          schemaPath: "#/properties/chunkerMode/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.isTurnDetectionEnabled !== undefined) {
      if (typeof data.isTurnDetectionEnabled !== "boolean") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/isTurnDetectionEnabled",
          schemaPath: "#/properties/isTurnDetectionEnabled/type",
          keyword: "type",
          params: { type: "boolean" },
        });
        errors++;
      }
    }
    if (data.turnDetectionMode !== undefined) {
      if (typeof data.turnDetectionMode !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/turnDetectionMode",
          schemaPath: "#/properties/turnDetectionMode/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.turnDetectionTimeout !== undefined) {
      let data0 = data.turnDetectionTimeout;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/turnDetectionTimeout",
          schemaPath: "#/properties/turnDetectionTimeout/type",
          keyword: "type",
          params: { type: "number" },
        });
        errors++;
      }
    }
    if (data.workspace !== undefined) {
      let data0 = data.workspace;
      if (typeof data0 === "string") {
        if (!formats.slug(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/workspace",
            schemaPath: "#/properties/workspace/format",
            keyword: "format",
            params: { format: "slug" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/workspace",
          schemaPath: "#/properties/workspace/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.adopt !== undefined) {
      if (typeof data.adopt !== "boolean") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/adopt",
          schemaPath: "#/properties/adopt/type",
          keyword: "type",
          params: { type: "boolean" },
        });
        errors++;
      }
    }
    if (data.deletionPolicy !== undefined) {
      let data0 = data.deletionPolicy;
      if (typeof data0 !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/deletionPolicy",
          schemaPath: "#/properties/deletionPolicy/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
      if (!(data0 === "delete" || data0 === "retain")) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/deletionPolicy",
          schemaPath: "#/properties/deletionPolicy/enum",
          keyword: "enum",
          params: { allowedValues: schemaOfAiAgent.properties.deletionPolicy.enum },
        });
        errors++;
      }
    }
    if (data.existingId !== undefined) {
      let data0 = data.existingId;
      if (typeof data0 === "string") {
        if (!formats["existing-id"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/existingId",
            schemaPath: "#/properties/existingId/format",
            keyword: "format",
            params: { format: "existing-id" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/existingId",
          schemaPath: "#/properties/existingId/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.acceptedWarnings !== undefined) {
      let data0 = data.acceptedWarnings;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === "string") {
            if (!formats["rule-id"](data1)) {
              (vErrors ??= []).push({
                instancePath: instancePath + "/acceptedWarnings/" + i0,
                schemaPath: "#/properties/acceptedWarnings/items/format",
                keyword: "format",
                params: { format: "rule-id" },
              });
              errors++;
            }
          } else {
            (vErrors ??= []).push({
              instancePath: instancePath + "/acceptedWarnings/" + i0,
              schemaPath: "#/properties/acceptedWarnings/items/type",
              keyword: "type",
              params: { type: "string" },
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/acceptedWarnings",
          schemaPath: "#/properties/acceptedWarnings/type",
          keyword: "type",
          params: { type: "array" },
        });
        errors++;
      }
    }
    if (data.startingState !== undefined) {
      let data0 = data.startingState;
      if (typeof data0 !== "string" && data0 !== null) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/startingState",
          schemaPath: "#/properties/startingState/type",
          keyword: "type",
          params: { type: schemaOfAiAgent.properties.startingState.type },
        });
        errors++;
      }
    }
    if (data.maxSilenceDuration !== undefined) {
      let data0 = data.maxSilenceDuration;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/maxSilenceDuration",
          schemaPath: "#/properties/maxSilenceDuration/type",
          keyword: "type",
          params: { type: "number" },
        });
        errors++;
      }
    }
    if (data.interruptionSensitivity !== undefined) {
      let data0 = data.interruptionSensitivity;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/interruptionSensitivity",
          schemaPath: "#/properties/interruptionSensitivity/type",
          keyword: "type",
          params: { type: "number" },
        });
        errors++;
      }
    }
    if (data.llmTemperature !== undefined) {
      let data0 = data.llmTemperature;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/llmTemperature",
          schemaPath: "#/properties/llmTemperature/type",
          keyword: "type",
          params: { type: "number" },
        });
        errors++;
      }
    }
    if (data.agentType !== undefined) {
      if (typeof data.agentType !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/agentType",
          schemaPath: "#/properties/agentType/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
  } else {
    (vErrors ??= []).push({ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } });
    errors++;
  }
  validateAiAgent.errors = vErrors;
  return errors === 0;
}
validateAiAgent.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
const schemaOfPhoneNumber = {
  type: "object",
  additionalProperties: false,
  required: ["phoneNumber"],
  properties: {
    phoneNumber: { type: "string", format: "e164" },
    nickname: { type: "string" },
    numberCountryCode: { type: ["string", "null"] },
    workspace: { type: "string", format: "slug" },
    adopt: { type: "boolean" },
    deletionPolicy: { type: "string", enum: ["retain", "delete"] },
    existingId: { type: "string", format: "existing-id" },
    acceptedWarnings: { type: "array", items: { type: "string", format: "rule-id" } },
    createdAt: { type: "string", format: "date-time" },
    updatedAt: { type: "string", format: "date-time" },
  },
};
function validatePhoneNumber(
  data,
  { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validatePhoneNumber.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.phoneNumber === undefined) {
      (vErrors ??= []).push({
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "phoneNumber" },
      });
      errors++;
    }
    for (const key0 in data) {
      if (!Object.prototype.hasOwnProperty.call(schemaOfPhoneNumber.properties, key0)) {
        (vErrors ??= []).push({
          instancePath,
          schemaPath: "#/additionalProperties",
          keyword: "additionalProperties",
          params: { additionalProperty: key0 },
        });
        errors++;
      }
    }
    if (data.phoneNumber !== undefined) {
      let data0 = data.phoneNumber;
      if (typeof data0 === "string") {
        if (!formats.e164(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/phoneNumber",
            schemaPath: "#/properties/phoneNumber/format",
            keyword: "format",
            params: { format: "e164" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/phoneNumber",
          schemaPath: "#/properties/phoneNumber/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.nickname !== undefined) {
      if (typeof data.nickname !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/nickname",
          schemaPath: "#/properties/nickname/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.numberCountryCode !== undefined) {
      let data0 = data.numberCountryCode;
      if (typeof data0 !== "string" && data0 !== null) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/numberCountryCode",
          schemaPath: "#/properties/numberCountryCode/type",
          keyword: "type",
          params: { type: schemaOfPhoneNumber.properties.numberCountryCode.type },
        });
        errors++;
      }
    }
    if (data.workspace !== undefined) {
      let data0 = data.workspace;
      if (typeof data0 === "string") {
        if (!formats.slug(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/workspace",
            schemaPath: "#/properties/workspace/format",
            keyword: "format",
            params: { format: "slug" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/workspace",
          schemaPath: "#/properties/workspace/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.adopt !== undefined) {
      if (typeof data.adopt !== "boolean") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/adopt",
          schemaPath: "#/properties/adopt/type",
          keyword: "type",
          params: { type: "boolean" },
        });
        errors++;
      }
    }
    if (data.deletionPolicy !== undefined) {
      let data0 = data.deletionPolicy;
      if (typeof data0 !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/deletionPolicy",
          schemaPath: "#/properties/deletionPolicy/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
      if (!(data0 === "retain" || data0 === "delete")) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/deletionPolicy",
          schemaPath: "#/properties/deletionPolicy/enum",
          keyword: "enum",
          params: { allowedValues: schemaOfPhoneNumber.properties.deletionPolicy.enum },
        });
        errors++;
      }
    }
    if (data.existingId !== undefined) {
      let data0 = data.existingId;
      if (typeof data0 === "string") {
        if (!formats["existing-id"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/existingId",
            schemaPath: "#/properties/existingId/format",
            keyword: "format",
            params: { format: "existing-id" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/existingId",
          schemaPath: "#/properties/existingId/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.acceptedWarnings !== undefined) {
      let data0 = data.acceptedWarnings;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === "string") {
            if (!formats["rule-id"](data1)) {
              (vErrors ??= []).push({
                instancePath: instancePath + "/acceptedWarnings/" + i0,
                schemaPath: "#/properties/acceptedWarnings/items/format",
                keyword: "format",
                params: { format: "rule-id" },
              });
              errors++;
            }
          } else {
            (vErrors ??= []).push({
              instancePath: instancePath + "/acceptedWarnings/" + i0,
              schemaPath: "#/properties/acceptedWarnings/items/type",
              keyword: "type",
              params: { type: "string" },
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/acceptedWarnings",
          schemaPath: "#/properties/acceptedWarnings/type",
          keyword: "type",
          params: { type: "array" },
        });
        errors++;
      }
    }
    if (data.createdAt !== undefined) {
      let data0 = data.createdAt;
      if (typeof data0 === "string") {
        if (!formats["date-time"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/createdAt",
            schemaPath: "#/properties/createdAt/format",
            keyword: "format",
            params: { format: "date-time" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/createdAt",
          schemaPath: "#/properties/createdAt/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.updatedAt !== undefined) {
      let data0 = data.updatedAt;
      if (typeof data0 === "string") {
        if (!formats["date-time"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/updatedAt",
            schemaPath: "#/properties/updatedAt/format",
            keyword: "format",
            params: { format: "date-time" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/updatedAt",
          schemaPath: "#/properties/updatedAt/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
  } else {
    (vErrors ??= []).push({ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } });
    errors++;
  }
  validatePhoneNumber.errors = vErrors;
  return errors === 0;
}
validatePhoneNumber.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
const schemaOfWebhook = {
  type: "object",
  additionalProperties: false,
  required: ["name"],
  properties: {
    name: { type: "string", minLength: 1 },
    retryDelay: { type: "integer" },
    retryDelayUnit: { type: "string" },
    maxRetries: { type: "integer" },
    isTemplate: { type: "boolean" },
    flowDirection: { type: "string" },
    flowMapping: { type: "object" },
    tagName: { type: "string" },
    categoryName: { type: "string" },
    steps: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["webhookUrl"],
        properties: {
          stepNumber: { type: "integer" },
          webhookUrl: { type: "string", format: "uri" },
          webhookMethod: { type: "string", enum: ["GET", "POST", "PUT", "DELETE"] },
          webhookTimeout: { type: "number" },
          retryLimit: { type: "integer" },
          timeout: { type: "number" },
          webhookUrlParams: { type: ["object", "null"] },
          webhookHeaders: { type: ["object", "null"] },
          webhookBody: { type: ["object", "null"] },
          dependsOnStep: { type: ["integer", "null"] },
          successCondition: { type: ["object", "null"] },
          id: { type: "string" },
          createdAt: { type: "string", format: "date-time" },
          updatedAt: { type: "string", format: "date-time" },
          deletedAt: { type: ["string", "null"], format: "date-time" },
        },
      },
    },
    predefinedVariables: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["name"],
        properties: { name: { type: "string" }, value: {} },
      },
    },
    variables: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["name"],
        properties: {
          name: { type: "string" },
          location: {},
          stepId: {},
          type: { type: "string" },
          dataType: { type: "string" },
          customValue: {},
        },
      },
    },
    workspace: { type: "string", format: "slug" },
    adopt: { type: "boolean" },
    deletionPolicy: { type: "string", enum: ["delete", "retain"] },
    existingId: { type: "string", format: "existing-id" },
    acceptedWarnings: { type: "array", items: { type: "string", format: "rule-id" } },
    status: { type: "string" },
    logo: { type: ["string", "null"] },
    createdBy: { type: ["string", "null"] },
    companyId: { type: ["string", "null"] },
    createdAt: { type: "string", format: "date-time" },
    updatedAt: { type: "string", format: "date-time" },
    deletedAt: { type: ["string", "null"], format: "date-time" },
    executions: { type: "array", items: { type: "object" } },
  },
};
function validateWebhook(
  data,
  { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validateWebhook.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === undefined) {
      (vErrors ??= []).push({
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "name" },
      });
      errors++;
    }
    for (const key0 in data) {
      if (!Object.prototype.hasOwnProperty.call(schemaOfWebhook.properties, key0)) {
        (vErrors ??= []).push({
          instancePath,
          schemaPath: "#/additionalProperties",
          keyword: "additionalProperties",
          params: { additionalProperty: key0 },
        });
        errors++;
      }
    }
    if (data.name !== undefined) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (data0.length < 1) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/name",
            schemaPath: "#/properties/name/minLength",
            keyword: "minLength",
            params: { limit: 1 },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/name",
          schemaPath: "#/properties/name/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.retryDelay !== undefined) {
      let data0 = data.retryDelay;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/retryDelay",
          schemaPath: "#/properties/retryDelay/type",
          keyword: "type",
          params: { type: "integer" },
        });
        errors++;
      }
    }
    if (data.retryDelayUnit !== undefined) {
      if (typeof data.retryDelayUnit !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/retryDelayUnit",
          schemaPath: "#/properties/retryDelayUnit/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.maxRetries !== undefined) {
      let data0 = data.maxRetries;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/maxRetries",
          schemaPath: "#/properties/maxRetries/type",
          keyword: "type",
          params: { type: "integer" },
        });
        errors++;
      }
    }
    if (data.isTemplate !== undefined) {
      if (typeof data.isTemplate !== "boolean") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/isTemplate",
          schemaPath: "#/properties/isTemplate/type",
          keyword: "type",
          params: { type: "boolean" },
        });
        errors++;
      }
    }
    if (data.flowDirection !== undefined) {
      if (typeof data.flowDirection !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/flowDirection",
          schemaPath: "#/properties/flowDirection/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.flowMapping !== undefined) {
      let data0 = data.flowMapping;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/flowMapping",
          schemaPath: "#/properties/flowMapping/type",
          keyword: "type",
          params: { type: "object" },
        });
        errors++;
      }
    }
    if (data.tagName !== undefined) {
      if (typeof data.tagName !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/tagName",
          schemaPath: "#/properties/tagName/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.categoryName !== undefined) {
      if (typeof data.categoryName !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/categoryName",
          schemaPath: "#/properties/categoryName/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.steps !== undefined) {
      let data0 = data.steps;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
            if (data1.webhookUrl === undefined) {
              (vErrors ??= []).push({
                instancePath: instancePath + "/steps/" + i0,
                schemaPath: "#/properties/steps/items/required",
                keyword: "required",
                params: { missingProperty: "webhookUrl" },
              });
              errors++;
            }
            for (const key0 in data1) {
              if (!Object.prototype.hasOwnProperty.call(schemaOfWebhook.properties.steps.items.properties, key0)) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0,
                  schemaPath: "#/properties/steps/items/additionalProperties",
                  keyword: "additionalProperties",
                  params: { additionalProperty: key0 },
                });
                errors++;
              }
            }
            if (data1.stepNumber !== undefined) {
              let data2 = data1.stepNumber;
              if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/stepNumber",
                  schemaPath: "#/properties/steps/items/properties/stepNumber/type",
                  keyword: "type",
                  params: { type: "integer" },
                });
                errors++;
              }
            }
            if (data1.webhookUrl !== undefined) {
              let data2 = data1.webhookUrl;
              if (typeof data2 === "string") {
                if (!formats.uri(data2)) {
                  (vErrors ??= []).push({
                    instancePath: instancePath + "/steps/" + i0 + "/webhookUrl",
                    schemaPath: "#/properties/steps/items/properties/webhookUrl/format",
                    keyword: "format",
                    params: { format: "uri" },
                  });
                  errors++;
                }
              } else {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/webhookUrl",
                  schemaPath: "#/properties/steps/items/properties/webhookUrl/type",
                  keyword: "type",
                  params: { type: "string" },
                });
                errors++;
              }
            }
            if (data1.webhookMethod !== undefined) {
              let data2 = data1.webhookMethod;
              if (typeof data2 !== "string") {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/webhookMethod",
                  schemaPath: "#/properties/steps/items/properties/webhookMethod/type",
                  keyword: "type",
                  params: { type: "string" },
                });
                errors++;
              }
              if (!(data2 === "GET" || data2 === "POST" || data2 === "PUT" || data2 === "DELETE")) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/webhookMethod",
                  schemaPath: "#/properties/steps/items/properties/webhookMethod/enum",
                  keyword: "enum",
                  params: { allowedValues: schemaOfWebhook.properties.steps.items.properties.webhookMethod.enum },
                });
                errors++;
              }
            }
            if (data1.webhookTimeout !== undefined) {
              let data2 = data1.webhookTimeout;
              if (!(typeof data2 == "number" && isFinite(data2))) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/webhookTimeout",
                  schemaPath: "#/properties/steps/items/properties/webhookTimeout/type",
                  keyword: "type",
                  params: { type: "number" },
                });
                errors++;
              }
            }
            if (data1.retryLimit !== undefined) {
              let data2 = data1.retryLimit;
              if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/retryLimit",
                  schemaPath: "#/properties/steps/items/properties/retryLimit/type",
                  keyword: "type",
                  params: { type: "integer" },
                });
                errors++;
              }
            }
            if (data1.timeout !== undefined) {
              let data2 = data1.timeout;
              if (!(typeof data2 == "number" && isFinite(data2))) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/timeout",
                  schemaPath: "#/properties/steps/items/properties/timeout/type",
                  keyword: "type",
                  params: { type: "number" },
                });
                errors++;
              }
            }
            if (data1.webhookUrlParams !== undefined) {
              let data2 = data1.webhookUrlParams;
              if (!(data2 && typeof data2 == "object" && !Array.isArray(data2)) && data2 !== null) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/webhookUrlParams",
                  schemaPath: "#/properties/steps/items/properties/webhookUrlParams/type",
                  keyword: "type",
                  params: { type: schemaOfWebhook.properties.steps.items.properties.webhookUrlParams.type },
                });
                errors++;
              }
            }
            if (data1.webhookHeaders !== undefined) {
              let data2 = data1.webhookHeaders;
              if (!(data2 && typeof data2 == "object" && !Array.isArray(data2)) && data2 !== null) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/webhookHeaders",
                  schemaPath: "#/properties/steps/items/properties/webhookHeaders/type",
                  keyword: "type",
                  params: { type: schemaOfWebhook.properties.steps.items.properties.webhookHeaders.type },
                });
                errors++;
              }
            }
            if (data1.webhookBody !== undefined) {
              let data2 = data1.webhookBody;
              if (!(data2 && typeof data2 == "object" && !Array.isArray(data2)) && data2 !== null) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/webhookBody",
                  schemaPath: "#/properties/steps/items/properties/webhookBody/type",
                  keyword: "type",
                  params: { type: schemaOfWebhook.properties.steps.items.properties.webhookBody.type },
                });
                errors++;
              }
            }
            if (data1.dependsOnStep !== undefined) {
              let data2 = data1.dependsOnStep;
              if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2)) && data2 !== null) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/dependsOnStep",
                  schemaPath: "#/properties/steps/items/properties/dependsOnStep/type",
                  keyword: "type",
                  params: { type: schemaOfWebhook.properties.steps.items.properties.dependsOnStep.type },
                });
                errors++;
              }
            }
            if (data1.successCondition !== undefined) {
              let data2 = data1.successCondition;
              if (!(data2 && typeof data2 == "object" && !Array.isArray(data2)) && data2 !== null) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/successCondition",
                  schemaPath: "#/properties/steps/items/properties/successCondition/type",
                  keyword: "type",
                  params: { type: schemaOfWebhook.properties.steps.items.properties.successCondition.type },
                });
                errors++;
              }
            }
            if (data1.id !== undefined) {
              if (typeof data1.id !== "string") {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/id",
                  schemaPath: "#/properties/steps/items/properties/id/type",
                  keyword: "type",
                  params: { type: "string" },
                });
                errors++;
              }
            }
            if (data1.createdAt !== undefined) {
              let data2 = data1.createdAt;
              if (typeof data2 === "string") {
                if (!formats["date-time"](data2)) {
                  (vErrors ??= []).push({
                    instancePath: instancePath + "/steps/" + i0 + "/createdAt",
                    schemaPath: "#/properties/steps/items/properties/createdAt/format",
                    keyword: "format",
                    params: { format: "date-time" },
                  });
                  errors++;
                }
              } else {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/createdAt",
                  schemaPath: "#/properties/steps/items/properties/createdAt/type",
                  keyword: "type",
                  params: { type: "string" },
                });
                errors++;
              }
            }
            if (data1.updatedAt !== undefined) {
              let data2 = data1.updatedAt;
              if (typeof data2 === "string") {
                if (!formats["date-time"](data2)) {
                  (vErrors ??= []).push({
                    instancePath: instancePath + "/steps/" + i0 + "/updatedAt",
                    schemaPath: "#/properties/steps/items/properties/updatedAt/format",
                    keyword: "format",
                    params: { format: "date-time" },
                  });
                  errors++;
                }
              } else {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/updatedAt",
                  schemaPath: "#/properties/steps/items/properties/updatedAt/type",
                  keyword: "type",
                  params: { type: "string" },
                });
                errors++;
              }
            }
            if (data1.deletedAt !== undefined) {
              let data2 = data1.deletedAt;
              if (typeof data2 !== "string" && data2 !== null) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/deletedAt",
                  schemaPath: "#/properties/steps/items/properties/deletedAt/type",
                  keyword: "type",
                  params: { type: schemaOfWebhook.properties.steps.items.properties.deletedAt.type },
                });
                errors++;
              }
              if (typeof data2 === "string") {
                if (!formats["date-time"](data2)) {
                  (vErrors ??= []).push({
                    instancePath: instancePath + "/steps/" + i0 + "/deletedAt",
                    schemaPath: "#/properties/steps/items/properties/deletedAt/format",
                    keyword: "format",
                    params: { format: "date-time" },
                  });
                  errors++;
                }
              }
            }
          } else {
            (vErrors ??= []).push({
              instancePath: instancePath + "/steps/" + i0,
              schemaPath: "#/properties/steps/items/type",
              keyword: "type",
              params: { type: "object" },
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/steps",
          schemaPath: "#/properties/steps/type",
          keyword: "type",
          params: { type: "array" },
        });
        errors++;
      }
    }
    if (data.predefinedVariables !== undefined) {
      let data0 = data.predefinedVariables;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
            if (data1.name === undefined) {
              (vErrors ??= []).push({
                instancePath: instancePath + "/predefinedVariables/" + i0,
                schemaPath: "#/properties/predefinedVariables/items/required",
                keyword: "required",
                params: { missingProperty: "name" },
              });
              errors++;
            }
            for (const key0 in data1) {
              if (!(key0 === "name" || key0 === "value")) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/predefinedVariables/" + i0,
                  schemaPath: "#/properties/predefinedVariables/items/additionalProperties",
                  keyword: "additionalProperties",
                  params: { additionalProperty: key0 },
                });
                errors++;
              }
            }
            if (data1.name !== undefined) {
              if (typeof data1.name !== "string") {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/predefinedVariables/" + i0 + "/name",
                  schemaPath: "#/properties/predefinedVariables/items/properties/name/type",
                  keyword: "type",
                  params: { type: "string" },
                });
                errors++;
              }
            }
          } else {
            (vErrors ??= []).push({
              instancePath: instancePath + "/predefinedVariables/" + i0,
              schemaPath: "#/properties/predefinedVariables/items/type",
              keyword: "type",
              params: { type: "object" },
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/predefinedVariables",
          schemaPath: "#/properties/predefinedVariables/type",
          keyword: "type",
          params: { type: "array" },
        });
        errors++;
      }
    }
    if (data.variables !== undefined) {
      let data0 = data.variables;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
            if (data1.name === undefined) {
              (vErrors ??= []).push({
                instancePath: instancePath + "/variables/" + i0,
                schemaPath: "#/properties/variables/items/required",
                keyword: "required",
                params: { missingProperty: "name" },
              });
              errors++;
            }
            for (const key0 in data1) {
              if (!(
                key0 === "name" ||
                key0 === "location" ||
                key0 === "stepId" ||
                key0 === "type" ||
                key0 === "dataType" ||
                key0 === "customValue"
              )) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/variables/" + i0,
                  schemaPath: "#/properties/variables/items/additionalProperties",
                  keyword: "additionalProperties",
                  params: { additionalProperty: key0 },
                });
                errors++;
              }
            }
            if (data1.name !== undefined) {
              if (typeof data1.name !== "string") {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/variables/" + i0 + "/name",
                  schemaPath: "#/properties/variables/items/properties/name/type",
                  keyword: "type",
                  params: { type: "string" },
                });
                errors++;
              }
            }
            if (data1.type !== undefined) {
              if (typeof data1.type !== "string") {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/variables/" + i0 + "/type",
                  schemaPath: "#/properties/variables/items/properties/type/type",
                  keyword: "type",
                  params: { type: "string" },
                });
                errors++;
              }
            }
            if (data1.dataType !== undefined) {
              if (typeof data1.dataType !== "string") {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/variables/" + i0 + "/dataType",
                  schemaPath: "#/properties/variables/items/properties/dataType/type",
                  keyword: "type",
                  params: { type: "string" },
                });
                errors++;
              }
            }
          } else {
            (vErrors ??= []).push({
              instancePath: instancePath + "/variables/" + i0,
              schemaPath: "#/properties/variables/items/type",
              keyword: "type",
              params: { type: "object" },
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/variables",
          schemaPath: "#/properties/variables/type",
          keyword: "type",
          params: { type: "array" },
        });
        errors++;
      }
    }
    if (data.workspace !== undefined) {
      let data0 = data.workspace;
      if (typeof data0 === "string") {
        if (!formats.slug(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/workspace",
            schemaPath: "#/properties/workspace/format",
            keyword: "format",
            params: { format: "slug" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/workspace",
          schemaPath: "#/properties/workspace/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.adopt !== undefined) {
      if (typeof data.adopt !== "boolean") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/adopt",
          schemaPath: "#/properties/adopt/type",
          keyword: "type",
          params: { type: "boolean" },
        });
        errors++;
      }
    }
    if (data.deletionPolicy !== undefined) {
      let data0 = data.deletionPolicy;
      if (typeof data0 !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/deletionPolicy",
          schemaPath: "#/properties/deletionPolicy/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
      if (!(data0 === "delete" || data0 === "retain")) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/deletionPolicy",
          schemaPath: "#/properties/deletionPolicy/enum",
          keyword: "enum",
          params: { allowedValues: schemaOfWebhook.properties.deletionPolicy.enum },
        });
        errors++;
      }
    }
    if (data.existingId !== undefined) {
      let data0 = data.existingId;
      if (typeof data0 === "string") {
        if (!formats["existing-id"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/existingId",
            schemaPath: "#/properties/existingId/format",
            keyword: "format",
            params: { format: "existing-id" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/existingId",
          schemaPath: "#/properties/existingId/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.acceptedWarnings !== undefined) {
      let data0 = data.acceptedWarnings;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === "string") {
            if (!formats["rule-id"](data1)) {
              (vErrors ??= []).push({
                instancePath: instancePath + "/acceptedWarnings/" + i0,
                schemaPath: "#/properties/acceptedWarnings/items/format",
                keyword: "format",
                params: { format: "rule-id" },
              });
              errors++;
            }
          } else {
            (vErrors ??= []).push({
              instancePath: instancePath + "/acceptedWarnings/" + i0,
              schemaPath: "#/properties/acceptedWarnings/items/type",
              keyword: "type",
              params: { type: "string" },
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/acceptedWarnings",
          schemaPath: "#/properties/acceptedWarnings/type",
          keyword: "type",
          params: { type: "array" },
        });
        errors++;
      }
    }
    if (data.status !== undefined) {
      if (typeof data.status !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/status",
          schemaPath: "#/properties/status/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.logo !== undefined) {
      let data0 = data.logo;
      if (typeof data0 !== "string" && data0 !== null) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/logo",
          schemaPath: "#/properties/logo/type",
          keyword: "type",
          params: { type: schemaOfWebhook.properties.logo.type },
        });
        errors++;
      }
    }
    if (data.createdBy !== undefined) {
      let data0 = data.createdBy;
      if (typeof data0 !== "string" && data0 !== null) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/createdBy",
          schemaPath: "#/properties/createdBy/type",
          keyword: "type",
          params: { type: schemaOfWebhook.properties.createdBy.type },
        });
        errors++;
      }
    }
    if (data.companyId !== undefined) {
      let data0 = data.companyId;
      if (typeof data0 !== "string" && data0 !== null) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/companyId",
          schemaPath: "#/properties/companyId/type",
          keyword: "type",
          params: { type: schemaOfWebhook.properties.companyId.type },
        });
        errors++;
      }
    }
    if (data.createdAt !== undefined) {
      let data0 = data.createdAt;
      if (typeof data0 === "string") {
        if (!formats["date-time"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/createdAt",
            schemaPath: "#/properties/createdAt/format",
            keyword: "format",
            params: { format: "date-time" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/createdAt",
          schemaPath: "#/properties/createdAt/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.updatedAt !== undefined) {
      let data0 = data.updatedAt;
      if (typeof data0 === "string") {
        if (!formats["date-time"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/updatedAt",
            schemaPath: "#/properties/updatedAt/format",
            keyword: "format",
            params: { format: "date-time" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/updatedAt",
          schemaPath: "#/properties/updatedAt/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.deletedAt !== undefined) {
      let data0 = data.deletedAt;
      if (typeof data0 !== "string" && data0 !== null) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/deletedAt",
          schemaPath: "#/properties/deletedAt/type",
          keyword: "type",
          params: { type: schemaOfWebhook.properties.deletedAt.type },
        });
        errors++;
      }
      if (typeof data0 === "string") {
        if (!formats["date-time"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/deletedAt",
            schemaPath: "#/properties/deletedAt/format",
            keyword: "format",
            params: { format: "date-time" },
          });
          errors++;
        }
      }
    }
    if (data.executions !== undefined) {
      let data0 = data.executions;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (!(data1 && typeof data1 == "object" && !Array.isArray(data1))) {
            (vErrors ??= []).push({
              instancePath: instancePath + "/executions/" + i0,
              schemaPath: "#/properties/executions/items/type",
              keyword: "type",
              params: { type: "object" },
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/executions",
          schemaPath: "#/properties/executions/type",
          keyword: "type",
          params: { type: "array" },
        });
        errors++;
      }
    }
  } else {
    (vErrors ??= []).push({ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } });
    errors++;
  }
  validateWebhook.errors = vErrors;
  return errors === 0;
}
validateWebhook.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
const schemaOfWorkspace = {
  type: "object",
  additionalProperties: false,
  required: ["workspaceName"],
  properties: {
    workspaceName: { type: "string", minLength: 1 },
    deletionPolicy: { type: "string", enum: ["delete", "retain"] },
    existingId: { type: "string", format: "existing-id" },
    acceptedWarnings: { type: "array", items: { type: "string", format: "rule-id" } },
    workspaceSlug: { type: "string", format: "slug" },
    companyId: { type: "string" },
    createdAt: { type: "string", format: "date-time" },
    updatedAt: { type: "string", format: "date-time" },
  },
};
function validateWorkspace(
  data,
  { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validateWorkspace.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.workspaceName === undefined) {
      (vErrors ??= []).push({
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "workspaceName" },
      });
      errors++;
    }
    for (const key0 in data) {
      if (!(
        key0 === "workspaceName" ||
        key0 === "deletionPolicy" ||
        key0 === "existingId" ||
        key0 === "acceptedWarnings" ||
        key0 === "workspaceSlug" ||
        key0 === "companyId" ||
        key0 === "createdAt" ||
        key0 === "updatedAt"
      )) {
        (vErrors ??= []).push({
          instancePath,
          schemaPath: "#/additionalProperties",
          keyword: "additionalProperties",
          params: { additionalProperty: key0 },
        });
        errors++;
      }
    }
    if (data.workspaceName !== undefined) {
      let data0 = data.workspaceName;
      if (typeof data0 === "string") {
        if (data0.length < 1) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/workspaceName",
            schemaPath: "#/properties/workspaceName/minLength",
            keyword: "minLength",
            params: { limit: 1 },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/workspaceName",
          schemaPath: "#/properties/workspaceName/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.deletionPolicy !== undefined) {
      let data0 = data.deletionPolicy;
      if (typeof data0 !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/deletionPolicy",
          schemaPath: "#/properties/deletionPolicy/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
      if (!(data0 === "delete" || data0 === "retain")) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/deletionPolicy",
          schemaPath: "#/properties/deletionPolicy/enum",
          keyword: "enum",
          params: { allowedValues: schemaOfWorkspace.properties.deletionPolicy.enum },
        });
        errors++;
      }
    }
    if (data.existingId !== undefined) {
      let data0 = data.existingId;
      if (typeof data0 === "string") {
        if (!formats["existing-id"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/existingId",
            schemaPath: "#/properties/existingId/format",
            keyword: "format",
            params: { format: "existing-id" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/existingId",
          schemaPath: "#/properties/existingId/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.acceptedWarnings !== undefined) {
      let data0 = data.acceptedWarnings;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === "string") {
            if (!formats["rule-id"](data1)) {
              (vErrors ??= []).push({
                instancePath: instancePath + "/acceptedWarnings/" + i0,
                schemaPath: "#/properties/acceptedWarnings/items/format",
                keyword: "format",
                params: { format: "rule-id" },
              });
              errors++;
            }
          } else {
            (vErrors ??= []).push({
              instancePath: instancePath + "/acceptedWarnings/" + i0,
              schemaPath: "#/properties/acceptedWarnings/items/type",
              keyword: "type",
              params: { type: "string" },
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/acceptedWarnings",
          schemaPath: "#/properties/acceptedWarnings/type",
          keyword: "type",
          params: { type: "array" },
        });
        errors++;
      }
    }
    if (data.workspaceSlug !== undefined) {
      let data0 = data.workspaceSlug;
      if (typeof data0 === "string") {
        if (!formats.slug(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/workspaceSlug",
            schemaPath: "#/properties/workspaceSlug/format",
            keyword: "format",
            params: { format: "slug" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/workspaceSlug",
          schemaPath: "#/properties/workspaceSlug/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.companyId !== undefined) {
      if (typeof data.companyId !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/companyId",
          schemaPath: "#/properties/companyId/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.createdAt !== undefined) {
      let data0 = data.createdAt;
      if (typeof data0 === "string") {
        if (!formats["date-time"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/createdAt",
            schemaPath: "#/properties/createdAt/format",
            keyword: "format",
            params: { format: "date-time" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/createdAt",
          schemaPath: "#/properties/createdAt/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
    if (data.updatedAt !== undefined) {
      let data0 = data.updatedAt;
      if (typeof data0 === "string") {
        if (!formats["date-time"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/updatedAt",
            schemaPath: "#/properties/updatedAt/format",
            keyword: "format",
            params: { format: "date-time" },
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/updatedAt",
          schemaPath: "#/properties/updatedAt/type",
          keyword: "type",
          params: { type: "string" },
        });
        errors++;
      }
    }
  } else {
    (vErrors ??= []).push({ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } });
    errors++;
  }
  validateWorkspace.errors = vErrors;
  return errors === 0;
}
validateWorkspace.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

export const validators: Readonly<Record<KindName, Validator>> = {
  Campaign: validateCampaign,
  AiAgent: validateAiAgent,
  PhoneNumber: validatePhoneNumber,
  Webhook: validateWebhook,
  Workspace: validateWorkspace,
};
