/** Answers: the envelope, and what `data` holds. */
import type { Json } from "./json";
import type { Personality } from "./personality";

/** What every answer is wrapped in. A list in pages may add keys of its own. */
export type Envelope = { status: string; message: string; data: Json; [key: string]: Json };

/** An answer before it is sent. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Envelope>;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is sent in place of the envelope. */
  readonly instead?: { readonly text: string; readonly type: "json" | "text" };
}

/** Why a request is refused. */
export type Refusal = "invalid" | "absent" | "conflict";

const statusOf: Readonly<Record<Refusal, number>> = { invalid: 400, absent: 404, conflict: 409 };

/** A success. Workspaces say `success` where the others say `ok` (documented). */
export function success(data: Json, ofWorkspace: boolean, { successWord }: Personality): Answer {
  const word = successWord === "documented" ? (ofWorkspace ? "success" : "ok") : successWord;
  return { status: 200, body: { status: word, message: "success", data } };
}

/** A refusal: HTTP 200 and an error envelope, or the HTTP status that fits. */
export function refusal(reason: Refusal, message: string, personality: Personality): Answer {
  if (reason === "invalid" && personality.refusalBody !== "envelope") return beforeTheHandler(message, personality);
  return error(personality.failureBy === "200" ? 200 : statusOf[reason], message, personality);
}

/** The framework's own refusal of a body that cannot be read, in its own form. */
function beforeTheHandler(message: string, personality: Personality): Answer {
  const text = `Failed to deserialize the JSON body into the target type: ${message}`;
  const instead =
    personality.refusalBody === "text"
      ? { text, type: "text" as const }
      : { text: JSON.stringify({ error: text }), type: "json" as const };
  return { ...error(422, message, personality), instead };
}

/** A failure with a given HTTP status. */
export function error(status: number, message: string, { errorMessages }: Personality): Answer {
  return { status, body: { status: "error", message: errorMessages === "plain" ? "error" : message, data: "" } };
}
