package ai.rhesis.backend.platform.socket;

import ai.rhesis.backend.platform.persistence.BaseEntity;
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

    /// @param type the name that clients have for its type, such as `TestRun`
    boolean include(String type, UUID id) {
        return directory
                .typeWith(BaseEntity.class, type)
                .map(entity -> directory.isLiving(entity, id))
                .orElse(false);
    }
}
