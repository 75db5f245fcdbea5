package ai.rhesis.backend.query;

import ai.rhesis.backend.problem.Problem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of a resource that a client may name in a list request, and the length of a page it doesn't ask for.
///
/// Nothing else of an entity can be reached from outside.
public final class Fields {

    private static final String DEFAULT_SORT = "created_at";

    private final int defaultLimit;
    private final Map<String, Field> byName = new LinkedHashMap<>();

    private Fields(int defaultLimit) {
        this.defaultLimit = defaultLimit;
    }

    /// The fields that every object has, and these.
    public static Fields of(int defaultLimit, String... names) {
        Fields fields = new Fields(defaultLimit);
        for (String name : new String[] {"id", "nano_id", DEFAULT_SORT, "updated_at"}) {
            fields.byName.put(name, Field.of(name));
        }
        Arrays.stream(names).map(Field::of).forEach(field -> fields.byName.put(field.name(), field));
        return fields;
    }

    /// Declares a field whose attribute has another name than its own.
    public Fields with(String name, String attribute) {
        byName.put(name, new Field(name, attribute));
        return this;
    }

    public int limit(ListRequest request) {
        Integer limit = request.limit();
        return limit == null ? defaultLimit : limit;
    }

    /// The attribute to sort by.
    ///
    /// @throws ai.rhesis.backend.problem.ProblemException when the field is not declared
    public String sortAttribute(@Nullable String sortBy) {
        Field field = byName.get(sortBy == null ? DEFAULT_SORT : sortBy);
        if (field == null) {
            throw Problem.badRequest("sort_by", "sort_by names no field of this list")
                    .with("allowed_values", byName.keySet())
                    .exception();
        }
        return field.attribute();
    }
}
