package dev.thaw.codec.processor;

import com.palantir.javapoet.ClassName;
import dev.thaw.codec.processor.BeanModel.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * Which generated class holds the code of which bean: the codec of the first event that contains
 * it, as static methods. An event's codec is one class then, since every class costs at start, and
 * no code is written twice: events that share a bean call each other's methods.
 */
final class CodecPlan {
  private final TypeModels models;
  private final String packageName;
  private final Map<TypeElement, ClassName> owners = new LinkedHashMap<>();
  private final Map<ClassName, List<BeanModel>> beans = new LinkedHashMap<>();
  private final Set<TypeElement> shared = new LinkedHashSet<>();
  private final Map<TypeElement, String> names = new LinkedHashMap<>();
  private final Set<String> taken = new LinkedHashSet<>();

  private CodecPlan(TypeModels models, String packageName) {
    this.models = models;
    this.packageName = packageName;
  }

  static CodecPlan of(ImportTable table, TypeModels models, String packageName) throws Rejection {
    CodecPlan plan = new CodecPlan(models, packageName);
    for (Import entry : table.imports()) {
      if (entry.codec() && entry.by() == null) {
        plan.owners.put(entry.type(), plan.codec(entry.type()));
      }
    }
    for (Import entry : table.imports()) {
      if (entry.codec() && entry.by() == null) {
        plan.adopt(entry.type(), plan.codec(entry.type()), entry.place());
      }
    }
    for (Import entry : table.imports()) {
      if (entry.by() == null && !plan.owners.containsKey(entry.type())) {
        throw new Rejection(entry.place(), "No codec of this table contains " + entry.type());
      }
    }
    return plan;
  }

  /** The name of the codec class of an event. */
  ClassName codec(TypeElement event) {
    return codec(packageName, event);
  }

  /** The name that the codec class of an event has in a package. */
  static ClassName codec(String packageName, TypeElement event) {
    return ClassName.get(packageName, event.getSimpleName() + "Codec");
  }

  /** The beans whose code a codec class holds, the event first. */
  List<BeanModel> beans(ClassName codec) {
    return beans.getOrDefault(codec, List.of());
  }

  /**
   * A bean's name in the methods of the class that holds it: its simple name, or with that of the
   * class around it where another bean has the same.
   */
  String name(TypeElement bean) {
    return names.computeIfAbsent(bean, key -> unused(ClassName.get(key), owner(key)));
  }

  private String unused(ClassName bean, ClassName owner) {
    String name = bean.simpleName();
    if (!taken.add(owner + "." + name)) {
      name = String.join("", bean.simpleNames());
      while (!taken.add(owner + "." + name)) {
        name += "_";
      }
    }
    return name;
  }

  /** The class that holds a bean's methods. */
  ClassName owner(TypeElement bean) {
    ClassName owner = owners.get(bean);
    if (owner == null) {
      throw new IllegalArgumentException(bean + " is in no codec");
    }
    return owner;
  }

  /** Whether other codec classes call the methods of a bean. */
  boolean isShared(TypeElement bean) {
    return shared.contains(bean);
  }

  private void adopt(TypeElement bean, ClassName codec, Rejection.Place place) throws Rejection {
    owners.put(bean, codec);
    BeanModel model = models.bean(bean, place);
    beans.computeIfAbsent(codec, key -> new ArrayList<>()).add(model);
    for (Property property : model.properties()) {
      for (ValueType type : new ValueType[] {property.read(), property.write()}) {
        if (type != null) {
          visit(type, codec, place);
        }
      }
    }
  }

  private void visit(ValueType type, ClassName codec, Rejection.Place place) throws Rejection {
    switch (type) {
      case ValueType.ListType list -> visit(list.element(), codec, place);
      case ValueType.MapType map -> visit(map.value(), codec, place);
      case ValueType.ArrayType array -> visit(array.element(), codec, place);
      case ValueType.BeanType bean -> {
        ClassName owner = owners.get(bean.element());
        if (owner == null) {
          adopt(bean.element(), codec, place);
        } else if (!owner.equals(codec)) {
          shared.add(bean.element());
        }
      }
      default -> {}
    }
  }
}
