package dev.thaw.codec.user;

import java.util.List;

/** The types with a codec. */
final class UserTypes {
  static final List<Class<?>> ALL =
      List.of(
          Scalars.Primitives.class,
          Scalars.Boxes.class,
          Scalars.Texts.class,
          Scalars.Optionals.class,
          Times.Points.class,
          Times.Locals.class,
          Times.Parts.class,
          Times.Amounts.class,
          Containers.Lists.class,
          Containers.Arrays.class,
          Containers.Sets.class,
          Containers.Maps.class,
          Containers.Optionals.class,
          Containers.Anything.class,
          Classes.Account.class,
          Classes.Tree.class,
          Classes.Pages.class,
          Annotated.Named.class,
          Annotated.Included.class,
          Annotated.AllIncluded.class,
          Annotated.Snake.class,
          Annotated.Kebab.class,
          Annotated.Pascal.class,
          Annotated.Dotted.class,
          Annotated.Lower.class,
          Annotated.Upper.class,
          Annotated.Bean.class,
          Annotated.Inherits.class,
          Annotated.Made.class,
          Families.Shape.class,
          Families.Animal.class,
          Families.Message.class,
          Families.Holder.class,
          Families.Valued.class,
          Formats.Texts.class,
          Formats.Patterns.class);

  private UserTypes() {}
}
