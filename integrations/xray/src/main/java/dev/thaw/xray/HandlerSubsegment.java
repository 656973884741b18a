package dev.thaw.xray;

import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.entities.FacadeSegment;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.entities.SubsegmentImpl;
import com.amazonaws.xray.entities.TraceHeader;
import com.amazonaws.xray.entities.TraceHeader.SampleDecision;
import org.jspecify.annotations.Nullable;

/**
 * The subsegment around one invocation, on the thread that it runs on; loaded only for an
 * invocation that is traced.
 *
 * <p>It is hung under Lambda's own segment with what the invocation's trace header says, rather
 * than by {@code AWSXRay.beginSubsegment}, which searches a thread-local of the AWS SDK, an
 * environment variable and a system property for the header. Where several invocations run at a
 * time those may be another's.
 */
final class HandlerSubsegment {
  private final AWSXRayRecorder recorder;
  private final Segment function;
  private final Subsegment subsegment;

  private HandlerSubsegment(AWSXRayRecorder recorder, Segment function) {
    this.recorder = recorder;
    this.function = function;
    subsegment = under(function, "## handler");
  }

  /**
   * Begins a subsegment, and lets the SDK hang under it what the handler opens.
   *
   * @return null if the header names no trace, no parent or is not sampled
   */
  @SuppressWarnings("deprecation") // what is to replace it takes a Runnable, which may not throw
  static @Nullable HandlerSubsegment begin(String header, boolean coldStart) {
    TraceHeader trace = TraceHeader.fromString(header);
    if (trace.getRootTraceId() == null
        || trace.getParentId() == null
        || trace.getSampled() != SampleDecision.SAMPLED) {
      return null;
    }
    AWSXRayRecorder recorder = AWSXRay.getGlobalRecorder();
    HandlerSubsegment begun =
        new HandlerSubsegment(
            recorder,
            new FacadeSegment(
                recorder, trace.getRootTraceId(), trace.getParentId(), trace.getSampled()));
    begun.subsegment.putAnnotation("ColdStart", coldStart);
    recorder.setTraceEntity(begun.subsegment);
    return begun;
  }

  /** Ends it and sends it, and the init phase beside it. */
  void end(@Nullable Throwable thrown, @Nullable InitPhase init) {
    // What the handler opened and never closed must not meet the thread's next invocation.
    recorder.clearTraceEntity();
    if (thrown != null) {
      subsegment.addException(thrown);
    }
    send(subsegment);
    if (init != null) {
      Subsegment phase = under(function, "## init");
      phase.setStartTime(InitPhase.seconds(init.began()));
      phase.setEndTime(InitPhase.seconds(init.ended()));
      send(phase);
    }
  }

  private Subsegment under(Segment parent, String name) {
    Subsegment child = new SubsegmentImpl(recorder, name, parent);
    child.setParent(parent);
    parent.addSubsegment(child);
    return child;
  }

  private void send(Subsegment ended) {
    ended.end();
    recorder.sendSubsegment(ended);
  }
}
