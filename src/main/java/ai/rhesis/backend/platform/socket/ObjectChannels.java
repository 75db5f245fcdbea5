package ai.rhesis.backend.platform.socket;

import java.util.UUID;

/// The channels about the objects of one type, open to all who can see the object.
record ObjectChannels(String name, Class<?> type, VisibleObjects objects) implements ChannelKind {

    @Override
    public boolean isOpen(UUID id) {
        return objects.include(type, id);
    }
}
