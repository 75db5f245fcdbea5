package ai.rhesis.backend.portal.overview;

import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.platform.persistence.Resolvable;
import ai.rhesis.backend.platform.persistence.Resources;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.suite.testset.TestSetService;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The latest changes, and the search for objects by id, over all features at once.
@Service
@Transactional(readOnly = true)
class OverviewService {

    private static final int MAX_OBJECTS = 100;

    private final ObjectQueries objects;
    private final Directory directory;
    private final TestSetService testSets;

    OverviewService(ObjectQueries objects, Directory directory, TestSetService testSets) {
        this.objects = objects;
        this.directory = directory;
        this.testSets = testSets;
    }

    List<ObjectView> latest(int limit) {
        ListRequest.requireLimit(limit, MAX_OBJECTS);
        return objects.findLatest(limit);
    }

    /// Finds the living object that an id names, or the nano id or slug of a test set.
    ///
    /// @param type as in answers, `TestSet`, or as in tables, `test_set`; null for any
    ResolvedView resolve(@Nullable String type, String key) {
        String wanted = type == null ? null : nameOf(type);
        UUID id = idOf(wanted, key);
        ObjectView object = objects.find(id)
                .filter(found -> wanted == null || wanted.equals(found.entityType()))
                .orElseThrow(() -> unknown(key));
        Class<? extends Resolvable> found =
                directory.typeWith(Resolvable.class, object.entityType()).orElseThrow();
        if (object.isDeleted()) {
            throw Resources.gone(found, id, object.name()).exception();
        }
        return new ResolvedView(object, Resources.path(found) + "/" + id);
    }

    private UUID idOf(@Nullable String type, String key) {
        boolean maybeSet = type == null || type.equals("TestSet");
        try {
            return maybeSet ? testSets.idOf(key) : UUID.fromString(key);
        } catch (IllegalArgumentException notOne) {
            throw unknown(key);
        }
    }

    private String nameOf(String type) {
        String bare = type.replace("_", "");
        List<String> names = directory.namesWith(Resolvable.class);
        return names.stream()
                .filter(bare::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                                "entity_type", "entity_type must be a type that can be resolved", names)
                        .exception());
    }

    private static RuntimeException unknown(String key) {
        return Problem.notFound("No object with this id exists", key).exception();
    }
}
