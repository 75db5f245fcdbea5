package ai.rhesis.backend.support;

/// The type lookups of an organization, which requests name by their ids.
public final class TypeLookups {

    private TypeLookups() {}

    /// The id of the lookup of this type with this value, such as the `TaskPriority` that is `High`.
    public static String id(Api api, String type, String value) {
        Answer found = api.get(
                "/type_lookups?$filter={filter}", "type_name eq '%s' and type_value eq '%s'".formatted(type, value));
        String id = found.text("0.id");
        if (id == null) {
            throw new AssertionError("no " + type + " " + value + ": " + found);
        }
        return id;
    }
}
