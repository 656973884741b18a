package dev.thaw.events;

import dev.thaw.codec.GenerateCodec;
import dev.thaw.codec.Iso8601;
import dev.thaw.codec.JsonName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An email that a receipt rule of Amazon SES hands to a function, without its body. A function that
 * the rule invokes synchronously answers with a {@link SesEventResponse}.
 *
 * @param records always one
 * @see <a
 *     href="https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-event.html">Lambda
 *     function event of Amazon SES</a>
 */
@GenerateCodec
public record SesEvent(@JsonName("Records") List<SesRecord> records) {

  /** The same; empty where there is no list. */
  public SesEvent {
    records = records == null ? List.of() : records;
  }

  /**
   * One email.
   *
   * @param eventSource {@code aws:ses}
   * @param eventVersion {@code 1.0}
   * @param ses the email
   */
  public record SesRecord(String eventSource, String eventVersion, Ses ses) {}

  /**
   * An email and how it was received.
   *
   * @param mail the email
   * @param receipt how it was received
   */
  public record Ses(Mail mail, Receipt receipt) {}

  /**
   * An email.
   *
   * @param timestamp when it was received
   * @param source the address of the envelope's {@code MAIL FROM}
   * @param messageId SES's own, under which the S3 action stores the email
   * @param destination all recipients, also those that no rule matches
   * @param headersTruncated whether there are more headers than these: SES sends 10 KB of them
   * @param headers all, in order
   * @param commonHeaders those that every email has
   */
  public record Mail(
      @Iso8601 Instant timestamp,
      String source,
      String messageId,
      List<String> destination,
      boolean headersTruncated,
      List<Header> headers,
      CommonHeaders commonHeaders) {

    /** The same; empty where there are no recipients or headers. */
    public Mail {
      destination = destination == null ? List.of() : destination;
      headers = headers == null ? List.of() : headers;
    }
  }

  /**
   * A header as it was sent.
   *
   * @param name in any case
   * @param value its value
   */
  public record Header(String name, String value) {}

  /**
   * The headers that every email has.
   *
   * @param messageId the sender's id of the email
   * @param date when the sender says it was sent, as in the header
   * @param returnPath where bounces go
   * @param from the authors
   * @param sender who sent it for them
   * @param replyTo where replies go
   * @param to the recipients
   * @param cc those of copies
   * @param bcc those of blind copies
   * @param subject its subject
   */
  public record CommonHeaders(
      @Nullable String messageId,
      @Nullable String date,
      @Nullable String returnPath,
      List<String> from,
      @Nullable String sender,
      List<String> replyTo,
      List<String> to,
      List<String> cc,
      List<String> bcc,
      @Nullable String subject) {

    /** The same; empty where there are no addresses. */
    public CommonHeaders {
      from = from == null ? List.of() : from;
      replyTo = replyTo == null ? List.of() : replyTo;
      to = to == null ? List.of() : to;
      cc = cc == null ? List.of() : cc;
      bcc = bcc == null ? List.of() : bcc;
    }
  }

  /**
   * How an email was received.
   *
   * @param timestamp when
   * @param processingTimeMillis from then until the rule acted, in milliseconds
   * @param recipients those that the rule matches
   * @param spamVerdict whether it is spam
   * @param virusVerdict whether it carries a virus
   * @param spfVerdict whether it passes the Sender Policy Framework
   * @param dkimVerdict whether its DKIM signature is valid
   * @param dmarcVerdict whether it passes DMARC
   * @param dmarcPolicy what the sender's domain wants done if not: {@code none}, {@code
   *     quarantine}, {@code reject}; null unless it failed
   * @param action the rule's action
   */
  public record Receipt(
      @Iso8601 Instant timestamp,
      long processingTimeMillis,
      List<String> recipients,
      Verdict spamVerdict,
      Verdict virusVerdict,
      Verdict spfVerdict,
      Verdict dkimVerdict,
      @Nullable Verdict dmarcVerdict,
      @Nullable String dmarcPolicy,
      Action action) {

    /** The same; empty where there are no recipients. */
    public Receipt {
      recipients = recipients == null ? List.of() : recipients;
    }
  }

  /**
   * What a check found.
   *
   * @param status {@code PASS}, {@code FAIL}, {@code GRAY} (no verdict), {@code DISABLED} or {@code
   *     PROCESSING_FAILED}
   */
  public record Verdict(String status) {}

  /**
   * The action of the rule.
   *
   * @param type {@code Lambda}
   * @param functionArn this function
   * @param invocationType {@code Event}, or {@code RequestResponse} where SES waits for the answer
   */
  public record Action(
      String type, @Nullable String functionArn, @Nullable String invocationType) {}
}
