package dev.thaw.local;

import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.util.concurrent.CountDownLatch;

/** Runs a local Lambda until it is told to stop: by a signal, or by the end of standard input. */
public final class Main {
  private static final int WRONG_USAGE = 2;

  private Main() {}

  /**
   * Starts what the command line says; without arguments it prints how to use it.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 0 || arguments[0].equals("--help")) {
      System.out.print(CommandLine.USAGE);
      return;
    }
    try {
      run(CommandLine.parse(arguments));
    } catch (UsageException | IllegalArgumentException e) {
      System.err.println("local-lambda: " + e.getMessage());
      System.err.println("local-lambda: --help tells the options");
      System.exit(WRONG_USAGE);
    } catch (BindException e) {
      System.err.println("local-lambda: a port is not free: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void run(CommandLine commandLine) throws IOException, InterruptedException {
    LocalLambda.Builder builder = LocalLambda.builder().invokePort(commandLine.port());
    commandLine.functions().forEach(builder::function);
    commandLine.albs().forEach(builder::alb);
    try (LocalLambda lambda = builder.start()) {
      System.out.println("invoke API at " + lambda.invokeEndpoint());
      for (AlbTarget target : commandLine.albs()) {
        System.out.println(
            "ALB for " + target.functionName() + " at " + lambda.alb(target.functionName()));
      }
      if (commandLine.untilStandardInputCloses()) {
        System.in.transferTo(OutputStream.nullOutputStream());
      } else {
        // A signal ends the virtual machine, whose shutdown hook kills what runs.
        new CountDownLatch(1).await();
      }
    }
  }
}
