package ai.rhesis.backend.run.review;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// All reviews of an organization as one list.
@Service
@Transactional(readOnly = true)
class AnnotationService {

    private static final int DEFAULT_LIMIT = 50;

    private final AnnotationQueries annotations;

    AnnotationService(AnnotationQueries annotations) {
        this.annotations = annotations;
    }

    /// Lists one page, the newest first.
    Listing<AnnotationView> list(AnnotationFilter filter, ListRequest page) {
        return new Listing<>(
                annotations.page(filter, page.skip(), Objects.requireNonNullElse(page.limit(), DEFAULT_LIMIT)),
                annotations.count(filter),
                null);
    }
}
