package ai.rhesis.backend.platform.openapi;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// The values that the constructor of a record gives to absent components, found by making one of nothing.
final class RecordDefaults {

    private RecordDefaults() {}

    /// Answers the defaults that are not null; none for a constructor that refuses absent components.
    static Map<String, Object> of(Class<?> type) {
        try {
            return defaults(type);
        } catch (ReflectiveOperationException refused) {
            return Map.of();
        }
    }

    private static Map<String, Object> defaults(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> canonical = type.getDeclaredConstructor(types);
        canonical.setAccessible(true);
        Object nothing = canonical.newInstance(
                Arrays.stream(types).map(RecordDefaults::absent).toArray());
        Map<String, Object> defaults = new LinkedHashMap<>();
        for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
            Object value = component.getAccessor().invoke(nothing);
            if (value != null && !component.getType().isPrimitive()) {
                defaults.put(component.getName(), value);
            }
        }
        return defaults;
    }

    private static Object absent(Class<?> type) {
        return Array.get(Array.newInstance(type, 1), 0);
    }
}
