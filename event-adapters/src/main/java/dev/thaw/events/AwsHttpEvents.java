package dev.thaw.events;

import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2ProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2ProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import com.amazonaws.services.lambda.runtime.events.AppSyncLambdaAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.AppSyncLambdaAuthorizerResponse;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponse;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponseV1;
import com.amazonaws.services.lambda.runtime.events.SimpleIAMPolicyResponse;
import dev.thaw.codec.ImportCodec;
import dev.thaw.codec.ImportType;
import dev.thaw.codec.Rename;

/** HTTP front doors and their authorizers. See {@link AwsEvents}. */
// Application Load Balancer
@ImportCodec(ApplicationLoadBalancerRequestEvent.class)
@ImportCodec(ApplicationLoadBalancerResponseEvent.class)

// API Gateway
@ImportCodec(APIGatewayProxyRequestEvent.class)
@ImportCodec(APIGatewayProxyResponseEvent.class)
@ImportCodec(APIGatewayV2HTTPEvent.class)
@ImportCodec(APIGatewayV2HTTPResponse.class)
@ImportCodec(APIGatewayV2WebSocketEvent.class)
@ImportCodec(APIGatewayV2WebSocketResponse.class)
@ImportCodec(APIGatewayV2ProxyRequestEvent.class)
@ImportCodec(APIGatewayV2ProxyResponseEvent.class)

// Authorizers
@ImportCodec(APIGatewayCustomAuthorizerEvent.class)
@ImportCodec(APIGatewayV2CustomAuthorizerEvent.class)
@ImportType(
    value = APIGatewayV2CustomAuthorizerEvent.RequestContext.class,
    by = AuthorizerContextCodec.class)
@ImportCodec(SimpleIAMPolicyResponse.class)
// A policy is written as IAM wants it, and AWS's library reads it with the bean's names only
@ImportCodec(IamPolicyResponse.class)
@ImportType(
    value = IamPolicyResponse.PolicyDocument.class,
    rename = {
      @Rename(property = "version", json = "Version", alias = "version"),
      @Rename(property = "statement", json = "Statement", alias = "statement")
    })
@ImportType(
    value = IamPolicyResponse.Statement.class,
    rename = {
      @Rename(property = "action", json = "Action", alias = "action"),
      @Rename(property = "effect", json = "Effect", alias = "effect"),
      @Rename(property = "resource", json = "Resource", alias = "resource"),
      @Rename(property = "condition", json = "Condition", alias = "condition")
    })
@ImportCodec(IamPolicyResponseV1.class)
@ImportType(
    value = IamPolicyResponseV1.PolicyDocument.class,
    rename = {
      @Rename(property = "version", json = "Version", alias = "version"),
      @Rename(property = "statement", json = "Statement", alias = "statement")
    })
@ImportType(
    value = IamPolicyResponseV1.Statement.class,
    rename = {
      @Rename(property = "action", json = "Action", alias = "action"),
      @Rename(property = "effect", json = "Effect", alias = "effect"),
      @Rename(property = "resource", json = "Resource", alias = "resource"),
      @Rename(property = "condition", json = "Condition", alias = "condition")
    })

// AppSync: it sends the document as queryString
@ImportCodec(AppSyncLambdaAuthorizerEvent.class)
@ImportType(
    value = AppSyncLambdaAuthorizerEvent.RequestContext.class,
    rename = @Rename(property = "queryDocument", json = "queryDocument", alias = "queryString"))
@ImportCodec(AppSyncLambdaAuthorizerResponse.class)
@SuppressWarnings("deprecation") // two events have older names too
final class AwsHttpEvents {
  private AwsHttpEvents() {}
}
