package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Answers questions about the process that it runs in; knows nothing of Thaw. */
public class Probe implements RequestHandler<String, String> {
  @Override
  public String handleRequest(String question, Context context) {
    int space = question.indexOf(' ');
    String about = space < 0 ? "" : question.substring(space + 1);
    try {
      return switch (space < 0 ? question : question.substring(0, space)) {
        case "version" -> Version.text();
        case "pid" -> Long.toString(ProcessHandle.current().pid());
        case "locale" -> Locale.getDefault().toString();
        case "heap" -> Long.toString(Runtime.getRuntime().maxMemory());
        case "folder" -> Path.of("").toAbsolutePath().toString();
        case "property" -> String.valueOf(System.getProperty(about));
        case "environment" -> String.valueOf(System.getenv(about));
        case "flag" -> flag(about);
        case "read" -> Files.readString(Path.of(about));
        case "resource" -> resource(about);
        case "source" ->
            Path.of(
                    Class.forName(about)
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        case "print" -> {
          System.out.println(about);
          context.getLogger().log(about);
          yield about;
        }
        case "resolve" -> resolve(about);
        case "fail" -> throw new IllegalArgumentException(about);
        default -> "";
      };
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resolve(String name) {
    try {
      return InetAddress.getByName(name).getHostAddress();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  private static String flag(String name) {
    return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .getVMOption(name)
        .getValue();
  }

  private static String resource(String name) throws Exception {
    try (InputStream in = Probe.class.getResourceAsStream("/" + name)) {
      return in == null ? "none" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
