package dev.thaw.handler;

import java.time.Duration;
import java.util.concurrent.DelayQueue;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts a handler shortly before the deadline, so that the invocation fails with a {@link
 * DeadlineExceededException} that shows where the time went. Without it Lambda kills the execution
 * environment at the deadline and nobody learns why.
 *
 * <p>Opt in with {@link Intercepted}, or with {@code
 * THAW_INTERCEPTORS=dev.thaw.handler.DeadlineGuard}. How a handler takes the interrupt decides how
 * the invocation ends:
 *
 * <ul>
 *   <li>It throws anything: the {@link DeadlineExceededException} takes its place and has it as the
 *       cause. Only a {@link VirtualMachineError} goes on as it is.
 *   <li>It returns: its response counts, since it came in time. A handler may so answer with what
 *       it has got, for instance name the messages that it did not come to.
 *   <li>It goes on, since it computes or swallows interrupts: Java cannot stop it, and Lambda will
 *       kill it. When a quarter of the margin is left its stack is logged, so that the cause is
 *       known.
 * </ul>
 *
 * <p>The interrupt never outlives its invocation. It does close a channel of {@code java.nio} that
 * the handler is blocked in, and on a virtual thread a socket.
 */
public final class DeadlineGuard implements Interceptor {
  private static final String VARIABLE = "THAW_DEADLINE_MARGIN";

  /** Enough to report the error with the small share of a CPU that 128 MB of memory come with. */
  private static final Duration DEFAULT_MARGIN = Duration.ofMillis(200);

  private final Duration margin;
  private final DelayQueue<DeadlineWatch> watches = new DelayQueue<>();
  private boolean started;

  /**
   * A guard with the margin of the environment variable {@code THAW_DEADLINE_MARGIN}, a duration
   * such as {@code PT0.5S} (ISO 8601); 200 milliseconds if it is not set.
   */
  public DeadlineGuard(Environment environment) {
    this(environment.getDuration(VARIABLE, DEFAULT_MARGIN));
  }

  /**
   * A guard with that margin.
   *
   * @param margin how long before the deadline the handler is interrupted, above zero. An
   *     invocation that begins with less than twice as much left is interrupted halfway.
   */
  public DeadlineGuard(Duration margin) {
    if (!margin.isPositive()) {
      throw new IllegalArgumentException("The margin before the deadline must be above zero");
    }
    this.margin = margin;
  }

  @Override
  public @Nullable Object intercept(
      @Nullable Object event,
      Invocation invocation,
      Handler<@Nullable Object, @Nullable Object> next)
      throws Exception {
    if (invocation.getRemainingTimeInMillis() == Integer.MAX_VALUE) {
      return next.handle(event, invocation);
    }
    DeadlineWatch watch = new DeadlineWatch(invocation, margin);
    startTimer();
    watches.add(watch);
    Object response;
    try {
      response = next.handle(event, invocation);
    } catch (VirtualMachineError | DeadlineExceededException error) {
      end(watch);
      throw error;
    } catch (Throwable error) {
      if (end(watch)) {
        throw watch.exceeded(error);
      }
      throw error;
    }
    end(watch);
    return response;
  }

  private boolean end(DeadlineWatch watch) {
    watches.remove(watch);
    return watch.end();
  }

  private synchronized void startTimer() {
    if (!started) {
      started = true;
      Thread.ofPlatform().daemon().name("deadline-guard").start(new DeadlineTimer(watches));
    }
  }
}
