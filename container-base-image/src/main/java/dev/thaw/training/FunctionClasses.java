package dev.thaw.training;

import dev.thaw.runtime.ClassPathDescription;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/**
 * The function's classes as they stand in its files now. The application's own loader would give
 * those of the cache, which may be older; no class is initialized by loading it.
 */
final class FunctionClasses extends URLClassLoader {
  private final URLClassLoader own;

  private FunctionClasses(URL[] function, URL[] own, ClassLoader parent) {
    super(function, parent);
    this.own = new URLClassLoader(own, null);
  }

  /** Finds the classes of this process's class path. */
  static FunctionClasses of(String taskRoot, List<ClassPathDescription> classPath)
      throws MalformedURLException {
    List<URL> function = new ArrayList<>(List.of(url(taskRoot)));
    List<URL> own = new ArrayList<>();
    for (ClassPathDescription element : classPath) {
      (element.own() ? own : function).add(url(element.path()));
    }
    return new FunctionClasses(
        function.toArray(new URL[0]),
        own.toArray(new URL[0]),
        FunctionClasses.class.getClassLoader());
  }

  private static URL url(String path) throws MalformedURLException {
    return new File(path).toURI().toURL();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      try {
        return getPlatformClassLoader().loadClass(name);
      } catch (ClassNotFoundException e) {
        // It is ours or the function's.
      }
      return own.findResource(name.replace('.', '/') + ".class") == null
          ? findClass(name)
          : getParent().loadClass(name);
    }
  }

  @Override
  public void close() throws IOException {
    own.close();
    super.close();
  }
}
