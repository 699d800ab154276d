/** What leaves a method of the provider when it fails. */
import { failureOf } from "../../../provider/dynamic/failure";

const asItIs = (text: string): string => text;

/** What the engine's host does with what it is given. */
const printed = (error: Error): string => {
  Object.defineProperty(error, "toString", { value: () => "pulumi-callab" });
  error.message = error.message.trim();
  return `${String(error)}: ${error.stack}`;
};

it.each<[string, unknown, string]>([
  ["an error", new Error("HTTP 401"), "HTTP 401"],
  ["a frozen error", Object.freeze(new Error("HTTP 401")), "HTTP 401"],
  ["an error that was thrown on before", failureOf(new Error("HTTP 401"), asItIs), "HTTP 401"],
  ["a text", "HTTP 401", "HTTP 401"],
  ["an object", { message: "HTTP 401" }, "HTTP 401"],
  ["an object without a prototype", Object.assign(Object.create(null) as object, { message: "HTTP 401" }), "HTTP 401"],
  ["nothing", undefined, "something went wrong that says nothing of itself (undefined)"],
  ["null", null, "something went wrong that says nothing of itself (null)"],
  ["an object that says nothing", { code: 7 }, "something went wrong that says nothing of itself (object)"],
])("of %s: an error of its own for each of several calls, that can be written on", (_title, thrown, message) => {
  const failures = [1, 2, 3].map(() => failureOf(thrown, asItIs));
  expect(new Set([...failures, thrown]).size).toBe(4);
  for (const failure of failures) {
    expect(failure).toBeInstanceOf(Error);
    expect(failure.message).toBe(message);
    expect(printed(failure)).toBe("pulumi-callab: the failure is told at the resource");
    expect(Object.keys(failure)).toEqual([]);
  }
});

it("keeps what the engine records of an object that exists in spite of it", () => {
  const thrown = Object.assign(new Error("half done"), {
    id: "1",
    reasons: ["half done"],
    properties: { name: "Ada" },
  });
  expect(failureOf(Object.freeze(thrown), asItIs)).toMatchObject({
    id: "1",
    reasons: ["half done"],
    properties: { name: "Ada" },
  });
});

it("gives no ID to what is none: the engine would record an object", () => {
  for (const odd of [{ id: 7, properties: {} }, { id: "1" }, { id: "1", properties: null }])
    expect(failureOf(Object.assign(new Error("no"), odd), asItIs)).not.toHaveProperty("id");
});

it("keeps the stack of a mistake of this package, says so, and says it once", () => {
  const thrown = new TypeError("x is not a function");
  for (const failure of [failureOf(thrown, asItIs), failureOf(thrown, asItIs)]) {
    expect(failure.message).toBe("This is a mistake in pulumi-callab, please report it: x is not a function");
    expect(failure.stack).toContain("failure.test.ts");
  }
});

it("shows no secret and no control characters in message, reasons and stack", () => {
  const scrub = (text: string): string => text.replaceAll("s3cr3t", "[secret]");
  const partial = failureOf(
    Object.assign(new Error("a s3cr3t\u001b[2J\n  b"), { id: "1", reasons: ["a s3cr3t\u202e"], properties: {} }),
    scrub,
  );
  expect(partial).toMatchObject({ message: "a [secret]\n  b", reasons: ["a [secret]"] });
  const mistake = failureOf(new TypeError("no s3cr3t"), scrub);
  expect(`${mistake.message} ${mistake.stack}`).not.toContain("s3cr3t");
});
