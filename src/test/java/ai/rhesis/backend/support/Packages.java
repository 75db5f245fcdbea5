package ai.rhesis.backend.support;

import java.util.Set;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModuleDetectionStrategy;
import org.springframework.modulith.core.JavaPackage;

/// Detects the modules of the service: the packages inside its rooms, and those inside packages that many use.
public class Packages implements ApplicationModuleDetectionStrategy {

    /// The packages that are too large for one module.
    private static final Set<String> DIVIDED =
            Set.of("ai.rhesis.backend.platform.web", "ai.rhesis.backend.trace.store");

    @Override
    public Stream<JavaPackage> getModuleBasePackages(JavaPackage root) {
        return root.getDirectSubPackages().stream()
                .flatMap(room -> room.getDirectSubPackages().stream())
                .flatMap(Packages::modules);
    }

    private static Stream<JavaPackage> modules(JavaPackage module) {
        return DIVIDED.contains(module.getName())
                ? Stream.concat(Stream.of(module), module.getDirectSubPackages().stream())
                : Stream.of(module);
    }
}
