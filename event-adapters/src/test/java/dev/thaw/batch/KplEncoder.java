package dev.thaw.batch;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Packs records as the Kinesis Producer Library does: with Google's own Protocol Buffers and the
 * schema of https://github.com/awslabs/amazon-kinesis-producer/blob/master/aggregation-format.md.
 */
final class KplEncoder {
  private static final byte[] MAGIC = {(byte) 0xf3, (byte) 0x89, (byte) 0x9a, (byte) 0xc2};
  private static final FileDescriptor SCHEMA = schema();
  private static final Descriptor AGGREGATED = SCHEMA.findMessageTypeByName("AggregatedRecord");
  private static final Descriptor RECORD = SCHEMA.findMessageTypeByName("Record");
  private static final Descriptor TAG = SCHEMA.findMessageTypeByName("Tag");

  private final List<String> partitionKeys = new ArrayList<>();
  private final List<String> hashKeys = new ArrayList<>();
  private final List<DynamicMessage> records = new ArrayList<>();

  private static FileDescriptor schema() {
    DescriptorProto.Builder aggregated =
        DescriptorProto.newBuilder()
            .setName("AggregatedRecord")
            .addField(
                field(
                    "partition_key_table",
                    1,
                    Label.LABEL_REPEATED,
                    FieldDescriptorProto.Type.TYPE_STRING))
            .addField(
                field(
                    "explicit_hash_key_table",
                    2,
                    Label.LABEL_REPEATED,
                    FieldDescriptorProto.Type.TYPE_STRING))
            .addField(
                field("records", 3, Label.LABEL_REPEATED, FieldDescriptorProto.Type.TYPE_MESSAGE)
                    .setTypeName("Record"));
    DescriptorProto.Builder record =
        DescriptorProto.newBuilder()
            .setName("Record")
            .addField(
                field(
                    "partition_key_index",
                    1,
                    Label.LABEL_REQUIRED,
                    FieldDescriptorProto.Type.TYPE_UINT64))
            .addField(
                field(
                    "explicit_hash_key_index",
                    2,
                    Label.LABEL_OPTIONAL,
                    FieldDescriptorProto.Type.TYPE_UINT64))
            .addField(field("data", 3, Label.LABEL_REQUIRED, FieldDescriptorProto.Type.TYPE_BYTES))
            .addField(
                field("tags", 4, Label.LABEL_REPEATED, FieldDescriptorProto.Type.TYPE_MESSAGE)
                    .setTypeName("Tag"));
    DescriptorProto.Builder tag =
        DescriptorProto.newBuilder()
            .setName("Tag")
            .addField(field("key", 1, Label.LABEL_REQUIRED, FieldDescriptorProto.Type.TYPE_STRING))
            .addField(
                field("value", 2, Label.LABEL_OPTIONAL, FieldDescriptorProto.Type.TYPE_STRING));
    try {
      return FileDescriptor.buildFrom(
          FileDescriptorProto.newBuilder()
              .setName("kpl.proto")
              .setSyntax("proto2")
              .addMessageType(aggregated)
              .addMessageType(record)
              .addMessageType(tag)
              .build(),
          new FileDescriptor[0]);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static FieldDescriptorProto.Builder field(
      String name, int number, Label label, FieldDescriptorProto.Type type) {
    return FieldDescriptorProto.newBuilder()
        .setName(name)
        .setNumber(number)
        .setLabel(label)
        .setType(type);
  }

  KplEncoder add(String partitionKey, @Nullable String hashKey, byte[] data) {
    DynamicMessage.Builder record =
        DynamicMessage.newBuilder(RECORD)
            .setField(
                RECORD.findFieldByName("partition_key_index"), index(partitionKeys, partitionKey))
            .setField(RECORD.findFieldByName("data"), ByteString.copyFrom(data))
            .addRepeatedField(
                RECORD.findFieldByName("tags"),
                DynamicMessage.newBuilder(TAG).setField(TAG.findFieldByName("key"), "t").build());
    if (hashKey != null) {
      record.setField(RECORD.findFieldByName("explicit_hash_key_index"), index(hashKeys, hashKey));
    }
    records.add(record.build());
    return this;
  }

  /** A record that points outside of the tables. */
  KplEncoder addLost() {
    records.add(
        DynamicMessage.newBuilder(RECORD)
            .setField(RECORD.findFieldByName("partition_key_index"), 99L)
            .setField(RECORD.findFieldByName("data"), ByteString.EMPTY)
            .build());
    return this;
  }

  private static long index(List<String> table, String key) {
    if (!table.contains(key)) {
      table.add(key);
    }
    return table.indexOf(key);
  }

  byte[] encode() {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(AGGREGATED);
    partitionKeys.forEach(
        key -> message.addRepeatedField(AGGREGATED.findFieldByName("partition_key_table"), key));
    hashKeys.forEach(
        key ->
            message.addRepeatedField(AGGREGATED.findFieldByName("explicit_hash_key_table"), key));
    records.forEach(
        record -> message.addRepeatedField(AGGREGATED.findFieldByName("records"), record));
    return seal(message.build().toByteArray());
  }

  /** Puts magic and digest around a message. */
  static byte[] seal(byte[] message) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC);
    out.writeBytes(message);
    try {
      out.writeBytes(MessageDigest.getInstance("MD5").digest(message));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }
}
