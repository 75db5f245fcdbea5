package ai.rhesis.backend.platform.query;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/// The ordering of what one query read of many objects by a list of their ids.
public final class InOrder {

    private InOrder() {}

    /// Returns what was found for each of the ids; ids for which nothing was found are left out.
    public static <V> List<V> of(List<UUID> ids, List<V> found, Function<V, UUID> id) {
        Map<UUID, V> byId = found.stream().collect(toMap(id, identity()));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }
}
