package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The context in which AWS AppSync resolves a field, as it goes to a direct Lambda resolver. What
 * the function returns is the field's value. With a batch size set, the function gets a {@code
 * List<AppSyncResolverEvent<A, S>>} and returns a list with a value for each.
 *
 * <p>A resolver with a request function or mapping template sends whatever that makes.
 *
 * @param arguments the field's arguments
 * @param identity who asks; null for an API key
 * @param source the object that the field is of; null for a field of {@code Query}, {@code
 *     Mutation} or {@code Subscription}
 * @param request the HTTP request
 * @param prev what the function before in the pipeline returned; null if there is none
 * @param info the field
 * @param stash what functions of the pipeline share
 * @param <A> the type of the arguments, {@code Map<String, Object>} for any
 * @param <S> the type of the source, {@code Map<String, Object>} for any
 * @see <a
 *     href="https://docs.aws.amazon.com/appsync/latest/devguide/resolver-context-reference-js.html">Resolver
 *     context object reference</a>
 */
@GenerateCodec
public record AppSyncResolverEvent<A, S>(
    A arguments,
    @Nullable Identity identity,
    @Nullable S source,
    Request request,
    @Nullable Prev prev,
    FieldInfo info,
    Map<String, Object> stash) {

  /** The same; empty where there is no stash. */
  public AppSyncResolverEvent {
    stash = stash == null ? Map.of() : stash;
  }

  /**
   * Who asks. Which of these are set depends on how the API authorizes.
   *
   * @param sub the user's id (user pools and OpenID Connect)
   * @param issuer of the token (user pools and OpenID Connect)
   * @param username the user's name (user pools), or the id of the caller (IAM)
   * @param claims of the token (user pools and OpenID Connect)
   * @param sourceIp the client's addresses (user pools and IAM)
   * @param defaultAuthStrategy {@code ALLOW} or {@code DENY} (user pools)
   * @param groups of the user (user pools)
   * @param accountId the caller's account (IAM)
   * @param cognitoIdentityPoolId the identity pool (IAM)
   * @param cognitoIdentityId the identity (IAM)
   * @param userArn the caller's ARN (IAM)
   * @param cognitoIdentityAuthType {@code authenticated} or not (IAM)
   * @param cognitoIdentityAuthProvider who authenticated the identity (IAM)
   * @param resolverContext what the authorizer returned (Lambda)
   */
  public record Identity(
      @Nullable String sub,
      @Nullable String issuer,
      @Nullable String username,
      @Nullable Map<String, Object> claims,
      @Nullable List<String> sourceIp,
      @Nullable String defaultAuthStrategy,
      @Nullable List<String> groups,
      @Nullable String accountId,
      @Nullable String cognitoIdentityPoolId,
      @Nullable String cognitoIdentityId,
      @Nullable String userArn,
      @Nullable String cognitoIdentityAuthType,
      @Nullable String cognitoIdentityAuthProvider,
      @Nullable Map<String, Object> resolverContext) {}

  /**
   * The HTTP request.
   *
   * @param headers by names in lower case
   * @param domainName the API's own domain; null where the request came to AWS's
   */
  public record Request(Map<String, String> headers, @Nullable String domainName) {

    /** The same; empty where there are no headers. */
    public Request {
      headers = headers == null ? Map.of() : headers;
    }
  }

  /**
   * The function before in the pipeline.
   *
   * @param result what it returned
   */
  public record Prev(@Nullable Object result) {}

  /**
   * The field.
   *
   * @param fieldName its name
   * @param parentTypeName the type that it is of
   * @param variables of the GraphQL request
   * @param selectionSetList what is selected in it, by paths: {@code comments/id}
   * @param selectionSetGraphQL the same, as GraphQL
   */
  public record FieldInfo(
      String fieldName,
      String parentTypeName,
      Map<String, Object> variables,
      List<String> selectionSetList,
      @Nullable String selectionSetGraphQL) {

    /** The same; empty where there are no variables or selections. */
    public FieldInfo {
      variables = variables == null ? Map.of() : variables;
      selectionSetList = selectionSetList == null ? List.of() : selectionSetList;
    }
  }
}
