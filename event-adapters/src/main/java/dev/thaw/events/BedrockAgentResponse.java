package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an action group tells an agent of Amazon Bedrock. It has the shape of the event: made by
 * {@link #text} for function details, by {@link #json} for an API schema.
 *
 * @param messageVersion {@code 1.0}
 * @param response what the action gave
 * @param sessionAttributes what shall last as long as the conversation; null to say nothing of it
 * @param promptSessionAttributes what shall last for this turn; null to say nothing of it
 * @param knowledgeBasesConfiguration how the agent shall query its knowledge bases; null for as it
 *     does
 * @see BedrockAgentEvent
 */
@GenerateCodec
public record BedrockAgentResponse(
    String messageVersion,
    Response response,
    @Nullable Map<String, String> sessionAttributes,
    @Nullable Map<String, String> promptSessionAttributes,
    @Nullable List<KnowledgeBase> knowledgeBasesConfiguration) {

  /** The answer to a call of a function. */
  public static BedrockAgentResponse text(BedrockAgentEvent event, String text) {
    return function(event, new FunctionResponse(null, Map.of("TEXT", new Body(text))));
  }

  /** The answer to a call of a function that did not work out. */
  public static BedrockAgentResponse text(
      BedrockAgentEvent event, ResponseState state, String text) {
    return function(event, new FunctionResponse(state, Map.of("TEXT", new Body(text))));
  }

  /** The answer to a call of an API's operation. */
  public static BedrockAgentResponse json(
      BedrockAgentEvent event, int httpStatusCode, String json) {
    return of(
        event,
        new Response(
            event.actionGroup(),
            null,
            null,
            event.apiPath(),
            event.httpMethod(),
            httpStatusCode,
            Map.of("application/json", new Body(json))));
  }

  private static BedrockAgentResponse function(BedrockAgentEvent event, FunctionResponse response) {
    return of(
        event,
        new Response(event.actionGroup(), event.function(), response, null, null, null, null));
  }

  private static BedrockAgentResponse of(BedrockAgentEvent event, Response response) {
    return new BedrockAgentResponse(event.messageVersion(), response, null, null, null);
  }

  /**
   * What the action gave.
   *
   * @param actionGroup the action group
   * @param function the function that was called; null with an API schema
   * @param functionResponse what it gave; null with an API schema
   * @param apiPath the path of the operation; null with function details
   * @param httpMethod its method; null with function details
   * @param httpStatusCode its status; null with function details
   * @param responseBody its body by content type; null with function details
   */
  public record Response(
      String actionGroup,
      @Nullable String function,
      @Nullable FunctionResponse functionResponse,
      @Nullable String apiPath,
      @Nullable String httpMethod,
      @Nullable Integer httpStatusCode,
      @Nullable Map<String, Body> responseBody) {}

  /**
   * What a function gave.
   *
   * @param responseState what went wrong; null if nothing
   * @param responseBody by content type, of which {@code TEXT} is the only one
   */
  public record FunctionResponse(
      @Nullable ResponseState responseState, Map<String, Body> responseBody) {}

  /** What went wrong in a function. */
  public enum ResponseState {
    /** The agent tells the user that it failed. */
    FAILURE,
    /** The agent asks its model again. */
    REPROMPT
  }

  /**
   * A body.
   *
   * @param body text, or JSON as text
   */
  public record Body(String body) {}

  /**
   * How the agent shall query a knowledge base.
   *
   * @param knowledgeBaseId which
   * @param retrievalConfiguration how, as in the API of that name
   */
  public record KnowledgeBase(String knowledgeBaseId, Map<String, Object> retrievalConfiguration) {}
}
