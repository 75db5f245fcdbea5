package ai.rhesis.backend.platform.socket;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.platform.persistence.Resource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// The kinds of channels that there are: those that features declare as beans, and those about the objects of a type
/// whose [Resource] names channels.
@Component
class ChannelKinds {

    private final List<ChannelKind> kinds;
    private final Directory directory;
    private final VisibleObjects objects;
    private final SingletonSupplier<Map<String, ChannelKind>> byName = SingletonSupplier.of(this::read);

    ChannelKinds(List<ChannelKind> kinds, Directory directory, VisibleObjects objects) {
        this.kinds = kinds;
        this.directory = directory;
        this.objects = objects;
    }

    private Map<String, ChannelKind> read() {
        Map<String, ChannelKind> all = new TreeMap<>();
        Stream.concat(kinds.stream(), ofObjects()).forEach(kind -> all.put(kind.name(), kind));
        return all;
    }

    private Stream<ChannelKind> ofObjects() {
        return directory.typesWith(BaseEntity.class).flatMap(type -> {
            Resource resource = type.getAnnotation(Resource.class);
            return resource == null || resource.channel().isEmpty()
                    ? Stream.empty()
                    : Stream.of(new ObjectChannels(resource.channel(), type, objects));
        });
    }

    @Nullable
    ChannelKind find(String name) {
        return byName.obtain().get(name);
    }

    List<Frame> read(String name, News.Reading reading) {
        ChannelKind kind = byName.obtain().get(name);
        return kind == null ? List.of() : reading.of(kind);
    }

    /// Names them all for a client that asked for another.
    String names() {
        return String.join(", ", byName.obtain().keySet());
    }
}
