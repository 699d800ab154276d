/** The envelope of an answer, documented and otherwise: what is no envelope tells nothing. */
import { readEnvelope } from "../../../provider/api/envelope";

it.each<[string, object]>([
  ['{"status":"ok","message":"success","data":[1]}', { kind: "success", data: [1], beside: {} }],
  [
    '{"status":"ok","message":"success","data":[1],"total":3,"meta":{"page":0}}',
    { kind: "success", data: [1], beside: { total: 3, meta: { page: 0 } } },
  ],
  ['{"status":"success","data":null}', { kind: "success", data: null }],
  ['{"status":"OK","data":""}', { kind: "success", data: "" }],
  ['{"status":"ok"}', { kind: "success", data: undefined }],
  ['{"status":"error","message":"error","data":""}', { kind: "failure", message: undefined }],
  ['{"status":"error","message":"name is required","data":""}', { kind: "failure", message: "name is required" }],
  ['{"status":"error","message":"error","data":"name is required"}', { kind: "failure", message: "name is required" }],
  [
    '{"status":"error","message":"invalid","data":{"name":["required"]}}',
    { kind: "failure", message: 'invalid; {"name":["required"]}' },
  ],
  ['{"status":"error","message":{"code":7}}', { kind: "failure", message: '{"code":7}' }],
  ['{"status":"Failed"}', { kind: "failure", message: undefined }],
  ['{"status":"ok","success":true,"data":[]}', { kind: "success", data: [] }],
  [
    '{"status":"ok","success":false,"message":"backend timed out","data":[]}',
    { kind: "unreadable", what: "an envelope that says both ok and success: false", message: "backend timed out" },
  ],
  ["", { kind: "unreadable", what: "an empty answer" }],
  [" \n", { kind: "unreadable", what: "an empty answer" }],
  ["<!doctype html><html></html>", { kind: "unreadable", what: "an HTML page instead of JSON" }],
  ['{"status":"ok","data":[', { kind: "unreadable", what: "a broken or cut-off answer" }],
  ["Bad Gateway", { kind: "unreadable", what: "a broken or cut-off answer" }],
  ["null", { kind: "unreadable", what: "JSON without the API's envelope" }],
  ["[]", { kind: "unreadable", what: "JSON without the API's envelope" }],
  ['{"result":"done"}', { kind: "unreadable", what: "JSON without the API's envelope" }],
  ['{"status":200,"data":{}}', { kind: "unreadable", what: "JSON without the API's envelope" }],
  ['{"status":"queued"}', { kind: "unreadable", what: 'an envelope with the unknown status "queued"' }],
  ['{"id":"1","event_type":"call.ended","status":"active","settings":{}}', { kind: "unreadable" }],
])("%s", (text, expected) => {
  expect(readEnvelope(text)).toMatchObject(expected);
});

it("keeps beside the data nothing that the envelope itself has", () => {
  expect(readEnvelope('{"status":"ok","message":"success","data":""}')).toEqual({
    kind: "success",
    data: "",
    beside: {},
  });
});
