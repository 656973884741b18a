package dev.thaw.codec.user;

import dev.thaw.codec.GenerateCodec;
import dev.thaw.codec.user.Scalars.Color;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collections, maps and optionals, and these inside of each other. */
@SuppressWarnings("ArrayRecordComponent") // they are what is tested
final class Containers {
  private Containers() {}

  @GenerateCodec
  record Lists(
      @Nullable List<@Nullable String> texts,
      @Nullable Collection<@Nullable Long> numbers,
      @Nullable ArrayList<@Nullable Part> parts,
      @Nullable Deque<Integer> deque,
      int @Nullable [] ints,
      double @Nullable [] doubles,
      String @Nullable [] array,
      Part @Nullable [] partArray,
      @Nullable List<@Nullable List<@Nullable Color>> nested,
      @Nullable Iterable<@Nullable String> iterable) {}

  @GenerateCodec
  record Arrays(
      int @Nullable [] @Nullable [] ints,
      byte @Nullable [] @Nullable [] bytes,
      String @Nullable [] @Nullable [] texts,
      Color @Nullable [] @Nullable [] @Nullable [] deep,
      @Nullable List<long @Nullable [] @Nullable []> lists,
      @Nullable Map<String, Part @Nullable [] @Nullable []> maps) {}

  @GenerateCodec
  record Sets(
      @Nullable Set<@Nullable String> texts,
      @Nullable SortedSet<String> sorted,
      @Nullable LinkedHashSet<@Nullable Integer> linked,
      @Nullable EnumSet<Color> colors,
      @Nullable Set<Color> plain,
      @Nullable List<@Nullable Set<Color>> sets) {}

  @GenerateCodec
  record Maps(
      @Nullable Map<String, @Nullable String> texts,
      @Nullable Map<Integer, @Nullable Part> numbers,
      @Nullable Map<Long, @Nullable Boolean> longs,
      @Nullable Map<UUID, @Nullable Double> ids,
      @Nullable Map<Color, @Nullable String> colors,
      @Nullable EnumMap<Color, @Nullable Integer> enums,
      @Nullable SortedMap<String, @Nullable Integer> sorted,
      @Nullable TreeMap<String, @Nullable List<@Nullable Part>> lists) {}

  @GenerateCodec
  record Optionals(
      Optional<String> text,
      Optional<Integer> number,
      Optional<Part> part,
      Optional<List<@Nullable String>> list,
      @Nullable List<Optional<String>> texts,
      Optional<?> any,
      Optional<? extends Part> bound,
      @Nullable List<Optional<? extends List<?>>> lists) {}

  /** Has no codec of its own: its code is in those of the others. */
  record Part(@Nullable String name, int count) {}

  /** What JSON itself has. */
  @GenerateCodec
  record Anything(
      @Nullable Object any,
      @Nullable Map<String, @Nullable Object> document,
      @Nullable List<?> list,
      @Nullable Map<?, ? extends List<?>> wild) {}
}
