// Generated from schema.json by tools/generate/emulatorValidators.mts. Do not edit: change schema.json and run `npm run generate`.
/* eslint-disable */
// @ts-nocheck: a machine wrote this for a machine.
import { formats } from "./formats";
import type { Kind } from "./kinds";

/** One thing that is wrong: where in the body, and what is said of it. */
export interface SchemaProblem {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Says whether a body is valid; what is wrong is in `errors` until the next call. */
export interface Validator {
  (body: unknown): boolean;
  errors?: readonly SchemaProblem[] | null;
}

const schemaOfCampaign = {
  type: "object",
  additionalProperties: false,
  required: [],
  properties: {
    name: { type: "string", minLength: 1 },
    notes: { type: "string" },
    campaign_type: { type: "string", enum: ["outbound", "inbound"] },
    contacts_list_source: { type: ["array", "null"], items: { type: ["string", "null"] } },
    contacts_list_tags: { type: "array", items: { type: "string" } },
    contacts_list_categories: { type: "array", items: { type: "string" } },
    contacts_list_source_metadata: { type: "object" },
    agent_variables_contact_metadata_mapping: { type: "object" },
    webhook_id: { type: "string", format: "uuid" },
    ai_agent_id: { type: "string", format: "uuid" },
    call_time_of_day_from: { type: "string", format: "time-of-day" },
    call_time_of_day_to: { type: "string", format: "time-of-day" },
    number_of_call_attempts: { type: "array", items: { type: "integer" } },
    retry_delay: { type: "array", items: { type: "integer" } },
    retry_delay_unit: { type: "array", items: { type: "string" } },
    days_of_week: { type: "array", items: { type: ["integer", "null"], minimum: 0, maximum: 6 } },
    time_zone: { type: "string", format: "time-zone" },
    inbound_phone_number_id: { type: "string", format: "uuid" },
    outbound_phone_number_id: { type: "string", format: "uuid" },
    started_at: { type: "string", format: "date" },
    ended_at: { type: "string", format: "date" },
    webhook_mapping_variables: { type: "object" },
    webhook_mapping_variables_sources: { type: "object" },
    workspace: { type: "string", format: "slug" },
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
    for (const key0 in data) {
      if (!Object.prototype.hasOwnProperty.call(schemaOfCampaign.properties, key0)) {
        (vErrors ??= []).push({
          instancePath,
          schemaPath: "#/additionalProperties",
          keyword: "additionalProperties",
          params: { additionalProperty: key0 },
          message: "must NOT have additional properties",
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
            message: "must NOT have fewer than 1 characters",
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/name",
          schemaPath: "#/properties/name/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
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
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.campaign_type !== undefined) {
      let data0 = data.campaign_type;
      if (typeof data0 !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/campaign_type",
          schemaPath: "#/properties/campaign_type/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
      if (!(data0 === "outbound" || data0 === "inbound")) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/campaign_type",
          schemaPath: "#/properties/campaign_type/enum",
          keyword: "enum",
          params: { allowedValues: schemaOfCampaign.properties.campaign_type.enum },
          message: "must be equal to one of the allowed values",
        });
        errors++;
      }
    }
    if (data.contacts_list_source !== undefined) {
      let data0 = data.contacts_list_source;
      if (!Array.isArray(data0) && data0 !== null) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/contacts_list_source",
          schemaPath: "#/properties/contacts_list_source/type",
          keyword: "type",
          params: { type: schemaOfCampaign.properties.contacts_list_source.type },
          message: "must be array,null",
        });
        errors++;
      }
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 !== "string" && data1 !== null) {
            (vErrors ??= []).push({
              instancePath: instancePath + "/contacts_list_source/" + i0,
              schemaPath: "#/properties/contacts_list_source/items/type",
              keyword: "type",
              params: { type: schemaOfCampaign.properties.contacts_list_source.items.type },
              message: "must be string,null",
            });
            errors++;
          }
        }
      }
    }
    if (data.contacts_list_tags !== undefined) {
      let data0 = data.contacts_list_tags;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data0[i0] !== "string") {
            (vErrors ??= []).push({
              instancePath: instancePath + "/contacts_list_tags/" + i0,
              schemaPath: "#/properties/contacts_list_tags/items/type",
              keyword: "type",
              params: { type: "string" },
              message: "must be string",
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/contacts_list_tags",
          schemaPath: "#/properties/contacts_list_tags/type",
          keyword: "type",
          params: { type: "array" },
          message: "must be array",
        });
        errors++;
      }
    }
    if (data.contacts_list_categories !== undefined) {
      let data0 = data.contacts_list_categories;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data0[i0] !== "string") {
            (vErrors ??= []).push({
              instancePath: instancePath + "/contacts_list_categories/" + i0,
              schemaPath: "#/properties/contacts_list_categories/items/type",
              keyword: "type",
              params: { type: "string" },
              message: "must be string",
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/contacts_list_categories",
          schemaPath: "#/properties/contacts_list_categories/type",
          keyword: "type",
          params: { type: "array" },
          message: "must be array",
        });
        errors++;
      }
    }
    if (data.contacts_list_source_metadata !== undefined) {
      let data0 = data.contacts_list_source_metadata;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/contacts_list_source_metadata",
          schemaPath: "#/properties/contacts_list_source_metadata/type",
          keyword: "type",
          params: { type: "object" },
          message: "must be object",
        });
        errors++;
      }
    }
    if (data.agent_variables_contact_metadata_mapping !== undefined) {
      let data0 = data.agent_variables_contact_metadata_mapping;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/agent_variables_contact_metadata_mapping",
          schemaPath: "#/properties/agent_variables_contact_metadata_mapping/type",
          keyword: "type",
          params: { type: "object" },
          message: "must be object",
        });
        errors++;
      }
    }
    if (data.webhook_id !== undefined) {
      let data0 = data.webhook_id;
      if (typeof data0 === "string") {
        if (!formats.uuid(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/webhook_id",
            schemaPath: "#/properties/webhook_id/format",
            keyword: "format",
            params: { format: "uuid" },
            message: 'must match format "' + "uuid" + '"',
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/webhook_id",
          schemaPath: "#/properties/webhook_id/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.ai_agent_id !== undefined) {
      let data0 = data.ai_agent_id;
      if (typeof data0 === "string") {
        if (!formats.uuid(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/ai_agent_id",
            schemaPath: "#/properties/ai_agent_id/format",
            keyword: "format",
            params: { format: "uuid" },
            message: 'must match format "' + "uuid" + '"',
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/ai_agent_id",
          schemaPath: "#/properties/ai_agent_id/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.call_time_of_day_from !== undefined) {
      let data0 = data.call_time_of_day_from;
      if (typeof data0 === "string") {
        if (!formats["time-of-day"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/call_time_of_day_from",
            schemaPath: "#/properties/call_time_of_day_from/format",
            keyword: "format",
            params: { format: "time-of-day" },
            message: 'must match format "' + "time-of-day" + '"',
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/call_time_of_day_from",
          schemaPath: "#/properties/call_time_of_day_from/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.call_time_of_day_to !== undefined) {
      let data0 = data.call_time_of_day_to;
      if (typeof data0 === "string") {
        if (!formats["time-of-day"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/call_time_of_day_to",
            schemaPath: "#/properties/call_time_of_day_to/format",
            keyword: "format",
            params: { format: "time-of-day" },
            message: 'must match format "' + "time-of-day" + '"',
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/call_time_of_day_to",
          schemaPath: "#/properties/call_time_of_day_to/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.number_of_call_attempts !== undefined) {
      let data0 = data.number_of_call_attempts;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
            (vErrors ??= []).push({
              instancePath: instancePath + "/number_of_call_attempts/" + i0,
              schemaPath: "#/properties/number_of_call_attempts/items/type",
              keyword: "type",
              params: { type: "integer" },
              message: "must be integer",
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/number_of_call_attempts",
          schemaPath: "#/properties/number_of_call_attempts/type",
          keyword: "type",
          params: { type: "array" },
          message: "must be array",
        });
        errors++;
      }
    }
    if (data.retry_delay !== undefined) {
      let data0 = data.retry_delay;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
            (vErrors ??= []).push({
              instancePath: instancePath + "/retry_delay/" + i0,
              schemaPath: "#/properties/retry_delay/items/type",
              keyword: "type",
              params: { type: "integer" },
              message: "must be integer",
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/retry_delay",
          schemaPath: "#/properties/retry_delay/type",
          keyword: "type",
          params: { type: "array" },
          message: "must be array",
        });
        errors++;
      }
    }
    if (data.retry_delay_unit !== undefined) {
      let data0 = data.retry_delay_unit;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data0[i0] !== "string") {
            (vErrors ??= []).push({
              instancePath: instancePath + "/retry_delay_unit/" + i0,
              schemaPath: "#/properties/retry_delay_unit/items/type",
              keyword: "type",
              params: { type: "string" },
              message: "must be string",
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/retry_delay_unit",
          schemaPath: "#/properties/retry_delay_unit/type",
          keyword: "type",
          params: { type: "array" },
          message: "must be array",
        });
        errors++;
      }
    }
    if (data.days_of_week !== undefined) {
      let data0 = data.days_of_week;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1)) && data1 !== null) {
            (vErrors ??= []).push({
              instancePath: instancePath + "/days_of_week/" + i0,
              schemaPath: "#/properties/days_of_week/items/type",
              keyword: "type",
              params: { type: schemaOfCampaign.properties.days_of_week.items.type },
              message: "must be integer,null",
            });
            errors++;
          }
          if (typeof data1 == "number" && isFinite(data1)) {
            if (data1 > 6 || isNaN(data1)) {
              (vErrors ??= []).push({
                instancePath: instancePath + "/days_of_week/" + i0,
                schemaPath: "#/properties/days_of_week/items/maximum",
                keyword: "maximum",
                params: { comparison: "<=", limit: 6 },
                message: "must be <= 6",
              });
              errors++;
            }
            if (data1 < 0 || isNaN(data1)) {
              (vErrors ??= []).push({
                instancePath: instancePath + "/days_of_week/" + i0,
                schemaPath: "#/properties/days_of_week/items/minimum",
                keyword: "minimum",
                params: { comparison: ">=", limit: 0 },
                message: "must be >= 0",
              });
              errors++;
            }
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/days_of_week",
          schemaPath: "#/properties/days_of_week/type",
          keyword: "type",
          params: { type: "array" },
          message: "must be array",
        });
        errors++;
      }
    }
    if (data.time_zone !== undefined) {
      let data0 = data.time_zone;
      if (typeof data0 === "string") {
        if (!formats["time-zone"](data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/time_zone",
            schemaPath: "#/properties/time_zone/format",
            keyword: "format",
            params: { format: "time-zone" },
            message: 'must match format "' + "time-zone" + '"',
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/time_zone",
          schemaPath: "#/properties/time_zone/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.inbound_phone_number_id !== undefined) {
      let data0 = data.inbound_phone_number_id;
      if (typeof data0 === "string") {
        if (!formats.uuid(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/inbound_phone_number_id",
            schemaPath: "#/properties/inbound_phone_number_id/format",
            keyword: "format",
            params: { format: "uuid" },
            message: 'must match format "' + "uuid" + '"',
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/inbound_phone_number_id",
          schemaPath: "#/properties/inbound_phone_number_id/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.outbound_phone_number_id !== undefined) {
      let data0 = data.outbound_phone_number_id;
      if (typeof data0 === "string") {
        if (!formats.uuid(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/outbound_phone_number_id",
            schemaPath: "#/properties/outbound_phone_number_id/format",
            keyword: "format",
            params: { format: "uuid" },
            message: 'must match format "' + "uuid" + '"',
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/outbound_phone_number_id",
          schemaPath: "#/properties/outbound_phone_number_id/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.started_at !== undefined) {
      let data0 = data.started_at;
      if (typeof data0 === "string") {
        if (!formats.date(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/started_at",
            schemaPath: "#/properties/started_at/format",
            keyword: "format",
            params: { format: "date" },
            message: 'must match format "' + "date" + '"',
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/started_at",
          schemaPath: "#/properties/started_at/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.ended_at !== undefined) {
      let data0 = data.ended_at;
      if (typeof data0 === "string") {
        if (!formats.date(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/ended_at",
            schemaPath: "#/properties/ended_at/format",
            keyword: "format",
            params: { format: "date" },
            message: 'must match format "' + "date" + '"',
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/ended_at",
          schemaPath: "#/properties/ended_at/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.webhook_mapping_variables !== undefined) {
      let data0 = data.webhook_mapping_variables;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/webhook_mapping_variables",
          schemaPath: "#/properties/webhook_mapping_variables/type",
          keyword: "type",
          params: { type: "object" },
          message: "must be object",
        });
        errors++;
      }
    }
    if (data.webhook_mapping_variables_sources !== undefined) {
      let data0 = data.webhook_mapping_variables_sources;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/webhook_mapping_variables_sources",
          schemaPath: "#/properties/webhook_mapping_variables_sources/type",
          keyword: "type",
          params: { type: "object" },
          message: "must be object",
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
            message: 'must match format "' + "slug" + '"',
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/workspace",
          schemaPath: "#/properties/workspace/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
  } else {
    (vErrors ??= []).push({
      instancePath,
      schemaPath: "#/type",
      keyword: "type",
      params: { type: "object" },
      message: "must be object",
    });
    errors++;
  }
  validateCampaign.errors = vErrors;
  return errors === 0;
}
validateCampaign.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
const schemaOfAiAgent = {
  type: "object",
  additionalProperties: false,
  required: [],
  properties: {
    name: { type: "string", minLength: 1 },
    description: { type: "string" },
    language: { type: "string" },
    status: { type: "string" },
    agent_flow: { type: "object" },
    agent_dynamic_variables: { type: "array", items: { type: "object" } },
    agent_post_call_outcomes: { type: "object" },
    prompt: { type: "string" },
    prompt_type: { type: "string" },
    begin_message: { type: "string" },
    voice_id: { type: "string" },
    who_talks_first: { type: "string" },
    reminder_frequency_from: { type: "number" },
    reminder_frequency_to: { type: "number" },
    responsiveness: { type: "number" },
    voice_speed: { type: "number" },
    voice_temperature: { type: "number" },
    background_audio_status: { type: "string" },
    background_volume: { type: "number" },
    background_audio_id: { type: "string" },
    global_tools: { type: "object" },
    voice_uuid: { type: "string", format: "uuid" },
    voice_params: { type: "object" },
    is_denoiser_enabled: { type: "boolean" },
    denoiser_reduction_level: { type: "string" },
    denoiser_boost_level: { type: "string" },
    vad_min_speech_duration: { type: "number" },
    vad_min_silence_duration: { type: "number" },
    vad_activation_threshold: { type: "number" },
    vad_prefix_padding_duration: { type: "number" },
    vad_eos_timeout: { type: "number" },
    is_amd_enabled: { type: "boolean" },
    is_amd_multilingual: { type: "boolean" },
    amd_timeout: { type: "number" },
    knowledge_base_id: { type: "string", format: "uuid" },
    chunker_mode: { type: "string" },
    is_turn_detection_enabled: { type: "boolean" },
    turn_detection_mode: { type: "string" },
    turn_detection_timeout: { type: "number" },
    workspace: { type: "string", format: "slug" },
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
    for (const key0 in data) {
      if (!Object.prototype.hasOwnProperty.call(schemaOfAiAgent.properties, key0)) {
        (vErrors ??= []).push({
          instancePath,
          schemaPath: "#/additionalProperties",
          keyword: "additionalProperties",
          params: { additionalProperty: key0 },
          message: "must NOT have additional properties",
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
            message: "must NOT have fewer than 1 characters",
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/name",
          schemaPath: "#/properties/name/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
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
          message: "must be string",
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
          message: "must be string",
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
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.agent_flow !== undefined) {
      let data0 = data.agent_flow;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/agent_flow",
          schemaPath: "#/properties/agent_flow/type",
          keyword: "type",
          params: { type: "object" },
          message: "must be object",
        });
        errors++;
      }
    }
    if (data.agent_dynamic_variables !== undefined) {
      let data0 = data.agent_dynamic_variables;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (!(data1 && typeof data1 == "object" && !Array.isArray(data1))) {
            (vErrors ??= []).push({
              instancePath: instancePath + "/agent_dynamic_variables/" + i0,
              schemaPath: "#/properties/agent_dynamic_variables/items/type",
              keyword: "type",
              params: { type: "object" },
              message: "must be object",
            });
            errors++;
          }
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/agent_dynamic_variables",
          schemaPath: "#/properties/agent_dynamic_variables/type",
          keyword: "type",
          params: { type: "array" },
          message: "must be array",
        });
        errors++;
      }
    }
    if (data.agent_post_call_outcomes !== undefined) {
      let data0 = data.agent_post_call_outcomes;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/agent_post_call_outcomes",
          schemaPath: "#/properties/agent_post_call_outcomes/type",
          keyword: "type",
          params: { type: "object" },
          message: "must be object",
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
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.prompt_type !== undefined) {
      if (typeof data.prompt_type !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/prompt_type",
          schemaPath: "#/properties/prompt_type/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.begin_message !== undefined) {
      if (typeof data.begin_message !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/begin_message",
          schemaPath: "#/properties/begin_message/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.voice_id !== undefined) {
      if (typeof data.voice_id !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/voice_id",
          schemaPath: "#/properties/voice_id/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.who_talks_first !== undefined) {
      if (typeof data.who_talks_first !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/who_talks_first",
          schemaPath: "#/properties/who_talks_first/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.reminder_frequency_from !== undefined) {
      let data0 = data.reminder_frequency_from;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/reminder_frequency_from",
          schemaPath: "#/properties/reminder_frequency_from/type",
          keyword: "type",
          params: { type: "number" },
          message: "must be number",
        });
        errors++;
      }
    }
    if (data.reminder_frequency_to !== undefined) {
      let data0 = data.reminder_frequency_to;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/reminder_frequency_to",
          schemaPath: "#/properties/reminder_frequency_to/type",
          keyword: "type",
          params: { type: "number" },
          message: "must be number",
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
          message: "must be number",
        });
        errors++;
      }
    }
    if (data.voice_speed !== undefined) {
      let data0 = data.voice_speed;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/voice_speed",
          schemaPath: "#/properties/voice_speed/type",
          keyword: "type",
          params: { type: "number" },
          message: "must be number",
        });
        errors++;
      }
    }
    if (data.voice_temperature !== undefined) {
      let data0 = data.voice_temperature;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/voice_temperature",
          schemaPath: "#/properties/voice_temperature/type",
          keyword: "type",
          params: { type: "number" },
          message: "must be number",
        });
        errors++;
      }
    }
    if (data.background_audio_status !== undefined) {
      if (typeof data.background_audio_status !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/background_audio_status",
          schemaPath: "#/properties/background_audio_status/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.background_volume !== undefined) {
      let data0 = data.background_volume;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/background_volume",
          schemaPath: "#/properties/background_volume/type",
          keyword: "type",
          params: { type: "number" },
          message: "must be number",
        });
        errors++;
      }
    }
    if (data.background_audio_id !== undefined) {
      if (typeof data.background_audio_id !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/background_audio_id",
          schemaPath: "#/properties/background_audio_id/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.global_tools !== undefined) {
      let data0 = data.global_tools;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/global_tools",
          schemaPath: "#/properties/global_tools/type",
          keyword: "type",
          params: { type: "object" },
          message: "must be object",
        });
        errors++;
      }
    }
    if (data.voice_uuid !== undefined) {
      let data0 = data.voice_uuid;
      if (typeof data0 === "string") {
        if (!formats.uuid(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/voice_uuid",
            schemaPath: "#/properties/voice_uuid/format",
            keyword: "format",
            params: { format: "uuid" },
            message: 'must match format "' + "uuid" + '"',
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/voice_uuid",
          schemaPath: "#/properties/voice_uuid/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.voice_params !== undefined) {
      let data0 = data.voice_params;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/voice_params",
          schemaPath: "#/properties/voice_params/type",
          keyword: "type",
          params: { type: "object" },
          message: "must be object",
        });
        errors++;
      }
    }
    if (data.is_denoiser_enabled !== undefined) {
      if (typeof data.is_denoiser_enabled !== "boolean") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/is_denoiser_enabled",
          schemaPath: "#/properties/is_denoiser_enabled/type",
          keyword: "type",
          params: { type: "boolean" },
          message: "must be boolean",
        });
        errors++;
      }
    }
    if (data.denoiser_reduction_level !== undefined) {
      if (typeof data.denoiser_reduction_level !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/denoiser_reduction_level",
          schemaPath: "#/properties/denoiser_reduction_level/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.denoiser_boost_level !== undefined) {
      if (typeof data.denoiser_boost_level !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/denoiser_boost_level",
          schemaPath: "#/properties/denoiser_boost_level/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.vad_min_speech_duration !== undefined) {
      let data0 = data.vad_min_speech_duration;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/vad_min_speech_duration",
          schemaPath: "#/properties/vad_min_speech_duration/type",
          keyword: "type",
          params: { type: "number" },
          message: "must be number",
        });
        errors++;
      }
    }
    if (data.vad_min_silence_duration !== undefined) {
      let data0 = data.vad_min_silence_duration;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/vad_min_silence_duration",
          schemaPath: "#/properties/vad_min_silence_duration/type",
          keyword: "type",
          params: { type: "number" },
          message: "must be number",
        });
        errors++;
      }
    }
    if (data.vad_activation_threshold !== undefined) {
      let data0 = data.vad_activation_threshold;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/vad_activation_threshold",
          schemaPath: "#/properties/vad_activation_threshold/type",
          keyword: "type",
          params: { type: "number" },
          message: "must be number",
        });
        errors++;
      }
    }
    if (data.vad_prefix_padding_duration !== undefined) {
      let data0 = data.vad_prefix_padding_duration;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/vad_prefix_padding_duration",
          schemaPath: "#/properties/vad_prefix_padding_duration/type",
          keyword: "type",
          params: { type: "number" },
          message: "must be number",
        });
        errors++;
      }
    }
    if (data.vad_eos_timeout !== undefined) {
      let data0 = data.vad_eos_timeout;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/vad_eos_timeout",
          schemaPath: "#/properties/vad_eos_timeout/type",
          keyword: "type",
          params: { type: "number" },
          message: "must be number",
        });
        errors++;
      }
    }
    if (data.is_amd_enabled !== undefined) {
      if (typeof data.is_amd_enabled !== "boolean") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/is_amd_enabled",
          schemaPath: "#/properties/is_amd_enabled/type",
          keyword: "type",
          params: { type: "boolean" },
          message: "must be boolean",
        });
        errors++;
      }
    }
    if (data.is_amd_multilingual !== undefined) {
      if (typeof data.is_amd_multilingual !== "boolean") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/is_amd_multilingual",
          schemaPath: "#/properties/is_amd_multilingual/type",
          keyword: "type",
          params: { type: "boolean" },
          message: "must be boolean",
        });
        errors++;
      }
    }
    if (data.amd_timeout !== undefined) {
      let data0 = data.amd_timeout;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/amd_timeout",
          schemaPath: "#/properties/amd_timeout/type",
          keyword: "type",
          params: { type: "number" },
          message: "must be number",
        });
        errors++;
      }
    }
    if (data.knowledge_base_id !== undefined) {
      let data0 = data.knowledge_base_id;
      if (typeof data0 === "string") {
        if (!formats.uuid(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/knowledge_base_id",
            schemaPath: "#/properties/knowledge_base_id/format",
            keyword: "format",
            params: { format: "uuid" },
            message: 'must match format "' + "uuid" + '"',
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/knowledge_base_id",
          schemaPath: "#/properties/knowledge_base_id/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.chunker_mode !== undefined) {
      if (typeof data.chunker_mode !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/chunker_mode",
          schemaPath: "#/properties/chunker_mode/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.is_turn_detection_enabled !== undefined) {
      if (typeof data.is_turn_detection_enabled !== "boolean") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/is_turn_detection_enabled",
          schemaPath: "#/properties/is_turn_detection_enabled/type",
          keyword: "type",
          params: { type: "boolean" },
          message: "must be boolean",
        });
        errors++;
      }
    }
    if (data.turn_detection_mode !== undefined) {
      if (typeof data.turn_detection_mode !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/turn_detection_mode",
          schemaPath: "#/properties/turn_detection_mode/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.turn_detection_timeout !== undefined) {
      let data0 = data.turn_detection_timeout;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/turn_detection_timeout",
          schemaPath: "#/properties/turn_detection_timeout/type",
          keyword: "type",
          params: { type: "number" },
          message: "must be number",
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
            message: 'must match format "' + "slug" + '"',
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/workspace",
          schemaPath: "#/properties/workspace/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
  } else {
    (vErrors ??= []).push({
      instancePath,
      schemaPath: "#/type",
      keyword: "type",
      params: { type: "object" },
      message: "must be object",
    });
    errors++;
  }
  validateAiAgent.errors = vErrors;
  return errors === 0;
}
validateAiAgent.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
const schemaOfPhoneNumber = {
  type: "object",
  additionalProperties: false,
  required: [],
  properties: {
    phone_number: { type: "string", format: "e164" },
    nickname: { type: "string" },
    number_country_code: { type: ["string", "null"] },
    workspace: { type: "string", format: "slug" },
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
    for (const key0 in data) {
      if (!(key0 === "phone_number" || key0 === "nickname" || key0 === "number_country_code" || key0 === "workspace")) {
        (vErrors ??= []).push({
          instancePath,
          schemaPath: "#/additionalProperties",
          keyword: "additionalProperties",
          params: { additionalProperty: key0 },
          message: "must NOT have additional properties",
        });
        errors++;
      }
    }
    if (data.phone_number !== undefined) {
      let data0 = data.phone_number;
      if (typeof data0 === "string") {
        if (!formats.e164(data0)) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/phone_number",
            schemaPath: "#/properties/phone_number/format",
            keyword: "format",
            params: { format: "e164" },
            message: 'must match format "' + "e164" + '"',
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/phone_number",
          schemaPath: "#/properties/phone_number/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
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
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.number_country_code !== undefined) {
      let data0 = data.number_country_code;
      if (typeof data0 !== "string" && data0 !== null) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/number_country_code",
          schemaPath: "#/properties/number_country_code/type",
          keyword: "type",
          params: { type: schemaOfPhoneNumber.properties.number_country_code.type },
          message: "must be string,null",
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
            message: 'must match format "' + "slug" + '"',
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/workspace",
          schemaPath: "#/properties/workspace/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
  } else {
    (vErrors ??= []).push({
      instancePath,
      schemaPath: "#/type",
      keyword: "type",
      params: { type: "object" },
      message: "must be object",
    });
    errors++;
  }
  validatePhoneNumber.errors = vErrors;
  return errors === 0;
}
validatePhoneNumber.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
const schemaOfWebhook = {
  type: "object",
  additionalProperties: false,
  required: [],
  properties: {
    name: { type: "string", minLength: 1 },
    retry_delay: { type: "integer" },
    retry_delay_unit: { type: "string" },
    max_retries: { type: "integer" },
    is_template: { type: "boolean" },
    flow_direction: { type: "string" },
    flow_mapping: { type: "object" },
    tag_name: { type: "string" },
    category_name: { type: "string" },
    steps: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["webhook_url"],
        properties: {
          step_number: { type: "integer" },
          webhook_url: { type: "string", format: "uri" },
          webhook_method: { type: "string", enum: ["GET", "POST", "PUT", "DELETE"] },
          webhook_timeout: { type: "number" },
          retry_limit: { type: "integer" },
          timeout: { type: "number" },
          webhook_url_params: { type: ["object", "null"] },
          webhook_headers: { type: ["object", "null"] },
          webhook_body: { type: ["object", "null"] },
          depends_on_step: { type: ["integer", "null"] },
          success_condition: { type: ["object", "null"] },
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
    for (const key0 in data) {
      if (!Object.prototype.hasOwnProperty.call(schemaOfWebhook.properties, key0)) {
        (vErrors ??= []).push({
          instancePath,
          schemaPath: "#/additionalProperties",
          keyword: "additionalProperties",
          params: { additionalProperty: key0 },
          message: "must NOT have additional properties",
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
            message: "must NOT have fewer than 1 characters",
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/name",
          schemaPath: "#/properties/name/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.retry_delay !== undefined) {
      let data0 = data.retry_delay;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/retry_delay",
          schemaPath: "#/properties/retry_delay/type",
          keyword: "type",
          params: { type: "integer" },
          message: "must be integer",
        });
        errors++;
      }
    }
    if (data.retry_delay_unit !== undefined) {
      if (typeof data.retry_delay_unit !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/retry_delay_unit",
          schemaPath: "#/properties/retry_delay_unit/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.max_retries !== undefined) {
      let data0 = data.max_retries;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/max_retries",
          schemaPath: "#/properties/max_retries/type",
          keyword: "type",
          params: { type: "integer" },
          message: "must be integer",
        });
        errors++;
      }
    }
    if (data.is_template !== undefined) {
      if (typeof data.is_template !== "boolean") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/is_template",
          schemaPath: "#/properties/is_template/type",
          keyword: "type",
          params: { type: "boolean" },
          message: "must be boolean",
        });
        errors++;
      }
    }
    if (data.flow_direction !== undefined) {
      if (typeof data.flow_direction !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/flow_direction",
          schemaPath: "#/properties/flow_direction/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.flow_mapping !== undefined) {
      let data0 = data.flow_mapping;
      if (!(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/flow_mapping",
          schemaPath: "#/properties/flow_mapping/type",
          keyword: "type",
          params: { type: "object" },
          message: "must be object",
        });
        errors++;
      }
    }
    if (data.tag_name !== undefined) {
      if (typeof data.tag_name !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/tag_name",
          schemaPath: "#/properties/tag_name/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
    if (data.category_name !== undefined) {
      if (typeof data.category_name !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/category_name",
          schemaPath: "#/properties/category_name/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
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
            if (data1.webhook_url === undefined) {
              (vErrors ??= []).push({
                instancePath: instancePath + "/steps/" + i0,
                schemaPath: "#/properties/steps/items/required",
                keyword: "required",
                params: { missingProperty: "webhook_url" },
                message: "must have required property '" + "webhook_url" + "'",
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
                  message: "must NOT have additional properties",
                });
                errors++;
              }
            }
            if (data1.step_number !== undefined) {
              let data2 = data1.step_number;
              if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/step_number",
                  schemaPath: "#/properties/steps/items/properties/step_number/type",
                  keyword: "type",
                  params: { type: "integer" },
                  message: "must be integer",
                });
                errors++;
              }
            }
            if (data1.webhook_url !== undefined) {
              let data2 = data1.webhook_url;
              if (typeof data2 === "string") {
                if (!formats.uri(data2)) {
                  (vErrors ??= []).push({
                    instancePath: instancePath + "/steps/" + i0 + "/webhook_url",
                    schemaPath: "#/properties/steps/items/properties/webhook_url/format",
                    keyword: "format",
                    params: { format: "uri" },
                    message: 'must match format "' + "uri" + '"',
                  });
                  errors++;
                }
              } else {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/webhook_url",
                  schemaPath: "#/properties/steps/items/properties/webhook_url/type",
                  keyword: "type",
                  params: { type: "string" },
                  message: "must be string",
                });
                errors++;
              }
            }
            if (data1.webhook_method !== undefined) {
              let data2 = data1.webhook_method;
              if (typeof data2 !== "string") {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/webhook_method",
                  schemaPath: "#/properties/steps/items/properties/webhook_method/type",
                  keyword: "type",
                  params: { type: "string" },
                  message: "must be string",
                });
                errors++;
              }
              if (!(data2 === "GET" || data2 === "POST" || data2 === "PUT" || data2 === "DELETE")) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/webhook_method",
                  schemaPath: "#/properties/steps/items/properties/webhook_method/enum",
                  keyword: "enum",
                  params: { allowedValues: schemaOfWebhook.properties.steps.items.properties.webhook_method.enum },
                  message: "must be equal to one of the allowed values",
                });
                errors++;
              }
            }
            if (data1.webhook_timeout !== undefined) {
              let data2 = data1.webhook_timeout;
              if (!(typeof data2 == "number" && isFinite(data2))) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/webhook_timeout",
                  schemaPath: "#/properties/steps/items/properties/webhook_timeout/type",
                  keyword: "type",
                  params: { type: "number" },
                  message: "must be number",
                });
                errors++;
              }
            }
            if (data1.retry_limit !== undefined) {
              let data2 = data1.retry_limit;
              if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/retry_limit",
                  schemaPath: "#/properties/steps/items/properties/retry_limit/type",
                  keyword: "type",
                  params: { type: "integer" },
                  message: "must be integer",
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
                  message: "must be number",
                });
                errors++;
              }
            }
            if (data1.webhook_url_params !== undefined) {
              let data2 = data1.webhook_url_params;
              if (!(data2 && typeof data2 == "object" && !Array.isArray(data2)) && data2 !== null) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/webhook_url_params",
                  schemaPath: "#/properties/steps/items/properties/webhook_url_params/type",
                  keyword: "type",
                  params: { type: schemaOfWebhook.properties.steps.items.properties.webhook_url_params.type },
                  message: "must be object,null",
                });
                errors++;
              }
            }
            if (data1.webhook_headers !== undefined) {
              let data2 = data1.webhook_headers;
              if (!(data2 && typeof data2 == "object" && !Array.isArray(data2)) && data2 !== null) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/webhook_headers",
                  schemaPath: "#/properties/steps/items/properties/webhook_headers/type",
                  keyword: "type",
                  params: { type: schemaOfWebhook.properties.steps.items.properties.webhook_headers.type },
                  message: "must be object,null",
                });
                errors++;
              }
            }
            if (data1.webhook_body !== undefined) {
              let data2 = data1.webhook_body;
              if (!(data2 && typeof data2 == "object" && !Array.isArray(data2)) && data2 !== null) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/webhook_body",
                  schemaPath: "#/properties/steps/items/properties/webhook_body/type",
                  keyword: "type",
                  params: { type: schemaOfWebhook.properties.steps.items.properties.webhook_body.type },
                  message: "must be object,null",
                });
                errors++;
              }
            }
            if (data1.depends_on_step !== undefined) {
              let data2 = data1.depends_on_step;
              if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2)) && data2 !== null) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/depends_on_step",
                  schemaPath: "#/properties/steps/items/properties/depends_on_step/type",
                  keyword: "type",
                  params: { type: schemaOfWebhook.properties.steps.items.properties.depends_on_step.type },
                  message: "must be integer,null",
                });
                errors++;
              }
            }
            if (data1.success_condition !== undefined) {
              let data2 = data1.success_condition;
              if (!(data2 && typeof data2 == "object" && !Array.isArray(data2)) && data2 !== null) {
                (vErrors ??= []).push({
                  instancePath: instancePath + "/steps/" + i0 + "/success_condition",
                  schemaPath: "#/properties/steps/items/properties/success_condition/type",
                  keyword: "type",
                  params: { type: schemaOfWebhook.properties.steps.items.properties.success_condition.type },
                  message: "must be object,null",
                });
                errors++;
              }
            }
          } else {
            (vErrors ??= []).push({
              instancePath: instancePath + "/steps/" + i0,
              schemaPath: "#/properties/steps/items/type",
              keyword: "type",
              params: { type: "object" },
              message: "must be object",
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
          message: "must be array",
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
                message: "must have required property '" + "name" + "'",
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
                  message: "must NOT have additional properties",
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
                  message: "must be string",
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
              message: "must be object",
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
          message: "must be array",
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
                message: "must have required property '" + "name" + "'",
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
                  message: "must NOT have additional properties",
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
                  message: "must be string",
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
                  message: "must be string",
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
                  message: "must be string",
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
              message: "must be object",
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
          message: "must be array",
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
            message: 'must match format "' + "slug" + '"',
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/workspace",
          schemaPath: "#/properties/workspace/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
  } else {
    (vErrors ??= []).push({
      instancePath,
      schemaPath: "#/type",
      keyword: "type",
      params: { type: "object" },
      message: "must be object",
    });
    errors++;
  }
  validateWebhook.errors = vErrors;
  return errors === 0;
}
validateWebhook.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
const schemaOfWorkspace = {
  type: "object",
  additionalProperties: false,
  required: [],
  properties: { workspace_name: { type: "string", minLength: 1 } },
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
    for (const key0 in data) {
      if (!(key0 === "workspace_name")) {
        (vErrors ??= []).push({
          instancePath,
          schemaPath: "#/additionalProperties",
          keyword: "additionalProperties",
          params: { additionalProperty: key0 },
          message: "must NOT have additional properties",
        });
        errors++;
      }
    }
    if (data.workspace_name !== undefined) {
      let data0 = data.workspace_name;
      if (typeof data0 === "string") {
        if (data0.length < 1) {
          (vErrors ??= []).push({
            instancePath: instancePath + "/workspace_name",
            schemaPath: "#/properties/workspace_name/minLength",
            keyword: "minLength",
            params: { limit: 1 },
            message: "must NOT have fewer than 1 characters",
          });
          errors++;
        }
      } else {
        (vErrors ??= []).push({
          instancePath: instancePath + "/workspace_name",
          schemaPath: "#/properties/workspace_name/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
    }
  } else {
    (vErrors ??= []).push({
      instancePath,
      schemaPath: "#/type",
      keyword: "type",
      params: { type: "object" },
      message: "must be object",
    });
    errors++;
  }
  validateWorkspace.errors = vErrors;
  return errors === 0;
}
validateWorkspace.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
const schemaOfUpdateOfCampaign = {
  type: "object",
  properties: {
    status: { type: "string", enum: ["active", "paused", "completed"] },
    allow_non_local_calls: { type: "boolean" },
  },
};
function validateUpdateOfCampaign(
  data,
  { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validateUpdateOfCampaign.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.status !== undefined) {
      let data0 = data.status;
      if (typeof data0 !== "string") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/status",
          schemaPath: "#/properties/status/type",
          keyword: "type",
          params: { type: "string" },
          message: "must be string",
        });
        errors++;
      }
      if (!(data0 === "active" || data0 === "paused" || data0 === "completed")) {
        (vErrors ??= []).push({
          instancePath: instancePath + "/status",
          schemaPath: "#/properties/status/enum",
          keyword: "enum",
          params: { allowedValues: schemaOfUpdateOfCampaign.properties.status.enum },
          message: "must be equal to one of the allowed values",
        });
        errors++;
      }
    }
    if (data.allow_non_local_calls !== undefined) {
      if (typeof data.allow_non_local_calls !== "boolean") {
        (vErrors ??= []).push({
          instancePath: instancePath + "/allow_non_local_calls",
          schemaPath: "#/properties/allow_non_local_calls/type",
          keyword: "type",
          params: { type: "boolean" },
          message: "must be boolean",
        });
        errors++;
      }
    }
  } else {
    (vErrors ??= []).push({
      instancePath,
      schemaPath: "#/type",
      keyword: "type",
      params: { type: "object" },
      message: "must be object",
    });
    errors++;
  }
  validateUpdateOfCampaign.errors = vErrors;
  return errors === 0;
}
validateUpdateOfCampaign.evaluated = {
  props: { status: true, allow_non_local_calls: true },
  dynamicProps: false,
  dynamicItems: false,
};

export const validators: Readonly<Record<Kind | "UpdateOfCampaign", Validator>> = {
  Campaign: validateCampaign,
  AiAgent: validateAiAgent,
  PhoneNumber: validatePhoneNumber,
  Webhook: validateWebhook,
  Workspace: validateWorkspace,
  UpdateOfCampaign: validateUpdateOfCampaign,
};
