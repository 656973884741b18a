package shop;

import dev.thaw.handler.Environment;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import dev.thaw.handler.Primed;

/** Says in its log what it finds around it. */
public class Trainee implements Handler<String, String>, Primed {
  public Trainee(Environment environment) {
    System.out.println("training " + environment.training());
    for (String name :
        new String[] {
          "AWS_ENDPOINT_URL",
          "AWS_ROLE_ARN",
          "AWS_REGION",
          "HOME",
          "LANG",
          "TZ",
          "TABLE",
          "AWS_CONTAINER_AUTHORIZATION_TOKEN",
          "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SESSION_TOKEN",
          "AWS_PROFILE",
          "AWS_WEB_IDENTITY_TOKEN_FILE",
          "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
          "AWS_CONTAINER_CREDENTIALS_FULL_URI",
          "AWS_SHARED_CREDENTIALS_FILE"
        }) {
      System.out.println(name + "=" + environment.get(name, "unset"));
    }
  }

  @Override
  public void prime() {
    System.out.println("primed");
  }

  @Override
  public String handle(String event, Invocation invocation) {
    System.out.println("event " + event);
    return event;
  }
}
