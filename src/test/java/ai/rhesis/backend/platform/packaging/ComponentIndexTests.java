package ai.rhesis.backend.platform.packaging;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.IntegrationTest;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.metamodel.ManagedType;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;

/// What a start by classes finds, beside what the packaged jar's index names.
@IntegrationTest
class ComponentIndexTests {

    @Autowired
    DefaultListableBeanFactory beans;

    @Autowired
    EntityManagerFactory entities;

    @Test
    void everyComponentIsNamedWhateverItsConditions() {
        Set<String> components = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("ai.rhesis").stream()
                        .filter(type -> !type.isAnnotation())
                        .filter(type ->
                                type.isAnnotatedWith(Component.class) || type.isMetaAnnotatedWith(Component.class))
                        .map(JavaClass::getName)
                        .collect(toSet());
        assertThat(components).hasSizeGreaterThan(500).contains("ai.rhesis.backend.portal.demo.Demo");
        assertThat(named(Component.class.getName())).isEqualTo(components);
    }

    @Test
    void everyEntityIsNamed() {
        Set<String> managed = entities.getMetamodel().getManagedTypes().stream()
                .map(ManagedType::getJavaType)
                // the type of an embedded key needs no annotation, and is found by the entity that has it
                .filter(type -> Stream.of(Entity.class, Embeddable.class, MappedSuperclass.class)
                        .anyMatch(type::isAnnotationPresent))
                .map(Class::getName)
                .collect(toSet());
        assertThat(managed).hasSizeGreaterThan(30);
        assertThat(named("jakarta.persistence")).containsAll(managed);
    }

    @Test
    void everyRepositoryIsNamed() {
        Set<String> repositories = Arrays.stream(beans.getBeanNamesForType(Repository.class, true, false))
                .map(beans::getType)
                .map(type -> Objects.requireNonNull(type).getName())
                .collect(toSet());
        assertThat(repositories).hasSizeGreaterThan(10);
        assertThat(named(Repository.class.getName())).containsAll(repositories);
    }

    /// Hibernate would read a mapping of a package, and the index names none.
    @Test
    void noPackageCarriesAMapping() throws IOException {
        MetadataReaderFactory types = MetadataReaderFactory.create(beans.getBeanClassLoader());
        Set<String> annotations = new HashSet<>();
        for (Resource found : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:ai/rhesis/backend/**/package-info.class")) {
            annotations.addAll(
                    types.getMetadataReader(found).getAnnotationMetadata().getAnnotationTypes());
        }
        assertThat(annotations).containsExactly(NullMarked.class.getName());
    }

    private static Set<String> named(String stereotype) {
        return ComponentIndex.lines().stream()
                .map(line -> line.split("=", 2))
                .filter(line -> line[1].contains(stereotype))
                .map(line -> line[0])
                .collect(toSet());
    }
}
