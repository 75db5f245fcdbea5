package ai.rhesis.backend.integration.template;

import org.jspecify.annotations.Nullable;

/// A value that is written as JSON wherever it stands; what `tojson` makes.
record JsonText(@Nullable Object value) {

    @Override
    public String toString() {
        return Values.json(value);
    }
}
