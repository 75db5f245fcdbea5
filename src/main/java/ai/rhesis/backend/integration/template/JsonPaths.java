package ai.rhesis.backend.integration.template;

import ai.rhesis.backend.platform.compute.Budget;
import ai.rhesis.backend.platform.compute.TooComplexException;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.mapper.JsonSmartMappingProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ConcurrentLruCache;

/// JSONPath over plain data.
///
/// A path without wildcards finds one value or nothing, any other a list. Regular expressions in filters are refused:
/// there are some that take longer than anybody lives.
public final class JsonPaths {

    private static final int MAX_LENGTH = 1_000;
    private static final ConcurrentLruCache<String, JsonPath> PARSED = new ConcurrentLruCache<>(500, JsonPaths::parse);
    private static final JsonSmartMappingProvider NO_TYPES = new JsonSmartMappingProvider();

    private JsonPaths() {}

    /// @throws TemplateException when it is no path
    public static void check(String path) {
        PARSED.get(path);
    }

    /// @throws TemplateException when it is no path, or finding what it names takes too long
    public static @Nullable Object read(String path, @Nullable Object document) {
        try {
            return read(path, document, RenderingBounds.budget());
        } catch (TooComplexException bound) {
            throw new TemplateException(path + " " + bound.getMessage());
        }
    }

    static @Nullable Object read(String path, @Nullable Object document, Budget budget) {
        JsonPath parsed = PARSED.get(path);
        if (document == null) {
            return null;
        }
        try {
            Configuration configuration = Configuration.builder()
                    .jsonProvider(new PlainJson(budget))
                    .mappingProvider(NO_TYPES)
                    .build();
            return parsed.<@Nullable Object>read(document, configuration);
        } catch (PathNotFoundException nothing) {
            return null;
        } catch (JsonPathException | ClassCastException unfit) {
            throw new TemplateException(path + " can't be applied to this document");
        }
    }

    private static JsonPath parse(String path) {
        if (path.length() > MAX_LENGTH) {
            throw new TemplateException("a path has at most " + MAX_LENGTH + " characters");
        }
        if (path.contains("=~")) {
            throw new TemplateException(path + ": regular expressions are not supported in paths");
        }
        try {
            return JsonPath.compile(path);
        } catch (InvalidPathException | IllegalArgumentException malformed) {
            String reason = malformed.getMessage();
            // where the library stumbles itself, it tells of its own insides
            boolean isTold = reason != null && !reason.contains("Exception");
            throw new TemplateException(path + " is no JSONPath" + (isTold ? ": " + reason : ""));
        }
    }
}
