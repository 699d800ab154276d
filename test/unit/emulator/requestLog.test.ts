/** The log keeps the newest requests, as many and as much of them as fit. */
import { RequestLog } from "../../../emulator/requestLog";

const arrival = {
  at: "2026-03-01T10:00:00.000Z",
  method: "POST",
  path: "/campaigns/create",
  route: null,
  kind: null,
  operation: null,
  body: null,
};
const MEGABYTE = 1024 * 1024;

it("forgets the oldest where bodies and answers come to more than 32 million characters", () => {
  const log = new RequestLog();
  const notes = Array.from({ length: 40 }, () => log.open(arrival, MEGABYTE));
  expect(log.entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 32 }, (_, index) => index + 9));
  notes[39]?.({ status: 200 }, 30 * MEGABYTE);
  expect(log.entries.map(({ sequence }) => sequence)).toEqual([39, 40]);
  expect(log.entries[1]).toMatchObject({ status: 200 });
});

it("takes what is found out of a forgotten request for nothing", () => {
  const log = new RequestLog();
  const note = log.open(arrival, 1);
  log.clear();
  log.open(arrival, MEGABYTE);
  note({ status: 200 }, 64 * MEGABYTE);
  expect(log.entries).toMatchObject([{ sequence: 2, status: null }]);
});

it("keeps the last one, however much it is", () => {
  const log = new RequestLog();
  log.open(arrival, 64 * MEGABYTE);
  expect(log.entries).toHaveLength(1);
});
