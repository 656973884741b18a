package dev.thaw.codec.user;

import dev.thaw.codec.GenerateCodec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Classes with getters and setters, with fields, with superclasses; generic ones, recursive ones.
 */
final class Classes {
  private Classes() {}

  abstract static class Base {
    private long id;
    public @Nullable String open;

    public long getId() {
      return id;
    }

    public void setId(long id) {
      this.id = id;
    }
  }

  @GenerateCodec
  static final class Account extends Base {
    private @Nullable String name;
    private boolean active;
    private @Nullable Boolean vip;
    private @Nullable List<Account> children;
    private int hidden;

    public @Nullable String getName() {
      return name;
    }

    public void setName(@Nullable String name) {
      this.name = name;
    }

    public boolean isActive() {
      return active;
    }

    public void setActive(boolean active) {
      this.active = active;
    }

    public @Nullable Boolean getVip() {
      return vip;
    }

    public void setVip(@Nullable Boolean vip) {
      this.vip = vip;
    }

    public @Nullable List<Account> getChildren() {
      return children;
    }

    public void setChildren(@Nullable List<Account> children) {
      this.children = children;
    }

    /** Only written. */
    public int getSize() {
      return name == null ? 0 : name.length();
    }

    /** Only read. */
    public void setSecret(int secret) {
      hidden = secret;
    }

    int hidden() {
      return hidden;
    }
  }

  @GenerateCodec
  record Tree(
      @Nullable String name, @Nullable List<@Nullable Tree> children, @Nullable Tree next) {}

  record Page<T>(@Nullable List<@Nullable T> items, @Nullable T first, int total) {}

  @GenerateCodec
  record Pages(
      @Nullable Page<String> texts,
      @Nullable Page<Tree> trees,
      @Nullable Map<String, @Nullable Page<Integer>> numbers) {}
}
