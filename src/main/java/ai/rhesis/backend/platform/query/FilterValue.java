package ai.rhesis.backend.platform.query;

/// A value in a filter, without its quotes, and where it begins.
record FilterValue(String text, int place) {

    /// Returns the value as one of this type.
    ///
    /// @throws ProblemException when it is none
    Comparable<?> as(Field field) {
        Comparable<?> value = field.type().read(text);
        if (value == null) {
            String wanted = field.name() + " is compared with " + field.type().description();
            throw FilterProblem.at(place, wanted);
        }
        return value;
    }
}
