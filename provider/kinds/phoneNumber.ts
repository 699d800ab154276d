/** What is special about phone numbers: one list for all workspaces, and an ID the list may not show. */
import { plainKind, type Kind } from "./kind";
import { kindSchema } from "./schema";

export const phoneNumber: Kind = { ...plainKind(kindSchema("PhoneNumber"), "phone number"), listedByWorkspace: false };
