/** Structs that hold plain values: on the wire nobody can tell them from those that google-protobuf makes. */
import fc from "fast-check";
import { BinaryReader, BinaryWriter } from "google-protobuf";
import type { JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { Struct } from "../../../provider/native/plainStructs";

/** As the package has it, loaded once more: the other one is replaced. */
const generated = ((): typeof Struct => {
  let found: typeof Struct | undefined;
  jest.isolateModules(() => {
    found = jest.requireActual<{ readonly Struct: typeof Struct }>("google-protobuf/google/protobuf/struct_pb").Struct;
  });
  if (found === undefined) throw new Error("google-protobuf was not loaded");
  return found;
})();

type Values = Record<string, JavaScriptValue>;

/** As a message that holds a struct writes it. */
function written(by: typeof Struct, values: Values): Uint8Array {
  const writer = new BinaryWriter();
  by.serializeBinaryToWriter(by.fromJavaScript(values), writer);
  return writer.getResultBuffer();
}

/** As a message that holds a struct reads it. */
const read = (by: typeof Struct, bytes: Uint8Array): Values =>
  by.deserializeBinaryFromReader(new by(), new BinaryReader(bytes)).toJavaScript();

/** What the other side opens of what one side sends. */
const across = (from: typeof Struct, to: typeof Struct, values: Values): Values => read(to, written(from, values));

/** Not the one name that the generated class takes for the object's own prototype, and loses. */
const name = fc.string({ unit: "grapheme" }).filter((text) => text !== "__proto__");
const value = fc.letrec<{ value: JavaScriptValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constant(null),
    fc.boolean(),
    fc.double(),
    fc.string({ unit: "binary" }),
    fc.array(tie("value")),
    fc.dictionary(name, tie("value"), { noNullPrototype: true }),
  ),
}));
const values = fc.dictionary(name, value.value, { noNullPrototype: true });

it("are two classes, or nothing here would be compared", () => {
  expect(generated).not.toBe(Struct);
  expect(generated.fromJavaScript({ a: 1 }).getFieldsMap().getLength()).toBe(1);
  expect(Struct.fromJavaScript({ a: 1 }).getFieldsMap().getLength()).toBe(0);
});

it("reads what others write, others read what it writes, and it itself, whatever the values are", () => {
  fc.assert(
    fc.property(values, (some) => {
      const expected = across(generated, generated, some);
      expect(across(generated, Struct, some)).toEqual(expected);
      expect(across(Struct, generated, some)).toEqual(expected);
      expect(across(Struct, Struct, some)).toEqual(expected);
    }),
  );
});

it("keeps what is empty, and tells it from what is not there", () => {
  const some = {
    none: null,
    no: false,
    zero: 0,
    text: "",
    list: [],
    nulls: [null, [null]],
    object: {},
    deep: { a: {} },
  };
  expect(across(Struct, generated, some)).toEqual(some);
  expect(across(generated, Struct, some)).toEqual(some);
  expect(across(Struct, Struct, {})).toEqual({});
});

it("keeps a name that objects have a meaning of their own for", () => {
  const some = JSON.parse('{"headers":{"__proto__":{"a":1}}}') as Values;
  expect(JSON.stringify(across(Struct, Struct, some))).toBe(JSON.stringify(some));
});

it("passes over fields that it does not know", () => {
  // Field 9 with the text "x", within the struct, an entry and its value.
  const unknown = [0x4a, 0x01, 0x78];
  const valueBytes = [0x1a, 0x01, 0x76, ...unknown];
  const entry = [0x0a, 0x01, 0x6b, 0x12, valueBytes.length, ...valueBytes, ...unknown];
  const bytes = Uint8Array.from([0x0a, entry.length, ...entry, ...unknown]);
  expect(read(generated, bytes)).toEqual({ k: "v" });
  expect(read(Struct, bytes)).toEqual({ k: "v" });
});
