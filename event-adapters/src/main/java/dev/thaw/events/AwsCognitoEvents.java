package dev.thaw.events;

import com.amazonaws.services.lambda.runtime.events.CognitoEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolCreateAuthChallengeEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolCustomMessageEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolDefineAuthChallengeEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolMigrateUserEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPostAuthenticationEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPostConfirmationEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreAuthenticationEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreTokenGenerationEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreTokenGenerationEventV2;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolVerifyAuthChallengeResponseEvent;
import dev.thaw.codec.ImportCodec;

/** Cognito. See {@link AwsEvents}. */
// Of this one it depends on the trigger which other it is
@ImportCodec(value = CognitoUserPoolEvent.class, by = CognitoUserPoolEventCodec.class)
@ImportCodec(CognitoUserPoolPreSignUpEvent.class)
@ImportCodec(CognitoUserPoolPostConfirmationEvent.class)
@ImportCodec(CognitoUserPoolPreAuthenticationEvent.class)
@ImportCodec(CognitoUserPoolPostAuthenticationEvent.class)
@ImportCodec(CognitoUserPoolCustomMessageEvent.class)
@ImportCodec(CognitoUserPoolPreTokenGenerationEvent.class)
@ImportCodec(CognitoUserPoolPreTokenGenerationEventV2.class)
@ImportCodec(CognitoUserPoolMigrateUserEvent.class)
@ImportCodec(CognitoUserPoolDefineAuthChallengeEvent.class)
@ImportCodec(CognitoUserPoolCreateAuthChallengeEvent.class)
@ImportCodec(CognitoUserPoolVerifyAuthChallengeResponseEvent.class)

// Cognito Sync
@ImportCodec(CognitoEvent.class)
final class AwsCognitoEvents {
  private AwsCognitoEvents() {}
}
