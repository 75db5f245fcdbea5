package ai.rhesis.backend.metric.assertion;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.regex.RegularExpression;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A JSON Schema that somebody else wrote: draft 7 unless it names another by `$schema`. It loads nothing from
/// elsewhere, and its patterns are bounded as those of `regex` are.
record JsonSchema(Schema schema) {

    private static final int MAX_LENGTH = 100_000;
    private static final String DEFAULT_DIALECT = SpecificationVersion.DRAFT_7.getDialectId();
    private static final SchemaRegistry REGISTRY = registry(false);
    private static final SchemaRegistry SCHEMAS_OF_SCHEMAS = registry(true);

    /// @throws UnjudgeableException when it is no schema
    static JsonSchema of(String text) {
        if (text.length() > MAX_LENGTH) {
            throw UnjudgeableException.tooComplex("A JSON Schema has at most %,d characters".formatted(MAX_LENGTH));
        }
        JsonNode tree = JsonTexts.parse(text);
        if (tree == null || !tree.isObject() && !tree.isBoolean()) {
            throw UnjudgeableException.invalidValue(
                    "The value is not a JSON Schema, which is a JSON object or boolean");
        }
        try {
            requireValid(tree);
            Schema schema = REGISTRY.getSchema(NullableSchemas.resolve(tree));
            schema.initializeValidators();
            return new JsonSchema(schema);
        } catch (SchemaException unusable) {
            throw invalid(unusable.getMessage());
        } catch (StackOverflowError endless) {
            throw endless();
        }
    }

    /// Tells what is wrong with the JSON; empty when nothing is.
    String errorsOf(JsonNode json) {
        try {
            return listed(schema.validate(json));
        } catch (SchemaException unusable) {
            throw invalid(unusable.getMessage());
        } catch (StackOverflowError endless) {
            throw endless();
        }
    }

    private static void requireValid(JsonNode tree) {
        String dialect = tree.path("$schema").asString(DEFAULT_DIALECT);
        String errors =
                listed(SCHEMAS_OF_SCHEMAS.getSchema(SchemaLocation.of(dialect)).validate(tree));
        if (!errors.isEmpty()) {
            throw invalid(errors);
        }
    }

    private static String listed(List<Error> errors) {
        return errors.stream().map(Error::toString).collect(Collectors.joining("; "));
    }

    private static SchemaRegistry registry(boolean isCached) {
        return SchemaRegistry.builder()
                .defaultDialectId(DEFAULT_DIALECT)
                .dialectRegistry(SchemaDialects.registry())
                .schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .regularExpressionFactory(JsonSchema::regularExpression)
                        .build())
                .schemaLoader(loader -> loader.fetchRemoteResources(false).allow(JsonSchema::isStandard))
                .schemaCacheEnabled(isCached)
                .build();
    }

    private static RegularExpression regularExpression(String pattern) {
        BoundedPattern bounded = BoundedPattern.of(pattern);
        return text -> bounded.isFoundIn(text, AssertionBudget.budget());
    }

    /// Tells whether the address is that of a schema of schemas, which are part of the library.
    private static boolean isStandard(AbsoluteIri address) {
        return address.toString().matches("https?://json-schema\\.org/.*");
    }

    private static UnjudgeableException invalid(@Nullable String why) {
        return UnjudgeableException.invalidValue("The JSON Schema can't be used: " + why);
    }

    private static UnjudgeableException endless() {
        return UnjudgeableException.tooComplex("The JSON Schema refers to itself without end");
    }
}
