package dev.thaw.http;

/** Query strings: {@code a=1&a=2&b}. */
final class QueryText {
  private QueryText() {}

  /** The query of a request, percent-encoded. */
  static String raw(HttpEvent event) {
    String text = event.queryText;
    if (text != null) {
      // A Function URL has made a blank of each plus.
      return text.replace(' ', '+');
    }
    HttpFields parameters = event.parameters;
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < parameters.size(); i++) {
      if (i > 0) {
        query.append('&');
      }
      if (event.parametersEncoded) {
        query.append(parameters.name(i)).append('=').append(parameters.value(i));
      } else {
        PercentText.encode(parameters.name(i), query);
        query.append('=');
        PercentText.encode(parameters.value(i), query);
      }
    }
    return query.toString();
  }

  /** The parameters of a request, decoded. */
  static HttpFields decoded(HttpEvent event) {
    String text = event.queryText;
    if (text != null) {
      return parse(text);
    }
    HttpFields parameters = event.parameters;
    if (!event.parametersEncoded) {
      return parameters;
    }
    HttpFields decoded = new HttpFields();
    for (int i = 0; i < parameters.size(); i++) {
      String name = PercentText.decode(parameters.name(i), true);
      decoded.add(name, PercentText.decode(parameters.value(i), true));
    }
    return decoded;
  }

  private static HttpFields parse(String query) {
    HttpFields parameters = new HttpFields();
    int from = 0;
    while (from < query.length()) {
      int ampersand = query.indexOf('&', from);
      int to = ampersand < 0 ? query.length() : ampersand;
      int equals = query.indexOf('=', from);
      int middle = equals < 0 || equals > to ? to : equals;
      if (to > from) {
        String name = PercentText.decode(query.substring(from, middle), true);
        String value = middle == to ? "" : query.substring(middle + 1, to);
        parameters.add(name, PercentText.decode(value, true));
      }
      from = to + 1;
    }
    return parameters;
  }
}
