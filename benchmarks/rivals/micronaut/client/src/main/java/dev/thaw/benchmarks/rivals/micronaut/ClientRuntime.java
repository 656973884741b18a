package dev.thaw.benchmarks.rivals.micronaut;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.thaw.benchmarks.functions.Till;
import io.micronaut.function.aws.runtime.AbstractMicronautLambdaRuntime;
import java.net.MalformedURLException;

/** Starts {@link ClientFunction}. */
public final class ClientRuntime
    extends AbstractMicronautLambdaRuntime<Till.Order, Till.Sum, Till.Order, Till.Sum> {
  public static void main(String[] arguments) throws MalformedURLException {
    new ClientRuntime().run(arguments);
  }

  @Override
  protected RequestHandler<Till.Order, Till.Sum> createRequestHandler(String... arguments) {
    return new ClientFunction();
  }
}
