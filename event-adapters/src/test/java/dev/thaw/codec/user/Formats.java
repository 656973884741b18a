package dev.thaw.codec.user;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Shape;
import dev.thaw.codec.GenerateCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times in the form that {@code @JsonFormat} gives them. */
final class Formats {
  private Formats() {}

  @GenerateCodec
  record Texts(
      @JsonFormat(shape = Shape.STRING) @Nullable Instant instant,
      @JsonFormat(shape = Shape.STRING) @Nullable OffsetDateTime offset,
      @JsonFormat(shape = Shape.STRING) @Nullable ZonedDateTime zoned,
      @JsonFormat(shape = Shape.STRING) @Nullable LocalDate date,
      @JsonFormat(shape = Shape.STRING) @Nullable LocalTime time,
      @JsonFormat(shape = Shape.STRING) @Nullable LocalDateTime dateTime,
      @JsonFormat(shape = Shape.STRING) @Nullable Duration duration) {}

  @GenerateCodec
  record Patterns(
      @JsonFormat(pattern = "dd.MM.yyyy") @Nullable LocalDate date,
      @JsonFormat(shape = Shape.STRING, pattern = "HH:mm:ss.SSSSSSSSS") @Nullable LocalTime time,
      @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm") @Nullable LocalDateTime dateTime,
      @JsonFormat(pattern = "yyyy-MM-dd HH:mm:ss", timezone = "Europe/Berlin")
          @Nullable Instant instant,
      @JsonFormat(pattern = "yyyyMMdd") @Nullable List<@Nullable LocalDate> dates) {}
}
