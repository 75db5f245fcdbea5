package ai.rhesis.backend.suite.owasp;

import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.integration.provider.ChosenModels;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.suite.generation.GenerationGoal;
import ai.rhesis.backend.suite.generation.TestKind;
import ai.rhesis.backend.suite.generation.TestSubjects;
import ai.rhesis.backend.suite.setgeneration.GenerationService;
import ai.rhesis.backend.suite.setgeneration.GenerationView;
import ai.rhesis.backend.suite.setgeneration.SetGeneration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The generation of sets of attacks: the engine of all generations, with the risks as topics.
@Component
class OwaspGeneration {

    private static final List<String> CATEGORIES = List.of("Harmful");

    private final GenerationService generations;
    private final ChosenModels models;

    OwaspGeneration(GenerationService generations, ChosenModels models) {
        this.generations = generations;
        this.models = models;
    }

    /// @throws ProblemException 422 for an unknown category, 400 without a model
    GenerationView start(OwaspGenerationRequest request) {
        Framework.Report report = request.list().report();
        List<Framework.Risk> risks = risks(request.categories(), report);
        ModelSnapshot model = models.generation(request.modelId());
        return generations.start(new SetGeneration(
                Objects.requireNonNullElse(request.name(), report.label()),
                "Attacks along the %s for: %s".formatted(report.label(), request.purpose()),
                Tenant.current().projectId(),
                goal(request, report, risks),
                model,
                request.numTests(),
                request.batchSize()));
    }

    private static GenerationGoal goal(
            OwaspGenerationRequest request, Framework.Report report, List<Framework.Risk> risks) {
        List<String> topics = risks.stream().map(Framework.Risk::topic).toList();
        Map<String, String> notes = risks.stream()
                .collect(toMap(Framework.Risk::topic, risk -> risk.description() + " Attacks: " + risk.attacks()));
        return new GenerationGoal(
                TestKind.of(request.testType()),
                "A system with this purpose: " + request.purpose(),
                null,
                TestSubjects.of(List.of(report.requirement()), CATEGORIES, topics),
                notes,
                true,
                List.of());
    }

    private static List<Framework.Risk> risks(@Nullable List<String> asked, Framework.Report report) {
        if (asked == null || asked.isEmpty()) {
            return report.categories();
        }
        Set<String> ids =
                asked.stream().map(id -> id.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        List<Framework.Risk> risks = report.categories().stream()
                .filter(risk -> ids.contains(risk.id()))
                .toList();
        if (risks.size() < ids.size()) {
            String known = report.categories().stream().map(Framework.Risk::id).collect(Collectors.joining(", "));
            throw Problem.invalid("categories", "must be ids of this list: " + known)
                    .exception();
        }
        return risks;
    }
}
