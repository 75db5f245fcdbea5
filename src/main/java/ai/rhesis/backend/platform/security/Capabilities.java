package ai.rhesis.backend.platform.security;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.persistence.Resources;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Names of what can be done with resources, such as `test_set:create`, read from the routes that there are.
@Component
class Capabilities {

    private static final Map<String, String> ON_COLLECTIONS = Map.of("GET", "read", "POST", "create");
    private static final Map<String, String> ON_OBJECTS =
            Map.of("GET", "read", "PUT", "update", "PATCH", "update", "DELETE", "delete");

    /// Words of clients that differ from those of paths.
    private static final Map<String, String> WORDS = Map.of("user", "member");

    private final Directory directory;
    private final RequestMappingHandlerMapping routes;
    private final SingletonSupplier<Map<String, Role>> roles = SingletonSupplier.of(this::readRoles);

    Capabilities(Directory directory, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.directory = directory;
        this.routes = routes;
    }

    List<String> all() {
        return List.copyOf(roles.obtain().keySet());
    }

    List<String> of(Role role) {
        return roles.obtain().entrySet().stream()
                .filter(capability -> role.includes(capability.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Reads every capability with the role it asks for; routes never change after the start.
    private Map<String, Role> readRoles() {
        Map<String, Role> roles = new TreeMap<>();
        directory
                .typesWith(BaseEntity.class)
                .filter(type -> type.isAnnotationPresent(Resource.class))
                .forEach(type ->
                        routes.getHandlerMethods().forEach((route, handler) -> add(roles, type, route, handler)));
        routes.getHandlerMethods().forEach((route, handler) -> addNamed(roles, route, handler));
        return roles;
    }

    private static void addNamed(Map<String, Role> roles, RequestMappingInfo route, HandlerMethod handler) {
        Capability named = handler.getMethodAnnotation(Capability.class);
        if (named != null) {
            route.getMethodsCondition()
                    .getMethods()
                    .forEach(method -> roles.put(named.value(), PermissionCheck.required(handler, method.name())));
        }
    }

    private static void add(Map<String, Role> roles, Class<?> type, RequestMappingInfo route, HandlerMethod handler) {
        String resource =
                Resources.name(type).replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        String name = WORDS.getOrDefault(resource, resource);
        for (String path : route.getPatternValues()) {
            boolean collection = isCollection(path, Resources.path(type));
            boolean object = path.equals(Resources.path(type) + "/{id}");
            Map<String, String> actions = collection ? ON_COLLECTIONS : object ? ON_OBJECTS : Map.of();
            route.getMethodsCondition().getMethods().stream()
                    .map(Enum::name)
                    .filter(actions::containsKey)
                    .forEach(method ->
                            roles.put(name + ":" + actions.get(method), PermissionCheck.required(handler, method)));
        }
    }

    /// Tells whether the path is that of all objects of a type, or of those that belong to one of another.
    private static boolean isCollection(String path, String all) {
        return path.equals(all) || path.matches("/\\w+/\\{\\w+}" + all);
    }
}
