package dev.thaw.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java.beans} is there in the JRE that functions get, though java.desktop is not. */
class JavaBeansIT {
  /** What log4j-core does when it starts, and frameworks when they look at a class. */
  private static final String BEANS =
      """
      package shop;
      import com.amazonaws.services.lambda.runtime.*;
      import java.beans.*;
      public class Beans implements RequestHandler<String, String> {
        private final PropertyChangeSupport support = new PropertyChangeSupport(this);
        private final StringBuilder seen = new StringBuilder();
        public String getColour() { return "blue"; }
        public void setColour(String colour) {}
        public String handleRequest(String event, Context context) {
          support.addPropertyChangeListener(e -> seen.append(e.getNewValue()));
          support.firePropertyChange("colour", "blue", event);
          try {
            for (PropertyDescriptor p : Introspector.getBeanInfo(Beans.class).getPropertyDescriptors()) {
              seen.append(' ').append(p.getName());
            }
            PropertyEditor editor = PropertyEditorManager.findEditor(int.class);
            editor.setAsText("7");
            seen.append(' ').append(editor.getValue());
            return seen.append(' ').append(BeanInfo.class.getMethods().length).toString();
          } catch (IntrospectionException e) {
            throw new IllegalStateException(e);
          }
        }
      }
      """;

  @TempDir private Path task;

  @Test
  void listenersIntrospectorAndEditors() throws Exception {
    Functions.loose(task, Functions.compileAgainst(List.of(), Map.of("Beans", BEANS)));
    try (FunctionProcess function = Launch.of(task, "shop.Beans").start()) {
      assertThat(function.invoke("\"teal\"")).isEqualTo("\"teal class colour 7 8\"");
    }
  }
}
