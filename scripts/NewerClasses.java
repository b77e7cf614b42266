import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Writes the classes of jars anew in the format of Java 8 where theirs is older than Java 6, and
 * changes nothing else about them: the Java machine records no class of so old a format for quick
 * starts. Run by {@code scripts/cache.sh} with the jars' paths.
 */
final class NewerClasses {
  private static final int JAVA_6 = 50;

  private final ClassFile classes;

  private NewerClasses(ClassLoader beside) {
    ClassHierarchyResolver known = ClassHierarchyResolver.defaultResolver();
    this.classes =
        ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS,
            ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(beside).orElse(known)));
  }

  public static void main(String[] jars) throws IOException {
    for (String jar : jars) {
      Path old = Path.of(jar);
      try (var beside = new URLClassLoader(new URL[] {old.toUri().toURL()})) {
        new NewerClasses(beside).rewrite(old);
      }
    }
  }

  private void rewrite(Path jar) throws IOException {
    Path part = jar.resolveSibling(jar.getFileName() + ".part");
    int changed = 0;
    try (var from = new JarFile(jar.toFile());
        var to = new JarOutputStream(Files.newOutputStream(part))) {
      for (JarEntry entry : from.stream().toList()) {
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        if (entry.getName().endsWith(".class") && isOld(bytes)) {
          bytes = newer(bytes);
          changed++;
        }
        var copy = new JarEntry(entry.getName());
        copy.setTime(entry.getTime());
        to.putNextEntry(copy);
        to.write(bytes);
        to.closeEntry();
      }
    }
    if (changed > 0) {
      Files.move(part, jar, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(part);
    }
  }

  private boolean isOld(byte[] bytes) {
    return classes.parse(bytes).majorVersion() < JAVA_6;
  }

  /** The same class, with the frames that the newer format wants for every method. */
  private byte[] newer(byte[] bytes) {
    ClassModel old = classes.parse(bytes);
    ClassTransform methods = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
    ClassTransform version =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
          } else {
            builder.with(element);
          }
        };
    return classes.transformClass(old, methods.andThen(version));
  }
}
