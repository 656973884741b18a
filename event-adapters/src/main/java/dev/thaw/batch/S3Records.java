package dev.thaw.batch;

import com.amazonaws.services.lambda.runtime.events.S3BatchResponse.Result;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse.ResultCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tasks of an S3 Batch Operations event, and their results. */
final class S3Records extends Records {
  /** More does not come into the completion report. */
  private static final int LONGEST = 1024;

  private final List<S3BatchTask> tasks;
  private final PayloadFunction<String, S3BatchTask, @Nullable String> handler;

  /** Written by the thread that handles a task, and read only of tasks that are done. */
  private final @Nullable String[] texts;

  private final @Nullable Throwable[] errors;

  S3Records(
      List<S3BatchTask> tasks, PayloadFunction<String, S3BatchTask, @Nullable String> handler) {
    super(tasks.size());
    this.tasks = tasks;
    this.handler = handler;
    this.texts = new String[tasks.size()];
    this.errors = new Throwable[tasks.size()];
  }

  @Override
  String kind() {
    return "S3 batch task";
  }

  @Override
  String id(int index) {
    return tasks.get(index).taskId();
  }

  @Override
  void handle(int index) throws Exception {
    S3BatchTask task = tasks.get(index);
    String key;
    try {
      key = URLDecoder.decode(task.s3Key(), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new PermanentFailureException("The key is not percent-encoded", e);
    }
    texts[index] = handler.apply(key, task);
  }

  @Override
  void failed(int index, Throwable reason) {
    errors[index] = reason;
  }

  /** One for each task. */
  List<Result> results(Outcome outcome) {
    List<Result> results = new ArrayList<>(tasks.size());
    for (int i = 0; i < tasks.size(); i++) {
      results.add(result(i, outcome.done(i)));
    }
    return results;
  }

  private Result result(int index, boolean done) {
    String id = tasks.get(index).taskId();
    if (done) {
      String text = texts[index];
      return new Result(id, ResultCode.Succeeded, text == null ? "" : bounded(text));
    }
    Throwable error = errors[index];
    if (error instanceof PermanentFailureException) {
      return new Result(id, ResultCode.PermanentFailure, bounded(error.getMessage()));
    }
    String text = error == null ? "Not handled in time" : bounded(said(error));
    return new Result(id, ResultCode.TemporaryFailure, text);
  }

  /**
   * What an error of the user's says, which may itself throw: then the others need their results.
   */
  private static String said(Throwable error) {
    try {
      return error.toString();
    } catch (RuntimeException e) {
      return error.getClass().getName();
    }
  }

  private static String bounded(@Nullable String text) {
    if (text == null) {
      return "";
    }
    if (text.length() <= LONGEST) {
      return text;
    }
    // Half a character is none that every reader of JSON takes.
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end);
  }
}
