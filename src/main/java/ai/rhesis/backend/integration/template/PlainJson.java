package ai.rhesis.backend.integration.template;

import ai.rhesis.backend.platform.compute.Budget;
import com.jayway.jsonpath.spi.json.AbstractJsonProvider;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// Plain data as JSONPath walks through it, step by counted step.
final class PlainJson extends AbstractJsonProvider {

    private final Budget budget;

    PlainJson(Budget budget) {
        this.budget = budget;
    }

    @Override
    public boolean isMap(@Nullable Object value) {
        budget.spendTime();
        return super.isMap(value);
    }

    @Override
    public boolean isArray(@Nullable Object value) {
        budget.spendTime();
        return super.isArray(value);
    }

    @Override
    public @Nullable Object parse(String json) {
        return Values.parse(json);
    }

    @Override
    public Object parse(InputStream json, String charset) {
        throw new UnsupportedOperationException("documents are parsed before");
    }

    @Override
    public String toJson(Object value) {
        return Values.json(value);
    }

    @Override
    public Object createArray() {
        return new ArrayList<@Nullable Object>();
    }

    @Override
    public Object createMap() {
        return new LinkedHashMap<String, @Nullable Object>();
    }
}
