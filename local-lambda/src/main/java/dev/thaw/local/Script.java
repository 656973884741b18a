package dev.thaw.local;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes answers on their way out, as tests want it. */
final class Script {
  private final HttpService service;
  private final ScriptedAnswer usual;
  private final Map<RuntimeCall, Deque<ScriptedAnswer>> answers = new EnumMap<>(RuntimeCall.class);

  Script(HttpService service, ScriptedAnswer usual) {
    this.service = service;
    this.usual = usual;
  }

  synchronized void add(RuntimeCall call, ScriptedAnswer answer) {
    answers.computeIfAbsent(call, c -> new ArrayDeque<>()).add(answer);
  }

  HttpReply answer(ReceivedRequest request) throws IOException, InterruptedException {
    RuntimeCall call = RuntimeCall.of(request.path());
    ScriptedAnswer answer = call == null ? usual : take(call);
    HttpReply content = answer.content();
    if (content != null && call == RuntimeCall.NEXT) {
      return answer.applied(content);
    }
    return answer.applied(service.answer(request));
  }

  private synchronized ScriptedAnswer take(RuntimeCall call) {
    @Nullable Deque<ScriptedAnswer> scripted = answers.get(call);
    ScriptedAnswer first = scripted == null ? null : scripted.poll();
    return first == null ? usual : first;
  }
}
