/** What the status of a campaign means, in whatever words an API says it. */
import { asSent, inDocumentedWords, isCalling, isOver, isRest, statusWord } from "../../../provider/kinds/statusWords";

it.each<[unknown, string | undefined]>([
  ["active", "active"],
  [" Active ", "active"],
  ["in-progress", "in_progress"],
  ["In Progress", "in_progress"],
  ["", undefined],
  [" ", undefined],
  [null, undefined],
  [2, undefined],
  [{ code: "ACTIVE", label: "Aktiv" }, "active"],
  [{ id: 3, name: "Paused" }, "paused"],
  [{ code: "C2", name: "Finished" }, "finished"],
  [{ value: "in progress" }, "in_progress"],
  [{ slug: "stopped" }, "stopped"],
  [{ status: "paused" }, "paused"],
  [{ label: "active" }, undefined],
  [{ code: 1 }, undefined],
  [{}, undefined],
  [["active"], undefined],
])("%j is read as %j", (shown, word) => {
  expect(statusWord(shown)).toBe(word);
});

it.each(["active", "running", "in_progress", "enabled", "on", "dialing"])("%s calls, and is sent as active", (word) => {
  expect([isCalling(word), isRest(word), inDocumentedWords(word), asSent(word)]).toEqual([
    true,
    false,
    "active",
    "active",
  ]);
});

it.each(["scheduled", "starting"])("%s calls by itself, and is not sent: active may start it now", (word) => {
  expect([isCalling(word), isRest(word), inDocumentedWords(word), asSent(word)]).toEqual([
    true,
    false,
    "active",
    undefined,
  ]);
});

it.each(["paused", "completed"])("%s rests, and is sent as it is", (word) => {
  expect([isCalling(word), isRest(word), inDocumentedWords(word), asSent(word)]).toEqual([false, true, word, word]);
});

it.each(["stopped", "inactive", "draft", "2", "aktiv"])("of %s nothing is known, and it is not sent", (word) => {
  expect([isCalling(word), isRest(word), inDocumentedWords(word), asSent(word)]).toEqual([
    false,
    false,
    word,
    undefined,
  ]);
});

it.each(["Finished", "done", "ENDED", "expired", "cancelled", "canceled", " archived ", "closed"])(
  "%s means completed, and is not sent: the API may not take the word",
  (shown) => {
    const word = statusWord(shown) ?? "";
    expect([isCalling(word), isRest(word), isOver(word), inDocumentedWords(word), asSent(word)]).toEqual([
      false,
      true,
      true,
      "completed",
      undefined,
    ]);
  },
);

it("completed is over, and paused is not", () => {
  expect([isOver("completed"), isOver("paused"), isOver("active"), isOver(undefined)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
