package com.example;

import dev.thaw.events.AppSyncResolverEvent;
import dev.thaw.events.AutoScalingLifecycleAction;
import dev.thaw.events.EventBridgeEvent;
import dev.thaw.events.FunctionUrlEvent;
import dev.thaw.events.FunctionUrlResponse;
import dev.thaw.handler.Handler;
import dev.thaw.handler.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Handlers of events that AWS's library lacks. */
public final class OwnEvents {
  private OwnEvents() {}

  /** A detail that has a codec. */
  public static final class Coded
      implements Handler<EventBridgeEvent<AutoScalingLifecycleAction>, String> {
    @Override
    public String handle(
        EventBridgeEvent<AutoScalingLifecycleAction> event, Invocation invocation) {
      return event.detailType() + " of " + event.detail().ec2InstanceId() + " at " + event.time();
    }
  }

  /** A detail that has none. */
  public record Order(String id, int count) {}

  /** Takes it. */
  public static final class Plain implements Handler<EventBridgeEvent<Order>, String> {
    @Override
    public String handle(EventBridgeEvent<Order> event, Invocation invocation) {
      return event.detailType() + " " + event.detail();
    }
  }

  /** Any detail. */
  public static final class Any implements Handler<EventBridgeEvent<Map<String, Object>>, Object> {
    @Override
    public Object handle(EventBridgeEvent<Map<String, Object>> event, Invocation invocation) {
      return event.detail();
    }
  }

  /** A resolver that AppSync calls with several at once. */
  public static final class Batch
      implements Handler<
          List<AppSyncResolverEvent<Map<String, Object>, Map<String, Object>>>, List<String>> {
    @Override
    public List<String> handle(
        List<AppSyncResolverEvent<Map<String, Object>, Map<String, Object>>> events,
        Invocation invocation) {
      List<String> values = new ArrayList<>();
      for (AppSyncResolverEvent<Map<String, Object>, Map<String, Object>> event : events) {
        values.add(event.info().fieldName() + " " + event.source());
      }
      return values;
    }
  }

  /** A response of ours. */
  public static final class Url implements Handler<FunctionUrlEvent, FunctionUrlResponse> {
    @Override
    public FunctionUrlResponse handle(FunctionUrlEvent event, Invocation invocation) {
      return new FunctionUrlResponse(200, event.queryStringParameters(), event.rawPath());
    }
  }
}
