package ai.rhesis.backend.platform.persistence;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// A name as somebody wrote it and the id of what has it, whatever the case of its letters.
public record NamedId(String name, UUID id) {

    /// Finds the ids of all the names, in three statements at most. Missing names are created, each once however
    /// many callers ask.
    public static Map<String, UUID> foundOrMade(
            Collection<String> names, Function<String[], List<NamedId>> find, BiConsumer<UUID[], String[]> make) {
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, UUID> found = byName(find.apply(names.toArray(String[]::new)));
        String[] missing =
                names.stream().filter(name -> !found.containsKey(name)).toArray(String[]::new);
        if (missing.length > 0) {
            make.accept(Columns.newIds(missing.length), missing);
            found.putAll(byName(find.apply(missing)));
        }
        return found;
    }

    private static Map<String, UUID> byName(List<NamedId> ids) {
        return ids.stream().collect(toMap(NamedId::name, NamedId::id));
    }
}
