package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.thaw.handler.Invocation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A handler that reads and writes the bytes itself. */
final class StreamFunction implements Function {
  private final RequestStreamHandler handler;

  StreamFunction(RequestStreamHandler handler) {
    this.handler = handler;
  }

  @Override
  public Payload invoke(Payload event, Invocation invocation) throws IOException {
    // The event is copied, since the buffer is used again: a stream that the handler hands on to
    // another thread must never show the next caller's event.
    byte[] copy = new byte[event.length()];
    System.arraycopy(event.bytes(), event.offset(), copy, 0, copy.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    handler.handleRequest(new ByteArrayInputStream(copy), out, invocation);
    return Payload.of(out.toByteArray());
  }
}
