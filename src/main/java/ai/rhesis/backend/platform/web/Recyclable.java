package ai.rhesis.backend.platform.web;

import ai.rhesis.backend.platform.persistence.TenantEntity;
import ai.rhesis.backend.platform.query.ListRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;

/// A controller whose deleted objects the recycle bin shows as it shows its living ones.
public interface Recyclable<T extends TenantEntity> {

    ResponseEntity<? extends List<?>> list(ListRequest request);

    Revisioned get(UUID id);
}
