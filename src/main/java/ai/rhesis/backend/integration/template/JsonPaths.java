package ai.rhesis.backend.integration.template;

import ai.rhesis.backend.platform.compute.Budget;
import ai.rhesis.backend.platform.compute.TooComplexException;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.mapper.JsonSmartMappingProvider;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ConcurrentLruCache;

/// JSONPath over plain data.
///
/// A path without wildcards finds one value or nothing, any other a list. What would take any time is refused: regular
/// expressions and the comparison of whole lists in filters; so is what would change the document.
public final class JsonPaths {

    private static final int MAX_LENGTH = 1_000;
    private static final Pattern FUNCTION = Pattern.compile("(?<!\\?)\\s*\\(");
    private static final Pattern REFUSED =
            Pattern.compile("(=~)|\\b(subsetof|anyof|noneof)\\b|\\.\\s*(append)\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final ConcurrentLruCache<String, JsonPath> PARSED = new ConcurrentLruCache<>(500, JsonPaths::parse);
    private static final JsonSmartMappingProvider NO_TYPES = new JsonSmartMappingProvider();

    private JsonPaths() {}

    /// @throws TemplateException when it is no path
    public static void check(String path) {
        parsed(path);
    }

    /// @throws TemplateException when it is no path, or finding what it names takes too long
    public static @Nullable Object read(String path, @Nullable Object document) {
        try {
            return read(path, document, RenderingBounds.budget());
        } catch (TooComplexException bound) {
            throw TemplateException.tooComplex(path + " " + bound.getMessage());
        }
    }

    static @Nullable Object read(String path, @Nullable Object document, Budget budget) {
        JsonPath parsed = parsed(path);
        if (document == null) {
            return null;
        }
        chargeFunctions(path, document, budget);
        Object found = found(path, parsed, document, budget);
        Weight.of(found, budget);
        return found;
    }

    private static @Nullable Object found(String path, JsonPath parsed, Object document, Budget budget) {
        try {
            Configuration configuration = Configuration.builder()
                    .jsonProvider(new PlainJson(budget))
                    .mappingProvider(NO_TYPES)
                    .build();
            return parsed.<@Nullable Object>read(document, configuration);
        } catch (PathNotFoundException nothing) {
            return null;
        } catch (TooComplexException | CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException unfit) {
            // the library casts and counts without looking
            budget.check();
            throw new TemplateException(path + " can't be applied to this document");
        } catch (StackOverflowError tooDeep) {
            throw new TooComplexException("is nested too deeply");
        }
    }

    /// Charges for paths inside functions: the library writes the whole document out for each of them, and all that
    /// it finds once more.
    private static void chargeFunctions(String path, Object document, Budget budget) {
        if (hasFunction(path)) {
            Weight weight = Weight.of(document, budget);
            long paths = path.chars()
                    .filter(character -> character == '$' || character == '@')
                    .count();
            long depth = path.contains("..") ? weight.deepest() : 1;
            budget.spend(weight.steps() * paths * depth);
        }
    }

    private static boolean hasFunction(String path) {
        return FUNCTION.matcher(path).find();
    }

    // a parsed function holds values of the document that it was last applied to, so no two readers may share one
    private static JsonPath parsed(String path) {
        return hasFunction(path) ? parse(path) : PARSED.get(path);
    }

    private static JsonPath parse(String path) {
        if (path.length() > MAX_LENGTH) {
            throw TemplateException.tooComplex("a path has at most %,d characters".formatted(MAX_LENGTH));
        }
        requireSupported(path);
        try {
            return JsonPath.compile(path);
        } catch (RuntimeException malformed) {
            String reason = malformed.getMessage();
            // where the library stumbles itself, it tells of its own insides
            boolean isTold = reason != null && !reason.contains("Exception") && !reason.contains("java.");
            throw new TemplateException(path + " is not a JSONPath" + (isTold ? ": " + reason : ""));
        } catch (StackOverflowError tooDeep) {
            throw TemplateException.tooComplex(path + " is nested too deeply");
        }
    }

    private static void requireSupported(String path) {
        var refused = REFUSED.matcher(path);
        if (refused.find()) {
            String what = refused.group(1) != null
                    ? "regular expressions are"
                    : (refused.group(2) == null ? refused.group(3) : refused.group(2)) + " is";
            throw new TemplateException(path + ": " + what + " not supported in paths");
        }
    }
}
