package dev.thaw.local;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a caller names a function: by name, partial or full ARN, with or without a qualifier.
 *
 * @param qualifier version or alias; null if the caller gave none
 */
record FunctionReference(String name, @Nullable String qualifier) {
  /** The pattern of the Invoke API's FunctionName. */
  private static final Pattern FUNCTION_NAME =
      Pattern.compile(
          "(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}(-gov)?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?"
              + "(?<name>[a-zA-Z0-9-_]+)(:(?<qualifier>\\$LATEST|[a-zA-Z0-9-_]+))?");

  private static final int MAX_LENGTH = 170;

  /** Null if it is no function name. */
  static @Nullable FunctionReference parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return null;
    }
    Matcher matcher = FUNCTION_NAME.matcher(text);
    return matcher.matches()
        ? new FunctionReference(matcher.group("name"), matcher.group("qualifier"))
        : null;
  }
}
