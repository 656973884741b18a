package dev.thaw.benchmarks.rivals.micronaut;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.micronaut.function.aws.runtime.AbstractMicronautLambdaRuntime;
import java.net.MalformedURLException;

/** Starts {@link SqsFunction}. */
public final class SqsRuntime
    extends AbstractMicronautLambdaRuntime<SQSEvent, SQSBatchResponse, SQSEvent, SQSBatchResponse> {
  public static void main(String[] arguments) throws MalformedURLException {
    new SqsRuntime().run(arguments);
  }

  @Override
  protected RequestHandler<SQSEvent, SQSBatchResponse> createRequestHandler(String... arguments) {
    return new SqsFunction();
  }
}
