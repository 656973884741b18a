package dev.thaw.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** AWS's handler of bytes as ours: an input stream in, a byte array out. */
record RequestStreamHandlerAdapter(RequestStreamHandler handler)
    implements Handler<@Nullable Object, @Nullable Object> {

  @Override
  public Object handle(@Nullable Object event, Invocation invocation) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    handler.handleRequest((InputStream) event, out, invocation);
    return out.toByteArray();
  }
}
