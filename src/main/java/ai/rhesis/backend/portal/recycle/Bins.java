package ai.rhesis.backend.portal.recycle;

import ai.rhesis.backend.platform.persistence.Resources;
import ai.rhesis.backend.platform.persistence.TenantEntity;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.web.Recyclable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;

/// The recycle bins, one per table, each backed by the controller that shows its objects.
@Component
class Bins {

    private final Map<String, Bin> byTable = new TreeMap<>();

    Bins(List<Recyclable<?>> controllers) {
        controllers.forEach(controller -> {
            Class<? extends TenantEntity> type = typeOf(controller);
            byTable.put(Resources.table(type), new Bin(type, controller));
        });
    }

    /// @throws ProblemException 404 that names the tables there are
    Bin get(String table) {
        Bin bin = byTable.get(table);
        if (bin == null) {
            throw Problem.notFound("This table has no recycle bin")
                    .with("allowed_values", byTable.keySet())
                    .exception();
        }
        return bin;
    }

    /// Returns all of them by their tables.
    Map<String, Bin> all() {
        return byTable;
    }

    private static Class<? extends TenantEntity> typeOf(Recyclable<?> controller) {
        Class<?> type = ResolvableType.forInstance(controller)
                .as(Recyclable.class)
                .getGeneric(0)
                .resolve();
        return Objects.requireNonNull(type).asSubclass(TenantEntity.class);
    }

    record Bin(Class<? extends TenantEntity> type, Recyclable<?> controller) {

        /// Returns the name that clients have for the objects.
        String className() {
            return Resources.name(type);
        }
    }
}
