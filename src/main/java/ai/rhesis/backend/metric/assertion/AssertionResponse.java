package ai.rhesis.backend.metric.assertion;

import ai.rhesis.backend.metric.assertion.Assertion.ValueUse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An assertion as a client reads it.
///
/// @param name what a metric has as `class_name`
/// @param value whether there is something to compare with: `none`, `optional` or `required`
/// @param threshold the default one
record AssertionResponse(
        String name,
        String description,
        String value,
        @Nullable Double threshold) {

    static AssertionResponse of(Assertion assertion) {
        ValueUse value = assertion.value();
        return new AssertionResponse(
                assertion.name(), assertion.summary(), value.name().toLowerCase(Locale.ROOT), assertion.threshold());
    }
}
