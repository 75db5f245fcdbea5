package ai.rhesis.backend.platform.socket;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The kinds of channels that there are.
@Component
class ChannelKinds {

    private final Map<String, ChannelKind> byName = new TreeMap<>();

    ChannelKinds(List<ChannelKind> kinds) {
        kinds.forEach(kind -> byName.put(kind.name(), kind));
    }

    @Nullable
    ChannelKind find(String name) {
        return byName.get(name);
    }

    List<Frame> read(String name, News.Reading reading) {
        ChannelKind kind = byName.get(name);
        return kind == null ? List.of() : reading.of(kind);
    }

    /// Names them all for a client that asked for another.
    String names() {
        return String.join(", ", byName.keySet());
    }
}
