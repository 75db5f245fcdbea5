package ai.rhesis.backend.platform.query;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.List;

/// All declared fields of all lists, found where they are declared, so that none is left out of a test.
final class Declarations {

    private static final List<Fields> ALL = find();

    private Declarations() {}

    static List<Fields> all() {
        return ALL;
    }

    private static List<Fields> find() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("ai.rhesis").stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(Fields.class)
                                && field.getModifiers().contains(JavaModifier.STATIC))
                        .map(Declarations::read)
                        .filter(fields -> !fields.resource().isEmpty())
                        .sorted(Comparator.comparing(Fields::resource))
                        .toList();
    }

    static Fields of(String resource) {
        return all().stream()
                .filter(fields -> fields.resource().equals(resource))
                .findFirst()
                .orElseThrow();
    }

    private static Fields read(JavaField field) {
        try {
            Field reflected = field.reflect();
            reflected.setAccessible(true);
            return (Fields) reflected.get(null);
        } catch (IllegalAccessException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
