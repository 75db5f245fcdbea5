package ai.rhesis.backend.platform.web;

import ai.rhesis.backend.platform.problem.Problem;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServletServerHttpRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The keys of an object that a client wants to read, besides its `id`: `$select=name,status_id`.
record Selection(Set<String> keys) {

    private static final String PARAMETER = "$select";

    /// Returns the selection of the client; null when it reads or selects nothing.
    static @Nullable Selection of(ServerHttpRequest request) {
        String names = request.getMethod() == HttpMethod.GET && request instanceof ServletServerHttpRequest servlet
                ? servlet.getServletRequest().getParameter(PARAMETER)
                : null;
        if (names == null || names.isBlank()) {
            return null;
        }
        Set<String> keys = new LinkedHashSet<>(
                Arrays.stream(names.split(",", -1)).map(String::strip).toList());
        keys.add("id");
        return keys.contains("*") ? null : new Selection(keys);
    }

    /// Returns only the selected keys of the object.
    ///
    /// @throws ProblemException 400 naming the keys there are
    ObjectNode prune(Object object, JsonMapper json) {
        ObjectNode all = json.valueToTree(object);
        Set<String> there = new TreeSet<>(all.propertyNames());
        if (!there.containsAll(keys)) {
            throw Problem.badRequest(PARAMETER, PARAMETER + " names a key that these objects don't have", there)
                    .exception();
        }
        return all.retain(keys);
    }
}
