package ai.rhesis.backend.run.comparison;

/// A property of tests by which they are put into groups.
///
/// @param kind `topic`, `category`, `requirement`, `metadata`, or `auto` and `none` of clusters
/// @param key the key of the metadata, else empty
record Grouping(String kind, String key) {

    static final String KEY = "topic|category|requirement|metadata\\.[^\\x00]{1,100}";
    static final String KEYS = "one of: topic, category, requirement, metadata.<key>";
    static final String KEY_MESSAGE = "must be " + KEYS;
    static final String AUTO = "auto";
    static final Grouping NONE = new Grouping("none", "");

    private static final String METADATA = "metadata.";

    static Grouping of(String text) {
        return text.startsWith(METADATA)
                ? new Grouping("metadata", text.substring(METADATA.length()))
                : new Grouping(text, "");
    }

    static Grouping by(String kind) {
        return new Grouping(kind, "");
    }

    boolean isNone() {
        return kind.equals("none");
    }

    boolean isAuto() {
        return kind.equals(AUTO);
    }

    boolean isOfMetadata() {
        return !key.isEmpty();
    }

    String text() {
        return key.isEmpty() ? kind : METADATA + key;
    }
}
