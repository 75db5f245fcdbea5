package ai.rhesis.backend.suite.owasp;

import java.util.List;

/// A list of risks as a client reads it.
record OwaspCategoriesResponse(String framework, String reportUrl, List<Category> categories) {

    static OwaspCategoriesResponse of(Framework framework) {
        Framework.Report report = framework.report();
        return new OwaspCategoriesResponse(
                framework.id(),
                report.reportUrl(),
                report.categories().stream()
                        .map(risk -> new Category(risk.id(), risk.name(), risk.description()))
                        .toList());
    }

    /// A risk.
    record Category(String id, String name, String description) {}
}
