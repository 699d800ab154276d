/** The failure of a call whose object exists, or may exist, in spite of it: the engine records what travels with it. */
import * as grpc from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";

export interface Recorded {
  readonly id: string;
  readonly state: Struct;
  readonly inputs: Struct;
  /** The reason, for people. */
  readonly reason: string;
}

/** A call failed, in the terms of gRPC. */
export class CallFailed extends Error {
  override readonly name = "CallFailed";
  readonly code = grpc.status.UNKNOWN;
  readonly details: string;
  readonly metadata: grpc.Metadata;

  constructor(message: string, recorded?: Recorded) {
    super(message);
    this.details = message;
    this.metadata = new grpc.Metadata();
    if (recorded !== undefined) this.metadata.add("grpc-status-details-bin", statusOf(recorded));
  }
}

function statusOf({ id, state, inputs, reason }: Recorded): Buffer {
  const detail = new ErrorResourceInitFailed();
  detail.setId(id);
  detail.setProperties(state);
  detail.setInputs(inputs);
  detail.setReasonsList([reason]);
  const any = new Any();
  any.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const status = new Status();
  status.setCode(grpc.status.UNKNOWN);
  status.setMessage(reason);
  status.setDetailsList([any]);
  return Buffer.from(status.serializeBinary());
}
