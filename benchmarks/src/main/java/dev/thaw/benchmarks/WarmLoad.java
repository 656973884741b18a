package dev.thaw.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * What one warm loop is given: SQS events of a size, so many at a time.
 *
 * @param payloadBytes of each event; it is filled with messages up to it, and the last one's body
 *     is as long as is left
 * @param concurrency invocations at a time; more than one where Lambda runs several in an
 *     environment ({@code AWS_LAMBDA_MAX_CONCURRENCY})
 * @param invocations as many are measured, after as many of warm-up
 */
record WarmLoad(int payloadBytes, int concurrency, int invocations) {
  private static final int KB = 1024;

  /** What all of them answer: each message has the attribute that the function asks for. */
  static final String ANSWER = "{\"batchItemFailures\":[]}";

  private static final String HEAD = "{\"Records\":[";
  private static final String TAIL = "]}";
  private static final String MESSAGE =
      """
      {"messageId":"059f36b4-87a3-44ab-83d2-%012d",\
      "receiptHandle":"AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a...","body":"%s",\
      "attributes":{"ApproximateReceiveCount":"1","SentTimestamp":"1545082649183",\
      "SenderId":"AIDAIENQZJOLO23YVJ4VO","ApproximateFirstReceiveTimestamp":"1545082649185"},\
      "messageAttributes":{"myAttribute":{"stringValue":"myValue","stringListValues":[],\
      "binaryListValues":[],"dataType":"String"}},"md5OfBody":"e4e68fb7bd0e697a0ae8f1bb342846b3",\
      "eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:us-east-2:123456789012:my-queue",\
      "awsRegion":"us-east-2"}""";
  private static final String BODY = "Hello from the benchmark. ".repeat(8);

  /** 1 KB, 100 KB and the most that a synchronous invocation takes, one and eight at a time. */
  static List<WarmLoad> all(boolean quick) {
    int less = quick ? 2 : 1;
    return List.of(
        new WarmLoad(KB, 1, 5000 / less),
        new WarmLoad(100 * KB, 1, 800 / less),
        new WarmLoad(6 * KB * KB, 1, 40 / less),
        new WarmLoad(KB, 8, 5000 / less),
        new WarmLoad(100 * KB, 8, 800 / less),
        new WarmLoad(6 * KB * KB, 8, 48 / less));
  }

  byte[] event() {
    StringBuilder event = new StringBuilder(payloadBytes).append(HEAD);
    int empty = MESSAGE.formatted(0, "").length();
    int number = 0;
    while (true) {
      int left = payloadBytes - event.length() - TAIL.length() - empty;
      if (left < 0) {
        throw new IllegalArgumentException("an event of " + payloadBytes + " bytes is none");
      }
      // The last one takes what would be too little for another.
      boolean last = left < BODY.length() + empty + 1;
      String body = last ? "x".repeat(left) : BODY;
      event.append(MESSAGE.formatted(number++, body));
      if (last) {
        return event.append(TAIL).toString().getBytes(UTF_8);
      }
      event.append(',');
    }
  }

  /** As it stands in the table. */
  String payload() {
    return payloadBytes < KB * KB ? payloadBytes / KB + " KB" : payloadBytes / (KB * KB) + " MB";
  }
}
