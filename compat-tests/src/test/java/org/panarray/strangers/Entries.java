package org.panarray.strangers;

import static org.panarray.Np.np;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.engine.Device;
import org.panarray.grad.GradContext;
import org.panarray.internal.array.Dispatch;
import org.panarray.shape.Index;
import org.panarray.shape.Shape;

/// The public surface: what is called, and on what.
final class Entries {
  private static final Map<String, Entry.Maker> SUBJECTS = subjects();

  private Entries() {}

  /// All of them, in an order that is the same in every JVM.
  static List<Entry> all() throws IOException {
    List<Entry> found = new ArrayList<>();
    for (Class<?> type : types()) {
      for (Constructor<?> constructor : type.getConstructors()) {
        if (isForUsers(constructor)) {
          found.add(new Entry(type.getSimpleName(), constructor, null));
        }
      }
      methods(type)
          .filter(m -> Modifier.isStatic(m.getModifiers()))
          .forEach(m -> found.add(new Entry(type.getSimpleName(), m, null)));
      if (type.isRecord()) {
        addInstance(found, type.getSimpleName(), type, () -> sample(type));
      }
    }
    for (Map.Entry<String, Entry.Maker> subject : SUBJECTS.entrySet()) {
      try {
        Object example = subject.getValue().make();
        if (example != null) {
          addInstance(found, subject.getKey(), example.getClass(), subject.getValue());
          close(example);
        }
      } catch (Throwable e) {
        throw new IllegalStateException("no ordinary " + subject.getKey(), e);
      }
    }
    return found;
  }

  /// Ends what is a block: the calls after it are to be made outside of it.
  static void close(@Nullable Object block) throws Exception {
    if (block instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }

  private static void addInstance(
      List<Entry> found, String name, Class<?> type, Entry.Maker maker) {
    methods(type)
        .filter(m -> !Modifier.isStatic(m.getModifiers()))
        .forEach(m -> found.add(new Entry(name, m, maker)));
  }

  /// Not where a parameter is of a room that is not exported: that only the library calls.
  private static boolean isForUsers(Executable entry) {
    return Arrays.stream(entry.getParameterTypes())
        .noneMatch(type -> type.getName().startsWith("org.panarray.internal."));
  }

  private static Stream<Method> methods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(m -> m.getDeclaringClass().getName().startsWith("org.panarray."))
        .filter(Entries::isForUsers)
        .filter(m -> !m.isBridge() && !m.isSynthetic() && !m.getName().equals("main"))
        .sorted(Comparator.comparing(Executable::toGenericString));
  }

  /// An object of a record class with ordinary parts.
  private static Object sample(Class<?> type) throws Throwable {
    Constructor<?> constructor = type.getConstructors()[0];
    Parameter[] parameters = constructor.getParameters();
    Object[] arguments = new Object[parameters.length];
    for (int choice = 0; ; choice++) {
      for (int i = 0; i < arguments.length; i++) {
        List<Entry.Maker> makers = Ordinary.candidates(parameters[i]);
        arguments[i] = makers.get(Math.min(choice, makers.size() - 1)).make();
      }
      try {
        return new Entry("", constructor, null).call(null, arguments);
      } catch (RuntimeException e) {
        if (choice == 3) {
          throw e;
        }
      }
    }
  }

  private static Map<String, Entry.Maker> subjects() {
    Map<String, Entry.Maker> makers = new LinkedHashMap<>();
    makers.put("np", () -> np);
    makers.put("np.linalg", () -> np.linalg);
    makers.put("np.fft", () -> np.fft);
    makers.put("np.random", () -> np.random);
    makers.put("np.emath", () -> np.emath);
    makers.put("np.lib.strideTricks", () -> np.lib.strideTricks);
    makers.put("np.mgrid", () -> np.mgrid);
    makers.put("np.ogrid", () -> np.ogrid);
    makers.put("np.r_", () -> np.r_);
    makers.put("np.s_", () -> np.s_);
    makers.put("np.integer", () -> np.integer);
    makers.put("np.float32", () -> np.float32);
    makers.put("np.add", () -> np.add);
    makers.put("np.negative", () -> np.negative);
    makers.put("np.ldexp", () -> np.ldexp);
    makers.put("np.less", () -> np.less);
    makers.put("array", Ordinary::matrix);
    makers.put("integers", Ordinary::integers);
    makers.put("selection", () -> Ordinary.vector().at(0));
    makers.put("flat", () -> Ordinary.vector().flat());
    makers.put("poly1d", () -> np.poly1d(new double[] {1, 2}));
    makers.put("npz", () -> np.loadz("a.npz"));
    makers.put("generator", () -> np.random.defaultRng(1));
    makers.put("state", () -> np.random.RandomState(1));
    makers.put("pcg64", () -> np.random.PCG64(1));
    makers.put("mt19937", () -> np.random.MT19937(1));
    makers.put("philox", () -> np.random.Philox(1));
    makers.put("seedSequence", () -> np.random.SeedSequence(1));
    makers.put("scope", np::scope);
    makers.put("device", () -> np.device(Device.CPU));
    makers.put("context", GradContext::new);
    makers.put("shape", () -> Shape.of(2, 3));
    makers.put("slice", () -> Index.slice(0, 2));
    return makers;
  }

  /// The public classes of the packages that programs import, but the seam of engines.
  private static List<Class<?>> types() throws IOException {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> example : List.of(NDArray.class, GradContext.class)) {
      for (String name : classNames(example)) {
        Class<?> type;
        try {
          type = Class.forName(name, false, example.getClassLoader());
        } catch (ClassNotFoundException e) {
          throw new IllegalStateException(e);
        }
        if (Modifier.isPublic(type.getModifiers())
            && !type.isInterface()
            && !type.isEnum()
            && !Throwable.class.isAssignableFrom(type)
            && type != Dispatch.class) {
          types.add(type);
        }
      }
    }
    types.addAll(List.of(Shape.class, Index.Slice.class));
    return types;
  }

  private static List<String> classNames(Class<?> example) throws IOException {
    String folder = "/" + example.getPackageName().replace('.', '/');
    URI source = URI.create(example.getProtectionDomain().getCodeSource().getLocation().toString());
    if (Files.isDirectory(Path.of(source))) {
      return names(Path.of(source), Path.of(source).resolve(folder.substring(1)));
    }
    try (FileSystem jar = FileSystems.newFileSystem(Path.of(source))) {
      return names(jar.getPath("/"), jar.getPath(folder));
    }
  }

  private static List<String> names(Path root, Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.contains("package-info"))
          .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
          .sorted()
          .toList();
    }
  }
}
