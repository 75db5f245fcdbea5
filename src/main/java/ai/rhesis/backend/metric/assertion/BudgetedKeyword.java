package ai.rhesis.backend.metric.assertion;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A keyword of JSON Schema with a budget for its uses, which ends schemas that refer to each other in a circle.
record BudgetedKeyword(Keyword keyword) implements Keyword {

    private static final int STEPS_PER_ERROR = 100;

    @Override
    public String getValue() {
        return keyword.getValue();
    }

    @Override
    public @Nullable KeywordValidator newValidator(
            SchemaLocation location, JsonNode value, Schema schema, SchemaContext context) throws Exception {
        return of(getValue(), keyword.newValidator(location, value, schema, context));
    }

    static @Nullable KeywordValidator of(String name, @Nullable KeywordValidator validator) {
        return validator == null ? null : new Counted(name, validator);
    }

    private record Counted(String name, KeywordValidator validator) implements KeywordValidator {

        private static final int MAX_FORMATTED_LENGTH = 10_000;
        private static final int MAX_UNIQUE_ITEMS = 10_000;

        @Override
        public void validate(ExecutionContext context, JsonNode node, JsonNode root, NodePath place) {
            AssertionBudget.budget().spendTime();
            requireShort(node);
            int errors = context.getErrors().size();
            validator.validate(context, node, root, place);
            AssertionBudget.spend(
                    (long) STEPS_PER_ERROR * Math.max(0, context.getErrors().size() - errors));
        }

        private void requireShort(JsonNode node) {
            switch (name) {
                case "format" ->
                    require(
                            node.isString() && node.stringValue().length() > MAX_FORMATTED_LENGTH,
                            "A text with a format has more than %,d characters".formatted(MAX_FORMATTED_LENGTH));
                case "uniqueItems" ->
                    require(
                            node.isArray() && node.size() > MAX_UNIQUE_ITEMS,
                            "An array of unique items has more than %,d of them".formatted(MAX_UNIQUE_ITEMS));
                default -> {}
            }
        }

        private static void require(boolean isTooLong, String message) {
            if (isTooLong) {
                throw UnjudgeableException.tooComplex(message);
            }
        }

        @Override
        public String getKeyword() {
            return validator.getKeyword();
        }

        @Override
        public SchemaLocation getSchemaLocation() {
            return validator.getSchemaLocation();
        }

        @Override
        public void preloadSchema() {
            AssertionBudget.budget().spendTime();
            validator.preloadSchema();
        }

        @Override
        public void walk(ExecutionContext context, JsonNode node, JsonNode root, NodePath place, boolean validates) {
            AssertionBudget.budget().spendTime();
            validator.walk(context, node, root, place, validates);
        }
    }
}
