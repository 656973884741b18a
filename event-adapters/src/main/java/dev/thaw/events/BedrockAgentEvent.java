package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent of Amazon Bedrock calls an action group. One that is defined by function details sends
 * {@code function}; one that is defined by an API schema sends {@code apiPath}, {@code httpMethod}
 * and perhaps {@code requestBody}. The function answers with a {@link BedrockAgentResponse}.
 *
 * @param messageVersion {@code 1.0}
 * @param agent the agent
 * @param inputText what the user said
 * @param sessionId the conversation
 * @param actionGroup the action group
 * @param function the function to call; null with an API schema
 * @param apiPath the path of the operation to call; null with function details
 * @param httpMethod its method; null with function details
 * @param parameters of the function, or those in path and query of the operation
 * @param requestBody of the operation; null if it has none, and with function details
 * @param sessionAttributes what lasts as long as the conversation
 * @param promptSessionAttributes what lasts for this turn
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/userguide/agents-lambda.html">Configure
 *     Lambda functions to send information that an Amazon Bedrock agent elicits from the user</a>
 */
@GenerateCodec
public record BedrockAgentEvent(
    String messageVersion,
    Agent agent,
    String inputText,
    String sessionId,
    String actionGroup,
    @Nullable String function,
    @Nullable String apiPath,
    @Nullable String httpMethod,
    List<Parameter> parameters,
    @Nullable RequestBody requestBody,
    Map<String, String> sessionAttributes,
    Map<String, String> promptSessionAttributes) {

  /** The same; empty where there are no parameters or attributes. */
  public BedrockAgentEvent {
    parameters = parameters == null ? List.of() : parameters;
    sessionAttributes = sessionAttributes == null ? Map.of() : sessionAttributes;
    promptSessionAttributes = promptSessionAttributes == null ? Map.of() : promptSessionAttributes;
  }

  /** The value of a parameter; null if it was not sent. */
  public @Nullable String parameter(String name) {
    for (Parameter parameter : parameters) {
      if (parameter.name().equals(name)) {
        return parameter.value();
      }
    }
    return null;
  }

  /**
   * The agent.
   *
   * @param name its name
   * @param id its id
   * @param alias its alias
   * @param version its version
   */
  public record Agent(String name, String id, String alias, String version) {}

  /**
   * A parameter, or a property of a body.
   *
   * @param name its name
   * @param type as the action group declares it, such as {@code string} or {@code array}
   * @param value as text, whatever the type
   */
  public record Parameter(String name, String type, String value) {}

  /**
   * The body of a request.
   *
   * @param content by content type
   */
  public record RequestBody(Map<String, Content> content) {

    /** The same; empty where there is no content. */
    public RequestBody {
      content = content == null ? Map.of() : content;
    }
  }

  /**
   * A body of one content type.
   *
   * @param properties its properties
   */
  public record Content(List<Parameter> properties) {

    /** The same; empty where there are no properties. */
    public Content {
      properties = properties == null ? List.of() : properties;
    }
  }
}
