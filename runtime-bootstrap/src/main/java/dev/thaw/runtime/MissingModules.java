package dev.thaw.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which module of the JDK a class stands in that this JRE may lack. */
final class MissingModules {
  /**
   * Modules outside the runtime's JRE, each behind the packages that only it has; a more specific
   * package stands in front of a more general one.
   */
  private static final String[] MODULES = {
    "java.awt.datatransfer.", "java.datatransfer",
    "java.awt.", "java.desktop",
    "java.applet.", "java.desktop",
    "java.beans.", "java.desktop",
    "javax.accessibility.", "java.desktop",
    "javax.imageio.", "java.desktop",
    "javax.print.", "java.desktop",
    "javax.sound.", "java.desktop",
    "javax.swing.", "java.desktop",
    "java.util.prefs.", "java.prefs",
    "javax.annotation.processing.", "java.compiler",
    "javax.lang.model.", "java.compiler",
    "javax.tools.", "java.compiler",
    "javax.script.", "java.scripting",
    "javax.smartcardio.", "java.smartcardio",
    "javax.sql.rowset.", "java.sql.rowset",
    "javax.xml.crypto.", "java.xml.crypto",
    "com.sun.java.accessibility.", "jdk.accessibility",
    "com.sun.jdi.", "jdk.jdi",
    "com.sun.net.httpserver.", "jdk.httpserver",
    "com.sun.nio.sctp.", "jdk.sctp",
    "com.sun.security.auth.", "jdk.security.auth",
    "com.sun.security.jgss.", "jdk.security.jgss",
    "com.sun.source.", "jdk.compiler",
    "com.sun.tools.attach.", "jdk.attach",
    "com.sun.tools.javac.", "jdk.compiler",
    "com.sun.tools.jconsole.", "jdk.jconsole",
    "jdk.dynalink.", "jdk.dynalink",
    "jdk.incubator.vector.", "jdk.incubator.vector",
    "jdk.javadoc.doclet.", "jdk.javadoc",
    "jdk.jshell.", "jdk.jshell",
    "jdk.management.jfr.", "jdk.management.jfr",
    "jdk.nio.mapmode.", "jdk.nio.mapmode",
    "jdk.security.jarsigner.", "jdk.jartool",
    "jdk.swing.interop.", "jdk.unsupported.desktop",
    "netscape.javascript.", "jdk.jsobject",
    "org.w3c.dom.css.", "jdk.xml.dom",
    "org.w3c.dom.html.", "jdk.xml.dom",
    "org.w3c.dom.stylesheets.", "jdk.xml.dom",
    "org.w3c.dom.xpath.", "jdk.xml.dom",
  };

  private MissingModules() {}

  /** The module of the JDK that would have a class; null if it is none, or the class is there. */
  static @Nullable String of(String className) {
    for (int i = 0; i < MODULES.length; i += 2) {
      if (className.startsWith(MODULES[i])) {
        return isThere(MODULES[i + 1], className) ? null : MODULES[i + 1];
      }
    }
    return null;
  }

  /** The layer's JRE has a part of java.desktop alone. */
  private static boolean isThere(String module, String className) {
    Optional<Module> found = ModuleLayer.boot().findModule(module);
    if (found.isEmpty()) {
      return false;
    }
    try (InputStream file =
        found.get().getResourceAsStream(className.replace('.', '/') + ".class")) {
      return file != null;
    } catch (IOException e) {
      return false;
    }
  }
}
