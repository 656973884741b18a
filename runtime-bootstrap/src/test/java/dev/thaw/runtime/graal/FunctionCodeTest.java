package dev.thaw.runtime.graal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.codec.Codec;
import dev.thaw.codec.Json;
import dev.thaw.http.HttpRequest;
import dev.thaw.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Classes of this test are the function's, as they lie in a folder of its class path. */
class FunctionCodeTest {
  private static final ClassLoader LOADER = FunctionCodeTest.class.getClassLoader();

  record Read(int x) {}

  record Written(int x) {}

  record Local(int x) {}

  record Part(int x) {}

  record Unasked(int x) {}

  static final class Helper {
    Codec<Part> codec() {
      return Json.codec(Part.class);
    }
  }

  static final class Unused {
    Codec<Unasked> codec() {
      return Json.codec(Unasked.class);
    }
  }

  static final class Web {
    HttpResponse handle(HttpRequest request) {
      @Nullable Read read = request.json(Read.class);
      return read == null ? local(new Local(1)) : HttpResponse.json(200, new Written(read.x()));
    }

    HttpResponse local(Local local) {
      Object _ = new ArrayList<>(List.of(local));
      var _ = new Helper().codec();
      return HttpResponse.json(200, local);
    }

    Object unrelated() {
      return new Object[] {Unasked.class, new Unasked(1)};
    }
  }

  @Test
  void typesWhoseCodecsAreAskedFor() throws Exception {
    FunctionCode code = FunctionCode.of(List.of(Web.class.getName()), path(), LOADER);
    assertThat(code.asked())
        .containsKeys(
            Read.class.getName(),
            Written.class.getName(),
            Local.class.getName(),
            Part.class.getName())
        .doesNotContainKeys(Unasked.class.getName(), ArrayList.class.getName())
        .containsEntry(Part.class.getName(), Helper.class.getName());
  }

  @Test
  void onlyClassesThatTheHandlersMention() throws Exception {
    FunctionCode code = FunctionCode.of(List.of(Web.class.getName()), path(), LOADER);
    assertThat(code.classes())
        .contains(Web.class.getName(), Helper.class.getName())
        .doesNotContain(Unused.class.getName(), HttpRequest.class.getName());
  }

  private static FunctionPath path() throws Exception {
    Path classes =
        Path.of(FunctionCodeTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return FunctionPath.of(List.of(classes), List.of(Web.class));
  }
}
