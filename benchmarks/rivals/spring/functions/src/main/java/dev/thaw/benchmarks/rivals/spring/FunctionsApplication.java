package dev.thaw.benchmarks.rivals.spring;

import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.thaw.benchmarks.functions.LoadBalancer;
import dev.thaw.benchmarks.functions.Queue;
import dev.thaw.benchmarks.functions.Till;
import java.util.function.Function;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.cloud.function.adapter.aws.AWSCompanionAutoConfiguration;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.FunctionalSpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.messaging.converter.MessageConverter;

/** Three functions, of which {@code _HANDLER} names one. */
@SpringBootConfiguration
public class FunctionsApplication
    implements ApplicationContextInitializer<GenericApplicationContext> {
  public static void main(String[] arguments) {
    FunctionalSpringApplication.run(FunctionsApplication.class, arguments);
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    String name = context.getEnvironment().getRequiredProperty("_HANDLER");
    context.registerBean(name, FunctionRegistration.class, () -> function(name));
    if (!name.equals("pojo")) {
      // what auto-configuration would add: AWS's own events are read as AWS writes them
      context.registerBean(
          "awsTypes",
          MessageConverter.class,
          () -> new AWSCompanionAutoConfiguration().awsTypesMessageConverter(context));
    }
  }

  private static FunctionRegistration<?> function(String name) {
    return switch (name) {
      case "pojo" -> registration(new Pojo(), name);
      case "sqs" -> registration(new Sqs(), name);
      case "http" -> registration(new Http(), name);
      default -> throw new IllegalArgumentException("no function " + name);
    };
  }

  private static <I, O> FunctionRegistration<Function<I, O>> registration(
      Function<I, O> function, String name) {
    return new FunctionRegistration<>(function, name).type(function.getClass());
  }

  private static final class Pojo implements Function<Till.Order, Till.Sum> {
    private final Till till = new Till();

    @Override
    public Till.Sum apply(Till.Order order) {
      return till.handleRequest(order, null);
    }
  }

  private static final class Sqs implements Function<SQSEvent, SQSBatchResponse> {
    private final Queue queue = new Queue();

    @Override
    public SQSBatchResponse apply(SQSEvent event) {
      return queue.handleRequest(event, null);
    }
  }

  private static final class Http
      implements Function<
          ApplicationLoadBalancerRequestEvent, ApplicationLoadBalancerResponseEvent> {
    private final LoadBalancer loadBalancer = new LoadBalancer();

    @Override
    public ApplicationLoadBalancerResponseEvent apply(ApplicationLoadBalancerRequestEvent event) {
      return loadBalancer.handleRequest(event, null);
    }
  }
}
