package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.crac.Core;
import org.crac.Resource;

/** Answers with what has happened to it, as it is written for AWS's own runtime with SnapStart. */
public class Snapped implements RequestHandler<String, String>, Resource {
  private String happened = "built at " + address();

  public Snapped() {
    Core.getGlobalContext().register(this);
  }

  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    happened += ", snapped";
  }

  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {
    happened += ", restored at " + address();
  }

  @Override
  public String handleRequest(String event, Context context) {
    return happened;
  }

  private static String address() {
    try {
      return InetAddress.getByName("orders.test").getHostAddress();
    } catch (UnknownHostException e) {
      return "none";
    }
  }
}
