import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of arguments, named as {@code @file}: words, or quoted texts, between white space. */
final class ArgumentFiles {
  private ArgumentFiles() {}

  static List<String> expand(List<String> arguments) throws IOException, ArgumentException {
    List<String> expanded = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.startsWith("@")) {
        Path file = Path.of(argument.substring(1));
        if (!Files.isReadable(file)) {
          throw new ArgumentException("there is no file of arguments " + file);
        }
        expanded.addAll(words(Files.readString(file)));
      } else {
        expanded.add(argument);
      }
    }
    return expanded;
  }

  /** As the java launcher reads such a file: a backslash counts only between quotes. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && Character.isWhitespace(c)) {
        if (word != null) {
          words.add(word.toString());
          word = null;
        }
        continue;
      }
      if (quote == 0 && word == null && c == '#') {
        while (i + 1 < text.length() && text.charAt(i + 1) != '\n') {
          i++;
        }
        continue;
      }
      if (word == null) {
        word = new StringBuilder();
      }
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (quote != 0 && c == '\\' && i + 1 < text.length()) {
        word.append(text.charAt(++i));
      } else {
        word.append(c);
      }
    }
    if (word != null) {
      words.add(word.toString());
    }
    return words;
  }
}
