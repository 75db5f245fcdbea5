package ai.rhesis.backend.support;

import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModuleDetectionStrategy;
import org.springframework.modulith.core.JavaPackage;

/// Detects the modules of the service: the packages inside its rooms.
public class Packages implements ApplicationModuleDetectionStrategy {

    @Override
    public Stream<JavaPackage> getModuleBasePackages(JavaPackage root) {
        return root.getDirectSubPackages().stream().flatMap(room -> room.getDirectSubPackages().stream());
    }
}
