package ai.rhesis.backend.platform.persistence;

import ai.rhesis.backend.platform.problem.Problem;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// The names of an entity in answers about it.
public final class Resources {

    private Resources() {}

    public static String name(Class<?> type) {
        return declaration(type).name();
    }

    public static String path(Class<?> type) {
        return declaration(type).path();
    }

    public static String table(Class<?> type) {
        return type.getAnnotation(Table.class).name();
    }

    /// Returns the name for people: `Test Set` for `TestSet`.
    public static String displayName(Class<?> type) {
        return name(type).replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }

    /// Creates a 404, the same whether another organization's object has the id or none.
    public static Problem notFound(Class<?> type, Object id) {
        return about(Problem.notFound(displayName(type) + " not found"), type, id)
                .with("list_url", path(type))
                .with("message", "There is no " + displayName(type) + " with this id, or it is not yours to see.");
    }

    /// Creates a 410 for an object that was deleted and can be restored.
    public static Problem gone(Class<?> type, Object id, @Nullable String itemName) {
        Problem gone = about(Problem.of(HttpStatus.GONE, displayName(type) + " has been deleted"), type, id)
                .with("can_restore", declaration(type).restorable());
        gone = declaration(type).restorable()
                ? gone.with("restore_url", "/recycle/" + table(type) + "/" + id + "/restore")
                        .with("message", "This " + displayName(type) + " was deleted. It can be restored.")
                : gone.with("message", "This " + displayName(type) + " was deleted for good.");
        return itemName == null ? gone : gone.with("item_name", itemName);
    }

    private static Problem about(Problem problem, Class<?> type, Object id) {
        return problem.with("model_name", name(type))
                .with("model_name_display", displayName(type))
                .with("item_id", id.toString())
                .with("table_name", table(type));
    }

    private static Resource declaration(Class<?> type) {
        Resource declaration = type.getAnnotation(Resource.class);
        if (declaration == null) {
            throw new IllegalArgumentException(type + " has no @Resource");
        }
        return declaration;
    }
}
