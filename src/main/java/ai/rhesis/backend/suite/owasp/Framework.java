package ai.rhesis.backend.suite.owasp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The lists of risks. Their names are those of OWASP; what they say of each risk is said in words of our own.
enum Framework {
    LLM,
    AGENTIC;

    static final String NAMES = "llm|agentic";

    static final String MESSAGE = "must be llm or agentic";

    private final Report report = read(id());

    static Framework of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Report report() {
        return report;
    }

    private static Report read(String id) {
        String place = "/owasp/" + id + ".json";
        try (InputStream json = Objects.requireNonNull(Framework.class.getResourceAsStream(place), place)) {
            return JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build()
                    .readValue(json, Report.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A list of risks.
    ///
    /// @param requirement the name of the requirement of tests along it
    record Report(String reportUrl, String requirement, String label, List<Risk> categories) {}

    /// A risk.
    ///
    /// @param id such as `llm01`
    /// @param attacks how it is provoked, for whoever writes tests
    record Risk(String id, String name, String description, String attacks) {

        /// Returns the topic of tests about it.
        String topic() {
            return id.toUpperCase(Locale.ROOT) + ": " + name;
        }
    }
}
