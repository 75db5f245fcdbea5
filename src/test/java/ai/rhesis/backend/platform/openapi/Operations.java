package ai.rhesis.backend.platform.openapi;

import ai.rhesis.backend.platform.idempotency.IdempotencyHeader;
import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.platform.persistence.ProjectEntity;
import ai.rhesis.backend.platform.persistence.Resources;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.condition.ParamsRequestCondition;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The completion of every operation by the conventions: names, headers, parameters of lists, problems, the token.
@Component
class Operations implements OpenApiCustomizer {

    private static final String LIST_PARAMETERS = "list.";

    /// Operations that answer 201 with what is new, and 200 with the same that was there.
    private static final Set<String> MAKING_UNLESS_THERE = Set.of("experiments_commit", "test_sets_make_version");

    private final RequestMappingHandlerMapping handlers;
    private final Directory directory;

    Operations(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers, Directory directory) {
        this.handlers = handlers;
        this.directory = directory;
    }

    @Override
    public void customise(OpenAPI document) {
        routes(condition -> !condition.isEmpty())
                .forEach(route -> operation(route, document).ifPresent(Operations::relax));
        routes(ParamsRequestCondition::isEmpty)
                .forEach(route -> operation(route, document)
                        .ifPresent(operation -> complete(operation, route, document.getComponents())));
        sort(document.getPaths());
    }

    /// Puts a collection before its objects.
    private static void sort(Paths paths) {
        Map<String, PathItem> sorted = new TreeMap<>(paths);
        paths.clear();
        paths.putAll(sorted);
    }

    private static Optional<Operation> operation(Route route, OpenAPI document) {
        return Optional.ofNullable(document.getPaths().get(route.path()))
                .map(item -> item.readOperationsMap().get(route.method()));
    }

    /// Makes optional what only a second handler of the same path asks for.
    private static void relax(Operation operation) {
        operation.getParameters().stream()
                .filter(parameter -> "query".equals(parameter.getIn()))
                .forEach(parameter -> parameter.setRequired(false));
    }

    private Stream<Route> routes(Predicate<ParamsRequestCondition> parameters) {
        return handlers.getHandlerMethods().entrySet().stream()
                .filter(mapping -> parameters.test(mapping.getKey().getParamsCondition()))
                .flatMap(mapping -> mapping.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method -> mapping.getKey().getPatternValues().stream()
                                .map(path -> new Route(
                                        HttpMethod.valueOf(method.name()),
                                        path.replace("{*", "{"),
                                        mapping.getValue()))));
    }

    private void complete(Operation operation, Route route, Components components) {
        operation.setTags(List.of(route.tag()));
        operation.setOperationId(route.operationId());
        operation.setSummary(route.summary());
        operation.setDescription(route.description());
        if (route.isPublic()) {
            operation.setSecurity(List.of());
        }
        addParameters(operation, route, components);
        addBody(operation, route, components);
        ApiResponse own = components.getResponses().get(route.operationId());
        if (own != null) {
            operation.getResponses().put("200", own);
            components.getResponses().remove(route.operationId());
        }
        addResponses(operation, route, components);
        operation.getResponses().values().stream()
                .filter(response -> response.get$ref() == null)
                .forEach(success -> addHeaders(success, route));
        if (MAKING_UNLESS_THERE.contains(route.operationId())) {
            operation
                    .getResponses()
                    .addApiResponse("201", operation.getResponses().get("200"));
        }
        ProblemResponses.of(route)
                .forEach(status -> operation
                        .getResponses()
                        .putIfAbsent(
                                status, new ApiResponse().$ref("#/components/responses/" + failure(route, status))));
    }

    private static String failure(Route route, String status) {
        return route.isOfOpenTelemetry() ? "OtlpFailure" : status;
    }

    /// Adds the answers of other statuses, which are named like the operation and the status.
    private static void addResponses(Operation operation, Route route, Components components) {
        String prefix = route.operationId() + ".";
        List<String> named = components.getResponses().keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .toList();
        named.forEach(name -> operation
                .getResponses()
                .put(name.substring(prefix.length()), components.getResponses().remove(name)));
    }

    private void addParameters(Operation operation, Route route, Components components) {
        Set<String> known = components.getParameters().keySet();
        String own = route.operationId() + ".";
        if (route.isList()) {
            known.stream()
                    .filter(name -> name.startsWith(LIST_PARAMETERS))
                    .filter(name -> !known.contains(own + name.substring(LIST_PARAMETERS.length())))
                    .forEach(name -> addParameter(operation, name));
        }
        known.stream().filter(name -> name.startsWith(own)).forEach(name -> addParameter(operation, name));
        if (route.takes(IfMatch.class) || route.takes(Patch.class)) {
            addParameter(operation, "if-match");
        }
        if (route.isOfOneObject() && route.method() == HttpMethod.GET) {
            addParameter(operation, "if-none-match");
        }
        if (route.isRepeatable()) {
            addParameter(operation, "idempotency-key");
        }
        if (isOfProjects(route)) {
            addParameter(operation, "project-id");
        }
        addParameter(operation, "request-id");
    }

    private boolean isOfProjects(Route route) {
        return directory
                .typesWith(ProjectEntity.class)
                .anyMatch(type -> Resources.path(type).equals("/" + route.tag()));
    }

    private static void addParameter(Operation operation, String name) {
        operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + name));
    }

    private static void addBody(Operation operation, Route route, Components components) {
        Class<?> changed = route.changed();
        if (changed != null) {
            Schema<?> body = PartialSchema.of(changed, components);
            Content content = new Content().addMediaType("application/json", new MediaType().schema(body));
            operation.setRequestBody(new RequestBody().required(true).content(content));
        }
        RequestBody own = components.getRequestBodies().get(route.operationId());
        if (own != null) {
            operation.setRequestBody(own);
            components.getRequestBodies().remove(route.operationId());
            operation.getParameters().removeIf(parameter -> isIn(own, parameter));
        }
    }

    /// Tells whether a parameter is a part of the form.
    private static boolean isIn(RequestBody body, Parameter parameter) {
        return body.getContent().values().stream()
                .map(content -> content.getSchema().getProperties())
                .anyMatch(properties -> properties != null && properties.containsKey(parameter.getName()));
    }

    private static void addHeaders(ApiResponse success, Route route) {
        addHeader(success, "X-Request-ID");
        if (route.isList()) {
            addHeader(success, "X-Total-Count");
            addHeader(success, "Link");
        }
        if (route.isOfOneObject()) {
            addHeader(success, "ETag");
        }
        if (route.isRepeatable()) {
            addHeader(success, IdempotencyHeader.REPLAYED);
        }
    }

    private static void addHeader(ApiResponse success, String name) {
        success.addHeaderObject(name, new Header().$ref("#/components/headers/" + name));
    }
}
