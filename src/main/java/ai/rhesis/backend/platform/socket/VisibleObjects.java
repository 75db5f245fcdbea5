package ai.rhesis.backend.platform.socket;

import ai.rhesis.backend.platform.persistence.Directory;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The objects that the tenant of this thread can see, for channels that are about one.
@Component
@Transactional(readOnly = true)
class VisibleObjects {

    private final Directory directory;

    VisibleObjects(Directory directory) {
        this.directory = directory;
    }

    boolean include(Class<?> type, UUID id) {
        return directory.isLiving(type, id);
    }
}
