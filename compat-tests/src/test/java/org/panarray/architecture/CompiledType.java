package org.panarray.architecture;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.constant.ClassDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One class file of Panarray and what its constant pool refers to.
///
/// @param name the binary name
/// @param references binary names of all types it mentions
/// @param calls `owner.method` of all methods and fields it uses
record CompiledType(String name, Set<String> references, Set<String> calls) {
  private static final Pattern TYPE_IN_DESCRIPTOR = Pattern.compile("L([\\w/$]+);");

  String packageName() {
    return packageOf(name);
  }

  static String packageOf(String type) {
    return type.substring(0, Math.max(0, type.lastIndexOf('.'))); // `int` is in none
  }

  /// The name without the nested types in it.
  String topLevel() {
    return topLevelOf(name);
  }

  static String topLevelOf(String type) {
    int dollar = type.indexOf('$');
    return dollar < 0 ? type : type.substring(0, dollar);
  }

  static CompiledType parse(byte[] bytes) {
    ClassModel model = ClassFile.of().parse(bytes);
    Set<String> references = new TreeSet<>();
    Set<String> calls = new TreeSet<>();
    for (var entry : model.constantPool()) {
      switch (entry) {
        case ClassEntry type -> references.add(nameOf(type));
        // Descriptors and signatures; a string constant that looks like one is taken for one.
        case Utf8Entry text ->
            TYPE_IN_DESCRIPTOR
                .matcher(text.stringValue())
                .results()
                .forEach(match -> references.add(match.group(1).replace('/', '.')));
        case MemberRefEntry member ->
            calls.add(nameOf(member.owner()) + "." + member.name().stringValue());
        default -> {}
      }
    }
    return new CompiledType(nameOf(model.thisClass()), references, calls);
  }

  private static String nameOf(ClassEntry entry) {
    ClassDesc type = entry.asSymbol();
    while (type.isArray()) {
      type = type.componentType();
    }
    String prefix = type.packageName().isEmpty() ? "" : type.packageName() + ".";
    return prefix + type.displayName();
  }

  /// Every class of Panarray on the class path, in folders and in jars.
  static List<CompiledType> onClassPath() throws IOException {
    return classFiles().stream().map(CompiledType::parse).toList();
  }

  static List<byte[]> classFiles() throws IOException {
    List<byte[]> found = new ArrayList<>();
    for (String element : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
      Path path = Path.of(element);
      if (Files.isDirectory(path)) {
        collect(path, found);
      } else if (path.getFileName().toString().startsWith("panarray-")) {
        try (FileSystem jar = FileSystems.newFileSystem(path)) {
          collect(jar.getPath("/"), found);
        }
      }
    }
    return found;
  }

  private static void collect(Path root, List<byte[]> into) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.toString().endsWith(".class") && !file.endsWith("module-info.class")) {
          into.add(Files.readAllBytes(file));
        }
      }
    }
  }
}
