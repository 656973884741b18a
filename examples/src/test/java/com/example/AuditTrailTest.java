package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.thaw.handler.Invocation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
  private static final AttributeValue COLD = new AttributeValue("cold");
  private static final AttributeValue WARM = new AttributeValue("warm");

  @Test
  void namesWhatWasAdded() {
    assertThat(trail("INSERT", null, Map.of("State", COLD)))
        .isEqualTo(List.of("INSERT State: null -> {S: cold,}"));
  }

  @Test
  void namesOnlyTheAttributesThatHaveChanged() {
    AttributeValue name = new AttributeValue("freezer");
    assertThat(
            trail(
                "MODIFY", Map.of("Name", name, "State", COLD), Map.of("Name", name, "State", WARM)))
        .isEqualTo(List.of("MODIFY State: {S: cold,} -> {S: warm,}"));
  }

  @Test
  void namesWhatWasRemoved() {
    assertThat(trail("REMOVE", Map.of("State", WARM), null))
        .isEqualTo(List.of("REMOVE State: {S: warm,} -> null"));
  }

  private static List<String> trail(
      String change,
      @Nullable Map<String, AttributeValue> before,
      @Nullable Map<String, AttributeValue> after) {
    StreamRecord images = new StreamRecord();
    images.setOldImage(before);
    images.setNewImage(after);
    DynamodbStreamRecord record = new DynamodbStreamRecord();
    record.setEventName(change);
    record.setDynamodb(images);
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(List.of(record));
    RecordedLog log = new RecordedLog();
    var response = new AuditTrail().handle(event, Invocation.builder().logger(log).build());
    assertThat(response.getBatchItemFailures()).isEmpty();
    return log.lines();
  }
}
