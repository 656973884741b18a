package dev.thaw.runtime;

import dev.thaw.codec.JsonWriter;
import dev.thaw.handler.HttpPrelude;
import dev.thaw.handler.ResponseStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The response stream of one invocation.
 *
 * <p>It begins with the first bytes that leave: until then the invocation can fail as any other.
 * When its invocation is over it is dead, whoever still holds it: it knows no connection but its
 * own.
 */
final class StreamedResponse extends ResponseStream {
  /** Lambda's limit for streamed responses. */
  private static final long MAX_RESPONSE = 200L * 1024 * 1024;

  private static final int MAX_PRELUDE = 16 * 1024;
  private static final int DELIMITER = 8;
  private static final int MAX_CAUSES = 100;
  private static final String OWN_NAME = StreamedResponse.class.getName();
  private static final String PRELUDE_TYPE = "application/vnd.awslambda.http-integration-response";
  private static final String DEFAULT_TYPE = "application/octet-stream";

  private final RuntimeApi api;
  private final NextInvocation next;
  private final StreamedChunk chunk = new StreamedChunk();
  private @Nullable String contentType;
  private long length;
  private boolean closed;
  private boolean over;
  private boolean headSent;
  private @Nullable ChunkedPost post;
  private @Nullable IOException failure;

  StreamedResponse(RuntimeApi api, NextInvocation next) {
    this.api = api;
    this.next = next;
  }

  @Override
  public synchronized void contentType(String contentType) {
    checkUnwritten("The content type");
    if (contentType.isBlank() || !RequestHeads.isHeaderValue(contentType)) {
      throw calledFrom(new IllegalArgumentException("Not a content type: " + contentType));
    }
    this.contentType = contentType;
  }

  @Override
  public synchronized void http(HttpPrelude prelude) throws IOException {
    check();
    checkUnwritten("The HTTP prelude");
    if (contentType != null) {
      throw calledFrom(
          new IllegalStateException(
              "With an HTTP prelude the content type stands among its headers"));
    }
    JsonWriter json = json(prelude);
    int size = json.size() + DELIMITER;
    if (size > MAX_PRELUDE) {
      throw calledFrom(
          new IllegalArgumentException(
              "The HTTP prelude has " + size + " bytes; it must fit into " + MAX_PRELUDE));
    }
    contentType = PRELUDE_TYPE;
    write(json.array(), 0, json.size());
    write(new byte[DELIMITER]);
  }

  private static JsonWriter json(HttpPrelude prelude) {
    JsonWriter json = new JsonWriter(1024);
    json.beginObject();
    json.name("statusCode");
    json.value(prelude.statusCode());
    json.name("headers");
    json.beginObject();
    for (Map.Entry<String, String> header : prelude.headers().entrySet()) {
      json.name(header.getKey());
      json.value(header.getValue());
    }
    json.endObject();
    json.name("cookies");
    json.beginArray();
    for (String cookie : prelude.cookies()) {
      json.value(cookie);
    }
    json.endArray();
    json.endObject();
    return json;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    check();
    if (this.length + length > MAX_RESPONSE) {
      failure = calledFrom(new StreamTooLargeException(MAX_RESPONSE));
      throw failure;
    }
    this.length += length;
    for (int done = 0; done < length; ) {
      if (chunk.isFull()) {
        send();
      }
      done += chunk.add(bytes, offset + done, length - done);
    }
  }

  @Override
  public synchronized void flush() throws IOException {
    if (!closed || over) {
      check();
      send();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private void check() throws IOException {
    if (over) {
      throw calledFrom(new IOException("The invocation of this response stream has ended"));
    }
    if (closed) {
      throw calledFrom(new IOException("The response stream is closed"));
    }
    if (failure != null) {
      throw calledFrom(new IOException(failure.getMessage(), failure));
    }
  }

  private void checkUnwritten(String what) {
    if (length > 0) {
      throw calledFrom(
          new IllegalStateException(what + " must come before anything else is written"));
    }
  }

  /** Begins the stack where the handler called: what follows the runtime's frames is cut off. */
  private static <E extends Exception> E calledFrom(E error) {
    StackTraceElement[] frames = error.getStackTrace();
    int caller = 0;
    while (caller < frames.length && frames[caller].getClassName().equals(OWN_NAME)) {
      caller++;
    }
    error.setStackTrace(Arrays.copyOfRange(frames, caller, frames.length));
    return error;
  }

  /** Sends what was gathered, if anything. */
  private void send() throws IOException {
    if (chunk.isEmpty()) {
      return;
    }
    try {
      chunk.sendTo(begin());
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  private ChunkedPost begin() throws IOException {
    ChunkedPost begun = connected();
    if (!headSent) {
      headSent = true;
      byte[] head = api.streamHead(next, contentType == null ? DEFAULT_TYPE : contentType);
      begun.send(head, 0, head.length);
    }
    return begun;
  }

  private ChunkedPost connected() throws IOException {
    ChunkedPost connected = post;
    if (connected == null) {
      connected = api.connect();
      post = connected;
    }
    return connected;
  }

  /**
   * Refuses a handler's success where it went on after the limit.
   *
   * @throws StreamTooLargeException what it was told before
   */
  synchronized void checkLength() throws StreamTooLargeException {
    if (failure instanceof StreamTooLargeException tooLarge) {
      throw tooLarge;
    }
  }

  /**
   * Gives up a response of which nothing has left.
   *
   * @return false if something has: then {@link #fail} must end it
   */
  synchronized boolean abandon() {
    over = true;
    return post == null;
  }

  /** Whether an error of the handler is no more than that its response did not arrive. */
  @SuppressWarnings("ReferenceEquality") // the very same, and equals may be the user's code
  synchronized boolean isLost(Throwable error) {
    if (failure instanceof StreamTooLargeException) {
      return false;
    }
    Throwable cause = error;
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      if (cause == failure) {
        return true;
      }
      cause = Throwables.cause(cause);
    }
    return false;
  }

  /**
   * Ends the response of a handler that has returned.
   *
   * @throws IOException if the Runtime API cannot be reached, or fails: the process cannot go on
   */
  synchronized void finish() throws IOException {
    over = true;
    end(null);
  }

  /**
   * Ends a response that has begun, because the handler failed.
   *
   * @throws IOException if the Runtime API fails: the process cannot go on
   */
  synchronized void fail(Throwable error) throws IOException {
    over = true;
    if (failure instanceof StreamTooLargeException tooLarge) {
      failure = null;
      end(ErrorReport.of("Function.ResponseSizeTooLarge", tooLarge));
    } else {
      end(ErrorReport.function(error));
    }
  }

  /** Whether it arrives, is refused or breaks off: it is over, and what went wrong logged once. */
  private void end(@Nullable ErrorReport error) throws IOException {
    ChunkedPost connected = connected();
    try {
      if (failure == null) {
        begin();
        send();
        connected.end(StreamTrailers.lastChunk(error));
      }
    } catch (IOException e) {
      failure = e;
    } finally {
      connected.close();
    }
    IOException broken = failure;
    if (broken == null || connected.status() != 0) {
      api.check(connected.status(), "the streamed response to", next.requestId());
    } else {
      api.warn(
          "The streamed response to " + next.requestId() + " was lost: " + broken.getMessage());
    }
  }
}
