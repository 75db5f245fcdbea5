package ai.rhesis.backend.metric.assertion;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.dialect.BasicDialectRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.DialectRegistry;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.FormatKeyword;
import com.networknt.schema.keyword.KeywordValidator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The drafts of JSON Schema, with every keyword counted.
final class SchemaDialects {

    private SchemaDialects() {}

    static DialectRegistry registry() {
        return new BasicDialectRegistry(List.of(
                budgeted(Dialects.getDraft4()),
                budgeted(Dialects.getDraft6()),
                budgeted(Dialects.getDraft7()),
                budgeted(Dialects.getDraft201909()),
                budgeted(Dialects.getDraft202012())));
    }

    private static Dialect budgeted(Dialect dialect) {
        return Dialect.builder(dialect)
                .keywords(keywords -> {
                    keywords.putAll(dialect.getKeywords());
                    keywords.replaceAll((name, keyword) ->
                            keyword instanceof FormatKeyword ? keyword : new BudgetedKeyword(keyword));
                })
                .formatKeywordFactory(BudgetedFormat::new)
                .build();
    }

    private static final class BudgetedFormat extends FormatKeyword {

        BudgetedFormat(Map<String, Format> formats) {
            super(formats);
        }

        @Override
        public @Nullable KeywordValidator newValidator(
                SchemaLocation location, JsonNode value, Schema schema, SchemaContext context) {
            return BudgetedKeyword.of(getValue(), super.newValidator(location, value, schema, context));
        }
    }
}
