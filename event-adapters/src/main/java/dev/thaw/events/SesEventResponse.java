package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;

/**
 * What becomes of an email after a function that a receipt rule invokes synchronously.
 *
 * @param disposition what SES does next
 * @see <a
 *     href="https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda.html">Invoke
 *     Lambda function action of Amazon SES</a>
 */
@GenerateCodec
public record SesEventResponse(Disposition disposition) {

  /** What SES does next. */
  public enum Disposition {
    /** The next action or rule. */
    CONTINUE,
    /** The next rule, without the further actions of this one. */
    STOP_RULE,
    /** Nothing. */
    STOP_RULE_SET
  }
}
