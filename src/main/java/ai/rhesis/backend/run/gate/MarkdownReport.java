package ai.rhesis.backend.run.gate;

import ai.rhesis.backend.run.comparison.ComparedTestPages;
import ai.rhesis.backend.run.comparison.ComparedTestView;
import ai.rhesis.backend.run.comparison.Comparison;
import ai.rhesis.backend.run.comparison.Comparison.TestCounts;
import ai.rhesis.backend.run.testrun.TestRun;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Gates as Markdown for a merge request, in at most 60 lines: the result, the rules, the regressions. All
/// that a user, a target or a model said is code.
@Component
class MarkdownReport {

    static final int MAX_REGRESSIONS = 20;

    private static final int MAX_NAME = 100;
    private static final int MAX_OUTPUT = 160;

    private final ComparedTestPages tests;
    private final JsonMapper json;

    MarkdownReport(ComparedTestPages tests, JsonMapper json) {
        this.tests = tests;
        this.json = json;
    }

    String of(TestRun run, GateView gate) {
        List<String> lines = new ArrayList<>();
        lines.add("## Gate: " + shown(gate.result()));
        lines.add("");
        lines.add("Run " + CodeSpan.of(run.getName(), MAX_NAME));
        Comparison comparison = gate.comparison();
        if (comparison != null) {
            lines.add("");
            lines.add("Compared with " + CodeSpan.of(comparison.baseline().name(), MAX_NAME) + ": **"
                    + comparison.verdict().replace('_', ' ') + "**. " + comparison.reason());
        }
        lines.add("");
        gate.rules().stream().map(MarkdownReport::rule).forEach(lines::add);
        if (comparison != null) {
            regressions(comparison, lines);
        }
        return String.join("\n", lines) + "\n";
    }

    private static String rule(RuleResult rule) {
        return "- %s `%s`: %s".formatted(shown(rule.result()), rule.rule(), rule.reason());
    }

    private void regressions(Comparison comparison, List<String> lines) {
        TestCounts counts = comparison.tests();
        lines.add("");
        lines.add("### %d of %d paired tests regressed, %d improved"
                .formatted(counts.regressed(), counts.paired(), counts.improved()));
        lines.add("");
        tests.page(comparison.id(), "regressed", null, MAX_REGRESSIONS).items().stream()
                .map(this::regression)
                .forEach(lines::add);
        if (counts.regressed() > MAX_REGRESSIONS) {
            lines.add("- and %d more".formatted(counts.regressed() - MAX_REGRESSIONS));
        }
    }

    private String regression(ComparedTestView test) {
        return "- %s: was %s, is %s"
                .formatted(
                        CodeSpan.of(test.name(), MAX_NAME),
                        output(test.baseline().output()),
                        output(test.candidate().output()));
    }

    private String output(@Nullable String output) {
        JsonNode tree = output == null ? json.missingNode() : json.readTree(output);
        JsonNode said = tree.path("output");
        return said.isMissingNode() || said.isNull()
                ? "without output"
                : CodeSpan.of(said.asString(said.toString()), MAX_OUTPUT);
    }

    private static String shown(GateResult result) {
        return switch (result) {
            case PASS -> "✅ pass";
            case INCONCLUSIVE -> "⚠️ inconclusive";
            case FAIL -> "❌ fail";
        };
    }
}
