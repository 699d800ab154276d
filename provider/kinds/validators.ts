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

const schema36 = {
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
const func1 = Object.prototype.hasOwnProperty;
const formats0 = formats.uuid;
const formats4 = formats["time-of-day"];
const formats8 = formats.weekday;
const formats10 = formats["time-zone"];
const formats16 = formats.date;
const formats20 = formats.slug;
const formats22 = formats["existing-id"];
const formats24 = formats["rule-id"];
const formats26 = formats["date-time"];
function validate25(
  data,
  { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === undefined) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.notes === undefined) {
      const err1 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "notes" },
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.campaignType === undefined) {
      const err2 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "campaignType" },
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.aiAgentId === undefined) {
      const err3 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "aiAgentId" },
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.daysOfWeek === undefined) {
      const err4 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "daysOfWeek" },
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.timeZone === undefined) {
      const err5 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "timeZone" },
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema36.properties, key0)) {
        const err6 = {
          instancePath,
          schemaPath: "#/additionalProperties",
          keyword: "additionalProperties",
          params: { additionalProperty: key0 },
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.name !== undefined) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (data0.length < 1) {
          const err7 = {
            instancePath: instancePath + "/name",
            schemaPath: "#/properties/name/minLength",
            keyword: "minLength",
            params: { limit: 1 },
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = {
          instancePath: instancePath + "/name",
          schemaPath: "#/properties/name/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.notes !== undefined) {
      if (typeof data.notes !== "string") {
        const err9 = {
          instancePath: instancePath + "/notes",
          schemaPath: "#/properties/notes/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.campaignType !== undefined) {
      let data2 = data.campaignType;
      if (typeof data2 !== "string") {
        const err10 = {
          instancePath: instancePath + "/campaignType",
          schemaPath: "#/properties/campaignType/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (!(data2 === "outbound" || data2 === "inbound")) {
        const err11 = {
          instancePath: instancePath + "/campaignType",
          schemaPath: "#/properties/campaignType/enum",
          keyword: "enum",
          params: { allowedValues: schema36.properties.campaignType.enum },
        };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.contactsListSource !== undefined) {
      let data3 = data.contactsListSource;
      if (!Array.isArray(data3) && data3 !== null) {
        const err12 = {
          instancePath: instancePath + "/contactsListSource",
          schemaPath: "#/properties/contactsListSource/type",
          keyword: "type",
          params: { type: schema36.properties.contactsListSource.type },
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (Array.isArray(data3)) {
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 !== "string" && data4 !== null) {
            const err13 = {
              instancePath: instancePath + "/contactsListSource/" + i0,
              schemaPath: "#/properties/contactsListSource/items/type",
              keyword: "type",
              params: { type: schema36.properties.contactsListSource.items.type },
            };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
      }
    }
    if (data.contactsListTags !== undefined) {
      let data5 = data.contactsListTags;
      if (Array.isArray(data5)) {
        const len1 = data5.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (typeof data5[i1] !== "string") {
            const err14 = {
              instancePath: instancePath + "/contactsListTags/" + i1,
              schemaPath: "#/properties/contactsListTags/items/type",
              keyword: "type",
              params: { type: "string" },
            };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
      } else {
        const err15 = {
          instancePath: instancePath + "/contactsListTags",
          schemaPath: "#/properties/contactsListTags/type",
          keyword: "type",
          params: { type: "array" },
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.contactsListCategories !== undefined) {
      let data7 = data.contactsListCategories;
      if (Array.isArray(data7)) {
        const len2 = data7.length;
        for (let i2 = 0; i2 < len2; i2++) {
          if (typeof data7[i2] !== "string") {
            const err16 = {
              instancePath: instancePath + "/contactsListCategories/" + i2,
              schemaPath: "#/properties/contactsListCategories/items/type",
              keyword: "type",
              params: { type: "string" },
            };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
      } else {
        const err17 = {
          instancePath: instancePath + "/contactsListCategories",
          schemaPath: "#/properties/contactsListCategories/type",
          keyword: "type",
          params: { type: "array" },
        };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.contactsListSourceMetadata !== undefined) {
      let data9 = data.contactsListSourceMetadata;
      if (!(data9 && typeof data9 == "object" && !Array.isArray(data9))) {
        const err18 = {
          instancePath: instancePath + "/contactsListSourceMetadata",
          schemaPath: "#/properties/contactsListSourceMetadata/type",
          keyword: "type",
          params: { type: "object" },
        };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.agentVariablesContactMetadataMapping !== undefined) {
      let data10 = data.agentVariablesContactMetadataMapping;
      if (!(data10 && typeof data10 == "object" && !Array.isArray(data10))) {
        const err19 = {
          instancePath: instancePath + "/agentVariablesContactMetadataMapping",
          schemaPath: "#/properties/agentVariablesContactMetadataMapping/type",
          keyword: "type",
          params: { type: "object" },
        };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.webhookId !== undefined) {
      let data11 = data.webhookId;
      if (typeof data11 === "string") {
        if (!formats0(data11)) {
          const err20 = {
            instancePath: instancePath + "/webhookId",
            schemaPath: "#/properties/webhookId/format",
            keyword: "format",
            params: { format: "uuid" },
          };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      } else {
        const err21 = {
          instancePath: instancePath + "/webhookId",
          schemaPath: "#/properties/webhookId/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.aiAgentId !== undefined) {
      let data12 = data.aiAgentId;
      if (typeof data12 === "string") {
        if (!formats0(data12)) {
          const err22 = {
            instancePath: instancePath + "/aiAgentId",
            schemaPath: "#/properties/aiAgentId/format",
            keyword: "format",
            params: { format: "uuid" },
          };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
      } else {
        const err23 = {
          instancePath: instancePath + "/aiAgentId",
          schemaPath: "#/properties/aiAgentId/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.callTimeOfDayFrom !== undefined) {
      let data13 = data.callTimeOfDayFrom;
      if (typeof data13 === "string") {
        if (!formats4(data13)) {
          const err24 = {
            instancePath: instancePath + "/callTimeOfDayFrom",
            schemaPath: "#/properties/callTimeOfDayFrom/format",
            keyword: "format",
            params: { format: "time-of-day" },
          };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
      } else {
        const err25 = {
          instancePath: instancePath + "/callTimeOfDayFrom",
          schemaPath: "#/properties/callTimeOfDayFrom/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.callTimeOfDayTo !== undefined) {
      let data14 = data.callTimeOfDayTo;
      if (typeof data14 === "string") {
        if (!formats4(data14)) {
          const err26 = {
            instancePath: instancePath + "/callTimeOfDayTo",
            schemaPath: "#/properties/callTimeOfDayTo/format",
            keyword: "format",
            params: { format: "time-of-day" },
          };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      } else {
        const err27 = {
          instancePath: instancePath + "/callTimeOfDayTo",
          schemaPath: "#/properties/callTimeOfDayTo/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.numberOfCallAttempts !== undefined) {
      let data15 = data.numberOfCallAttempts;
      if (Array.isArray(data15)) {
        const len3 = data15.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data16 = data15[i3];
          if (!(typeof data16 == "number" && !(data16 % 1) && !isNaN(data16) && isFinite(data16))) {
            const err28 = {
              instancePath: instancePath + "/numberOfCallAttempts/" + i3,
              schemaPath: "#/properties/numberOfCallAttempts/items/type",
              keyword: "type",
              params: { type: "integer" },
            };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
      } else {
        const err29 = {
          instancePath: instancePath + "/numberOfCallAttempts",
          schemaPath: "#/properties/numberOfCallAttempts/type",
          keyword: "type",
          params: { type: "array" },
        };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.retryDelay !== undefined) {
      let data17 = data.retryDelay;
      if (Array.isArray(data17)) {
        const len4 = data17.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data18 = data17[i4];
          if (!(typeof data18 == "number" && !(data18 % 1) && !isNaN(data18) && isFinite(data18))) {
            const err30 = {
              instancePath: instancePath + "/retryDelay/" + i4,
              schemaPath: "#/properties/retryDelay/items/type",
              keyword: "type",
              params: { type: "integer" },
            };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
      } else {
        const err31 = {
          instancePath: instancePath + "/retryDelay",
          schemaPath: "#/properties/retryDelay/type",
          keyword: "type",
          params: { type: "array" },
        };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
    if (data.retryDelayUnit !== undefined) {
      let data19 = data.retryDelayUnit;
      if (Array.isArray(data19)) {
        const len5 = data19.length;
        for (let i5 = 0; i5 < len5; i5++) {
          if (typeof data19[i5] !== "string") {
            const err32 = {
              instancePath: instancePath + "/retryDelayUnit/" + i5,
              schemaPath: "#/properties/retryDelayUnit/items/type",
              keyword: "type",
              params: { type: "string" },
            };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
      } else {
        const err33 = {
          instancePath: instancePath + "/retryDelayUnit",
          schemaPath: "#/properties/retryDelayUnit/type",
          keyword: "type",
          params: { type: "array" },
        };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.daysOfWeek !== undefined) {
      let data21 = data.daysOfWeek;
      if (Array.isArray(data21)) {
        const len6 = data21.length;
        for (let i6 = 0; i6 < len6; i6++) {
          let data22 = data21[i6];
          if (!(
            data22 === "sunday" ||
            data22 === "monday" ||
            data22 === "tuesday" ||
            data22 === "wednesday" ||
            data22 === "thursday" ||
            data22 === "friday" ||
            data22 === "saturday"
          )) {
            const err34 = {
              instancePath: instancePath + "/daysOfWeek/" + i6,
              schemaPath: "#/properties/daysOfWeek/items/enum",
              keyword: "enum",
              params: { allowedValues: schema36.properties.daysOfWeek.items.enum },
            };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
          if (typeof data22 === "string") {
            if (!formats8(data22)) {
              const err35 = {
                instancePath: instancePath + "/daysOfWeek/" + i6,
                schemaPath: "#/properties/daysOfWeek/items/format",
                keyword: "format",
                params: { format: "weekday" },
              };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
          } else {
            const err36 = {
              instancePath: instancePath + "/daysOfWeek/" + i6,
              schemaPath: "#/properties/daysOfWeek/items/type",
              keyword: "type",
              params: { type: "string" },
            };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
      } else {
        const err37 = {
          instancePath: instancePath + "/daysOfWeek",
          schemaPath: "#/properties/daysOfWeek/type",
          keyword: "type",
          params: { type: "array" },
        };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.timeZone !== undefined) {
      let data23 = data.timeZone;
      if (typeof data23 === "string") {
        if (!formats10(data23)) {
          const err38 = {
            instancePath: instancePath + "/timeZone",
            schemaPath: "#/properties/timeZone/format",
            keyword: "format",
            params: { format: "time-zone" },
          };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
      } else {
        const err39 = {
          instancePath: instancePath + "/timeZone",
          schemaPath: "#/properties/timeZone/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.inboundPhoneNumberId !== undefined) {
      let data24 = data.inboundPhoneNumberId;
      if (typeof data24 === "string") {
        if (!formats0(data24)) {
          const err40 = {
            instancePath: instancePath + "/inboundPhoneNumberId",
            schemaPath: "#/properties/inboundPhoneNumberId/format",
            keyword: "format",
            params: { format: "uuid" },
          };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
      } else {
        const err41 = {
          instancePath: instancePath + "/inboundPhoneNumberId",
          schemaPath: "#/properties/inboundPhoneNumberId/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
    }
    if (data.outboundPhoneNumberId !== undefined) {
      let data25 = data.outboundPhoneNumberId;
      if (typeof data25 === "string") {
        if (!formats0(data25)) {
          const err42 = {
            instancePath: instancePath + "/outboundPhoneNumberId",
            schemaPath: "#/properties/outboundPhoneNumberId/format",
            keyword: "format",
            params: { format: "uuid" },
          };
          if (vErrors === null) {
            vErrors = [err42];
          } else {
            vErrors.push(err42);
          }
          errors++;
        }
      } else {
        const err43 = {
          instancePath: instancePath + "/outboundPhoneNumberId",
          schemaPath: "#/properties/outboundPhoneNumberId/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
    }
    if (data.startedAt !== undefined) {
      let data26 = data.startedAt;
      if (typeof data26 === "string") {
        if (!formats16(data26)) {
          const err44 = {
            instancePath: instancePath + "/startedAt",
            schemaPath: "#/properties/startedAt/format",
            keyword: "format",
            params: { format: "date" },
          };
          if (vErrors === null) {
            vErrors = [err44];
          } else {
            vErrors.push(err44);
          }
          errors++;
        }
      } else {
        const err45 = {
          instancePath: instancePath + "/startedAt",
          schemaPath: "#/properties/startedAt/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
    }
    if (data.endedAt !== undefined) {
      let data27 = data.endedAt;
      if (typeof data27 === "string") {
        if (!formats16(data27)) {
          const err46 = {
            instancePath: instancePath + "/endedAt",
            schemaPath: "#/properties/endedAt/format",
            keyword: "format",
            params: { format: "date" },
          };
          if (vErrors === null) {
            vErrors = [err46];
          } else {
            vErrors.push(err46);
          }
          errors++;
        }
      } else {
        const err47 = {
          instancePath: instancePath + "/endedAt",
          schemaPath: "#/properties/endedAt/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
    }
    if (data.webhookMappingVariables !== undefined) {
      let data28 = data.webhookMappingVariables;
      if (!(data28 && typeof data28 == "object" && !Array.isArray(data28))) {
        const err48 = {
          instancePath: instancePath + "/webhookMappingVariables",
          schemaPath: "#/properties/webhookMappingVariables/type",
          keyword: "type",
          params: { type: "object" },
        };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
    }
    if (data.webhookMappingVariablesSources !== undefined) {
      let data29 = data.webhookMappingVariablesSources;
      if (!(data29 && typeof data29 == "object" && !Array.isArray(data29))) {
        const err49 = {
          instancePath: instancePath + "/webhookMappingVariablesSources",
          schemaPath: "#/properties/webhookMappingVariablesSources/type",
          keyword: "type",
          params: { type: "object" },
        };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
    }
    if (data.workspace !== undefined) {
      let data30 = data.workspace;
      if (typeof data30 === "string") {
        if (!formats20(data30)) {
          const err50 = {
            instancePath: instancePath + "/workspace",
            schemaPath: "#/properties/workspace/format",
            keyword: "format",
            params: { format: "slug" },
          };
          if (vErrors === null) {
            vErrors = [err50];
          } else {
            vErrors.push(err50);
          }
          errors++;
        }
      } else {
        const err51 = {
          instancePath: instancePath + "/workspace",
          schemaPath: "#/properties/workspace/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err51];
        } else {
          vErrors.push(err51);
        }
        errors++;
      }
    }
    if (data.desiredStatus !== undefined) {
      let data31 = data.desiredStatus;
      if (typeof data31 !== "string") {
        const err52 = {
          instancePath: instancePath + "/desiredStatus",
          schemaPath: "#/properties/desiredStatus/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
      if (!(data31 === "active" || data31 === "paused")) {
        const err53 = {
          instancePath: instancePath + "/desiredStatus",
          schemaPath: "#/properties/desiredStatus/enum",
          keyword: "enum",
          params: { allowedValues: schema36.properties.desiredStatus.enum },
        };
        if (vErrors === null) {
          vErrors = [err53];
        } else {
          vErrors.push(err53);
        }
        errors++;
      }
    }
    if (data.adopt !== undefined) {
      if (typeof data.adopt !== "boolean") {
        const err54 = {
          instancePath: instancePath + "/adopt",
          schemaPath: "#/properties/adopt/type",
          keyword: "type",
          params: { type: "boolean" },
        };
        if (vErrors === null) {
          vErrors = [err54];
        } else {
          vErrors.push(err54);
        }
        errors++;
      }
    }
    if (data.deletionPolicy !== undefined) {
      let data33 = data.deletionPolicy;
      if (typeof data33 !== "string") {
        const err55 = {
          instancePath: instancePath + "/deletionPolicy",
          schemaPath: "#/properties/deletionPolicy/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err55];
        } else {
          vErrors.push(err55);
        }
        errors++;
      }
      if (!(data33 === "delete" || data33 === "complete" || data33 === "pause" || data33 === "retain")) {
        const err56 = {
          instancePath: instancePath + "/deletionPolicy",
          schemaPath: "#/properties/deletionPolicy/enum",
          keyword: "enum",
          params: { allowedValues: schema36.properties.deletionPolicy.enum },
        };
        if (vErrors === null) {
          vErrors = [err56];
        } else {
          vErrors.push(err56);
        }
        errors++;
      }
    }
    if (data.existingId !== undefined) {
      let data34 = data.existingId;
      if (typeof data34 === "string") {
        if (!formats22(data34)) {
          const err57 = {
            instancePath: instancePath + "/existingId",
            schemaPath: "#/properties/existingId/format",
            keyword: "format",
            params: { format: "existing-id" },
          };
          if (vErrors === null) {
            vErrors = [err57];
          } else {
            vErrors.push(err57);
          }
          errors++;
        }
      } else {
        const err58 = {
          instancePath: instancePath + "/existingId",
          schemaPath: "#/properties/existingId/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err58];
        } else {
          vErrors.push(err58);
        }
        errors++;
      }
    }
    if (data.allowAllContacts !== undefined) {
      if (typeof data.allowAllContacts !== "boolean") {
        const err59 = {
          instancePath: instancePath + "/allowAllContacts",
          schemaPath: "#/properties/allowAllContacts/type",
          keyword: "type",
          params: { type: "boolean" },
        };
        if (vErrors === null) {
          vErrors = [err59];
        } else {
          vErrors.push(err59);
        }
        errors++;
      }
    }
    if (data.acceptedWarnings !== undefined) {
      let data36 = data.acceptedWarnings;
      if (Array.isArray(data36)) {
        const len7 = data36.length;
        for (let i7 = 0; i7 < len7; i7++) {
          let data37 = data36[i7];
          if (typeof data37 === "string") {
            if (!formats24(data37)) {
              const err60 = {
                instancePath: instancePath + "/acceptedWarnings/" + i7,
                schemaPath: "#/properties/acceptedWarnings/items/format",
                keyword: "format",
                params: { format: "rule-id" },
              };
              if (vErrors === null) {
                vErrors = [err60];
              } else {
                vErrors.push(err60);
              }
              errors++;
            }
          } else {
            const err61 = {
              instancePath: instancePath + "/acceptedWarnings/" + i7,
              schemaPath: "#/properties/acceptedWarnings/items/type",
              keyword: "type",
              params: { type: "string" },
            };
            if (vErrors === null) {
              vErrors = [err61];
            } else {
              vErrors.push(err61);
            }
            errors++;
          }
        }
      } else {
        const err62 = {
          instancePath: instancePath + "/acceptedWarnings",
          schemaPath: "#/properties/acceptedWarnings/type",
          keyword: "type",
          params: { type: "array" },
        };
        if (vErrors === null) {
          vErrors = [err62];
        } else {
          vErrors.push(err62);
        }
        errors++;
      }
    }
    if (data.status !== undefined) {
      if (typeof data.status !== "string") {
        const err63 = {
          instancePath: instancePath + "/status",
          schemaPath: "#/properties/status/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err63];
        } else {
          vErrors.push(err63);
        }
        errors++;
      }
    }
    if (data.callProgress !== undefined) {
      let data39 = data.callProgress;
      if (!(typeof data39 == "number" && isFinite(data39))) {
        const err64 = {
          instancePath: instancePath + "/callProgress",
          schemaPath: "#/properties/callProgress/type",
          keyword: "type",
          params: { type: "number" },
        };
        if (vErrors === null) {
          vErrors = [err64];
        } else {
          vErrors.push(err64);
        }
        errors++;
      }
    }
    if (data.createdAt !== undefined) {
      let data40 = data.createdAt;
      if (typeof data40 === "string") {
        if (!formats26(data40)) {
          const err65 = {
            instancePath: instancePath + "/createdAt",
            schemaPath: "#/properties/createdAt/format",
            keyword: "format",
            params: { format: "date-time" },
          };
          if (vErrors === null) {
            vErrors = [err65];
          } else {
            vErrors.push(err65);
          }
          errors++;
        }
      } else {
        const err66 = {
          instancePath: instancePath + "/createdAt",
          schemaPath: "#/properties/createdAt/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err66];
        } else {
          vErrors.push(err66);
        }
        errors++;
      }
    }
    if (data.updatedAt !== undefined) {
      let data41 = data.updatedAt;
      if (typeof data41 === "string") {
        if (!formats26(data41)) {
          const err67 = {
            instancePath: instancePath + "/updatedAt",
            schemaPath: "#/properties/updatedAt/format",
            keyword: "format",
            params: { format: "date-time" },
          };
          if (vErrors === null) {
            vErrors = [err67];
          } else {
            vErrors.push(err67);
          }
          errors++;
        }
      } else {
        const err68 = {
          instancePath: instancePath + "/updatedAt",
          schemaPath: "#/properties/updatedAt/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err68];
        } else {
          vErrors.push(err68);
        }
        errors++;
      }
    }
    if (data.deletedAt !== undefined) {
      let data42 = data.deletedAt;
      if (typeof data42 !== "string" && data42 !== null) {
        const err69 = {
          instancePath: instancePath + "/deletedAt",
          schemaPath: "#/properties/deletedAt/type",
          keyword: "type",
          params: { type: schema36.properties.deletedAt.type },
        };
        if (vErrors === null) {
          vErrors = [err69];
        } else {
          vErrors.push(err69);
        }
        errors++;
      }
      if (typeof data42 === "string") {
        if (!formats26(data42)) {
          const err70 = {
            instancePath: instancePath + "/deletedAt",
            schemaPath: "#/properties/deletedAt/format",
            keyword: "format",
            params: { format: "date-time" },
          };
          if (vErrors === null) {
            vErrors = [err70];
          } else {
            vErrors.push(err70);
          }
          errors++;
        }
      }
    }
    if (data.summary !== undefined) {
      if (typeof data.summary !== "string") {
        const err71 = {
          instancePath: instancePath + "/summary",
          schemaPath: "#/properties/summary/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err71];
        } else {
          vErrors.push(err71);
        }
        errors++;
      }
    }
  } else {
    const err72 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err72];
    } else {
      vErrors.push(err72);
    }
    errors++;
  }
  validate25.errors = vErrors;
  return errors === 0;
}
validate25.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
const schema37 = {
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
function validate26(
  data,
  { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate26.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === undefined) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.prompt === undefined) {
      const err1 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "prompt" },
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema37.properties, key0)) {
        const err2 = {
          instancePath,
          schemaPath: "#/additionalProperties",
          keyword: "additionalProperties",
          params: { additionalProperty: key0 },
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.name !== undefined) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (data0.length < 1) {
          const err3 = {
            instancePath: instancePath + "/name",
            schemaPath: "#/properties/name/minLength",
            keyword: "minLength",
            params: { limit: 1 },
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = {
          instancePath: instancePath + "/name",
          schemaPath: "#/properties/name/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.description !== undefined) {
      if (typeof data.description !== "string") {
        const err5 = {
          instancePath: instancePath + "/description",
          schemaPath: "#/properties/description/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.language !== undefined) {
      if (typeof data.language !== "string") {
        const err6 = {
          instancePath: instancePath + "/language",
          schemaPath: "#/properties/language/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.status !== undefined) {
      if (typeof data.status !== "string") {
        const err7 = {
          instancePath: instancePath + "/status",
          schemaPath: "#/properties/status/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.agentFlow !== undefined) {
      let data4 = data.agentFlow;
      if (!(data4 && typeof data4 == "object" && !Array.isArray(data4))) {
        const err8 = {
          instancePath: instancePath + "/agentFlow",
          schemaPath: "#/properties/agentFlow/type",
          keyword: "type",
          params: { type: "object" },
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.agentDynamicVariables !== undefined) {
      let data5 = data.agentDynamicVariables;
      if (Array.isArray(data5)) {
        const len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data6 = data5[i0];
          if (!(data6 && typeof data6 == "object" && !Array.isArray(data6))) {
            const err9 = {
              instancePath: instancePath + "/agentDynamicVariables/" + i0,
              schemaPath: "#/properties/agentDynamicVariables/items/type",
              keyword: "type",
              params: { type: "object" },
            };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      } else {
        const err10 = {
          instancePath: instancePath + "/agentDynamicVariables",
          schemaPath: "#/properties/agentDynamicVariables/type",
          keyword: "type",
          params: { type: "array" },
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.agentPostCallOutcomes !== undefined) {
      let data7 = data.agentPostCallOutcomes;
      if (!(data7 && typeof data7 == "object" && !Array.isArray(data7))) {
        const err11 = {
          instancePath: instancePath + "/agentPostCallOutcomes",
          schemaPath: "#/properties/agentPostCallOutcomes/type",
          keyword: "type",
          params: { type: "object" },
        };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.prompt !== undefined) {
      if (typeof data.prompt !== "string") {
        const err12 = {
          instancePath: instancePath + "/prompt",
          schemaPath: "#/properties/prompt/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.promptType !== undefined) {
      if (typeof data.promptType !== "string") {
        const err13 = {
          instancePath: instancePath + "/promptType",
          schemaPath: "#/properties/promptType/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.beginMessage !== undefined) {
      if (typeof data.beginMessage !== "string") {
        const err14 = {
          instancePath: instancePath + "/beginMessage",
          schemaPath: "#/properties/beginMessage/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.voiceId !== undefined) {
      if (typeof data.voiceId !== "string") {
        const err15 = {
          instancePath: instancePath + "/voiceId",
          schemaPath: "#/properties/voiceId/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.whoTalksFirst !== undefined) {
      if (typeof data.whoTalksFirst !== "string") {
        const err16 = {
          instancePath: instancePath + "/whoTalksFirst",
          schemaPath: "#/properties/whoTalksFirst/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.reminderFrequencyFrom !== undefined) {
      let data13 = data.reminderFrequencyFrom;
      if (!(typeof data13 == "number" && isFinite(data13))) {
        const err17 = {
          instancePath: instancePath + "/reminderFrequencyFrom",
          schemaPath: "#/properties/reminderFrequencyFrom/type",
          keyword: "type",
          params: { type: "number" },
        };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.reminderFrequencyTo !== undefined) {
      let data14 = data.reminderFrequencyTo;
      if (!(typeof data14 == "number" && isFinite(data14))) {
        const err18 = {
          instancePath: instancePath + "/reminderFrequencyTo",
          schemaPath: "#/properties/reminderFrequencyTo/type",
          keyword: "type",
          params: { type: "number" },
        };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.responsiveness !== undefined) {
      let data15 = data.responsiveness;
      if (!(typeof data15 == "number" && isFinite(data15))) {
        const err19 = {
          instancePath: instancePath + "/responsiveness",
          schemaPath: "#/properties/responsiveness/type",
          keyword: "type",
          params: { type: "number" },
        };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.voiceSpeed !== undefined) {
      let data16 = data.voiceSpeed;
      if (!(typeof data16 == "number" && isFinite(data16))) {
        const err20 = {
          instancePath: instancePath + "/voiceSpeed",
          schemaPath: "#/properties/voiceSpeed/type",
          keyword: "type",
          params: { type: "number" },
        };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.voiceTemperature !== undefined) {
      let data17 = data.voiceTemperature;
      if (!(typeof data17 == "number" && isFinite(data17))) {
        const err21 = {
          instancePath: instancePath + "/voiceTemperature",
          schemaPath: "#/properties/voiceTemperature/type",
          keyword: "type",
          params: { type: "number" },
        };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.backgroundAudioStatus !== undefined) {
      if (typeof data.backgroundAudioStatus !== "string") {
        const err22 = {
          instancePath: instancePath + "/backgroundAudioStatus",
          schemaPath: "#/properties/backgroundAudioStatus/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.backgroundVolume !== undefined) {
      let data19 = data.backgroundVolume;
      if (!(typeof data19 == "number" && isFinite(data19))) {
        const err23 = {
          instancePath: instancePath + "/backgroundVolume",
          schemaPath: "#/properties/backgroundVolume/type",
          keyword: "type",
          params: { type: "number" },
        };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.backgroundAudioId !== undefined) {
      if (typeof data.backgroundAudioId !== "string") {
        const err24 = {
          instancePath: instancePath + "/backgroundAudioId",
          schemaPath: "#/properties/backgroundAudioId/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.globalTools !== undefined) {
      let data21 = data.globalTools;
      if (!(data21 && typeof data21 == "object" && !Array.isArray(data21))) {
        const err25 = {
          instancePath: instancePath + "/globalTools",
          schemaPath: "#/properties/globalTools/type",
          keyword: "type",
          params: { type: "object" },
        };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.voiceUuid !== undefined) {
      let data22 = data.voiceUuid;
      if (typeof data22 === "string") {
        if (!formats0(data22)) {
          const err26 = {
            instancePath: instancePath + "/voiceUuid",
            schemaPath: "#/properties/voiceUuid/format",
            keyword: "format",
            params: { format: "uuid" },
          };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      } else {
        const err27 = {
          instancePath: instancePath + "/voiceUuid",
          schemaPath: "#/properties/voiceUuid/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.voiceParams !== undefined) {
      let data23 = data.voiceParams;
      if (!(data23 && typeof data23 == "object" && !Array.isArray(data23))) {
        const err28 = {
          instancePath: instancePath + "/voiceParams",
          schemaPath: "#/properties/voiceParams/type",
          keyword: "type",
          params: { type: "object" },
        };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.isDenoiserEnabled !== undefined) {
      if (typeof data.isDenoiserEnabled !== "boolean") {
        const err29 = {
          instancePath: instancePath + "/isDenoiserEnabled",
          schemaPath: "#/properties/isDenoiserEnabled/type",
          keyword: "type",
          params: { type: "boolean" },
        };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.denoiserReductionLevel !== undefined) {
      if (typeof data.denoiserReductionLevel !== "string") {
        const err30 = {
          instancePath: instancePath + "/denoiserReductionLevel",
          schemaPath: "#/properties/denoiserReductionLevel/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.denoiserBoostLevel !== undefined) {
      if (typeof data.denoiserBoostLevel !== "string") {
        const err31 = {
          instancePath: instancePath + "/denoiserBoostLevel",
          schemaPath: "#/properties/denoiserBoostLevel/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
    if (data.vadMinSpeechDuration !== undefined) {
      let data27 = data.vadMinSpeechDuration;
      if (!(typeof data27 == "number" && isFinite(data27))) {
        const err32 = {
          instancePath: instancePath + "/vadMinSpeechDuration",
          schemaPath: "#/properties/vadMinSpeechDuration/type",
          keyword: "type",
          params: { type: "number" },
        };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.vadMinSilenceDuration !== undefined) {
      let data28 = data.vadMinSilenceDuration;
      if (!(typeof data28 == "number" && isFinite(data28))) {
        const err33 = {
          instancePath: instancePath + "/vadMinSilenceDuration",
          schemaPath: "#/properties/vadMinSilenceDuration/type",
          keyword: "type",
          params: { type: "number" },
        };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.vadActivationThreshold !== undefined) {
      let data29 = data.vadActivationThreshold;
      if (!(typeof data29 == "number" && isFinite(data29))) {
        const err34 = {
          instancePath: instancePath + "/vadActivationThreshold",
          schemaPath: "#/properties/vadActivationThreshold/type",
          keyword: "type",
          params: { type: "number" },
        };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
    if (data.vadPrefixPaddingDuration !== undefined) {
      let data30 = data.vadPrefixPaddingDuration;
      if (!(typeof data30 == "number" && isFinite(data30))) {
        const err35 = {
          instancePath: instancePath + "/vadPrefixPaddingDuration",
          schemaPath: "#/properties/vadPrefixPaddingDuration/type",
          keyword: "type",
          params: { type: "number" },
        };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.vadEosTimeout !== undefined) {
      let data31 = data.vadEosTimeout;
      if (!(typeof data31 == "number" && isFinite(data31))) {
        const err36 = {
          instancePath: instancePath + "/vadEosTimeout",
          schemaPath: "#/properties/vadEosTimeout/type",
          keyword: "type",
          params: { type: "number" },
        };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
    }
    if (data.isAmdEnabled !== undefined) {
      if (typeof data.isAmdEnabled !== "boolean") {
        const err37 = {
          instancePath: instancePath + "/isAmdEnabled",
          schemaPath: "#/properties/isAmdEnabled/type",
          keyword: "type",
          params: { type: "boolean" },
        };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.isAmdMultilingual !== undefined) {
      if (typeof data.isAmdMultilingual !== "boolean") {
        const err38 = {
          instancePath: instancePath + "/isAmdMultilingual",
          schemaPath: "#/properties/isAmdMultilingual/type",
          keyword: "type",
          params: { type: "boolean" },
        };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.amdTimeout !== undefined) {
      let data34 = data.amdTimeout;
      if (!(typeof data34 == "number" && isFinite(data34))) {
        const err39 = {
          instancePath: instancePath + "/amdTimeout",
          schemaPath: "#/properties/amdTimeout/type",
          keyword: "type",
          params: { type: "number" },
        };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.knowledgeBaseId !== undefined) {
      let data35 = data.knowledgeBaseId;
      if (typeof data35 === "string") {
        if (!formats0(data35)) {
          const err40 = {
            instancePath: instancePath + "/knowledgeBaseId",
            schemaPath: "#/properties/knowledgeBaseId/format",
            keyword: "format",
            params: { format: "uuid" },
          };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
      } else {
        const err41 = {
          instancePath: instancePath + "/knowledgeBaseId",
          schemaPath: "#/properties/knowledgeBaseId/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
    }
    if (data.chunkerMode !== undefined) {
      if (typeof data.chunkerMode !== "string") {
        const err42 = {
          instancePath: instancePath + "/chunkerMode",
          schemaPath: "#/properties/chunkerMode/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    if (data.isTurnDetectionEnabled !== undefined) {
      if (typeof data.isTurnDetectionEnabled !== "boolean") {
        const err43 = {
          instancePath: instancePath + "/isTurnDetectionEnabled",
          schemaPath: "#/properties/isTurnDetectionEnabled/type",
          keyword: "type",
          params: { type: "boolean" },
        };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
    }
    if (data.turnDetectionMode !== undefined) {
      if (typeof data.turnDetectionMode !== "string") {
        const err44 = {
          instancePath: instancePath + "/turnDetectionMode",
          schemaPath: "#/properties/turnDetectionMode/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
    if (data.turnDetectionTimeout !== undefined) {
      let data39 = data.turnDetectionTimeout;
      if (!(typeof data39 == "number" && isFinite(data39))) {
        const err45 = {
          instancePath: instancePath + "/turnDetectionTimeout",
          schemaPath: "#/properties/turnDetectionTimeout/type",
          keyword: "type",
          params: { type: "number" },
        };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
    }
    if (data.workspace !== undefined) {
      let data40 = data.workspace;
      if (typeof data40 === "string") {
        if (!formats20(data40)) {
          const err46 = {
            instancePath: instancePath + "/workspace",
            schemaPath: "#/properties/workspace/format",
            keyword: "format",
            params: { format: "slug" },
          };
          if (vErrors === null) {
            vErrors = [err46];
          } else {
            vErrors.push(err46);
          }
          errors++;
        }
      } else {
        const err47 = {
          instancePath: instancePath + "/workspace",
          schemaPath: "#/properties/workspace/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
    }
    if (data.adopt !== undefined) {
      if (typeof data.adopt !== "boolean") {
        const err48 = {
          instancePath: instancePath + "/adopt",
          schemaPath: "#/properties/adopt/type",
          keyword: "type",
          params: { type: "boolean" },
        };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
    }
    if (data.deletionPolicy !== undefined) {
      let data42 = data.deletionPolicy;
      if (typeof data42 !== "string") {
        const err49 = {
          instancePath: instancePath + "/deletionPolicy",
          schemaPath: "#/properties/deletionPolicy/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
      if (!(data42 === "delete" || data42 === "retain")) {
        const err50 = {
          instancePath: instancePath + "/deletionPolicy",
          schemaPath: "#/properties/deletionPolicy/enum",
          keyword: "enum",
          params: { allowedValues: schema37.properties.deletionPolicy.enum },
        };
        if (vErrors === null) {
          vErrors = [err50];
        } else {
          vErrors.push(err50);
        }
        errors++;
      }
    }
    if (data.existingId !== undefined) {
      let data43 = data.existingId;
      if (typeof data43 === "string") {
        if (!formats22(data43)) {
          const err51 = {
            instancePath: instancePath + "/existingId",
            schemaPath: "#/properties/existingId/format",
            keyword: "format",
            params: { format: "existing-id" },
          };
          if (vErrors === null) {
            vErrors = [err51];
          } else {
            vErrors.push(err51);
          }
          errors++;
        }
      } else {
        const err52 = {
          instancePath: instancePath + "/existingId",
          schemaPath: "#/properties/existingId/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
    }
    if (data.acceptedWarnings !== undefined) {
      let data44 = data.acceptedWarnings;
      if (Array.isArray(data44)) {
        const len1 = data44.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data45 = data44[i1];
          if (typeof data45 === "string") {
            if (!formats24(data45)) {
              const err53 = {
                instancePath: instancePath + "/acceptedWarnings/" + i1,
                schemaPath: "#/properties/acceptedWarnings/items/format",
                keyword: "format",
                params: { format: "rule-id" },
              };
              if (vErrors === null) {
                vErrors = [err53];
              } else {
                vErrors.push(err53);
              }
              errors++;
            }
          } else {
            const err54 = {
              instancePath: instancePath + "/acceptedWarnings/" + i1,
              schemaPath: "#/properties/acceptedWarnings/items/type",
              keyword: "type",
              params: { type: "string" },
            };
            if (vErrors === null) {
              vErrors = [err54];
            } else {
              vErrors.push(err54);
            }
            errors++;
          }
        }
      } else {
        const err55 = {
          instancePath: instancePath + "/acceptedWarnings",
          schemaPath: "#/properties/acceptedWarnings/type",
          keyword: "type",
          params: { type: "array" },
        };
        if (vErrors === null) {
          vErrors = [err55];
        } else {
          vErrors.push(err55);
        }
        errors++;
      }
    }
    if (data.startingState !== undefined) {
      let data46 = data.startingState;
      if (typeof data46 !== "string" && data46 !== null) {
        const err56 = {
          instancePath: instancePath + "/startingState",
          schemaPath: "#/properties/startingState/type",
          keyword: "type",
          params: { type: schema37.properties.startingState.type },
        };
        if (vErrors === null) {
          vErrors = [err56];
        } else {
          vErrors.push(err56);
        }
        errors++;
      }
    }
    if (data.maxSilenceDuration !== undefined) {
      let data47 = data.maxSilenceDuration;
      if (!(typeof data47 == "number" && isFinite(data47))) {
        const err57 = {
          instancePath: instancePath + "/maxSilenceDuration",
          schemaPath: "#/properties/maxSilenceDuration/type",
          keyword: "type",
          params: { type: "number" },
        };
        if (vErrors === null) {
          vErrors = [err57];
        } else {
          vErrors.push(err57);
        }
        errors++;
      }
    }
    if (data.interruptionSensitivity !== undefined) {
      let data48 = data.interruptionSensitivity;
      if (!(typeof data48 == "number" && isFinite(data48))) {
        const err58 = {
          instancePath: instancePath + "/interruptionSensitivity",
          schemaPath: "#/properties/interruptionSensitivity/type",
          keyword: "type",
          params: { type: "number" },
        };
        if (vErrors === null) {
          vErrors = [err58];
        } else {
          vErrors.push(err58);
        }
        errors++;
      }
    }
    if (data.llmTemperature !== undefined) {
      let data49 = data.llmTemperature;
      if (!(typeof data49 == "number" && isFinite(data49))) {
        const err59 = {
          instancePath: instancePath + "/llmTemperature",
          schemaPath: "#/properties/llmTemperature/type",
          keyword: "type",
          params: { type: "number" },
        };
        if (vErrors === null) {
          vErrors = [err59];
        } else {
          vErrors.push(err59);
        }
        errors++;
      }
    }
    if (data.agentType !== undefined) {
      if (typeof data.agentType !== "string") {
        const err60 = {
          instancePath: instancePath + "/agentType",
          schemaPath: "#/properties/agentType/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err60];
        } else {
          vErrors.push(err60);
        }
        errors++;
      }
    }
  } else {
    const err61 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err61];
    } else {
      vErrors.push(err61);
    }
    errors++;
  }
  validate26.errors = vErrors;
  return errors === 0;
}
validate26.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
const schema38 = {
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
const formats42 = formats.e164;
function validate27(
  data,
  { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate27.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.phoneNumber === undefined) {
      const err0 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "phoneNumber" },
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema38.properties, key0)) {
        const err1 = {
          instancePath,
          schemaPath: "#/additionalProperties",
          keyword: "additionalProperties",
          params: { additionalProperty: key0 },
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.phoneNumber !== undefined) {
      let data0 = data.phoneNumber;
      if (typeof data0 === "string") {
        if (!formats42(data0)) {
          const err2 = {
            instancePath: instancePath + "/phoneNumber",
            schemaPath: "#/properties/phoneNumber/format",
            keyword: "format",
            params: { format: "e164" },
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = {
          instancePath: instancePath + "/phoneNumber",
          schemaPath: "#/properties/phoneNumber/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.nickname !== undefined) {
      if (typeof data.nickname !== "string") {
        const err4 = {
          instancePath: instancePath + "/nickname",
          schemaPath: "#/properties/nickname/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.numberCountryCode !== undefined) {
      let data2 = data.numberCountryCode;
      if (typeof data2 !== "string" && data2 !== null) {
        const err5 = {
          instancePath: instancePath + "/numberCountryCode",
          schemaPath: "#/properties/numberCountryCode/type",
          keyword: "type",
          params: { type: schema38.properties.numberCountryCode.type },
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.workspace !== undefined) {
      let data3 = data.workspace;
      if (typeof data3 === "string") {
        if (!formats20(data3)) {
          const err6 = {
            instancePath: instancePath + "/workspace",
            schemaPath: "#/properties/workspace/format",
            keyword: "format",
            params: { format: "slug" },
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = {
          instancePath: instancePath + "/workspace",
          schemaPath: "#/properties/workspace/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.adopt !== undefined) {
      if (typeof data.adopt !== "boolean") {
        const err8 = {
          instancePath: instancePath + "/adopt",
          schemaPath: "#/properties/adopt/type",
          keyword: "type",
          params: { type: "boolean" },
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.deletionPolicy !== undefined) {
      let data5 = data.deletionPolicy;
      if (typeof data5 !== "string") {
        const err9 = {
          instancePath: instancePath + "/deletionPolicy",
          schemaPath: "#/properties/deletionPolicy/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (!(data5 === "retain" || data5 === "delete")) {
        const err10 = {
          instancePath: instancePath + "/deletionPolicy",
          schemaPath: "#/properties/deletionPolicy/enum",
          keyword: "enum",
          params: { allowedValues: schema38.properties.deletionPolicy.enum },
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.existingId !== undefined) {
      let data6 = data.existingId;
      if (typeof data6 === "string") {
        if (!formats22(data6)) {
          const err11 = {
            instancePath: instancePath + "/existingId",
            schemaPath: "#/properties/existingId/format",
            keyword: "format",
            params: { format: "existing-id" },
          };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = {
          instancePath: instancePath + "/existingId",
          schemaPath: "#/properties/existingId/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.acceptedWarnings !== undefined) {
      let data7 = data.acceptedWarnings;
      if (Array.isArray(data7)) {
        const len0 = data7.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data8 = data7[i0];
          if (typeof data8 === "string") {
            if (!formats24(data8)) {
              const err13 = {
                instancePath: instancePath + "/acceptedWarnings/" + i0,
                schemaPath: "#/properties/acceptedWarnings/items/format",
                keyword: "format",
                params: { format: "rule-id" },
              };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          } else {
            const err14 = {
              instancePath: instancePath + "/acceptedWarnings/" + i0,
              schemaPath: "#/properties/acceptedWarnings/items/type",
              keyword: "type",
              params: { type: "string" },
            };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
      } else {
        const err15 = {
          instancePath: instancePath + "/acceptedWarnings",
          schemaPath: "#/properties/acceptedWarnings/type",
          keyword: "type",
          params: { type: "array" },
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.createdAt !== undefined) {
      let data9 = data.createdAt;
      if (typeof data9 === "string") {
        if (!formats26(data9)) {
          const err16 = {
            instancePath: instancePath + "/createdAt",
            schemaPath: "#/properties/createdAt/format",
            keyword: "format",
            params: { format: "date-time" },
          };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = {
          instancePath: instancePath + "/createdAt",
          schemaPath: "#/properties/createdAt/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.updatedAt !== undefined) {
      let data10 = data.updatedAt;
      if (typeof data10 === "string") {
        if (!formats26(data10)) {
          const err18 = {
            instancePath: instancePath + "/updatedAt",
            schemaPath: "#/properties/updatedAt/format",
            keyword: "format",
            params: { format: "date-time" },
          };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      } else {
        const err19 = {
          instancePath: instancePath + "/updatedAt",
          schemaPath: "#/properties/updatedAt/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
  } else {
    const err20 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err20];
    } else {
      vErrors.push(err20);
    }
    errors++;
  }
  validate27.errors = vErrors;
  return errors === 0;
}
validate27.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
const schema39 = {
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
const formats54 = formats.uri;
function validate28(
  data,
  { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate28.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === undefined) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema39.properties, key0)) {
        const err1 = {
          instancePath,
          schemaPath: "#/additionalProperties",
          keyword: "additionalProperties",
          params: { additionalProperty: key0 },
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== undefined) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (data0.length < 1) {
          const err2 = {
            instancePath: instancePath + "/name",
            schemaPath: "#/properties/name/minLength",
            keyword: "minLength",
            params: { limit: 1 },
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = {
          instancePath: instancePath + "/name",
          schemaPath: "#/properties/name/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.retryDelay !== undefined) {
      let data1 = data.retryDelay;
      if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
        const err4 = {
          instancePath: instancePath + "/retryDelay",
          schemaPath: "#/properties/retryDelay/type",
          keyword: "type",
          params: { type: "integer" },
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.retryDelayUnit !== undefined) {
      if (typeof data.retryDelayUnit !== "string") {
        const err5 = {
          instancePath: instancePath + "/retryDelayUnit",
          schemaPath: "#/properties/retryDelayUnit/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.maxRetries !== undefined) {
      let data3 = data.maxRetries;
      if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
        const err6 = {
          instancePath: instancePath + "/maxRetries",
          schemaPath: "#/properties/maxRetries/type",
          keyword: "type",
          params: { type: "integer" },
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.isTemplate !== undefined) {
      if (typeof data.isTemplate !== "boolean") {
        const err7 = {
          instancePath: instancePath + "/isTemplate",
          schemaPath: "#/properties/isTemplate/type",
          keyword: "type",
          params: { type: "boolean" },
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.flowDirection !== undefined) {
      if (typeof data.flowDirection !== "string") {
        const err8 = {
          instancePath: instancePath + "/flowDirection",
          schemaPath: "#/properties/flowDirection/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.flowMapping !== undefined) {
      let data6 = data.flowMapping;
      if (!(data6 && typeof data6 == "object" && !Array.isArray(data6))) {
        const err9 = {
          instancePath: instancePath + "/flowMapping",
          schemaPath: "#/properties/flowMapping/type",
          keyword: "type",
          params: { type: "object" },
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.tagName !== undefined) {
      if (typeof data.tagName !== "string") {
        const err10 = {
          instancePath: instancePath + "/tagName",
          schemaPath: "#/properties/tagName/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.categoryName !== undefined) {
      if (typeof data.categoryName !== "string") {
        const err11 = {
          instancePath: instancePath + "/categoryName",
          schemaPath: "#/properties/categoryName/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.steps !== undefined) {
      let data9 = data.steps;
      if (Array.isArray(data9)) {
        const len0 = data9.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data10 = data9[i0];
          if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
            if (data10.webhookUrl === undefined) {
              const err12 = {
                instancePath: instancePath + "/steps/" + i0,
                schemaPath: "#/properties/steps/items/required",
                keyword: "required",
                params: { missingProperty: "webhookUrl" },
              };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            for (const key1 in data10) {
              if (!func1.call(schema39.properties.steps.items.properties, key1)) {
                const err13 = {
                  instancePath: instancePath + "/steps/" + i0,
                  schemaPath: "#/properties/steps/items/additionalProperties",
                  keyword: "additionalProperties",
                  params: { additionalProperty: key1 },
                };
                if (vErrors === null) {
                  vErrors = [err13];
                } else {
                  vErrors.push(err13);
                }
                errors++;
              }
            }
            if (data10.stepNumber !== undefined) {
              let data11 = data10.stepNumber;
              if (!(typeof data11 == "number" && !(data11 % 1) && !isNaN(data11) && isFinite(data11))) {
                const err14 = {
                  instancePath: instancePath + "/steps/" + i0 + "/stepNumber",
                  schemaPath: "#/properties/steps/items/properties/stepNumber/type",
                  keyword: "type",
                  params: { type: "integer" },
                };
                if (vErrors === null) {
                  vErrors = [err14];
                } else {
                  vErrors.push(err14);
                }
                errors++;
              }
            }
            if (data10.webhookUrl !== undefined) {
              let data12 = data10.webhookUrl;
              if (typeof data12 === "string") {
                if (!formats54(data12)) {
                  const err15 = {
                    instancePath: instancePath + "/steps/" + i0 + "/webhookUrl",
                    schemaPath: "#/properties/steps/items/properties/webhookUrl/format",
                    keyword: "format",
                    params: { format: "uri" },
                  };
                  if (vErrors === null) {
                    vErrors = [err15];
                  } else {
                    vErrors.push(err15);
                  }
                  errors++;
                }
              } else {
                const err16 = {
                  instancePath: instancePath + "/steps/" + i0 + "/webhookUrl",
                  schemaPath: "#/properties/steps/items/properties/webhookUrl/type",
                  keyword: "type",
                  params: { type: "string" },
                };
                if (vErrors === null) {
                  vErrors = [err16];
                } else {
                  vErrors.push(err16);
                }
                errors++;
              }
            }
            if (data10.webhookMethod !== undefined) {
              let data13 = data10.webhookMethod;
              if (typeof data13 !== "string") {
                const err17 = {
                  instancePath: instancePath + "/steps/" + i0 + "/webhookMethod",
                  schemaPath: "#/properties/steps/items/properties/webhookMethod/type",
                  keyword: "type",
                  params: { type: "string" },
                };
                if (vErrors === null) {
                  vErrors = [err17];
                } else {
                  vErrors.push(err17);
                }
                errors++;
              }
              if (!(data13 === "GET" || data13 === "POST" || data13 === "PUT" || data13 === "DELETE")) {
                const err18 = {
                  instancePath: instancePath + "/steps/" + i0 + "/webhookMethod",
                  schemaPath: "#/properties/steps/items/properties/webhookMethod/enum",
                  keyword: "enum",
                  params: { allowedValues: schema39.properties.steps.items.properties.webhookMethod.enum },
                };
                if (vErrors === null) {
                  vErrors = [err18];
                } else {
                  vErrors.push(err18);
                }
                errors++;
              }
            }
            if (data10.webhookTimeout !== undefined) {
              let data14 = data10.webhookTimeout;
              if (!(typeof data14 == "number" && isFinite(data14))) {
                const err19 = {
                  instancePath: instancePath + "/steps/" + i0 + "/webhookTimeout",
                  schemaPath: "#/properties/steps/items/properties/webhookTimeout/type",
                  keyword: "type",
                  params: { type: "number" },
                };
                if (vErrors === null) {
                  vErrors = [err19];
                } else {
                  vErrors.push(err19);
                }
                errors++;
              }
            }
            if (data10.retryLimit !== undefined) {
              let data15 = data10.retryLimit;
              if (!(typeof data15 == "number" && !(data15 % 1) && !isNaN(data15) && isFinite(data15))) {
                const err20 = {
                  instancePath: instancePath + "/steps/" + i0 + "/retryLimit",
                  schemaPath: "#/properties/steps/items/properties/retryLimit/type",
                  keyword: "type",
                  params: { type: "integer" },
                };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
            }
            if (data10.timeout !== undefined) {
              let data16 = data10.timeout;
              if (!(typeof data16 == "number" && isFinite(data16))) {
                const err21 = {
                  instancePath: instancePath + "/steps/" + i0 + "/timeout",
                  schemaPath: "#/properties/steps/items/properties/timeout/type",
                  keyword: "type",
                  params: { type: "number" },
                };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
            }
            if (data10.webhookUrlParams !== undefined) {
              let data17 = data10.webhookUrlParams;
              if (!(data17 && typeof data17 == "object" && !Array.isArray(data17)) && data17 !== null) {
                const err22 = {
                  instancePath: instancePath + "/steps/" + i0 + "/webhookUrlParams",
                  schemaPath: "#/properties/steps/items/properties/webhookUrlParams/type",
                  keyword: "type",
                  params: { type: schema39.properties.steps.items.properties.webhookUrlParams.type },
                };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
            }
            if (data10.webhookHeaders !== undefined) {
              let data18 = data10.webhookHeaders;
              if (!(data18 && typeof data18 == "object" && !Array.isArray(data18)) && data18 !== null) {
                const err23 = {
                  instancePath: instancePath + "/steps/" + i0 + "/webhookHeaders",
                  schemaPath: "#/properties/steps/items/properties/webhookHeaders/type",
                  keyword: "type",
                  params: { type: schema39.properties.steps.items.properties.webhookHeaders.type },
                };
                if (vErrors === null) {
                  vErrors = [err23];
                } else {
                  vErrors.push(err23);
                }
                errors++;
              }
            }
            if (data10.webhookBody !== undefined) {
              let data19 = data10.webhookBody;
              if (!(data19 && typeof data19 == "object" && !Array.isArray(data19)) && data19 !== null) {
                const err24 = {
                  instancePath: instancePath + "/steps/" + i0 + "/webhookBody",
                  schemaPath: "#/properties/steps/items/properties/webhookBody/type",
                  keyword: "type",
                  params: { type: schema39.properties.steps.items.properties.webhookBody.type },
                };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
            }
            if (data10.dependsOnStep !== undefined) {
              let data20 = data10.dependsOnStep;
              if (
                !(typeof data20 == "number" && !(data20 % 1) && !isNaN(data20) && isFinite(data20)) &&
                data20 !== null
              ) {
                const err25 = {
                  instancePath: instancePath + "/steps/" + i0 + "/dependsOnStep",
                  schemaPath: "#/properties/steps/items/properties/dependsOnStep/type",
                  keyword: "type",
                  params: { type: schema39.properties.steps.items.properties.dependsOnStep.type },
                };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
            if (data10.successCondition !== undefined) {
              let data21 = data10.successCondition;
              if (!(data21 && typeof data21 == "object" && !Array.isArray(data21)) && data21 !== null) {
                const err26 = {
                  instancePath: instancePath + "/steps/" + i0 + "/successCondition",
                  schemaPath: "#/properties/steps/items/properties/successCondition/type",
                  keyword: "type",
                  params: { type: schema39.properties.steps.items.properties.successCondition.type },
                };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            }
            if (data10.id !== undefined) {
              if (typeof data10.id !== "string") {
                const err27 = {
                  instancePath: instancePath + "/steps/" + i0 + "/id",
                  schemaPath: "#/properties/steps/items/properties/id/type",
                  keyword: "type",
                  params: { type: "string" },
                };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
            if (data10.createdAt !== undefined) {
              let data23 = data10.createdAt;
              if (typeof data23 === "string") {
                if (!formats26(data23)) {
                  const err28 = {
                    instancePath: instancePath + "/steps/" + i0 + "/createdAt",
                    schemaPath: "#/properties/steps/items/properties/createdAt/format",
                    keyword: "format",
                    params: { format: "date-time" },
                  };
                  if (vErrors === null) {
                    vErrors = [err28];
                  } else {
                    vErrors.push(err28);
                  }
                  errors++;
                }
              } else {
                const err29 = {
                  instancePath: instancePath + "/steps/" + i0 + "/createdAt",
                  schemaPath: "#/properties/steps/items/properties/createdAt/type",
                  keyword: "type",
                  params: { type: "string" },
                };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
            if (data10.updatedAt !== undefined) {
              let data24 = data10.updatedAt;
              if (typeof data24 === "string") {
                if (!formats26(data24)) {
                  const err30 = {
                    instancePath: instancePath + "/steps/" + i0 + "/updatedAt",
                    schemaPath: "#/properties/steps/items/properties/updatedAt/format",
                    keyword: "format",
                    params: { format: "date-time" },
                  };
                  if (vErrors === null) {
                    vErrors = [err30];
                  } else {
                    vErrors.push(err30);
                  }
                  errors++;
                }
              } else {
                const err31 = {
                  instancePath: instancePath + "/steps/" + i0 + "/updatedAt",
                  schemaPath: "#/properties/steps/items/properties/updatedAt/type",
                  keyword: "type",
                  params: { type: "string" },
                };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
            if (data10.deletedAt !== undefined) {
              let data25 = data10.deletedAt;
              if (typeof data25 !== "string" && data25 !== null) {
                const err32 = {
                  instancePath: instancePath + "/steps/" + i0 + "/deletedAt",
                  schemaPath: "#/properties/steps/items/properties/deletedAt/type",
                  keyword: "type",
                  params: { type: schema39.properties.steps.items.properties.deletedAt.type },
                };
                if (vErrors === null) {
                  vErrors = [err32];
                } else {
                  vErrors.push(err32);
                }
                errors++;
              }
              if (typeof data25 === "string") {
                if (!formats26(data25)) {
                  const err33 = {
                    instancePath: instancePath + "/steps/" + i0 + "/deletedAt",
                    schemaPath: "#/properties/steps/items/properties/deletedAt/format",
                    keyword: "format",
                    params: { format: "date-time" },
                  };
                  if (vErrors === null) {
                    vErrors = [err33];
                  } else {
                    vErrors.push(err33);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err34 = {
              instancePath: instancePath + "/steps/" + i0,
              schemaPath: "#/properties/steps/items/type",
              keyword: "type",
              params: { type: "object" },
            };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
      } else {
        const err35 = {
          instancePath: instancePath + "/steps",
          schemaPath: "#/properties/steps/type",
          keyword: "type",
          params: { type: "array" },
        };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.predefinedVariables !== undefined) {
      let data26 = data.predefinedVariables;
      if (Array.isArray(data26)) {
        const len1 = data26.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data27 = data26[i1];
          if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
            if (data27.name === undefined) {
              const err36 = {
                instancePath: instancePath + "/predefinedVariables/" + i1,
                schemaPath: "#/properties/predefinedVariables/items/required",
                keyword: "required",
                params: { missingProperty: "name" },
              };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
            for (const key2 in data27) {
              if (!(key2 === "name" || key2 === "value")) {
                const err37 = {
                  instancePath: instancePath + "/predefinedVariables/" + i1,
                  schemaPath: "#/properties/predefinedVariables/items/additionalProperties",
                  keyword: "additionalProperties",
                  params: { additionalProperty: key2 },
                };
                if (vErrors === null) {
                  vErrors = [err37];
                } else {
                  vErrors.push(err37);
                }
                errors++;
              }
            }
            if (data27.name !== undefined) {
              if (typeof data27.name !== "string") {
                const err38 = {
                  instancePath: instancePath + "/predefinedVariables/" + i1 + "/name",
                  schemaPath: "#/properties/predefinedVariables/items/properties/name/type",
                  keyword: "type",
                  params: { type: "string" },
                };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
            }
          } else {
            const err39 = {
              instancePath: instancePath + "/predefinedVariables/" + i1,
              schemaPath: "#/properties/predefinedVariables/items/type",
              keyword: "type",
              params: { type: "object" },
            };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
      } else {
        const err40 = {
          instancePath: instancePath + "/predefinedVariables",
          schemaPath: "#/properties/predefinedVariables/type",
          keyword: "type",
          params: { type: "array" },
        };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
    if (data.variables !== undefined) {
      let data29 = data.variables;
      if (Array.isArray(data29)) {
        const len2 = data29.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data30 = data29[i2];
          if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
            if (data30.name === undefined) {
              const err41 = {
                instancePath: instancePath + "/variables/" + i2,
                schemaPath: "#/properties/variables/items/required",
                keyword: "required",
                params: { missingProperty: "name" },
              };
              if (vErrors === null) {
                vErrors = [err41];
              } else {
                vErrors.push(err41);
              }
              errors++;
            }
            for (const key3 in data30) {
              if (!(
                key3 === "name" ||
                key3 === "location" ||
                key3 === "stepId" ||
                key3 === "type" ||
                key3 === "dataType" ||
                key3 === "customValue"
              )) {
                const err42 = {
                  instancePath: instancePath + "/variables/" + i2,
                  schemaPath: "#/properties/variables/items/additionalProperties",
                  keyword: "additionalProperties",
                  params: { additionalProperty: key3 },
                };
                if (vErrors === null) {
                  vErrors = [err42];
                } else {
                  vErrors.push(err42);
                }
                errors++;
              }
            }
            if (data30.name !== undefined) {
              if (typeof data30.name !== "string") {
                const err43 = {
                  instancePath: instancePath + "/variables/" + i2 + "/name",
                  schemaPath: "#/properties/variables/items/properties/name/type",
                  keyword: "type",
                  params: { type: "string" },
                };
                if (vErrors === null) {
                  vErrors = [err43];
                } else {
                  vErrors.push(err43);
                }
                errors++;
              }
            }
            if (data30.type !== undefined) {
              if (typeof data30.type !== "string") {
                const err44 = {
                  instancePath: instancePath + "/variables/" + i2 + "/type",
                  schemaPath: "#/properties/variables/items/properties/type/type",
                  keyword: "type",
                  params: { type: "string" },
                };
                if (vErrors === null) {
                  vErrors = [err44];
                } else {
                  vErrors.push(err44);
                }
                errors++;
              }
            }
            if (data30.dataType !== undefined) {
              if (typeof data30.dataType !== "string") {
                const err45 = {
                  instancePath: instancePath + "/variables/" + i2 + "/dataType",
                  schemaPath: "#/properties/variables/items/properties/dataType/type",
                  keyword: "type",
                  params: { type: "string" },
                };
                if (vErrors === null) {
                  vErrors = [err45];
                } else {
                  vErrors.push(err45);
                }
                errors++;
              }
            }
          } else {
            const err46 = {
              instancePath: instancePath + "/variables/" + i2,
              schemaPath: "#/properties/variables/items/type",
              keyword: "type",
              params: { type: "object" },
            };
            if (vErrors === null) {
              vErrors = [err46];
            } else {
              vErrors.push(err46);
            }
            errors++;
          }
        }
      } else {
        const err47 = {
          instancePath: instancePath + "/variables",
          schemaPath: "#/properties/variables/type",
          keyword: "type",
          params: { type: "array" },
        };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
    }
    if (data.workspace !== undefined) {
      let data34 = data.workspace;
      if (typeof data34 === "string") {
        if (!formats20(data34)) {
          const err48 = {
            instancePath: instancePath + "/workspace",
            schemaPath: "#/properties/workspace/format",
            keyword: "format",
            params: { format: "slug" },
          };
          if (vErrors === null) {
            vErrors = [err48];
          } else {
            vErrors.push(err48);
          }
          errors++;
        }
      } else {
        const err49 = {
          instancePath: instancePath + "/workspace",
          schemaPath: "#/properties/workspace/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
    }
    if (data.adopt !== undefined) {
      if (typeof data.adopt !== "boolean") {
        const err50 = {
          instancePath: instancePath + "/adopt",
          schemaPath: "#/properties/adopt/type",
          keyword: "type",
          params: { type: "boolean" },
        };
        if (vErrors === null) {
          vErrors = [err50];
        } else {
          vErrors.push(err50);
        }
        errors++;
      }
    }
    if (data.deletionPolicy !== undefined) {
      let data36 = data.deletionPolicy;
      if (typeof data36 !== "string") {
        const err51 = {
          instancePath: instancePath + "/deletionPolicy",
          schemaPath: "#/properties/deletionPolicy/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err51];
        } else {
          vErrors.push(err51);
        }
        errors++;
      }
      if (!(data36 === "delete" || data36 === "retain")) {
        const err52 = {
          instancePath: instancePath + "/deletionPolicy",
          schemaPath: "#/properties/deletionPolicy/enum",
          keyword: "enum",
          params: { allowedValues: schema39.properties.deletionPolicy.enum },
        };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
    }
    if (data.existingId !== undefined) {
      let data37 = data.existingId;
      if (typeof data37 === "string") {
        if (!formats22(data37)) {
          const err53 = {
            instancePath: instancePath + "/existingId",
            schemaPath: "#/properties/existingId/format",
            keyword: "format",
            params: { format: "existing-id" },
          };
          if (vErrors === null) {
            vErrors = [err53];
          } else {
            vErrors.push(err53);
          }
          errors++;
        }
      } else {
        const err54 = {
          instancePath: instancePath + "/existingId",
          schemaPath: "#/properties/existingId/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err54];
        } else {
          vErrors.push(err54);
        }
        errors++;
      }
    }
    if (data.acceptedWarnings !== undefined) {
      let data38 = data.acceptedWarnings;
      if (Array.isArray(data38)) {
        const len3 = data38.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data39 = data38[i3];
          if (typeof data39 === "string") {
            if (!formats24(data39)) {
              const err55 = {
                instancePath: instancePath + "/acceptedWarnings/" + i3,
                schemaPath: "#/properties/acceptedWarnings/items/format",
                keyword: "format",
                params: { format: "rule-id" },
              };
              if (vErrors === null) {
                vErrors = [err55];
              } else {
                vErrors.push(err55);
              }
              errors++;
            }
          } else {
            const err56 = {
              instancePath: instancePath + "/acceptedWarnings/" + i3,
              schemaPath: "#/properties/acceptedWarnings/items/type",
              keyword: "type",
              params: { type: "string" },
            };
            if (vErrors === null) {
              vErrors = [err56];
            } else {
              vErrors.push(err56);
            }
            errors++;
          }
        }
      } else {
        const err57 = {
          instancePath: instancePath + "/acceptedWarnings",
          schemaPath: "#/properties/acceptedWarnings/type",
          keyword: "type",
          params: { type: "array" },
        };
        if (vErrors === null) {
          vErrors = [err57];
        } else {
          vErrors.push(err57);
        }
        errors++;
      }
    }
    if (data.status !== undefined) {
      if (typeof data.status !== "string") {
        const err58 = {
          instancePath: instancePath + "/status",
          schemaPath: "#/properties/status/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err58];
        } else {
          vErrors.push(err58);
        }
        errors++;
      }
    }
    if (data.logo !== undefined) {
      let data41 = data.logo;
      if (typeof data41 !== "string" && data41 !== null) {
        const err59 = {
          instancePath: instancePath + "/logo",
          schemaPath: "#/properties/logo/type",
          keyword: "type",
          params: { type: schema39.properties.logo.type },
        };
        if (vErrors === null) {
          vErrors = [err59];
        } else {
          vErrors.push(err59);
        }
        errors++;
      }
    }
    if (data.createdBy !== undefined) {
      let data42 = data.createdBy;
      if (typeof data42 !== "string" && data42 !== null) {
        const err60 = {
          instancePath: instancePath + "/createdBy",
          schemaPath: "#/properties/createdBy/type",
          keyword: "type",
          params: { type: schema39.properties.createdBy.type },
        };
        if (vErrors === null) {
          vErrors = [err60];
        } else {
          vErrors.push(err60);
        }
        errors++;
      }
    }
    if (data.companyId !== undefined) {
      let data43 = data.companyId;
      if (typeof data43 !== "string" && data43 !== null) {
        const err61 = {
          instancePath: instancePath + "/companyId",
          schemaPath: "#/properties/companyId/type",
          keyword: "type",
          params: { type: schema39.properties.companyId.type },
        };
        if (vErrors === null) {
          vErrors = [err61];
        } else {
          vErrors.push(err61);
        }
        errors++;
      }
    }
    if (data.createdAt !== undefined) {
      let data44 = data.createdAt;
      if (typeof data44 === "string") {
        if (!formats26(data44)) {
          const err62 = {
            instancePath: instancePath + "/createdAt",
            schemaPath: "#/properties/createdAt/format",
            keyword: "format",
            params: { format: "date-time" },
          };
          if (vErrors === null) {
            vErrors = [err62];
          } else {
            vErrors.push(err62);
          }
          errors++;
        }
      } else {
        const err63 = {
          instancePath: instancePath + "/createdAt",
          schemaPath: "#/properties/createdAt/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err63];
        } else {
          vErrors.push(err63);
        }
        errors++;
      }
    }
    if (data.updatedAt !== undefined) {
      let data45 = data.updatedAt;
      if (typeof data45 === "string") {
        if (!formats26(data45)) {
          const err64 = {
            instancePath: instancePath + "/updatedAt",
            schemaPath: "#/properties/updatedAt/format",
            keyword: "format",
            params: { format: "date-time" },
          };
          if (vErrors === null) {
            vErrors = [err64];
          } else {
            vErrors.push(err64);
          }
          errors++;
        }
      } else {
        const err65 = {
          instancePath: instancePath + "/updatedAt",
          schemaPath: "#/properties/updatedAt/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err65];
        } else {
          vErrors.push(err65);
        }
        errors++;
      }
    }
    if (data.deletedAt !== undefined) {
      let data46 = data.deletedAt;
      if (typeof data46 !== "string" && data46 !== null) {
        const err66 = {
          instancePath: instancePath + "/deletedAt",
          schemaPath: "#/properties/deletedAt/type",
          keyword: "type",
          params: { type: schema39.properties.deletedAt.type },
        };
        if (vErrors === null) {
          vErrors = [err66];
        } else {
          vErrors.push(err66);
        }
        errors++;
      }
      if (typeof data46 === "string") {
        if (!formats26(data46)) {
          const err67 = {
            instancePath: instancePath + "/deletedAt",
            schemaPath: "#/properties/deletedAt/format",
            keyword: "format",
            params: { format: "date-time" },
          };
          if (vErrors === null) {
            vErrors = [err67];
          } else {
            vErrors.push(err67);
          }
          errors++;
        }
      }
    }
    if (data.executions !== undefined) {
      let data47 = data.executions;
      if (Array.isArray(data47)) {
        const len4 = data47.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data48 = data47[i4];
          if (!(data48 && typeof data48 == "object" && !Array.isArray(data48))) {
            const err68 = {
              instancePath: instancePath + "/executions/" + i4,
              schemaPath: "#/properties/executions/items/type",
              keyword: "type",
              params: { type: "object" },
            };
            if (vErrors === null) {
              vErrors = [err68];
            } else {
              vErrors.push(err68);
            }
            errors++;
          }
        }
      } else {
        const err69 = {
          instancePath: instancePath + "/executions",
          schemaPath: "#/properties/executions/type",
          keyword: "type",
          params: { type: "array" },
        };
        if (vErrors === null) {
          vErrors = [err69];
        } else {
          vErrors.push(err69);
        }
        errors++;
      }
    }
  } else {
    const err70 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err70];
    } else {
      vErrors.push(err70);
    }
    errors++;
  }
  validate28.errors = vErrors;
  return errors === 0;
}
validate28.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
const schema40 = {
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
function validate29(
  data,
  { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate29.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.workspaceName === undefined) {
      const err0 = {
        instancePath,
        schemaPath: "#/required",
        keyword: "required",
        params: { missingProperty: "workspaceName" },
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
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
        const err1 = {
          instancePath,
          schemaPath: "#/additionalProperties",
          keyword: "additionalProperties",
          params: { additionalProperty: key0 },
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.workspaceName !== undefined) {
      let data0 = data.workspaceName;
      if (typeof data0 === "string") {
        if (data0.length < 1) {
          const err2 = {
            instancePath: instancePath + "/workspaceName",
            schemaPath: "#/properties/workspaceName/minLength",
            keyword: "minLength",
            params: { limit: 1 },
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = {
          instancePath: instancePath + "/workspaceName",
          schemaPath: "#/properties/workspaceName/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.deletionPolicy !== undefined) {
      let data1 = data.deletionPolicy;
      if (typeof data1 !== "string") {
        const err4 = {
          instancePath: instancePath + "/deletionPolicy",
          schemaPath: "#/properties/deletionPolicy/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (!(data1 === "delete" || data1 === "retain")) {
        const err5 = {
          instancePath: instancePath + "/deletionPolicy",
          schemaPath: "#/properties/deletionPolicy/enum",
          keyword: "enum",
          params: { allowedValues: schema40.properties.deletionPolicy.enum },
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.existingId !== undefined) {
      let data2 = data.existingId;
      if (typeof data2 === "string") {
        if (!formats22(data2)) {
          const err6 = {
            instancePath: instancePath + "/existingId",
            schemaPath: "#/properties/existingId/format",
            keyword: "format",
            params: { format: "existing-id" },
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = {
          instancePath: instancePath + "/existingId",
          schemaPath: "#/properties/existingId/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.acceptedWarnings !== undefined) {
      let data3 = data.acceptedWarnings;
      if (Array.isArray(data3)) {
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 === "string") {
            if (!formats24(data4)) {
              const err8 = {
                instancePath: instancePath + "/acceptedWarnings/" + i0,
                schemaPath: "#/properties/acceptedWarnings/items/format",
                keyword: "format",
                params: { format: "rule-id" },
              };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          } else {
            const err9 = {
              instancePath: instancePath + "/acceptedWarnings/" + i0,
              schemaPath: "#/properties/acceptedWarnings/items/type",
              keyword: "type",
              params: { type: "string" },
            };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      } else {
        const err10 = {
          instancePath: instancePath + "/acceptedWarnings",
          schemaPath: "#/properties/acceptedWarnings/type",
          keyword: "type",
          params: { type: "array" },
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.workspaceSlug !== undefined) {
      let data5 = data.workspaceSlug;
      if (typeof data5 === "string") {
        if (!formats20(data5)) {
          const err11 = {
            instancePath: instancePath + "/workspaceSlug",
            schemaPath: "#/properties/workspaceSlug/format",
            keyword: "format",
            params: { format: "slug" },
          };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = {
          instancePath: instancePath + "/workspaceSlug",
          schemaPath: "#/properties/workspaceSlug/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.companyId !== undefined) {
      if (typeof data.companyId !== "string") {
        const err13 = {
          instancePath: instancePath + "/companyId",
          schemaPath: "#/properties/companyId/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.createdAt !== undefined) {
      let data7 = data.createdAt;
      if (typeof data7 === "string") {
        if (!formats26(data7)) {
          const err14 = {
            instancePath: instancePath + "/createdAt",
            schemaPath: "#/properties/createdAt/format",
            keyword: "format",
            params: { format: "date-time" },
          };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = {
          instancePath: instancePath + "/createdAt",
          schemaPath: "#/properties/createdAt/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.updatedAt !== undefined) {
      let data8 = data.updatedAt;
      if (typeof data8 === "string") {
        if (!formats26(data8)) {
          const err16 = {
            instancePath: instancePath + "/updatedAt",
            schemaPath: "#/properties/updatedAt/format",
            keyword: "format",
            params: { format: "date-time" },
          };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = {
          instancePath: instancePath + "/updatedAt",
          schemaPath: "#/properties/updatedAt/type",
          keyword: "type",
          params: { type: "string" },
        };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
  } else {
    const err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err18];
    } else {
      vErrors.push(err18);
    }
    errors++;
  }
  validate29.errors = vErrors;
  return errors === 0;
}
validate29.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

export const validators: Readonly<Record<KindName, Validator>> = {
  Campaign: validate25,
  AiAgent: validate26,
  PhoneNumber: validate27,
  Webhook: validate28,
  Workspace: validate29,
};
