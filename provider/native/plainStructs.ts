/**
 * The structs of the engine's messages, without an object for each value in them. Of a plugin that answers for many
 * resources these objects, and the collection of them as garbage, are a third of its time.
 */
import type { BinaryReader, BinaryWriter } from "google-protobuf";
import * as generated from "google-protobuf/google/protobuf/struct_pb";

type Value = generated.JavaScriptValue;
type Values = Record<string, Value>;

/**
 * The class that the generated messages use, and which is read, written, made and opened otherwise in this process: they
 * have no other place for it. For its users nothing differs but that the fields are not there one by one
 * (`getFieldsMap`), and that what `toJavaScript` gives is not a copy.
 */
export const Struct = holdingPlainValues(generated.Struct);
export type Struct = generated.Struct;

function holdingPlainValues(struct: typeof generated.Struct): typeof generated.Struct {
  const held = new WeakMap<generated.Struct, Values>();
  const valuesOf = (holder: generated.Struct): Values => held.get(holder) ?? {};
  const holding = (holder: generated.Struct, values: Values): generated.Struct => {
    held.set(holder, values);
    return holder;
  };
  struct.fromJavaScript = (values) => holding(new struct(), values);
  struct.prototype.toJavaScript = function () {
    return valuesOf(this);
  };
  struct.deserializeBinaryFromReader = (holder, reader) => holding(holder, readStruct(reader));
  struct.serializeBinaryToWriter = (holder, writer) => {
    writeStruct(valuesOf(holder), writer);
  };
  return struct;
}

/** The numbers of the fields, as google/protobuf/struct.proto has them. */
const FIELDS = 1;
const ENTRY = { key: 1, value: 2 } as const;
const VALUE = { null: 1, number: 2, string: 3, bool: 4, struct: 5, list: 6 } as const;
const ITEMS = 1;

/** Reads a message that is the value of the field at which the reader stands. */
function readWithin<T>(reader: BinaryReader, read: (reader: BinaryReader) => T): T {
  const message: { value?: T } = {};
  reader.readMessage(message, () => (message.value = read(reader)));
  return message.value as T;
}

function readStruct(reader: BinaryReader): Values {
  const entries: (readonly [string, Value])[] = [];
  while (reader.nextField())
    if (reader.getFieldNumber() === FIELDS) entries.push(readWithin(reader, readEntry));
    else reader.skipField();
  return Object.fromEntries(entries);
}

function readEntry(reader: BinaryReader): readonly [string, Value] {
  let key = "";
  let value: Value = null;
  while (reader.nextField())
    if (reader.getFieldNumber() === ENTRY.key) key = reader.readString();
    else if (reader.getFieldNumber() === ENTRY.value) value = readWithin(reader, readValue);
    else reader.skipField();
  return [key, value];
}

function readValue(reader: BinaryReader): Value {
  let value: Value = null;
  while (reader.nextField()) value = readAlternative(reader, value);
  return value;
}

/** @param known what was read before, which a field that is none of the alternatives leaves */
function readAlternative(reader: BinaryReader, known: Value): Value {
  switch (reader.getFieldNumber()) {
    case VALUE.number:
      return reader.readDouble();
    case VALUE.string:
      return reader.readString();
    case VALUE.bool:
      return reader.readBool();
    case VALUE.struct:
      return readWithin(reader, readStruct);
    case VALUE.list:
      return readWithin(reader, readList);
    case VALUE.null:
      reader.skipField();
      return null;
    default:
      reader.skipField();
      return known;
  }
}

function readList(reader: BinaryReader): Value[] {
  const items: Value[] = [];
  while (reader.nextField())
    if (reader.getFieldNumber() === ITEMS) items.push(readWithin(reader, readValue));
    else reader.skipField();
  return items;
}

function writeStruct(values: Values, writer: BinaryWriter): void {
  for (const [key, value] of Object.entries(values))
    writer.writeMessage(FIELDS, values, () => {
      writer.writeString(ENTRY.key, key);
      writer.writeMessage(ENTRY.value, values, () => {
        writeValue(value, writer);
      });
    });
}

function writeValue(value: Value, writer: BinaryWriter): void {
  if (typeof value === "string") writer.writeString(VALUE.string, value);
  else if (typeof value === "number") writer.writeDouble(VALUE.number, value);
  else if (typeof value === "boolean") writer.writeBool(VALUE.bool, value);
  else if (value === null) writer.writeEnum(VALUE.null, 0);
  else if (Array.isArray(value))
    writer.writeMessage(VALUE.list, value, () => {
      for (const item of value as readonly Value[])
        writer.writeMessage(ITEMS, value, () => {
          writeValue(item, writer);
        });
    });
  else
    writer.writeMessage(VALUE.struct, value, () => {
      writeStruct(value, writer);
    });
}
