package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Cannot be built. */
public class Broken implements RequestHandler<String, String> {
  public Broken() {
    throw new IllegalStateException("no table");
  }

  @Override
  public String handleRequest(String event, Context context) {
    return event;
  }
}
