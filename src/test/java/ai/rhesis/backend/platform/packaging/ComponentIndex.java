package ai.rhesis.backend.platform.packaging;

import ai.rhesis.backend.RhesisApplication;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;

/// The index of components, entities and repositories in the packaged jar. With it, a start does not read every class
/// to find them.
final class ComponentIndex extends ClassPathScanningCandidateComponentProvider {

    private static final String PLACE = "BOOT-INF/classes/META-INF/spring.components";
    private static final String PACKAGE = RhesisApplication.class.getPackageName();
    private static final String PACKAGED = RhesisApplication.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toString();

    private final TypeFilter filter;

    private ComponentIndex(TypeFilter filter) {
        super(false);
        this.filter = filter;
    }

    /// Writes the index into a jar.
    static void main(String[] arguments) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(arguments[0]))) {
            Files.createDirectories(jar.getPath(PLACE).getParent());
            Files.write(jar.getPath(PLACE), lines());
        }
    }

    static List<String> lines() {
        Map<String, String> index = new TreeMap<>();
        Stream.of(Component.class, Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class)
                .forEach(type -> add(index, type, new AnnotationTypeFilter(type)));
        add(index, Repository.class, new AssignableTypeFilter(Repository.class));
        return index.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    private static void add(Map<String, String> index, Class<?> stereotype, TypeFilter filter) {
        new ComponentIndex(filter)
                .findCandidateComponents(PACKAGE)
                .forEach(found -> index.merge(
                        String.valueOf(found.getBeanClassName()),
                        stereotype.getName(),
                        (one, other) -> one + "," + other));
    }

    /// Tells whether a class is packaged: those of tests are not.
    static boolean isPackaged(Resource type) {
        try {
            return type.getURL().toString().startsWith(PACKAGED);
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    /// Accepts what has conditions in any case: the start decides on them.
    @Override
    protected boolean isCandidateComponent(MetadataReader type) throws IOException {
        return isPackaged(type.getResource()) && filter.match(type, getMetadataReaderFactory());
    }

    @Override
    protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
        return definition.getMetadata().isIndependent();
    }
}
