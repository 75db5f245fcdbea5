package ai.rhesis.backend.run.comparison;

/// A property of tests by which they are put into groups.
///
/// @param kind `topic`, `category`, `requirement`, `metadata`; of clusters also `auto` and `none`; `all` and
///     `without_errors` are one group, of all pairs and of those in which neither test ended in an error
/// @param key the key of the metadata, else empty
record Grouping(String kind, String key) {

    static final String KEY = "topic|category|requirement|metadata\\.[^\\x00]{1,100}";
    static final String KEYS = "one of: topic, category, requirement, metadata.<key>";
    static final String KEY_MESSAGE = "must be " + KEYS;
    static final String AUTO = "auto";
    static final Grouping NONE = new Grouping("none", "");
    static final Grouping ALL = new Grouping("all", "");
    static final Grouping WITHOUT_ERRORS = new Grouping("without_errors", "");
    static final Grouping TOPIC = new Grouping("topic", "");
    static final Grouping CATEGORY = new Grouping("category", "");
    static final Grouping REQUIREMENT = new Grouping("requirement", "");

    private static final String METADATA = "metadata.";

    static Grouping of(String text) {
        return text.startsWith(METADATA)
                ? new Grouping("metadata", text.substring(METADATA.length()))
                : new Grouping(text, "");
    }

    boolean isNone() {
        return kind.equals("none");
    }

    boolean isAuto() {
        return kind.equals(AUTO);
    }

    /// Returns the property that clusters share: the topic where none was asked for.
    Grouping property() {
        return isAuto() ? TOPIC : this;
    }

    boolean isOfMetadata() {
        return !key.isEmpty();
    }

    String text() {
        return key.isEmpty() ? kind : METADATA + key;
    }
}
