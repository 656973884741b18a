package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Calls whom its event names, as {@code host:port}. */
public class Caller implements RequestHandler<String, String> {
  @Override
  public String handleRequest(String event, Context context) {
    int colon = event.lastIndexOf(':');
    try (Socket socket = new Socket()) {
      int port = Integer.parseInt(event.substring(colon + 1));
      socket.connect(new InetSocketAddress(event.substring(0, colon), port), 5000);
      return "reached";
    } catch (Exception e) {
      String hosts = System.getProperty("jdk.net.hosts.file");
      throw new IllegalStateException("Cannot call, all names being in " + hosts, e);
    }
  }
}
