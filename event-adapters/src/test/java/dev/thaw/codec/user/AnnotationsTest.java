package dev.thaw.codec.user;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.codec.Json;
import dev.thaw.codec.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that no writer makes, and what is read of them; the same as databind reads. */
final class AnnotationsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Annotated$Named     | {'needed':'x','amount':3,'quantity':7,'level':'middle'}",
        "Annotated$Named     | {'needed':null,'sum':3,'q':7,'level':'mid','password':'p'}",
        "Annotated$Named     | {'needed':'x','id':'not its name','level':'MEDIUM'}",
        "Annotated$Named     | {'order-id':'x'}",
        "Annotated$Bean      | {'n':'a','hidden':'b','password':'c','gone':'d','tz':3}",
        "Annotated$Bean      | {'name':'a','time-zone':4,'left':{},'zone':1}",
        "Annotated$Snake     | {'order_line_id':'a','the_urlpath':'b','a_b':1,'asIs':'c'}",
        "Annotated$Inherits  | {'identity':'a','short':'b','id':'c'}",
        "Families$Shape      | {'radius':1.5,'kind':'circle','name':'late'}",
        "Families$Shape      | {'shapes':[{'kind':'square','side':2}],'kind':'Families$Shape$Group'}",
        "Families$Shape      | {'kind':'triangle'}",
        "Families$Shape      | {'radius':1}",
        "Families$Animal     | {'cat':{'name':'a','lives':9}}",
        "Families$Animal     | {'cow':{}}",
        "Families$Message    | {'type':'made','id':'a','counts':{'x':null}}",
        "Families$Message    | {'type':'other','reason':'why'}",
        "Families$Message    | {'reason':'why'}",
        "Families$Holder     | {'circle':{'kind':'circle','radius':1}}",
        "Families$Holder     | {'circle':{'kind':'square','side':1}}",
        "Formats$Patterns    | {'date':'29.02.2024','instant':'2024-07-01 12:00:00'}",
        "Formats$Patterns    | {'date':'2024-02-29'}",
        "Containers$Sets     | {'colors':'PINK','plain':'PINK','sets':'PINK'}",
        "Containers$Sets     | {'colors':' ','plain':'','sets':['RED','',7]}",
        "Containers$Sets     | {'colors':7,'plain':2,'sets':[[],null]}",
        "Containers$Sets     | {'colors':['RED','PINK']}",
        "Containers$Sets     | {'plain':['PINK']}",
        "Containers$Sets     | {'sets':[['PINK']]}",
        "Containers$Lists    | {'nested':'PINK'}",
        "Containers$Lists    | {'nested':['RED',['PINK']]}",
        "Containers$Arrays   | {'ints':[[1,2],[]],'bytes':['AQID',[4]],'deep':[[['RED']]]}",
        "Containers$Arrays   | {'ints':7,'texts':'x','bytes':'AQID','deep':'PINK'}",
        "Containers$Arrays   | {'ints':[[1],2],'texts':['a',['b']],'lists':[[[1]]]}",
        "Containers$Anything | {'wild':{'a':[1,null],'b':null}}",
        "Scalars$Texts       | {'locale':''}",
        "Scalars$Texts       | {'locale':'und'}",
        "Scalars$Texts       | {'locale':'zh-Hans-CN'}",
        "Scalars$Texts       | {'locale':'de_DE'}",
        "Scalars$Texts       | {'locale':'de_DE_1996'}",
        "Scalars$Texts       | {'locale':'de_DE-1996'}",
        "Scalars$Texts       | {'locale':'de-DE_1996'}",
        "Scalars$Texts       | {'locale':'de_'}",
        "Scalars$Texts       | {'locale':'_'}",
        "Scalars$Texts       | {'locale':-1}"
      })
  void areHonoured(String type, String json) throws ClassNotFoundException {
    Class<?> read = Class.forName("dev.thaw.codec.user." + type);
    byte[] bytes = json.replace('\'', '"').getBytes(UTF_8);
    Object theirs;
    try {
      theirs = Seen.of(Databind.read(read, bytes));
    } catch (RuntimeException e) {
      assertThatThrownBy(() -> Json.read(bytes, read)).isInstanceOf(JsonException.class);
      return;
    }
    assertThat(seen(bytes, read)).isEqualTo(theirs);
  }

  private static @Nullable Object seen(byte[] json, Class<?> type) {
    return Seen.of(Json.read(json, type));
  }

  /** What is compared with is the runtime's own mapper, whose module stands above this one. */
  @Test
  void databindIsTheRuntimes() throws IOException {
    String runtime =
        "../runtime-bootstrap/src/main/java/dev/thaw/runtime/jackson/JacksonCodecs.java";
    String here = "src/test/java/dev/thaw/codec/user/Databind.java";
    assertThat(settings(here)).isEqualTo(settings(runtime)).contains("ACCEPT_SINGLE_VALUE");
  }

  private static String settings(String file) throws IOException {
    String source = Files.readString(Path.of(file));
    return source
        .substring(source.indexOf("JsonMapper.builder("), source.indexOf(".build();"))
        .replace(".annotationIntrospector(new AnnotationReader())", "")
        .replaceAll("\\s+", "");
  }
}
