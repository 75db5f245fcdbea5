package ai.rhesis.backend.suite.source.extraction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.ClassUtils;

/// The command line of a process that extracts a text, with the Java and the classes of this one.
record ExtractionCommand(DocumentFormat format, Path file, Path result) {

    static final int MAX_HEAP_MEGABYTES = 256;

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    List<String> line() {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + MAX_HEAP_MEGABYTES + "m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ActiveProcessorCount=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                // no name has an address, so nothing outside can be called by one
                "-Djdk.net.hosts.file=" + file.resolveSibling("no-hosts"),
                "-Djava.io.tmpdir=" + file.toAbsolutePath().getParent(),
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-cp",
                System.getProperty("java.class.path")));
        line.addAll(program());
        line.addAll(List.of(format.name(), file.toString(), result.toString()));
        return line;
    }

    /// Names the program: in an executable jar, whose classes are in jars inside it, by way of its launcher.
    private static List<String> program() {
        String main = ExtractionProcess.class.getName();
        return ClassUtils.isPresent(LAUNCHER, null) ? List.of("-Dloader.main=" + main, LAUNCHER) : List.of(main);
    }
}
