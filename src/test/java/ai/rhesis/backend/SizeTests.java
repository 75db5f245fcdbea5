package ai.rhesis.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The bounds of files and methods, in lines of code: without blank lines, comments and imports.
class SizeTests {

    private static final int MAX_FILE = 150;
    private static final int MAX_METHOD = 25;
    private static final int MAX_PARAMETERS = 4;

    private static final List<String> FILES = new ArrayList<>();
    private static final List<String> METHODS = new ArrayList<>();
    private static final List<String> PARAMETERS = new ArrayList<>();

    @BeforeAll
    static void measure() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null);
                Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            var sources = manager.getJavaFileObjectsFromPaths(
                    files.filter(file -> file.toString().endsWith(".java")).toList());
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, sources);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            task.parse().forEach(unit -> measure(unit, positions));
        }
    }

    @Test
    void filesAreShort() {
        assertThat(FILES)
                .as("files of more than %d lines of code: a part of them is a type of its own", MAX_FILE)
                .isEmpty();
    }

    /// A method that is one statement, or the making of a response of all fields of an object, reads the same at any
    /// length.
    @Test
    void methodsAreShort() {
        assertThat(METHODS)
                .as("methods of more than %d lines of code: a step of them has a name", MAX_METHOD)
                .isEmpty();
    }

    /// Constructors of records and beans are lists of what they consist of; what overrides others has their
    /// signature.
    @Test
    void parametersAreFew() {
        assertThat(PARAMETERS)
                .as("methods with more than %d parameters: some of them are a record", MAX_PARAMETERS)
                .isEmpty();
    }

    private static void measure(CompilationUnitTree unit, SourcePositions positions) {
        String text = textOf(unit);
        String file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
        if (linesOfCode(text) > MAX_FILE) {
            FILES.add(file);
        }
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                String name = file.replace(".java", ".") + method.getName();
                int begin = (int) positions.getStartPosition(unit, method);
                int end = (int) positions.getEndPosition(unit, method);
                // the constructor of a record that isn't written has no place
                if (begin >= 0
                        && end > begin
                        && !isList(name, method)
                        && linesOfCode(text.substring(begin, end)) > MAX_METHOD) {
                    METHODS.add(name);
                }
                if (method.getParameters().size() > MAX_PARAMETERS && !isBound(method)) {
                    PARAMETERS.add(name);
                }
                return super.visitMethod(method, nothing);
            }
        }.scan(unit, null);
    }

    private static boolean isList(String name, MethodTree method) {
        return name.endsWith("Response.of")
                || (method.getBody() != null && method.getBody().getStatements().size() == 1);
    }

    private static boolean isBound(MethodTree method) {
        return method.getName().contentEquals("<init>")
                || method.getModifiers().getAnnotations().stream()
                        .anyMatch(annotation ->
                                annotation.getAnnotationType().toString().equals("Override"));
    }

    private static String textOf(CompilationUnitTree unit) {
        try {
            return unit.getSourceFile().getCharContent(true).toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long linesOfCode(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
                .count();
    }
}
